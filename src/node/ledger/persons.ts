import { sql } from 'kysely'
import { COMMON_WORDS } from '../../core/compare/common-words.js'
import type { Answers, Link, Person, Profile } from '../../core/ledger/port.js'
import { searchWords } from '../../core/ledger/tokens.js'
import type { Act, SpeakerKind } from '../../core/model/index.js'
import { nameKeys } from '../../core/speakers/across.js'
import type { Connection, Engine } from './engine.js'
import { entriesOf, mergedInto, speakersOf } from './entries.js'
import { linksOf } from './show.js'
import { column, listFrom } from './text.js'

/** Speakers with a word in their name that are looked through for a name. */
const NAMED = 5_000
/** Pages of a speaker whose roles are looked at: the latest. */
const PAGES = 500
/** Statements of a speaker that tell what they are about: the latest. */
const TOPICAL = 100
const LATEST = 20
const LINKS = 20
const TOPICS = 12

/** Profiles of the speakers of a name, those with most statements first; or of the one of an id. */
export async function who(tx: Connection, name: string, limit: number): Promise<Profile[]> {
  const rows = await rowsNamed(tx, name, limit)
  return Promise.all(rows.map((n) => profileOf(tx, n)))
}

/** Speakers, those with most statements first. */
export async function listSpeakers(
  tx: Connection,
  engine: Engine,
  filter: {
    readonly name?: string
    readonly begins?: boolean
    readonly kind?: SpeakerKind
    readonly limit?: number
    readonly offset?: number
  },
): Promise<Answers<Person>> {
  const { name, begins = false, kind, limit = 20, offset = 0 } = filter
  let rows: { n: number }[]
  let total: number
  if (name !== undefined) {
    const found = await rowsNamed(tx, name, NAMED, { kind, goingOn: begins ? engine : null })
    rows = found.slice(offset, offset + limit).map((n) => ({ n }))
    total = found.length
  } else {
    let query = tx.selectFrom('speakers').where('merged', 'is', null)
    if (kind !== undefined) query = query.where('kind', '=', kind)
    rows = await query.select('n').orderBy('statements', 'desc').orderBy('n').limit(limit).offset(offset).execute()
    const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    total = Number(count)
  }
  const items: Person[] = []
  for (const { n } of rows) {
    const { counts: _, ...person } = await personOf(tx, n)
    items.push(person)
  }
  return { items, total, more: name !== undefined && total >= NAMED }
}

/** @param goingOn the engine, where the last word may go on; those that have it whole come first. Null: it may not */
async function rowsNamed(
  tx: Connection,
  name: string,
  limit: number,
  { kind, goingOn }: { readonly kind?: SpeakerKind | undefined; readonly goingOn: Engine | null } = { goingOn: null },
): Promise<number[]> {
  if (/^[0-9a-f]{8,32}$/.test(name)) {
    const byId = await tx
      .selectFrom('speakers')
      .select('n')
      .where('id', '>=', name)
      .where('id', '<', `${name}g`)
      .limit(2)
      .execute()
    if (byId.length === 1) return [...(await speakersOf(tx, [byId[0]?.n ?? 0])).values()].map(({ n }) => n)
  }
  const words = [...new Set(searchWords(name))]
  if (words.length === 0) return []
  const whole = await withWords(tx, words)
  const more = goingOn && whole.length < NAMED ? await withWords(tx, words, goingOn) : []
  const found = [...new Set([...whole, ...more])].slice(0, NAMED)
  const roots = await speakersOf(tx, found)
  const first = new Set(whole.map((speaker) => roots.get(speaker)?.n))
  const distinct = [...new Map([...roots.values()].map((row) => [row.n, row])).values()]
  if (distinct.length === 0) return []
  const counts = new Map<number, number>()
  for (let from = 0; from < distinct.length; from += 400) {
    const some = await tx
      .selectFrom('speakers')
      .select(['n', 'statements'])
      .where(
        'n',
        'in',
        distinct.slice(from, from + 400).map(({ n }) => n),
      )
      .execute()
    for (const { n, statements } of some) counts.set(n, statements)
  }
  const keys = nameKeys({ name, kind: 'person', otherNames: [], roles: [] })
  const isWhole = ({ name: own }: { name: string }) =>
    searchWords(own).join(' ') === words.join(' ') || keys.includes(searchWords(own).join(' '))
  return distinct
    .filter((row) => kind === undefined || row.kind === kind)
    .sort(
      (a, b) =>
        Number(isWhole(b)) - Number(isWhole(a)) ||
        Number(first.has(b.n)) - Number(first.has(a.n)) ||
        (counts.get(b.n) ?? 0) - (counts.get(a.n) ?? 0) ||
        a.n - b.n,
    )
    .slice(0, limit)
    .map(({ n }) => n)
}

