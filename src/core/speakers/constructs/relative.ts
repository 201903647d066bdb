import { POS } from '../../statements/parts-of-speech.js'
import type { Discourse } from '../discourse.js'
import { entityOf } from '../discourse.js'
import { KIN } from '../lexicon/people.js'
import { RELATIVES } from '../lexicon/pronouns.js'
import type { Occurrence } from '../occurrence.js'
import { type Construct, shown, wordsSpan } from './construct.js'

/** Roe, *who* opposes the bridge · a report *that* says so: the noun before it. */
export const relative: Construct = {
  name: 'relative',
  settle(look, d) {
    const word = look.low[0] ?? ''
    if (!RELATIVES.has(word)) return null
    if (word === 'that' && look.low.length > 1 && look.pos[1] !== POS.PRESENT && look.pos[1] !== POS.PAST) return null
    if (word === 'whose' && look.low.length > 1 && KIN.has(look.low[1] ?? '')) return null
    const span = wordsSpan(look, 0, 1)
    const antecedent = antecedentOf(
      d,
      look.span.start,
      look.block,
      word === 'who' || word === 'whom' || word === 'whose',
    )
    const entity = antecedent && entityOf(d, antecedent)
    if (!entity)
      return { entity: null, span, form: 'pronoun', why: `“${word}” follows nothing that it could stand for` }
    return { entity, span, form: 'pronoun', why: `“${word}” stands for what it follows, “${shown(d, entity)}”` }
  },
}

/** The noun that a relative follows stands no further before it than this, in places spoken of. */
const MOST = 8
/** And in UTF-16 code units. */
const FURTHEST = 160

const FROM = /\b(?:from|in|near|at|of) $/

function antecedentOf(d: Discourse, at: number, block: number, isPerson: boolean): Occurrence | null {
  let low = 0
  let high = d.occurrences.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((d.occurrences[mid]?.coreStart ?? 0) >= at) high = mid
    else low = mid + 1
  }
  let fallback: Occurrence | null = null
  for (let i = low - 1; i >= 0 && i >= low - MOST; i--) {
    const occurrence = d.occurrences[i] as Occurrence
    if (occurrence.block !== block || at - occurrence.coreEnd > FURTHEST) break
    if (occurrence.isOwner || (isPerson && occurrence.isPlaced)) continue
    const { kind } = occurrence
    const isSomebody =
      kind === 'person' || kind === 'unnamed' || kind === 'group' || (kind === 'unknown' && occurrence.isName)
    // "a lawyer from Sellim who"
    if (
      isPerson &&
      kind === 'unknown' &&
      FROM.test(d.reading.text.slice(Math.max(0, occurrence.start - 6), occurrence.start))
    ) {
      fallback ??= occurrence
      continue
    }
    if (isPerson ? isSomebody : kind !== 'person' && kind !== 'unnamed') return occurrence
    fallback ??= occurrence
  }
  return fallback
}
