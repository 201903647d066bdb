/**
 * Many workers on one ledger in PostgreSQL: WARC files of pages (bench/scale-pages.mjs), read by one worker left alone, and by
 * two and four that are killed (SIGKILL) at random moments and started again. Is every page there once, with as many
 * statements? What does each stage cost a page? As a script of its own, with fewer pages: `node bench/scale.mjs PAGES`; the
 * stages alone: `node bench/scale.mjs PAGES stages`. `--resume` of bench/run.mjs: runs of the same program over as many pages are
 * not made again.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { rolldown } from 'rolldown'
import { startPostgres } from '../scripts/postgres.mjs'
import { CACHE, ROOT, table } from './library.mjs'
import { writeArchives } from './scale-pages.mjs'
import { random } from './synthetic-pages.mjs'

export const title = 'Workers on PostgreSQL'

const PAGES = 20_000
/** Pages of a WARC file, at most; every run has eight files at least. */
const PER_FILE = 500
/** Workers of each run, and whether they are killed. */
const RUNS = [
  { workers: 1, kill: false },
  { workers: 2, kill: true },
  { workers: 4, kill: true },
]
/** Between two kills at most this share of the pages is added. */
const KILL_WITHIN = 0.05
/** Pages that are measured stage by stage, and of these those that the trained tagger reads. */
const STAGED = 600
const STAGED_NETWORK = 60
const CLI = join(ROOT, 'dist', 'cli', 'main.js')

const number = (n, digits = 0) =>
  n.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

async function asked(address, question) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

/** Seconds of processor that a process and those that it has waited for have taken, as Linux counts them. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
  } catch {
    return 0
  }
}

/** That of a server and all its living processes. */
function cpuOfServer(pid) {
  let sum = cpuOf(pid)
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ').at(-1).split(' ')
      if (Number(fields[1]) === pid) sum += cpuOf(entry)
    } catch {
      // It has ended.
    }
  }
  return sum
}

const cli = (...args) => execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' })

