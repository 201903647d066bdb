import { POS } from '../parts-of-speech.js'
import type { CueClause } from './cue-clause.js'

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What gives things as the outcome of an inquiry, a count or a trial. */
const INQUIRIES = set(
  'poll polls survey surveys study studies report reports record records court courts data research analysis analyses figures statistics ' +
    'audit audits census findings results review investigation inquiry filing filings document documents tally count index papers ' +
    'transcript transcripts evidence numbers tribunal jury dataset experiment experiments assessment chart ' +
    'polling projections projection forecasts estimates tallies returns ballots memo memos memorandum filings database averages calculations',
)
/** Reports of these are somebody's word, not an inquiry's. */
const PRESS = set('media news press wire initial earlier multiple unconfirmed published local television tv')
/** What may stand between an inquiry's name and the end of its mention: "a poll released on Monday", "data from the bureau". */
const HANGS_ON = set(
  'of by from in on for that which about into released published conducted commissioned obtained at between with to taken issued filed compiled seen reviewed showing tallied gathered collected posted',
)
const PRONOUNS = set('he she i we who they you him her them')

/** Whether the statement's speaker is an inquiry: a poll, a study, a report, a record, a court, data. */
export function isInquiry(clause: CueClause): boolean {
  const { words, mention } = clause
  if (!mention) return false
  for (let i = mention.first; i < Math.min(mention.end, mention.first + 16); i++) {
    const word = words.word(i)
    if (i > mention.first && HANGS_ON.has(word)) return false
    if (!INQUIRIES.has(word)) continue
    const next = i + 1 === mention.end ? '' : words.word(i + 1)
    // "reports Ms. Roe filed": a name behind it begins a clause of its own.
    const isHead =
      next === '' ||
      next === ',' ||
      next === '(' ||
      HANGS_ON.has(next) ||
      (!words.isCapital(i) && words.pos(i + 1) === POS.NAME)
    if (isHead && !PRESS.has(words.word(i - 1))) return true
  }
  return false
}

/** Whether the statement's speaker is called as a person is: a pronoun, or a name that is no document's. */
export function isPerson(clause: CueClause): boolean {
  const { words, mention } = clause
  if (!mention) return false
  let isName = false
  for (let i = mention.first; i < Math.min(mention.end, mention.first + 8); i++) {
    if (PRONOUNS.has(words.word(i))) return true
    if (
      /^(?:poll|survey|study|report|email|emails|documents?|data|tapes?|video|records?|review|investigation|analysis)s?$/.test(
        words.word(i),
      )
    )
      return false
    if (words.isCapital(i) && words.word(i) !== 'the' && words.word(i) !== 'a') isName = true
  }
  return isName
}

/** Whether the statement's speaker is a person or people, by name or by a word for them: "officials", "voters". */
export function isHuman(clause: CueClause): boolean {
  if (isPerson(clause)) return true
  const { words, mention } = clause
  if (!mention) return false
  for (let i = mention.first; i < Math.min(mention.end, mention.first + 10); i++) {
    const word = words.word(i)
    if (i > mention.first && (HANGS_ON.has(word) || word === ',')) return false
    if (
      /^(?:people|men|women|many|some|others|most|both|officials?|critics?|aides?|all(?:y|ies)|.+(?:sts?|ers|ors|ates|ans|crats))$/.test(
        word,
      ) &&
      !/^(?:numbers|papers|letters|posters|most)$/.test(word)
    )
      return true
  }
  return false
}

/** Whether the statement's speaker is several people: "they", "two officials", "Roe and Doe"; null: the words leave it open. */
export function isPlural(clause: CueClause): boolean | null {
  const { words, mention } = clause
  if (!mention) return false
  const head = words.word(mention.first)
  if (mention.end - mention.first === 1 && (head === 'who' || head === 'that')) return null
  // "nine in 10 voters", "about 40 rowers"
  for (let i = mention.first; i < Math.min(mention.end, mention.first + 2); i++)
    if (words.pos(i) === POS.NUMBER) return true
  for (let i = mention.first; i < Math.min(mention.end, mention.first + 10); i++) {
    const word = words.word(i)
    if (
      /^(?:they|we|people|police|both|some|many|most|several|others|two|three|four|five|six|seven|eight|nine|ten|few|percent|majority|half|and|republicans|democrats|americans|conservatives|liberals)$/.test(
        word,
      )
    )
      return true
    if (i > mention.first && (HANGS_ON.has(word) || word === ',' || word === 'who')) return false
    const isHead =
      i + 1 === mention.end ||
      HANGS_ON.has(words.word(i + 1)) ||
      words.word(i + 1) === ',' ||
      words.word(i + 1) === 'who'
    // "officials", "the Roes"; not "Collins".
    if (
      isHead &&
      /[^su]s$/.test(word) &&
      (!words.isCapital(i) || (head === 'the' && i > mention.first && i === mention.first + 1))
    )
      return true
  }
  return false
}

/** The pronoun that is all of the statement's mention; '': it is another word. */
export function pronounOf({ words, mention }: CueClause): string {
  if (!mention || mention.end - mention.first !== 1) return ''
  const word = words.word(mention.first)
  return /^(?:he|she|they|it|i|we|you)$/.test(word) ? word : ''
}
