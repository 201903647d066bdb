import { type Words, wordRange } from '../anchor/index.js'
import type { Span } from '../model/index.js'
import type { Step } from './align.js'
import { bracketTurns, kindsOf } from './changes.js'
import { areOpposite, isNegation } from './lexicon.js'
import { compareWritten } from './marks.js'
import type { Match } from './match.js'
import { compareSpeakers } from './names.js'
import { numbersIn } from './numbers.js'
import type { Part } from './quoted.js'
import { sentenceEndsBefore, statementsAt, type Text, wordsOfReading } from './texts.js'
import type { Difference, Draft, Mark } from './verdict.js'

/** What a match differs in. */
export interface Compared {
  readonly difference: readonly Difference[]
  readonly marks: ReadonlySet<Mark>
  /** Of the difference, words that were changed, added or left out. */
  readonly changes: readonly Difference[]
  /** A gap that nothing marks, long enough to make two parts of it; in the source's text. */
  readonly gap: Span | null
}

/** So many words left out without a mark make two parts of a quotation; fewer of them a change. */
const GAP = 4
/** Words on either side of a gap that make a part. */
const PART = 3
/** Words that a bracket may stand for: "[the commissioner]" for "she", not for a clause. */
const BRACKET = 6

type Range = readonly [number, number]

/** A stretch of steps that are all `same`, or none of them; a change of several steps is one. */
interface Group {
  readonly same: boolean
  readonly q: Range
  readonly w: Range
}

/** Compares a part of a quotation with its match, word by word and mark by mark. `place`: see {@link Difference}. */
export function compare(draft: Draft, match: Match, place: number): Compared {
  const comparison = new Comparison(draft, match, place)
  const groups = groupsOf(match)
  groups.forEach((group, i) => {
    if (group.same) comparison.same(group)
    else if (group.q[0] === group.q[1])
      comparison.leftOut(group, isPart(groups.slice(0, i)) && isPart(groups.slice(i + 1)))
    else comparison.changed(group)
  })
  comparison.end()
  const { difference, marks, gap } = comparison
  return { difference, marks, gap, changes: difference.filter(({ kinds }) => kinds.length > 0) }
}

const isPart = (groups: readonly Group[]): boolean =>
  groups.reduce((sum, { same, q }) => sum + (same ? q[1] - q[0] : 0), 0) >= PART

function groupsOf({ steps, text }: Match): Group[] {
  const out: Group[] = []
  // The page's own words between are no part of a change beside them.
  const isBetween = ({ how, w }: Step) => how === 'left-out' && text.between[w[0]] === 1
  let wasBetween = false
  for (const step of steps) {
    const { how, q, w } = step
    const last = out.at(-1)
    const same = how === 'same'
    const between = isBetween(step)
    const joins = last !== undefined && last.same === same && !between && !wasBetween
    wasBetween = between
    if (joins) out[out.length - 1] = { same, q: [last.q[0], q[1]], w: [last.w[0], w[1]] }
    else out.push({ same, q, w })
  }
  return out
}

class Comparison {
  readonly difference: Difference[] = []
  readonly marks = new Set<Mark>()
  gap: Span | null = null
  readonly #draft: Draft
  readonly #draftWords: Words
  readonly #part: Part
  readonly #text: Text
  readonly #place: number
  /** The draft's brackets that were told of, by the word that they stand before. */
  readonly #told = new Set<number>()

  constructor(draft: Draft, { part, text }: Match, place: number) {
    this.#draft = draft
    this.#draftWords = wordsOfReading(draft.reading)
    this.#part = part
    this.#text = text
    this.#place = place
  }