/** Does all jobs with so many workers, one page at a time each; kills and starts them again. */
async function doJobs(place, files, { workers, kill }, seed, total) {
  cli('jobs', 'add', ...files, '--tagger', 'rules', '--ledger', place)
  const next = random(seed)
  const running = new Set()
  let kills = 0
  let ended = false
  let cpu = 0
  const begin = () => {
    const child = spawn(
      process.execPath,
      [CLI, 'worker', '--ledger', place, '--until-empty', '--jobs', '1', '--offline', '--format', 'jsonl'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    running.add(child)
    child.on('exit', (code) => {
      running.delete(child)
      if (code === 0) ended = true
      else if (code !== null) throw new Error(`a worker ended with ${code}`)
    })
  }
  const began = performance.now()
  const load = loadavg()[0]
  for (let i = 0; i < workers; i++) begin()
  const measured = new Map()
  // Kills go by what was done, not by the clock, so that a slow machine has as many.
  let killAt = next() * KILL_WITHIN * total
  while (running.size > 0) {
    await sleep(250)
    for (const { pid } of running) measured.set(pid, cpuOf(pid))
    const [{ n }] = await asked(place, 'select coalesce(sum(added), 0)::int as n from work_jobs')
    process.stderr.write(`\r${workers} workers: ${n} of ${total} pages, ${kills} kills `)
    if (!kill || ended || n < killAt) continue
    killAt = n + next() * KILL_WITHIN * total
    const victim = [...running][Math.floor(next() * running.size)]
    if (!victim) continue
    victim.kill('SIGKILL')
    kills++
    begin()
  }
  process.stderr.write('\n')
  for (const seconds of measured.values()) cpu += seconds
  return { seconds: (performance.now() - began) / 1000, kills, cpu, load }
}

/** Where a run's result is kept: under what was run, the built program and this script. */
function runFile(pages, { workers, kill }) {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const name of readdirSync(join(ROOT, 'dist'), { recursive: true }).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(join(ROOT, 'dist', name)))
  return join(CACHE, `scale-${pages}-${workers}-${kill}-${hash.digest('hex').slice(0, 16)}.json`)
}

const keepRun = (pages, each, kept) => writeFileSync(runFile(pages, each), JSON.stringify(kept))

function keptRun(pages, each) {
  const file = runFile(pages, each)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** What is there, by the database's own count. */
async function thereIn(place) {
  const [row] = await asked(
    place,
    `select count(*)::int as pages, count(distinct id)::int as ids, sum(statements)::int as claimed,
       (select count(*)::int from statements) as statements, (select count(distinct id)::int from statements) as "statementIds",
       (select count(*)::int from captures) as captures, (select count(*)::int from readings) as readings,
       (select count(distinct n)::int from page_words) as searchable,
       (select count(*)::int from import_items where outcome = 'failed') as failed,
       (select count(*)::int from onrecord_jobs.job where state = 'completed') as done,
       (select count(*)::int from onrecord_jobs.job where state <> 'completed') as "notDone",
       (select count(*)::int from onrecord_jobs.job where state = 'failed') as "setAside",
       (select md5(string_agg(id || ' ' || statements, ',' order by id)) from pages) as digest
     from pages`,
  )
  return row
}

/** Bytes of the tables with their indexes, the largest first. */
async function sizesOf(place) {
  return asked(
    place,
    `select regexp_replace(c.relname, '_(\\d{4}_\\d{2}|none)$', '') as name, sum(pg_total_relation_size(c.oid))::bigint as bytes
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1
     having sum(pg_total_relation_size(c.oid)) > 0 order by 2 desc`,
  )
}

/** The stages, bundled as they are checked out. */
async function stages() {
  const id = join(ROOT, 'bench-scale-entry.ts')
  const code = `
    export { captures } from './src/node/sources/index.ts'
    export { pageFromBytes } from './src/node/page.ts'
    export { read } from './src/core/reading/index.ts'
    export { findStatements, rulesTagger } from './src/core/statements/index.ts'
    export { loadTagger } from './src/node/inference.ts'
    export { findSpeakers } from './src/core/speakers/index.ts'
    export { recordOf } from './src/core/exports/record.ts'
    export { ready } from './src/node/ledger/add.ts'
    export { nodePacking } from './src/node/ledger/node-packing.ts'
    export { openLedger } from './src/node/ledger/open.ts'`
  const file = join(CACHE, `scale-${process.pid}.mjs`)
  process.on('exit', () => rmSync(file, { force: true }))
  const bundle = await rolldown({
    input: id,
    platform: 'node',
    external: [/^onnxruntime/, /^libsql/, /^pg(?:-|$)/],
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? code : null),
      },
    ],
  })
  await bundle.write({ file, codeSplitting: false })
  await bundle.close()
  return import(pathToFileURL(file).href)
}

/** Of which stage of writing a statement of SQL is. */
function stageOfQuery(statement) {
  if (/\blink_keys\b|"links"|\blinks\b/.test(statement)) return 'write: links'
  if (/\bprints\b|\bbands\b/.test(statement)) return 'write: repeats'
  if (/(?:statement|page)_words/.test(statement)) return 'write: index'
  if (/speaker/.test(statement) && !/insert into "statements"/.test(statement)) return 'write: speakers'
  return 'write: page and statements'
}

