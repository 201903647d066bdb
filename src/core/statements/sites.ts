import type { Analysis } from './analysis.js'
import { hashOf } from './hashing.js'
import { isVerb, POS } from './parts-of-speech.js'

/** What kind of words may carry an attribution at a site. */
export type SiteKind = 'verb' | 'noun' | 'according' | 'colon' | 'opening'

/** A place where an attribution may be anchored, by token indices. */
export interface Site {
  readonly kind: SiteKind
  /** The word that the lexicon knows: the main verb, the noun, "according", the colon. */
  readonly head: number
  /** The cue with its auxiliaries ("has never said") and particle ("pointed out"): [first, end). */
  readonly first: number
  readonly end: number
}

const TO = hashOf('to')
const ACCORDING = new Set(['according', 'per', 'via'].map(hashOf))
const PARTICLES = new Set(['out', 'off', 'up', 'down', 'back', 'away', 'in', 'over', 'forward', 'forth'].map(hashOf))
const AUXILIARIES = new Set(
  'be is are was were been being am have has had having do does did can could will would shall should may might must'
    .split(' ')
    .concat(["'s", "'re", "'m", "'ve", "'d", "'ll"])
    .map(hashOf),
)
/** "In a poll released on Monday, …": a preposition that opens a sentence. */
const OPENINGS = new Set(['in', 'on', 'by', 'at', 'for', 'to', 'from'].map(hashOf))
const LEAST_NOUN = 10

/** All sites of a passage, in order: every verb but auxiliaries, nouns that the lexicon knows, "according to", colons,
 * prepositions that open a sentence. */
export function findSites(a: Analysis): Site[] {
  const sites: Site[] = []
  for (let i = 0; i < a.tokens.length; i++) {
    const site = siteAt(a, i)
    if (site) sites.push(site)
  }
  return sites
}

function siteAt(a: Analysis, i: number): Site | null {
  const tag = a.pos[i] as number
  const word = a.word[i] as number
  const limit = a.sentenceEnd[i] as number
  if (ACCORDING.has(word) && a.shape[i] !== 4) {
    if (i + 1 < limit && a.word[i + 1] === TO) return { kind: 'according', head: i, first: i, end: i + 2 }
    if ((a.prior[i] as number) > LEAST_NOUN && i + 1 < limit)
      return { kind: 'according', head: i, first: i, end: i + 1 }
  }
  if (tag === POS.COLON) {
    const code = a.text.charCodeAt(a.tokens[i]?.start ?? 0)
    return code === 0x3a && i > (a.blockStart[i] as number) && i + 1 < (a.blockEnd[i] as number)
      ? { kind: 'colon', head: i, first: i, end: i + 1 }
      : null
  }
  if (i === a.sentenceStart[i] && OPENINGS.has(word) && i + 3 < limit)
    return { kind: 'opening', head: i, first: i, end: i + 1 }
  if (isVerb(tag) && tag !== POS.MODAL) {
    if (a.prior[i] === 0 || (AUXILIARIES.has(word) && !mainVerb(a, i, limit))) return null
    const first = groupStart(a, i)
    const particle = i + 1 < limit && PARTICLES.has(a.word[i + 1] as number) && a.pos[i + 1] === POS.ADVERB
    return { kind: 'verb', head: i, first, end: particle ? i + 2 : i + 1 }
  }
  if ((tag === POS.NOUN || tag === POS.NAME) && (a.prior[i] as number) >= LEAST_NOUN)
    return { kind: 'noun', head: i, first: i, end: i + 1 }
  return null
}

// "has a plan", "is for": an auxiliary that no verb follows carries the sentence itself.
function mainVerb(a: Analysis, i: number, limit: number): boolean {
  for (let k = i + 1; k < limit && k < i + 4; k++) {
    const tag = a.pos[k] as number
    if (isVerb(tag)) return false
    if (tag !== POS.ADVERB) return (a.prior[i] as number) >= LEAST_NOUN
  }
  return false
}

/** First token of a verb's group: back over auxiliaries, adverbs and the chain of verbs that a "to" makes ("went on to say"). */
export function groupStart(a: Analysis, i: number): number {
  const limit = Math.max(a.sentenceStart[i] as number, i - 8)
  let first = i
  for (let k = i - 1; k >= limit; k--) {
    const tag = a.pos[k] as number
    if (isVerb(tag) || tag === POS.TO) first = k
    else if (tag !== POS.ADVERB) break
  }
  // "Mr. Roe also said": adverbs before the first verb belong to the group, too.
  while (first > limit && a.pos[first - 1] === POS.ADVERB) first--
  return first
}
