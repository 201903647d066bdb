#!/usr/bin/env node
/**
 * Feeds targets with inputs that are changed again and again, led by what code they reach.
 *
 *   npm run fuzz -- TARGET… [--minutes N] [--seed S] [--corpus FOLDER]
 *   npm run fuzz -- TARGET… --until N [--minutes N] [--part I/OF] [--corpus FOLDER]
 *   npm run fuzz -- --list
 *   npm run fuzz -- --table [--corpus FOLDER]
 *
 * TARGET is one of --list, or `all`. --minutes (default 1) is for each. --until: turn by turn, each turn of --minutes for the
 * target that has had least, until each has had N minutes of CPU in all, earlier runs with it; it can be ended at any time and
 * goes on from there. --part 1/2 takes every second target, for a second process beside it. FOLDER (default fuzz-corpus
 * beside the repository)
 * keeps inputs that reached something new, what was found, and every run: a later run goes on from there. --table adds
 * the runs of FOLDER to bench/fuzz.jsonl and writes bench/FUZZ.md.
 *
 * What it finds is made small and lies in FOLDER/TARGET/finds. Exit code 1: something was found.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { rolldown } from 'rolldown'
import { COUNTERS, instrument, wordsOf } from './instrument.mjs'
import { runsOf, writeTable } from './table.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
/** The most bytes of any input. */
const MOST = 1 << 20
/** Seconds of CPU after which an input that has not come to an end never will. */
const HANGS = 60
/** Megabytes of JavaScript objects that a session may hold. */
const MEGABYTES = 2048

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    until: { type: 'string' },
    part: { type: 'string', default: '1/1' },
    seed: { type: 'string' },
    corpus: { type: 'string', default: join(ROOT, '..', 'fuzz-corpus') },
    list: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
  },
})
const corpus = resolve(values.corpus)
const minutes = Number(values.minutes)
if (!(minutes > 0)) fail(`--minutes ${values.minutes} is no number of minutes.`)
const until = values.until === undefined ? null : Number(values.until)
if (until !== null && !(until > 0)) fail(`--until ${values.until} is no number of minutes.`)
const [, part, of] = /^(\d+)\/(\d+)$/.exec(values.part)?.map(Number) ?? []
if (!(part >= 1 && part <= of)) fail(`--part ${values.part} is not like 1/2.`)

if (values.table) writeTable(corpus)
else {
  const built = await build()
  const { targets } = await import(pathToFileURL(join(built.folder, 'list.mjs')).href)
  if (values.list) for (const { name, about } of targets) console.log(`${name.padEnd(14)}${about}`)
  else {
    const names = positionals.includes('all') ? targets.map(({ name }) => name) : positionals
    const wrong = names.find((name) => !targets.some((target) => target.name === name))
    if (names.length === 0) fail('Name a target, or all. --list shows them.')
    if (wrong !== undefined) fail(`There is no target ${wrong}. --list shows them.`)
    const mine = names.filter((_, i) => i % of === part - 1)
    if (until === null) for (const name of mine) await run(name, built)
    else for (let name = least(mine); name !== null; name = least(mine)) await run(name, built)
  }
}

function fail(message) {
  console.error(`fuzz: ${message}`)
  process.exit(2)
}

/** The target that has had least CPU; null: all have had enough. */
function least(names) {
  const had = new Map(names.map((name) => [name, 0]))
  for (const { target, cpuMinutes } of runsOf(corpus)) had.set(target, (had.get(target) ?? Number.NaN) + cpuMinutes)
  const [first] = names.filter((name) => had.get(name) < until).sort((a, b) => had.get(a) - had.get(b))
  return first ?? null
}

/** Bundles the targets with all code of ours, and puts counters into it. */
async function build() {
  const folder = join(ROOT, 'node_modules', '.cache', `onrecord-fuzz-${part}`)
  rmSync(folder, { recursive: true, force: true })
  const bundle = await rolldown({
    input: { session: join(import.meta.dirname, 'session.ts'), list: join(import.meta.dirname, 'targets', 'index.ts') },
    platform: 'node',
    external: /^(?![./]|vitest$)/,
    resolve: { alias: { vitest: join(import.meta.dirname, 'outside-vitest.ts') } },
    logLevel: 'silent',
  })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  let counters = 0
  const words = new Set()
  for (const file of readdirSync(folder).sort()) {
    const path = join(folder, file)
    const code = readFileSync(path, 'utf8')
    for (const word of wordsOf(code)) words.add(word)
    const made = instrument(code, counters)
    counters += made.counters
    writeFileSync(path, made.code)
  }
  globalThis[COUNTERS] = new Uint8Array((counters + 15) & ~7)
  writeFileSync(
    join(folder, 'start.mjs'),
    `globalThis.${COUNTERS} = new Uint8Array(${(counters + 15) & ~7})\nawait import('./session.mjs')\n`,
  )
  return { folder, counters, words: [...words] }
}

