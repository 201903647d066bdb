import {
  CSV_BOM,
  CSV_HEADER,
  type Order,
  type PageRecord,
  recordOf,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toReadingText,
  toSchemaOrg,
  toText,
  toWebAnno,
  toWebAnnotation,
} from '../core/exports/index.js'
import { OnrecordError } from '../core/model/index.js'
import { exitCodeOf } from './exit-codes.js'
import { failureLine, failureOf } from './failure.js'
import { fileOutput, type Output, ReaderGone, standardOutput } from './output.js'
import { ENDS_ALL, PageReader, type ReaderFlags } from './page-reader.js'
import type { FORMATS, ORDERS } from './program.js'

/** One of {@link FORMATS}. */
type Format = (typeof FORMATS)[number]

/** The flags of `onrecord read`. */
export interface ReadOptions extends ReaderFlags {
  readonly format: Format
  readonly show: 'statements' | 'reading'
  readonly by: (typeof ORDERS)[number]
  /** The same as `by` order. */
  readonly order?: true
  readonly bom?: true
  readonly output?: string
}

/** What is printed of the pages: `between` any two, `before` and `after` all, `page` for each. */
interface Printer {
  readonly before: string
  readonly between: string
  readonly after: string
  page(record: PageRecord): string | Promise<string>
}

/**
 * Reads pages and prints each as it is read. One that fails is told of on standard error and never stops the others.
 *
 * @returns the exit code: that of the first page that failed, else 0
 */
export async function readPages(names: readonly string[], options: ReadOptions): Promise<number> {
  checkFlags(options, names.length)
  const reader = new PageReader(options, options.show === 'statements')
  const printer = await printerFor(options, names.length > 1)
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output)
  let exitCode = 0
  let printed = 0
  try {
    for (const name of names) {
      try {
        const record = await recordOfPage(name, reader)
        const text = await printer.page(record)
        await output.write((printed === 0 ? printer.before : printer.between) + text)
        printed++
      } catch (error) {
        if (error instanceof ReaderGone) throw error
        const failure = failureOf(error)
        if (ENDS_ALL.has(failure.code)) throw failure
        process.stderr.write(failureLine(failure))
        exitCode ||= exitCodeOf(failure.code)
      }
    }
    await close(output, printer, printed)
  } catch (error) {
    output.discard()
    throw error
  } finally {
    await reader.close()
  }
  return exitCode
}

/** Formats of which a file holds one page. */
const OF_ONE_PAGE: ReadonlySet<Format> = new Set<Format>(['html', 'citron', 'brat', 'brat-text', 'webanno'])

function checkFlags({ format, show, by, order, bom }: ReadOptions, pages: number): void {
  const wrong = (message: string) => new OnrecordError('usage', message)
  if (show === 'reading' && format !== 'text' && format !== 'json')
    throw wrong(`--show reading has no ${format} format; choose text or json.`)
  if (pages > 1 && OF_ONE_PAGE.has(format))
    throw wrong(`A file of --format ${format} holds one page; give one page at a time.`)
  if (order && by === 'act') throw wrong('--order and --by act contradict each other.')
  if (bom && format !== 'csv') throw wrong('--bom goes with --format csv.')
}

/** Where no page could be read nothing is printed, and a file that was there is left as it was. */
async function close(output: Output, printer: Printer, printed: number): Promise<void> {
  if (printed === 0) return output.discard()
  await output.write(printer.after)
  output.finish()
}

async function recordOfPage(name: string, reader: PageReader): Promise<PageRecord> {
  const { page, reading, statements, speakers } = await reader.read(name)
  return recordOf(page, reading, statements, speakers, name === '-' ? null : name)
}

async function printerFor(options: ReadOptions, several: boolean): Promise<Printer> {
  const { format, show, bom, output } = options
  const order: Order = options.order || options.by === 'order' ? 'page' : options.by
  const plain = (page: Printer['page']): Printer => ({ before: '', between: '', after: '', page })
  const list = (page: Printer['page']): Printer =>
    several ? { before: '[\n', between: ',\n', after: ']\n', page } : plain(page)
  switch (format) {
    case 'json':
      return list(toJson)
    case 'jsonl':
      return plain(toJsonl)
    case 'csv':
      return { ...plain(toCsv), before: bom ? CSV_BOM + CSV_HEADER : CSV_HEADER }
    case 'markdown':
      return { ...plain((record) => toMarkdown(record, order)), between: '\n' }
    case 'html':
      return plain(toHtml)
    case 'web-annotation':
      return list(toWebAnnotation)
    case 'schema-org':
      return list(toSchemaOrg)
    case 'citron':
      return plain(toCitron)
    case 'brat':
      return plain(toBrat)
    case 'brat-text':
      return plain(({ reading }) => reading.text)
    case 'webanno':
      return plain(toWebAnno)
    case 'text': {
      const { layOut, looksFor } = await import('./terminal.js')
      const looks = looksFor(output === undefined ? process.stdout : {})
      const page = (record: PageRecord) =>
        layOut(looks, (terminal) =>
          show === 'reading' ? toReadingText(record, terminal) : toText(record, terminal, order),
        )
      return {
        before: '',
        between: `\n${looks.palette.quiet('─'.repeat(Math.min(looks.columns, 96)))}\n\n`,
        after: '',
        page,
      }
    }
  }
}
