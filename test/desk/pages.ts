import type { Arrival } from '../../src/core/ledger/port.js'
import { arrival, article, SURVEY } from '../node/ledger/pages.js'

/** The same line in another outlet's words, with a menu and a foot around the article. */
export const STRIKE = article(
  'Dockers of Lissen vote on the pay deal',
  [
    'Dockers in Lissen will vote on Friday, the union Harbour Hands said.',
    '“We were offered four per cent, and nothing for the night shifts,” said Mira Toller, who leads the union.',
    'The port’s director, Jonas Brandt, denied that. “Night shifts are paid double,” he said.',
    'Toller said the strike might go on until Sunday.',
    'According to the port authority, about 40 ships were waiting in the roads.',
  ],
  { published: '2026-04-28', publisher: 'Lissen Observer' },
)
  .replace('<body>', '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>')
  .replace('</body>', '<footer><p>© Lissen Observer. All rights reserved.</p></footer></body>')

/** Another paper on the survey of the Marrow valley. */
export const SURVEY_ELSEWHERE = article(
  'Ministry rejects report on the Marrow valley',
  [
    'The interior minister, Pavel Dorn, rejected the report on Wednesday. “No family was removed without a hearing,” Dorn said.',
    '“The clearances were carried out at night and without notice,” said Ana Okafor, the office’s deputy director for field work.',
    'The governor of the valley, Rita Sand, confirmed that families had been removed without a hearing.',
  ],
  { published: '2026-05-20', publisher: 'Morning Post' },
)

/** The pages most tests of the desk begin with. */
export async function somePages(): Promise<Arrival[]> {
  return [
    await arrival(SURVEY, { url: 'https://tarn.example/survey' }),
    await arrival(STRIKE, { url: 'https://lissen.example/dockers', name: 'dockers.html' }),
    await arrival(SURVEY_ELSEWHERE, { url: 'https://post.example/ministry', name: 'ministry.html' }),
  ]
}
