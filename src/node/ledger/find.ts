import { type RawBuilder, sql } from 'kysely'
import type { Answers, ArticleFound, Entry, Filters, Question } from '../../core/ledger/port.js'
import { daysOf } from '../../core/ledger/said-of.js'
import { snippetOf } from '../../core/ledger/snippet.js'
import { parseWords } from '../../core/ledger/words.js'
import { OnrecordError } from '../../core/model/index.js'
import { articleOf, outletKey } from './add.js'
import type { Connection, Engine, Match, Parts, Share } from './engine.js'
import { entriesOf, mergedInto } from './entries.js'
import { addedOrder, monthPart } from './months.js'
import { packedOf } from './packed.js'
import { monthsBetween } from './rows.js'
import { headFrom, unpackRecord } from './text.js'

/**
 * Matches that are ranked by relevance, and counted: the latest added. A question that more match is too wide for its
 * order to tell anything, and ranking half a million would take a second.
 */
const POOL = 1_000
/** Matches that are put in order by date. */
const DATED = 20_000
const LIMIT = 20
const MOST = 1_000

/** Row numbers of statements that match, in order, one page of them. */
export interface Matched {
  readonly ns: readonly number[]
  readonly total: number
  readonly more: boolean
}

/** Full-text search over statements, narrowed by filters. */
export async function find(tx: Connection, engine: Engine, question: Question): Promise<Answers<Entry>> {
  const { ns, total, more } = await matched(tx, engine, question)
  const entries = await entriesOf(tx, ns)
  return { items: ns.flatMap((n) => entries.get(n) ?? []), total, more }
}

/** The statements that match, by row. */
export async function matched(tx: Connection, engine: Engine, question: Question): Promise<Matched> {
  const { words, sort = words.trim() === '' ? 'newest' : 'relevance' } = question
  const limit = Math.min(MOST, question.limit ?? LIMIT)
  const offset = question.offset ?? 0
  const terms = words.trim() === '' ? [] : parseWords(words)
  const narrowed = await facetsOf(tx, question, terms.length > 0)
  if (narrowed === null) return { ns: [], total: 0, more: false }
  const most = Math.max(sort === 'relevance' ? POOL : DATED, offset + limit)
  const rows = await pool(tx, engine, { terms, ...narrowed }, question, {
    after: 0,
    most: most + 1,
    order: 'last',
    by: sort === 'relevance' ? 'rank' : 'day',
  })
  const more = rows.length > most
  const found = more ? rows.slice(0, -1) : rows
  if (sort === 'relevance') found.sort((a, b) => a.rank - b.rank || addedOrder(b.n) - addedOrder(a.n))
  else {
    // Those without a date come last either way.
    const sign = sort === 'newest' ? -1 : 1
    found.sort((a, b) => {
      if (a.day === b.day) return addedOrder(a.n) - addedOrder(b.n)
      if (a.day === null || b.day === null) return a.day === null ? 1 : -1
      return a.day < b.day ? -sign : sign
    })
  }
  return { ns: found.slice(offset, offset + limit).map(({ n }) => n), total: found.length, more }
}

/** The rows of at most so many statements that match, those added last, in no order that tells anything. */
export async function matchedRows(
  tx: Connection,
  engine: Engine,
  question: Question,
  most: number,
): Promise<{ readonly ns: readonly number[]; readonly more: boolean }> {
  const terms = question.words.trim() === '' ? [] : parseWords(question.words)
  const narrowed = await facetsOf(tx, question, terms.length > 0)
  if (narrowed === null) return { ns: [], more: false }
  const rows = await pool(tx, engine, { terms, ...narrowed }, question, {
    after: 0,
    most: most + 1,
    order: 'last',
    by: null,
  })
  return { ns: rows.slice(0, most).map(({ n }) => n), more: rows.length > most }
}

