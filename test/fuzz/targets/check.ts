import {
  check as checkDraft,
  checkedJson,
  memorySources,
  type Source,
  toCheckHtml,
  toJunit,
  toSarif,
} from '../../../src/core/check/index.js'
import { type PageKind, pageFromText } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'
import { findQuotations } from '../../../src/core/statements/quotations.js'
import { attempt, bytesOf, choice, hold, same, type Target, textOf } from '../target.js'
import { ARTICLE, SPOKEN } from './texts.js'

async function sourceOf(text: string, kind: PageKind, name: string): Promise<Source | null> {
  const outcome = await attempt(['page-empty'], () => read(pageFromText(text, { kind })))
  if ('failure' in outcome) return null
  const { value: reading } = outcome
  const { statements, speakers } = findSpeakers(reading, await findStatements(reading, rulesTagger))
  return { name, reading, statements, speakers, quotations: findQuotations(reading) }
}

/** What separates a draft from the source that it is held against. */
const BETWEEN = '\n%%%%\n'

/** A draft, a source, and how the draft is read. */
const draftOn = (draft: string, source: string, n = 0): Uint8Array =>
  Buffer.concat([Buffer.of(n), bytesOf(draft + BETWEEN + source)])

export const check: Target = {
  name: 'check',
  about: 'drafts, and answers of language models, held against sources; every form of the report',
  seeds: () => [
    draftOn('“No,” Zoe Ruiz said. “Not by day.” Okafor called it “baseless [and] … wrong”.', SPOKEN),
    draftOn(SPOKEN, SPOKEN),
    draftOn('According to the sources, 421 families were removed. Ruiz said: "It may rain."', ARTICLE + SPOKEN, 1),
    draftOn('“We welcome it … by night,” said Lena Voss. ‘No’, she added (sic).', SPOKEN),
  ],
  words: ['“', '”', ' … ', ' [sic] ', ' [the board] ', ' not ', ' 412 ', ' 41.2 ', ' said ', '...', BETWEEN],
  most: 8192,
  async run(input) {
    const { n, rest } = choice(input)
    const [first = '', ...others] = textOf(rest).split(BETWEEN)
    const draft = await sourceOf(first, n % 2 === 0 ? 'article' : 'text', 'draft')
    if (!draft) return
    const made = await Promise.all(others.slice(0, 4).map((text, i) => sourceOf(text, 'text', `source ${i}`)))
    const sources = memorySources(made.filter((each) => each !== null))
    const asked = { ...draft, quotations: draft.quotations ?? [] }
    const checked = await checkDraft(asked, sources)
    const { text } = draft.reading
    let last = 0
    for (const { verdict, span, places, difference, reasons, similarity, nearest } of checked.verdicts) {
      hold(
        span.start >= last && span.end <= text.length && span.start < span.end,
        () => `[${span.start}, ${span.end}) after ${last}`,
      )
      last = span.start
      hold(
        (verdict === 'verbatim' || reasons.length > 0) && reasons.every((reason) => /\S/.test(reason)),
        () => `${verdict} without a reason`,
      )
      hold(similarity >= 0 && similarity <= 1, () => `a similarity of ${similarity}`)
      for (const place of [...places, ...nearest]) {
        const { length } = place.source.reading.text
        hold(
          place.span.start >= 0 && place.span.start < place.span.end && place.span.end <= length,
          () => `a place [${place.span.start}, ${place.span.end}) of ${length}`,
        )
      }
      for (const each of difference) {
        hold(
          each.draft === null || (each.draft.start >= 0 && each.draft.end <= text.length),
          () => 'a difference out of the draft',
        )
        const place = places[each.place]
        hold(
          each.source === null || (place && each.source.end <= place.source.reading.text.length),
          () => 'a difference out of its source',
        )
      }
    }
    same(checkedJson(await checkDraft(asked, sources)), checkedJson(checked), 'the verdicts')
    JSON.parse(toSarif([checked], '1'))
    toCheckHtml([checked])
    toJunit([checked], 'altered')
  },
}
