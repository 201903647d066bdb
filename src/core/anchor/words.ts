/** The words of a text, folded for comparing beside it. The text itself stays as it is. */
export interface Words {
  readonly text: string
  /** First code unit of each word, in UTF-16 code units of `text`, ascending. */
  readonly start: Int32Array
  /** One past each word's last code unit. */
  readonly end: Int32Array
  /**
   * What each word is compared by: lower case, composed (NFC), one kind of apostrophe, without the commas of thousands,
   * the full stops of abbreviations and invisible characters. Two words with the same key are the same word.
   */
  readonly key: readonly string[]
}

const NONE = 0
const WORD = 1
const DIGIT = 2
/** Stands as a word by itself: signs of currency and of arithmetic, percent, pictures, and characters of scripts without word spaces. */
const ALONE = 3
const INVISIBLE = 4
const APOSTROPHE = 5
const MARK = 6

const LETTERS = /[\p{L}\p{N}]/u
const COMBINING = /\p{M}/u
const DIGITS = /\p{Nd}/u
const SINGLE =
  /[\p{Sc}\p{Sm}\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}%‰°]/u
const HIDDEN =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/u

/** $ % + < = > ~ */
const SIGNS = new Set([0x24, 0x25, 0x2b, 0x3c, 0x3d, 0x3e, 0x7e])

/** Classes of characters met so far, so that each is told once. */
const known = new Map<number, number>()

function classOf(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return WORD
    if (code >= 48 && code <= 57) return DIGIT
    return SIGNS.has(code) ? ALONE : code === 0x27 ? APOSTROPHE : NONE
  }
  if (code === 0x2212) return NONE
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0xff07) return APOSTROPHE
  let found = known.get(code)
  if (found === undefined) {
    const character = String.fromCodePoint(code)
    found = HIDDEN.test(character)
      ? INVISIBLE
      : COMBINING.test(character)
        ? MARK
        : SINGLE.test(character)
          ? ALONE
          : DIGITS.test(character)
            ? DIGIT
            : LETTERS.test(character)
              ? WORD
              : NONE
    known.set(code, found)
  }
  return found
}

const codeAt = (text: string, at: number): number => (at < text.length ? (text.codePointAt(at) as number) : 0)
const widthOf = (code: number): number => (code > 0xffff ? 2 : 1)

/** Whether a number or a word goes on over the character at `at`, which is neither letter nor digit. */
function joins(text: string, start: number, at: number, code: number, end: number): boolean {
  const next = classOf(codeAt(text, at + 1))
  if (at + 1 >= end) return false
  if (code === 0x2c || code === 0x2e) {
    if (classOf(codeAt(text, at - 1)) === DIGIT && next === DIGIT) return true
  }
  // U.S., a.m.: single letters with full stops between.
  if (code !== 0x2e || next !== WORD) return false
  const alone = at - start === 1 || text.charCodeAt(at - 2) === 0x2e
  const after = classOf(codeAt(text, at + 2))
  return alone && (at + 2 >= end || (after !== WORD && after !== DIGIT && after !== APOSTROPHE))
}

/**
 * The words between `start` and `end` (UTF-16 code units; the whole text unless given): letters and digits with their
 * marks and inner apostrophes, numbers with their sign, their commas and decimals. Hyphens and dashes part words. Linear.
 *
 * @param pool keeps one string for each key, for callers that hold many texts
 */
export function wordsOf(text: string, start = 0, end = text.length, pool?: Map<string, string>): Words {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  const add = (from: number, to: number) => {
    const key = keyOf(text.slice(from, to))
    if (key === '') return
    starts.push(from)
    ends.push(to)
    if (!pool) return void keys.push(key)
    const kept = pool.get(key)
    if (kept === undefined) pool.set(key, key)
    keys.push(kept ?? key)
  }
  let at = start
  while (at < end) {
    const code = codeAt(text, at)
    const kind = classOf(code)
    const from = at
    at += widthOf(code)
    if (kind === ALONE) {
      at = tail(text, at, end)
      add(from, Math.min(at, end))
      continue
    }
    const signed = (code === 0x2d || code === 0x2212) && isSign(text, from, at, start)
    if (kind !== WORD && kind !== DIGIT && kind !== MARK && !signed) continue
    while (at < end) {
      const here = codeAt(text, at)
      const what = classOf(here)
      if (what === WORD || what === DIGIT || what === MARK || what === INVISIBLE) at += widthOf(here)
      else if (what === APOSTROPHE && at + 1 < end && classOf(codeAt(text, at + 1)) === WORD) at++
      else if (joins(text, from, at, here, end)) at++
      else break
    }
    at = Math.min(at, end)
    add(from, at)
  }
  return { text, start: Int32Array.from(starts), end: Int32Array.from(ends), key: keys }
}

// What belongs to a picture or to a letter without word spaces: marks, skin tones, joiners.
function tail(text: string, from: number, end: number): number {
  let at = from
  while (at < end) {
    const code = codeAt(text, at)
    const kind = classOf(code)
    if (kind !== MARK && kind !== INVISIBLE) break
    at += widthOf(code)
  }
  return at
}

// "-5 degrees", but not the hyphen of "9-14" or "covid-19".
function isSign(text: string, from: number, at: number, start: number): boolean {
  if (classOf(codeAt(text, at)) !== DIGIT) return false
  if (from <= start) return true
  const before = text.charCodeAt(from - 1)
  return before === 0x20 || before === 0x0a || before === 0xa0 || before === 0x28 || before === 0x5b || isQuote(before)
}

const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || (code >= 0x2018 && code <= 0x201f)

const PLAIN = /^[a-z0-9]+$/
const THOUSANDS = /^-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/gu

/** The key of a word: see {@link Words}. */
export function keyOf(word: string): string {
  if (PLAIN.test(word)) return word
  let key = word.toLowerCase()
  if (PLAIN.test(key)) return key
  key = key
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'")
    .replace('\u2212', '-')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
  if (THOUSANDS.test(key)) return key.replaceAll(',', '')
  if (key === '%') return 'percent'
  return /^(?:\p{L}\.)+\p{L}$/u.test(key) ? key.replaceAll('.', '') : key
}

/** Index of the first word that ends after `offset`; the number of words where none does. By halving. */
export function wordAt({ end }: Words, offset: number): number {
  let low = 0
  let high = end.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((end[middle] as number) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Index range [from, to) of the words that lie in [start, end) of the text, wholly or in part. */
export function wordRange(words: Words, start: number, end: number): [number, number] {
  const from = wordAt(words, start)
  let low = from
  let high = words.start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.start[middle] as number) >= end) high = middle
    else low = middle + 1
  }
  return [from, low]
}
