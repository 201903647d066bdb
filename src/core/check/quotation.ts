import { wordRange } from '../anchor/index.js'
import type { Span, Statement } from '../model/index.js'
import { isTurn } from './changes.js'
import { lostAround } from './cut.js'
import { type Compared, compare, joinOf } from './difference.js'
import { exactMatches, type Match, matchIn, weightOf } from './match.js'
import { compareAt, type SameSpeaker } from './names.js'
import { type Part, type Quoted, quotedOf } from './quoted.js'
import { changeReason, lostReason, markReason } from './reasons.js'
import type { Candidate, Sources } from './sources.js'
import { statementsAt, type Text, textOf } from './texts.js'
import { misdated } from './times.js'
import {
  type Difference,
  type Draft,
  gravity,
  type Mark,
  type Nearest,
  type Place,
  type Verdict,
  type VerdictName,
} from './verdict.js'

/** Stretches of the sources that are looked at closely. */
const PLACES = 12
/** Places of the same words in one stretch, of which the one whose speaker fits is chosen. */
const SAME_WORDS = 4
/** Words that an ellipsis may stand for before what follows it is looked for elsewhere. */
const ELLIPSIS = 400
/** Less alike than this, weighed, a quotation is another one. Set on seed 1 of bench/check.mjs. */
const ALTERED = 0.55
/** The nearest places are shown from here. */
const NEAR = 0.25
/** Words in a row that were not found where the rest was and are looked for elsewhere. */
const STRETCH = 4
/** As alike must a stretch found elsewhere be: a splice is made of words that somebody did say. */
const SPLICED = 0.85

/** A quotation's parts as they stand in one source. */
interface Explanation {
  readonly text: Text
  /** By part; null: not found there. */
  readonly matches: readonly (Match | null)[]
  readonly similarity: number
}

/** Holds one quotation of the draft against the sources. Looks at a bounded number of places. */
export async function checkQuotation(
  draft: Draft,
  span: Span,
  statement: Statement | null,
  sources: Sources,
): Promise<Verdict> {
  const quoted = quotedOf(draft.reading.text, span)
  const judge = new Judge(draft, span, statement, quoted)
  const { parts } = quoted
  const main = heaviest(parts)
  if (main < 0) return judge.notFound([])
  const candidates = await sources.find((parts[main] as Part).keys, 'in-order', PLACES)
  const explanations = candidates.flatMap((candidate) => explain(parts, main, candidate))
  explanations.sort((a, b) => b.similarity - a.similarity)
  const verdicts = explanations
    .slice(0, PLACES)
    .filter(({ similarity }) => similarity >= ALTERED)
    .map((explanation) => judge.verdict(explanation))
  const best = bestOf(verdicts)
  if (best && (best.verdict !== 'altered' || !needsMore(best))) return best
  const spliced = explanations[0] ? await splice(explanations[0], parts, sources) : null
  if (spliced) return judge.spliced(spliced)
  return best ?? judge.notFound(explanations.filter(({ similarity }) => similarity >= NEAR).slice(0, 3))
}

const weightIn = ({ keys }: Part): number => keys.reduce((sum, key) => sum + weightOf(key), 0)

function heaviest(parts: readonly Part[]): number {
  let best = -1
  parts.forEach((part, i) => {
    if (best < 0 || weightIn(part) > weightIn(parts[best] as Part)) best = i
  })
  return best
}

/** The main part where the candidate is, the others before and after it, as far as they are near. */
function explain(parts: readonly Part[], main: number, { source, start, end }: Candidate): Explanation[] {
  const text = textOf(source)
  const part = parts[main] as Part
  const margin = 16 + (part.keys.length >> 2)
  const [from, to] = wordRange(text.words, start, end)
  const exact = exactMatches(text, part, from - margin, to + margin, SAME_WORDS)
  const mains = exact.length > 0 ? exact : [matchIn(text, part, from - margin, to + margin)]
  return mains.flatMap((match) => {
    if (!match) return []
    const matches: (Match | null)[] = parts.map(() => null)
    matches[main] = match
    let at = match.end
    for (let i = main + 1; i < parts.length; i++) {
      const next = good(matchIn(text, parts[i] as Part, at, at + ELLIPSIS))
      matches[i] = next
      if (next) at = next.end
    }
    at = match.first
    for (let i = main - 1; i >= 0; i--) {
      const next = good(matchIn(text, parts[i] as Part, at - ELLIPSIS, at))
      matches[i] = next
      if (next) at = next.first
    }
    return [{ text, matches, similarity: similarityOf(parts, matches) }]
  })
}

const good = (match: Match | null): Match | null => (match && match.similarity >= ALTERED ? match : null)

