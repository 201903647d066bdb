/**
 * The whole path over the pages of corpora/pages as the built package goes it, from bytes to the record's JSON, in a
 * process of its own: `node bench/path.mjs rules|native|wasm`. The rules run in one thread, stage by stage; the network,
 * by one of its runtimes, in the pool, a worker for each core. Prints one line of JSON.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bytesOf, median, ROOT } from './library.mjs'

/** How often all pages are gone over once more. */
const PASSES = { rules: 15, native: 3, wasm: 1 }
const STAGES = ['decode', 'read', 'statements', 'speakers', 'record']

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)
const [tagger] = process.argv.slice(2)
const { findSpeakers, findStatements, read, rulesTagger } = await load('index.js')
const { recordOf, toJson } = await load('exports.js')
const { PagePool, pageFromBytes } = await load('node/index.js')

/** Milliseconds that all of the process's threads have had of the processor. */
function cpu() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const pages = bytesOf('pages')

/** A pass over all pages; given `stages`, the processor's time by stage is added, which itself takes a thirtieth more. */
async function inOneThread(stages) {
  for (const { url, bytes } of pages) {
    let last = stages && cpu()
    const took = (stage) => {
      if (!stages) return
      const now = cpu()
      stages[stage] += now - last
      last = now
    }
    const page = await pageFromBytes(bytes, { kind: 'html', url })
    took('decode')
    const reading = read(page)
    took('read')
    const found = await findStatements(reading, rulesTagger)
    took('statements')
    const { statements, speakers } = findSpeakers(reading, found)
    took('speakers')
    toJson(recordOf(page, reading, statements, speakers))
    took('record')
  }
}

async function inPool(pool) {
  let next = 0
  const lane = async () => {
    while (next < pages.length) {
      const { url, bytes } = pages[next++]
      const { page, reading, statements, speakers } = await pool.readBytes(bytes, { kind: 'html', url })
      toJson(recordOf(page, reading, statements, speakers))
    }
  }
  await Promise.all(Array.from({ length: 2 * pool.workers }, lane))
}

const pool = tagger === 'rules' ? null : new PagePool({ tagger: 'network', network: { runtime: tagger } })
const pass = async (stages = null) => (pool ? inPool(pool) : inOneThread(stages))
const none = () => Object.fromEntries(STAGES.map((stage) => [stage, 0]))

// The first passes are compiled as they go.
await pass()
if (!pool) await pass()
const most = PASSES[tagger]
const clock = []
const processor = []
const stages = []
while (clock.length < most) {
  const began = performance.now()
  const from = cpu()
  await pass()
  clock.push(performance.now() - began)
  processor.push(cpu() - from)
}
while (!pool && stages.length < most) {
  const own = none()
  await pass(own)
  stages.push(own)
}
await pool?.close()
console.log(
  JSON.stringify({
    pages: pages.length,
    passes: most,
    workers: pool?.workers ?? 1,
    pagesPerSecond: (1000 * pages.length) / median(clock),
    best: (1000 * pages.length) / Math.min(...clock),
    cpuPerPage: median(processor) / pages.length,
    stages: pool
      ? null
      : Object.fromEntries(STAGES.map((stage) => [stage, median(stages.map((own) => own[stage])) / pages.length])),
    // Kilobytes on Linux.
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
