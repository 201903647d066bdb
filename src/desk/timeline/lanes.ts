import type { Schemas } from '../api/client.js'
import { whoWords } from '../parts/words.js'

/** What statements are put in rows by. */
export type Lanes = 'speaker' | 'act' | 'outlet'

/** Rows that are drawn; all others are one. */
const ROWS = 14
const OTHERS = 'all others'

/** A statement with the first and the last moment at which it may have been said: milliseconds, UTC. */
export interface Point {
  readonly entry: Schemas['Entry']
  readonly from: number
  readonly to: number
}

/** Statements with a date, in order of it. A month or a range has its length. */
export function dated(entries: readonly Schemas['Entry'][]): Point[] {
  return entries
    .flatMap((entry) => {
      const { date } = entry.said
      if (date === null) return []
      const [first = '', last = first] = date.split('/')
      const from = Date.parse(first)
      const to = endOf(last)
      return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ entry, from, to: Math.max(from, to) }]
    })
    .sort((a, b) => a.from - b.from)
}

function endOf(date: string): number {
  const [year = 0, month, day] = date.slice(0, 10).split('-').map(Number)
  if (day !== undefined) return Date.parse(date.slice(0, 10))
  return month === undefined ? Date.UTC(year, 11, 31) : Date.UTC(year, month, 0)
}

function nameOf({ said, page }: Schemas['Entry'], lanes: Lanes): string {
  if (lanes === 'act') return said.act
  if (lanes === 'outlet') return page.outlet ?? page.name
  return whoWords(said)
}

/** The rows, those with most statements first. */
export function laneNames(points: readonly Point[], lanes: Lanes): string[] {
  const counts = new Map<string, number>()
  for (const { entry } of points) counts.set(nameOf(entry, lanes), (counts.get(nameOf(entry, lanes)) ?? 0) + 1)
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  return names.length <= ROWS ? names : [...names.slice(0, ROWS - 1), OTHERS]
}

/** The row that a statement stands in. */
export function laneOf(entry: Schemas['Entry'], lanes: Lanes, names: readonly string[]): string {
  const name = nameOf(entry, lanes)
  return names.includes(name) ? name : OTHERS
}
