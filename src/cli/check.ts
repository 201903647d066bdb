import {
  type Checked,
  check,
  checkedJson,
  isAsGrave,
  memorySources,
  type Source,
  type Sources,
  toCheckHtml,
  toJunit,
  toSarif,
  type VerdictName,
} from '../core/check/index.js'
import { OnrecordError } from '../core/model/index.js'
import { findQuotations } from '../core/statements/quotations.js'
import { VERSION } from '../core/version.js'
import { checkText } from './check-text.js'
import { exitCodeOf } from './exit-codes.js'
import { failureLine, failureOf } from './failure.js'
import { fileOutput, keepInputs, standardOutput } from './output.js'
import { ENDS_ALL, PageReader, type ReaderFlags } from './page-reader.js'
import { layOut, looksFor } from './terminal.js'

/** The formats of `onrecord check`. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'html', 'junit'] as const

/** The flags of `onrecord check`. */
export interface CheckFlags extends Omit<ReaderFlags, 'kind'> {
  /** The sources; where not given, the ledger is. */
  readonly against?: readonly string[]
  readonly ledger?: string
  readonly format: (typeof CHECK_FORMATS)[number]
  readonly failOn: VerdictName | 'never'
  /** False: only what stands in quotation marks is checked. */
  readonly reports: boolean
  readonly output?: string
}

/** What a process ends with where the draft does not hold. */
const DOES_NOT_HOLD = 8

/**
 * Holds drafts against sources and prints the verdicts. A page that cannot be read is told of on standard error, and the
 * rest go on.
 *
 * @returns the exit code: that of the first page that could not be read, for without it the verdicts are not all there;
 * else 8 where a verdict is as grave as `failOn`, or graver
 */
export async function checkDrafts(names: readonly string[], options: CheckFlags): Promise<number> {
  if (options.against !== undefined && options.ledger !== undefined)
    throw new OnrecordError(
      'usage',
      'A draft is held against files (--against) or a ledger (--ledger). Give one of them.',
    )
  keepInputs(options.output, [...names, ...(options.against ?? [])])
  const pages = new Pages(options)
  try {
    const checked =
      options.against === undefined
        ? await againstLedger(names, options, pages)
        : await againstFiles(names, options.against, options, pages)
    // Where there is nothing to print it is told why, and a file that was there is left as it was.
    if (checked.length === 0) return pages.exitCode
    await print(await reportOf(checked, options), options)
    const { failOn } = options
    const holds =
      failOn === 'never' || !checked.some(({ verdicts }) => verdicts.some((verdict) => isAsGrave(verdict, failOn)))
    return pages.exitCode || (holds ? 0 : DOES_NOT_HOLD)
  } finally {
    await pages.close()
  }
}

async function print(report: string, { output: file }: CheckFlags): Promise<void> {
  const output = file === undefined ? standardOutput() : fileOutput(file)
  try {
    await output.write(report)
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
}

async function againstFiles(
  names: readonly string[],
  against: readonly string[],
  options: CheckFlags,
  pages: Pages,
): Promise<Checked[]> {
  const read = await Promise.all(against.map((name) => pages.read(name)))
  const found = read.filter((source) => source !== null)
  if (found.length === 0) return []
  const sources = memorySources(found)
  const checked: Checked[] = []
  for (const name of names) {
    const draft = await pages.read(name)
    if (draft) checked.push(await checkOne(draft, sources, options))
  }
  return checked
}

async function againstLedger(names: readonly string[], options: CheckFlags, pages: Pages): Promise<Checked[]> {
  const { withLedger } = await import('./ledger/place.js')
  const { sourcesOf } = await import('../node/ledger/check-sources.js')
  return withLedger(options, { create: false }, async (ledger) => {
    const checked: Checked[] = []
    for (const name of names) {
      const draft = await pages.read(name)
      // A draft that was added to the ledger proves nothing of itself.
      if (draft) checked.push(await checkOne(draft, sourcesOf(ledger, new Set([draft.reading.page])), options))
    }
    return checked
  })
}

function checkOne(draft: Source, sources: Sources, { reports }: CheckFlags): Promise<Checked> {
  return check({ ...draft, quotations: draft.quotations ?? [] }, sources, { reports })
}

async function reportOf(checked: readonly Checked[], { format, failOn, output }: CheckFlags): Promise<string> {
  switch (format) {
    case 'json':
      return checked.map((one) => `${JSON.stringify(checkedJson(one), null, 2)}\n`).join('')
    case 'sarif':
      return toSarif(checked, VERSION)
    case 'html':
      return toCheckHtml(checked)
    case 'junit':
      return toJunit(checked, failOn === 'never' ? 'altered' : failOn)
    default: {
      const looks = looksFor(output === undefined ? process.stdout : {})
      return (await Promise.all(checked.map((one) => layOut(looks, (terminal) => checkText(one, terminal))))).join('\n')
    }
  }
}

/** The pages of a check, drafts and sources. */
class Pages {
  readonly #reader: PageReader
  /** That of the first page that could not be read. */
  exitCode = 0

  constructor(options: CheckFlags) {
    this.#reader = new PageReader({ ...options, kind: 'auto' }, true)
  }

  /** A page as the check needs it; null: it cannot be read, which is told. Markdown is read as an article: its marks are no words. */
  async read(name: string): Promise<Source | null> {
    const kind = /\.(?:md|markdown)$/i.test(name) ? 'article' : 'auto'
    try {
      const { reading, statements, speakers } = await this.#reader.read(name, kind)
      return { name, reading, statements, speakers, quotations: findQuotations(reading) }
    } catch (error) {
      const failure = failureOf(error)
      if (ENDS_ALL.has(failure.code)) throw failure
      process.stderr.write(failureLine(failure))
      this.exitCode ||= exitCodeOf(failure.code)
      return null
    }
  }

  close(): Promise<void> {
    return this.#reader.close()
  }
}