/** The statements that match and were added after a row, by row, in the order in which they were added. */
export async function addedSince(
  tx: Connection,
  engine: Engine,
  question: Question,
  after: number,
  most: number,
): Promise<number[]> {
  const terms = question.words.trim() === '' ? [] : parseWords(question.words)
  const narrowed = await facetsOf(tx, question, terms.length > 0)
  if (narrowed === null) return []
  const rows = await pool(tx, engine, { terms, ...narrowed }, question, {
    after,
    most,
    order: 'first',
    by: null,
  })
  return rows.map(({ n }) => n)
}

async function pool(
  tx: Connection,
  engine: Engine,
  match: Match,
  { from, to, page, inResponseTo }: Filters,
  { after, most, order, by }: { after: number; most: number; order: Share['order']; by: 'rank' | 'day' | null },
): Promise<{ n: number; rank: number; day: string | null }[]> {
  const bounds: RawBuilder<unknown>[] = []
  // Whole months are told by the search alone.
  const isTold = isToldByMonths(from, to)
  if (from !== undefined && !isTold) bounds.push(sql`s.last_day >= ${edge(from, 0)}`)
  if (to !== undefined && !isTold) bounds.push(sql`s.day <= ${edge(to, 1)}`)
  if (page !== undefined) bounds.push(sql`s.page = (select n from pages where id = ${page})`)
  if (inResponseTo !== undefined) {
    bounds.push(sql`s.n in (select l.answer from links l join statements c on c.n = l.claim
      where l.asserted = 1 and coalesce(c.first, c.n) = (select coalesce(x.first, x.n) from statements x where x.id = ${inResponseTo}))`)
  }
  // What people ask most; the search has its own way for it.
  const parts = partsOf(from, to)
  if (bounds.length === 0 && by === 'rank' && match.terms.length > 0)
    return (await engine.latest(tx, match, most, parts)).map(({ n, rank }) => ({ n, rank, day: null }))
  // Where a day is asked for, a look is taken at each; else only where something must hold of it.
  const all = bounds.length > 0 ? sql.join(bounds, sql` and `) : by === 'day' ? sql`1 = 1` : null
  const { rows } = await engine
    .matching('statement_words', match, { most, order, bounds: all, ranked: by === 'rank', after, parts })
    .execute(tx)
  return rows.map((row) => ({ ...row }))
}

/** The months in which what matches a range of dates may be; null: any. */
function partsOf(from: string | undefined, to: string | undefined): Parts | null {
  if (from === undefined && to === undefined) return null
  const first = from === undefined ? null : monthPart(edge(from, 0))
  const last = to === undefined ? null : monthPart(edge(to, 1))
  // A time that has no part of its own bounds nothing.
  return { first: first || null, last: last || null }
}

/** What filters ask of the search; null: nothing can match. */
async function facetsOf(
  tx: Connection,
  filters: Filters,
  hasWords: boolean,
): Promise<Pick<Match, 'facets' | 'without'> | null> {
  const { speakers, acts, quotation, from, to, outlet, versions, copies } = filters
  const facets: string[][] = []
  if (acts && acts.length > 0) facets.push(acts.map((act) => `act.${act}`))
  if (quotation && quotation.length > 0) facets.push(quotation.map((kind) => `quo.${kind}`))
  if (speakers) {
    const rows = await tx
      .selectFrom('speakers')
      .select('n')
      .where('id', 'in', [...speakers, ''])
      .execute()
    const all = (await Promise.all(rows.map(({ n }) => mergedInto(tx, n)))).flat()
    if (all.length === 0) return null
    facets.push(all.map((n) => `sp.${n}`))
  }
  if (outlet !== undefined) {
    const row = await tx.selectFrom('outlets').select('n').where('key', '=', outletKey(outlet)).executeTakeFirst()
    if (!row) return null
    facets.push([`out.${row.n}`])
  }
  const months = monthsOf(from, to)
  if (months) facets.push(months)
  // Every question needs something to match; all statements are of one of the three kinds.
  if (facets.length === 0 && !hasWords) facets.push(['quo.direct', 'quo.indirect', 'quo.mixed'])
  const without = [...(versions ? [] : ['old']), ...(copies === false ? ['rep'] : [])]
  return { facets, without }
}

