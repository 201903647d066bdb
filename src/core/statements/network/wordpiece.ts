/** Pieces of a text, in order: their numbers in the vocabulary, and where each stands, half-open, in UTF-16 code units. */
export interface Pieces {
  readonly ids: number[]
  readonly starts: number[]
  readonly ends: number[]
}

/** A word of more characters than this is one unknown piece, as in BERT. */
const LONGEST_WORD = 100

/** Words whose pieces are remembered; when so many are, all are forgotten, so that no page can fill the memory. */
const MOST_REMEMBERED = 50_000

// How a character counts: part of a word, a word by itself, a gap between words, or nothing at all.
const LETTER = 0
const ALONE = 1
const GAP = 2
const NOTHING = 3

/**
 * WordPiece (Schuster and Nakajima 2012) as in BERT's uncased models (Devlin et al. 2019): control characters dropped,
 * accents stripped, lower case, punctuation and Chinese characters by themselves, then the longest pieces first. Gives
 * the same pieces as Hugging Face's `BertTokenizerFast`. Linear in the text, and safe on any of it, lone surrogates
 * included.
 */
export class WordPiece {
  private readonly ids: ReadonlyMap<string, number>
  private readonly unknown: number
  /** Of each word met: its pieces' numbers, and how many characters each takes. */
  private readonly remembered = new Map<string, readonly number[]>()

  /**
   * @param vocabulary a piece a line, its number being the line's (from 0); pieces inside a word begin with `##`
   * @throws RangeError where a piece is there twice, or `[UNK]` is not
   */
  constructor(vocabulary: string) {
    const ids = new Map<string, number>()
    const lines = vocabulary.split(/\r?\n/)
    if (lines[lines.length - 1] === '') lines.pop()
    for (const [i, piece] of lines.entries()) {
      if (ids.has(piece))
        throw new RangeError(
          `The vocabulary has "${piece}" twice, in lines ${(ids.get(piece) as number) + 1} and ${i + 1}.`,
        )
      ids.set(piece, i)
    }
    this.ids = ids
    this.unknown = this.id('[UNK]')
  }

  /** Number of pieces in the vocabulary. */
  get size(): number {
    return this.ids.size
  }

  /**
   * The number of a piece that must be there, such as `[CLS]`.
   *
   * @throws RangeError where the vocabulary lacks it
   */
  id(piece: string): number {
    const id = this.ids.get(piece)
    if (id === undefined) throw new RangeError(`The vocabulary has no ${piece}.`)
    return id
  }

  /** Appends the pieces of `text` between `start` and `end` (UTF-16 code units) to `out`. */
  encode(text: string, start: number, end: number, out: Pieces): void {
    const word = new Word()
    for (let at = start; at < end; ) {
      const code = text.codePointAt(at) as number
      const next = Math.min(end, at + (code > 0xffff ? 2 : 1))
      const kind = code < 128 ? (ASCII[code] as number) : kindOf(code)
      if (kind === GAP) this.flush(word, out, null)
      else if (code < 128) {
        if (kind === LETTER) word.add(LOWER[code] as string, at, next)
        else if (kind === ALONE) this.flush(word, out, [String.fromCharCode(code), at, next])
      } else if (kind !== NOTHING) {
        // A letter comes apart from its accents, a Greek question mark is a semicolon: each is what it turns into.
        for (const c of plain(code)) {
          if (kindOf(c.codePointAt(0) as number) === ALONE) this.flush(word, out, [c, at, next])
          else word.add(c, at, next)
        }
      }
      at = next
    }
    this.flush(word, out, null)
  }

  /** Gives out the word so far, then a character that is a word by itself. */
  private flush(word: Word, out: Pieces, alone: readonly [string, number, number] | null): void {
    if (word.text !== '') {
      const pieces = this.piecesOf(word)
      let from = 0
      for (let i = 0; i < pieces.length; i += 2) {
        const to = from + (pieces[i + 1] as number)
        out.ids.push(pieces[i] as number)
        out.starts.push(word.starts[from] as number)
        out.ends.push(word.ends[to - 1] as number)
        from = to
      }
      word.clear()
    }
    if (alone === null) return
    out.ids.push(this.ids.get(alone[0]) ?? this.unknown)
    out.starts.push(alone[1])
    out.ends.push(alone[2])
  }

  private piecesOf(word: Word): readonly number[] {
    const before = this.remembered.get(word.text)
    if (before) return before
    const made = this.split(word)
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.set(word.text, made)
    return made
  }

  /** The longest piece that begins the word, then the longest that goes on; one unknown piece where none fits. */
  private split({ text, starts }: Word): number[] {
    const characters = [...text]
    const n = starts.length
    const whole = [this.unknown, n]
    if (n > LONGEST_WORD) return whole
    const out: number[] = []
    for (let from = 0; from < n; ) {
      let to = n
      let id: number | undefined
      for (; to > from; to--) {
        const piece = characters.slice(from, to).join('')
        id = this.ids.get(from === 0 ? piece : `##${piece}`)
        if (id !== undefined) break
      }
      if (id === undefined) return whole
      out.push(id, to - from)
      from = to
    }
    return out
  }
}

/** A word being read: its characters in lower case, and where on the page each stands. */
class Word {
  text = ''
  starts: number[] = []
  ends: number[] = []

  add(character: string, start: number, end: number): void {
    // Of a word too long to have pieces only its place matters.
    if (this.starts.length > LONGEST_WORD) {
      this.ends[this.ends.length - 1] = end
      return
    }
    this.text += character
    this.starts.push(start)
    this.ends.push(end)
  }

  clear(): void {
    this.text = ''
    this.starts.length = 0
    this.ends.length = 0
  }
}

const ASCII = new Uint8Array(128).map((_, code) => kindOf(code))
const LOWER = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase())

function kindOf(code: number): number {
  // Of the controls only these three are white space to BERT; the others, form feeds too, are nothing.
  if (code === 9 || code === 10 || code === 13 || code === 32) return GAP
  if (code > 32 && code < 127) {
    const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    return isWord ? LETTER : ALONE
  }
  if (code === 0xfffd) return NOTHING
  const c = String.fromCodePoint(code)
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(c)) return NOTHING
  if (/\p{Z}/u.test(c)) return GAP
  return isChinese(code) || /\p{P}/u.test(c) ? ALONE : LETTER
}

/** A character without its accents, in lower case: none, one or, of a Korean syllable, several. */
function plain(code: number): Iterable<string> {
  const c = String.fromCodePoint(code)
  const bare = c.normalize('NFD').replace(/\p{Mn}/gu, '')
  return bare.toLowerCase()
}

/** The blocks that BERT holds for Chinese: CJK ideographs and their extensions, not kana or hangul. */
function isChinese(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x2a6df) ||
    (code >= 0x2a700 && code <= 0x2b73f) ||
    (code >= 0x2b740 && code <= 0x2b81f) ||
    (code >= 0x2b920 && code <= 0x2ceaf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  )
}
