/** What random choices are made by: the same seed, the same choices (xorshift32, Marsaglia 2003). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0 || 0x9e3779b9
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x
    return (x >>> 0) % n
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}

/** What texts trip over: characters of several units, marks, directions, controls, ends of ranges. */
const TRICKY = [
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇵🇪',
    'e\u0301',
    'a\u0308\u0323',
    'שלום',
    '\u202e',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u2028',
    '\u0085',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '«',
    '»',
    '„',
    '—',
    '…',
    '\u00a0',
    '漢字',
    'ß',
    'İ',
    '\u{10ffff}',
    '\ufffd',
    '\0',
    '\r\n',
  ],
  ...[
    '<',
    '</',
    '>',
    '&',
    '&#x',
    ';',
    '<!--',
    '-->',
    ']]>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '=',
    '%00',
    '\\u0000',
  ],
  ...['-1', '0', '1e999', '4294967296', '9007199254740993', 'NaN', 'null', '__proto__', 'constructor', 'true'],
].map((text) => Buffer.from(text))
/** Bytes that no UTF-8 has, and halves of what has more than one. */
const BYTES = [[0xff], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0xbd], [0xc3], [0xf0, 0x9f], [0x80], [0x1b]].map(
  (bytes) => Buffer.from(bytes),
)

/** Changes an input in one to eight places. `others` are inputs that parts are taken from, `words` what may stand in one. */
export function mutated(
  input: Uint8Array,
  others: readonly Uint8Array[],
  words: readonly Uint8Array[],
  most: number,
  chance: Chance,
): Uint8Array {
  let bytes: Buffer = Buffer.from(input)
  for (let n = 1 << chance.below(4); n > 0; n--) bytes = once(bytes, others, words, chance)
  return bytes.length > most ? bytes.subarray(0, most) : bytes
}

type Change = (bytes: Buffer, chance: Chance, others: readonly Uint8Array[], words: readonly Uint8Array[]) => Buffer

const place = (bytes: Buffer, chance: Chance) => chance.below(bytes.length + 1)
const put = (bytes: Buffer, at: number, what: Uint8Array, instead = 0) =>
  Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + instead)])
/** Mostly short. */
const length = (chance: Chance, most: number) => 1 + chance.below(Math.max(1, Math.min(most, 1 << chance.below(11))))

function stretch(bytes: Uint8Array, chance: Chance): Uint8Array {
  const start = chance.below(bytes.length + 1)
  return bytes.subarray(start, start + length(chance, bytes.length - start))
}

const CHANGES: readonly Change[] = [
  function flip(bytes, chance) {
    if (bytes.length === 0) return bytes
    const at = chance.below(bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << chance.below(8))
    return bytes
  },
  function set(bytes, chance) {
    if (bytes.length === 0) return bytes
    bytes[chance.below(bytes.length)] = chance.below(256)
    return bytes
  },
  function remove(bytes, chance) {
    const start = place(bytes, chance)
    return put(bytes, start, Buffer.alloc(0), length(chance, bytes.length - start))
  },
  function cut(bytes, chance) {
    return chance.below(8) === 0 ? bytes.subarray(0, place(bytes, chance)) : bytes
  },
  function insert(bytes, chance) {
    return put(bytes, place(bytes, chance), chance.below(6) === 0 ? chance.of(BYTES) : chance.of(TRICKY))
  },
  function replace(bytes, chance) {
    return put(bytes, place(bytes, chance), chance.of(TRICKY), length(chance, 8))
  },
  function word(bytes, chance, _, words) {
    if (words.length === 0) return bytes
    return put(bytes, place(bytes, chance), chance.of(words), chance.below(2) * length(chance, 16))
  },
  function move(bytes, chance) {
    return put(bytes, place(bytes, chance), Buffer.from(stretch(bytes, chance)))
  },
  function again(bytes, chance) {
    const part = Buffer.from(stretch(bytes, chance))
    const times = chance.below(16) === 0 ? 1 + chance.below(2000) : 1 + chance.below(6)
    if (part.length * times > 40_000) return bytes
    return put(bytes, place(bytes, chance), Buffer.concat(Array.from({ length: times }, () => part)))
  },
  function splice(bytes, chance, others) {
    if (others.length === 0) return bytes
    const part = stretch(chance.of(others), chance)
    return put(bytes, place(bytes, chance), part, chance.below(2) * part.length)
  },
  function cross(bytes, chance, others) {
    if (others.length === 0 || chance.below(3) > 0) return bytes
    const other = chance.of(others)
    return Buffer.concat([bytes.subarray(0, place(bytes, chance)), other.subarray(chance.below(other.length + 1))])
  },
  function number(bytes, chance) {
    const text = bytes.toString('latin1')
    const found = [...text.matchAll(/\d{1,20}/g)]
    if (found.length === 0) return bytes
    const { 0: digits, index } = chance.of(found)
    const n = Number(digits)
    const other = chance.of([n + 1, n - 1, n * 2, 0, -1, 255, 65_536, 2 ** 31, 2 ** 32, 2 ** 53, chance.below(1000)])
    return put(bytes, index, Buffer.from(String(other)), digits.length)
  },
  function line(bytes, chance) {
    const lines = bytes.toString('latin1').split('\n')
    const [line = ''] = lines.splice(chance.below(lines.length), 1)
    if (chance.below(2) === 0) lines.splice(chance.below(lines.length + 1), 0, line)
    return Buffer.from(lines.join('\n'), 'latin1')
  },
]

function once(bytes: Buffer, others: readonly Uint8Array[], words: readonly Uint8Array[], chance: Chance): Buffer {
  return chance.of(CHANGES)(bytes, chance, others, words)
}
