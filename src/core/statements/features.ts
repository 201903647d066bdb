import type { Analysis } from './analysis.js'
import { hashOf, mix } from './hashing.js'
import type { Phrase } from './noun-phrases.js'
import { isVerb, POS } from './parts-of-speech.js'
import { closesQuote, opensQuote } from './rules/surroundings.js'
import type { Site } from './sites.js'

/** The most features that any of the functions below writes. */
export const MOST_FEATURES = 64

/** A list of feature hashes that is filled anew for each thing that is weighed; no allocation while weighing. */
export class Features {
  readonly hashes = new Int32Array(MOST_FEATURES)
  length = 0
  add(template: number, value: number): void {
    this.hashes[this.length++] = mix(template, value)
  }
  add2(template: number, a: number, b: number): void {
    this.hashes[this.length++] = mix(mix(template, a), b)
  }
  add3(template: number, a: number, b: number, c: number): void {
    this.hashes[this.length++] = mix(mix(mix(template, a), b), c)
  }
}

const NONE = 31
const THAT = hashOf('that')

/** Buckets of a count: 0 to 4 by themselves, then by powers of two. */
export function bucket(n: number): number {
  if (n <= 4) return Math.max(0, n)
  return n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : n <= 22 ? 8 : n <= 40 ? 9 : 10
}

const level = (prior: number): number =>
  prior === 0 ? 0 : 1 + Math.min(7, Math.floor(Math.log2(1 + prior))) + (prior > 190 ? 1 : 0)

// The part of speech before token `i`; a comma after a closing mark counts as the mark, as it would in American text.
function posBefore(a: Analysis, i: number, low: number, high: number): number {
  const tag = posAt(a, i - 1, low, high)
  return tag === POS.COMMA && i - 2 >= low && closesQuote(a, i - 2) ? POS.MARK : tag
}

/** Part of speech of token `i`, or 31 outside [low, high). */
export const posAt = (a: Analysis, i: number, low: number, high: number): number =>
  i >= low && i < high ? (a.pos[i] as number) : NONE
/** Word hash of token `i`, or 0 outside [low, high). */
export const wordAt = (a: Analysis, i: number, low: number, high: number): number =>
  i >= low && i < high ? (a.word[i] as number) : 0

/** The nearest noun phrase that ends at or before token `i` in its sentence, or null. */
export function phraseBefore(a: Analysis, i: number): Phrase | null {
  let p = (a.phraseFrom[i] ?? a.phrases.length) - 1
  if (i >= a.phraseFrom.length - 1) p = a.phrases.length - 1
  const phrase = a.phrases[p]
  if (!phrase || phrase.end > i) return null
  return phrase.first >= (a.sentenceStart[Math.min(i, a.tokens.length - 1)] as number) ? phrase : null
}

