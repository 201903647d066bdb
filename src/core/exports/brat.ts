import { ACTS, type Span } from '../model/index.js'
import { CodePoints } from './code-points.js'
import type { PageRecord } from './record.js'

/** The types of brat's text-bound annotations that the export makes, and the relation from a content to each. */
export const BRAT_TYPES = {
  cue: ['Cue', 'CarriedBy'],
  mention: ['Mention', 'SaidBy'],
  addressee: ['Addressee', 'SaidTo'],
  medium: ['Medium', 'SaidIn'],
  when: ['Time', 'SaidAt'],
  hedges: ['Hedge', 'HedgedBy'],
} as const

/**
 * A record as a brat standoff file (`.ann`) over the reading's text, which must stand beside it in a `.txt` of the same
 * name, unchanged. Each statement is a `Content` (T), discontinuous where it is broken, with relations (R) to its cue,
 * mention and the rest and to the content that reports it (`Within`), attributes (A) for act, quotation and negation,
 * and its speaker's name in a note (#). Offsets count Unicode code points. brat cannot annotate across a line end, so a
 * span that does is written in fragments.
 */
export function toBrat({ reading: { text }, statements, speakers }: PageRecord): string {
  const points = new CodePoints(text)
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  const lines: string[] = []
  const numbers: Record<'T' | 'R' | 'A' | '#', number> = { T: 0, R: 0, A: 0, '#': 0 }
  const put = (kind: keyof typeof numbers, data: string): string => {
    const id = `${kind}${++numbers[kind]}`
    lines.push(`${id}\t${data}\n`)
    return id
  }
  const shared = new Map<string, string>()
  const putText = (type: string, spans: readonly Span[], share: boolean): string | null => {
    const fragments = spans.flatMap((span) => fragmentsOf(text, span))
    if (fragments.length === 0) return null
    const at = fragments.map(({ start, end }) => `${points.pointsAt(start)} ${points.pointsAt(end)}`).join(';')
    const data = `${type} ${at}\t${fragments.map(({ start, end }) => text.slice(start, end)).join(' ')}`
    const known = share ? shared.get(data) : undefined
    if (known !== undefined) return known
    const id = put('T', data)
    shared.set(data, id)
    return id
  }

  const contents = new Map<string, string>()
  for (const { id, content } of statements) {
    const put = putText('Content', content, false)
    if (put !== null) contents.set(id, put)
  }
  for (const statement of statements) {
    const content = contents.get(statement.id)
    if (content === undefined) continue
    const relate = (type: string, to: string | null | undefined) => {
      if (to !== null && to !== undefined) put('R', `${type} Arg1:${content} Arg2:${to}`)
    }
    for (const [role, [type, relation]] of Object.entries(BRAT_TYPES) as [
      keyof typeof BRAT_TYPES,
      [string, string],
    ][]) {
      const value = statement[role]
      const spans: readonly Span[] =
        value === null ? [] : 'span' in value ? [value.span] : 'start' in value ? [value] : value
      for (const span of spans) relate(relation, putText(type, [span], true))
    }
    if (statement.within !== null) relate('Within', contents.get(statement.within))
    put('A', `Act ${content} ${statement.act}`)
    put('A', `Quotation ${content} ${statement.quotation}`)
    if (statement.negated) put('A', `Negated ${content}`)
    const name = statement.speaker === null ? undefined : names.get(statement.speaker)
    if (name !== undefined) put('#', `AnnotatorNotes ${content}\tspeaker: ${name.replace(LINE_END, ' ')}`)
  }
  return lines.join('')
}

/** What Python's `splitlines` ends a line at; brat reads its files line by line with it. */
const LINE_END = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]+/g

/** The parts of a span between line ends, those without a word left out. */
function fragmentsOf(text: string, { start, end }: Span): Span[] {
  const fragments: Span[] = []
  const put = (from: number, to: number) => {
    if (text.slice(from, to).trim() !== '') fragments.push({ start: from, end: to })
  }
  let from = start
  for (const match of text.slice(start, end).matchAll(LINE_END)) {
    put(from, start + match.index)
    from = start + match.index + match[0].length
  }
  put(from, end)
  return fragments
}

/** brat's `annotation.conf` for the files that `toBrat` writes. */
export const BRAT_CONFIGURATION = [
  '[entities]',
  'Content',
  ...Object.values(BRAT_TYPES).map(([type]) => type),
  '',
  '[relations]',
  ...Object.values(BRAT_TYPES).map(([type, relation]) => `${relation}\tArg1:Content, Arg2:${type}`),
  'Within\tArg1:Content, Arg2:Content',
  '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
  '',
  '[events]',
  '',
  '[attributes]',
  `Act\tArg:Content, Value:${ACTS.map(({ name }) => name).join('|')}`,
  'Quotation\tArg:Content, Value:direct|indirect|mixed',
  'Negated\tArg:Content',
  '',
].join('\n')
