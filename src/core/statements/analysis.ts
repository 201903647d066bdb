import type { CueClass, CueCount, CueLexicon } from './cue-lexicon.js'
import { cueKey } from './cue-lexicon.js'
import { hashOf } from './hashing.js'
import { findPhrases, type Phrase } from './noun-phrases.js'
import { isVerb, POS, type PosModel, spell, tagPartsOfSpeech } from './parts-of-speech.js'
import { findQuotes, markGenitives, type Quote } from './quotation-marks.js'
import { findSentences } from './sentences.js'
import type { Passage, Token } from './tagger.js'

/** A passage with what the rules look at. All indices are token indices of the passage unless said otherwise. */
export interface Analysis {
  readonly text: string
  readonly tokens: readonly Token[]
  /** By token: hash of the word in lower case, of its last three letters, its shape, its part of speech. */
  readonly word: Int32Array
  readonly suffix: Int32Array
  readonly shape: Uint8Array
  readonly pos: Uint8Array
  /** By token: start and end of its sentence, and of its block. */
  readonly sentenceStart: Int32Array
  readonly sentenceEnd: Int32Array
  readonly blockStart: Int32Array
  readonly blockEnd: Int32Array
  readonly quotes: readonly Quote[]
  /** By token: index of the outermost quotation that it stands in (its marks included), or -1. */
  readonly quoteAt: Int32Array
  readonly phrases: readonly Phrase[]
  /** By token: index of the first phrase that ends after it. */
  readonly phraseFrom: Int32Array
  /** By token: share of its uses as part of a cue, 0 to 255 (255: always), smoothed; 0 for words not in the lexicon. */
  readonly prior: Uint8Array
  /** As `prior`, of its uses before what follows it here. */
  readonly priorHere: Uint8Array
}

/** One past the last token of each block of a passage that has tokens. */
export function blockEndsOf(passage: Passage): number[] {
  const ends: number[] = []
  const { blocks } = passage.reading
  let at = 0
  for (let b = passage.firstBlock; b < passage.endBlock; b++) {
    const from = at
    const end = blocks[b]?.end ?? 0
    while (at < passage.tokens.length && (passage.tokens[at] as Token).end <= end) at++
    if (at > from) ends.push(at)
  }
  if (at < passage.tokens.length) ends.push(passage.tokens.length)
  return ends
}

/** Takes counts away while training, so that a word's own use does not speak for itself. */
export type Discount = (
  token: number,
) => { readonly cue: number; readonly all: number; readonly here: readonly [number, number] } | null

/** Analyses a passage: parts of speech, quotations, sentences, noun phrases, cue priors. Linear in its tokens. */
export function analyse(passage: Passage, model: PosModel, lexicon: CueLexicon, discount?: Discount): Analysis {
  const { tokens } = passage
  const { text } = passage.reading
  const n = tokens.length
  const spelling = spell(text, tokens)
  const pos = tagPartsOfSpeech(text, tokens, spelling, model)
  const blockEnds = blockEndsOf(passage)
  const quotes = findQuotes(text, tokens, blockEnds)
  markGenitives(text, tokens, quotes, pos)
  const sentenceEnds = findSentences(text, tokens, blockEnds, quotes)
  const [sentenceStart, sentenceEnd] = edges(sentenceEnds, n)
  const [blockStart, blockEnd] = edges(blockEnds, n)
  const quoteAt = new Int32Array(n).fill(-1)
  quotes.forEach((quote, q) => {
    if (quote.depth === 0) quoteAt.fill(q, quote.open, quote.end)
  })
  const phrases = findPhrases(pos, sentenceEnds)
  const phraseFrom = new Int32Array(n + 1).fill(phrases.length)
  let next = 0
  for (let i = 0; i < n; i++) {
    while (next < phrases.length && (phrases[next] as Phrase).end <= i) next++
    phraseFrom[i] = next
  }
  const prior = new Uint8Array(n)
  const priorHere = new Uint8Array(n)
  const analysis: Analysis = {
    text,
    tokens,
    ...spelling,
    pos,
    sentenceStart,
    sentenceEnd,
    blockStart,
    blockEnd,
    quotes,
    quoteAt,
    phrases,
    phraseFrom,
    prior,
    priorHere,
  }
  for (let i = 0; i < n; i++) {
    if (spelling.shape[i] === 4) continue
    const count = lexicon.get(cueKey(spelling.word[i] as number, classOf(pos[i] as number)))
    if (!count) continue
    const follower = followerOf(analysis, i)
    const less = discount?.(i) ?? null
    prior[i] = share(count.cue - (less?.cue ?? 0), count.all - (less?.all ?? 0))
    const [c, a] = count.byFollower[follower] as CueCount['byFollower'][number]
    priorHere[i] = share(c - (less?.here[0] ?? 0), a - (less?.here[1] ?? 0))
  }
  return analysis
}

/** The class under which a part of speech is counted in the cue lexicon. */
export function classOf(pos: number): CueClass {
  return isVerb(pos) ? 'verb' : pos === POS.NOUN || pos === POS.NAME ? 'noun' : 'other'
}

const THAT = hashOf('that')

/** What follows token `i`, as an index into FOLLOWERS. */
export function followerOf(a: Analysis, i: number): number {
  let at = i + 1
  if (at < a.tokens.length && (a.pos[at] === POS.COMMA || a.pos[at] === POS.COLON)) at++
  if (at >= a.tokens.length) return 3
  if (a.word[at] === THAT) return 0
  if (a.pos[at] === POS.MARK && a.quoteAt[at] !== a.quoteAt[i]) return 1
  return a.pos[at] === POS.TO ? 2 : 3
}

// One in twenty words near a possible cue is one: the smoothing pulls rare words there.
const share = (cue: number, all: number): number =>
  Math.max(0, Math.min(255, Math.round((255 * (Math.max(0, cue) + 0.1)) / (Math.max(0, all) + 2))))

function edges(ends: readonly number[], n: number): [Int32Array, Int32Array] {
  const start = new Int32Array(n)
  const end = new Int32Array(n)
  let first = 0
  for (const e of ends) {
    start.fill(first, first, e)
    end.fill(e, first, e)
    first = e
  }
  return [start, end]
}
