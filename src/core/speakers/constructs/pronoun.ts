import { POS } from '../../statements/parts-of-speech.js'
import type { MentionLook } from '../collect.js'
import { type Discourse, entityOf, within } from '../discourse.js'
import type { Entity } from '../entities.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import { chosen } from './chosen.js'
import { type Construct, wordsSpan } from './construct.js'
import { wantedBy } from './own-words.js'

/** “We were never asked,” *she* said: the likeliest of those just spoken of, if one is. */
export const pronoun: Construct = {
  name: 'pronoun',
  settle(look, d) {
    const found = PRONOUNS.get(look.low[0] ?? '')
    if (found?.person !== 3) return null
    if (found.isOwner && look.low.length > 1 && isNounish(look.pos[1])) return null
    if (look.low[0] === 'both' && look.low.length > 1) return null
    return chosen(d, { ...wantedBy(look, found), not: objectsOf(look, d) }, wordsSpan(look, 0, 1), 'pronoun')
  },
}

const OBJECT =
  /^['’]?\w*(?: \w+){0,2}? (?:of|about|to|at|told|asked|with|against) (?:\w+ )?$|^ (?:told|asked|called|accused|praised|thanked|urged) (?:\w+ )?$/

// “…,” *she* said of Roe · *she* told Roe: the object is not the subject.
function objectsOf(look: MentionLook, d: Discourse): Entity[] {
  const { end } = look.span
  return within(d, { start: end, end: end + 48 })
    .filter((o) => o.isName && OBJECT.test(d.reading.text.slice(end, o.start)))
    .map((o) => entityOf(d, o))
    .filter((entity): entity is Entity => entity !== null)
}

const isNounish = (pos: number | undefined): boolean =>
  pos === POS.NOUN ||
  pos === POS.NAME ||
  pos === POS.ADJECTIVE ||
  pos === POS.NUMBER ||
  pos === POS.PARTICIPLE ||
  pos === POS.GERUND
