/**
 * Many articles at a time: 10,000 through the pool of workers of the built package, with the trained tagger, on all
 * cores; how fast, and the most memory that the process ever held, its workers included. As a script of its own:
 * `node bench/batch.mjs ARTICLES`.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { corpus, gold, ROOT, table } from './library.mjs'

export const title = 'A batch of articles'

const ARTICLES = 10_000

async function measure(count) {
  const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)
  const { pageFromText } = await load('index.js')
  const { PagePool } = await load('node/index.js')
  // The texts stay as bytes until their turn comes, as a file on the disk would.
  const texts = gold(corpus('polnear'), 'train.jsonl').map(({ text }) => Buffer.from(text))
  const pool = new PagePool({ tagger: 'network' })
  await pool.open()
  const began = performance.now()
  let words = 0
  let statements = 0
  let next = 0
  const lane = async () => {
    while (next < count) {
      const n = next++
      const text = `${texts[n % texts.length]}\n\nArticle ${n}.`
      words += text.split(/\s+/).length
      const found = await pool.read(pageFromText(text, { kind: 'article' }))
      statements += found.statements.length
      if (n % 100 === 0) {
        const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
        process.stderr.write(`\r${n} of ${count}, ${megabytes} MB`)
      }
    }
  }
  await Promise.all(Array.from({ length: 2 * pool.workers }, lane))
  const seconds = (performance.now() - began) / 1000
  await pool.close()
  process.stderr.write('\r\x1b[K')
  const { workers } = pool
  return { count, words, statements, seconds, workers, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
}

export function run() {
  corpus('polnear')
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const printed = execFileSync(process.execPath, [import.meta.filename, ARTICLES], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { count, words, statements, seconds, workers, peakMegabytes } = JSON.parse(printed)
  const rows = [
    ['articles', 'words', 'statements', 'workers', 'minutes', 'words/s', 'peak memory, MB'],
    [
      count,
      words,
      statements,
      workers,
      (seconds / 60).toFixed(1),
      Math.round(words / seconds),
      Math.round(peakMegabytes),
    ],
  ]
  return {
    body: `${table(rows)}\n\nPolNeAR's 840 training articles over and over, each time with a line of its own.`,
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await measure(Number(process.argv[2]))))
