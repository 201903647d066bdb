import { recordJson } from '../../core/exports/json.js'
import { ARCHIVE, type ArchiveLine } from '../../core/ledger/archive.js'
import type { SavedSearch } from '../../core/ledger/port.js'
import { VERSION } from '../../core/version.js'
import { correctionsOf } from './correct.js'
import type { Connection, Engine } from './engine.js'
import { packedOf } from './packed.js'
import { capturesOf } from './show.js'
import { bytesOf, unpackRecord } from './text.js'

/**
 * Everything that was put into a ledger, as lines: pages in the order in which they came, then what people made, then how
 * much that was.
 */
export async function* exportAll(tx: Connection, engine: Engine): AsyncGenerator<ArchiveLine> {
  const { packing } = engine
  yield { archive: ARCHIVE, onrecord: VERSION }
  const end = { pages: 0, corrections: 0, searches: 0 }
  for (let last = 0; ; ) {
    const row = await tx
      .selectFrom('pages')
      .select(['n', 'id', 'added'])
      .where('n', '>', last)
      .orderBy('n')
      .limit(1)
      .executeTakeFirst()
    if (!row) break
    last = row.n
    const packed = (await packedOf(tx, engine, [row.n], 'bytes', 'record')).get(row.n)
    if (!packed) throw new Error(`nothing is kept of page ${row.n}`)
    yield {
      page: row.id,
      added: row.added,
      captures: await capturesOf(tx, row.n),
      bytes: packing.toBase64(packing.unpack(bytesOf(packed.bytes))),
      timestamps: (await tokensOf(tx, row.n)).map((token) => packing.toBase64(token)),
      record: recordJson(unpackRecord(packing, packed.record)),
    }
    end.pages++
  }
  for (const { undoneBy: _, ...correction } of await correctionsOf(tx)) {
    yield { correction }
    end.corrections++
  }
  for (const search of await searchesOf(tx)) {
    yield { search }
    end.searches++
  }
  yield { end }
}

/** Timestamp tokens of a page, in the order in which they were kept. */
export async function tokensOf(tx: Connection, page: number): Promise<Uint8Array[]> {
  const rows = await tx.selectFrom('timestamps').select('token').where('page', '=', page).orderBy('n').execute()
  return rows.map(({ token }) => bytesOf(token))
}

/** Kept searches, by name. */
export async function searchesOf(tx: Connection): Promise<SavedSearch[]> {
  const rows = await tx.selectFrom('searches').selectAll().orderBy('name').execute()
  return rows.map(({ name, question }) => ({ name, question: JSON.parse(question) }))
}
