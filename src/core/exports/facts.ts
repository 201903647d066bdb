import { ACTS, type Act, type Reading, type Speaker, type Statement } from '../model/index.js'
import { type Place, placeOf, wordsOf } from './place.js'
import type { PageRecord } from './record.js'

/** What views say of a statement besides its words and its cue. Words of the page in it are as they stand there. */
export interface Facts {
  readonly place: Place
  /** Who said it: the words of the mention, the speaker's name behind them where that is another; null: not said. */
  readonly who: string | null
  /** Kind of quotation, act (unless it only states), to whom, how, when, hedges, who reports it. In order. */
  readonly notes: readonly string[]
  /** Why it has no speaker, where the page names or could name one; else null. */
  readonly undecided: string | null
}

/** The facts of every statement of a record. */
export function factsOf(record: PageRecord): (statement: Statement) => Facts {
  const { reading, statements, speakers } = record
  const known = new Map<string, Speaker>(speakers.map((speaker) => [speaker.id, speaker]))
  const byId = new Map<string, Statement>(statements.map((statement) => [statement.id, statement]))
  const whoOf = (statement: Statement) =>
    nameOf(reading, statement, statement.speaker === null ? undefined : known.get(statement.speaker))
  return (statement) => {
    const { quotation, act, negated, addressee, medium, when, hedges, within, speaker, speakerWhy } = statement
    const notes: string[] = [quotation]
    if (negated) notes.push('said not to have been made')
    if (act !== 'state') notes.push(act)
    if (addressee) notes.push(`to ${wordsOf(reading, addressee)}`)
    if (medium) notes.push(wordsOf(reading, medium))
    if (when) notes.push(wordsOf(reading, when.span) + (when.date === null ? '' : ` (${when.date})`))
    if (hedges.length > 0) notes.push(`hedged: ${hedges.map((span) => wordsOf(reading, span)).join(', ')}`)
    const outer = within === null ? undefined : byId.get(within)
    if (outer) notes.push(`reported by ${whoOf(outer) ?? 'somebody'} (${placeWords(placeOf(reading, outer))})`)
    return {
      place: placeOf(reading, statement),
      who: whoOf(statement),
      notes,
      undecided: speaker === null && speakerWhy !== '' ? speakerWhy : null,
    }
  }
}

function nameOf(reading: Reading, { mention }: Statement, speaker: Speaker | undefined): string | null {
  const words = mention && wordsOf(reading, mention)
  if (!speaker) return words
  if (words === null) return speaker.name
  return words.includes(speaker.name) ? words : `${words} (${speaker.name})`
}

/** Where a statement stands, for a person. */
export function placeWords({ block, offset }: Place): string {
  return block < 0 ? `offset ${offset}` : `block ${block}, offset ${offset}`
}

/** Who a speaker is by the page's own words: kind, roles, what is said of its namelessness, other names. */
export function speakerWords(reading: Reading, { name, kind, roles, anonymity, otherNames }: Speaker): string[] {
  const words = (spans: Speaker['roles']) => [...new Set(spans.map((span) => wordsOf(reading, span)))]
  const parts = words(roles)
  if (kind !== 'person' && kind !== 'unknown') parts.unshift(kind)
  if (anonymity) parts.push(wordsOf(reading, anonymity))
  const others = words(otherNames).filter((other) => other !== name)
  if (others.length > 0) parts.push(`also: ${others.join(', ')}`)
  return parts
}

/** Statements by act, the acts in the order of their list; those that no statement has left out. */
export function groupByAct(
  statements: readonly Statement[],
): { readonly act: Act; readonly statements: Statement[] }[] {
  return ACTS.map(({ name }) => ({ act: name, statements: statements.filter(({ act }) => act === name) })).filter(
    ({ statements }) => statements.length > 0,
  )
}
