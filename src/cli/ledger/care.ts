import { createReadStream, readFileSync } from 'node:fs'
import { visible } from '../../core/exports/visible.js'
import { type ArchiveLine, archiveLine } from '../../core/ledger/archive.js'
import { OnrecordError } from '../../core/model/index.js'
import { standardInput } from '../../node/file.js'
import { linesOf } from '../lines.js'
import { fileOutput, standardOutput } from '../output.js'
import { write } from './ask.js'
import { count } from './entry-text.js'
import { exportParquet } from './parquet.js'
import { type LedgerFlag, withLedger } from './place.js'
import { runProgress } from './run-progress.js'

/** What a process ends with where a kept page is not as it was kept. */
const FAULTS = 9

/** A ledger's copy is for whom the ledger is for. */
const OWNER_ALONE = 0o600

/** The flags of `onrecord verify`. */
export interface VerifyFlags extends LedgerFlag {
  readonly format: 'text' | 'json'
  /** A file of certificates in PEM. */
  readonly authorities?: string
}

/** `onrecord verify`. @returns the exit code: 9 where anything is not as it was kept */
export function verifyLedger(flags: VerifyFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger, place) => {
    const progress = runProgress(process.stderr)
    const { pages, statements, timestamps, faults } = await ledger.verify({
      onPage: (done, of) => {
        if (done === 1) progress.expect(of)
        progress.step(false)
      },
      ...(flags.authorities === undefined ? {} : { authorities: certificatesIn(flags.authorities) }),
    })
    progress.clear()
    await write({}, async () => {
      if (flags.format === 'json') return `${JSON.stringify({ pages, statements, timestamps, faults }, null, 2)}\n`
      const lines = faults.map(({ page, what, message }) => `${page}: ${what}: ${visible(message)}`)
      const stamps = timestamps === 0 ? '' : `, ${count(timestamps, 'timestamp')}`
      const held = `${count(pages, 'page')}, ${count(statements, 'statement')}${stamps} in ${visible(place)}`
      lines.push(
        faults.length === 0
          ? `${held}: every page has its hash, every statement its words${timestamps === 0 ? '' : `, every timestamp its page${flags.authorities === undefined ? ' (who signed them was not checked: give --authorities)' : ''}`}.`
          : `${held}: ${count(faults.length, 'fault')}.`,
      )
      return `${lines.join('\n')}\n`
    })
    return faults.length === 0 ? 0 : FAULTS
  })
}

function certificatesIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new OnrecordError(
      'usage',
      `${path} cannot be read (${(error as Error).message}). Name a file of certificates in PEM.`,
    )
  }
}

/** The flags of `onrecord export`. */
export interface ExportFlags extends LedgerFlag {
  readonly all?: true
  readonly training?: true
  readonly format?: 'parquet'
  /** A file; of Parquet a folder. */
  readonly output?: string
}

/** `onrecord export`: the whole ledger as an archive or as tables, or what people corrected as training data. @returns the exit code */
export function exportLedger(flags: ExportFlags): Promise<number> {
  if ([flags.all, flags.training, flags.format].filter((each) => each !== undefined).length !== 1)
    throw new OnrecordError(
      'usage',
      'Say what to export: --all, the whole ledger; --training, what people corrected; or --format parquet, tables.',
    )
  return withLedger(flags, { create: false }, async (ledger) => {
    if (flags.format === 'parquet') {
      await exportParquet(ledger, flags.output, OWNER_ALONE)
      return 0
    }
    const output = flags.output === undefined ? standardOutput() : fileOutput(flags.output, OWNER_ALONE)
    try {
      if (flags.all) for await (const line of ledger.exportAll()) await output.write(`${JSON.stringify(line)}\n`)
      else {
        const { toJsonl } = await import('../../core/exports/jsonl.js')
        for (const page of await ledger.reviewedPages()) await output.write(toJsonl(await ledger.correctedRecord(page)))
      }
      output.finish()
    } catch (error) {
      output.discard()
      throw error
    }
    return 0
  })
}

/** The most bytes of an archive's line: a page of 64 MB in base64, with its record. */
const LONGEST = 512 * 1024 * 1024

/** `onrecord import`: takes archives in. @returns the exit code */
export function importArchives(files: readonly string[], flags: LedgerFlag): Promise<number> {
  return withLedger(flags, { create: true }, async (ledger, place) => {
    const progress = runProgress(process.stderr)
    for (const file of files) await ledger.importAll(archiveLines(file), () => progress.step(false))
    progress.clear()
    const { pages, statements, speakers } = await ledger.counts()
    await write(
      {},
      async () =>
        `${visible(place)} has ${count(pages, 'page')}, ${count(statements, 'statement')} and ${count(speakers, 'speaker')}.\n`,
    )
    return 0
  })
}

async function* archiveLines(file: string): AsyncGenerator<ArchiveLine> {
  const stream = file === '-' ? standardInput() : createReadStream(file)
  let last = 0
  try {
    for await (const { number, bytes } of linesOf(stream as AsyncIterable<Buffer>, LONGEST)) {
      if (bytes === null)
        throw new OnrecordError('archive-invalid', `Line ${number} of ${file} is too long for a page.`)
      last = number
      const text = bytes.toString('utf8')
      if (text.trim() !== '') yield archiveLine(text, number)
    }
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('page-unreadable', `${file} cannot be read: ${(error as Error).message}.`, { cause: error })
  }
  if (last === 0) throw new OnrecordError('archive-invalid', `${file} is empty. Export the ledger anew.`)
}