/** Milliseconds of processor a page in each stage: of this process, and in writing of the database too. */
async function costs(files, server, place, most) {
  const staged = Math.min(STAGED, most)
  const library = await stages()
  const { captures, pageFromBytes, read, findStatements, rulesTagger, findSpeakers, recordOf, ready, nodePacking } =
    library
  const spent = new Map()
  const timed = async (stage, work) => {
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    const known = spent.get(stage) ?? { ms: 0, n: 0 }
    spent.set(stage, { ms: known.ms + (user + system) / 1000, n: known.n + 1 })
    return result
  }
  const network = await library.loadTagger({ threads: 1 })
  const arrivals = []
  let statements = 0
  let tagged = 0
  for (const file of files) {
    const found = captures(file)
    for (;;) {
      const { done, value } = await timed('archive: read and inflate', () => found.next())
      if (done || arrivals.length >= staged) break
      if (value.kind !== 'capture') throw new Error(`${value.name} is no capture`)
      const { name, url, bytes, contentType, retrieved, headers } = value
      const page = await timed('decode', () => pageFromBytes(bytes, { name, url, contentType }))
      const reading = await timed('read', async () => read(page))
      const tags = await timed('statements, by the rules', () => findStatements(reading, rulesTagger))
      if (arrivals.length % Math.ceil(staged / STAGED_NETWORK) === 1) {
        tagged++
        await timed('statements, by the trained tagger', () => findStatements(reading, network))
      }
      const found2 = await timed('speakers', async () => findSpeakers(reading, tags))
      const record = recordOf(page, reading, found2.statements, found2.speakers, name)
      statements += record.statements.length
      const arrival = { capture: { name, url, retrieved, headers }, bytes, record }
      await timed('pack', async () => ready(nodePacking, arrival))
      arrivals.push(arrival)
    }
    await found.return()
    if (arrivals.length >= staged) break
  }
  const inDatabase = new Map()
  let queries = 0
  const ledger = await library.openLedger(place, {
    onQuery: (statement, ms) => {
      queries++
      const stage = stageOfQuery(statement)
      inDatabase.set(stage, (inDatabase.get(stage) ?? 0) + ms)
    },
  })
  // The months are made, and what is compiled is.
  await ledger.add(arrivals.slice(0, staged / 2))
  inDatabase.clear()
  queries = 0
  const rest = arrivals.slice(staged / 2)
  const before = cpuOfServer(server)
  const wall = performance.now()
  for (let from = 0; from < rest.length; from += 64)
    await timed('write: this process', () => ledger.add(rest.slice(from, from + 64)))
  const lock = (performance.now() - wall) / rest.length
  const database = ((cpuOfServer(server) - before) * 1000) / rest.length
  await ledger.close()
  const ms = (stage, of) => (spent.get(stage)?.ms ?? 0) / of
  const rows = [
    ...['archive: read and inflate', 'decode', 'read', 'statements, by the rules'].map((stage) => [
      stage,
      ms(stage, arrivals.length),
    ]),
    ['statements, by the trained tagger', ms('statements, by the trained tagger', tagged)],
    ['speakers', ms('speakers', arrivals.length)],
    ['pack', ms('pack', arrivals.length)],
    // `add` packs once more.
    ['write: this process', ms('write: this process', rest.length) - ms('pack', arrivals.length)],
    ['write: the database', database],
  ]
  const total = [...inDatabase.values()].reduce((sum, value) => sum + value, 0)
  const shares = [...inDatabase]
    .sort((a, b) => b[1] - a[1])
    .map(([stage, value]) => [stage.replace('write: ', ''), `${number((value / total) * 100)} %`])
  return {
    rows,
    shares,
    lock,
    queries: queries / rest.length,
    statements: statements / arrivals.length,
    pages: arrivals.length,
    tagged,
  }
}

