import { type Span, span } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import type { CueClause } from './cue-clause.js'
import { verbForms } from './inflections.js'

const forms = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).flatMap(verbForms))
const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/**
 * Verbs whose object is whom the words were said to. Not among them those whose object is whom they were about: accuse,
 * blame, thank, praise, criticise, call.
 */
const TO_SOMEBODY = forms(
  'tell ask urge warn inform notify remind assure reassure advise beg implore beseech entreat exhort instruct order command direct counsel caution ' +
    'encourage invite persuade convince petition lobby pressure press challenge brief alert promise email e-mail text phone telephone address lecture ' +
    'admonish enjoin nudge summon quiz interrogate grill interview teach guarantee forewarn apprise',
)
/** Of these only with "to", "whether", "that" or more words after the object; "promised reform" promised it to nobody. */
const NEEDS_MORE = forms(
  'promise order encourage urge advise counsel lobby command caution nudge brief address guarantee press challenge ask show teach direct lecture email text interview summon',
)
/** After the object of these, "of" names the matter: "reminded voters of it". */
const OF_MATTER = forms('remind inform notify assure apprise advise warn persuade convince')
/** Verbs, and nouns, after which "to" or "with" names whom the words were said to. */
const WITH_TO = forms(
  'say speak talk write explain announce complain suggest propose report confide testify reply respond lie boast describe recommend mention reveal disclose ' +
    'appeal apologise indicate insist repeat relay add present deliver send read preach shout yell whisper remark submit swear pitch point make comment stress signal declare vow',
)
const NOUNS_WITH_TO = set(
  'letter letters email emails e-mail memo note speech address remarks statement statements message messages testimony report plea appeal tweet reply response appeals comments complaint presentation text',
)
const WITH_WITH = set(
  'interview interviews exchange conversation call meeting discussion chat talk phone session briefing appearance speaking spoke speak talked talking talk met',
)
const BEFORE_WITH = set('before to')
const TESTIFYING = forms('testify speak appear')

/** What cannot have been spoken to: "said to applause", "in an interview with the magazine" can. */
const NOBODY = set(
  'applause cheers laughter death questions question date reports report criticism calls requests request claims allegations comment comments point extent time way fact place length surprise part ' +
    'accusations attacks attack concerns letter statement news record degree effect action resistance skepticism scepticism outrage story stories tale truth lie lies joke jokes anecdote fun success work office power life lives side issue issues idea',
)
/** "wrote to say", "told how": no noun phrase. */
const PRONOUNS = set(
  'him her them me us you it himself herself themselves everyone everybody anyone anybody someone somebody whom',
)
/** In these a passive's subject stands: "Residents were told". */
const PASSIVE = set('was were is are been being be')

/**
 * To whom a statement was made, as the page says: "reporters" in "told reporters", "the court" in "said to the court", "the
 * Assembly" in "urged the Assembly to act", "the Herald" in "in an interview with the Herald". Whom it is about is no
 * addressee ("accused the ministry of"). Null: the page does not say.
 */
export function addresseeOf(clause: CueClause, asides: readonly Range[]): Span | null {
  const { words } = clause
  const range = direct(clause) ?? passive(clause) ?? indirect(clause, asides)
  if (!range) return null
  const first = words.tokens[range.first]
  const last = words.tokens[range.end - 1]
  return first && last ? span(words.text, first.start, last.end) : null
}

// "told reporters", "urged {the Assembly to act}": the object may stand in the content.
function direct(clause: CueClause): Range | null {
  const { words, cue, sentence, mention } = clause
  for (let i = cue.first; i < cue.end; i++) {
    const verb = words.word(i)
    if (!TO_SOMEBODY.has(verb) || isPassiveAt(words, i) || isNoun(words, i)) continue
    // "Roe told the court", but "asked the chair, Ana Roe": an inverted subject is no object.
    const at = i + 1
    if (mention && mention.first === at) continue
    const phrase = phraseFrom(words, at, sentence.end, !OF_MATTER.has(verb))
    if (!phrase || NOBODY.has(words.word(phrase.end - 1))) continue
    if (NEEDS_MORE.has(verb) && !goesOn(words, phrase, verb, clause)) continue
    return phrase
  }
  return null
}

