import type { Act } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import { type CueClause, inContent } from './cue-clause.js'
import { type CueMatch, cueAt } from './cue-lookup.js'
import { isInquiry, isPerson } from './speaker-kind.js'
import { valueAmong } from './valuations.js'

/** What the words that carry a statement say that it does. */
export interface CueAct {
  readonly act: Act
  readonly negated: boolean
  /** Whether the cue leaves it to the statement's own words. */
  readonly isNeutral: boolean
  /** The lexicon's entry; '': the cue has none. */
  readonly entry: string
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What is said of a thing after these makes the act: "called it a lie" denies. */
const NAMING = set(
  'call describe label brand dub characterise portray paint depict deem term cast frame dismiss nickname denounce view',
)
const NAMING_PHRASES = new Set(['refer to', 'brush off', 'brush aside', 'see as', 'call * out'])
/** To reject one of these is to deny it. */
const CLAIMS = set(
  'claim claims allegation allegations accusation accusations charge charges report reports assertion assertions rumor rumors ' +
    'rumour rumours suggestion suggestions notion insinuation insinuations speculation contention',
)
/** Verbs that give way to a noun that says what was done: "offered praise", "declared his opposition". */
const SOFT = set('offer launch declare announce')
const NOUN_ACTS: ReadonlySet<Act> = new Set<Act>([
  'praise',
  'dispute',
  'criticise',
  'agree',
  'apologise',
  'warn',
  'deny',
])
/** After a verb of saying, what follows one of these is not its object: "said in an interview". */
const PREPOSITIONS = set(
  'upon in on at by to of from with during about over after before through via into amid for against as under among',
)
/** Another clause begins: "said when asked". */
const CLAUSE_OPENERS = set('when while if who which because since whether where although though unless until')

/** Words that stand between a negation and its verb. */
const BETWEEN = set(
  'do does did is was are were be been being has have had having will would can could may might should must to ever yet even also ' +
    'so far still quite just ever exactly at all once again soon now then going able willing ready about really',
)
/** After "not", these take the negation: "not only said". */
const NOT_NEGATED = set(
  'only just merely simply surprisingly unexpectedly necessarily least unlike long surprising alone',
)
/** Verbs whose negation is a refusal to speak, with any auxiliary and with "would" or "will" alone. */
const UNANSWERED = set('respond reply answer comment')
const UNSAID = set(
  'say discuss disclose talk speak elaborate specify address reveal confirm identify name clarify detail provide share tell give',
)

/** What the cue and the words about it in its clause say that the statement does. */
export function actOfCue(clause: CueClause, quotation: 'direct' | 'indirect' | 'mixed'): CueAct {
  const match = carrier(clause)
  if (!match) return { act: 'state', negated: negates(clause, clause.cue.end), isNeutral: true, entry: '' }
  const negated = negates(clause, match.first)
  const act = refined(clause, match, quotation)
  const { entry } = match
  if (negated && isUnanswered(clause, match)) return { act: 'decline', negated: false, isNeutral: false, entry }
  return { act, negated, isNeutral: act === 'state', entry }
}

// The entry that says most: the first that is not neutral, unless it stands in an aside of a verb of saying.
function carrier(clause: CueClause): CueMatch | null {
  const { words, cue, sentence } = clause
  const limit = Math.min(sentence.end, cue.end + REACH)
  let best: CueMatch | null = null
  let isAside = false
  for (let i = cue.first; i < cue.end; i++) {
    const isInMention = clause.mention !== null && clause.mention.first <= i && i < clause.mention.end
    if (isInMention || (inContent(clause, i) && best !== null)) continue
    const match = isAdverb(words, i) ? null : cueAt(words, i, limit)
    if (!match) {
      const word = words.word(i)
      if (best && CLAUSE_OPENERS.has(word)) break
      if (best && PREPOSITIONS.has(word)) isAside = true
      continue
    }
    if (best === null || best.isLight) best = match
    else if (isSoft(best)) {
      if (!match.isVerb && !isAside && NOUN_ACTS.has(match.act)) best = match
    } else if (overrides(words, match, isAside)) best = match
    if (best.act !== 'state' && !best.isLight && !isSoft(best)) break
    i = match.end - 1
  }
  return best
}

/** How far past the cue's end, in tokens, a phrase of the lexicon may reach: "called" the cue, "for" beside it. */
const REACH = 6

/** Verbs that are adverbs or adjectives as often: "said back in May", "seconded". */
const OTHERWISE = set('back second like mean long')

const isAdverb = (words: BlockWords, i: number): boolean => {
  if (!OTHERWISE.has(words.word(i))) return false
  const pos = words.pos(i)
  return pos === POS.ADVERB || pos === POS.ADJECTIVE || pos === POS.PREPOSITION
}

const isSoft = (match: CueMatch): boolean => SOFT.has(match.entry)

// Whether an entry after a verb of saying makes the act: another verb, or its object. "said in an attack on" is said.
function overrides(words: BlockWords, match: CueMatch, isAside: boolean): boolean {
  if (match.act === 'state' || match.isLight) return false
  const before = words.word(match.first - 1)
  if (!match.isVerb || DETERMINERS.has(before)) return !isAside
  // "began by thanking", "went on to thank"; not "exclaimed upon seeing him".
  return (
    !PREPOSITIONS.has(before) ||
    before === 'to' ||
    (/^(?:by|in|with|of|for)$/.test(before) && words.word(match.first).endsWith('ing'))
  )
}

const DETERMINERS = set('a an the his her its their this no my our')

function refined(clause: CueClause, match: CueMatch, quotation: string): Act {
  const { words } = clause
  const { entry, act } = match
  if (NAMING.has(entry) || NAMING_PHRASES.has(entry)) {
    const value = complementValue(clause, match)
    // To view something as bad is still to view it; to dismiss it as false is to deny it.
    if (act === 'believe') return act
    if (value === 'deny') return 'deny'
    return act === 'state' && value ? value : act
  }
  switch (entry) {
    case 'tell':
      return isOrdered(clause, match) ? 'demand' : act
    case 'offer':
      return offered(clause, match.end) ?? act
    case 'reject':
    case 'rebuff':
    case 'repudiate':
    case 'rebut':
      return claimsIn(words, match.end, objectEnd(clause, match.end)) ? 'deny' : act
    case 'insist':
    case 'suggest':
    case 'suggestion':
      return isSubjunctive(clause, match) ? (entry === 'insist' ? 'demand' : 'recommend') : act
    case 'reveal':
      return isPerson(clause) ? 'announce' : act
    case 'conclude':
      return quotation === 'direct' && isPerson(clause) ? 'state' : act
    case 'show':
    case 'prove':
    case 'demonstrate':
    case 'establish':
    case 'document':
    case 'record':
    case 'attribute':
    case 'determine':
      return isPerson(clause) ? 'state' : act
    case 'see':
    case 'seem':
    case 'appear':
    case 'look':
      return isInquiry(clause) ? 'find' : act
    default:
      return act
  }
}

// "told {the crew to leave}", "told them {to leave}": an order. Not "told the crew that …".
function isOrdered({ words, sentence, content }: CueClause, match: CueMatch): boolean {
  const limit = Math.min(sentence.end, match.end + 7)
  for (let i = match.end; i < limit; i++) {
    const pos = words.pos(i)
    if (words.word(i) === 'to') {
      const isObject = words.phraseAt(i - 1) !== null && words.pos(i + 1) === POS.BASE
      return isObject && content.some((range) => range.first >= match.end && range.first <= i && i < range.end)
    }
    if (pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL || pos === POS.COMMA || pos === POS.MARK)
      return false
    if (words.word(i) === 'that' || pos === POS.WH) return false
  }
  return false
}

// "offered {a deep and sincere apology}": the object is the statement's content, and says what was done.
function offered({ words, sentence }: CueClause, from: number): Act | null {
  for (let i = from; i < Math.min(sentence.end, from + 6); i++) {
    const match = cueAt(words, i, sentence.end)
    if (match && !match.isVerb && NOUN_ACTS.has(match.act)) return match.act
    if (words.word(i) === 'to') return null
  }
  return null
}

// The object of a verb ends with its sentence, or where it has got long.
const objectEnd = (clause: CueClause, from: number): number => Math.min(clause.sentence.end, from + 6)

function claimsIn(words: BlockWords, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (CLAIMS.has(words.word(i))) return true
  return false
}

/** What somebody is called stands within so many tokens. */
const COMPLEMENT = 24

function complementValue(clause: CueClause, match: CueMatch): Act | null {
  const { words, sentence, content } = clause
  let from = match.end
  const limit = Math.min(sentence.end, match.end + COMPLEMENT)
  // "described the collapse as a warning": the value stands after "as".
  for (let i = from; i < limit; i++) if (words.word(i) === 'as') from = i
  const after = valueAmong(words, from, limit)
  if (after) return after
  for (const range of content.slice(0, 2)) {
    const value = valueAmong(words, range.first, Math.min(range.end, range.first + COMPLEMENT))
    if (value) return value
  }
  return null
}

// "insisted that the gate be shut", "suggested closing it", "suggested they meet": a verb in its bare form, and no
// finite one before it; "suggested a meeting", a thing and no clause.
function isSubjunctive(clause: CueClause, match: CueMatch): boolean {
  const { words, sentence } = clause
  let i = match.end
  const isThat = words.word(i) === 'that'
  if (isThat) i++
  else if (words.word(i).endsWith('ing') && words.pos(i) === POS.GERUND) return true
  let hasSubject = false
  for (const limit = Math.min(sentence.end, i + 10); i < limit; i++) {
    const pos = words.pos(i)
    if (pos === POS.BASE || words.word(i) === 'be') {
      const before = words.word(i - 1)
      return (
        hasSubject &&
        before !== 'to' &&
        !/^(?:can|could|may|might|must|should|will|would|not|do|does|did)$/.test(before)
      )
    }
    if (pos === POS.STOP || pos === POS.COLON) return !isThat && hasSubject && match.entry === 'suggest'
    if (pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL || pos === POS.TO) return false
    if (pos === POS.NOUN || pos === POS.NAME || pos === POS.PRONOUN) hasSubject = true
  }
  return false
}

// Whether a negation stands in the cue before token `end`, or directly before the cue.
function negates(clause: CueClause, end: number): boolean {
  const { words, cue, sentence } = clause
  const range: Range = { first: leftEdge(clause), end }
  // "Nor have they warned him."
  if (words.word(sentence.first) === 'nor' && cue.first - sentence.first <= 6) return true
  for (let i = range.first; i < range.end; i++) {
    if (i >= cue.first && inContent(clause, i)) continue
    const word = words.word(i)
    const next = words.word(i + 1)
    if (
      word === 'not' ||
      word === 'never' ||
      word.endsWith("n't") ||
      word === 'cannot' ||
      word === 'nor' ||
      word === 'neither'
    ) {
      if (!NOT_NEGATED.has(next)) return true
    } else if (word === 'no') {
      if (next !== 'doubt' && next !== 'secret' && next !== 'wonder') return true
    } else if (word === 'without') return true
    else if (/^fail(?:ed|s|ing)?$/.test(word) && next === 'to') return true
    else if (word === 'unable' && next === 'to') return true
    else if (word === 'yet' && next === 'to' && i > sentence.first) return true
  }
  return false
}

// Back from the cue over auxiliaries, adverbs and negations.
function leftEdge(clause: CueClause): number {
  const { words, cue, sentence } = clause
  let first = cue.first
  const limit = Math.max(sentence.first, cue.first - 6)
  while (first > limit) {
    const word = words.word(first - 1)
    const goesOn =
      BETWEEN.has(word) ||
      /^(?:not|never|cannot|no|nor|without|longer|fail|failed|fails|failing|yet|unable)$|n't$|.ly$/.test(word)
    if (!goesOn || inContent(clause, first - 1)) break
    first--
  }
  return first
}

function isUnanswered(clause: CueClause, match: CueMatch): boolean {
  const verb = match.entry.split(' ')[0] as string
  if (match.act === 'decline' && verb === 'return') return true
  if (match.entry.startsWith('willing') || match.entry.startsWith('prepared to')) return true
  if (!match.isVerb) return false
  if (UNANSWERED.has(verb)) return true
  if (!UNSAID.has(verb)) return false
  const { words } = clause
  for (let i = leftEdge(clause); i < match.first; i++)
    if (/^(?:would|will|wouldn't|won't|refus.*|declin.*)$/.test(words.word(i))) return true
  return false
}
