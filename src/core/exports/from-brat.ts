import { OnrecordError, type Span, span } from '../model/index.js'
import { CodePoints } from './code-points.js'
import { actOf, type GoldDocument, type GoldStatement, quotationOf, refuseGold } from './gold.js'

type Role = 'content' | 'cue' | 'mention'

/** Names of types, relations' ends and events' roles that are understood, beside those that `toBrat` writes. */
const ROLES: Readonly<Record<string, Role>> = {
  Content: 'content',
  Quote: 'content',
  Quotation: 'content',
  Cue: 'cue',
  Mention: 'mention',
  Source: 'mention',
  Speaker: 'mention',
}

/**
 * An annotated text from a brat standoff file (`.ann`) and its text. Every `Content` (or `Quote`) is a statement, in the
 * order of the file; a relation between it and a `Cue` or a `Mention` (or `Source`, `Speaker`), in either direction,
 * gives it that; so does an event whose trigger is a cue and whose arguments are contents and mentions. Attributes `Act`,
 * `Quotation` and `Negated`, and a note that begins `speaker: `, are taken over. Other lines are passed over.
 *
 * @param id names the document, which the format does not
 * @throws OnrecordError `gold-invalid`, also where an annotation's words are not what stands at its offsets
 */
export function fromBrat(ann: string, text: string, id: string): GoldDocument {
  const points = new CodePoints(text)
  const texts = new Map<string, { readonly role: Role | null; readonly spans: Span[] }>()
  const later: (() => void)[] = []
  const statements = new Map<string, Draft>()
  const order = new Map<string, number>()
  const roleOf = (target: string, place: string): Role | null =>
    (texts.get(target) ?? refuseGold(place, `names ${target}, which the file does not have`)).role
  const join = (content: string, role: Role | null, other: string) => {
    const statement = statements.get(content)
    const spans = texts.get(other)?.spans ?? []
    if (statement && (role === 'cue' || role === 'mention'))
      statement[role] = inOrder(distinct([...statement[role], ...spans]))
  }

  ann.split(/\r?\n/).forEach((line, i) => {
    const place = `${id}, line ${i + 1},`
    const [name = '', data = '', ...tail] = line.split('\t')
    const parts = data.split(' ')
    const type = parts[0] ?? ''
    if (/^T\d/.test(name)) {
      const spans = spansOf(parts.slice(1).join(' '), text, points, place)
      checkWords(tail.join('\t'), spans, text, place)
      const role = ROLES[type] ?? null
      texts.set(name, { role, spans: role === null ? [] : rejoined(spans, text) })
      if (role === 'content') {
        statements.set(name, { content: rejoined(spans, text), cue: [], mention: [] })
        order.set(name, order.size)
      }
    } else if (/^R\d/.test(name)) {
      later.push(() => {
        const [one = '', two = ''] = parts.slice(1).map((part) => part.slice(part.indexOf(':') + 1))
        const roles = [roleOf(one, place), roleOf(two, place)]
        if (roles[0] === 'content' && roles[1] === 'content') {
          const statement = statements.get(one)
          if (type === 'Within' && statement) statement.within = order.get(two) ?? null
        } else if (roles[0] === 'content') join(one, roles[1] ?? null, two)
        else if (roles[1] === 'content') join(two, roles[0] ?? null, one)
      })
    } else if (/^E\d/.test(name)) {
      later.push(() => {
        const targets = parts.filter((part) => part !== '').map((part) => part.slice(part.indexOf(':') + 1))
        const known = targets
          .filter((target) => texts.has(target))
          .map((target) => ({ target, role: roleOf(target, place) }))
        for (const { target: content } of known.filter(({ role }) => role === 'content'))
          for (const { target, role } of known) join(content, role, target)
      })
    } else if (/^[AM]\d/.test(name)) {
      later.push(() => {
        const statement = statements.get(parts[1] ?? '')
        if (!statement) return
        if (type === 'Act') statement.act = actOf(parts[2] ?? '', place)
        else if (type === 'Quotation') statement.quotation = quotationOf(parts[2] ?? '', place)
        else if (type === 'Negated') statement.negated = true
      })
    } else if (name.startsWith('#')) {
      later.push(() => {
        const statement = statements.get(parts[1] ?? '')
        const note = tail.join('\t')
        if (statement && note.startsWith('speaker: ')) statement.speaker = note.slice('speaker: '.length)
      })
    } else if (line.trim() !== '' && !/^[*N]/.test(name)) refuseGold(place, 'is none of brat’s')
  })
  for (const act of later) act()
  return {
    id,
    text,
    statements: [...statements.values()].map((statement) => ({
      ...statement,
      cue: inOrder(distinct(statement.cue)),
      mention: inOrder(distinct(statement.mention)),
    })),
  }
}

/** A statement while the lines that speak of it are read. */
type Draft = { -readonly [K in keyof GoldStatement]: GoldStatement[K] } & { cue: Span[]; mention: Span[] }

function spansOf(at: string, text: string, points: CodePoints, place: string): Span[] {
  return at.split(';').map((fragment) => {
    const match = /^(\d{1,12}) (\d{1,12})$/.exec(fragment.trim())
    if (!match) return refuseGold(place, `"${fragment}" is no START END`)
    try {
      return span(text, points.unitsAt(Number(match[1])), points.unitsAt(Number(match[2])))
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error
      return refuseGold(place, `${fragment} does not fit the text, which has ${points.length} code points`)
    }
  })
}

/** The words that a line repeats must be those at its offsets; a line may leave them out. */
function checkWords(words: string, spans: readonly Span[], text: string, place: string): void {
  if (words === '') return
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const pieces = length > 2 * words.length + 100 ? [] : spans.map(({ start, end }) => text.slice(start, end))
  const folded = (word: string) => word.replace(/[\s\u001c-\u001f\u0085]+/g, '')
  if (folded(words) !== folded(pieces.join(' ')))
    refuseGold(place, 'says other words than stand at its offsets (which count Unicode code points)')
}

const LINE_END = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/
const WHITE = /^[\s\u001c-\u001e\u0085]+$/

/** More white space than stands between the lines of a span; so that a file cannot have a text read over and over. */
const MOST_WHITE = 1000

/** Spans in order; those with nothing but white space with a line end between them were one, and are again. */
function rejoined(spans: readonly Span[], text: string): Span[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of inOrder(spans)) {
    const last = all.at(-1)
    const gap = last && start - last.end <= MOST_WHITE ? text.slice(last.end, start) : ''
    if (last && WHITE.test(gap) && LINE_END.test(gap)) last.end = end
    else all.push({ start, end })
  }
  return all
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((each) => [`${each.start} ${each.end}`, each])).values()]
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
}