// After an object that was spoken to, the matter follows: "to", "whether", "that", a quotation, a clause.
function goesOn(words: BlockWords, phrase: Range, verb: string, clause: CueClause): boolean {
  const next = words.word(phrase.end)
  if (PRONOUNS.has(words.word(phrase.first)) && phrase.end - phrase.first === 1)
    return words.word(phrase.first) !== 'it' || next === 'to'
  if (/^(?:to|whether|that|if|how|why|what|who|when|where|about|for|["“]|''|``|on)$/.test(next))
    return !/^interview/.test(verb) || next !== 'that'
  const pos = words.pos(phrase.end)
  if (/^(?:ask|promis|guarant)/.test(verb)) return pos === POS.PRONOUN || words.phraseAt(phrase.end) !== null
  return clause.content.some((range) => range.first === phrase.end)
}

// "Residents were told by the company that": the subject of the passive.
function passive(clause: CueClause): Range | null {
  const { words, cue, sentence, mention } = clause
  for (let i = cue.first; i < cue.end; i++) {
    if (!TO_SOMEBODY.has(words.word(i)) || !isPassiveAt(words, i)) continue
    let at = i - 1
    while (
      at > sentence.first &&
      (words.pos(at) === POS.ADVERB ||
        /^(?:was|were|is|are|been|being|be|have|has|had|not|never|will|would|could|should|may|might|to)$/.test(
          words.word(at),
        ))
    )
      at--
    if (mention && mention.first <= at && at < mention.end && words.word(cue.end) !== 'by') return null
    const phrase = words.phraseAt(at)
    if (!phrase || phrase.end !== at + 1) return null
    const first = words.word(phrase.first) === 'whether' ? phrase.first + 1 : phrase.first
    return first < phrase.end ? { first, end: phrase.end } : null
  }
  return null
}

function isPassiveAt(words: BlockWords, i: number): boolean {
  if (!/(?:ed|told|sworn|taught|en)$/.test(words.word(i))) return false
  for (let k = i - 1; k >= i - 4 && k >= 0; k--) {
    const word = words.word(k)
    if (PASSIVE.has(word)) return true
    if (words.pos(k) !== POS.ADVERB && word !== 'not') return false
  }
  return false
}

const isNoun = (words: BlockWords, i: number): boolean => {
  const before = words.word(i - 1)
  return /^(?:a|an|the|his|her|their|its|this|no)$/.test(before) && words.pos(i) === POS.NOUN
}

// "said to the committee", "wrote to Roe", "in an interview with the Herald", "testified before the panel".
function indirect(clause: CueClause, asides: readonly Range[]): Range | null {
  const { words, cue } = clause
  for (const { first, end } of asides) {
    let hasCarrier = false
    let hasMeeting = false
    for (let i = first; i < end; i++) {
      const word = words.word(i)
      const isCue = i >= cue.first && i < cue.end
      if ((isCue && WITH_TO.has(word)) || NOUNS_WITH_TO.has(word) || /^(?:speaking|talking|writing)$/.test(word))
        hasCarrier = true
      if (WITH_WITH.has(word)) hasMeeting = true
      const before = words.word(i - 1)
      const isTo =
        word === 'to' &&
        hasCarrier &&
        (isNear(words, i, WITH_TO, cue) ||
          NOUNS_WITH_TO.has(before) ||
          /^(?:speaking|talking|writing|directly|privately|later)$/.test(before) ||
          before === 'out')
      const isWith = word === 'with' && hasMeeting
      const isBefore = BEFORE_WITH.has(word) && word === 'before' && TESTIFYING.has(before)
      if (!isTo && !isWith && !isBefore) continue
      const phrase = phraseFrom(words, i + 1, end)
      if (
        !phrase ||
        NOBODY.has(words.word(phrase.end - 1)) ||
        /^(?:it|that|this|which)$/.test(words.word(phrase.first))
      )
        continue
      return phrase
    }
  }
  return null
}

// Whether a verb of saying stands before "to" with only adverbs between: "said quietly to", "wrote to".
function isNear(words: BlockWords, to: number, verbs: ReadonlySet<string>, cue: Range): boolean {
  for (let i = to - 1; i >= to - 3 && i >= 0; i--) {
    if (i >= cue.first && i < cue.end && verbs.has(words.word(i))) return true
    if (words.pos(i) !== POS.ADVERB) return false
  }
  return false
}

/** A noun phrase with what hangs on it has at most so many tokens. */
const LONGEST = 16

// The noun phrase that begins at `at`, with "of …", "at …" and "and …" after it. What was said is no part of it.
function phraseFrom(words: BlockWords, at: number, limit: number, hasOf = true): Range | null {
  const phrase = phraseAt(words, at)
  if (!phrase) return null
  let { end } = phrase
  while (end < limit && end - at < LONGEST) {
    const word = words.word(end)
    if (!(word === 'of' && hasOf) && word !== 'and' && !(word === 'at' && words.isCapital(end + 1))) break
    const next = phraseAt(words, end + 1)
    if (!next || next.end > limit) break
    // "told Roe and Doe" adds one; "told Roe and they agreed" begins another clause.
    if (word === 'and' && (words.pos(next.first) === POS.PRONOUN || isVerbAt(words, next.end))) break
    end = next.end
  }
  return end > limit ? null : { first: at, end }
}

const TIMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow|january|february|march|april|june|july|august|september|october|november|december)$/

// The noun phrase from `at` on. What stands before it there, as a verb that was taken for a noun, is no part of it.
function phraseAt(words: BlockWords, at: number): Range | null {
  const phrase = words.phraseAt(at)
  if (!phrase || TIMES.test(words.word(at)) || BESIDE_TIME.test(words.word(at)) || words.word(at) === 'late')
    return null
  // "told reporters Wednesday", "told The Herald last week": the time is no part of it.
  let { end } = phrase
  for (let i = at + 1; i < end; i++) if (TIMES.test(words.word(i)) || BESIDE_TIME.test(words.word(i))) end = i
  if (end - at === 1 && /^(?:that|this|there|what)$/.test(words.word(at))) return null
  return { first: at, end }
}

const BESIDE_TIME = /^(?:last|this|next|earlier)$/

const isVerbAt = (words: BlockWords, i: number): boolean => {
  const pos = words.pos(i)
  return pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL
}
