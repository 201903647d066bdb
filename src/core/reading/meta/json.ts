/**
 * A JSON value that knows its place in the page, which `JSON.parse` cannot tell. Offsets are half-open, in UTF-16 code
 * units of the decoded page. Objects are Maps, so a key such as `__proto__` is a key like any other.
 */
export type JsonValue = JsonString | JsonWord | JsonArray | JsonObject

/** A string: between its quotation marks, escapes not yet resolved (see {@link stringOf}). */
export interface JsonString {
  readonly kind: 'string'
  readonly start: number
  readonly end: number
  readonly escaped: boolean
}

/** A number, `true`, `false`, `null`, or a bare word that stands where a value should. */
export interface JsonWord {
  readonly kind: 'word'
  readonly start: number
  readonly end: number
}

export interface JsonArray {
  readonly kind: 'array'
  readonly start: number
  readonly items: JsonValue[]
}

export interface JsonObject {
  readonly kind: 'object'
  readonly start: number
  readonly members: Map<string, JsonValue>
}

/** Deeper containers are read past, not kept; JSON-LD of real pages nests under 20 deep. */
const MOST_DEPTH = 64
/** Values kept of one script. The largest JSON-LD of the corpora has under 10,000. */
const MOST_VALUES = 100_000

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x2028

const endsWord = (code: number): boolean =>
  isSpace(code) ||
  code === COMMA ||
  code === COLON ||
  code === QUOTE ||
  code === 91 ||
  code === 93 ||
  code === 123 ||
  code === 125

/**
 * Reads the JSON in the page's [start, end) as far as it makes sense: raw line ends and control characters in strings,
 * trailing and missing commas, comments, CDATA and HTML comment wrappers and unescaped quotation marks inside strings
 * are borne with. One pass, linear, no recursion. Gives the values at the top level, in order; none where nothing could
 * be read.
 */
export function readJson(page: string, start: number, end: number): readonly JsonValue[] {
  return new JsonReader(page.slice(start, end), start).read()
}

/** The words of a string value, escapes resolved; a broken escape stands for itself. */
export function stringOf(page: string, value: JsonString): string {
  return wordsOf(page.slice(value.start, value.end), value.escaped)
}

function wordsOf(raw: string, escaped: boolean): string {
  if (!escaped) return raw
  let out = ''
  let from = 0
  for (let i = raw.indexOf('\\'); i >= 0; i = raw.indexOf('\\', from)) {
    out += raw.slice(from, i)
    const c = raw[i + 1]
    from = i + 2
    if (c === 'n' || c === 'r' || c === 't' || c === 'f' || c === 'b' || c === undefined) out += ' '
    else if (c === 'u' && /^[0-9a-f]{4}$/i.test(raw.slice(i + 2, i + 6))) {
      out += String.fromCharCode(Number.parseInt(raw.slice(i + 2, i + 6), 16))
      from = i + 6
    } else out += c
  }
  return out + raw.slice(from)
}

class JsonReader {
  private at = 0
  private kept = 0
  private readonly top: JsonValue[] = []
  /** Open containers that are kept. */
  private readonly stack: (JsonArray | JsonObject)[] = []
  /** Open containers past the depth that is kept. */
  private unkept = 0
  /** The key read last in the innermost object, until its value comes. */
  private readonly keys: (string | null)[] = [null]
  private isValueNext = false

  private readonly end: number

  /** `text` stands at `base` in the page; the reader's own offsets count from there. */
  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {
    this.end = text.length
  }

  read(): readonly JsonValue[] {
    const { text, end } = this
    while (this.at < end && this.kept < MOST_VALUES) {
      const code = text.charCodeAt(this.at)
      switch (code) {
        case QUOTE:
          this.string()
          break
        case 123:
        case 91:
          this.open(code === 123)
          break
        case 125:
        case 93:
          this.close()
          this.at++
          break
        case COLON:
          this.isValueNext = true
          this.at++
          break
        case COMMA:
          this.keys[this.keys.length - 1] = null
          this.isValueNext = false
          this.at++
          break
        default:
          if (isSpace(code) || !this.comment(code)) {
            if (isSpace(code)) this.at++
            else this.word()
          }
      }
    }
    return this.top
  }

