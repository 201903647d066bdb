import { wordsOf } from '../anchor/index.js'
import type { Span, Statement } from '../model/index.js'
import { blockQuotationsOf } from './block-quotations.js'
import { checkReport } from './indirect.js'
import { checkQuotation } from './quotation.js'
import type { Sources } from './sources.js'
import type { Checked, Draft, PassedOver, Verdict } from './verdict.js'

/** What a check does besides. */
export interface CheckOptions {
  /** Whether statements without quotation marks are judged too; true unless given. */
  readonly reports?: boolean
  /** Called after each verdict, in the order of the draft. */
  readonly onVerdict?: (done: number, of: number) => void
}

/** Words that stand in quotation marks and are nobody's are checked from so many on: fewer are a title or a byword. */
const NOBODYS = 5
/** A longer quotation is checked in stretches of so many words, each with a verdict of its own. */
const LONGEST = 1_500

/**
 * Holds every quotation and every attributed statement of a draft against the sources. Pure: the same draft and sources
 * give the same verdicts. Work on each quotation is bounded, so a draft takes time in proportion to its quotations.
 */
export async function check(draft: Draft, sources: Sources, options: CheckOptions = {}): Promise<Checked> {
  const verdicts: Verdict[] = []
  const passedOver: PassedOver[] = []
  const items = itemsOf(draft, options.reports ?? true, passedOver)
  let done = 0
  for (const { span, statement, as } of items) {
    const verdict =
      as === 'report' && statement !== null
        ? await checkReport(draft, statement, sources)
        : await checkQuotation(draft, span, statement, sources)
    if (as === 'block' && verdict.verdict === 'not-found')
      passedOver.push({ span, why: 'a block quotation that no source has: it may be the draft’s own words' })
    else verdicts.push(verdict)
    options.onVerdict?.(++done, items.length)
  }
  return { draft, verdicts, passedOver }
}

interface Item {
  readonly span: Span
  readonly statement: Statement | null
  /** A block is set off as a quotation is, but what it sets off may be the draft's own as well. */
  readonly as: 'quotation' | 'block' | 'report'
}

function itemsOf(draft: Draft, reports: boolean, passedOver: PassedOver[]): Item[] {
  const { reading, statements } = draft
  const items: Item[] = []
  const blocks = new Set(blockQuotationsOf(draft))
  const quotations = [...draft.quotations, ...blocks].sort((a, b) => a.start - b.start)
  const owner = ownersOf(quotations, statements)
  quotations.forEach((quotation, i) => {
    const statement = owner[i] ?? null
    const words = wordsOf(reading.text, quotation.start, quotation.end)
    const n = words.key.length
    if (n === 0) return
    if (statement === null && n < NOBODYS) {
      passedOver.push({
        span: quotation,
        why: `nobody is said to have said it, and it has fewer than ${NOBODYS} words`,
      })
      return
    }
    for (let from = 0; from < n; from += LONGEST) {
      const to = Math.min(n, from + LONGEST)
      const span = {
        start: from === 0 ? quotation.start : (words.start[from] as number),
        end: to === n ? quotation.end : (words.end[to - 1] as number),
      }
      items.push({ span, statement, as: blocks.has(quotation) ? 'block' : 'quotation' })
    }
  })
  const owned = new Set(owner)
  for (const statement of statements) {
    if (owned.has(statement) || statement.content.length === 0 || isQuoted(statement, quotations)) continue
    const span = { start: statement.content[0]?.start ?? 0, end: statement.content.at(-1)?.end ?? 0 }
    if (!reports) passedOver.push({ span, why: 'it is given in the draft’s own words, which were not to be judged' })
    else items.push({ span, statement, as: 'report' })
  }
  return items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Whether all of a statement stands in quotation marks, where it is checked word by word and is not the draft's own. */
function isQuoted({ content }: Statement, quotations: readonly Span[]): boolean {
  return content.every(({ start, end }) => {
    let [low, high] = [0, quotations.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((quotations[middle] as Span).end + SIGNS < end) low = middle + 1
      else high = middle
    }
    const quotation = quotations[low]
    return quotation !== undefined && quotation.start - SIGNS <= start
  })
}

/** Signs between a quotation's words and its marks that a statement's content may leave out. */
const SIGNS = 2

/** By quotation: the innermost statement that has all of it; where none has, the one that has most. Linear but for sorting. */
function ownersOf(quotations: readonly Span[], statements: readonly Statement[]): (Statement | null)[] {
  const spans = statements
    .flatMap((statement) => statement.content.map((span) => ({ ...span, statement })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const out: (Statement | null)[] = []
  let next = 0
  let open: typeof spans = []
  for (const quotation of quotations) {
    while (next < spans.length && (spans[next]?.start ?? 0) < quotation.end) {
      const span = spans[next++]
      if (span) open.push(span)
    }
    // Reports within reports go a few levels deep; more than that at once is noise.
    open = open.filter(({ end }) => end > quotation.start).slice(-16)
    out.push(ownerAmong(open, quotation))
  }
  return out
}

/** A statement inside the quotation ("the board knew that …") is what the speaker tells of, not who speaks. */
function ownerAmong(open: readonly (Span & { readonly statement: Statement })[], quotation: Span): Statement | null {
  const whole = quotation.end - quotation.start
  let best: Statement | null = null
  let [most, least] = [0, 0]
  for (const { start, end, statement } of open) {
    const shared = Math.min(end, quotation.end) - Math.max(start, quotation.start)
    if (shared * 2 <= whole) continue
    const has = whole - shared <= SIGNS ? whole : shared
    if (best !== null && (has < most || (has === most && end - start >= least))) continue
    best = statement
    ;[most, least] = [has, end - start]
  }
  return best
}
