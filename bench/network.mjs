/**
 * The trained tagger on PolNeAR's dev split, run natively and as WebAssembly, each in a process of its own: accuracy,
 * speed, memory, and whether both find the same. As a script of its own: `node bench/network.mjs RUNTIME FILE`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CACHE, corpus, gold, library, ROOT, SCORE, table } from './library.mjs'

export const title = 'Trained tagger'

const RUNTIMES = ['native', 'wasm']

/** Every statement of every document as one line, and what it took. */
async function measure(runtime, file) {
  const { findStatements, loadTagger, pageFromText, read } = await library()
  const { add, empty, report } = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
  const began = performance.now()
  const tagger = await loadTagger({ folder: join(ROOT, 'model'), runtime })
  const load = performance.now() - began
  const total = empty()
  const found = []
  let words = 0
  let time = 0
  const pair = (span) => (span ? [span.start, span.end] : null)
  for (const { id, text, statements } of gold(corpus('polnear'), 'dev.jsonl')) {
    const reading = read(pageFromText(text, { kind: 'article' }))
    const start = performance.now()
    const got = await findStatements(reading, tagger)
    time += performance.now() - start
    words += text.split(/\s+/).length
    const lines = got.map((s) => ({
      content: s.content.map(pair),
      cue: pair(s.cue),
      mention: pair(s.mention),
      within: s.within,
    }))
    for (const line of lines) found.push(`${id} ${JSON.stringify(line)}`)
    add(total, text, statements, lines)
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  writeFileSync(
    file,
    JSON.stringify({ report: report(total), found, load, wordsPerSecond: (1000 * words) / time, peakMegabytes }),
  )
}

export async function run() {
  corpus('polnear')
  const got = {}
  for (const runtime of RUNTIMES) {
    const file = join(CACHE, `network-${runtime}.json`)
    execFileSync(process.execPath, [import.meta.filename, runtime, file], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    got[runtime] = JSON.parse(readFileSync(file, 'utf8'))
  }
  const rows = [
    ['', 'who', 'exact', 'found', 'content', 'mention', 'cue', 'words/s', 'loaded in, ms', 'peak memory, MB'],
  ]
  for (const runtime of RUNTIMES) {
    const { report: r, wordsPerSecond, load, peakMegabytes } = got[runtime]
    const f1 = [r.who, r.exact, r.found, r.words.content, r.words.speaker, r.words.cue].map((x) => x.f1.toFixed(1))
    rows.push([runtime, ...f1, Math.round(wordsPerSecond), Math.round(load), Math.round(peakMegabytes)])
  }
  const native = new Set(got.native.found)
  const both = got.wasm.found.filter((line) => native.has(line)).length
  const all = native.size + got.wasm.found.length - both
  const unlike = (100 * (all - both)) / all
  return {
    body: `${table(rows)}\n\nF1 by score/attribution.mjs on the 84 articles of PolNeAR dev, one after the other in one process; both cores. Of ${all} statements that either found, ${all - both} (${unlike.toFixed(2)} %) were not found just so by the other.`,
    figures: { unlike },
  }
}

if (process.argv[1] === import.meta.filename) await measure(process.argv[2], process.argv[3])
