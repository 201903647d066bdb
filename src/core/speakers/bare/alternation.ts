import { shown } from '../constructs/construct.js'
import type { BareConstruct } from './bare.js'

/** “Is it safe?” Roe asked. ¶ “It is,” said Hallam. ¶ “Since when?” ¶ *“Since May.”*: two who speak in turn, a paragraph each. */
export const alternation: BareConstruct = {
  name: 'alternation',
  settle(statement, block, d) {
    if (statement.cue) return null
    const [first, second, third] = d.turns.slice(-3)
    const last = third ?? second
    const previous = third ? second : first
    if (!last?.entity || !previous?.entity || last.entity === previous.entity) return null
    if (last.block !== block - 1 || previous.block !== block - 2) return null
    const isTurns = third !== undefined && first?.entity === last.entity && first.block === block - 3
    const isBare = d.statements[last.statement]?.mention === null
    if (!isTurns && !isBare) {
      const names = `“${shown(d, last.entity)}”, who spoke last, and “${shown(d, previous.entity)}”, whom that answered`
      return { entity: null, why: `undecided between ${names}` }
    }
    return {
      entity: previous.entity,
      why: `two speak in turn: “${shown(d, previous.entity)}” after “${shown(d, last.entity)}”`,
    }
  },
}
