import { POS } from '../../statements/parts-of-speech.js'
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
    return chosen(d, wantedBy(look, found), wordsSpan(look, 0, 1), 'pronoun')
  },
}

const isNounish = (pos: number | undefined): boolean =>
  pos === POS.NOUN ||
  pos === POS.NAME ||
  pos === POS.ADJECTIVE ||
  pos === POS.NUMBER ||
  pos === POS.PARTICIPLE ||
  pos === POS.GERUND
