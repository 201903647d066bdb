import { POS } from '../statements/parts-of-speech.js'
import { isNamingWord } from './lexicon/bodies.js'
import { CROWDS, isPersonNoun } from './lexicon/people.js'
import { CALENDAR, DESCRIBING, NAME_ADJECTIVES, OPENERS, PARTICLES } from './lexicon/small-words.js'
import { isAddress, isTitle, NAME_SUFFIXES, TITLE_TAILS } from './lexicon/titles.js'
import { singular } from './lexicon/word-list.js'
import type { View } from './view.js'

/** A run of capitalised words that names somebody or something, by token indices, half-open. */
export interface NameRun {
  /** With its titles. */
  readonly first: number
  readonly end: number
  /** Without them; empty (`core === end`) where titles are all there is. */
  readonly core: number
  /** One past the brackets that follow: a party and state, a short form. */
  readonly close: number
  /** The short form in the brackets, a token index; -1: none. */
  readonly alias: number
}

/** A run of capitals goes on for no more tokens than this: longer ones are lists or shouting. */
const LONGEST = 14

/**
 * Finds the runs of capitals of a passage that can be names: "Sen. Ana Roe", "Ministry of Transport", "Ursula van der Aa",
 * "the Weavers' Guild". Words with a capital for their place alone are left off. Linear.
 *
 * @param lower words that the passage has in small letters somewhere
 * @param upper words that it has with a capital where their place asks for none
 */
export function findNames(v: View, lower: ReadonlySet<string>, upper: ReadonlySet<string>): NameRun[] {
  const out: NameRun[] = []
  const n = v.tokens.length
  let i = 0
  while (i < n) {
    if (!begins(v, i, lower, upper)) {
      i++
      continue
    }
    const end = endOf(v, i)
    const run = trimmed(v, i, end)
    if (run) out.push(run)
    i = Math.max(end, i + 1)
  }
  return out
}

const isCapital = (v: View, i: number): boolean => v.shape[i] === 1 || v.shape[i] === 2

