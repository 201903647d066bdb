import type { Said } from '../../core/compare/said.js'
import { daysOf } from '../../core/ledger/said-of.js'
import { searchWords } from '../../core/ledger/tokens.js'
import type { Act } from '../../core/model/index.js'
import type { Connection, Engine, Indexed } from './engine.js'
import { headFrom, unpackSaid } from './text.js'

/** What of a statement's row its place in the search is made of. */
export interface Searched {
  readonly n: number
  readonly said: Said
  readonly act: Act
  readonly speaker: number | null
  readonly outlet: number | null
  readonly current: number
  readonly first: number | null
}

/** Months of a range that are told one by one. */
const MONTHS = 24

/** A statement as the search knows it. */
export function indexed({ n, said, act, speaker, outlet, current, first }: Searched): Indexed {
  const facets = [`act.${act}`, `quo.${said.quotation}`]
  if (speaker !== null) facets.push(`sp.${speaker}`)
  if (outlet !== null) facets.push(`out.${outlet}`)
  // What few statements have is told: a search that leaves out a rare facet is faster than one that asks for a common one.
  if (current === 0) facets.push('old')
  if (first !== null) facets.push('rep')
  const [from, to] = daysOf(said.date)
  if (from !== null && to !== null) {
    const months = monthsBetween(from.slice(0, 7), to.slice(0, 7))
    for (const month of months) facets.push(`mon.${month}`)
    for (const year of new Set(months.map((month) => month.slice(0, 4)))) facets.push(`yr.${year}`)
  }
  const name = said.speaker === null ? [] : searchWords(said.speaker.name)
  const mention = said.mention === null ? [] : searchWords(said.mention)
  const who = mention.join(' ').includes(name.join(' ')) ? mention : [...mention, ...name]
  return { n, words: said.content.flatMap(searchWords), who, facets }
}

/** Months from one to another, both included, as `2026-05`; of a long range its first two years. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  for (let at = from; at <= to && months.length < MONTHS; at = `${pad(year, 4)}-${pad(month, 2)}`) {
    months.push(at)
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  return months
}

/** Statements as the search knows them, from their rows; those that a person rejected are in no search. */
export async function indexedRows(tx: Connection, ns: readonly number[]): Promise<Indexed[]> {
  const rows = await tx
    .selectFrom('statements')
    .innerJoin('pages', 'pages.n', 'statements.page')
    .select(['statements.n', 'statements.id', 'head', 'said', 'act', 'speaker', 'outlet', 'current', 'first', 'status'])
    .where('statements.n', 'in', ns)
    .execute()
  return rows
    .filter(({ status }) => status !== 'rejected')
    .map((row) =>
      indexed({ ...row, act: row.act as Act, said: unpackSaid(row.said, { id: row.id, page: headFrom(row.head) }) }),
    )
}

/** Makes statements' places in the search again, after something that filters ask for has changed. */
export async function reindex(tx: Connection, engine: Engine, ns: readonly number[]): Promise<void> {
  for (let from = 0; from < ns.length; from += 200) {
    const some = ns.slice(from, from + 200)
    const rows = await indexedRows(tx, some)
    await engine.unindex(tx, 'statement_words', some)
    await engine.index(tx, 'statement_words', rows)
  }
}
