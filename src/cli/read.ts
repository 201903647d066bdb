import { type PageRecord, recordOf } from '../core/exports/index.js'
import { OnrecordError } from '../core/model/index.js'
import { exitCodeOf } from './exit-codes.js'
import { failureLine, failureOf } from './failure.js'
import { type FormFlags, OF_ONE_PAGE, type Printer, printerFor } from './forms.js'
import { fileOutput, keepInputs, type Output, standardOutput } from './output.js'
import { ENDS_ALL, PageReader, type ReaderFlags } from './page-reader.js'
import { type RedactFlags, redactionOf } from './redaction.js'

/** The flags of `onrecord read`. */
export interface ReadOptions extends ReaderFlags, FormFlags, RedactFlags {}

/**
 * Reads pages and prints each as it is read; where names are replaced, all when all are read. One that fails is told of on
 * standard error and never stops the others.
 *
 * @returns the exit code: that of the first page that failed, else 0
 */
export async function readPages(names: readonly string[], options: ReadOptions): Promise<number> {
  checkFlags(options, names.length)
  keepInputs(options.output, names)
  const redaction = redactionOf(options)
  const reader = new PageReader(options, options.show === 'statements')
  const printer = await printerFor(options, names.length > 1)
  let exitCode = 0
  const failed = (error: unknown): void => {
    const failure = failureOf(error)
    if (ENDS_ALL.has(failure.code)) throw failure
    process.stderr.write(failureLine(failure))
    exitCode ||= exitCodeOf(failure.code)
  }
  const records = async function* (): AsyncGenerator<PageRecord> {
    for (const name of names) {
      try {
        yield await recordOfPage(name, reader)
      } catch (error) {
        failed(error)
      }
    }
  }
  try {
    if (redaction === null) await print(records(), printer, options, failed)
    else {
      const kept: PageRecord[] = []
      for await (const record of records()) kept.push(record)
      await redaction.run(
        () => kept,
        (redacted) => print(redacted, printer, options, failed),
      )
    }
  } finally {
    await reader.close()
  }
  return exitCode
}

async function print(
  records: AsyncIterable<PageRecord>,
  printer: Printer,
  { output: path }: ReadOptions,
  failed: (error: unknown) => void,
): Promise<void> {
  const output = path === undefined ? standardOutput() : fileOutput(path)
  let printed = 0
  try {
    for await (const record of records) {
      let text: string
      try {
        text = await printer.page(record)
      } catch (error) {
        failed(error)
        continue
      }
      await output.write((printed === 0 ? printer.before : printer.between) + text)
      printed++
    }
    await close(output, printer, printed)
  } catch (error) {
    output.discard()
    throw error
  }
}

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
