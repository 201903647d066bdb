import type { PageRecord } from '../../core/exports/record.js'
import { guessKind, OnrecordError, pageIdOf } from '../../core/model/index.js'
import type { Got, Parts, Reader } from '../parts.js'

/** The most bytes of a page, a draft or a source that come in through MCP. */
export const MOST_BYTES = 2_000_000

/**
 * The record of a text that came with a call; nothing is kept.
 *
 * @param kind `article`: the text is an article and nothing else, unless it is HTML
 * @throws OnrecordError `page-too-large`, and as `Reader.read`
 */
export async function recordOfText(
  { reader }: Pick<Parts, 'reader'>,
  text: string,
  { name, kind }: { readonly name: string; readonly kind: 'auto' | 'html' | 'article' },
): Promise<PageRecord> {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > MOST_BYTES) throw tooLarge(name)
  const read = kind === 'article' ? (guessKind(text) === 'html' ? 'html' : 'article') : kind
  const page = { name, url: null, bytes, contentType: 'text/plain; charset=utf-8' }
  return readOnce(reader, read === 'auto' ? page : { ...page, kind: read })
}

/** Records that are kept at hand: who goes on in a long list of statements asks about the same page again. */
const KEPT = 4
const READ = new WeakMap<Reader, Map<string, Promise<PageRecord>>>()

/** As `Reader.read`, but a page that was read lately is not read again. */
function readOnce(reader: Reader, page: Parameters<Reader['read']>[0]): Promise<PageRecord> {
  const kept = READ.get(reader) ?? new Map<string, Promise<PageRecord>>()
  READ.set(reader, kept)
  const key = [pageIdOf(page.bytes), page.kind, page.contentType, page.name, page.url].join(' ')
  const known = kept.get(key)
  if (known) return known
  const record = reader.read(page).then(({ record }) => record)
  kept.set(key, record)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  // Whoever waits for it is told; the next one tries again.
  record.catch(() => kept.delete(key))
  return record
}

/**
 * The record of the page at an address; nothing is kept.
 *
 * @throws OnrecordError `page-too-large`, `usage` where the address has no page or many, and as `Intake.fromAddress` and
 * `Reader.read`
 */
export async function recordAt(
  { intake, reader }: Pick<Parts, 'intake' | 'reader'>,
  address: string,
  signal: AbortSignal,
): Promise<PageRecord> {
  try {
    const got = await pageAt(intake, address, signal)
    if (got.bytes.length > MOST_BYTES) throw tooLarge(address)
    const { name, url, bytes, contentType } = got
    return await readOnce(reader, { name, url, bytes, contentType })
  } catch (error) {
    const isSize =
      error instanceof OnrecordError && (error.code === 'fetch-too-large' || error.code === 'page-too-large')
    throw isSize ? tooLarge(address) : error
  }
}

async function pageAt(intake: Parts['intake'], address: string, signal: AbortSignal): Promise<Got> {
  let reason = 'nothing was found there'
  for await (const taken of intake.fromAddress(address, signal)) {
    if (taken.kind === 'failure') throw taken.error
    if (taken.kind === 'skipped') {
      reason = taken.reason
      continue
    }
    // What a listing names is called by its own address.
    if (withoutFragment(taken.name) === withoutFragment(address)) return taken
    throw new OnrecordError(
      'usage',
      `${address} is no page but a list of pages. Give the address of one, such as ${taken.url ?? taken.name}.`,
    )
  }
  throw new OnrecordError('usage', `${address} has no page to be read: ${reason}.`)
}

function withoutFragment(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function tooLarge(name: string): OnrecordError {
  return new OnrecordError(
    'page-too-large',
    `${name} has more than ${MOST_BYTES} bytes, the most that a page may have through MCP. Have it read on the command line: onrecord add, or onrecord read.`,
  )
}
