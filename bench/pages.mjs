/** The whole path over pages: bytes, page, reading, statements, speakers, the record's JSON; and its stages. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { bytesOf, corpus, ROOT, table } from './library.mjs'

export const title = 'Whole path'

const NETWORKS = { native: 'the network, natively', wasm: 'the network, as WebAssembly' }

/** As `alone`, on all cores; null where the runtime is not installed. */
function onAllCores(runtime) {
  if (runtime === 'native' && !existsSync(join(ROOT, 'node_modules', 'onnxruntime-node'))) return null
  const printed = execFileSync(process.execPath, ['bench/path.mjs', runtime], { cwd: ROOT, encoding: 'utf8' })
  return JSON.parse(printed.trim().split('\n').at(-1))
}

export async function run() {
  corpus('pages')
  const bytes = bytesOf('pages').reduce((sum, page) => sum + page.bytes.length, 0)
  execFileSync('npx', ['tsdown', '--logLevel', 'error'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const rules = alone(['bench/path.mjs', 'rules'])
  const rows = [['path', 'cores', 'pages/s', 'the quickest pass', 'CPU a page, ms', 'peak memory, MB']]
  const row = (name, { workers, pagesPerSecond, best, cpuPerPage, peakMegabytes }) =>
    rows.push([
      name,
      workers,
      pagesPerSecond.toFixed(1),
      best.toFixed(1),
      cpuPerPage.toFixed(1),
      Math.round(peakMegabytes),
    ])
  row('with the rules', rules)
  const figures = { pagesPerSecond: rules.pagesPerSecond, peakMegabytes: rules.peakMegabytes }
  for (const [runtime, name] of Object.entries(NETWORKS)) {
    const result = onAllCores(runtime)
    if (result) {
      row(`with ${name}`, result)
      figures[runtime] = result.pagesPerSecond
    } else rows.push([`with ${name}`, '', 'not installed', '', '', ''])
  }
  const peer = alone(['bench/reader.mjs', 'linkedom'])
  row('article text alone, Readability.js on linkedom', { ...peer, workers: 1, cpuPerPage: 1000 / peer.pagesPerSecond })
  const stages = [['stage, with the rules', 'CPU a page, ms']]
  for (const [stage, milliseconds] of Object.entries(rules.stages)) stages.push([stage, milliseconds.toFixed(2)])
  const note = `${rules.pages} pages of corpora/pages, ${(bytes / rules.pages / 1000).toFixed(0)} kB each, from bytes in memory to the record's JSON; the median of ${rules.passes} passes with the rules, of 3 natively and of 1 as WebAssembly, in the pool, after those that warm up; where the machine has noisy neighbours the quickest pass tells more. CPU is of all threads, collecting garbage and compiling included; the peer's is its time by the clock.`
  return { body: `${table(rows)}\n\n${note}\n\n${table(stages)}`, figures }
}
