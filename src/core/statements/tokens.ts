import type { Token } from './tagger.js'

/** Words that keep their full stop: titles, months, states, and other abbreviations of English news. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev gov sen rep sens reps lt col gen sgt capt cmdr adm maj cpl pvt hon pres supt det insp ' +
    'jr sr st mt ft no vs inc corp co ltd llc bros dept univ assn est ave blvd rd ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa ' +
    'tenn tex va vt wash wis wyo etc al approx'
  ).split(' '),
)

/** Clitics that stand as tokens of their own, without their apostrophe. */
const CLITICS = new Set(['s', 'm', 're', 've', 'll', 'd'])

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Whether a code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether a code unit is an apostrophe or one of the marks used as one. */
export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2018

/** Whether a token is a word or a number: a clitic ("'s") and a name with its sign ("@roe") are, marks are not. */
export function isWordToken(text: string, { start, end }: Token): boolean {
  if (isWordAt(text, start)) return true
  const code = text.charCodeAt(start)
  return end - start > 1 && (code === 64 || code === 35 || isApostrophe(code)) && isWordAt(text, start + 1)
}

/** Whether the character at `at` (UTF-16 code units) is a letter, a digit or a mark that combines with one. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code)
  // The dashes and quotation marks that most pages are full of, and no letters among them.
  if (code >= 0x2000 && code <= 0x206f) return false
  return at < text.length && LETTER.test(String.fromCodePoint(text.codePointAt(at) as number))
}

/** Whether a code unit is white space of any kind, zero-width characters included. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

const width = (text: string, at: number): number => ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)

/**
 * Appends the tokens of `text` between `start` and `end` (UTF-16 code units) to `tokens`: words (with their inner
 * apostrophes, hyphens and full stops, numbers with their commas, abbreviations with their full stop), the clitic of
 * "Ann's" by itself, and every other visible character by itself, runs of full stops and of hyphens together, and so the
 * doubled apostrophes that stand for a quotation mark. Linear.
 */
export function tokenize(text: string, start: number, end: number, tokens: Token[]): void {
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    const from = at
    const sigil = (code === 64 || code === 35) && at + 1 < end && isWordAt(text, at + 1)
    if (!sigil && !isWordAt(text, at)) {
      at += width(text, at)
      if (code === 46 || code === 45) while (at < end && text.charCodeAt(at) === code) at++
      // Two apostrophes or two graves are one mark: ``We were never asked.''
      else if ((code === 39 || code === 96) && at < end && text.charCodeAt(at) === code) at++
      tokens.push({ start: from, end: Math.min(at, end) })
      continue
    }
    if (sigil) at++
    at = wordEnd(text, at, end)
    const split = clitic(text, from, at)
    if (split > from) {
      tokens.push({ start: from, end: split })
      tokens.push({ start: split, end: at })
    } else tokens.push({ start: from, end: at })
  }
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start
  let digits = true
  while (at < end) {
    if (isWordAt(text, at)) {
      if (!isDigit(text.charCodeAt(at))) digits = false
      at += width(text, at)
      continue
    }
    const code = text.charCodeAt(at)
    const more = at + 1 < end && isWordAt(text, at + 1)
    const next = text.charCodeAt(at + 1)
    if (isApostrophe(code) && more && at > start) at++
    else if (code === 45 && more && at > start) at++
    else if (code === 44 && digits && at + 1 < end && isDigit(next)) at++
    else if (code === 46 && more && (isDigit(next) || abbreviates(text, start, at))) at++
    else if (code === 46 && !more && abbreviates(text, start, at)) return at + 1
    else break
  }
  return Math.min(at, end)
}

// "U.S", "a.m", a single capital, or a known abbreviation: the full stop after it is part of the word.
function abbreviates(text: string, start: number, at: number): boolean {
  const length = at - start
  if (length === 1) return !isDigit(text.charCodeAt(start)) && text.charCodeAt(start) !== 0x49
  if (length > 6) return false
  if (text.charCodeAt(at - 2) === 46) return true
  const word = text.slice(start, at)
  return ABBREVIATIONS.has(word.toLowerCase()) && (word !== word.toLowerCase() || word === 'vs' || word === 'etc')
}

// Where the clitic of a word begins, at its apostrophe; 0: it has none.
function clitic(text: string, start: number, end: number): number {
  for (let at = end - 2; at > start && at >= end - 3; at--) {
    if (isApostrophe(text.charCodeAt(at))) return CLITICS.has(text.slice(at + 1, end).toLowerCase()) ? at : 0
  }
  return 0
}
