/**
 * One reader over the pages of corpora/pages, in a process of its own, so that neither time nor memory mixes with
 * another's: `node --expose-gc bench/reader.mjs READER`, with the pages decoded and in memory. Prints one line of JSON.
 *
 * READER: onrecord (read), none (the pages in memory and nothing done), linkedom or jsdom (Readability.js on them).
 */
import { library, pagesOf } from './library.mjs'

const [reader] = process.argv.slice(2)

async function workOf(name) {
  if (name === 'none') return () => 0
  if (name === 'onrecord') {
    const { read, pageFromText } = await library()
    const id = '0'.repeat(64)
    // The pages' ids are given: hashing is the caller's, as parsing is all that the others are timed for.
    return ({ html, url }) => read(pageFromText(html, { kind: 'html', url, id })).blocks.length
  }
  const { Readability } = await import('@mozilla/readability')
  if (name === 'linkedom') {
    const { parseHTML } = await import('linkedom')
    return ({ html }) => new Readability(parseHTML(html).document).parse()?.textContent.length ?? 0
  }
  const { JSDOM, VirtualConsole } = await import('jsdom')
  return ({ html, url }) => {
    const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
    const length = new Readability(dom.window.document).parse()?.textContent.length ?? 0
    dom.window.close()
    return length
  }
}

const pages = pagesOf('pages')
const work = await workOf(reader)

/** A pass over all pages, in milliseconds of the clock; a page that the reader throws on is counted. */
let failures = 0
async function pass() {
  const began = performance.now()
  for (const page of pages) {
    try {
      await work(page)
    } catch {
      failures++
    }
  }
  return performance.now() - began
}

await pass()
failures = 0
const passes = []
const began = performance.now()
while (passes.length < 3 || (passes.length < 15 && performance.now() - began < 10_000)) passes.push(await pass())
passes.sort((a, b) => a - b)
const middle = passes[Math.floor(passes.length / 2)]
console.log(
  JSON.stringify({
    reader,
    pages: pages.length,
    passes: passes.length,
    failures: failures / passes.length,
    pagesPerSecond: (1000 * pages.length) / middle,
    best: (1000 * pages.length) / passes[0],
    // Kilobytes on Linux.
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
