import { hashOf } from '../../hashing.js'
import { phraseAt } from '../../rules/surroundings.js'
import { type Construct, endOf, found, run } from '../construct.js'
import { CUE_NOUNS } from '../words.js'

const BY = hashOf('by')
const FROM = hashOf('from')
const THAT = hashOf('that')

/** an allegation by nurses that he had ignored their warnings */
export const nounBy: Construct = {
  name: 'noun-by',
  look(a, { head, end }) {
    if (!CUE_NOUNS.has(a.word[head] as number) || (a.word[end] !== BY && a.word[end] !== FROM)) return null
    const who = phraseAt(a, end + 1)
    const limit = a.sentenceEnd[head] as number
    if (!who || who.end >= limit || a.word[who.end] !== THAT) return null
    const content = run(who.end, endOf(a, who.end, limit))
    return found([head, head + 1], [who.first, who.end], [content], 'a noun of saying, by whom, and what')
  },
}
