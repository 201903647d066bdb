import type { Connection, Engine } from './engine.js'
import { addedOrder, PART } from './months.js'

/** A page's bytes and its record, each packed. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly record: Uint8Array
}

/** Pages' bytes or records as they are kept, by the pages' numbers. Some hundred pages at most. */
export async function packedOf<What extends keyof Packed>(
  tx: Connection,
  engine: Engine,
  pages: readonly number[],
  ...what: readonly What[]
): Promise<Map<number, Pick<Packed, What>>> {
  if (pages.length === 0) return new Map()
  if (engine.name === 'sqlite') {
    const rows = await tx
      .selectFrom('pages')
      .select(['n', ...what])
      .where('n', 'in', [...pages])
      .execute()
    return byPage(rows as unknown as (Pick<Packed, What> & { n: number })[])
  }
  await engine.settle(tx)
  const parts = await tx
    .selectFrom('pages')
    .select(['n', 'part'])
    .where('n', 'in', [...pages])
    .execute()
  if (parts.length === 0) return new Map()
  // Asked for by their whole numbers, so that only the parts are looked into where they are.
  const rows = await tx
    .selectFrom('readings')
    .select(['n', ...what])
    .where(
      'n',
      'in',
      parts.map(({ n, part }) => part * PART + n),
    )
    .execute()
  return byPage(rows as unknown as (Pick<Packed, What> & { n: number })[])
}

const byPage = <Row extends { readonly n: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [addedOrder(row.n), row]))

/** One page's record as it is kept. */
export async function packedRecord(tx: Connection, engine: Engine, page: number): Promise<Uint8Array> {
  const row = (await packedOf(tx, engine, [page], 'record')).get(page)
  if (!row) throw new Error(`no record is kept of page ${page}`)
  return row.record
}
