/** Reading speed and peak memory beside Readability.js on linkedom and on jsdom, each in a process of its own. */
import { alone } from './alone.mjs'
import { bundleLibrary, corpus, table } from './library.mjs'

export const title = 'Reading speed'

export async function run() {
  corpus('pages')
  // Not in the measured process: what bundling leaves in it triples the time that collecting garbage takes.
  process.env.ONRECORD_BUNDLE = await bundleLibrary()
  const names = {
    onrecord: '`read`',
    linkedom: 'Readability.js on linkedom',
    jsdom: 'Readability.js on jsdom',
    none: 'nothing (the pages in memory)',
  }
  const got = {}
  for (const reader of Object.keys(names)) got[reader] = alone(['bench/reader.mjs', reader])
  const { onrecord, linkedom, jsdom } = got
  const rows = [['reader', 'pages/s', 'the quickest pass', '`read` is', 'peak memory, MB', 'pages it threw on']]
  for (const [reader, result] of Object.entries(got)) {
    rows.push([
      names[reader],
      reader === 'none' ? '' : result.pagesPerSecond.toFixed(1),
      reader === 'none' ? '' : result.best.toFixed(1),
      reader === 'onrecord' || reader === 'none'
        ? ''
        : `${(onrecord.pagesPerSecond / result.pagesPerSecond).toFixed(1)} ×`,
      Math.round(result.peakMegabytes),
      reader === 'none' ? '' : Math.round(result.failures),
    ])
  }
  return {
    body: `${table(rows)}\n\n${onrecord.pages} pages of corpora/pages, decoded and in memory; one core; the median of ${onrecord.passes}, ${linkedom.passes} and ${jsdom.passes} passes, after one to warm up; where the machine has noisy neighbours the quickest pass tells more.`,
    figures: {
      pagesPerSecond: onrecord.pagesPerSecond,
      timesLinkedom: onrecord.pagesPerSecond / linkedom.pagesPerSecond,
      timesJsdom: onrecord.pagesPerSecond / jsdom.pagesPerSecond,
      peakMegabytes: onrecord.peakMegabytes,
    },
  }
}