  same({ q, w }: Group): void {
    const { spans, bare, brackets } = this.#part
    const written = compareWritten(
      this.#draft.reading.text,
      spans.slice(q[0], q[1]).map(({ start, end }, i) => ({
        start,
        end,
        bracketed: bare[q[0] + i] !== null,
        afterBracket: brackets[q[0] + i] !== null,
      })),
      this.#text.words,
      w[0],
      q[0] === 0,
    )
    for (const mark of written.marks) this.marks.add(mark)
    const capitals = new Set(written.capitals)
    const theirs = this.#text.words.key
    let from = q[0]
    const at = (i: number) => w[0] + i - q[0]
    const put = (to: number) => {
      if (to > from) this.#put('same', [from, to], [at(from), at(to)], [])
      from = to
    }
    for (let i = q[0]; i < q[1]; i++) {
      if (brackets[i] !== null && !this.#told.has(i)) {
        put(i)
        this.#bracket(i, [0, 0])
      }
      if (bare[i] !== null) this.marks.add('brackets')
      const turn = bare[i] === null ? null : turnOf(this.#part.keys[i] as string, theirs[at(i)] as string)
      if (turn === null && !capitals.has(i - q[0])) continue
      put(i)
      this.#put('changed', [i, i + 1], [at(i), at(i + 1)], [turn ?? 'capitals'])
      from = i + 1
    }
    put(q[1])
  }

  /** Words of the source that the draft does not have; `parts`: enough of it stands on either side. */
  leftOut({ q: [q], w }: Group, parts: boolean): void {
    const { words } = this.#text
    const keys = words.key.slice(w[0], w[1])
    if (this.#part.brackets[q] && keys.length <= BRACKET && !keys.some(isNegation) && numbersIn(keys).length === 0) {
      this.#bracket(q, w)
      return
    }
    const lost = lostIn(this.#text, w)
    const [first] = lost
    if (first === undefined) {
      this.marks.add('broken')
      this.#put('between', [q, q], w, [])
      return
    }
    const range: Range = [first, (lost.at(-1) as number) + 1]
    const sentence = lost.length > 1 && sentenceEndsBefore(words, w[0]) && sentenceEndsBefore(words, w[1])
    if (parts && (lost.length >= GAP || sentence)) this.gap ??= this.#sourceSpan(range)
    const kinds = kindsOf({ words: this.#draftWords, range: [0, 0] }, { words, range })
    this.#put('left-out', [q, q], range, kinds)
  }

  changed({ q, w }: Group): void {
    for (let i = q[0]; i < q[1]; i++) this.#bracket(i, [0, 0])
    const span = this.#draftSpan(q) as Span
    const own = wordRange(this.#draftWords, span.start, span.end)
    const kinds = kindsOf({ words: this.#draftWords, range: own }, { words: this.#text.words, range: w })
    this.#put(w[1] > w[0] ? 'changed' : 'added', q, w, kinds)
  }

  end(): void {
    this.#bracket(this.#part.keys.length, [0, 0])
  }

  #bracket(q: number, w: Range): void {
    const span = this.#part.brackets[q]
    if (!span || this.#told.has(q)) return
    this.#told.add(q)
    const isSic = /^sic\b/i.test(this.#draft.reading.text.slice(span.start, span.end))
    this.marks.add(isSic ? 'sic' : 'brackets')
    const own = wordRange(this.#draftWords, span.start, span.end)
    // A bracket says whose the words are; it gives nobody leave to turn the speaker's.
    const kinds = bracketTurns({ words: this.#draftWords, range: own }, { words: this.#text.words, range: w })
    const how = kinds.length === 0 ? 'marked' : w[1] > w[0] ? 'changed' : 'added'
    this.difference.push({ how, draft: span, source: this.#sourceSpan(w), place: this.#place, kinds })
  }

  #put(how: Difference['how'], q: Range, w: Range, kinds: Difference['kinds']): void {
    this.difference.push({
      how,
      draft: this.#draftSpan(q),
      source: this.#sourceSpan(w),
      place: this.#place,
      kinds,
    })
  }

  #draftSpan([a, b]: Range): Span | null {
    const { spans } = this.#part
    return b > a ? { start: (spans[a] as Span).start, end: (spans[b - 1] as Span).end } : null
  }

  #sourceSpan([a, b]: Range): Span | null {
    const { start, end } = this.#text.words
    return b > a ? { start: start[a] as number, end: end[b - 1] as number } : null
  }
}

/** How a bracket inside a word turns it: "can[not]", "[un]safe"; null: not at all. */
function turnOf(draft: string, source: string): 'negation' | 'opposite' | null {
  if (isNegation(draft) !== isNegation(source)) return 'negation'
  return areOpposite(draft, source) ? 'opposite' : null
}

/** The words of a gap that are the speaker's: what is left are the page's own between them ("she said"). */
function lostIn(text: Text, [from, to]: Range): number[] {
  const all = Array.from({ length: to - from }, (_, i) => from + i)
  const kind = joinOf(text, from - 1, to)
  if (kind === 'apart') return all
  if (kind === 'statement') {
    const shared = statementsAt(text, from - 1).filter((i) => statementsAt(text, to).includes(i))
    return all.filter((w) => statementsAt(text, w).some((i) => shared.includes(i)))
  }
  if (kind === 'quotation') return all.filter((w) => (text.quotation?.[w] ?? -1) >= 0)
  return all
}

/**
 * How two words of a source belong together. `statement`: content of one statement; `quotation`: in quotations of one
 * block, of which it is not known that two speakers said them; `plain`: in no statement and no quotation, either;
 * `apart`: of different statements, or one the page's own words and one not.
 */
export function joinOf(text: Text, a: number, b: number): 'statement' | 'quotation' | 'plain' | 'apart' {
  const [x, y] = [statementsAt(text, a), statementsAt(text, b)]
  if (x.some((i) => y.includes(i))) return 'statement'
  const quoted = (w: number) => (text.quotation?.[w] ?? -1) >= 0
  const sameQuotation = quoted(a) && text.quotation?.[a] === text.quotation?.[b]
  if (sameQuotation) return 'quotation'
  if (x.length === 0 && y.length === 0) {
    if (text.quotation === null || (!quoted(a) && !quoted(b))) return 'plain'
    return quoted(a) && quoted(b) && text.block[a] === text.block[b] ? 'quotation' : 'apart'
  }
  if (text.block[a] !== text.block[b] || !quoted(a) || !quoted(b)) return 'apart'
  const { source } = text
  const [first, second] = [source.statements[x[0] ?? -1] ?? null, source.statements[y[0] ?? -1] ?? null]
  if (first === null || second === null) return 'quotation'
  return compareSpeakers(source, first, source, second) === 'other' ? 'apart' : 'quotation'
}
