import type { Facet, Facets, Question } from '../../core/ledger/port.js'
import { type Connection, type Engine, inChunks } from './engine.js'
import { speakersOf } from './entries.js'
import { matchedRows } from './find.js'

/** Matches that are counted: the latest added. Counting half a million would take seconds. */
const COUNTED = 5_000
/** Values of a kind that are told. */
const TOLD = 50

/** What the statements that match are of. */
export async function facetsOf(tx: Connection, engine: Engine, question: Question): Promise<Facets> {
  const { ns, more } = await matchedRows(tx, engine, question, COUNTED)
  const acts = new Map<string, number>()
  const quotation = new Map<string, number>()
  const speakers = new Map<number, number>()
  const outlets = new Map<string, number>()
  const months = new Map<string, number>()
  for (const some of inChunks(ns)) {
    const rows = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .leftJoin('outlets', 'outlets.n', 'pages.outlet')
      .select(['act', 'quotation', 'speaker', 'statements.day', 'outlets.name as outlet'])
      .where('statements.n', 'in', some)
      .execute()
    for (const row of rows) {
      count(acts, row.act)
      count(quotation, row.quotation)
      if (row.speaker !== null) count(speakers, row.speaker)
      if (row.outlet !== null) count(outlets, row.outlet)
      if (row.day !== null) count(months, row.day.slice(0, 7))
    }
  }
  const roots = await speakersOf(tx, [...speakers.keys()])
  const byId = new Map<string, { value: string; name: string; statements: number }>()
  for (const [n, statements] of speakers) {
    const root = roots.get(n)
    if (!root) continue
    const known = byId.get(root.id)
    if (known) known.statements += statements
    else byId.set(root.id, { value: root.id, name: root.name, statements })
  }
  return {
    acts: ordered(named(acts)),
    quotation: ordered(named(quotation)),
    speakers: ordered([...byId.values()]),
    outlets: ordered(named(outlets)),
    months: named(months).sort((a, b) => (a.value < b.value ? -1 : 1)),
    counted: ns.length,
    more,
  }
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

const named = (counts: ReadonlyMap<string, number>): Facet[] =>
  [...counts].map(([value, statements]) => ({ value, name: value, statements }))

const ordered = (facets: readonly Facet[]): Facet[] =>
  [...facets].sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1)).slice(0, TOLD)
