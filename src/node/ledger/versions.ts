import { sql } from 'kysely'
import { anchor, selectorOf } from '../../core/anchor/index.js'
import type { PageRecord } from '../../core/exports/record.js'
import type { Connection, Engine } from './engine.js'
import { packedRecord } from './packed.js'
import { reindex } from './rows.js'
import { unpackRecord } from './text.js'

/** A page among those of its address. */
interface Placed {
  readonly n: number
  readonly address: string
  readonly record: PageRecord
}

/**
 * Puts a page in its place among the versions of its address, by time, and finds the statements of the version before it
 * again: those that still stand there give way to the newer ones in views; those that are changed or gone stay in sight.
 *
 * @returns whether there are other versions
 */
export async function placeVersion(tx: Connection, engine: Engine, page: Placed): Promise<boolean> {
  const others = await tx
    .selectFrom('pages')
    .select(['n', 'retrieved'])
    .where('address', '=', page.address)
    .orderBy('retrieved')
    .orderBy('n')
    .execute()
  if (others.length < 2) return false
  const at = others.findIndex(({ n }) => n === page.n)
  const before = others[at - 1]
  const after = others[at + 1]
  if (before) await succeed(tx, engine, before.n, page.n, page.record)
  if (after) await succeed(tx, engine, page.n, after.n, await recordOf(tx, engine, after.n))
  return true
}

async function recordOf(tx: Connection, engine: Engine, n: number): Promise<PageRecord> {
  return unpackRecord(engine.packing, await packedRecord(tx, engine, n))
}

async function succeed(tx: Connection, engine: Engine, older: number, newer: number, now: PageRecord): Promise<void> {
  await tx.updateTable('pages').set({ newer }).where('n', '=', older).execute()
  const { reading, statements } = await recordOf(tx, engine, older)
  const rows = await tx
    .selectFrom('statements')
    .select(['n', 'id', 'current'])
    .where('page', '=', older)
    .orderBy('at')
    .execute()
  const numbers = new Map(rows.map(({ id, n }) => [id, n]))
  const fates = statements.flatMap(({ id, content }) => {
    const statement = numbers.get(id)
    const [first] = content
    if (statement === undefined || !first) return []
    const span = { start: first.start, end: content.at(-1)?.end ?? first.end }
    const { how, span: there, why } = anchor(now.reading.text, selectorOf(reading.text, span as typeof first))
    return [
      {
        statement,
        page: newer,
        how,
        words: there && JSON.stringify(now.reading.text.slice(there.start, there.end)),
        why,
      },
    ]
  })
  for (let from = 0; from < fates.length; from += 200) {
    await tx
      .insertInto('fates')
      .values(fates.slice(from, from + 200))
      .onConflict((c) => c.doNothing())
      .execute()
  }
  const kept = new Set(fates.filter(({ how }) => how === 'exact').map(({ statement }) => statement))
  const changed: number[] = []
  for (const { n, current } of rows) if (current !== (kept.has(n) ? 0 : 1)) changed.push(n)
  for (let from = 0; from < changed.length; from += 200) {
    const some = changed.slice(from, from + 200)
    await tx.updateTable('statements').set({ current: sql<number>`1 - current` }).where('n', 'in', some).execute()
  }
  await reindex(tx, engine, changed)
}
