import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { PageRecord } from '../../core/exports/record.js'
import type { KeptRecord, Ledger } from '../../core/ledger/port.js'
import { recordAlone } from '../../core/ledger/rows.js'
import { OnrecordError } from '../../core/model/index.js'
import { OF_ONE_PAGE, type Printer, printerFor } from '../forms.js'
import { fileOutput, type Output, standardOutput } from '../output.js'
import { type RedactFlags, type Redaction, redactionOf } from '../redaction.js'
import type { RECORD_FORMATS } from './formats.js'
import { exportParquet } from './parquet.js'
import { type LedgerFlag, withLedger } from './place.js'
import { type RunProgress, runProgress } from './run-progress.js'

/** The mode of new files: what is in a ledger may be nobody else's to read. */
const OWNER_ALONE = 0o600

/** The flags of `onrecord export`. */
export interface ExportFlags extends LedgerFlag, RedactFlags {
  readonly all?: true
  readonly training?: true
  readonly records?: true
  readonly format: (typeof RECORD_FORMATS)[number]
  readonly output?: string
}

/**
 * `onrecord export`: the whole ledger as an archive, what people corrected as training data, or records in any form.
 *
 * @returns the exit code
 */
export async function exportLedger(flags: ExportFlags): Promise<number> {
  const isFolder = checkFlags(flags)
  const redaction = redactionOf(flags, isFolder)
  return withLedger(flags, { create: false }, async (ledger) => {
    if (flags.all) {
      await into(flags.output, async (output) => {
        for await (const line of ledger.exportAll()) await output.write(`${JSON.stringify(line)}\n`)
      })
      return 0
    }
    const { format } = flags
    if (format === 'parquet') {
      await tables(ledger, flags, redaction)
      return 0
    }
    const records = flags.training ? () => reviewed(ledger) : () => recordsOf(ledger)
    const options = { ...flags, format, show: 'statements', by: 'speaker' } as const
    const printer = await printerFor(options, true)
    const write = (all: AsyncIterable<PageRecord>) =>
      isFolder ? intoFolder(flags.output as string, all, printer, format) : intoFile(flags.output, all, printer)
    if (redaction) await redaction.run(records, write)
    else await write(records())
    return 0
  })
}

async function* reviewed(ledger: Ledger): AsyncGenerator<PageRecord> {
  const pages = await ledger.reviewedPages()
  const progress = shown(pages.length)
  for (const page of pages) {
    yield await ledger.correctedRecord(page)
    progress.step(false)
  }
  progress.clear()
}

/** All that a ledger has, with progress on a terminal. */
async function* kept(ledger: Ledger): AsyncGenerator<KeptRecord> {
  const progress = shown((await ledger.counts()).pages)
  for await (const each of ledger.records()) {
    yield each
    progress.step(false)
  }
  progress.clear()
}

async function* recordsOf(ledger: Ledger): AsyncGenerator<PageRecord> {
  for await (const { record } of kept(ledger)) yield record
}

function shown(pages: number): RunProgress {
  const progress = runProgress(process.stderr)
  progress.expect(pages)
  return progress
}

/** The records of all pages as tables; redacted, without what the ledger knows beside them. */
async function tables(ledger: Ledger, { output = '' }: ExportFlags, redaction: Redaction | null): Promise<void> {
  if (redaction === null) return exportParquet(output, kept(ledger), OWNER_ALONE)
  await redaction.run(
    () => recordsOf(ledger),
    (redacted) => {
      isThere(output)
      const alone = async function* (): AsyncGenerator<KeptRecord> {
        for await (const record of redacted) yield recordAlone(record)
      }
      return exportParquet(output, alone(), OWNER_ALONE)
    },
  )
}

/** @returns whether the output is a folder */
function checkFlags({ all, training, records, format, redact, pseudonyms, output, dryRun }: ExportFlags): boolean {
  const wrong = (message: string) => new OnrecordError('usage', message)
  const isRedacted = redact !== undefined || pseudonyms === true
  if (all && isRedacted)
    throw wrong(
      'An archive (--all) holds the pages themselves, and their bytes cannot be redacted. Export the records: --records.',
    )
  if ([all, training, records].filter(Boolean).length > 1) throw wrong('Say one of --all, --training and --records.')
  if (!all && !training && !records && !isRedacted && format !== 'parquet')
    throw wrong(
      'Say what to export: --all, the whole ledger; --training, what people corrected; or --records, the records of all pages.',
    )
  if ((all || training) && format !== 'jsonl')
    throw wrong(`--format ${format} goes with --records; an archive and training data are JSON lines.`)
  const isFolder = format === 'parquet' || OF_ONE_PAGE.has(format)
  if (isFolder && output === undefined && !dryRun)
    throw wrong(
      `${format === 'parquet' ? 'Parquet is three files' : `A file of --format ${format} holds one page`}. Name a folder for the files: --output FOLDER.`,
    )
  return isFolder && !dryRun
}

async function into(path: string | undefined, work: (output: Output) => Promise<void>): Promise<void> {
  const output = path === undefined ? standardOutput() : fileOutput(path, OWNER_ALONE)
  try {
    await work(output)
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
}

function intoFile(path: string | undefined, records: AsyncIterable<PageRecord>, printer: Printer): Promise<void> {
  return into(path, async (output) => {
    let isFirst = true
    for await (const record of records) {
      await output.write((isFirst ? printer.before : printer.between) + (await printer.page(record)))
      isFirst = false
    }
    await output.write(isFirst ? printer.before + printer.after : printer.after)
  })
}

/** A page's file is named by so many digits of its id. */
const DIGITS = 16

// Made beside it under another name and renamed at the end, so that the folder is whole or not there.
async function intoFolder(
  path: string,
  records: AsyncIterable<PageRecord>,
  printer: Printer,
  format: Exclude<ExportFlags['format'], 'parquet'>,
): Promise<void> {
  const folder = resolve(path)
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
  const there = isThere(path)
  const remove = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    mkdirSync(draft, { mode: 0o700 })
    const mode = OWNER_ALONE
    const taken = new Set<string>()
    for await (const record of records) {
      const name = newName(record.page.id.slice(0, DIGITS), taken)
      writeFileSync(join(draft, `${name}.${OF_ONE_PAGE.get(format)}`), await printer.page(record), { mode })
      if (format === 'brat') writeFileSync(join(draft, `${name}.txt`), record.reading.text, { mode })
    }
    if (there) rmSync(folder, { recursive: true })
    renameSync(draft, folder)
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('output-failed', `${path} cannot be written (${(error as Error).message}).`, {
      cause: error,
    })
  } finally {
    remove()
    process.off('exit', remove)
  }
}

/** Whether an empty folder is there. @throws OnrecordError `usage` where anything else is */
function isThere(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there && (!there.isDirectory() || readdirSync(path).length > 0))
    throw new OnrecordError(
      'usage',
      `${path} is there already, and ${there.isDirectory() ? 'not empty' : 'no folder'}. Name a new folder, so that nothing older is published with it.`,
    )
  return there !== undefined
}

function newName(id: string, taken: Set<string>): string {
  let name = id
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`
  taken.add(name)
  return name
}