/** What tells whether a site is a cue, and by which construct: each is weighed once per rule that fits. */
export function siteFeatures(a: Analysis, site: Site, f: Features): void {
  const i = site.head
  const low = a.sentenceStart[i] as number
  const high = a.sentenceEnd[i] as number
  const word = a.word[i] as number
  const tag = a.pos[i] as number
  const quoted = (a.quoteAt[i] as number) >= 0 ? 1 : 0
  const p1 = posBefore(a, i, low, high)
  const p2 = posAt(a, i - 2, low, high)
  const n1 = posAt(a, site.end, low, high)
  const n2 = posAt(a, site.end + 1, low, high)
  const w1 = wordAt(a, site.end, low, high)
  const prior = level(a.prior[i] as number)
  const here = level(a.priorHere[i] as number)
  const subject = phraseBefore(a, site.first)
  const subjectPos = subject ? (a.pos[subject.head] as number) : NONE
  const subjectWord = subject ? (a.word[subject.head] as number) : 0
  const gap = subject ? bucket(site.first - subject.end) : NONE
  const between = subject && site.first > subject.end ? (a.pos[subject.end] as number) : NONE
  const object = a.phrases[a.phraseFrom[site.end] ?? a.phrases.length]
  const objectHead = object && object.first < site.end + 2 && object.end <= high ? object.head : -1
  f.length = 0
  f.add(1, 0)
  f.add2(2, word, 0)
  f.add2(3, word, tag)
  f.add2(4, word, n1)
  f.add2(5, word, w1)
  f.add3(6, word, quoted, 0)
  f.add2(7, a.suffix[i] as number, tag)
  f.add2(8, prior, tag)
  f.add3(9, here, prior, quoted)
  f.add2(10, prior, n1)
  f.add3(11, p1, tag, n1)
  f.add3(12, p2, p1, tag)
  f.add3(13, tag, n1, n2)
  f.add(14, wordAt(a, i - 1, low, high))
  f.add(15, w1)
  f.add(16, wordAt(a, site.end + 1, low, high))
  f.add2(17, subjectPos, gap)
  f.add(18, subjectWord)
  f.add2(19, subjectWord, prior)
  f.add3(20, subjectPos, gap, prior)
  f.add2(21, between, tag)
  f.add2(22, wordAt(a, site.first, low, high), tag)
  f.add2(23, site.head - site.first, tag)
  f.add3(24, quoted, tag, subjectPos)
  f.add2(25, word, subjectPos)
  f.add2(26, bucket(i - low), bucket(high - i))
  f.add2(27, objectHead >= 0 ? (a.word[objectHead] as number) : 0, tag)
  f.add2(28, objectHead >= 0 ? (a.pos[objectHead] as number) : NONE, prior)
  f.add2(29, i === low ? 1 : 0, tag)
  f.add2(30, low === a.blockStart[i] ? 1 : 0, bucket((a.blockEnd[i] as number) - (a.blockStart[i] as number)))
  f.add(31, strongest(a, low, site.first, i) * 16 + prior)
  f.add(32, strongest(a, site.end, high, i) * 16 + prior)
  f.add2(33, low === 0 ? 1 : 0, quoted)
  f.add2(34, posBefore(a, site.first, low, high), prior)
  f.add2(35, posBefore(a, site.first, low, high), n1)
  f.add2(36, wordAt(a, site.first - 1, low, high), word)
  f.add2(37, wordAt(a, low, low, high), prior)
  const stem = stemAt(a, i)
  const outer = subject ? subject.first - 1 : site.first - 1
  f.add2(39, stem, n1)
  f.add2(40, stem, subjectPos)
  f.add2(41, stem, quoted)
  f.add3(42, stem, prior, tag)
  f.add2(43, wordAt(a, outer, low, high), prior)
  f.add3(44, posBefore(a, outer + 1, low, high), tag, n1)
  f.add3(45, posBefore(a, outer + 1, low, high), subjectPos, prior)
  f.add2(46, subject ? (a.word[subject.first] as number) : 0, prior)
  f.add2(47, objectHead >= 0 ? (a.word[object?.first ?? 0] as number) : 0, stem)
  f.add3(48, objectHead >= 0 ? posAt(a, object?.end ?? 0, low, high) : NONE, n1, prior)
  f.add2(49, objectHead >= 0 ? wordAt(a, object?.end ?? 0, low, high) : 0, stem)
  f.add2(50, negated(a, site) ? 1 : 0, stem)
  f.add2(51, w1, prior)
  f.add3(52, w1, n2, tag)
  f.add3(38, subject ? (a.shape[subject.head] as number) : NONE, n1, tag)
}

const NOT = new Set(
  ['not', "don't", "didn't", "doesn't", "won't", "wouldn't", "can't", "couldn't", 'never'].map(hashOf),
)

function negated(a: Analysis, site: Site): boolean {
  for (let i = site.first; i < site.head; i++) if (NOT.has(a.word[i] as number)) return true
  return false
}

// One number for "claim", "claims", "claimed" and "claiming".
function stemAt(a: Analysis, i: number): number {
  const { start, end } = a.tokens[i] as Analysis['tokens'][number]
  const word = a.text.slice(start, end).toLowerCase()
  const cut = word.endsWith('ing')
    ? 3
    : word.endsWith('ied') || word.endsWith('ies')
      ? 3
      : word.endsWith('ed') || word.endsWith('es')
        ? 2
        : /[se]$/.test(word)
          ? 1
          : 0
  return hashOf(word.length - cut > 2 ? word.slice(0, -cut || undefined) : word)
}

// The highest cue prior of a stretch of the sentence, in steps: another cue there speaks against one here.
function strongest(a: Analysis, first: number, end: number, from: number): number {
  let best = 0
  const low = Math.max(first, from - 40)
  const high = Math.min(end, from + 40)
  for (let i = low; i < high; i++)
    if (isVerb(a.pos[i] as number) && (a.prior[i] as number) > best) best = a.prior[i] as number
  return best > 200 ? 3 : best > 128 ? 2 : best > 50 ? 1 : 0
}

/** The most edges that are weighed for one content. */
export const MOST_EDGES = 24
/** Edges are weighed up to this far from the cue, in tokens. */
const FURTHEST = 70

/** Content without quotation marks is never longer, in tokens; it bounds the work where a "sentence" has no end. */
const LONGEST = 300

const EDGE: ReadonlySet<number> = new Set([
  POS.COMMA,
  POS.COLON,
  POS.PREPOSITION,
  POS.WH,
  POS.CONJUNCTION,
  POS.GERUND,
  POS.TO,
  POS.PUNCTUATION,
  POS.ADVERB,
  POS.STOP,
])

