import { entityOf } from '../discourse.js'
import { headOf } from '../heads.js'
import { type Construct, shown } from './construct.js'

/** *The office* said · *an official who asked not to be named* · *about 40 states* · *the report*. */
export const description: Construct = {
  name: 'description',
  settle(look, d) {
    const { occurrence } = headOf(look, d)
    if (!occurrence || occurrence.isName) return null
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
