import type { Block, Span } from '../../model/index.js'
import { findPhrases, type Phrase } from '../noun-phrases.js'
import { POS, type PosModel, spell, tagPartsOfSpeech } from '../parts-of-speech.js'
import { findQuotes, markGenitives, type Quote } from '../quotation-marks.js'
import { findSentences } from '../sentences.js'
import type { Token } from '../tagger.js'
import { tokenize } from '../tokens.js'

/** Tokens [first, end) of a block. */
export interface Range {
  readonly first: number
  readonly end: number
}

/** A sentence whose parts of speech have been told. Its indices count from the block's first token, as all others do. */
interface TaggedSentence {
  readonly pos: Uint8Array
  readonly phrases: readonly Phrase[]
}

/** A block's words, with what describing a statement looks at. Made once a block; each part when first asked for. */
export class BlockWords {
  readonly tokens: readonly Token[]
  /** The outermost quotations, in order, by token indices. */
  readonly quotes: readonly Quote[]
  readonly #words: string[] = []
  readonly #sentenceEnds: readonly number[]
  readonly #tagged = new Map<number, TaggedSentence>()

  constructor(
    readonly text: string,
    block: Block,
    readonly model: PosModel,
  ) {
    const tokens: Token[] = []
    tokenize(text, block.start, block.end, tokens)
    this.tokens = tokens
    const blockEnds = [tokens.length]
    const quotes = findQuotes(text, tokens, blockEnds)
    this.quotes = quotes.filter((quote) => quote.depth === 0)
    this.#sentenceEnds = findSentences(text, tokens, blockEnds, quotes)
  }

  /** The token in lower case with straight apostrophes; '' outside the block. */
  word(i: number): string {
    const token = this.tokens[i]
    if (!token) return ''
    this.#words[i] ??= this.text.slice(token.start, token.end).toLowerCase().replaceAll('’', "'")
    return this.#words[i] as string
  }

  /** Whether a token begins with a capital letter. */
  isCapital(i: number): boolean {
    const token = this.tokens[i]
    if (!token) return false
    const first = this.text.charAt(token.start)
    return first !== first.toLowerCase()
  }

  /** Index of the first token that ends after `offset` (UTF-16 code units of the text). */
  at(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.tokens[middle] as Token).end > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The tokens that a span touches. */
  range({ start, end }: Span): Range {
    const first = this.at(start)
    let last = this.at(end)
    const token = this.tokens[last]
    if (token && token.start < end) last++
    return { first, end: Math.max(first, last) }
  }

  /** The sentence that token `i` stands in. */
  sentence(i: number): Range {
    const s = this.#sentenceOf(i)
    return { first: s === 0 ? 0 : (this.#sentenceEnds[s - 1] as number), end: this.#sentenceEnds[s] ?? i + 1 }
  }

  /** The part of speech of token `i`, one of `POS`. */
  pos(i: number): number {
    if (i < 0 || i >= this.tokens.length) return POS.STOP
    return this.#tag(i).pos[i - this.sentence(i).first] as number
  }

  /** The noun phrase that token `i` stands in, null: in none. */
  phraseAt(i: number): Phrase | null {
    if (i < 0 || i >= this.tokens.length) return null
    const { phrases } = this.#tag(i)
    let low = 0
    let high = phrases.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((phrases[middle] as Phrase).end > i) high = middle
      else low = middle + 1
    }
    const phrase = phrases[low]
    return phrase && phrase.first <= i ? phrase : null
  }

  #sentenceOf(i: number): number {
    let low = 0
    let high = this.#sentenceEnds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sentenceEnds[middle] as number) > i) high = middle
      else low = middle + 1
    }
    return low
  }

  #tag(i: number): TaggedSentence {
    const s = this.#sentenceOf(i)
    const known = this.#tagged.get(s)
    if (known) return known
    const { first, end } = this.sentence(i)
    const tokens = this.tokens.slice(first, end)
    const pos = tagPartsOfSpeech(this.text, tokens, spell(this.text, tokens), this.model)
    markGenitives(this.text, tokens, [], pos)
    const phrases = findPhrases(pos, [tokens.length]).map((p) => ({
      first: p.first + first,
      end: p.end + first,
      head: p.head + first,
    }))
    const tagged = { pos, phrases }
    this.#tagged.set(s, tagged)
    return tagged
  }
}
