import { type ErrorCode, OnrecordError } from '../core/model/index.js'
import { convertible } from '../node/format.js'
import { isGzip } from '../node/gzip-bytes.js'
import type { PageFindings } from '../node/pool/messages.js'
import type { PagePool } from '../node/pool/pool.js'
import { failureOf } from './failure.js'
import { holdEnd } from './interrupt.js'
import { type PageLimits, poolLimits } from './page-limits.js'
import { type Come, comeBy, type FromOptions } from './pages.js'
import { preferenceOf, type TaggerOptions } from './taggers.js'

/** The flags of a command that reads pages one by one. */
export interface ReaderFlags extends TaggerOptions, FromOptions, PageLimits {}

/** Failures that every page would have. */
export const ENDS_ALL: ReadonlySet<ErrorCode> = new Set([
  'output-failed',
  'charset-unknown',
  'usage',
  'model-missing',
  'model-broken',
])

/**
 * Plain bytes up to this many are read by the rules in less time than any limit, so they are read without a worker, which
 * takes longer to start than most pages take to be read.
 */
const SMALL = 128 * 1024

/** Reads pages one after another within limits of time and memory. A page that passes them is given up; the next is read. */
export class PageReader {
  readonly #flags: ReaderFlags
  readonly #withStatements: boolean
  #pool: Promise<PagePool> | null = null

  /** @throws OnrecordError `usage` where flags contradict each other */
  constructor(flags: ReaderFlags, withStatements: boolean) {
    this.#flags = flags
    this.#withStatements = withStatements
    preferenceOf(flags)
  }

  /**
   * Reads what an address, a file, or standard input (`-`) gives.
   *
   * @throws OnrecordError `page-timeout`, `page-memory`, and what fetching and reading throw
   */
  async read(name: string, kind: FromOptions['kind'] = this.#flags.kind): Promise<PageFindings> {
    const { charset, maxBytes } = this.#flags
    const { bytes, ...about } = await comeBy(name, this.#flags)
    const options = { ...about, kind, charset: charset ?? null, maxBytes }
    try {
      if (!this.#isSmall({ bytes, ...about })) return await (await this.#opened()).readBytes(bytes, options)
      const { pageFromBytes } = await import('../node/page.js')
      const page = await pageFromBytes(bytes, options)
      const { findingsOf } = await import('./stages.js')
      return findingsOf(page, this.#withStatements)
    } catch (error) {
      const { code, message, cause } = failureOf(error)
      // The stages know the page's text and nothing of its name; what the model lacks is no page's fault.
      if (message.startsWith(about.name) || ENDS_ALL.has(code)) throw error
      throw new OnrecordError(code, `${about.name}: ${message}`, { cause })
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool
    if (pool) await (await pool).close()
  }

  /** What is packed or has to be converted may be small and hold much. */
  #isSmall({ bytes, name, contentType }: Come): boolean {
    if (this.#withStatements && this.#flags.tagger === 'network') return false
    if (bytes.length > SMALL || isGzip(bytes) || convertible(bytes) !== null) return false
    return !/\.eml$/i.test(name) && !/rfc822/i.test(contentType ?? '')
  }

  #opened(): Promise<PagePool> {
    this.#pool ??= this.#open()
    return this.#pool
  }

  async #open(): Promise<PagePool> {
    const { PagePool } = await import('../node/pool/pool.js')
    const { tagger } = this.#flags
    const pool = new PagePool({
      tagger: this.#withStatements ? tagger : null,
      network: { prefer: preferenceOf(this.#flags) },
      workers: 1,
      ...poolLimits(this.#flags),
    })
    // Whoever reads is told what is wrong.
    holdEnd(pool.open())
    return pool
  }
}
