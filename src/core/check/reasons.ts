import { isTurn } from './changes.js'
import type { ChangeKind, Difference, Mark } from './verdict.js'

const KINDS: Readonly<Record<ChangeKind, string>> = {
  negation: 'a word that denies',
  number: 'a number',
  name: 'a name',
  date: 'a date',
  hedge: 'a hedge',
  quantity: 'a word for how many or how often',
  opposite: 'a word turned into its opposite',
  capitals: 'capitals only',
  contraction: 'a contraction',
  form: 'another form of the word',
  words: 'other words',
}

/** What a change is, as a sentence. */
export function changeReason({ how, kinds }: Difference, draft: string | null, source: string | null): string {
  const turns = kinds.filter(isTurn)
  const named = (turns.length > 0 ? turns : kinds).map((kind) => KINDS[kind]).join(', ')
  const what = turns.length > 0 ? `. This turns the sense: ${named}.` : kinds.includes('words') ? '.' : ` (${named}).`
  switch (how) {
    case 'left-out':
      return `Left out: “${source ?? ''}”${what}`
    case 'added':
      return `Not in the source: “${draft ?? ''}”${what}`
    default:
      return `The source has “${source ?? ''}” where the draft has “${draft ?? ''}”${what}`
  }
}

const LOST = {
  negation: 'Cut so that a word that denies is lost',
  hedge: 'Cut so that a hedge is lost',
  condition: 'Cut so that a condition is lost',
  teller: 'Cut so that whose words they are is lost, for the speaker tells what another said',
} as const

/** What a cut loses, as a sentence. */
export function lostReason(what: keyof typeof LOST, words: string): string {
  return `${LOST[what]}: the source’s sentence has “${words}” beside it.`
}

const MARKS: Readonly<Record<Mark, string>> = {
  'quotation-marks': 'quotation marks or apostrophes',
  spacing: 'spacing',
  'first-letter': 'the case of the first letter',
  dashes: 'dashes',
  punctuation: 'punctuation',
  letters: 'the way that letters are written',
  sic: '[sic]',
  brackets: 'words in brackets',
  ellipsis: 'an ellipsis',
  broken: 'the page’s own words between',
}

/** In which marks the same words differ, as a sentence. */
export function markReason(marks: readonly Mark[]): string {
  return `The same words; different: ${marks.map((mark) => MARKS[mark]).join(', ')}.`
}

/** What a bracket of the draft has, and the source's words that it stands for, as a sentence. */
export function bracketReason(draft: string, source: string | null): string {
  return source === null
    ? `In brackets, not in the source: “${draft}”.`
    : `In brackets: “${draft}”, where the source has “${source}”.`
}

/** Words for a message, on one line, cut where they are long. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= 120) return line
  return `${line.slice(0, 118).replace(/[\ud800-\udbff]$/, '')}…`
}
