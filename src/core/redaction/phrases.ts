import type { Span } from '../model/index.js'
import { isTitle } from '../speakers/lexicon/titles.js'
import { list } from './lexicon.js'
import { GAP, type Piece } from './tokens.js'

/**
 * Places, outlets and days of several words, of which one can be a name. A pseudonym in one tells the name: "New Person 1
 * Times". Folded.
 */
const FIXED = `
  abu dhabi/al jazeera/ash wednesday/bay area/big ben/black friday/black lives matter/black sea/boxing day/cape town/
  capitol hill/central park/christmas day/christmas eve/crown court/downing street/easter sunday/el paso/el salvador/
  financial times/fleet street/fox news/gold coast/good friday/great britain/green party/high court/high street/holy see/
  hong kong/hyde park/independence day/ivory coast/labor day/labour day/las vegas/le figaro/le monde/long beach/
  long island/los angeles/memorial day/new delhi/new england/new hampshire/new jersey/new mexico/new orleans/
  new south wales/new year/new york/new zealand/north carolina/north dakota/northern ireland/notting hill/palm beach/
  palm sunday/prince edward island/red cross/red sea/rhode island/salt lake city/san diego/san francisco/san jose/
  santa barbara/santa claus/santa fe/santa monica/scotland yard/silicon valley/sky news/south carolina/south dakota/
  staten island/sunday times/supreme court/veterans day/wall street/wall street journal/washington dc/washington post/
  west bank/west virginia/white house/new year s eve/new year s day`

/** By each of their words: the phrase, and which of its words that is. */
const BY_WORD = new Map<string, { readonly words: readonly string[]; readonly at: number }[]>()
for (const phrase of FIXED.split('/')) {
  const words = phrase.trim().split(/\s+/)
  words.forEach((word, at) => {
    BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), { words, at }])
  })
}

const MONTHS = list('january february march april may june july august september october november december')
const MODALS = list('will may')
const PRONOUNS = list(
  'i you he she it we they there this that these those anyone anybody someone somebody everyone everybody nobody',
)

const DAY = /^(?:[1-9]|[12]\d|3[01])$/
const YEAR = /^(?:1[5-9]|20)\d{2}$/

/**
 * The fixed phrase of English in which a word with a capital is no name: a date ("3 May 2024"), a place or outlet of
 * several words ("New York"), a question ("Will you come?"). Null: none.
 */
export function phraseAt(text: string, pieces: readonly Piece[], at: number): Span | null {
  const piece = pieces[at] as Piece
  if (!piece.isCapital || piece.isDigits) return null
  if (MONTHS.has(piece.key)) {
    const date = dateAt(text, pieces, at)
    if (date) return date
  }
  if (MODALS.has(piece.key)) {
    const question = questionAt(text, pieces, at)
    if (question) return question
  }
  for (const { words, at: k } of BY_WORD.get(piece.key) ?? []) {
    const own = pieces.slice(Math.max(0, at - k), at - k + words.length)
    const isIt =
      own.length === words.length &&
      own.every(({ key, isCapital, start }, i) => {
        const gap = i === 0 ? ' ' : text.slice((own[i - 1] as Piece).end, start)
        return key === words[i] && (isCapital || key === 's') && /^(?:[\s-]+|[’'])$/u.test(gap)
      })
    if (isIt && at >= k) return { start: (own[0] as Piece).start, end: (own.at(-1) as Piece).end }
  }
  return null
}

// "3 May", "3rd of May", "May 3", "May 2024", "May, 2024"; but "May, 34, said" and "She was 31. May said".
function dateAt(text: string, pieces: readonly Piece[], at: number): Span | null {
  const piece = pieces[at] as Piece
  let k = at - 1
  if (pieces[k]?.key === 'of') k--
  if (/^(?:st|nd|rd|th)$/.test(pieces[k]?.key ?? '') && pieces[k]?.gap === GAP.none) k--
  const day = pieces[k]
  if (day?.isDigits && DAY.test(day.key) && /^[\p{L}\s\-–/]+$/u.test(text.slice(day.end, piece.start)))
    return { start: day.start, end: piece.end }
  const next = pieces[at + 1]
  if (!next?.isDigits) return null
  const between = text.slice(piece.end, next.start)
  const isDate = /^[\s\-–/]+$/u.test(between) ? DAY.test(next.key) || YEAR.test(next.key) : false
  return isDate || (/^,\s?$/u.test(between) && YEAR.test(next.key)) ? { start: piece.start, end: next.end } : null
}

// "Will you come?" where a sentence begins; but "told Will he was free", “Will, you know him”.
function questionAt(text: string, pieces: readonly Piece[], at: number): Span | null {
  const piece = pieces[at] as Piece
  const [before, next] = [pieces[at - 1], pieces[at + 1]]
  if (!next || !PRONOUNS.has(next.key) || (next.isCapital && next.key !== 'i')) return null
  if (!/^\s{1,4}$/u.test(text.slice(piece.end, next.start))) return null
  const gap = before ? text.slice(before.end, piece.start) : ''
  const isTitled = before && /^\./.test(gap) && (isTitle(before.key) || before.key.length === 1)
  const begins = !before || /[!?…]|\.\s|\n\s*\n|["“„«‘'(]$/u.test(gap)
  return begins && !isTitled ? { start: piece.start, end: next.end } : null
}
