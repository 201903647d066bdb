import type { Act } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords } from './block-words.js'
import { type CueClause, inContent } from './cue-clause.js'
import { type CueMatch, cueAt } from './cue-lookup.js'
import { verbForms } from './inflections.js'
import { isRefusal, negates } from './negation.js'
import { isHuman, isInquiry, isPerson } from './speaker-kind.js'
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
  'call describe label brand dub characterise portray paint depict deem term cast frame dismiss nickname denounce view ' +
    'position present rebrand recast bill sell pitch rate',
)
const NAMING_PHRASES = new Set(['refer to', 'brush off', 'brush aside', 'see as', 'call * out', 'hold up'])
/** These name only with "as": "presented him as". */
const NAMING_AS = set('position present rebrand recast bill sell pitch hold up cast refer')
/** To sign one of these is an official act. */
const DEEDS = set(
  'bill law order orders legislation agreement deal treaty pact contract accord decree proclamation measure',
)
/** To release one of these is to say what it says. */
const MESSAGES = set(
  'statement statements ad ads video videos robocall robocalls details letter commercial spot memo audio recording tape',
)
/** To reject one of these is to refuse it. */
const REQUESTS = set(
  'request requests plea pleas appeal appeals bid bids motion motions petition petitions offer offers invitation invitations ' +
    'demand demands application applications call calls overture overtures',
)
/** To reject one of these is to deny it. */
const CLAIMS = set(
  'claim claims allegation allegations accusation accusations charge charges report reports assertion assertions rumor rumors ' +
    'rumour rumours suggestion suggestions notion insinuation insinuations speculation contention',
)
/** Verbs that give way to a noun that says what was done: "offered praise", "declared his opposition". */
const SOFT = set('offer launch declare announce release')
const NOUN_ACTS: ReadonlySet<Act> = new Set<Act>([
  'praise',
  'dispute',
  'criticise',
  'agree',
  'apologise',
  'warn',
  'deny',
  'accuse',
  'believe',
  'feel',
])
/** After a verb of saying, what follows one of these is not its object: "said in an interview". */
const PREPOSITIONS = set(
  'upon in on at by to of from with during about over after before through via into amid for against as under among',
)
/** Another clause begins: "said when asked". */
const CLAUSE_OPENERS = set('when while if who which because since whether where although though unless until')

/** What the cue and the words about it in its clause say that the statement does. */
export function actOfCue(clause: CueClause, quotation: 'direct' | 'indirect' | 'mixed'): CueAct {
  const match = carrier(clause) ?? verbBeside(clause) ?? objectOf(clause, clause.cue.end)
  if (!match)
    return {
      act: isView(clause) ? 'believe' : 'state',
      negated: negates(clause, null),
      isNeutral: !isView(clause),
      entry: '',
    }
  const negated = negates(clause, match)
  const act = refined(clause, match, quotation)
  const { entry } = match
  if (act === 'decline' || (negated && isRefusal(clause, match)))
    return { act: 'decline', negated: false, isNeutral: false, entry }
  return { act, negated, isNeutral: act === 'state', entry }
}

// "[Roe] personally {opposes the levy}": the verb is the content's.
function verbBeside({ words, cue, content, sentence }: CueClause): CueMatch | null {
  const pos = words.pos(cue.end)
  if (words.pos(cue.end - 1) !== POS.ADVERB || content[0]?.first !== cue.end) return null
  return pos === POS.PRESENT || pos === POS.PAST ? cueAt(words, cue.end, sentence.end) : null
}

