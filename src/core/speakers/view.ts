import type { Reading } from '../model/index.js'
import { analysed } from '../statements/analysed.js'
import type { Phrase } from '../statements/noun-phrases.js'
import { POS } from '../statements/parts-of-speech.js'
import type { Passage, Token } from '../statements/tagger.js'

/** A passage as the speaker constructs see it. All indices are token indices of the passage unless said otherwise. */
export interface View {
  readonly reading: Reading
  readonly text: string
  readonly tokens: readonly Token[]
  /** By token: the word in lower case, with a straight apostrophe. */
  readonly low: readonly string[]
  /** By token: see `Spelling.shape` and `POS` of the statements. */
  readonly shape: Uint8Array
  readonly pos: Uint8Array
  /** By token: number of its sentence in the article, from 0; of its block in `reading.blocks`. */
  readonly sentence: Int32Array
  readonly block: Int32Array
  /** By token: 1 where a sentence begins. */
  readonly opens: Uint8Array
  /** By token: 1 inside a quotation of three words or more. */
  readonly quoted: Uint8Array
  /** By token: 1 in a block whose words nearly all have capitals: there a capital tells nothing. */
  readonly capitals: Uint8Array
  readonly phrases: readonly Phrase[]
  /** One past the number of its last sentence. */
  readonly sentences: number
}

/** Fewer words than this between marks name or nickname something; they are no speech. */
const LEAST_QUOTED = 3

/** Looks at a passage. Linear in its tokens. @param firstSentence the number of its first sentence */
export function viewOf(passage: Passage, firstSentence: number): View {
  const { reading, tokens } = passage
  const { text, blocks } = reading
  const n = tokens.length
  const { shape, pos, quotes, phrases, sentenceEnd, blockEnd } = analysed(passage)
  const low: string[] = new Array(n)
  for (let i = 0; i < n; i++) low[i] = lowered(text, tokens[i] as Token)
  const sentence = new Int32Array(n)
  const opens = new Uint8Array(n)
  let sentences = firstSentence
  for (let first = 0; first < n; sentences++) {
    const end = sentenceEnd[first] as number
    sentence.fill(sentences, first, end)
    opens[first] = 1
    first = end
  }
  const quoted = new Uint8Array(n)
  for (const quote of quotes) if (quote.end - quote.open > LEAST_QUOTED + 1) quoted.fill(1, quote.open, quote.end)
  const block = new Int32Array(n)
  let b = passage.firstBlock
  for (let i = 0; i < n; i++) {
    while (b + 1 < passage.endBlock && (blocks[b]?.end ?? 0) <= (tokens[i] as Token).start) b++
    block[i] = b
  }
  return {
    reading,
    text,
    tokens,
    low,
    shape,
    pos,
    sentence,
    block,
    opens,
    quoted,
    capitals: capitalised(tokens, shape, pos, blockEnd),
    phrases,
    sentences,
  }
}

/** A word longer than this is no word that any list has. */
const LONGEST = 40

function lowered(text: string, { start, end }: Token): string {
  // The country, not the pronoun.
  if (end - start === 2 && text.charCodeAt(start) === 0x55 && text.charCodeAt(start + 1) === 0x53) return 'u.s.'
  return text
    .slice(start, Math.min(end, start + LONGEST))
    .toLowerCase()
    .replace('’', "'")
}

/** Words shorter than this have no capital in most headlines. */
const LEAST_LETTERS = 4
/** A block longer than this, in tokens, is no headline. */
const LONGEST_HEADLINE = 40

// A headline in title case, a row of names: seven in ten of its longer words have a capital (a sentence that is full of
// names has as many, but a verb in small letters too). Blocks of one or two such words tell nothing and are left.
function capitalised(tokens: readonly Token[], shape: Uint8Array, pos: Uint8Array, blockEnd: Int32Array): Uint8Array {
  const out = new Uint8Array(tokens.length)
  for (let first = 0; first < tokens.length; ) {
    const end = blockEnd[first] as number
    let all = 0
    let capitals = 0
    let verbs = 0
    for (let i = first; i < end && end - first <= LONGEST_HEADLINE; i++) {
      const { start, end: stop } = tokens[i] as Token
      if (shape[i] === 0 && stop - start > 2 && (pos[i] === POS.PAST || pos[i] === POS.PRESENT || pos[i] === POS.MODAL))
        verbs++
      if (stop - start < LEAST_LETTERS || shape[i] === 3 || shape[i] === 4 || pos[i] === POS.PREPOSITION) continue
      all++
      if (shape[i] !== 0) capitals++
    }
    if (all >= 3 && verbs === 0 && capitals >= all * 0.7) out.fill(1, first, end)
    first = end
  }
  return out
}