/** Where content that starts at `start` may end, one past its last token, in order; the last is the furthest. */
export function endsFrom(a: Analysis, start: number): number[] {
  const out: number[] = []
  const blockEnd = a.blockEnd[start] as number
  let limit = Math.min(a.sentenceEnd[start] as number, start + LONGEST)
  let i = start
  while (i < limit && i < start + LONGEST) {
    const q = a.quoteAt[i] as number
    const quote = q >= 0 ? a.quotes[q] : undefined
    if (quote && quote.open >= start && quote.open === i) {
      // A quotation inside the content is taken whole, over the sentences that end in it.
      i = quote.end
      if (i >= limit) limit = Math.min(a.sentenceEnd[Math.min(i, blockEnd) - 1] as number, i + LONGEST)
      if (i < limit && out.length < MOST_EDGES - 1) out.push(i)
      continue
    }
    if (i > start && out.length < MOST_EDGES - 1 && i - start < FURTHEST) {
      const tag = a.pos[i] as number
      if (
        EDGE.has(tag) ||
        (isVerb(tag) && a.pos[i - 1] !== POS.TO && !isVerb(a.pos[i - 1] as number)) ||
        (tag === POS.MARK && closesQuote(a, i))
      ) {
        if (out.at(-1) !== i) out.push(i)
      }
    }
    i++
  }
  if (out.at(-1) !== limit) out.push(limit)
  return out
}

/** Where content that ends before `end` may start, nearest first; the last is the furthest. */
export function startsTo(a: Analysis, end: number): number[] {
  const out: number[] = []
  let i = end - 1
  if (a.pos[i] === POS.COMMA && i > 0) i--
  const blockStart = a.blockStart[i] as number
  let limit = Math.max(a.sentenceStart[i] as number, end - LONGEST)
  let from = end
  while (i >= limit && i > end - LONGEST) {
    const q = a.quoteAt[i] as number
    const quote = q >= 0 ? a.quotes[q] : undefined
    if (quote?.closed && quote.end === i + 1) {
      i = Math.max(quote.open, blockStart)
      from = i
      limit = Math.min(limit, Math.max(a.sentenceStart[i] as number, i - LONGEST))
      if (out.length < MOST_EDGES - 1) out.push(i)
      i--
      continue
    }
    if (i < from - 1 && i > limit && out.length < MOST_EDGES - 1 && end - i < FURTHEST) {
      const tag = a.pos[i] as number
      if (tag === POS.COMMA || tag === POS.COLON || tag === POS.CONJUNCTION || tag === POS.WH || tag === POS.STOP)
        out.push(i + 1)
      else if (tag === POS.PREPOSITION || tag === POS.DETERMINER || tag === POS.POSSESSIVE) out.push(i)
    }
    i--
  }
  if (out.at(-1) !== limit && limit < end) out.push(limit)
  return out
}