// "To [Roe], it was a triumph": one preposition is all the cue.
function isView({ words, cue, mention }: CueClause): boolean {
  return cue.end - cue.first === 1 && /^(?:to|for)$/.test(words.word(cue.first)) && mention?.first === cue.end
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
    if (best === null || (best.isLight && (match.act !== 'state' || isNaming(match.entry) || best.act !== 'plan')))
      best = match
    else if (isSoft(best)) {
      // "released ads attacking" does what the ads do.
      const isDone = match.isVerb ? best.entry === 'release' && match.act !== 'state' : NOUN_ACTS.has(match.act)
      if (isDone && !isAside) best = match
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
  if (!OTHERWISE.has(words.word(i)) || /^(?:to|do|does|did|not|never|don't|doesn't|didn't)$/.test(words.word(i - 1)))
    return false
  const pos = words.pos(i)
  return pos === POS.ADVERB || pos === POS.ADJECTIVE || pos === POS.PREPOSITION
}

const isNaming = (entry: string): boolean => NAMING.has(entry) || NAMING_PHRASES.has(entry)

const isSoft = (match: CueMatch): boolean => SOFT.has(match.entry)

// Whether an entry after a verb of saying makes the act: another verb, or its object. "said in an attack on" is said.
function overrides(words: BlockWords, match: CueMatch, isAside: boolean): boolean {
  if (match.act === 'state' || match.isLight) return false
  const before = words.word(match.first - 1)
  if (!match.isVerb || DETERMINERS.has(before)) return !isAside
  // "said at a debate sponsored by the club": what was done to the place it was said at.
  if (isAside && words.word(match.end) === 'by' && !words.word(match.first).endsWith('ing')) return false
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
  if (isNaming(entry) && !(NAMING_AS.has(entry) && !hasAs(clause, match))) {
    const value = complementValue(clause, match)
    // To view something as bad is still to view it; to dismiss it as false, or to rate it so, is to deny it.
    if (act === 'believe' && !(entry === 'rate' && (value === 'deny' || value === 'confirm'))) return act
    if (value === 'deny' || value === 'confirm') return value
    return act === 'state' && value ? value : act
  }
  if (LIGHT_VERBS.has(entry)) {
    const object = objectOf(clause, match.end)?.act
    // "launched his bid" announces, "launched an attack" attacks.
    return object && (entry !== 'launch' || NOUN_ACTS.has(object)) ? object : act
  }
  switch (entry) {
    case 'tell':
      return isOrdered(clause, match) ? 'demand' : act
    case 'reject':
    case 'rejection':
    case 'dismiss':
    case 'rebuff':
    case 'spurn':
    case 'repudiate':
    case 'rebut':
      if (hasAs(clause, match) && complementValue(clause, match) === 'deny') return 'deny'
      if (isAmong(REQUESTS, words, match.end, objectEnd(clause, match.end))) return 'decline'
      return entry !== 'dismiss' && isAmong(CLAIMS, words, match.end, objectEnd(clause, match.end)) ? 'deny' : act
    case 'question':
      return match.isVerb && isChallenge(clause, match, quotation) ? 'dispute' : act
    case 'feel':
      return isFelt(clause, match.end) ? 'feel' : act
    case 'defend':
      return /^(?:himself|herself|themselves|itself|his|her|their|its|my|our)$/.test(words.word(match.end))
        ? 'state'
        : act
    case 'cheer':
      return isFollowedByMention(clause, match) ? 'feel' : act
    case 'find':
      return isHuman(clause) && isOpinion(clause, match) ? 'believe' : act
    case 'insist':
    case 'suggest':
    case 'suggestion':
      return isSubjunctive(clause, match) ? (entry === 'insist' ? 'demand' : 'recommend') : act
    case 'reveal':
      return isPerson(clause) || clause.mention === null ? 'announce' : act
    case 'sign':
      return isAmong(DEEDS, words, match.end, objectEnd(clause, match.end)) ? 'announce' : act
    case 'release':
      return isAmong(MESSAGES, words, match.end, objectEnd(clause, match.end)) ? 'state' : act
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
      return isHuman(clause) ? 'state' : act
    case 'see':
      // "have seen {the mill close}" perceives; "have seen it as" thinks.
      if (isPerfect(words, match.first) && !hasAs(clause, match)) return 'state'
      return isInquiry(clause) ? 'find' : act
    case 'seem':
    case 'appear':
    case 'look':
      return isInquiry(clause) ? 'find' : act
    default:
      return act
  }
}

// "has seen", "have long seen"; not "has been seen".
const isPerfect = (words: BlockWords, i: number): boolean => {
  const at = words.pos(i - 1) === POS.ADVERB ? i - 2 : i - 1
  return /^(?:have|has|had|'ve)$/.test(words.word(at))
}

const hasAs = ({ words, sentence }: CueClause, match: CueMatch): boolean => {
  for (let i = match.end; i < Math.min(sentence.end, match.end + COMPLEMENT); i++)
    if (words.word(i) === 'as') return true
  return false
}

// "questioned the count"; not "questioned whether", "questioned her about it", nor a question in its words.
function isChallenge({ words, mention, sentence }: CueClause, match: CueMatch, quotation: string): boolean {
  if (quotation === 'direct' || words.pos(match.first) === POS.NOUN) return false
  if (/^(?:be|been|being|was|were|is|are|get|got)$/.test(words.word(match.first - 1))) return false
  const next = words.word(match.end)
  if (words.pos(match.end) === POS.WH || /^(?:if|whether|him|them|me|us|about|by|on)$/.test(next)) return false
  if (mention && mention.first === match.end) return false
  // "questioned Roe about it"
  const isSomebody = words.pos(match.end) === POS.NAME
  for (let i = match.end; isSomebody && i < Math.min(sentence.end, match.end + 6); i++)
    if (/^(?:about|over|on)$/.test(words.word(i))) return false
  return true
}

// "felt betrayed", "feels very angry"; not "felt that", "feels the count was fair".
function isFelt({ words, sentence }: CueClause, from: number): boolean {
  let i = from
  while (i < from + 3 && words.pos(i) === POS.ADVERB) i++
  // "feels confident" is a thought.
  if (cueAt(words, i, sentence.end)?.act === 'believe') return false
  const pos = words.pos(i)
  return pos === POS.ADJECTIVE || pos === POS.PARTICIPLE || (pos === POS.PAST && words.word(i).endsWith('ed'))
}

const isFollowedByMention = ({ mention }: CueClause, match: CueMatch): boolean =>
  mention !== null && mention.first >= match.end && mention.first <= match.end + 2

// "I find it strange", "finds his manner troubling"; not "found that".
function isOpinion({ words, content }: CueClause, match: CueMatch): boolean {
  const opening = content[0]
  if (words.word(match.end) === 'that' || (opening && words.word(opening.first) === 'that')) return false
  return words.word(match.first) !== 'found' || /^(?:it|him|her|them|this)$/.test(words.word(match.end))
}

// "told {the crew to leave}", "told them {to leave}", "was told {to leave}": an order. Not "told the crew that …".
function isOrdered({ words, sentence, content }: CueClause, match: CueMatch): boolean {
  const limit = Math.min(sentence.end, match.end + 7)
  for (let i = match.end; i < limit; i++) {
    const pos = words.pos(i)
    if (words.word(i) === 'to') {
      const before = words.word(i - 1) === 'not' ? i - 2 : i - 1
      const isObject = before < match.end || words.phraseAt(before) !== null
      const isVerb = words.pos(i + 1) === POS.BASE || words.word(i + 1) === 'be'
      return (
        isObject && isVerb && content.some((range) => range.first >= match.end && range.first <= i + 1 && i < range.end)
      )
    }
    if (pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL || pos === POS.COMMA || pos === POS.MARK)
      return false
    if (words.word(i) === 'that' || pos === POS.WH) return false
  }
  return false
}

// "expressed {a deep and sincere regret}", "has {doubts about it}": behind a light verb, the noun that says what was done.
function objectOf({ words, sentence }: CueClause, from: number): CueMatch | null {
  if (!LIGHT_HEADS.has(words.word(from - 1))) return null
  for (let i = from; i < Math.min(sentence.end, from + 6); i++) {
    const pos = words.pos(i)
    if (pos === POS.NOUN) {
      const match = cueAt(words, i, sentence.end)
      if (match && !match.isLight && match.act !== 'find') return match
    } else if (!BEFORE_NOUN.has(pos)) return null
  }
  return null
}

/** Verbs of the lexicon whose object says what was done. */
const LIGHT_VERBS = set('offer express voice share convey deliver issue raise send hold air articulate register launch')
/** The forms of these and of other verbs that say nothing by themselves. */
const LIGHT_HEADS = new Set(
  [...LIGHT_VERBS, ...'have make give take harbor harbour level'.split(' ')].flatMap((verb) => verbForms(verb)),
)
/** What stands between a verb and the noun that is its object. */
const BEFORE_NOUN = new Set<number>([
  POS.DETERMINER,
  POS.POSSESSIVE,
  POS.ADJECTIVE,
  POS.ADVERB,
  POS.NAME,
  POS.GENITIVE,
  POS.CONJUNCTION,
  POS.COMMA,
  POS.NUMBER,
  POS.PARTICIPLE,
  POS.GERUND,
])

// The object of a verb ends with its sentence, or where it has got long.
const objectEnd = (clause: CueClause, from: number): number => Math.min(clause.sentence.end, from + 6)

function isAmong(list: ReadonlySet<string>, words: BlockWords, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (list.has(words.word(i))) return true
    // "rejected the notion that …": what the object is about is not the object.
    if (/^(?:that|to|as|by|of|in|for|on|from)$/.test(words.word(i))) return false
  }
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
