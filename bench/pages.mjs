/** The whole path over pages: read, then findStatements with the rules. */
import { alone } from './alone.mjs'
import { corpus, table } from './library.mjs'

export const title = 'Whole path'

export async function run() {
  corpus('pages')
  const result = alone(['bench/reader.mjs', 'path'])
  const rows = [
    ['path', 'pages/s', 'peak memory, MB', 'pages it threw on'],
    [
      '`read`, then `findStatements` with `rulesTagger`',
      result.pagesPerSecond.toFixed(1),
      Math.round(result.peakMegabytes),
      Math.round(result.failures),
    ],
  ]
  return {
    body: `${table(rows)}\n\n${result.pages} pages of corpora/pages, decoded and in memory; one core; the median of ${result.passes} passes, after one to warm up.`,
    figures: { pagesPerSecond: result.pagesPerSecond, peakMegabytes: result.peakMegabytes },
  }
}
