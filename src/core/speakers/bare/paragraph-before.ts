import { shown } from '../constructs/construct.js'
import type { BareConstruct } from './bare.js'
import { lastActor } from './same-paragraph.js'

/** “We were never asked,” Roe said. ¶ *“Nobody told us.”* · Roe was unmoved: ¶ *“Never.”*: who spoke in the paragraph before. */
export const paragraphBefore: BareConstruct = {
  name: 'paragraph-before',
  settle(statement, block, d) {
    if (statement.cue) return null
    const turn = d.turns.at(-1)
    const before = d.reading.blocks[block - 1]
    const isLed = before !== undefined && d.reading.text.charAt(before.end - 1) === ':'
    const actor = before ? lastActor(d, block - 1, before.end) : null
    if (isLed && actor)
      return { entity: actor.entity, why: `led in by the paragraph before, about “${shown(d, actor.entity)}”` }
    if (turn?.block === block - 1 && turn.entity) {
      const others = new Set(
        d.turns
          .slice(-6)
          .filter((t) => t.block === block - 1 && t.entity)
          .map((t) => t.entity),
      )
      if (others.size > 1) {
        const names = [...others].map((entity) => (entity ? `“${shown(d, entity)}”` : '')).join(' and ')
        return { entity: null, why: `undecided between ${names}, who both speak in the paragraph before` }
      }
      return {
        entity: turn.entity,
        why: `goes on after the paragraph before, in which “${shown(d, turn.entity)}” speaks`,
      }
    }
    if (actor) return { entity: actor.entity, why: `follows a paragraph about “${shown(d, actor.entity)}”` }
    return null
  },
}
