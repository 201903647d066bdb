import { shown } from '../constructs/construct.js'
import type { Discourse, Step } from '../discourse.js'
import { type BareConstruct, beginOf } from './bare.js'

/** “We were never asked,” Roe said. *“Nobody told us.”* · Roe shook his head. *“Never.”*: who spoke or acted there before it. */
export const sameParagraph: BareConstruct = {
  name: 'same-paragraph',
  settle(statement, block, d) {
    if (statement.cue) return null
    const begin = beginOf(statement)
    const turn = d.turns.at(-1)
    const actor = lastActor(d, block, begin)
    const from = turn?.block === block && turn.entity ? (d.statements[turn.statement]?.mention?.start ?? -1) : -1
    if (actor && actor.at > from) {
      const entity = actor.entity
      return { entity, why: `follows, in the same paragraph, a sentence about “${shown(d, entity)}”` }
    }
    if (turn?.block !== block || !turn.entity) return null
    return { entity: turn.entity, why: `goes on, in the same paragraph, after the words of “${shown(d, turn.entity)}”` }
  },
}

/** Of a block's places spoken of no more than this are looked at. */
const MOST = 40

/** The person that the last sentence before an offset in a block is about. */
export function lastActor(d: Discourse, block: number, before: number): Step | null {
  let found: Step | null = null
  for (let i = d.steps.length - 1; i >= Math.max(0, d.steps.length - MOST); i--) {
    const step = d.steps[i] as Step
    if (step.at >= before) continue
    if (step.block !== block || (found && step.sentence !== found.sentence)) break
    if (step.isQuoted || step.isContent || step.isOwner || !step.isSubject) continue
    const { kind, plural } = step.entity
    if (!plural && (kind === 'person' || kind === 'unnamed' || (kind === 'unknown' && step.entity.isNamed)))
      found = step
  }
  return found
}
