import type { MentionForm, Span } from '../../model/index.js'
import type { Discourse } from '../discourse.js'
import { type Candidate, LEAST_MARGIN, rank, type Wanted } from '../ranker.js'
import { type Settled, shown } from './construct.js'

/** By so much the best must lead for its gender to be learnt from the pronoun. */
const CLEAR = 1.5

/** Settles a pronoun by rank: nobody where nobody fits, or where two fit equally well. */
export function chosen(d: Discourse, wanted: Wanted, span: Span, form: MentionForm): Settled {
  const word = d.reading.text.slice(span.start, Math.min(span.end, span.start + 40))
  const [best, second] = rank(d, wanted) as [Candidate?, Candidate?]
  if (!best) return { entity: null, span, form, why: `nobody before “${word}” that it could stand for` }
  if (second && best.score - second.score < LEAST_MARGIN) {
    const names = `“${shown(d, best.entity)}” and “${shown(d, second.entity)}”`
    return { entity: null, span, form, why: `“${word}” could be ${names}: undecided between them` }
  }
  const over = second ? `, before “${shown(d, second.entity)}”` : ', the only one that fits'
  return {
    entity: best.entity,
    span,
    form,
    isSure: !second || best.score - second.score > CLEAR,
    why: `“${word}” is “${shown(d, best.entity)}”${over}`,
  }
}