export async function run({ pages = PAGES, runs = RUNS, resume = false } = {}) {
  const server = await startPostgres()
  if (!server.address) throw new Error(`There is no PostgreSQL: ${server.reason}`)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-scale-'))
  try {
    process.stderr.write(`writing ${pages} pages …\n`)
    const { files, bytes } = writeArchives(folder, pages, Math.min(PER_FILE, Math.ceil(pages / 8)))
    const [{ pid: postmaster }] = await asked(
      server.address,
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
    )
    const database = async (name) => {
      await asked(server.address, `create database ${name}`)
      const address = new URL(server.address)
      address.pathname = `/${name}`
      return address.href
    }
    const results = []
    let sizes = []
    for (const [i, each] of runs.entries()) {
      const kept = resume ? keptRun(pages, each) : null
      if (kept) {
        results.push(kept.result)
        if (i === 0) sizes = kept.sizes
        continue
      }
      const place = await database(`run_${i}`)
      const before = cpuOfServer(postmaster)
      const done = await doJobs(place, files, each, i + 3, pages)
      const there = await thereIn(place)
      results.push({ ...each, ...done, ...there, database: cpuOfServer(postmaster) - before })
      if (there.notDone > 0)
        process.stderr.write(
          `${there.notDone} jobs were not done, ${there.setAside} of them set aside\n${cli('jobs', 'failed', '--ledger', place)}\n`,
        )
      const own = await sizesOf(place)
      if (i === 0) sizes = own
      keepRun(pages, each, { result: results.at(-1), sizes: own })
      await asked(server.address, `drop database run_${i} with (force)`)
    }
    const staged = await costs(files, postmaster, await database('stages'), pages)
    return { body: bodyOf({ pages, bytes, files, results, sizes, staged }) }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function bodyOf({ pages, bytes, files, results, sizes, staged }) {
  const [calm] = results
  if (!calm) return stagesText(staged)
  const same = (row) => row.digest === calm.digest && row.pages === pages && row.ids === pages
  const once = (row) =>
    row.captures === pages &&
    row.readings === pages &&
    row.searchable === pages &&
    row.statements === row.claimed &&
    row.statementIds === row.statements &&
    row.failed === 0 &&
    row.notDone === 0
  const runs = table([
    [
      'workers',
      'killed',
      'pages',
      'pages there once',
      'statements',
      'as many on each page',
      'pages a second',
      'CPU of workers, ms a page',
      'CPU of the database, ms a page',
      'load before',
    ],
    ...results.map((row) => [
      row.workers,
      row.kill ? `${row.kills} times` : 'no',
      number(row.pages),
      once(row) ? 'yes' : 'no',
      number(row.statements),
      same(row) ? 'yes' : 'no',
      number(pages / row.seconds, 1),
      number((row.cpu * 1000) / pages, 1),
      number((row.database * 1000) / pages, 1),
      row.load.toFixed(1),
    ]),
  ])
  const total = sizes.reduce((sum, { bytes: size }) => sum + Number(size), 0)
  const sizesTable = table([
    ['table, with its indexes', 'bytes a page'],
    ...sizes
      .filter(({ bytes: size }) => Number(size) / pages >= 10)
      .map(({ name, bytes: size }) => [name, number(Number(size) / pages)]),
    ['all', number(total / pages)],
  ])
  return `${number(pages)} pages (${number(bytes / pages / 1000, 1)} kB each, ${number(staged.statements, 1)} statements) in ${files.length} WARC files, made from corpora/pages (one in ten) and PolNeAR, varied; found by the rules; one page at a time a worker. Workers and PostgreSQL share ${availableParallelism()} cores. "There once": pages, ids, captures, readings and pages in the search are as many as were made, statements as many as their pages say and each id once, no failure, every job done. "As many on each page": page by page the same number of statements as in the first run.

${runs}

${stagesText(staged)}

${sizesTable}`
}

/** What each stage costs. */
function stagesText(staged) {
  const stagesTable = table([
    ['stage', 'CPU, ms a page'],
    ...staged.rows.map(([stage, value]) => [stage, number(value, 2)]),
  ])
  return `Of ${staged.pages} pages, one after another (the trained tagger: ${staged.tagged} of them):

${stagesTable}

A page takes ${number(staged.queries, 0)} statements of SQL and holds the writers' lock for ${number(staged.lock, 1)} ms. Of the time in the database: ${staged.shares.map(([stage, share]) => `${stage} ${share}`).join(', ')}.`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , pages = PAGES, only] = process.argv
  const runs = only === 'stages' ? [] : only ? RUNS.filter(({ workers }) => workers === Number(only)) : RUNS
  console.log((await run({ pages: Number(pages), runs })).body)
}
