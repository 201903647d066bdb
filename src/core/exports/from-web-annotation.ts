import { type Span, span } from '../model/index.js'
import { CodePoints } from './code-points.js'
import { actOf, type GoldDocument, type GoldStatement, goldItem, quotationOf } from './gold.js'
import type { Item } from './item.js'

/**
 * An annotated text from W3C Web Annotations in JSON-LD, compacted with the W3C's context: a collection with its first
 * page in it, a page, a list, or one annotation. Each annotation is a statement, its targets the content; bodies that
 * point into the text by a `role` of `cue` or `mention` are those, and textual ones give act, quotation, negation and
 * speaker. Where both selectors are there the position counts if the quotation stands there; else the quotation is looked
 * for, with its context.
 *
 * @param id names the document; null: by the id of the collection
 * @param text the text that was annotated, where the file has none (`toWebAnnotation` writes it as `reading`)
 * @throws OnrecordError `gold-invalid`, also where a quotation is not found in the text
 */
export function fromWebAnnotation(json: string, id: string | null = null, text?: string): GoldDocument {
  const file = goldItem(json, id ?? 'file')
  const whole = Array.isArray(file.value) ? null : file
  const own = whole?.optional('reading')?.optional('value')?.string()
  const words = text ?? own ?? file.fail('has no text in "reading", and none was given beside it')
  const finder: Finder = { text: words, points: new CodePoints(words) }
  const annotations = whole ? annotationsOf(whole) : file.items()
  const indices = new Map<string, number>()
  annotations.forEach((annotation, i) => {
    const own = annotation.optional('id')?.string()
    if (own !== undefined) indices.set(own, i)
  })
  return {
    id: id ?? nameOf(whole) ?? file.fail('has no "id"; give one'),
    text: words,
    statements: annotations.map((annotation) => statementOf(annotation, finder, indices)),
  }
}

interface Finder {
  readonly text: string
  readonly points: CodePoints
}

function nameOf(file: Item | null): string | null {
  return (
    file
      ?.optional('id')
      ?.string()
      .replace(/^urn:onrecord:record:/, '') ?? null
  )
}

function annotationsOf(file: Item): Item[] {
  const page = file.optional('first')
  if (page) return page.member('items').items()
  return file.optional('items')?.items() ?? [file]
}

/** JSON-LD writes one value alone or in a list. */
function several(item: Item | null): Item[] {
  return item === null ? [] : Array.isArray(item.value) ? item.items() : [item]
}

function statementOf(annotation: Item, finder: Finder, indices: ReadonlyMap<string, number>): GoldStatement {
  const content = several(annotation.optional('target')).map((target) => spanOf(target, finder))
  if (content.length === 0) annotation.fail('has no target')
  const parts: { cue: Span[]; mention: Span[] } = { cue: [], mention: [] }
  const given: { -readonly [K in keyof GoldStatement]?: GoldStatement[K] } = {}
  for (const body of several(annotation.optional('body'))) {
    if (typeof body.value !== 'object') continue
    const role = body.optional('role')?.string()
    const value = () => body.member('value').string()
    if (role === 'cue' || role === 'mention') parts[role].push(spanOf(body, finder))
    else if (role === 'act') given.act = actOf(value(), body.place)
    else if (role === 'quotation') given.quotation = quotationOf(value(), body.place)
    else if (role === 'negated') given.negated = value() === 'true'
    else if (role === 'speaker') given.speaker = value()
    else if (role === 'within')
      given.within = indices.get(body.member('source').string()) ?? body.fail('names no annotation of the file')
  }
  const inOrder = (a: Span, b: Span) => a.start - b.start || a.end - b.end
  return {
    content: content.sort(inOrder),
    cue: parts.cue.sort(inOrder),
    mention: parts.mention.sort(inOrder),
    ...given,
  }
}

function spanOf(resource: Item, { text, points }: Finder): Span {
  const selectors = several(resource.optional('selector'))
  const ofType = (type: string) => selectors.find((selector) => selector.optional('type')?.value === type)
  const quote = ofType('TextQuoteSelector')
  const position = ofType('TextPositionSelector')
  const exact = quote?.member('exact').string()
  if (position) {
    const at = (name: string) => points.unitsAt(position.member(name).offset())
    const [start, end] = [at('start'), at('end')]
    if (exact === undefined) return position.span(text, [start, end])
    if (end - start === exact.length && text.startsWith(exact, start)) return position.span(text, [start, end])
  }
  if (!quote || !exact) return resource.fail('has no selector that is understood')
  const prefix = quote.optional('prefix')?.string() ?? ''
  const suffix = quote.optional('suffix')?.string() ?? ''
  const start = whereStands(text, exact, prefix, suffix)
  return start === null
    ? quote.fail('quotes words that stand nowhere in the text')
    : span(text, start, start + exact.length)
}

/** Where a quotation stands with its context around it; without it, where it stands first; null: nowhere. */
function whereStands(text: string, exact: string, prefix: string, suffix: string): number | null {
  const inContext = text.indexOf(prefix + exact + suffix)
  if (inContext >= 0) return inContext + prefix.length
  const alone = text.indexOf(exact)
  return alone < 0 ? null : alone
}
