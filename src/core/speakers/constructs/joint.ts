import { POS } from '../../statements/parts-of-speech.js'
import { entityOf } from '../discourse.js'
import { newEntity } from '../entities.js'
import { atWord, headOf } from '../heads.js'
import { isPersonNoun } from '../lexicon/people.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import { type Construct, shown, wordsSpan } from './construct.js'

/** *Ana Roe and her husband* said · *Roe and others* want it: they speak together. */
export const joint: Construct = {
  name: 'joint',
  settle(look, d) {
    const head = headOf(look, d)
    const { occurrence: first, end } = head
    if (
      !first ||
      look.low[end] !== 'and' ||
      (first.kind !== 'person' && first.kind !== 'unnamed' && !(first.isName && first.kind === 'unknown'))
    )
      return null
    const at = end + 1
    const word = look.low[at] ?? ''
    const second = atWord(look, head.inside, at) ?? atWord(look, head.inside, at + 1)
    const isOthers = word === 'others' || word === 'other' || word === 'several' || word === 'many'
    const isOwned = PRONOUNS.get(word)?.isOwner === true
    const isLed =
      look.pos[at] === POS.DETERMINER &&
      second !== null &&
      (isPersonNoun(second.words.at(-1) ?? '') || isPersonNoun(look.low[at + 1] ?? ''))
    const isSecondName =
      second?.isName === true && second.coreStart >= (look.starts[at] as number) && second.kind !== 'organisation'
    if (!isOthers && !isOwned && !isLed && !isSecondName) return null
    // "Roe, the mayor and chair" is one; so is "the mayor and chair": a name first, or a determiner each.
    if (!first.isName && look.pos[0] !== POS.DETERMINER) return null
    const one = entityOf(d, first)
    if (!one) return null
    const others = second && !isOthers ? entityOf(d, second) : null
    const start = look.starts[0] as number
    const stop =
      second && !isOthers
        ? Math.max(second.coreEnd, look.ends[at] as number)
        : (look.ends[Math.min(at, look.ends.length - 1)] as number)
    const span = { start, end: Math.min(stop, look.span.end) }
    const key = `joint ${look.low.slice(0, at + 2).join(' ')}`
    const entity =
      d.described.get(key) ??
      newEntity({
        kind: 'group',
        named: span,
        words: look.low.slice(0, at + 1),
        isNamed: false,
        plural: true,
        parts: others ? [one, others] : [one],
      })
    d.described.set(key, entity)
    const why = others ? `“${shown(d, one)}” and “${shown(d, others)}” together` : `“${shown(d, one)}” with others`
    return { entity, span: wordsSpan(look, 0, Math.min(at + 1, look.low.length)), form: 'description', why }
  },
}
