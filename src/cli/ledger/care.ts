import { createReadStream, readFileSync } from 'node:fs'
import { visible } from '../../core/exports/visible.js'
import { type ArchiveLine, archiveLine } from '../../core/ledger/archive.js'
import type { Rereader } from '../../core/ledger/reread.js'
import { OnrecordError } from '../../core/model/index.js'
import { standardInput } from '../../node/file.js'
import { linesOf } from '../lines.js'
import { write } from './ask.js'
import { count } from './entry-text.js'
import { type LedgerFlag, withLedger } from './place.js'
import { runProgress } from './run-progress.js'

/** What a process ends with where a kept page is not as it was kept. */
const FAULTS = 9

/** The flags of `onrecord verify`. */
export interface VerifyFlags extends LedgerFlag {
  readonly format: 'text' | 'json'
  /** A file of certificates in PEM. */
  readonly authorities?: string
  /** Read every page again from its bytes, and hold its record against that. */
  readonly reread?: boolean
}

/** `onrecord verify`. @returns the exit code: 9 where anything is not as it was kept */
export function verifyLedger(flags: VerifyFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger, place) => {
    const progress = runProgress(process.stderr)
    const again = flags.reread ? await rereading() : null
    const found = await ledger
      .verify({
        onPage: (done, of) => {
          if (done === 1) progress.expect(of)
          progress.step(false)
        },
        ...(flags.authorities === undefined ? {} : { authorities: certificatesIn(flags.authorities) }),
        ...(again && { reread: again.reread }),
      })
      .finally(() => again?.close())
    const { pages, statements, timestamps, faults, otherVersions } = found
    progress.clear()
    await write({}, async () => {
      if (flags.format === 'json') return `${JSON.stringify({ ...found }, null, 2)}\n`
      const lines = faults.map(({ page, what, message }) => `${page}: ${what}: ${visible(message)}`)
      const stamps = timestamps === 0 ? '' : `, ${count(timestamps, 'timestamp')}`
      const held = `${count(pages, 'page')}, ${count(statements, 'statement')}${stamps} in ${visible(place)}`
      if (otherVersions) {
        lines.push(
          `${count(otherVersions, 'page')} ${otherVersions === 1 ? 'was' : 'were'} read by another version, and this one cannot say whether the record is what the bytes say.`,
        )
      }
      lines.push(
        faults.length === 0
          ? `${held}: every page has its hash, every record ${flags.reread ? 'the words of its page' : 'its own'}, every statement its words${timestamps === 0 ? '' : `, every timestamp its page${flags.authorities === undefined ? ' (who signed them was not checked: give --authorities)' : ''}`}.`
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

/** Reads pages again within the limits of every page, without looking for statements. */
async function rereading(): Promise<{ readonly reread: Rereader; close(): Promise<void> }> {
  const { PagePool } = await import('../../node/pool/pool.js')
  const pool = new PagePool({ tagger: null, workers: 1 })
  return {
    reread: ({ page: { kind, charset, name, url } }, bytes) =>
      pool.readBytes(bytes, { kind, charset, url, ...(name !== null && { name }), maxBytes: LONGEST }),
    close: () => pool.close(),
  }
}

/** The most bytes of an archive's line: a page of 64 MB in base64, with its record. */
const LONGEST = 512 * 1024 * 1024

/** `onrecord import`: takes archives in. @returns the exit code */
export function importArchives(files: readonly string[], flags: LedgerFlag): Promise<number> {
  return withLedger(flags, { create: true }, async (ledger, place) => {
    const progress = runProgress(process.stderr)
    const again = await rereading()
    try {
      for (const file of files) {
        await ledger.importAll(archiveLines(file), { onPage: () => progress.step(false), reread: again.reread })
      }
    } finally {
      progress.clear()
      await again.close()
    }
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
