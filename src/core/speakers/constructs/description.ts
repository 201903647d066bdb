import type { MentionLook } from '../collect.js'
import type { Discourse } from '../discourse.js'
import { entityOf } from '../discourse.js'
import { newEntity } from '../entities.js'
import { headOf } from '../heads.js'
import type { Occurrence } from '../occurrence.js'
import { type Construct, type Settled, shown, wordsSpan } from './construct.js'

/** *The office* said · *an official who asked not to be named* · *about 40 states* · *the report*. */
// "Voters in Marrow", "candidates who fit": what follows tells these from any voters and candidates.
function toldApart(look: MentionLook, d: Discourse, occurrence: Occurrence, end: number): Settled | null {
  if (!occurrence.plural || occurrence.article !== 'bare' || look.low.length - end < 2) return null
  const key = `told apart ${look.low.join(' ')}`
  const span = wordsSpan(look, 0, look.low.length)
  const entity =
    d.described.get(key) ??
    newEntity({
      kind: occurrence.kind,
      named: span,
      words: occurrence.words,
      isNamed: false,
      plural: true,
    })
  d.described.set(key, entity)
  return {
    entity,
    span,
    form: 'description',
    why: `described: “${d.reading.text.slice(span.start, Math.min(look.span.end, span.start + 80))}”`,
  }
}

export const description: Construct = {
  name: 'description',
  settle(look, d) {
    const { occurrence, end } = headOf(look, d)
    if (!occurrence || occurrence.isName) return null
    const told = toldApart(look, d, occurrence, end)
    if (told) return told
    const isKnown = occurrence.entity !== null
    const entity = entityOf(d, occurrence)
    if (!entity) return null
    const span = { start: occurrence.start, end: occurrence.end }
    const words = d.reading.text.slice(span.start, Math.min(span.end, span.start + 80))
    const isOther = entity.named.start !== occurrence.coreStart
    const form = entity.isNamed ? 'role' : 'description'
    const why = isOther && !isKnown ? `“${words}” is “${shown(d, entity)}”` : `described: “${words}”`
    return { entity, span, form, why }
  },
}
