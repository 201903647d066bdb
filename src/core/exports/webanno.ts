import type { Span, Statement } from '../model/index.js'
import type { PageRecord } from './record.js'
import { sentencesOf } from './webanno-text.js'

/** The span layer of the export. INCEpTION names a custom layer `webanno.custom.` and what it was called when made. */
export const WEBANNO_SPANS = 'webanno.custom.Attribution'

/** The relation layer of the export, from the first piece of a statement's content to all else. */
export const WEBANNO_LINKS = 'webanno.custom.AttributionLink'

/** The features of the span layer, in the order of their columns. All but `role` stand on the first piece of content. */
export const WEBANNO_FEATURES = ['role', 'act', 'negated', 'quotation', 'speaker'] as const

/** An annotation of the span layer. */
interface Annotation {
  readonly number: number
  readonly features: readonly (string | null)[]
  /** Links that end here: the number and unit of where they begin, and what they say. */
  readonly links: { readonly from: Annotation; readonly role: string }[]
  /** The unit that stands for it: its first token. */
  unit: string
}

/**
 * A record as WebAnno TSV 3.3, the form in which INCEpTION takes in and gives out annotated texts. Its offsets count
 * UTF-16 code units. Each piece of a statement (content, cue, mention, addressee, medium, time, hedge) is an annotation
 * of one span layer with a `role`; relations lead from the first piece of content to the others, and from the content of
 * the statement that reports it (`within`). The project must have both layers (docs/exports.md). White space between
 * sentences is not kept by the format, and none at the edges of a span; a text without words has no such file.
 */
export function toWebAnno({ reading: { text, blocks }, statements, speakers }: PageRecord): string {
  const pieces: { readonly span: Span; readonly annotation: Annotation }[] = []
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  const put = (span: Span | null, role: string, features: readonly (string | null)[] = []): Annotation | null => {
    const trimmed = span && trim(text, span)
    if (!trimmed) return null
    const columns = WEBANNO_FEATURES.map((_, i) => (i === 0 ? role : (features[i - 1] ?? null)))
    const annotation: Annotation = { number: pieces.length + 1, features: columns, links: [], unit: '' }
    pieces.push({ span: trimmed, annotation })
    return annotation
  }
  const anchors = new Map<string, Annotation>()
  for (const statement of statements) {
    const name = statement.speaker === null ? null : (names.get(statement.speaker) ?? null)
    const anchor = putStatement(statement, name, put)
    if (anchor) anchors.set(statement.id, anchor)
  }
  for (const { id, within } of statements) {
    const [inner, outer] = [anchors.get(id), within === null ? undefined : anchors.get(within)]
    if (inner && outer) inner.links.push({ from: outer, role: 'within' })
  }

  const edges = new Set(pieces.flatMap(({ span }) => [span.start, span.end]))
  const sentences = sentencesOf(text, blocks, edges)
  const units = new Map<number, Annotation[]>()
  const starts = sentences.flatMap(({ tokens }) => tokens.map(({ start }) => start))
  for (const { span, annotation } of pieces) {
    for (let i = firstFrom(starts, span.start); i < starts.length && (starts[i] as number) < span.end; i++) {
      const on = units.get(starts[i] as number)
      if (on) on.push(annotation)
      else units.set(starts[i] as number, [annotation])
    }
  }
  const first = new Set<Annotation>()
  sentences.forEach(({ tokens }, i) => {
    tokens.forEach(({ start }, j) => {
      for (const annotation of units.get(start) ?? []) {
        if (first.has(annotation)) continue
        first.add(annotation)
        annotation.unit = `${i + 1}-${j + 1}`
      }
    })
  })

  const header = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[WEBANNO_SPANS, ...WEBANNO_FEATURES].join('|')}`,
    `#T_RL=${WEBANNO_LINKS}|role|BT_${WEBANNO_SPANS}`,
    '',
  ]
  const body = sentences.map(({ start, end, id, tokens }, i) => {
    const lines = ['', `#Sentence.id=${id}`]
    for (const line of text.slice(start, end).split('\n')) lines.push(`#Text=${escapedText(line)}`)
    tokens.forEach((token, j) => {
      const unit = `${i + 1}-${j + 1}`
      const on = units.get(token.start) ?? []
      const columns = WEBANNO_FEATURES.map((_, n) =>
        on.map(({ features, number }) => `${escapedValue(features[n] ?? null)}[${number}]`).join('|'),
      )
      const links = on
        .filter((annotation) => annotation.unit === unit)
        .flatMap((to) => to.links.map((link) => ({ to, ...link })))
      columns.push(links.map(({ role }) => role).join('|'))
      columns.push(links.map(({ from, to }) => `${from.unit}[${from.number}_${to.number}]`).join('|'))
      const cells = [unit, `${token.start}-${token.end}`, text.slice(token.start, token.end)]
      lines.push([...cells, ...columns.map((column) => column || '_'), ''].join('\t'))
    })
    return lines
  })
  return `${[...header, ...body.flat()].join('\n')}\n`
}

function putStatement(
  statement: Statement,
  name: string | null,
  put: (span: Span | null, role: string, features?: readonly (string | null)[]) => Annotation | null,
): Annotation | null {
  const { content, act, negated, quotation } = statement
  let anchor: Annotation | null = null
  const link = (to: Annotation | null, role: string) => {
    if (anchor && to) to.links.push({ from: anchor, role })
  }
  for (const span of content) {
    if (anchor) link(put(span, 'content'), 'content')
    else anchor = put(span, 'content', [act, String(negated), quotation, name])
  }
  if (!anchor) return null
  link(put(statement.cue, 'cue'), 'cue')
  link(put(statement.mention, 'mention'), 'mention')
  link(put(statement.addressee, 'addressee'), 'addressee')
  link(put(statement.medium, 'medium'), 'medium')
  link(put(statement.when?.span ?? null, 'time'), 'time')
  for (const hedge of statement.hedges) link(put(hedge, 'hedge'), 'hedge')
  return anchor
}

/** The span without white space at its edges; null: it is nothing else. */
function trim(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}

/** Index of the first number of an ascending list that is `at` or more. */
function firstFrom(list: readonly number[], at: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '\t': 't', '\f': 'f', '\r': 'r', '\b': 'b' }

/** A line of text as INCEpTION writes it: controls but VT behind a backslash, some by a letter. */
function escapedText(line: string): string {
  return line.replace(/[\0-\x08\t\f\r\x0e-\x1f\\]/g, (character) => `\\${TEXT_ESCAPES[character] ?? character}`)
}

/** A feature's value as INCEpTION writes it; `*`: none. */
function escapedValue(value: string | null): string {
  if (value === null || value === '') return '*'
  const line = value.replace(/[\r\v\f]/g, ' ').replace(/->|[\\[\]|_;*]/g, '\\$&')
  return line.replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}
