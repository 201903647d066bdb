import type { MentionForm } from '../../model/index.js'
import { POS } from '../../statements/parts-of-speech.js'
import type { MentionLook } from '../collect.js'
import { entityOf } from '../discourse.js'
import type { Entity } from '../entities.js'
import { type Head, headOf } from '../heads.js'
import type { Occurrence } from '../occurrence.js'
import { type Construct, shown } from './construct.js'

/** *Senate Minority Whip Dick Roe (D-Ill.)* · *Peru's envoy to the bloc, Ana Ruiz,* · *Okafor at the Clean Rivers Trust*. */
export const named: Construct = {
  name: 'named',
  settle(look, d) {
    const name = nameIn(look, headOf(look, d))
    const entity = name && entityOf(d, name)
    if (!name || !entity) return null
    const span = { start: name.coreStart, end: name.coreEnd }
    const form = formOf(name, entity)
    const whole = d.reading.text.slice(name.coreStart, name.coreEnd)
    const why =
      form === 'name'
        ? `“${whole}”, by name`
        : name.options
          ? `“${whole}” of several so named: “${shown(d, entity)}”, who was spoken of or spoke last`
          : `“${whole}” is “${shown(d, entity)}”`
    return { entity, span, form, why }
  },
}

/** How a name stands to its entity's fullest. */
export function formOf(name: Occurrence, entity: Entity): MentionForm {
  if (!name.isName) return name.apposed || entity.isNamed ? 'role' : 'description'
  if (name.words.length >= entity.words.length) return 'name'
  return entity.kind === 'person' || entity.kind === 'unknown' ? 'part-of-name' : 'short-form'
}

function nameIn(look: MentionLook, { occurrence, inside, end }: Head): Occurrence | null {
  if (!occurrence) return null
  if (occurrence.isName) return occurrence
  if (occurrence.apposed && occurrence.apposed.coreStart < look.span.end + 3) return occurrence.apposed
  // "a rights group called Open Gates"; "front-runner and former secretary of state Ana Roe".
  const called =
    look.low[end] === 'called' || look.low[end] === 'named' ? end + 1 : look.low[end] === 'known' ? end + 2 : -1
  if (called > 0)
    return (
      inside.find(
        (o) => o.isName && o.start <= (look.starts[called] ?? -1) && (look.starts[called] ?? -1) < o.coreEnd,
      ) ?? null
    )
  if (occurrence.plural) return null
  if (look.low[end] === 'and' && occurrence.article === 'bare' && occurrence.kind === 'person') {
    const name = inside.find(
      (o) => o.isName && o.kind === 'person' && o.roles.some((role) => role.start >= (look.starts[end + 1] ?? -1)),
    )
    if (name) return name
  }
  // A description, then a comma, then a name and nothing more: they are the same.
  for (let i = end; i + 1 < look.low.length; i++) {
    if (look.pos[i] !== POS.COMMA && look.pos[i] !== POS.COLON) continue
    const start = look.starts[i + 1] as number
    const name = inside.find(
      (o) => o.isName && ((o.start <= start && start < o.coreEnd) || o.roles.some((role) => role.start === start)),
    )
    if (!name || (name.kind !== 'person' && name.kind !== 'unknown' && name.kind !== occurrence.kind)) return null
    const next = look.starts.findIndex((s) => s >= name.coreEnd)
    const pos = look.pos[next]
    return next < 0 ||
      pos === POS.COMMA ||
      pos === POS.PUNCTUATION ||
      pos === POS.WH ||
      pos === POS.COLON ||
      pos === POS.PREPOSITION
      ? name
      : null
  }
  return null
}
