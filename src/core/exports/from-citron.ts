import type { Span } from '../model/index.js'
import { CodePoints } from './code-points.js'
import { type GoldDocument, type GoldStatement, goldItem } from './gold.js'
import type { Item } from './item.js'

/**
 * An annotated text from Citron's JSON: its training and evaluation files, and what `citron-extract` prints. The second
 * has no `text` in it, so it must be given. Statements come in the order of the file, those without a cue last.
 *
 * @param id names the document, which the format does not
 * @throws OnrecordError `gold-invalid`, also where a span's `text` is not what stands at its offsets
 */
export function fromCitron(json: string, id: string, text?: string): GoldDocument {
  const file = goldItem(json, id)
  const ownText = file.optional('text')
  const whole = ownText ? ownText.string() : (text ?? file.fail('has no "text", and none was given beside it'))
  const points = new CodePoints(whole)
  // What Citron prints has the resolved names in "sources" and the words of the quote in "coreferences".
  const swapped = ownText === null && file.optional('source') !== null
  const statementOf = (quote: Item): GoldStatement => {
    const spans = (name: string) => quote.optional(name)?.list((span) => spanOf(span, whole, points)) ?? []
    const content = spans('contents')
    if (content.length === 0) quote.member('contents').fail('is empty')
    const cue = quote.optional('cue')
    const sources = spans('sources')
    const coreferences = spans('coreferences')
    const [mention, names] = swapped && coreferences.length > 0 ? [coreferences, sources] : [sources, coreferences]
    const name = names[0] ?? (quote.optional('coreferences') ? mention[0] : undefined)
    return {
      content,
      cue: cue ? [spanOf(cue, whole, points)] : [],
      mention,
      ...(name && { speaker: whole.slice(name.start, name.end) }),
    }
  }
  const cued = file.member('quotes').list(statementOf)
  const bare = file.optional('quotes_without_cue')?.list(statementOf) ?? []
  return { id, text: whole, statements: [...cued, ...bare] }
}

function spanOf(item: Item, text: string, points: CodePoints): Span {
  const at = (name: string) => points.unitsAt(item.member(name).offset())
  const span = item.span(text, [at('start'), at('end')])
  const words = item.optional('text')?.string()
  if (words !== undefined && words !== text.slice(span.start, span.end))
    item.fail('says other words than stand there in the text (offsets count Unicode code points)')
  return span
}
