import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { isVerb, POS } from '../../parts-of-speech.js'
import { phraseAt } from '../../rules/surroundings.js'
import type { Site } from '../../sites.js'
import type { Anchor } from '../../tagger.js'
import { type Construct, endOf, found, run } from '../construct.js'

const ACCORDING = hashOf('according')
const TO = hashOf('to')
const THAT = hashOf('that')

/** A source is no longer than this, in tokens. */
const LONGEST = 12

/**
 * her client, according to the log, had been moved   according to the log he had been moved
 *             ^^^^^^^^^^^^                           ^^^^^^^^^^^^
 */
export const accordingTo: Construct = {
  name: 'according-to',
  look: (a, site) => (isInClause(a, site) ? null : around(a, site)),
}

/**
 * a survey that, according to two engineers, showed cracks
 *                ^^^^^^^^^^^^
 */
export const accordingToInClause: Construct = {
  name: 'according-to-in-clause',
  isSure: true,
  look: (a, site) => (isInClause(a, site) ? around(a, site) : null),
}

// After "that" or "which" and a comma.
function isInClause(a: Analysis, { first, head }: Site): boolean {
  if (first - 1 <= (a.sentenceStart[head] as number) || a.pos[first - 1] !== POS.COMMA) return false
  return a.word[first - 2] === THAT || a.pos[first - 2] === POS.WH
}

function around(a: Analysis, site: Site): Anchor | null {
  if (a.word[site.head] !== ACCORDING || a.word[site.head + 1] !== TO) return null
  const start = a.sentenceStart[site.head] as number
  const limit = a.sentenceEnd[site.head] as number
  const who = phraseAt(a, site.end)
  if (!who || who.end >= limit) return null
  const isAmid = site.first > start && a.pos[site.first - 1] === POS.COMMA
  if (!isAmid && site.first > start && a.word[site.first - 1] !== THAT) return null
  let end = who.end
  if (isAmid || a.pos[end] !== POS.PRONOUN) {
    for (let i = end; i < Math.min(limit, end + LONGEST); i++) {
      if (a.pos[i] === POS.COMMA) {
        end = i
        break
      }
      if (isVerb(a.pos[i] as number)) break
    }
  }
  const comma = a.pos[end] === POS.COMMA
  const from = comma ? end + 1 : end
  if (from >= limit - 1 || (isAmid && !comma)) return null
  const content = [run(from, endOf(a, from, limit))]
  if (isAmid && site.first - 1 > start) {
    content.unshift(run(isInClause(a, site) ? site.first - 2 : start, site.first - 1))
  }
  return found([site.first, site.end], [site.end, end], content, '“according to” within what is said')
}
