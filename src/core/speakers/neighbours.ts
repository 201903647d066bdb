import type { Span } from '../model/index.js'
import type { Occurrence } from './occurrence.js'
import type { View } from './view.js'

/** Links descriptions to the name that they stand beside: the constructs take the two for one. */
export function linkAppositions(v: View, occurrences: readonly Occurrence[]): void {
  let last: Occurrence | null = null
  for (const occurrence of occurrences) {
    if (occurrence.isName) {
      last = occurrence
      continue
    }
    const name: Occurrence | null = last
    if (!name?.roles.some(({ start, end }) => start <= occurrence.start && occurrence.end <= end)) continue
    const isFirst = name.roles.some(({ start }) => occurrence.start - start < 4)
    // "the casino mogul and party backer who": both are he.
    const isSecond =
      occurrence.kind === 'person' && ALSO.test(v.text.slice(Math.max(0, occurrence.start - 10), occurrence.start))
    if (isFirst || isSecond) occurrence.apposed = name
  }
  // Roles before a name stand before it in the list: once more from the end, a few names after each.
  const names: Occurrence[] = []
  for (let i = occurrences.length - 1; i >= 0; i--) {
    const occurrence = occurrences[i] as Occurrence
    if (occurrence.isName) {
      names.unshift(occurrence)
      if (names.length > 4) names.pop()
    } else
      occurrence.apposed ??= names.find((name) => name.roles.some((role) => isHeadOf(occurrence, role, name))) ?? null
  }
}

const ALSO = /\band (?:an? |the )?$/

const GENITIVE = /^['’]/

/** What may stand between two names that speak together: "Ana Roe (D) and her aide Bo Hallam" has a role there too. */
const AND = /^(?: ?\([^()]{1,20}\))?,? and (?:the )?$/

/** "Sen. Ana Roe and former Gov. Bo Hallam": the two together, for a "they" to stand for. */
export function joinNames(v: View, occurrences: readonly Occurrence[]): Occurrence[] {
  const out: Occurrence[] = []
  let first: Occurrence | null = null
  for (const second of occurrences) {
    if (!second.isName) continue
    const before = first
    first = second
    if (
      !before ||
      GENITIVE.test(v.text.slice(second.coreEnd, second.coreEnd + 2)) ||
      before.sentence !== second.sentence
    )
      continue
    const isSomebody = (o: Occurrence) => o.kind === 'person' || o.kind === 'unknown'
    if (!isSomebody(before) || !isSomebody(second)) continue
    const start = Math.min(second.start, ...second.roles.map((role) => role.start).filter((at) => at > before.coreEnd))
    if (start - before.coreEnd > 30 || !AND.test(v.text.slice(before.coreEnd, start))) continue
    out.push({
      ...second,
      start: before.start,
      coreStart: before.start,
      isName: false,
      words: [...before.words, 'and', ...second.words],
      kind: 'group',
      gender: null,
      plural: true,
      isSubject: before.isSubject,
      roles: [],
      roleHeads: [],
      roleWords: [],
      alias: null,
      state: null,
      isPlaced: false,
      together: [before, second],
    })
  }
  return out
}

const isHeadOf = (noun: Occurrence, role: Span, name: Occurrence): boolean =>
  role.end <= name.start && noun.end <= role.end && Math.abs(noun.coreStart - role.start) <= 4
