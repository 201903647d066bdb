import { OnrecordError, type Span, span } from '../model/index.js'
import { actOf, type GoldDocument, type GoldStatement, joined, quotationOf, refuseGold } from './gold.js'
import { WEBANNO_LINKS, WEBANNO_SPANS } from './webanno.js'

/** Where the columns of the two layers stand, behind the three of every line. */
interface Columns {
  readonly count: number
  readonly spans: ReadonlyMap<string, number>
  readonly links: ReadonlyMap<string, number>
}

/** An annotation of the span layer, as far as it is known. */
interface Annotation {
  start: number
  end: number
  readonly features: Map<string, string>
}

/**
 * An annotated text from WebAnno TSV 3 (3.2, 3.3) with the layers that `toWebAnno` writes, as it was or as INCEpTION gave
 * it out again, in any order of layers, columns and relations; other layers are passed over. Each `content` that no
 * relation of role `content` leads to is a statement, in the order of the text. White space between sentences, which the
 * format does not keep, becomes line ends between blocks and spaces within one where the sentences have the ids of
 * `toWebAnno`, else what INCEpTION makes of it: a line end, and spaces after it. Offsets are right either way.
 *
 * @param id names the document, which the format does not
 * @throws OnrecordError `gold-invalid`
 */
export function fromWebAnno(tsv: string, id: string): GoldDocument {
  const lines = tsv.split(/\r?\n/)
  const place = (i: number) => `${id}, line ${i + 1},`
  if (!/^#FORMAT=WebAnno TSV 3\.[23]$/.test(lines[0] ?? '')) refuseGold(place(0), 'is not "#FORMAT=WebAnno TSV 3.3"')
  const columns = columnsOf(lines)
  // A false offset must not be able to fill the memory with white space.
  const furthest = tsv.length * WHITEST
  const annotations = new Map<string, Annotation>()
  const links: { readonly from: string; readonly to: string; readonly role: string }[] = []
  const onUnit = new Map<string, string[]>()
  const pending: (() => void)[] = []
  let text = ''
  let header: { id: string | null; lines: string[] } | null = null
  let block: string | null = null

  lines.forEach((line, i) => {
    if (line.startsWith('#Text=')) {
      header ??= { id: null, lines: [] }
      header.lines.push(unescapedText(line.slice('#Text='.length)))
    } else if (line.startsWith('#Sentence.id=')) {
      header = { id: line.slice('#Sentence.id='.length), lines: [] }
    } else if (/^\d+-\d/.test(line)) {
      const cells = line.split('\t')
      if (cells.length < 3 + columns.count)
        refuseGold(place(i), `has ${cells.length} columns, not ${3 + columns.count}`)
      const match = /^(\d{1,12})-(\d{1,12})$/.exec(cells[1] ?? '')
      const [start, end] = match ? [Number(match[1]), Number(match[2])] : refuseGold(place(i), 'has no BEGIN-END')
      if (header) {
        const own = /^b\d+(?=s\d+$)/.exec(header.id ?? '')?.[0] ?? null
        if (start < text.length) refuseGold(place(i), 'begins before the end of the sentence before it')
        if (start > furthest)
          refuseGold(place(i), `begins at ${start}, further on than the text of such a file can be long`)
        text += gap(start - text.length, text === '', own, block) + header.lines.join('\n')
        block = own
        header = null
      }
      if (end > text.length) refuseGold(place(i), 'ends after its sentence')
      readUnit(cells, { start, end }, place(i))
    }
  })
  for (const act of pending) act()
  return { id, text, statements: statementsOf(annotations, links, text, id) }

  function readUnit(cells: readonly string[], unit: Span, where: string): void {
    const name = cells[0] as string
    const here: string[] = []
    for (const [feature, column] of columns.spans) {
      split(cells[3 + column] ?? '_').forEach((cell, n) => {
        const [value, number] = numbered(cell)
        const key = here[n] ?? (number === null ? `${name}/${n}` : number)
        here[n] = key
        const known = annotations.get(key)
        if (!known) annotations.set(key, { ...unit, features: new Map([[feature, value]]) })
        else {
          known.end = Math.max(known.end, unit.end)
          if (!known.features.has(feature)) known.features.set(feature, value)
        }
      })
    }
    onUnit.set(name, here)
    const roles = split(cells[3 + (columns.links.get('role') ?? columns.count)] ?? '_')
    const sources = split(cells[3 + (columns.links.get(BASE) ?? columns.count)] ?? '_')
    sources.forEach((cell, n) => {
      const match = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(cell) ?? refuseGold(where, `"${cell}" is no relation`)
      pending.push(() => {
        const endOf = (unitName: string, number: string | undefined) =>
          number !== undefined && number !== '0' ? number : (onUnit.get(unitName)?.[0] ?? '')
        const link = {
          from: endOf(match[1] as string, match[2]),
          to: endOf(name, match[3]),
          role: unescapedValue(roles[n] ?? ''),
        }
        if (!annotations.has(link.from) || !annotations.has(link.to)) refuseGold(where, `"${cell}" leads nowhere`)
        links.push(link)
      })
    })
  }
}

/** White space that a text may have for each character that the file has. */
const WHITEST = 64

/** The name under which the column of where a relation begins is kept. */
const BASE = 'BT'

function columnsOf(lines: readonly string[]): Columns {
  const spans = new Map<string, number>()
  const links = new Map<string, number>()
  let count = 0
  for (const line of lines.slice(1)) {
    const match = /^#T_(?:SP|RL|CH)=(.*)$/.exec(line)
    if (!match) break
    const [layer, ...features] = (match[1] as string).split('|')
    const into = layer === WEBANNO_SPANS ? spans : layer === WEBANNO_LINKS ? links : null
    // A layer without features has one column all the same.
    for (const feature of features.length > 0 ? features : [''])
      into?.set(/^BT_/.test(feature) ? BASE : feature, count++)
    if (!into) count += Math.max(1, features.length)
  }
  return { count, spans, links }
}

/** What stood between two sentences, of which only the length is known. */
function gap(length: number, atStart: boolean, block: string | null, before: string | null): string {
  if (length === 0 || atStart) return ' '.repeat(length)
  if (block === null || before === null) return `\n${' '.repeat(length - 1)}`
  return (block === before ? ' ' : '\n').repeat(length)
}

function statementsOf(
  annotations: ReadonlyMap<string, Annotation>,
  links: readonly { readonly from: string; readonly to: string; readonly role: string }[],
  text: string,
  id: string,
): GoldStatement[] {
  const spanOf = (key: string): Span => {
    const { start, end } = annotations.get(key) as Annotation
    try {
      return span(text, start, end)
    } catch (error) {
      if (error instanceof OnrecordError)
        return refuseGold(id, `an annotation [${start}, ${end}) does not fit the text`)
      throw error
    }
  }
  const continued = new Set(links.filter(({ role }) => role === 'content').map(({ to }) => to))
  const anchors = [...annotations].filter(
    ([key, { features }]) => features.get('role') === 'content' && !continued.has(key),
  )
  const statements = new Map<string, Parts>()
  for (const [key] of anchors) statements.set(key, { content: [spanOf(key)], cue: [], mention: [], within: null })
  const order = new Map(anchors.map(([key], i) => [key, i]))
  for (const { from, to, role } of links) {
    const parts = statements.get(role === 'within' ? to : from)
    if (!parts) continue
    if (role === 'within') parts.within = order.get(from) ?? null
    else if (role === 'content' || role === 'cue' || role === 'mention') parts[role].push(spanOf(to))
  }
  return anchors.map(([key, { features }]): GoldStatement => {
    const { content, cue, mention, within } = statements.get(key) as Parts
    const given = (feature: string) => {
      const value = features.get(feature)
      return value === undefined || value === '*' ? undefined : unescapedValue(value)
    }
    const [act, quotation, negated, speaker] = ['act', 'quotation', 'negated', 'speaker'].map(given)
    return {
      content: joined(content),
      cue: joined(cue),
      mention: joined(mention),
      ...(act !== undefined && { act: actOf(act, id) }),
      ...(quotation !== undefined && { quotation: quotationOf(quotation, id) }),
      ...(negated !== undefined && { negated: negated === 'true' }),
      ...(speaker !== undefined && { speaker }),
      within,
    }
  })
}

interface Parts {
  readonly content: Span[]
  readonly cue: Span[]
  readonly mention: Span[]
  within: number | null
}

/** The stacked values of a cell; `_`: none. */
function split(cell: string): string[] {
  if (cell === '_' || cell === '') return []
  return cell.match(/(?:\\[\s\S]|[^|\\])+/g) ?? []
}

/** A value and the number in brackets behind it. */
function numbered(cell: string): [string, string | null] {
  const match = /\[(\d+)\]$/.exec(cell)
  return match ? [cell.slice(0, match.index), match[1] as string] : [cell, null]
}

function unescapedValue(value: string): string {
  return value.replace(/\\(->|[\s\S])/g, (_, what: string) => (what === 't' ? '\t' : what === 'n' ? '\n' : what))
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' }

function unescapedText(line: string): string {
  return line.replace(/\\([\s\S])/g, (_, what: string) => TEXT_ESCAPES[what] ?? what)
}