function similarityOf(parts: readonly Part[], matches: readonly (Match | null)[]): number {
  let all = 0
  let same = 0
  parts.forEach((part, i) => {
    const weight = weightIn(part)
    all += weight
    same += weight * (matches[i]?.similarity ?? 0)
  })
  return all === 0 ? 0 : same / all
}

/** The mildest verdict; of two alike the one whose speaker fits, then the likest. */
function bestOf(verdicts: readonly Verdict[]): Verdict | null {
  let best: Verdict | null = null
  const rank = ({ verdict, also, speaker, similarity }: Verdict) =>
    -(verdict === 'altered' || verdict === 'spliced' ? 100 * (1 - similarity) + 20 : gravity(verdict)) -
    0.1 * also.length +
    (speaker === 'same' ? 0.5 : speaker === 'other' ? -0.5 : 0)
  for (const verdict of verdicts) if (best === null || rank(verdict) > rank(best)) best = verdict
  return best
}

/** Whether so much of an altered quotation is the draft's alone that it may come from elsewhere. */
function needsMore({ difference }: Verdict): boolean {
  return difference.some(
    ({ how, draft }) => (how === 'added' || how === 'changed') && draft && draft.end - draft.start > 12,
  )
}

interface Piece {
  readonly match: Match
  readonly from: number
}

/** Looks elsewhere for the words of a quotation that were not found where the rest was. */
async function splice(explanation: Explanation, parts: readonly Part[], sources: Sources): Promise<Piece[] | null> {
  const pieces: Piece[] = []
  let all = 0
  let same = 0
  let apart = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part
    const match = explanation.matches[i] ?? null
    all += weightIn(part)
    const stretch = match ? strange(match) : ([0, part.keys.length] as const)
    if (!stretch) {
      if (match) {
        pieces.push({ match, from: 0 })
        same += match.same
      }
      continue
    }
    const elsewhere = await findPart(slicePart(part, stretch[0], stretch[1]), sources)
    if (!elsewhere) {
      if (match && match.similarity >= ALTERED) {
        pieces.push({ match, from: 0 })
        same += match.same
      }
      continue
    }
    apart++
    const add = (from: number, to: number) => {
      if (!match || to <= from) return
      const piece = matchIn(match.text, slicePart(part, from, to), match.first - 8, match.end + 8)
      if (!piece) return
      pieces.push({ match: piece, from })
      same += piece.same
    }
    add(0, stretch[0])
    pieces.push({ match: elsewhere, from: stretch[0] })
    same += elsewhere.same
    add(stretch[1], part.keys.length)
  }
  return apart > 0 && pieces.length > 1 && same / all >= SPLICED - 0.1 ? pieces : null
}

async function findPart(part: Part, sources: Sources): Promise<Match | null> {
  if (part.keys.length < STRETCH && weightIn(part) < 2) return null
  let best: Match | null = null
  for (const { source, start, end } of await sources.find(part.keys, 'in-order', PLACES)) {
    const text = textOf(source)
    const [from, to] = wordRange(text.words, start, end)
    const match = matchIn(text, part, from - 16, to + 16)
    if (match && match.similarity > (best?.similarity ?? 0)) best = match
  }
  return best && best.similarity >= SPLICED && best.same >= 1.5 ? best : null
}

/** The stretch of a match's words most of which are not the source's; null: there is none of at least `STRETCH` words. */
function strange({ part, steps }: Match): readonly [number, number] | null {
  const score = new Float64Array(part.keys.length)
  for (const { how, q } of steps) {
    for (let i = q[0]; i < q[1]; i++) score[i] = how === 'same' ? -2 * weightOf(part.keys[i] as string) : 1
  }
  let best: readonly [number, number] | null = null
  let bestSum = STRETCH - 0.5
  let sum = 0
  let from = 0
  for (let i = 0; i < score.length; i++) {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += score[i] as number
    if (sum > bestSum) {
      bestSum = sum
      best = [from, i + 1]
    }
  }
  return best
}

function slicePart({ keys, bare, spans, brackets }: Part, from: number, to: number): Part {
  return {
    keys: keys.slice(from, to),
    bare: bare.slice(from, to),
    spans: spans.slice(from, to),
    brackets: [...brackets.slice(from, to), null],
  }
}

/** Says what is to be said of one quotation. */
class Judge {
  readonly #draft: Draft
  readonly #span: Span
  readonly #statement: Statement | null
  readonly #quoted: Quoted

  constructor(draft: Draft, span: Span, statement: Statement | null, quoted: Quoted) {
    this.#draft = draft
    this.#span = span
    this.#statement = statement
    this.#quoted = quoted
  }

