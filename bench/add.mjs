/**
 * `onrecord add` of PolNeAR's training articles, as HTML pages in a folder, into an empty ledger, beside reading the same
 * pages with the same workers and keeping nothing: what the store costs. As a script of its own: `node bench/add.mjs PAGES`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { corpus, gold, ROOT, table } from './library.mjs'

export const title = 'onrecord add beside reading alone'

const PAGES = 600
const ROUNDS = 3
const CLI = join(ROOT, 'dist', 'cli', 'main.js')

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function pageOf(text, i) {
  const [head = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(head)}</title></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${escaped(head)}</h1>
${rest.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</article><footer><p>Page ${i}. All rights reserved.</p></footer></body></html>`
}

/** Reads all pages of a folder with the pool, as `add` does, and keeps nothing. Run in a process of its own. */
async function readAll(folder) {
  const { PagePool, pageFromFile } = await import(pathToFileURL(join(ROOT, 'dist', 'node', 'index.js')).href)
  const pool = new PagePool({ tagger: 'network' })
  await pool.open()
  const files = readdirSync(folder).sort()
  let next = 0
  const lane = async () => {
    while (next < files.length) {
      const file = files[next++]
      await pool.read(await pageFromFile(join(folder, file)))
    }
  }
  await Promise.all(Array.from({ length: 3 * pool.workers }, lane))
  await pool.close()
}

export async function run({ pages = PAGES } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-add-'))
  const site = join(folder, 'site')
  mkdirSync(site)
  try {
    const texts = gold(corpus('polnear'), 'train.jsonl').slice(0, pages)
    texts.forEach(({ text }, i) => {
      writeFileSync(join(site, `${String(i).padStart(5, '0')}.html`), pageOf(text, i))
    })
    const words = texts.reduce((n, { text }) => n + text.split(/\s+/).length, 0)
    const seconds = { read: [], add: [] }
    for (let round = 0; round < ROUNDS; round++) {
      let began = performance.now()
      execFileSync(process.execPath, [import.meta.filename, '--read', site])
      seconds.read.push((performance.now() - began) / 1000)
      began = performance.now()
      const { status, stdout } = spawnSync(
        process.execPath,
        [CLI, 'add', '--ledger', join(folder, `${round}.db`), site],
        { encoding: 'utf8' },
      )
      if (status !== 0 || !stdout.startsWith(`${texts.length} pages added`)) throw new Error(stdout)
      seconds.add.push((performance.now() - began) / 1000)
      process.stderr.write(`\rround ${round + 1} of ${ROUNDS}`)
    }
    process.stderr.write('\n')
    const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
    const row = (name, list) => [
      name,
      `${median(list).toFixed(1)} s`,
      (texts.length / median(list)).toFixed(1),
      Math.round(words / median(list)).toString(),
    ]
    const cost = (median(seconds.add) / median(seconds.read) - 1) * 100
    const body = `${table([
      ['', `${texts.length} pages, median of ${ROUNDS}`, 'pages a second', 'words a second'],
      row('reading alone', seconds.read),
      row('onrecord add', seconds.add),
    ])}\n\nThe store costs ${cost.toFixed(1)} %.`
    return { body }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv[2] === '--read') await readAll(process.argv[3])
  else console.log((await run({ pages: Number(process.argv[2] ?? PAGES) })).body)
}
