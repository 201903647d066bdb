/**
 * A ledger of a million statements over a hundred thousand synthetic pages (bench/synthetic-pages.mjs), in SQLite and in
 * PostgreSQL: adding, opening, finding, who somebody is; how large it is. As a script of its own, with fewer pages:
 * `node bench/ledger.mjs PAGES`. PostgreSQL is started for it, with its own defaults.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startPostgres } from '../scripts/postgres.mjs'
import { ROOT, table } from './library.mjs'
import { arrivalOf, person, random, syntheticPage } from './synthetic-pages.mjs'

export const title = 'A ledger of a million statements'

const PAGES = 100_000
const SEED = 1
/** Pages in a transaction, as `onrecord add` has them. */
const BATCH = 32
const QUESTIONS = 300

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)
const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))]

/** What people ask: words of a statement that is there, a phrase of it, a beginning, filters, a common word. */
export function questions(count, pages, seed = 42) {
  const next = random(seed)
  const asked = []
  while (asked.length < count) {
    const page = syntheticPage(SEED, Math.floor(next() * pages))
    const said = page.paragraphs.filter(({ content }) => content)
    const { content, speaker, act } = said[Math.floor(next() * said.length)]
    const words = content
      .replace(/[“”,]/g, '')
      .split(' ')
      .filter((word) => word.length > 3)
    const at = Math.floor(next() * (words.length - 2))
    const kind = asked.length % 6
    if (kind === 0) asked.push({ words: words[at] })
    else if (kind === 1) asked.push({ words: `${words[at]} ${words[at + 1]}` })
    else if (kind === 2) {
      const row = content.replace(/[“”,]/g, '').split(' ')
      asked.push({ words: `"${row.slice(2, 6).join(' ')}"` })
    } else if (kind === 3) asked.push({ words: `${words[at].slice(0, 5)}*` })
    else if (kind === 4)
      asked.push({ words: words[at], acts: [act], from: page.date.slice(0, 4), to: page.date.slice(0, 4) })
    else asked.push({ words: words[at], name: person(speaker).name })
  }
  return asked
}

export async function fill(name, place, pages) {
  const { openLedger } = await load('ledger.js')
  const ledger = await openLedger(place)
  const began = performance.now()
  let making = 0
  for (let from = 0; from < pages; from += BATCH) {
    const before = performance.now()
    const arrivals = []
    for (let i = from; i < Math.min(pages, from + BATCH); i++) arrivals.push(arrivalOf(syntheticPage(SEED, i)))
    making += performance.now() - before
    await ledger.add(arrivals)
    if (from % (BATCH * 50) === 0) {
      const seconds = (performance.now() - began) / 1000
      process.stderr.write(`\r${name}: ${from} of ${pages} pages, ${Math.round(from / seconds)} a second`)
    }
  }
  process.stderr.write('\n')
  await ledger.close()
  return pages / ((performance.now() - began - making) / 1000)
}

async function measure(name, place, pages) {
  const { openLedger } = await load('ledger.js')
  let ledger = await openLedger(place)
  const { statements } = await ledger.counts()
  await ledger.close()

  const opening = []
  for (let i = 0; i < 10; i++) {
    const before = performance.now()
    ledger = await openLedger(place)
    opening.push(performance.now() - before)
    await ledger.close()
  }
  ledger = await openLedger(place)
  const finding = []
  const asking = []
  const next = random(7)
  for (const { name: speaker, ...question } of questions(QUESTIONS, pages)) {
    let filters = question
    if (speaker) {
      const before = performance.now()
      const profiles = await ledger.who(speaker)
      asking.push(performance.now() - before)
      filters = { ...question, speakers: profiles.slice(0, 1).map(({ id }) => id) }
    }
    const before = performance.now()
    await ledger.find(filters)
    finding.push(performance.now() - before)
  }
  for (let i = 0; i < 100; i++) {
    // Half of them are much quoted, half seldom.
    const { name: speaker } = person(i % 2 === 0 ? Math.floor(next() * 50) : Math.floor(next() * 20_000))
    const before = performance.now()
    await ledger.who(speaker)
    asking.push(performance.now() - before)
  }
  await ledger.close()
  return { name, statements, opening, finding, asking }
}

const ms = (value) => `${value.toFixed(1)} ms`

export async function run({ pages = PAGES } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const rows = []
  try {
    const file = join(folder, 'ledger.db')
    const rate = await fill('SQLite', file, pages)
    rows.push([{ ...(await measure('SQLite', file, pages)), rate }, statSync(file).size])
    const server = await startPostgres()
    if (server.address) {
      try {
        const rate = await fill('PostgreSQL', server.address, pages)
        const postgres = { ...(await measure('PostgreSQL', server.address, pages)), rate }
        const { default: pg } = await import('pg')
        const client = new pg.Client({ connectionString: server.address })
        await client.connect()
        const { rows: size } = await client.query('select pg_database_size(current_database()) as bytes')
        await client.end()
        rows.push([postgres, Number(size[0].bytes)])
      } finally {
        await server.stop()
      }
    } else console.error(`PostgreSQL was left out: ${server.reason}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { body: bodyOf(rows) }
}

function bodyOf(rows) {
  return table([
    [
      'store',
      'statements',
      'pages added a second',
      'open, p95',
      'find, p50',
      'find, p95',
      'who, p50',
      'who, p95',
      'bytes a statement',
    ],
    ...rows.map(([{ name, statements, rate, opening, finding, asking }, bytes]) => [
      name,
      statements.toLocaleString('en-GB'),
      rate === null ? '' : rate.toFixed(0),
      ms(quantile(opening, 0.95)),
      ms(quantile(finding, 0.5)),
      ms(quantile(finding, 0.95)),
      ms(quantile(asking, 0.5)),
      ms(quantile(asking, 0.95)),
      Math.round(bytes / statements).toString(),
    ]),
  ])
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // A ledger that was filled before: node bench/ledger.mjs PAGES PLACE
  const [, , pages = '10000', place] = process.argv
  if (place === undefined) console.log((await run({ pages: Number(pages) })).body)
  else {
    const measured = await measure(place.startsWith('postgres') ? 'PostgreSQL' : 'SQLite', place, Number(pages))
    console.log(
      bodyOf([[{ ...measured, rate: null }, place.startsWith('postgres') ? Number.NaN : statSync(place).size]]),
    )
  }
}
