import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { phraseAt } from '../../rules/surroundings.js'
import { beginsContent, type Construct, endOf, found, isBe, run } from '../construct.js'
import { ADDRESSED } from '../words.js'

const BY = hashOf('by')

/** they were told that the bodies had been buried   she was warned by a priest to leave */
export const wasTold: Construct = {
  name: 'was-told',
  look(a, site) {
    const { head, first } = site
    if (!ADDRESSED.has(a.word[head] as number) || a.pos[head] === POS.GERUND) return null
    let isPassive = false
    for (let i = first; i < head; i++) if (isBe(a, i)) isPassive = true
    const limit = a.sentenceEnd[head] as number
    if (!isPassive || a.pos[first] === POS.TO || a.pos[first] === POS.MODAL) return null
    const by = a.word[head + 1] === BY ? phraseAt(a, head + 2) : null
    const at = by ? by.end : head + 1
    if (at >= limit || !beginsContent(a, at, true)) return null
    const why = 'a passive of telling, and what is said'
    return found([first, head + 1], by ? [by.first, by.end] : null, [run(at, endOf(a, at, limit))], why)
  },
}
