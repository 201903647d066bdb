import { wordRange } from '../anchor/index.js'
import { isNegation } from './lexicon.js'
import { sentenceEndsBefore, statementsAt, type Text } from './texts.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Verbs that deny what follows them, with "that" or without. */
const DENY = set('deny denies denied denying')
/** Words that deny the clause that hangs on them: "it is a lie that", "it is false that", "I refuse to believe that". */
const DENY_CLAUSE = set('false untrue nonsense lie lies myth refuse refuses refused refusing')
/** "It would be wrong to claim that": followed by one of these, for what is wrong may be so all the same. */
const SAY = set('say claim suggest think assume believe conclude pretend imply')
/** What a clause may be that somebody claims; whether it is so, what follows tells. */
const CLAIMS = set(
  'claim claims rumour rumours rumor rumors allegation allegations accusation idea suggestion notion story theory belief',
)
/** Of these, which by themselves weaken their clause. */
const RUMOURS = set('rumour rumours rumor rumors allegation allegations')
const IS = set("is are was were remains remain isn't aren't wasn't weren't")
const NOT_SO = set('false untrue wrong nonsense lie lies myth baseless unfounded absurd fabricated')
/** At the head of a sentence, before its subject, these open a condition: "Had the crew obeyed". */
const INVERTED = set('were had should')
const SUBJECTS = set(
  'i we you he she it they the a this that these those any anybody anyone there our their his her my',
)
const ONLY = set('once when after')

/**
 * Whether the word at `w` denies the words from `first` on; `carried`: a "that" or a verb that carries a clause stands
 * between. `twice`: it is itself denied ("I do not deny that").
 */
export function deniesAt({ words }: Text, w: number, first: number, carried: boolean): 'once' | 'twice' | null {
  const { key } = words
  const word = key[w] as string
  const next = key[w + 1] ?? ''
  const to = next === 'that' || next === 'to'
  const denies =
    (DENY.has(word) && (first - w <= 2 || carried)) ||
    (DENY_CLAUSE.has(word) && to) ||
    (word === 'wrong' && next === 'to' && SAY.has(key[w + 2] ?? '')) ||
    (word === 'yet' && next === 'to' && carried)
  if (!denies) return null
  return key.slice(Math.max(0, w - 3), w).some(isNegation) ? 'twice' : 'once'
}

/** Whether a phrase that weakens what follows it begins at `w`: "in theory", "according to", "the rumour that". */
export function weakensAt({ words: { key } }: Text, w: number): boolean {
  const [word, next] = [key[w] as string, key[w + 1]]
  return (
    (word === 'in' && next === 'theory') ||
    (word === 'according' && next === 'to') ||
    (RUMOURS.has(word) && next === 'that')
  )
}

/** Whether "as far as we can tell" or its like begins at `w`, and no stretch of road: "as far as the bridge". */
export function asFarAsAt({ words: { key } }: Text, w: number): boolean {
  return /^(?:as|so) far as (?:i|we|anyone|anybody|is) /.test(`${key.slice(w, w + 4).join(' ')} `)
}

/** Whether a condition begins at `w` without a word of its own: "Were we to lose it, …", "Only once it is paid …". */
export function opensCondition({ words }: Text, w: number): boolean {
  if (w > 0 && !sentenceEndsBefore(words, w) && !/["“”'‘«„]/.test(words.text.slice(words.end[w - 1], words.start[w])))
    return false
  const [word, next] = [words.key[w] as string, words.key[w + 1] ?? '']
  return word === 'only' ? ONLY.has(next) : INVERTED.has(word) && SUBJECTS.has(next)
}

/**
 * Where the words from `first` to `end` are the clause of a claim that the sentence then calls false: "the claim that …
 * is simply false". The word that says so, by index; null: none.
 */
export function calledFalse({ words: { key } }: Text, first: number, end: number, to: number): number | null {
  if (first < 2 || key[first - 1] !== 'that' || !CLAIMS.has(key[first - 2] as string)) return null
  for (let w = end; w < to; w++) {
    if (!IS.has(key[w] as string) || isNegation(key[w] as string)) continue
    const last = Math.min(to, w + 4)
    for (let i = w + 1; i < last && !isNegation(key[i] as string); i++) if (NOT_SO.has(key[i] as string)) return i
  }
  return null
}

/** Whether the words from `first` are somebody's own: in quotation marks, or a statement's. */
export const isSaid = (text: Text, first: number): boolean =>
  (text.quotation?.[first] ?? -1) >= 0 || statementsAt(text, first).length > 0

/** Verbs whose clause is so for the one who says them too: "the board knew that". */
const FACTIVE = set(
  'know knows knew known realise realised realize realized admit admits admitted acknowledge acknowledged confirm confirms ' +
    'confirmed find finds found show shows showed shown prove proves proved learn learned learnt discover discovered ' +
    'concede conceded remember remembers reveal revealed',
)
const FIRST_PERSON = set('i we me us myself ourselves')

/**
 * Of words [first, end) that a speaker tells as another's ("the witness told us ‘…’"): the statement that they are, and
 * the words that say so, [from, to). Null: they are the speaker's own.
 */
export function relayedAt(text: Text, first: number, end: number): { inner: number; from: number; to: number } | null {
  const [inner, outer] = statementsAt(text, first)
  if (inner === undefined || outer === undefined || text.outer[inner] !== outer) return null
  if (!statementsAt(text, end - 1).includes(inner)) return null
  const { mention, cue } = text.source.statements[inner] ?? {}
  if (!mention || !cue) return null
  const said = wordRange(text.words, cue.start, cue.end)
  const who = wordRange(text.words, mention.start, mention.end)
  const inside = ([a, b]: readonly [number, number]) => b > first && a < end
  if (inside(said) || inside(who)) return null
  const { key } = text.words
  if (key.slice(...said).some((word) => FACTIVE.has(word))) return null
  if (who[1] - who[0] === 1 && FIRST_PERSON.has(key[who[0]] as string)) return null
  return { inner, from: Math.min(said[0], who[0]), to: Math.max(said[1], who[1]) }
}
