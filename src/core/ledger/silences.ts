import { wordsOf } from '../exports/place.js'
import type { PageShown, Shown } from './port.js'

/** Somebody a claim is about who has no answer to it on record. */
export interface Silence {
  /** The ledger's id; null: nothing that they said is on record on the claim's page. */
  readonly speaker: string | null
  readonly name: string
  /** The words of the claim that name them. */
  readonly named: string
  /** Their statement on the same page that they will not comment; null: none. */
  readonly declined: string | null
}

/**
 * Whom a claim names, and from whom the ledger has no answer to it. That nothing is on record does not mean that nothing
 * was said.
 *
 * @param page the claim's page
 */
export function silencesOf(claim: Shown, page: PageShown): Silence[] {
  const { reading, statements, speakers } = claim.record
  const own = statements.find(({ id }) => id === claim.said.id)
  if (!own) return []
  const inLedger = new Map<string, string>()
  for (const { said } of page.entries) {
    const statement = statements.find(({ id }) => id === said.id)
    if (statement?.speaker && said.speaker) inLedger.set(statement.speaker, said.speaker.id)
  }
  const answered = new Set(claim.links.map(({ answer }) => answer.said.speaker?.id))
  return speakers.flatMap((speaker): Silence[] => {
    if (speaker.id === own.speaker) return []
    const mention = speaker.mentions.find(
      ({ span, form }) =>
        form !== 'pronoun' && own.content.some(({ start, end }) => start <= span.start && span.end <= end),
    )
    if (!mention) return []
    const id = inLedger.get(speaker.id) ?? null
    if (id !== null && answered.has(id)) return []
    const declined = page.entries.find(({ said }) => said.act === 'decline' && said.speaker?.id === id && id !== null)
    return [
      { speaker: id, name: speaker.name, named: wordsOf(reading, mention.span), declined: declined?.said.id ?? null },
    ]
  })
}
