import { wordRange } from '../anchor/index.js'
import type { Span, Statement } from '../model/index.js'
import { asFarAsAt, calledFalse, deniesAt, isSaid, opensCondition, relayedAt, weakensAt } from './denials.js'
import { isBelief, isHedge } from './hedges.js'
import { CONDITIONS, isNegation } from './lexicon.js'
import { compareSpeakers } from './names.js'
import { sentenceEndsBefore, statementsAt, type Text, wordsOfReading } from './texts.js'
import type { Source } from './verdict.js'

/** What a quotation leaves off that its sentence has, and that its own draft does not give either. */
export interface Lost {
  readonly what: 'negation' | 'hedge' | 'condition' | 'teller'
  /** The words, in the source's text. */
  readonly span: Span
}

/** Words of a sentence that are looked at on either side. */
const REACH = 40
/** A belief further from the quotation than this, in words, governs something else; so does any hedge that was found. */
const NEAR = 8
/** As near a hedging verb or adverb must be ("may have been"), and a "not" unless a clause hangs on it. */
const CLOSE = 3
/** What a clause hangs on: "I do not *believe* the road is closed", "it is not true *that*". */
const CARRIES = new Set(
  'that whether think believe say said mean know claim claimed suggest suggested sure true expect'.split(' '),
)
/** Words on either side of a quotation in the draft that may say themselves what it leaves off. */
const DRAFT_REACH = 14

/** After these a clause of its own begins, which what stands before them does not govern. */
const BREAKS = new Set('but yet although though whereas however because so'.split(' '))

/**
 * What the source's sentence says beside the words [first, end) that weakens or turns them: a "not" or a hedge close
 * before them, a condition anywhere before or after. Null: nothing, or the draft says it in its own words around the
 * quotation.
 */
export function lostAround(text: Text, first: number, end: number, draft: Source, quotation: Span): Lost | null {
  const before = contextBefore(text, first)
  const after = contextAfter(text, end)
  const found =
    inBefore(text, before, first, end) ??
    falseAfter(text, first, end, after) ??
    inAfter(text, end, after) ??
    byFinding(text, before, first, end, after)
  if (found === null) return null
  return saidInDraft(draft, quotation, found.what) ? null : found
}

/**
 * Words that the draft's speaker told as another's: "“I saw him,” Falk said" of "the witness told us ‘I saw him’". Null:
 * they are the speaker's own, or the draft gives them to whom the source gives them.
 */
export function lostTeller(
  text: Text,
  first: number,
  end: number,
  draft: Source,
  statement: Statement | null,
): Lost | null {
  const relayed = relayedAt(text, first, end)
  if (relayed === null) return null
  const { source } = text
  const by = (i: number) => compareSpeakers(draft, statement, source, source.statements[i] ?? null)
  if (by(relayed.inner) === 'same' || by(text.outer[relayed.inner] as number) !== 'same') return null
  return lost(text, 'teller', relayed.from, relayed.to)
}

/** Index of the first word of the same sentence, statement and block before `first`. */
function contextBefore(text: Text, first: number): number {
  let at = first
  while (at > 0 && first - at < REACH && !sentenceEndsBefore(text.words, at) && goesOn(text, at - 1, first)) at--
  return at
}

function contextAfter(text: Text, end: number): number {
  let at = end
  while (
    at < text.words.key.length &&
    at - end < REACH &&
    !sentenceEndsBefore(text.words, at) &&
    goesOn(text, at, end - 1)
  )
    at++
  return at
}

/** Whether a word is the same speaker's as another: content of the same statement, or no statement's either. */
function goesOn(text: Text, word: number, other: number): boolean {
  if (text.block[word] !== text.block[other]) return false
  const [a, b] = [statementsAt(text, word), statementsAt(text, other)]
  if (a.length > 0 || b.length > 0) return a.some((i) => b.includes(i))
  return text.quotation === null || text.quotation[word] === text.quotation[other]
}

