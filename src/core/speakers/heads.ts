import { POS } from '../statements/parts-of-speech.js'
import type { MentionLook } from './collect.js'
import { type Discourse, within } from './discourse.js'
import type { Occurrence } from './occurrence.js'

/** The noun phrase that a mention begins with. */
export interface Head {
  /** What names or describes the speaker; null: no words that are known to. */
  readonly occurrence: Occurrence | null
  /** One past the phrase's last word, as an index of the mention's words; brackets after it included. */
  readonly end: number
  /** All occurrences of the mention, in order. */
  readonly inside: readonly Occurrence[]
}

/** Finds the head: "[US President Barack Roe], who", "[The 58-page report], released in", "[A group] of rabbis". */
export function headOf(look: MentionLook, d: Discourse): Head {
  const inside = within(d, look.span).filter((o) => o.together.length === 0 && (o.isName || o.coreEnd <= look.span.end))
  let at = 0
  while (at < look.low.length && isLead(look, at)) at++
  const end = phraseEnd(look, inside, at)
  let last = end - 1
  while (
    last > at &&
    (look.pos[last] === POS.GENITIVE ||
      look.low[last] === 'himself' ||
      look.low[last] === 'herself' ||
      look.low[last] === 'itself')
  )
    last--
  const occurrence = at < end ? atWord(look, inside, last) : null
  return { occurrence: occurrence ?? inside[0] ?? null, end: bracketEnd(look, end), inside }
}

/** The occurrence that word `i` of the mention stands in; names first. */
export function atWord(look: MentionLook, inside: readonly Occurrence[], i: number): Occurrence | null {
  const start = look.starts[i] ?? -1
  const covers = ({ start: from, coreEnd }: Occurrence): boolean => from <= start && start < coreEnd
  return inside.find((o) => o.isName && o.coreStart <= start && start < o.coreEnd) ?? inside.find(covers) ?? null
}

// Marks, "even", "only", "both": before the phrase.
function isLead(look: MentionLook, i: number): boolean {
  const pos = look.pos[i]
  return (
    pos === POS.MARK ||
    pos === POS.PUNCTUATION ||
    pos === POS.ADVERB ||
    pos === POS.CONJUNCTION ||
    pos === POS.PREPOSITION ||
    pos === POS.COMMA
  )
}

function phraseEnd(look: MentionLook, inside: readonly Occurrence[], from: number): number {
  const n = look.low.length
  let at = from
  while (at < n) {
    const name = inside.find(
      (o) => o.isName && o.coreStart <= (look.starts[at] as number) && (look.starts[at] as number) < o.coreEnd,
    )
    if (name) {
      while (at < n && (look.starts[at] as number) < name.coreEnd) at++
      continue
    }
    if (at > from && endsPhrase(look, at)) break
    at++
  }
  return at
}

function endsPhrase(look: MentionLook, i: number): boolean {
  const pos = look.pos[i] as number
  const before = look.pos[i - 1] as number
  if (look.low[i] === '/') return false
  switch (pos) {
    case POS.CONJUNCTION:
      // "the Democratic and the Republican platforms", "current and former officials"
      return before !== POS.ADJECTIVE
    case POS.GERUND:
    case POS.PARTICIPLE:
      return before === POS.NOUN || before === POS.NAME
    case POS.PREPOSITION:
    case POS.TO:
    case POS.COMMA:
    case POS.WH:
    case POS.COLON:
    case POS.STOP:
    case POS.PAST:
    case POS.PRESENT:
    case POS.MODAL:
    case POS.PUNCTUATION:
    case POS.ADVERB:
      return pos !== POS.ADVERB || before === POS.NOUN || before === POS.NAME
    default:
      return false
  }
}

function bracketEnd(look: MentionLook, end: number): number {
  if (look.low[end] !== '(' && look.low[end] !== '[') return end
  const close = look.low.indexOf(look.low[end] === '(' ? ')' : ']', end)
  return close < 0 ? end : close + 1
}