async function run(name, { folder, counters, words }) {
  const seed = Number(values.seed ?? Date.now() % 2 ** 31)
  const home = join(corpus, name)
  mkdirSync(home, { recursive: true })
  const began = Date.now()
  const cpuBefore = process.cpuUsage()
  const passed = []
  const sum = { executions: 0, edges: 0, finds: 0, restarts: 0, warm: 0, end: 0 }
  for (;;) {
    const seconds = minutes * 60 - (Date.now() - began) / 1000
    if (seconds < 1 && sum.executions > 0) break
    const last = await session(
      { target: name, folder: home, seconds, seed: seed + sum.restarts, words, passed },
      folder,
    )
    sum.executions += last.executions
    sum.edges = Math.max(sum.edges, last.edges)
    sum.finds += last.finds
    sum.warm = last.warm ?? 0
    sum.end = last.end ?? 0
    if (!last.fatal) break
    // It did not survive the input: that is a find, and the rest go on.
    sum.restarts++
    sum.finds += keepFatal(home, last.fatal)
    passed.push(createHash('sha256').update(last.fatal.input).digest('hex').slice(0, 16))
    if (sum.restarts > 50) break
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const { restarts: _, ...told } = sum
  const inputs = existsSync(join(home, 'corpus')) ? readdirSync(join(home, 'corpus')).length : 0
  const record = {
    target: name,
    began: new Date(began).toISOString(),
    seed,
    minutes: round((Date.now() - began) / 60_000),
    cpuMinutes: round((user + system) / 60e6),
    ...told,
    counters,
    corpus: inputs,
    load: round(loadavg()[1]),
  }
  appendFileSync(join(corpus, 'runs.jsonl'), `${JSON.stringify(record)}\n`)
  console.log(
    `${name}: ${record.minutes} min (${record.cpuMinutes} of CPU), ${sum.executions} inputs fed, ${sum.edges} branches reached, ${inputs} kept, ${sum.finds} found; seed ${seed}`,
  )
  if (sum.finds > 0) {
    process.exitCode = 1
    console.log(`  what was found: ${join(home, 'finds')}`)
  }
}

function round(n) {
  return Math.round(n * 100) / 100
}

/** One worker's time; `fatal` where it did not survive an input. */
function session(setup, folder) {
  const input = new SharedArrayBuffer(MOST)
  const state = new SharedArrayBuffer(12)
  const at = new Int32Array(state)
  setFlagsFromString('--expose-gc')
  const worker = new Worker(pathToFileURL(join(folder, 'start.mjs')), {
    workerData: { ...setup, input, state },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  return new Promise((done) => {
    let last = { executions: 0, edges: 0, finds: 0 }
    let isDone = false
    const fed = () => Buffer.from(new Uint8Array(input, 0, Math.min(Atomics.load(at, 1), MOST)).slice())
    const end = (result) => {
      if (isDone) return
      isDone = true
      clearInterval(watch)
      void worker.terminate().then(() => done(result))
    }
    let before = { n: -1, cpu: process.cpuUsage() }
    const watch = setInterval(() => {
      const n = Atomics.load(at, 0)
      const { user, system } = process.cpuUsage(before.cpu)
      if (n !== before.n || Atomics.load(at, 2) === 0) before = { n, cpu: process.cpuUsage() }
      else if ((user + system) / 1e6 > HANGS)
        end({ ...last, fatal: { signature: 'hangs', message: `It took more than ${HANGS} s of CPU.`, input: fed() } })
    }, 1000)
    worker.on('message', ({ kind, ...told }) => {
      if (kind === 'find') {
        console.log(`  ${setup.target}: found ${told.signature}`)
        return
      }
      last = { ...told }
      if (kind === 'end') end(last)
      else if (process.stderr.isTTY)
        process.stderr.write(
          `\r  ${setup.target}: ${told.executions} fed, ${told.edges} branches, ${told.finds} found `,
        )
    })
    worker.on('error', (error) =>
      end({
        ...last,
        fatal: {
          signature: `ends the worker: ${error.code ?? error.name}`,
          message: String(error.stack),
          input: fed(),
        },
      }),
    )
    worker.on('exit', (code) => {
      if (code !== 0) end({ ...last, fatal: { signature: `ends the worker: exit ${code}`, message: '', input: fed() } })
    })
  })
}

function keepFatal(home, { signature, message, input }) {
  const name = createHash('sha256').update(signature).digest('hex').slice(0, 16)
  const file = join(home, 'finds', `${name}.bin`)
  console.log(`  found ${signature}`)
  if (existsSync(file)) return 0
  mkdirSync(join(home, 'finds'), { recursive: true })
  writeFileSync(file, input)
  writeFileSync(join(home, 'finds', `${name}.txt`), `${signature}\n\n${message}\n`)
  return 1
}
