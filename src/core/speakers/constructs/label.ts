import { entityOf } from '../discourse.js'
import { newEntity } from '../entities.js'
import { headOf } from '../heads.js'
import { type Construct, shown, wordsSpan } from './construct.js'

/** A label of more words than this is a sentence. */
const MOST_WORDS = 8
/** And a word of no more letters than this is a mere letter, "Q", "A", not a noun like "Poll". */
const MOST_LETTERS = 3

/** *MAYOR ROE*: It is safe. · *Q*: Since when?: what a transcript puts before a turn; the same label, the same speaker. */
export const label: Construct = {
  name: 'label',
  settle(look, d) {
    const statement = d.statements[look.statement]
    const block = d.reading.blocks[look.block]
    const { cue } = statement ?? {}
    if (!cue || block?.start !== look.span.start || look.low.length > MOST_WORDS) return null
    if (cue.end - cue.start !== 1 || d.reading.text.charAt(cue.start) !== ':' || cue.start - look.span.end > 1)
      return null
    const { occurrence } = headOf(look, d)
    const isLetters = look.low.length === 1 && (look.low[0] as string).length <= MOST_LETTERS
    if (isLetters && !occurrence?.isName) {
      const span = wordsSpan(look, 0, 1)
      const key = `label ${look.low[0]}`
      const entity =
        d.described.get(key) ?? newEntity({ kind: 'unknown', named: span, words: look.low, isNamed: false })
      d.described.set(key, entity)
      return { entity, span, form: 'label', why: `labelled “${shown(d, entity)}”` }
    }
    const entity = occurrence?.isName ? entityOf(d, occurrence) : null
    if (!occurrence || !entity) return null
    const span = { start: occurrence.coreStart, end: occurrence.coreEnd }
    return {
      entity,
      span,
      form: 'label',
      why: `labelled “${d.reading.text.slice(span.start, span.end)}”, which is “${shown(d, entity)}”`,
    }
  },
}
