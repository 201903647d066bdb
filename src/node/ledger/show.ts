import type { Answers, Capture, Dispute, Link, Question, RepeatKind, Shown } from '../../core/ledger/port.js'
import { OnrecordError, type StatementId } from '../../core/model/index.js'
import { correctionsOf } from './correct.js'
import type { Connection, Engine } from './engine.js'
import { entriesOf } from './entries.js'
import { matched } from './find.js'
import { packedRecord } from './packed.js'
import { unpackRecord } from './text.js'

/** Places of one statement that are shown. */
const PLACES = 200

/** Links by row, in the order given. */
export async function linksOf(tx: Connection, rows: readonly number[]): Promise<Link[]> {
  if (rows.length === 0) return []
  const found = await tx
    .selectFrom('links')
    .selectAll()
    .where('n', 'in', [...rows])
    .execute()
  const entries = await entriesOf(
    tx,
    found.flatMap(({ answer, claim }) => [answer, claim]),
  )
  const byRow = new Map(found.map((row) => [row.n, row]))
  return rows.flatMap((n) => {
    const row = byRow.get(n)
    const answer = row && entries.get(row.answer)
    const claim = row && entries.get(row.claim)
    if (!row || !answer || !claim) return []
    return [
      {
        kind: row.kind as Link['kind'],
        answer,
        claim,
        confidence: row.confidence,
        asserted: row.asserted === 1,
        why: JSON.parse(row.why) as string,
      },
    ]
  })
}

/** @throws OnrecordError `not-found` */
export async function show(tx: Connection, engine: Engine, id: StatementId): Promise<Shown> {
  const row = await tx
    .selectFrom('statements')
    .innerJoin('pages', 'pages.n', 'statements.page')
    .select(['statements.n', 'statements.page', 'statements.day', 'first', 'address'])
    .where('statements.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('statement', id)
  const group = row.first ?? row.n
  const others = await tx
    .selectFrom('statements')
    .innerJoin('pages', 'pages.n', 'statements.page')
    .select(['statements.n', 'repeat', 'statements.day'])
    .where((eb) => eb.or([eb('first', '=', group), eb('statements.n', '=', group)]))
    .where('statements.n', '!=', row.n)
    // An older version of the same page is told of among its versions.
    .where((eb) => eb.or([eb('address', 'is', null), eb('address', '!=', row.address ?? '')]))
    .orderBy('statements.day')
    .orderBy('statements.n')
    .limit(PLACES)
    .execute()
  const links = await tx
    .selectFrom('links')
    .select('n')
    .where((eb) => eb.or([eb('answer', 'in', [row.n, group]), eb('claim', 'in', [row.n, group])]))
    .orderBy('confidence', 'desc')
    .orderBy('n')
    .execute()
  const fates = await tx
    .selectFrom('fates')
    .innerJoin('pages', 'pages.n', 'fates.page')
    .select(['pages.id', 'pages.retrieved', 'how', 'words', 'why'])
    .where('statement', '=', row.n)
    .orderBy('pages.retrieved')
    .execute()
  // The group is named after the one that was added first; what was said first is told by date.
  const earliest = [row, ...others]
    .filter(({ day }) => day !== null)
    .sort((a, b) => ((a.day as string) < (b.day as string) ? -1 : a.day === b.day ? a.n - b.n : 1))[0]
  const entries = await entriesOf(tx, [row.n, ...others.map(({ n }) => n)])
  const entry = entries.get(row.n)
  if (!entry) throw notFound('statement', id)
  return {
    ...entry,
    record: unpackRecord(engine.packing, await packedRecord(tx, engine, row.page)),
    captures: await capturesOf(tx, row.page),
    elsewhere: others.flatMap(({ n, repeat }) => {
      const other = entries.get(n)
      return other ? [{ kind: (repeat ?? 'exact') as RepeatKind, entry: other, first: n === earliest?.n }] : []
    }),
    links: await linksOf(
      tx,
      links.map(({ n }) => n),
    ),
    corrections: await correctionsOf(tx, { target: id }),
    versions: fates.map(({ id: page, retrieved, how, words, why }) => ({
      page: page as Shown['versions'][number]['page'],
      retrieved,
      how: how as 'exact' | 'near' | 'lost',
      words: words === null ? null : (JSON.parse(words) as string),
      why,
    })),
  }
}

/** Where a page was come by, in the order in which that was kept. */
export async function capturesOf(tx: Connection, page: number): Promise<Capture[]> {
  const rows = await tx.selectFrom('captures').select('capture').where('page', '=', page).orderBy('n').execute()
  return rows.map(({ capture }) => JSON.parse(capture) as Capture)
}

/** The error for an id that names nothing. */
export function notFound(what: string, id: string): OnrecordError {
  return new OnrecordError('not-found', `The ledger has no ${what} "${id}". Look for it with: onrecord find`)
}

/** Claims that match, with what answers them: denied and disputed ones first by how many answers they have. */
export async function disputes(tx: Connection, engine: Engine, question: Question): Promise<Answers<Dispute>> {
  const { limit = 20, offset = 0 } = question
  const isNarrow =
    question.words.trim() !== '' ||
    Object.keys(question).some((key) => !['words', 'limit', 'offset', 'sort', 'offered'].includes(key))
  const within = isNarrow ? (await matched(tx, engine, { ...question, limit: 1000, offset: 0 })).ns : null
  let query = tx
    .selectFrom('links')
    .innerJoin('statements', 'statements.n', 'links.claim')
    .select((eb) => ['links.claim', 'statements.day', eb.fn.countAll<number>().as('answers')])
    .where('links.asserted', 'in', question.offered ? [0, 1] : [1])
    .where('links.confidence', '>', 0)
    .where('links.kind', 'in', ['denies', 'disputes'])
    .groupBy(['links.claim', 'statements.day'])
  if (within !== null)
    query = query.where((eb) =>
      eb.or([eb('links.claim', 'in', [...within, 0]), eb('links.answer', 'in', [...within, 0])]),
    )
  const claims = await query.orderBy('statements.day', 'desc').orderBy('links.claim', 'desc').limit(5_000).execute()
  const shown = claims.slice(offset, offset + limit).map(({ claim }) => claim)
  if (shown.length === 0) return { items: [], total: claims.length, more: false }
  const rows = await tx
    .selectFrom('links')
    .select(['n', 'claim'])
    .where('claim', 'in', shown)
    .where('asserted', 'in', question.offered ? [0, 1] : [1])
    .where('confidence', '>', 0)
    .orderBy('confidence', 'desc')
    .orderBy('n')
    .execute()
  const links = await linksOf(
    tx,
    rows.map(({ n }) => n),
  )
  const entries = await entriesOf(tx, shown)
  const items = shown.flatMap((n) => {
    const claim = entries.get(n)
    return claim ? [{ claim, links: links.filter((link) => link.claim.said.id === claim.said.id) }] : []
  })
  return { items, total: claims.length, more: claims.length === 5_000 }
}
