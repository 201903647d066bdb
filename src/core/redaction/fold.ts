/**
 * How one code point counts when names are compared: compatibility forms and accents do not count, nor case, nor which of
 * two look-alike letters of Latin, Greek and Cyrillic it is. Empty: it does not count at all (combining marks, soft
 * hyphens, zero-width and bidirectional marks, variation selectors, the Arabic tatweel).
 */
export function folded(codePoint: number): string {
  if (codePoint < 0x80) return ASCII[codePoint] as string
  const known = cache.get(codePoint)
  if (known !== undefined) return known
  const made = foldOf(codePoint)
  if (cache.size < 65_536) cache.set(codePoint, made)
  return made
}

const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code).toLowerCase())
const cache = new Map<number, string>()

/** Marks, format characters, the Hangul fillers and the Arabic tatweel. */
const IGNORED = /^(?:\p{M}|\p{Cf}|\u115f|\u1160|\u3164|\uffa0|\u0640)$/u

/**
 * Letters that no decomposition takes apart, or that look like others: Cyrillic and Greek ones like Latin ones. A letter
 * and its capital count as one, so what looks alike only as capitals counts so for both.
 */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ı: 'i',
    ȷ: 'j',
    ŋ: 'n',
    ŧ: 't',
    ſ: 's',
    ə: 'e',
    ς: 'σ',
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    һ: 'h',
    в: 'b',
    к: 'k',
    м: 'm',
    н: 'h',
    т: 't',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    α: 'a',
    β: 'b',
    ε: 'e',
    ζ: 'z',
    η: 'h',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'n',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
    // Small capitals, and letters of phonetics.
    ᴀ: 'a',
    ʙ: 'b',
    ᴄ: 'c',
    ᴅ: 'd',
    ᴇ: 'e',
    ꜰ: 'f',
    ɢ: 'g',
    ʜ: 'h',
    ɪ: 'i',
    ᴊ: 'j',
    ᴋ: 'k',
    ʟ: 'l',
    ᴍ: 'm',
    ɴ: 'n',
    ᴏ: 'o',
    ᴘ: 'p',
    ʀ: 'r',
    ꜱ: 's',
    ᴛ: 't',
    ᴜ: 'u',
    ᴠ: 'v',
    ᴡ: 'w',
    ʏ: 'y',
    ᴢ: 'z',
    ɑ: 'a',
    ɡ: 'g',
    // Arabic and Persian letters that are written one for the other.
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
    ٱ: 'ا',
  }),
)

/** Letters in black circles and squares, from A to Z, have no decomposition. */
const BLACK = [0x1f150, 0x1f170]

function foldOf(codePoint: number): string {
  const black = BLACK.find((first) => codePoint >= first && codePoint < first + 26)
  if (black !== undefined) return String.fromCharCode(0x61 + codePoint - black)
  const character = String.fromCodePoint(codePoint)
  if (IGNORED.test(character)) return ''
  let out = ''
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (!IGNORED.test(part)) out += ALIKE.get(part) ?? part
  }
  // "⒜" is a letter in brackets.
  const inked = [...out].filter(isInked).join('')
  return inked === '' ? out : inked
}

/** Whether a code point counts as a letter or digit of a name, or combines with one: circled letters do. */
export function isOfWord(codePoint: number): boolean {
  const fold = folded(codePoint)
  return fold === '' ? /^\p{M}/u.test(String.fromCodePoint(codePoint)) : isInked(fold)
}

/** Whether any character of a text counts as a letter or digit of a name. */
export function hasInk(text: string): boolean {
  for (const character of text) if (isInked(folded(character.codePointAt(0) as number))) return true
  return false
}

/** Whether a folded character is a letter or digit, which names are made of. */
export function isInked(character: string): boolean {
  return INKED.test(character)
}

const INKED = /^[\p{L}\p{N}]/u