/** Months or years of a range of dates, where it has both ends and is not too long: they narrow the search itself. */
function monthsOf(from: string | undefined, to: string | undefined): string[] | null {
  if (from === undefined || to === undefined) return null
  const first = edge(from, 0)
  const last = edge(to, 1)
  if (first > last) throw new OnrecordError('usage', `The range ${from} to ${to} ends before it begins.`)
  const months = monthsBetween(first.slice(0, 7), last.slice(0, 7))
  if (months.at(-1) === last.slice(0, 7)) return months.map((month) => `mon.${month}`)
  const years: string[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)) && years.length < 100; year++) {
    years.push(`yr.${String(year).padStart(4, '0')}`)
  }
  return years.length < 100 ? years : null
}

/** Whether a range is one of whole months, or of whole years, that the search tells one by one. */
function isToldByMonths(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined || from.length > 7 || to.length > 7) return false
  const facets = monthsOf(from, to)
  return facets !== null && (facets[0]?.startsWith('mon.') === true || (from.length === 4 && to.length === 4))
}

function edge(date: string, side: 0 | 1): string {
  const day = isOnCalendar(date) ? daysOf(date)[side] : null
  if (day === null)
    throw new OnrecordError(
      'usage',
      `"${date}" is no date. Give a year, a month or a day: 2026, 2026-05 or 2026-05-12.`,
    )
  return day
}

/** Whether the month of a date is one, and its day one of that month, as far as it names them. */
function isOnCalendar(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date) ?? []
  if (month === undefined) return true
  // The day before the first of the next month.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  return isMonth && (day === undefined || (Number(day) >= 1 && Number(day) <= last))
}

/** Full-text search over articles; filters for outlet and dates of the page hold. */
export async function findArticles(tx: Connection, engine: Engine, question: Question): Promise<Answers<ArticleFound>> {
  const { words, outlet, from, to, offset = 0 } = question
  const limit = Math.min(MOST, question.limit ?? LIMIT)
  const terms = parseWords(words)
  const facets: string[][] = []
  if (outlet !== undefined) {
    const row = await tx.selectFrom('outlets').select('n').where('key', '=', outletKey(outlet)).executeTakeFirst()
    if (!row) return { items: [], total: 0, more: false }
    facets.push([`out.${row.n}`])
  }
  const bounds: RawBuilder<unknown>[] = []
  if (!question.versions) bounds.push(sql`s.newer is null`)
  if (from !== undefined) bounds.push(sql`s.day >= ${edge(from, 0)}`)
  if (to !== undefined) bounds.push(sql`s.day <= ${edge(to, 1)}`)
  const most = Math.max(POOL, offset + limit)
  // A long article has several rows in PostgreSQL's search; the best of them is its rank.
  const share: Share = {
    most: most + 1,
    order: 'last',
    bounds: bounds.length === 0 ? null : sql.join(bounds, sql` and `),
    ranked: true,
    after: 0,
    parts: partsOf(from, to),
  }
  const { rows } = await engine.matching('page_words', { terms, facets, without: [] }, share).execute(tx)
  const more = rows.length > most
  const best = new Map<number, number>()
  for (const { n, rank } of rows.slice(0, most)) best.set(n, Math.min(rank, best.get(n) ?? Number.POSITIVE_INFINITY))
  const ranked = [...best].sort((a, b) => a[1] - b[1] || b[0] - a[0])
  const shown = ranked.slice(offset, offset + limit).map(([n]) => n)
  if (shown.length === 0) return { items: [], total: ranked.length, more }
  const pages = await tx.selectFrom('pages').select(['n', 'head', 'statements']).where('n', 'in', shown).execute()
  const packed = await packedOf(tx, engine, shown, 'record')
  const byRow = new Map(pages.map((page) => [page.n, page]))
  const items = shown.flatMap((n) => {
    const page = byRow.get(n)
    const kept = packed.get(n)
    if (!page || !kept) return []
    const { snippet, marks } = snippetOf(articleOf(unpackRecord(engine.packing, kept.record).reading), terms)
    return [{ page: headFrom(page.head), snippet, marks, statements: page.statements }]
  })
  return { items, total: ranked.length, more }
}
