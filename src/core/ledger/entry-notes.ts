import { readableDate } from '../exports/date.js'
import type { Entry } from './port.js'

/** Who said it: the page's words for them, the speaker's name behind them where that is another; null: not said. */
export function whoOf({ said: { mention, speaker } }: Entry): string | null {
  if (speaker === null) return mention
  if (mention === null || speaker.name.includes(mention)) return speaker.name
  return mention.includes(speaker.name) ? mention : `${mention} (${speaker.name})`
}

/** What is to be said of a statement besides its words and its speaker, in order, in the page's words. */
export function notesOf({ said, status, repeats, superseded }: Entry): string[] {
  const notes: string[] = [said.quotation]
  if (said.negated) notes.push('said not to have been made')
  if (said.act !== 'state') notes.push(said.act)
  if (said.addressee !== null) notes.push(`to ${said.addressee}`)
  if (said.hedges.length > 0) notes.push(`hedged: ${said.hedges.join(', ')}`)
  if (said.within !== null) notes.push('reported by another')
  if (repeats > 0) notes.push(repeats === 1 ? 'once elsewhere' : `${repeats} times elsewhere`)
  if (superseded) notes.push('in an older version of its page')
  if (status !== null) notes.push(status === 'added' ? 'added by a person' : `${status} by a person`)
  return notes
}

/** Outlet, title and date of a statement's page, in a line. */
export function sourceOf({ said, page }: Entry): string {
  const date = said.date ?? page.published
  const place = page.outlet ?? page.url ?? page.name
  return [place, page.title, date === null ? 'no date' : readableDate(date)].filter((part) => part !== null).join(', ')
}