/**
 * The speakers that have words among their names, those made first.
 *
 * @param goingOn the engine, where the last word may go on
 */
async function withWords(tx: Connection, words: readonly string[], goingOn?: Engine): Promise<number[]> {
  const begin = goingOn === undefined ? null : (words.at(-1) ?? '')
  const begun = (word: string) => (goingOn as Engine).begins(sql.ref('word'), column(word))
  // The longest word is mostly the rarest; the others narrow what it finds.
  const [rarest, ...others] = (begin === null ? words : words.slice(0, -1))
    .map(column)
    .sort((a, b) => b.length - a.length)
  let query = tx.selectFrom('speaker_names as a').select('a.speaker').distinct()
  if (rarest !== undefined) query = query.where('a.word', '=', rarest)
  for (const word of others) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('speaker_names as b')
          .select('b.speaker')
          .whereRef('b.speaker', '=', 'a.speaker')
          .where('b.word', '=', word),
      ),
    )
  }
  // Looked up once: for each speaker anew, a short beginning would take long.
  if (begin !== null)
    query = query.where('a.speaker', 'in', (eb) => eb.selectFrom('speaker_names').select('speaker').where(begun(begin)))
  const found = await query.orderBy('a.speaker').limit(NAMED).execute()
  return found.map(({ speaker }) => speaker)
}

async function personOf(tx: Connection, n: number): Promise<Person & { readonly counts: readonly Count[] }> {
  const row = await tx.selectFrom('speakers').selectAll().where('n', '=', n).executeTakeFirstOrThrow()
  const all = await mergedInto(tx, n)
  const merged =
    all.length === 1 ? [row] : await tx.selectFrom('speakers').selectAll().where('n', 'in', all).orderBy('n').execute()
  const pages = await tx
    .selectFrom('page_speakers')
    .select(['page', 'roles', 'day'])
    .where('speaker', 'in', all)
    .orderBy('page', 'desc')
    .limit(PAGES)
    .execute()
  const roles = new Map<string, { words: string; from: string | null; to: string | null }>()
  for (const { roles: given, day } of pages) {
    for (const words of listFrom(given)) {
      const known = roles.get(words.toLowerCase())
      if (!known) roles.set(words.toLowerCase(), { words, from: day, to: day })
      else if (day !== null) {
        if (known.from === null || day < known.from) known.from = day
        if (known.to === null || day > known.to) known.to = day
      }
    }
  }
  const names = merged.flatMap(({ name, other_names }) => [name, ...listFrom(other_names)])
  const counts = await countsOf(tx, all)
  const { pages: onPages } = await tx
    .selectFrom('page_speakers')
    .select((eb) => eb.fn.count<number>('page').distinct().as('pages'))
    .where('speaker', 'in', all)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as SpeakerKind,
    otherNames: [...new Set(names)].filter((name) => name !== row.name),
    roles: [...roles.values()].sort((a, b) => compare(a.from, b.from) || compare(a.words, b.words)),
    statements: counts.reduce((sum, { statements }) => sum + statements, 0),
    pages: Number(onPages),
    first: edgeOf(
      counts.map((each) => each.first),
      -1,
    ),
    last: edgeOf(
      counts.map((each) => each.last),
      1,
    ),
    perhaps: await perhapsOf(tx, merged, all),
    counts,
  }
}

/** How often a speaker does what, by act and month. */
interface Count {
  readonly act: string
  readonly month: string | null
  readonly statements: number
  readonly first: string | null
  readonly last: string | null
}

