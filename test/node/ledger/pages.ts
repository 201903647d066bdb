import { recordOf } from '../../../src/core/exports/record.js'
import type { Arrival, Capture } from '../../../src/core/ledger/port.js'
import { read } from '../../../src/core/reading/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'
import { pageFromBytes } from '../../../src/node/page.js'

/** A page as it arrives, read by the rules. */
export async function arrival(content: string | Uint8Array, capture: Partial<Capture> = {}): Promise<Arrival> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const whole: Capture = {
    name: capture.name ?? capture.url ?? 'page.html',
    url: capture.url ?? null,
    retrieved: capture.retrieved ?? '2026-05-14T09:30:00.000Z',
    headers: capture.headers ?? [],
  }
  const page = await pageFromBytes(bytes, { url: whole.url, name: whole.name })
  const reading = read(page)
  const { statements, speakers } = findSpeakers(reading, await findStatements(reading, rulesTagger))
  return { capture: whole, bytes, record: recordOf(page, reading, statements, speakers, whole.name) }
}

/** What makes an article of a few sentences: nobody says anything in it. */
const REST = [
  'The valley lies an hour north of Tarn and has had a road since the spring of last year, when the old ferry was given up and sold to a town further down the river.',
  'The council meets again in the first week of the month. Its minutes are kept in the library, with the maps of the valley and the plans of the new bridge.',
]

/** An article as HTML. */
export function article(
  title: string,
  paragraphs: readonly string[],
  options: { published?: string; publisher?: string } = {},
): string {
  const { published = '2026-05-13', publisher = 'The Tarn Ledger' } = options
  const meta = `<meta property="article:published_time" content="${published}"><meta property="og:site_name" content="${publisher}">`
  return `<!doctype html><html lang="en"><head><title>${title}</title>${meta}</head><body><article><h1>${title}</h1>${[
    ...paragraphs,
    ...REST,
  ]
    .map((words) => `<p>${words}</p>`)
    .join('\n')}</article></body></html>`
}

/** An office's report, a ministry's denial and a group's reaction. */
export const SURVEY = article('Office reports forced clearances in the Marrow valley', [
  'The Office for River Rights said on Tuesday that 412 families had been removed from the Marrow valley without a hearing.',
  '“The clearances were carried out at night and without notice,” said Ana Okafor, the office’s deputy director for field work.',
  'The interior minister, Pavel Dorn, denied the findings. “No family was removed without a hearing,” he told reporters in Tarn.',
  'Okafor said the office stood by its report.',
  'The group Open Gates welcomed the report and called for an independent inquiry.',
])
