import type { Span } from '../model/index.js'
import { recordFrom } from './from-json.js'
import { actOf, type GoldDocument, type GoldStatement, goldItem, goldOf, quotationOf, refuseGold } from './gold.js'
import type { Item } from './item.js'

/**
 * Annotated texts from JSON lines, one document a line: records of Onrecord, what `onrecord pipe` prints, or the form of
 * a gold corpus, `{"id", "text", "statements": [{"mention" or "speaker", "cue", "content"}]}`. Each of the three is a
 * pair of offsets [start, end) in UTF-16 code units of `text`, a list of such pairs, or null; `act`, `quotation` and
 * `negated` may stand beside them. Blank lines, and lines of the pipe that tell of an error, are passed over.
 *
 * @throws OnrecordError `gold-invalid`, with the number of the line; `record-invalid`, `record-version`
 */
export function fromJsonl(jsonl: string): GoldDocument[] {
  return jsonl.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const item = goldItem(line, `line ${i + 1}`)
    if (item.optional('schema')) return [goldOf(recordFrom(item.value))]
    if (item.optional('error') && !item.optional('text')) return []
    return [documentOf(item)]
  })
}

function documentOf(item: Item): GoldDocument {
  const id = item.member('id').value
  if (typeof id !== 'string' && typeof id !== 'number') item.member('id').fail('is neither a string nor a number')
  const text = item.member('text').string()
  const names = new Map(
    item.optional('speakers')?.list((speaker) => [speaker.member('id').string(), speaker.member('name').string()]) ??
      [],
  )
  const statements = item.member('statements').items()
  const indices = new Map<string, number>()
  statements.forEach((statement, i) => {
    const own = statement.optional('id')?.value
    if (typeof own === 'string') indices.set(own, i)
  })
  return {
    id: String(id),
    text,
    statements: statements.map((statement) => statementOf(statement, text, names, indices)),
  }
}

function statementOf(
  statement: Item,
  text: string,
  names: ReadonlyMap<string, string>,
  indices: ReadonlyMap<string, number>,
): GoldStatement {
  const spans = (name: string): Span[] => {
    const value = statement.optional(name)
    if (value === null) return []
    const isPair = Array.isArray(value.value) && typeof value.value[0] === 'number'
    return isPair ? [value.span(text)] : value.list((pair) => pair.span(text))
  }
  const content = spans('content')
  if (content.length === 0) statement.member('content').fail('is empty')
  // Onrecord's own lines have a mention, and the name of a speaker; a corpus calls the words that name it the speaker.
  const own = Object.hasOwn(statement.value as object, 'mention')
  const speaker = own ? statement.optional('speaker') : null
  const act = statement.optional('act')?.string()
  const quotation = statement.optional('quotation')?.string()
  const negated = statement.optional('negated')?.boolean()
  const within = statement.optional('within')
  const index = within && indices.get(within.string())
  if (within && index === undefined) refuseGold(within.place, 'names no statement of the line')
  return {
    content,
    cue: spans('cue'),
    mention: own ? spans('mention') : spans('speaker'),
    ...(act !== undefined && { act: actOf(act, statement.place) }),
    ...(quotation !== undefined && { quotation: quotationOf(quotation, statement.place) }),
    ...(negated !== undefined && { negated }),
    ...(speaker && { speaker: names.get(speaker.string()) ?? speaker.string() }),
    ...(Object.hasOwn(statement.value as object, 'within') && { within: index ?? null }),
  }
}
