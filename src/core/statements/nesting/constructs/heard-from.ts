import { hashOf } from '../../hashing.js'
import { phraseAt } from '../../rules/surroundings.js'
import { type Construct, endOf, found, run } from '../construct.js'
import { HEARING } from '../words.js'

const FROM = hashOf('from')
const THAT = hashOf('that')

/** his sister had heard from a guard that the warden planned to move the men */
export const heardFrom: Construct = {
  name: 'heard-from',
  isSure: true,
  look(a, { head, first }) {
    if (!HEARING.has(a.word[head] as number) || a.word[head + 1] !== FROM) return null
    const who = phraseAt(a, head + 2)
    const limit = a.sentenceEnd[head] as number
    if (!who || who.end >= limit || a.word[who.end] !== THAT) return null
    const content = run(who.end, endOf(a, who.end, limit))
    return found([first, head + 2], [who.first, who.end], [content], 'heard from somebody')
  },
}
