import { POS } from '../parts-of-speech.js'
import type { Range } from './block-words.js'
import { type CueClause, inContent } from './cue-clause.js'

/** The furthest that an aside of a cue is looked for, in tokens. */
const REACH = 28
/** Where one of these stands, another clause begins, and what comes after belongs to it. */
const ENDS = new Set(
  'who whom whose which that where when while because since although though unless if as after before until and but or so than whether how why what'.split(
    ' ',
  ),
)

/**
 * Where the page says how, when and to whom a statement was made: the runs of its cue's sentence that belong to the cue
 * and are neither content nor mention, nearest first. In "In a letter on Monday, Roe told the court that …" these are "In a
 * letter on Monday" and "told the court".
 */
export function asidesOf(clause: CueClause): Range[] {
  const out: Range[] = []
  const push = (range: Range | null) => {
    if (range && range.first < range.end) out.push(range)
  }
  push(afterCue(clause))
  push(betweenMentionAndCue(clause))
  push(afterContent(clause))
  push(sentenceStart(clause))
  return out
}

const isMention = ({ mention }: CueClause, i: number): boolean =>
  mention !== null && mention.first <= i && i < mention.end

// From the cue on: "said in an email on Monday". A mention right after the cue is passed over: "said Roe, a nurse, on Monday".
function afterCue(clause: CueClause): Range | null {
  const { cue, mention, words } = clause
  if (mention && mention.first >= cue.end && mention.first <= cue.end + 2) {
    let from = mention.end
    if (words.word(from) === ',') from++
    const after = until(clause, from, clause.sentence.end)
    // The cue may have an aside of its own: "said in a statement Roe".
    return after.first < after.end ? after : { first: cue.first, end: cue.end }
  }
  const { end } = until(clause, cue.end, clause.sentence.end)
  return { first: cue.first, end }
}

// "Roe, in an interview on Monday, said", "Roe last week called".
function betweenMentionAndCue(clause: CueClause): Range | null {
  const { cue, mention } = clause
  if (!mention || mention.end > cue.first || cue.first - mention.end > REACH / 2) return null
  const range = until(clause, mention.end, cue.first)
  // What ends early has a clause of its own in it: "Roe, who resigned on Monday, said".
  return range.end === cue.first && !hasClause(clause, range) ? range : null
}

// "called the plan a mistake in an interview on Monday": after content that follows its cue.
function afterContent(clause: CueClause): Range | null {
  const { words, cue, content, sentence } = clause
  const last = content.at(-1)
  if (!last || last.first < cue.first || last.end >= sentence.end || last.end - cue.end > 120) return null
  // "…, down from 47 percent in 2009" goes on with what was said.
  const isApart = words.word(last.end) === ','
  if (isApart && !/^(?:in|on|at|during|via|last|earlier|late)$/.test(words.word(last.end + 1))) return null
  return until(clause, last.end, sentence.end)
}

// "On Monday, Roe said"; "Speaking at a rally in May, she said". Nothing with a finite verb of its own.
function sentenceStart(clause: CueClause): Range | null {
  const { words, sentence, cue, mention } = clause
  const to = mention && mention.first < cue.first ? mention.first : cue.first
  if (to - sentence.first > REACH || to <= sentence.first) return null
  let { first } = sentence
  while (first < to && /^(?:["“”(—–-]|''|``|and|but|then|later|still|meanwhile|also|,)$/.test(words.word(first)))
    first++
  const range = until(clause, first, to)
  return range.end === to && !hasClause(clause, range) ? range : null
}

function hasClause({ words }: CueClause, { first, end }: Range): boolean {
  for (let i = first; i < end; i++) {
    const pos = words.pos(i)
    if (pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL) return true
  }
  return false
}

// From `first` to the next content, mention, clause or sentence's end.
function until(clause: CueClause, first: number, end: number): Range {
  const { words, cue } = clause
  const limit = Math.min(end, first + REACH)
  let i = first
  for (; i < limit; i++) {
    if (inContent(clause, i) || isMention(clause, i)) break
    const isCue = i >= cue.first && i < cue.end
    const isHeard = words.word(i) === 'before' && /^(?:testif|sp[eo]ak|spoke|appear)/.test(words.word(i - 1))
    if (!isCue && !isHeard && ENDS.has(words.word(i)) && !(words.word(i) === 'and' && isJoined(clause, i))) break
    if (/^[;:.?!]$/.test(words.word(i)) && i + 1 < limit && !isCue) break
  }
  return { first, end: i }
}

// "told reporters and editors": "and" between two noun phrases ends nothing.
function isJoined({ words }: CueClause, i: number): boolean {
  return words.phraseAt(i - 1) !== null && words.phraseAt(i + 1) !== null && words.pos(i + 1) !== POS.PRONOUN
}
