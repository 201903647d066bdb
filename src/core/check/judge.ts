import { wordRange } from '../anchor/index.js'
import type { Span, Statement } from '../model/index.js'
import { isTurn, kindsOf } from './changes.js'
import { type Lost, lostAround, lostTeller } from './cut.js'
import { type Compared, compare, joinOf } from './difference.js'
import type { Explanation } from './explain.js'
import type { Match } from './match.js'
import { compareAt, type SameSpeaker } from './names.js'
import type { Part, Quoted } from './quoted.js'
import { bracketReason, changeReason, lostReason, markReason, shorten } from './reasons.js'
import type { Splice } from './splice.js'
import { statementsAt, type Text, wordsOfReading } from './texts.js'
import { misdated } from './times.js'
import type { Difference, Draft, Mark, Nearest, Place, Verdict, VerdictName } from './verdict.js'

/** Says what is to be said of one quotation. */
export class Judge {
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
    const lost = changes.length > 0 || splicedWhy ? null : this.#lost(text, found)
    if (lost) {
      names.push('cut')
      reasons.push(lostReason(lost.what, text.source.reading.text.slice(lost.span.start, lost.span.end)))
    }
    if (names.length === 0) names.push(marks.length > 0 ? 'marks' : 'verbatim')
    if (marks.length > 0) reasons.push(markReason(marks), ...bracketReasons(difference, this.#draft, places))
    const [verdict, ...also] = names as [VerdictName, ...VerdictName[]]
    if (speaker === 'not-settled' && this.#statement) reasons.push(this.#unsettledReason(said))
    return { ...common, verdict, also, reasons }
  }

  #lost(text: Text, found: readonly Match[]): Lost | null {
    const [first, end] = [found[0]?.first ?? 0, found.at(-1)?.end ?? 0]
    return (
      lostTeller(text, first, end, this.#draft, this.#statement) ??
      lostAround(text, first, end, this.#draft, this.#span)
    )
  }

  spliced({ matches, loose, similarity }: Splice): Verdict {
    const compared = matches.map((match, i) => compare(this.#draft, match, i))
    const places = matches.map((match) => placeOf(match.text, match.first, match.end))
    const words = wordsOfReading(this.#draft.reading)
    const added = loose.map((span): Difference => {
      const range = wordRange(words, span.start, span.end)
      return {
        how: 'added',
        draft: span,
        source: null,
        place: 0,
        kinds: kindsOf({ words, range }, { words, range: [0, 0] }),
      }
    })
    const difference = [...compared.flatMap((one) => one.difference), ...added].sort((a, b) => startOf(a) - startOf(b))
    const changes = difference.filter(({ kinds }) => kinds.length > 0)
    const speakers = matches.map((match) => compareAt(this.#draft, this.#statement, match.text, match.first))
    const speaker: SameSpeaker = speakers.includes('other')
      ? 'other'
      : speakers.every((one) => one === 'same')
        ? 'same'
        : 'not-settled'
    const names = new Set(places.map(({ source }) => source.name))
    const reasons = [
      names.size > 1
        ? `Its ${matches.length} parts are from ${names.size} pages: ${[...names].join(', ')}.`
        : `Its ${matches.length} parts are from different places of the page.`,
      ...changeReasons(changes, this.#draft, places),
    ]
    const also: VerdictName[] = []
    if (changes.length > 0) also.push('altered')
    if (speaker === 'other') {
      also.push('other-speaker')
      reasons.push('A part of it was said by another.')
    }
    return {
      verdict: 'spliced',
      also,
      span: this.#span,
      statement: this.#statement,
      places,
      difference,
      marks: [...new Set(compared.flatMap((one) => [...one.marks]))],
      speaker,
      reasons,
      nearest: [],
      similarity,
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

/** A left-out stretch has no place in the draft; it goes with what is before it. */
const startOf = ({ draft }: Difference): number => draft?.start ?? -1

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

/** Of the brackets that only explain, what they have; "[sic]" has nothing of its own. */
function bracketReasons(difference: readonly Difference[], { reading }: Draft, places: readonly Place[]): string[] {
  return difference.slice(0, 64).flatMap(({ how, draft, source, place }) => {
    if (how !== 'marked' || draft === null) return []
    const words = shorten(reading.text.slice(draft.start, draft.end))
    if (/^sic\b/i.test(words)) return []
    const text = places[place]?.source.reading.text ?? ''
    return [bracketReason(words, source && shorten(text.slice(source.start, source.end)))]
  })
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