  /** Of a quotation all of whose parts are in one source, well or badly. */
  verdict({ text, matches, similarity }: Explanation): Verdict {
    const found = matches.filter((match) => match !== null)
    const compared = found.map((match) => compare(this.#draft, match, 0))
    const gap = compared.find((one) => one.gap !== null)?.gap ?? null
    const apart = found.some((match, i) => {
      const next = found[i + 1]
      return next !== undefined && joinOf(text, match.end - 1, next.first) === 'apart'
    })
    const missing = found.length < matches.length
    const seam = compared.some(({ changes }) => changes.length > 0) ? null : this.#seam(found)
    const places = [placeOf(text, found[0]?.first ?? 0, found.at(-1)?.end ?? 0)]
    const difference = this.#withMissing(compared, matches)
    const marks = this.#marks(compared, found)
    const changes = difference.filter(({ kinds }) => kinds.length > 0)
    const speaker = this.#speakerAt(found)
    const splicedWhy =
      gap !== null
        ? `The draft runs two parts together over words that the source has between them: “${shorten(text.source.reading.text.slice(gap.start, gap.end))}”.`
        : apart
          ? 'The parts on either side of the ellipsis are from different statements.'
          : seam
    const common = {
      span: this.#span,
      statement: this.#statement,
      places,
      difference,
      marks,
      speaker,
      nearest: [],
      similarity,
    }
    const reasons: string[] = []
    const names: VerdictName[] = []
    if (splicedWhy && !missing) {
      names.push('spliced')
      reasons.push(splicedWhy)
      if (
        changes.some(
          ({ kinds, source }) =>
            kinds.length > 0 && !(gap && source && source.start >= gap.start && source.end <= gap.end),
        )
      )
        names.push('altered')
    } else if (changes.length > 0) names.push('altered')
    reasons.push(...changeReasons(changes, this.#draft, places))
    if (speaker === 'other') {
      names.push('other-speaker')
      reasons.push(this.#speakerReason(text, found))
    }
    const said = text.source.statements[statementsAt(text, found[0]?.first ?? 0)[0] ?? -1] ?? null
    const when = misdated(this.#statement, text.source, said)
    if (when) {
      names.push('misdated')
      reasons.push(when)
    }
    const lost =
      changes.length > 0 || splicedWhy
        ? null
        : lostAround(text, found[0]?.first ?? 0, found.at(-1)?.end ?? 0, this.#draft, this.#span)
    if (lost) {
      names.push('cut')
      reasons.push(lostReason(lost.what, text.source.reading.text.slice(lost.span.start, lost.span.end)))
    }
    if (names.length === 0) names.push(marks.length > 0 ? 'marks' : 'verbatim')
    if (marks.length > 0) reasons.push(markReason(marks))
    const [verdict, ...also] = names as [VerdictName, ...VerdictName[]]
    if (speaker === 'not-settled' && this.#statement) reasons.push(this.#unsettledReason(said))
    return { ...common, verdict, also, reasons }
  }

  spliced(pieces: readonly Piece[]): Verdict {
    const compared = pieces.map(({ match }, i) => compare(this.#draft, match, i))
    const places = pieces.map(({ match }) => placeOf(match.text, match.first, match.end))
    const difference = compared.flatMap((one) => one.difference)
    const changes = difference.filter(({ kinds }) => kinds.length > 0)
    const speakers = pieces.map(({ match }) => compareAt(this.#draft, this.#statement, match.text, match.first))
    const speaker: SameSpeaker = speakers.includes('other')
      ? 'other'
      : speakers.every((one) => one === 'same')
        ? 'same'
        : 'not-settled'
    const names = new Set(places.map(({ source }) => source.name))
    const reasons = [
      names.size > 1
        ? `Its ${pieces.length} parts are from ${names.size} pages: ${[...names].join(', ')}.`
        : `Its ${pieces.length} parts are from different places of the page.`,
      ...changeReasons(changes, this.#draft, places),
    ]
    const also: VerdictName[] = []
    if (changes.length > 0) also.push('altered')
    if (speaker === 'other') {
      also.push('other-speaker')
      reasons.push('A part of it was said by another.')
    }
    let all = 0
    let same = 0
    for (const { match } of pieces) {
      same += match.same
      all += weightIn(match.part)
    }
    return {
      verdict: 'spliced',
      also,
      span: this.#span,
      statement: this.#statement,
      places,
      difference,
      marks: this.#marks(compared, []),
      speaker,
      reasons,
      nearest: [],
      similarity: all === 0 ? 0 : same / all,
    }
  }

  notFound(explanations: readonly Explanation[]): Verdict {
    const nearest = explanations.map(({ text, matches, similarity }): Nearest => {
      const found = matches.filter((match) => match !== null)
      return { ...placeOf(text, found[0]?.first ?? 0, found.at(-1)?.end ?? 0), similarity }
    })
    const [first] = nearest
    return {
      verdict: 'not-found',
      also: [],
      span: this.#span,
      statement: this.#statement,
      places: [],
      difference: [],
      marks: [],
      speaker: 'not-settled',
      reasons: [
        first
          ? `No place has these words; the nearest is alike to ${Math.floor(first.similarity * 100)} %.`
          : 'No place in the sources has these words, or words near to them.',
      ],
      nearest,
      similarity: first?.similarity ?? 0,
    }
  }

  /** Where two speakers' words are run together without a word between them. */
  #seam(found: readonly Match[]): string | null {
    for (const { text, steps } of found) {
      for (const { how, w } of steps) {
        if (how !== 'same') continue
        for (let i = w[0] + 1; i < w[1]; i++) {
          if (text.statement[i] === text.statement[i - 1]) continue
          if (text.quotation?.[i] === text.quotation?.[i - 1]) continue
          const [a, b] = [statementsAt(text, i - 1), statementsAt(text, i)]
          if (a.length === 0 || b.length === 0 || a.some((s) => b.includes(s))) continue
          if (joinOf(text, i - 1, i) === 'apart' && text.block[i] === text.block[i - 1])
            return 'It runs two statements together.'
        }
      }
    }
    return null
  }

  #withMissing(compared: readonly Compared[], matches: readonly (Match | null)[]): Difference[] {
    const out: Difference[] = []
    let next = 0
    matches.forEach((match, i) => {
      const part = this.#quoted.parts[i] as Part
      if (match) out.push(...(compared[next++]?.difference ?? []))
      else {
        const draft = { start: part.spans[0]?.start ?? 0, end: part.spans.at(-1)?.end ?? 0 }
        out.push({ how: 'added', draft, source: null, place: 0, kinds: ['words'] })
      }
    })
    return out
  }

  #marks(compared: readonly Compared[], found: readonly Match[]): Mark[] {
    const marks = new Set<Mark>()
    for (const one of compared) for (const mark of one.marks) marks.add(mark)
    const { text } = this.#draft.reading
    for (let i = 1; i < found.length; i++) {
      const [a, b] = [found[i - 1] as Match, found[i] as Match]
      // The source may have the same ellipsis itself.
      const own = text.slice(a.part.spans.at(-1)?.end, b.part.spans[0]?.start)
      const other = a.text.words.text.slice(a.text.words.end[a.end - 1], b.text.words.start[b.first])
      if (own !== other) marks.add('ellipsis')
    }
    return [...marks]
  }

  #speakerAt(found: readonly Match[]): SameSpeaker {
    const all = found.map(({ text, first, end }) => {
      const at = compareAt(this.#draft, this.#statement, text, first)
      return at === 'same' ? at : compareAt(this.#draft, this.#statement, text, end - 1) === 'same' ? 'same' : at
    })
    return all.includes('other') ? 'other' : all.includes('same') ? 'same' : 'not-settled'
  }

  #speakerReason(text: Text, found: readonly Match[]): string {
    const i = statementsAt(text, found[0]?.first ?? 0)[0] ?? -1
    const theirs = text.source.statements[i]?.mention
    const own = this.#statement?.mention
    const name = (span: Span | null | undefined, whole: string) =>
      span ? `“${shorten(whole.slice(span.start, span.end))}”` : 'nobody'
    return `The draft gives it to ${name(own, this.#draft.reading.text)}, the source to ${name(theirs, text.source.reading.text)}.`
  }

  #unsettledReason(theirs: Statement | null): string {
    if (!theirs) return 'Whether it is this speaker’s is not settled: no statement was found there.'
    if (!theirs.mention) return 'Whether it is this speaker’s is not settled: the source does not say whose it is.'
    return 'Whether it is this speaker’s is not settled: the names do not tell.'
  }
}

function changeReasons(changes: readonly Difference[], draft: Draft, places: readonly Place[]): string[] {
  const slice = (text: string, span: Span | null) => (span ? shorten(text.slice(span.start, span.end)) : null)
  const rows = changes.map((change) => ({
    turns: change.kinds.some(isTurn),
    reason: changeReason(
      change,
      slice(draft.reading.text, change.draft),
      slice(places[change.place]?.source.reading.text ?? '', change.source),
    ),
  }))
  return [...rows.filter(({ turns }) => turns), ...rows.filter(({ turns }) => !turns)]
    .slice(0, 8)
    .map(({ reason }) => reason)
}

/** Words for a message, on one line, cut where they are long. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= 120) return line
  return `${line.slice(0, 118).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The place of the words [first, end) of a source. */
export function placeOf({ source, words, ...text }: Text, first: number, end: number): Place {
  const i = statementsAt({ source, words, ...text }, first)[0]
  return {
    source,
    span: { start: words.start[first] ?? 0, end: words.end[Math.max(first, end - 1)] ?? 0 },
    statement: i === undefined ? null : (source.statements[i] ?? null),
  }
}