/** "al-Amin", "d’Almeida": a name goes on, though the word's first letter is small. */
const JOINED = /^(?:(?:al|el|ad|as|ash|an|ar|at|az|ul)-|(?:d|l|dell|dall|nell)['’])\p{Lu}/u

function goesOn(v: View, i: number): boolean {
  if (isCapital(v, i)) return true
  const token = v.tokens[i]
  return token !== undefined && token.end - token.start > 3 && JOINED.test(v.text.slice(token.start, token.end))
}

/** "Theresa May said", not "On Tuesday, May 3" or "Voss May Resign". */
const isMonthsName = (v: View, at: number): boolean =>
  (v.low[at] === 'may' || v.low[at] === 'april' || v.low[at] === 'june') &&
  v.shape[at] === 1 &&
  !CALENDAR.has(v.low[at - 1] as string) &&
  isCapital(v, at - 1) &&
  v.pos[at - 1] !== POS.PREPOSITION &&
  !isCapital(v, at + 1) &&
  v.shape[at + 1] !== 3

function begins(v: View, i: number, lower: ReadonlySet<string>, upper: ReadonlySet<string>): boolean {
  if (!isCapital(v, i)) return false
  const word = v.low[i] as string
  if (word === 'i' || word.startsWith('@')) return word.length > 1
  // "(D-N.C.)"
  if (/^[dri]-/.test(word) && v.low[i - 1] === '(') return false
  const isFirst = isPlaceForCapital(v, i)
  if (!isFirst) return !CALENDAR.has(word) || (isCapital(v, i + 1) && word === 'may')
  if (OPENERS.has(word)) return NAME_ADJECTIVES.has(word) && isCapital(v, i + 1)
  // "Aides said": a word that the article writes small elsewhere has its capital for its place.
  if (isCapital(v, i + 1) && i + 1 < v.tokens.length && v.block[i + 1] === v.block[i]) return true
  if (upper.has(word)) return true
  if (lower.has(word) && !isTitle(word)) return false
  if (v.pos[i - 1] === POS.MARK && v.opens[i] === 0 && !isTitle(word) && v.shape[i] !== 2) return false
  return v.pos[i] === POS.NAME || isTitle(word) || v.shape[i] === 2 || (v.pos[i] === POS.NOUN && isPerhapsName(word))
}

// Sentence-initial nouns are names only where they do not look like a plural or a derived noun.
const isPerhapsName = (word: string): boolean => !/(?:s|ing|tion|ment|ness|ity|ers)$/.test(word)

/** Whether any word would have a capital here: a sentence's start, after an opening mark, after a colon. */
export function isPlaceForCapital(v: View, i: number): boolean {
  if (v.opens[i] === 1) return true
  const before = v.pos[i - 1]
  return (
    before === POS.MARK ||
    before === POS.STOP ||
    before === POS.COLON ||
    (before === POS.PUNCTUATION && v.opens[i - 1] === 1)
  )
}

function endOf(v: View, first: number): number {
  const limit = Math.min(v.tokens.length, first + LONGEST)
  const block = v.block[first]
  const sentence = v.sentence[first]
  let naming = isNamingWord(v.low[first] as string)
  let at = first + 1
  while (at < limit && v.block[at] === block && v.sentence[at] === sentence) {
    const word = v.low[at] as string
    if (goesOn(v, at)) {
      if (CALENDAR.has(word) && !isMonthsName(v, at)) break
      if (word === 'i' && v.shape[at] === 1) break
      naming ||= isNamingWord(word)
      at++
      continue
    }
    const next = at + 1
    if (next >= limit || v.block[next] !== block) break
    if (NAME_SUFFIXES.has(word)) {
      at++
      continue
    }
    if (!goesOn(v, next)) {
      // "van der Aa", "of the Interior".
      const far = at + 2
      if (
        far < limit &&
        isCapital(v, far) &&
        ((PARTICLES.has(word) && PARTICLES.has(v.low[next] as string)) ||
          (word === 'of' && v.low[next] === 'the' && naming))
      ) {
        at = far
        continue
      }
      break
    }
    if (PARTICLES.has(word) || word === '&') at = next
    else if ((word === 'of' || word === 'for') && (naming || isOfTitle(v, at) || holdsOffice(v, at))) at = next
    else if (word === 'and' && naming && hasOf(v, first, at)) at = next
    // "the Weavers' Guild", "St. Ann's Hospital".
    else if (v.pos[at] === POS.GENITIVE && isOwnedName(v, next, limit)) at = next
    else break
  }
  return at
}

// "Secretary of State": the word before "of" is a title.
const isOfTitle = (v: View, at: number): boolean =>
  isTitle(v.low[at - 1] as string) && TITLE_TAILS.has(v.low[at + 1] as string)

// "Commissioner for Human Rights Ana Roe", "Minister of Foreign Affairs Bo Venn": an office of one word or more, then a
// name of two. The last word of an office is no surname.
const OFFICE_NAME = 2
function holdsOffice(v: View, at: number): boolean {
  return isTitle(v.low[at - 1] as string) && officeEnd(v, at) > 0
}

/** Token where the name begins that comes after title, "of" or "for" (at `at`), and office; -1: there is none. */
function officeEnd(v: View, at: number): number {
  let end = at + 1
  const limit = Math.min(v.tokens.length, at + LONGEST)
  while (end < limit && isCapital(v, end) && v.block[end] === v.block[at] && !CALENDAR.has(v.low[end] as string)) end++
  const last = v.low[end - 1] as string
  const isName = !isNamingWord(last) && !TITLE_TAILS.has(last) && !OFFICES.has(last)
  return isName && end - (at + 1) > OFFICE_NAME ? end - OFFICE_NAME : -1
}

const OFFICES = new Set(
  'affairs rights security services health education justice finance trade commerce transport culture agriculture interior development environment climate city county island islands states kingdom republic province nations union america africa'.split(
    ' ',
  ),
)

const COMMON_OF = new Set([
  'department',
  'ministry',
  'office',
  'bureau',
  'board',
  'institute',
  'university',
  'college',
  'committee',
])

function hasOf(v: View, first: number, at: number): boolean {
  for (let i = first; i < at; i++) if (v.low[i] === 'of') return i > first && COMMON_OF.has(v.low[i - 1] as string)
  return false
}

// After a genitive: only an organisation's own name takes its owner in, and only where its next word says so.
const isOwnedName = (v: View, at: number, limit: number): boolean => {
  if (isTitle(v.low[at] as string)) return false
  for (let i = at; i < Math.min(limit, at + 3) && isCapital(v, i); i++) if (GUILDS.has(v.low[i] as string)) return true
  return false
}
const GUILDS = new Set([
  'union',
  'guild',
  'association',
  'society',
  'league',
  'hospital',
  'college',
  'school',
  'church',
  'federation',
  'club',
  'alliance',
  'network',
])

// Takes titles off the front, and what cannot end a name off the end.
function trimmed(v: View, from: number, to: number): NameRun | null {
  let first = from
  let end = to
  while (end > first && CALENDAR.has(v.low[end - 1] as string) && !(end - 1 > first && isMonthsName(v, end - 1))) end--
  if (end <= first) return null
  // "Republican Donald Trump", "Former Gov. Roe", "Presumptive Democratic nominee": what only describes is no name.
  while (end - first > 1 && DESCRIBING.has(v.low[first] as string) && !namesBody(v, first, end)) first++
  if (end - first === 1 && OPENERS.has(v.low[first] as string)) return null
  // "Senate Democrats", "African-Americans": a plural for people describes; it is no name.
  const last = v.low[end - 1] as string
  const isCrowd = (isPersonNoun(last) && singular(last) !== last) || CROWDS.has(last) || last.endsWith('-americans')
  let core = first
  if (isCrowd && end - first < 4 && !namesBody(v, first, end - 1)) core = end
  else if (!namesBody(v, first, end) || hasTitleAndName(v, first, end)) core = coreOf(v, first, end)
  const [close, alias] = bracketAfter(v, end)
  return { first, end, core, close, alias }
}

// Whether the run's last word, or the word before its "of", says that it is an organisation.
function namesBody(v: View, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (!isNamingWord(v.low[i] as string)) continue
    const next = v.low[i + 1] as string
    if (i === end - 1 || next === 'of' || next === 'for' || next === 'and') return true
  }
  return false
}

// "Senate Minority Whip Dick Roe": after a title come one to three words that are neither titles nor an organisation's.
function hasTitleAndName(v: View, first: number, end: number): boolean {
  const core = coreOf(v, first, end)
  return core > first && core < end && end - core <= 3 && !isNamingWord(v.low[end - 1] as string)
}

function coreOf(v: View, first: number, end: number): number {
  let core = first
  for (let i = first; i < end; i++) {
    if (!isTitle(v.low[i] as string)) continue
    // "King" and "Judge" are also surnames: a last word is a title only where nothing but titles stands before it.
    if (i === end - 1 && i > first && (isAddress(v.low[i - 1] as string) || (core === first && !isRole(v, first, i))))
      break
    core = i + 1
    const office = v.low[core] === 'of' || v.low[core] === 'for' ? officeEnd(v, core) : -1
    if (office > 0 && office < end) return office
    while (core < end && (v.low[core] === 'of' || TITLE_TAILS.has(v.low[core] as string)) && core - i < 3) core++
  }
  return core
}

// "Communications Director", "Campaign Chairman": what stands before the title is no first name.
function isRole(v: View, first: number, title: number): boolean {
  for (let i = first; i < title; i++) if (isNamingWord(v.low[i] as string)) return true
  return title - first > 1
}

const PARTY = /^(?:d|r|i|lab|con|snp|lib)$/

// "(D-Ill.)", "(Fla.)", "(NRA)" after a name.
function bracketAfter(v: View, end: number): [number, number] {
  const { text, tokens } = v
  const open = tokens[end]
  if (!open || text.charCodeAt(open.start) !== 0x28) return [end, -1]
  for (let i = end + 1; i < Math.min(tokens.length, end + 7); i++) {
    if (text.charCodeAt(tokens[i]?.start ?? 0) !== 0x29) continue
    const word = v.low[end + 1] as string
    const isAlias = i === end + 2 && v.shape[end + 1] === 2 && !PARTY.test(word) && !word.includes('-')
    return [i + 1, isAlias ? end + 1 : -1]
  }
  return [end, -1]
}