function inBefore(text: Text, from: number, first: number, end: number): Lost | null {
  const { key } = text.words
  let condition: number | null = null
  let belief: Lost | null = null
  let carried = false
  // What stands before a comma is another clause: it may be a condition, its "not" is its own.
  let governs = !gapBefore(text, first).includes(',')
  for (let w = first - 1; w >= from; w--) {
    const word = key[w] as string
    if (BREAKS.has(word) && !(word === 'yet' && key[w + 1] === 'to')) break
    const far = first - w
    if (CARRIES.has(word)) carried = true
    if (governs && far <= NEAR) {
      const denies = isNegation(word) && !(word === 'not' && key[w + 1] === 'only')
      const verb = deniesAt(text, w, first, carried)
      if (verb === 'twice') return null
      if (verb === 'once' || (denies && (far < CLOSE || carried))) return lost(text, 'negation', w, first)
      // A word or two are no claim that a hedge could be lost from.
      if (end - first > 2) {
        if ((isHedge(text.words, w) && far <= CLOSE) || isBelief(text.words, w))
          belief ??= lost(text, 'hedge', w, first)
      }
    }
    if (end - first > 2 && weakensAt(text, w) && isSaid(text, first)) belief ??= lost(text, 'hedge', w, first)
    if (CONDITIONS.has(word) || opensCondition(text, w)) condition = w
    if (/[;:\u2014\u2013]/.test(gapBefore(text, w))) break
    if (gapBefore(text, w).includes(',')) governs = false
  }
  if (belief) return belief
  return condition === null || end - first < 3 ? null : lost(text, 'condition', condition, first)
}

function falseAfter(text: Text, first: number, end: number, to: number): Lost | null {
  const at = calledFalse(text, first, end, to)
  return at === null ? null : lost(text, 'negation', end, at + 1)
}

function inAfter(text: Text, end: number, to: number): Lost | null {
  const { key } = text.words
  for (let w = end; w < to; w++) {
    const word = key[w] as string
    if (BREAKS.has(word) || (w > end && /[;:]/.test(gapBefore(text, w)))) return null
    if (w === end && isNegation(word) && word !== 'without' && word !== 'nor') return lost(text, 'negation', end, w + 1)
    const isLong = (word === 'as' || word === 'so') && key[w + 1] === 'long' && key[w + 2] === 'as'
    if (isLong || (CONDITIONS.has(word) && word !== 'whether' && word !== 'except'))
      return lost(text, 'condition', w, Math.min(to, w + 8))
    if (w - end < 3 && asFarAsAt(text, w)) return lost(text, 'hedge', w, Math.min(to, w + 8))
    const trailing =
      w - end < 3 && (word === 'perhaps' || word === 'maybe' || word === 'probably' || word === 'possibly')
    const belief = w - end < 3 && isBelief(text.words, w) && key[w - 1] === 'i' && /,/.test(gapBefore(text, w - 1))
    if (trailing || belief) return lost(text, 'hedge', belief ? w - 1 : w, w + 1)
  }
  return null
}

/** The hedges that were found in the statement, as far as they stand beside the words. */
function byFinding(text: Text, from: number, first: number, end: number, to: number): Lost | null {
  const own = statementsAt(text, first)
  for (const i of own) {
    for (const hedge of text.source.statements[i]?.hedges ?? []) {
      const [a, b] = wordRange(text.words, hedge.start, hedge.end)
      const beside = (a >= from && b <= first && first - b < NEAR) || (a >= end && b <= to && a - end < NEAR)
      if (beside && !commaBetween(text, Math.min(b, end), Math.max(a, first))) return { what: 'hedge', span: hedge }
    }
  }
  return null
}

function commaBetween(text: Text, from: number, to: number): boolean {
  for (let w = from; w <= to && w < text.words.key.length; w++) if (/[,;:]/.test(gapBefore(text, w))) return true
  return false
}

const gapBefore = ({ words }: Text, w: number): string =>
  w <= 0 ? '' : words.text.slice(words.end[w - 1], words.start[w])

const lost = ({ words }: Text, what: Lost['what'], from: number, end: number): Lost => ({
  what,
  span: { start: words.start[from] as number, end: words.end[end - 1] as number },
})

/** Whether the draft's own sentence says around the quotation what was left off of it. */
function saidInDraft({ reading }: Source, { start, end }: Span, what: Lost['what']): boolean {
  const words = wordsOfReading(reading)
  const [first, last] = wordRange(words, start, end)
  const says = (w: number) => {
    const key = words.key[w] as string
    if (what === 'hedge') return isHedge(words, w) || isBelief(words, w) || key === 'theory'
    return what === 'negation' ? isNegation(key) : CONDITIONS.has(key)
  }
  for (let w = first; w > 0 && first - w < DRAFT_REACH && !sentenceEndsBefore(words, w); w--)
    if (says(w - 1)) return true
  for (let w = last; w < words.key.length && w - last < DRAFT_REACH && !sentenceEndsBefore(words, w); w++)
    if (says(w)) return true
  return false
}
