import type { PageRecord } from '../../core/exports/record.js'
import { reviewed, saidOfReviewed } from '../../core/ledger/corrected.js'
import type { Fault, Verified, VerifyOptions } from '../../core/ledger/port.js'
import { isAsReread, type Rereader } from '../../core/ledger/reread.js'
import { OnrecordError, type PageId } from '../../core/model/index.js'
import { tokensOf } from './archives.js'
import { correctionsOf } from './correct.js'
import type { Connection, Engine } from './engine.js'
import { packedOf } from './packed.js'
import { bytesOf, packSaid, unpackRecord } from './text.js'

/** Pages that are held in memory at once. */
const AT_ONCE = 20

/**
 * Holds every kept page against its hash, every record against its own, and every statement against the words of its page,
 * those that people corrected as their corrections have them. With `reread` every record is held against its page's bytes too,
 * which are read again for it. Faults are told of, not thrown.
 */
export async function verify(
  tx: Connection,
  engine: Engine,
  { onPage, authorities, reread }: VerifyOptions = {},
): Promise<Verified> {
  const { packing, checkTimestamp } = engine
  const { count } = await tx
    .selectFrom('pages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const of = Number(count)
  const faults: Fault[] = []
  let pages = 0
  let statements = 0
  let timestamps = 0
  let unchecked = 0
  let otherVersions = 0
  for (let last = 0; ; ) {
    const rows = await tx
      .selectFrom('pages')
      .select(['n', 'id', 'record_hash', 'statements'])
      .where('n', '>', last)
      .orderBy('n')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) break
    const packed = await packedOf(
      tx,
      engine,
      rows.map(({ n }) => n),
      'bytes',
      'record',
    )
    for (const row of rows) {
      last = row.n
      pages++
      const fault = (what: Fault['what'], message: string) => faults.push({ page: row.id as PageId, what, message })
      const whole = packed.get(row.n)
      if (!whole) {
        fault('bytes', 'its bytes and its record are missing')
        continue
      }
      attempt(
        () => {
          const hash = packing.hash(packing.unpack(bytesOf(whole.bytes)))
          if (hash !== row.id) fault('bytes', `the kept bytes have the SHA-256 ${hash}, not that of the page`)
        },
        (message) => fault('bytes', `the kept bytes cannot be unpacked: ${message}`),
      )
      for (const token of await tokensOf(tx, row.n)) {
        if (checkTimestamp === null) {
          unchecked++
          continue
        }
        timestamps++
        attempt(
          () => checkTimestamp(token, row.id, authorities),
          (message) => fault('timestamp', message),
        )
      }
      const record = attempt(
        () => {
          const json = packing.unpack(bytesOf(whole.record))
          if (packing.hash(json) !== row.record_hash) fault('record', 'the kept record is not what was kept')
          return unpackRecord(packing, whole.record)
        },
        (message) => {
          fault('record', `the kept record cannot be read: ${message}`)
        },
      )
      if (!record) continue
      if (record.page.id !== row.id) fault('record', `the kept record is that of the page ${record.page.id}`)
      const differs = reread && (await notItsBytes(reread, record, () => packing.unpack(bytesOf(whole.bytes))))
      if (differs === 'other version') otherVersions++
      else if (differs) fault('record', differs)
      const kept = await tx
        .selectFrom('statements')
        .select(['id', 'said', 'status'])
        .where('page', '=', row.n)
        .orderBy('at')
        .execute()
      statements += kept.length
      const corrections = kept.some(({ status }) => status !== null) ? await correctionsOf(tx, { page: row.n }) : []
      const all = attempt(
        () => reviewed(record, corrections),
        (message) => fault('statement', `its corrections do not fit it: ${message}`),
      )
      if (!all) continue
      const inWords = saidOfReviewed(record)
      const made = new Map(all.map((each) => [each.statement.id as string, packSaid(inWords(each))]))
      for (const { id, said, status } of kept) {
        const own = made.get(id)
        made.delete(id)
        // What a person added and took back stays, as one that was rejected.
        if (own === undefined && status === 'rejected') continue
        if (own === undefined) fault('statement', `the statement ${id} is not in the page's record`)
        else if (own !== said) fault('statement', `the statement ${id} has other words than its page`)
      }
      for (const id of made.keys()) fault('statement', `the statement ${id} of the page's record is missing`)
      onPage?.(pages, of)
    }
  }
  return {
    pages,
    statements,
    timestamps,
    faults,
    ...(unchecked > 0 && { unchecked }),
    ...(otherVersions > 0 && { otherVersions }),
  }
}

/**
 * Sees that a record of an archive is what its page's bytes say, as far as this version can say it.
 *
 * @throws OnrecordError `archive-invalid`
 */
export async function asItsBytes(reread: Rereader, record: PageRecord, bytes: Uint8Array): Promise<void> {
  const differs = await notItsBytes(reread, record, () => bytes)
  if (differs === null || differs === 'other version') return
  throw new OnrecordError(
    'archive-invalid',
    `The archive's page ${record.page.id}: ${differs}. It, and what comes after it, was not taken in; ask whoever made the archive.`,
  )
}

/** What is wrong with a record, held against its page's bytes; null: nothing. */
async function notItsBytes(
  reread: Rereader,
  record: PageRecord,
  bytes: () => Uint8Array,
): Promise<string | 'other version' | null> {
  try {
    const isSame = isAsReread(record, await reread(record, bytes()))
    if (isSame === null) return 'other version'
    return isSame ? null : 'the kept record is not what the page’s bytes say'
  } catch (error) {
    return `the page’s bytes cannot be read again: ${error instanceof Error ? error.message : String(error)}`
  }
}

function attempt<T>(work: () => T, failed: (message: string) => void): T | undefined {
  try {
    return work()
  } catch (error) {
    failed(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