/** What tells whether content ends at one of its {@link endsFrom}. */
export function endFeatures(
  a: Analysis,
  site: Site,
  rule: number,
  start: number,
  ends: readonly number[],
  k: number,
  f: Features,
): void {
  const e = ends[k] as number
  const low = start
  const high = a.blockEnd[start] as number
  const limit = a.sentenceEnd[Math.max(start, e - 1)] as number
  const atEnd = e >= limit || a.pos[e] === POS.STOP ? 1 : 0
  const next = e < limit ? (a.pos[e] as number) : NONE
  const next2 = posAt(a, e + 1, low, limit)
  const last = posAt(a, e - 1, low, high)
  const nextWord = wordAt(a, e, low, limit)
  const first = startKind(a, start)
  const head = a.word[site.head] as number
  const length = bucket(e - start)
  const closing = closesQuote(a, e - 1) ? 1 : 0
  let verbs = 0
  let cues = 0
  const scan = Math.min(e, start + FURTHEST)
  for (let i = start; i < scan; i++) {
    const tag = a.pos[i] as number
    if (tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL) verbs++
    if ((a.prior[i] as number) > 120 && isVerb(tag)) cues++
  }
  verbs = Math.min(verbs, 3)
  // What stands in the rest of the sentence: another strong cue takes it.
  let rest = 0
  let restVerbs = 0
  for (let i = e; i < limit && i < e + 24; i++) {
    if (isVerb(a.pos[i] as number)) {
      if ((a.prior[i] as number) > rest) rest = a.prior[i] as number
      if (i < e + 8) restVerbs++
    }
  }
  rest = rest > 200 ? 3 : rest > 120 ? 2 : rest > 40 ? 1 : 0
  const kind = next * 32 + next2
  const quoteInside = (a.quoteAt[e < high ? e : e - 1] as number) >= 0 && !closing ? 1 : 0
  f.length = 0
  f.add2(101, rule, k === ends.length - 1 ? 1 : 0)
  f.add3(102, rule, next, atEnd)
  f.add3(103, first, next, verbs)
  f.add3(104, first, kind, atEnd)
  f.add3(105, nextWord, first, verbs)
  f.add2(106, head, atEnd)
  f.add3(107, head, next, Math.min(verbs, 1))
  f.add3(108, last, next, next2)
  f.add3(109, length, first, atEnd)
  f.add2(110, rule, length)
  f.add2(111, closing, first)
  f.add3(112, closing, next, rule)
  f.add3(113, rest, next, atEnd)
  f.add3(114, verbs, next, rest)
  f.add2(115, nextWord, wordAt(a, e + 1, low, limit))
  f.add2(116, nextWord, rule)
  f.add3(117, k, first, rule)
  f.add2(118, cues * 4 + verbs, atEnd)
  f.add3(119, quoteInside, next, atEnd)
  f.add3(120, restVerbs, next, verbs)
  f.add2(121, nextWord, rest)
  f.add3(122, a.pos[site.head] as number, next, length)
  f.add3(123, bucket(limit - e), next, first)
  f.add2(124, wordAt(a, e - 1, low, high), next)
  f.add3(125, nextWord, next2, posAt(a, e + 2, low, limit))
  f.add3(126, k === 0 ? NONE : posAt(a, ends[k - 1] as number, low, high), next, verbs)
  f.add2(127, nextWord, a.suffix[e - 1] as number)
  f.add3(128, head, nextWord, 1)
  const tag = a.pos[site.head] as number
  f.add3(129, kind, tag, Math.min(verbs, 1))
  f.add3(130, next * 32 + (next2 === POS.ADVERB ? posAt(a, e + 2, low, limit) : next2), tag, first)
  f.add3(131, nextWord, tag, Math.min(verbs, 1))
  f.add3(132, a.word[start] as number, next, atEnd)
  f.add3(133, posAt(a, e - 2, low, high), last, next)
  f.add3(134, commasIn(a, start, e), next, atEnd)
  f.add3(136, posAt(a, site.first - 1, a.sentenceStart[site.head] as number, site.head), next, verbs)
  f.add3(135, (a.priorHere[site.head] as number) >> 5, atEnd, first)
}

function commasIn(a: Analysis, first: number, end: number): number {
  let n = 0
  for (let i = first; i < Math.min(end, first + FURTHEST) && n < 3; i++) if (a.pos[i] === POS.COMMA) n++
  return n
}

/** What tells whether content starts at one of its {@link startsTo}. */
export function startFeatures(
  a: Analysis,
  site: Site,
  rule: number,
  end: number,
  starts: readonly number[],
  k: number,
  f: Features,
): void {
  const s = starts[k] as number
  const low = a.blockStart[s] as number
  const atStart = s === a.sentenceStart[s] ? 1 : 0
  const opening = opensQuote(a, s) ? 1 : 0
  const final = k === starts.length - 1 ? 1 : 0
  const here = a.pos[s] as number
  const back = posAt(a, s - 1, low, end)
  const word = a.word[s] as number
  let verbs = 0
  for (let i = s; i < end && i < s + FURTHEST; i++) {
    const tag = a.pos[i] as number
    if (tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL) verbs++
  }
  verbs = Math.min(verbs, 3)
  let rest = 0
  for (let i = s - 1; i >= low && i > s - 24 && i >= (a.sentenceStart[s] as number); i--)
    if (isVerb(a.pos[i] as number) && (a.prior[i] as number) > rest) rest = a.prior[i] as number
  rest = rest > 200 ? 3 : rest > 120 ? 2 : rest > 40 ? 1 : 0
  f.length = 0
  f.add3(151, rule, final, atStart)
  f.add3(152, rule, opening, atStart)
  f.add3(153, rule, k, opening)
  f.add3(154, here, back, verbs)
  f.add3(155, word, back, rule)
  f.add3(156, bucket(end - s), rule, opening)
  f.add3(157, rest, back, final)
  f.add2(158, a.word[site.head] as number, final)
  f.add3(159, a.word[site.head] as number, opening, final)
  f.add3(160, verbs, opening, final)
  f.add3(161, wordAt(a, s - 1, low, end), opening, rule)
  f.add3(162, k, starts.length, rule)
  f.add3(163, word, final, rule)
  f.add3(164, rest, verbs, final)
  f.add3(165, bucket(s - (a.sentenceStart[s] as number)), opening, rule)
}

// How content begins: with "that", a mark, "to", a question word, or by its first part of speech.
function startKind(a: Analysis, start: number): number {
  if (opensQuote(a, start)) return 32
  if (a.word[start] === THAT) return 33
  return a.pos[start] as number
}
