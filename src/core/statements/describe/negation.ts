import { type CueClause, inContent } from './cue-clause.js'
import type { CueMatch } from './cue-lookup.js'

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that stand between a negation and its verb. */
const BETWEEN = set(
  'do does did is was are were be been being has have had having will would can could may might should must to ever yet even also ' +
    'so far still quite just ever exactly at all once again soon now then going able willing ready about really',
)
const NEGATIONS = set(
  'not never cannot no nor neither none nobody without longer barely hardly scarcely rarely seldom fail failed fails failing yet unable',
)
/** After "not", these take the negation: "not only said". */
const NOT_NEGATED = set(
  'only just merely simply surprisingly unexpectedly necessarily least unlike long surprising alone',
)
/** Words that take the thought away. */
const WITHOUT_THOUGHT = set('overlook disregard ignore forget unaware oblivious unfamiliar unknown little-known')
/** A subject that begins with one of these denies what is said of it. */
const NOBODY = set('nobody none neither no few')
/** Verbs whose negation with "would" or "will" is a refusal to speak. */
const UNSAID = set(
  'say discuss disclose talk speak elaborate specify address reveal confirm identify name clarify detail provide share tell give ' +
    'respond reply answer comment',
)

/** Verbs that, with "did not" or "has not", say that no answer came. */
const UNANSWERED = set('respond reply answer comment return')

/** Whether the cue or its subject is negated; `match`: the cue's entry of the lexicon, null where it has none. */
export function negates(clause: CueClause, match: CueMatch | null): boolean {
  const { words, cue, sentence, mention } = clause
  // "Nor have they warned him."
  if (words.word(sentence.first) === 'nor' && cue.first - sentence.first <= 6) return true
  if (mention && mention.first < cue.first && isNobody(clause, mention.first)) return true
  const end = match?.first ?? cue.end
  for (let i = leftEdge(clause); i < end; i++) {
    if (i >= cue.first && inContent(clause, i)) continue
    if (isNegation(clause, i)) return true
  }
  if (!match) return false
  if (WITHOUT_THOUGHT.has(match.entry.split(' ')[0] as string)) return true
  // "said nothing about", "has no plans for", "said little of": within the cue, right behind its verb.
  for (let i = match.end; i < Math.min(cue.end, match.end + 2) && !inContent(clause, i); i++)
    if (/^(?:nothing|little|no|none)$/.test(words.word(i)) && words.word(i - 1) !== 'a' && isNegation(clause, i))
      return true
  return false
}

// "no one", "none of the boats", "few voters"; not "no doubt" or "a few".
function isNobody({ words }: CueClause, at: number): boolean {
  return NOBODY.has(words.word(at)) && words.word(at + 1) !== '.'
}

function isNegation({ words, sentence }: CueClause, i: number): boolean {
  const word = words.word(i)
  const next = words.word(i + 1)
  if (word.endsWith("n't") || /^(?:not|never|cannot|nor|neither)$/.test(word)) return !NOT_NEGATED.has(next)
  if (word === 'no') return next !== 'doubt' && next !== 'secret' && next !== 'wonder' && next !== 'question'
  if (/^(?:without|none|nobody|nothing|little|barely|hardly|scarcely|rarely|seldom)$/.test(word)) return true
  if (/^fail(?:ed|s|ing)?$/.test(word) || word === 'unable') return next === 'to'
  if (word === 'few') return words.word(i - 1) !== 'a'
  return word === 'yet' && next === 'to' && i > sentence.first
}

// Back from the cue over auxiliaries, adverbs and negations.
function leftEdge(clause: CueClause): number {
  const { words, cue, sentence } = clause
  let first = cue.first
  const limit = Math.max(sentence.first, cue.first - 6)
  while (first > limit) {
    const word = words.word(first - 1)
    const goesOn = BETWEEN.has(word) || NEGATIONS.has(word) || /n't$|.ly$/.test(word)
    if (!goesOn || inContent(clause, first - 1)) break
    first--
  }
  return first
}

/**
 * Whether a negated verb says that nothing was said: a refusal ("would not comment"), or no answer ("did not respond",
 * "has not returned calls").
 */
export function isRefusal(clause: CueClause, match: CueMatch): boolean {
  if (match.entry.startsWith('willing') || match.entry.startsWith('prepared to')) return true
  const verb = match.entry.split(' ')[0] as string
  if (!match.isVerb) return false
  const { words } = clause
  for (let i = leftEdge(clause); i < match.first; i++) {
    const word = words.word(i)
    if (UNSAID.has(verb) && /^(?:would|will|wouldn't|won't|refus.*|declin.*)$/.test(word)) return true
    if (!UNANSWERED.has(verb)) continue
    if (/^(?:did|do|does|has|have|had)n't$/.test(word)) return true
    if (/^(?:did|do|does|has|have|had)$/.test(word) && words.word(i + 1) === 'not') return true
  }
  return false
}