/** One look at all statements of a speaker, by the index alone. */
async function countsOf(tx: Connection, speakers: readonly number[]): Promise<Count[]> {
  const rows = await tx
    .selectFrom('statements')
    .select((eb) => [
      'act',
      sql<string | null>`substr(day, 1, 7)`.as('month'),
      eb.fn.countAll<number>().as('statements'),
      eb.fn.min('day').as('first'),
      eb.fn.max('day').as('last'),
    ])
    .where('speaker', 'in', [...speakers])
    .groupBy(['act', sql`substr(day, 1, 7)`])
    .execute()
  return rows.map((row) => ({ ...row, statements: Number(row.statements) }))
}

function edgeOf(days: readonly (string | null)[], side: -1 | 1): string | null {
  let edge: string | null = null
  for (const day of days) if (day !== null && (edge === null || compare(day, edge) === side)) edge = day
  return edge
}

function summed(counts: readonly Count[], keyOf: (count: Count) => string | null): [string, number][] {
  const sums = new Map<string, number>()
  for (const count of counts) {
    const key = keyOf(count)
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + count.statements)
  }
  return [...sums]
}

async function perhapsOf(
  tx: Connection,
  rows: readonly { perhaps: string }[],
  own: readonly number[],
): Promise<Person['perhaps']> {
  const offered = rows.flatMap(({ perhaps }) => JSON.parse(perhaps) as [string, string][])
  if (offered.length === 0) return []
  const found = await tx
    .selectFrom('speakers')
    .select(['n', 'id', 'name'])
    .where('id', 'in', [...new Set(offered.map(([id]) => id))].slice(0, 50))
    .execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  return offered.flatMap(([id, why]) => {
    const row = byId.get(id)
    return row && !own.includes(row.n) ? [{ id, name: row.name, why }] : []
  })
}

async function profileOf(tx: Connection, n: number): Promise<Profile> {
  const { counts, ...person } = await personOf(tx, n)
  const all = await mergedInto(tx, n)
  // Those with a date come by the index; those without, mostly none, after them.
  const dated = latestOf(tx, all)
    .where('day', 'is not', null)
    .orderBy('day', 'desc')
    .orderBy('n', 'desc')
    .limit(TOPICAL)
  const latest = await dated.execute()
  if (latest.length < LATEST) {
    const undated = latestOf(tx, all).where('day', 'is', null).orderBy('n', 'desc').limit(LATEST)
    latest.push(...(await undated.execute()))
  }
  const entries = await entriesOf(
    tx,
    latest.map((row) => row.n),
  )
  const ordered = latest.flatMap((row) => entries.get(row.n) ?? [])
  const byName = new Set([person.name, ...person.otherNames].flatMap(searchWords))
  return {
    ...person,
    acts: summed(counts, ({ act }) => act)
      .map(([act, statements]) => ({ act: act as Act, statements }))
      .sort((a, b) => b.statements - a.statements || compare(a.act, b.act)),
    months: summed(counts, ({ month }) => month)
      .map(([month, statements]) => ({ month, statements }))
      .sort((a, b) => compare(a.month, b.month)),
    about: topicsOf(
      ordered.map(({ said }) => said.content.join(' ')),
      byName,
    ),
    latest: ordered.slice(0, LATEST),
    answers: await speakersLinks(tx, all, 'answer'),
    answered: await speakersLinks(tx, all, 'claim'),
  }
}

function latestOf(tx: Connection, speakers: readonly number[]) {
  return tx
    .selectFrom('statements')
    .select('n')
    .where('speaker', 'in', [...speakers])
    .where('current', '=', 1)
    .where((eb) => eb.or([eb('status', 'is', null), eb('status', '!=', 'rejected')]))
}

async function speakersLinks(tx: Connection, speakers: readonly number[], side: 'answer' | 'claim'): Promise<Link[]> {
  const rows = await tx
    .selectFrom('links')
    .innerJoin('statements', 'statements.n', `links.${side}`)
    .select('links.n')
    .where('statements.speaker', 'in', [...speakers])
    .where('links.asserted', '=', 1)
    .orderBy('links.n', 'desc')
    .limit(LINKS)
    .execute()
  return linksOf(
    tx,
    rows.map(({ n }) => n),
  )
}

/** The words that most of the texts share; names of the speaker left out. */
function topicsOf(texts: readonly string[], but: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(searchWords(text))) {
      if (word.length < 4 || COMMON_WORDS.has(word) || but.has(word) || /^\d/.test(word)) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .slice(0, TOPICS)
    .map(([word]) => word)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