  private open(isObject: boolean): void {
    const start = this.base + this.at++
    if (this.unkept > 0 || this.stack.length >= MOST_DEPTH) {
      this.unkept++
      return
    }
    const value: JsonArray | JsonObject = isObject
      ? { kind: 'object', start, members: new Map() }
      : { kind: 'array', start, items: [] }
    this.put(value)
    this.stack.push(value)
    this.keys.push(null)
    this.isValueNext = false
  }

  private close(): void {
    if (this.unkept > 0) this.unkept--
    else if (this.stack.length > 0) {
      this.stack.pop()
      this.keys.pop()
      this.isValueNext = false
    }
  }

  private put(value: JsonValue): void {
    if (this.unkept > 0) return
    this.kept++
    const parent = this.stack[this.stack.length - 1]
    if (!parent) this.top.push(value)
    else if (parent.kind === 'array') parent.items.push(value)
    else {
      const key = this.keys[this.keys.length - 1]
      // The first of two members of one name is kept: what comes later is more often broken than corrected.
      if (key !== null && key !== undefined && !parent.members.has(key)) parent.members.set(key, value)
      this.keys[this.keys.length - 1] = null
      this.isValueNext = false
    }
  }

  private string(): void {
    const { text, end, base } = this
    const start = ++this.at
    let escaped = false
    let i = start
    for (;;) {
      if (i >= end) break
      const code = text.charCodeAt(i)
      if (code === BACKSLASH) {
        escaped = true
        i += 2
      } else if (code === QUOTE) {
        if (this.closes(i + 1)) break
        i++
      } else i++
    }
    i = Math.min(i, end)
    this.at = i + 1
    const value: JsonString = { kind: 'string', start: base + start, end: base + i, escaped }
    const parent = this.stack[this.stack.length - 1]
    if (this.unkept === 0 && parent?.kind === 'object' && !this.isValueNext) {
      this.keys[this.keys.length - 1] = wordsOf(text.slice(start, i), escaped)
    } else this.put(value)
  }

  /** Whether a quotation mark before `from` ends its string: what follows is what may follow a string. */
  private closes(from: number): boolean {
    const { text, end } = this
    let lineEnd = false
    let i = from
    // Only so far: a string whose end lies behind more blanks than this is taken to go on.
    const until = Math.min(end, from + 2048)
    for (; i < until; i++) {
      const code = text.charCodeAt(i)
      if (code === 10) lineEnd = true
      else if (!isSpace(code)) break
    }
    if (i >= end) return true
    const code = text.charCodeAt(i)
    return code === COMMA || code === COLON || code === 125 || code === 93 || code === 47 || (lineEnd && code === QUOTE)
  }

  private word(): void {
    const { text, end } = this
    const start = this.at
    let i = start + 1
    while (i < end && !endsWord(text.charCodeAt(i))) i++
    this.at = i
    const parent = this.stack[this.stack.length - 1]
    // A stray word between values (a `;`, a CDATA's end) is read past.
    if (this.isValueNext || parent?.kind === 'array')
      this.put({ kind: 'word', start: this.base + start, end: this.base + i })
  }

  /** Reads past a comment or a wrapper at the reader's place; false where there is none. */
  private comment(code: number): boolean {
    const { text } = this
    const past = (opening: string, closing: string): boolean => {
      if (!text.startsWith(opening, this.at)) return false
      const i = text.indexOf(closing, this.at + opening.length)
      this.at = i < 0 ? this.end : i + closing.length
      return true
    }
    const over = (mark: string): boolean => {
      if (!text.startsWith(mark, this.at)) return false
      this.at += mark.length
      return true
    }
    if (code === 47) return past('/*', '*/') || past('//', '\n')
    if (code === 60) return over('<!--') || over('<![CDATA[') || over('<![cdata[')
    if (code === 45) return over('-->')
    return false
  }
}
