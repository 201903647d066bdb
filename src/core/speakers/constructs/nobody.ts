import { NOBODY } from '../lexicon/pronouns.js'
import { type Construct, wordsSpan } from './construct.js'

/** *No one* is talking about it · *No group* has claimed it. */
export const nobody: Construct = {
  name: 'nobody',
  settle(look) {
    const [first, second] = look.low
    const isNobody = NOBODY.has(first ?? '') || first === 'no'
    if (!isNobody || (first === 'none' && second === 'of') || (first === 'neither' && second !== undefined)) return null
    return {
      entity: null,
      span: wordsSpan(look, 0, look.low.length),
      form: 'pronoun',
      why: 'the page says that nobody did',
    }
  },
}
