/**
 * Search over HTTP: `onrecord desk` on a ledger of a million synthetic statements, fifty clients that each ask the next
 * question when the last was answered, no question twice. The clients run on the same machine. As a script of its own, on
 * a ledger that bench/ledger.mjs filled before: `node bench/server.mjs PAGES PLACE [REQUESTS]`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import autocannon from 'autocannon'
import { freePort } from './free-port.mjs'
import { fill, questions } from './ledger.mjs'
import { ROOT, table } from './library.mjs'

export const title = 'Search over HTTP'

const PAGES = 100_000
const CLIENTS = 50
const REQUESTS = 24_000
/** Requests after which memory is not to grow any more. */
const WARM = 1_000
const SEED = 2027

/** Paths of questions, no two the same; speakers by the ids that the ledger has for their names. */
async function pathsOf(count, pages, place) {
  const { openLedger } = await import(pathToFileURL(join(ROOT, 'dist', 'ledger.js')).href)
  const ledger = await openLedger(place)
  const { statements } = await ledger.counts()
  const ids = new Map()
  const paths = new Set()
  for (let seed = SEED; paths.size < count; seed++) {
    for (const { words, name, acts, from, to } of questions(count, pages, seed)) {
      if (paths.size === count) break
      const query = new URLSearchParams({ q: words })
      if (name) {
        if (!ids.has(name)) ids.set(name, (await ledger.speakers({ name, limit: 1 })).items[0]?.id)
        if (!ids.get(name)) continue
        query.set('speaker', ids.get(name))
      }
      if (acts) query.set('act', acts.join(','))
      if (from) query.set('from', from)
      if (to) query.set('to', to)
      paths.add(`/api/statements?${query}`)
    }
  }
  await ledger.close()
  return { paths: [...paths], statements }
}

async function started(place) {
  const port = await freePort()
  const args = [join(ROOT, 'dist', 'cli', 'main.js'), 'desk', '--no-open', '--port', String(port), '--ledger', place]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`onrecord desk ended with ${child.exitCode}`)
    const answered = await fetch(`${url}/api/statements?q=zzz`).catch(() => null)
    if (answered?.ok) return { child, url }
    await wait(100)
  }
}

/** Memory of its own that a process holds, without the files that it has mapped. MB. */
function memoryOf({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

/** Seconds of processor that a process has taken. */
function secondsOf({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function measure(place, pages, requests) {
  const { paths, statements } = await pathsOf(requests, pages, place)
  const { child, url } = await started(place)
  try {
    const each = Math.ceil(requests / CLIENTS)
    let client = 0
    let answered = 0
    let bytes = 0
    const memory = []
    const before = secondsOf(child)
    const began = performance.now()
    const run = autocannon({
      url,
      connections: CLIENTS,
      amount: requests,
      timeout: 60,
      setupClient(own) {
        const some = paths.slice(client * each, ++client * each)
        own.setRequests(some.map((path) => ({ path, method: 'GET' })))
      },
    })
    run.on('response', (_, __, size) => {
      bytes += size
      if (++answered % WARM === 0) memory.push(memoryOf(child))
    })
    const result = await run
    const seconds = (performance.now() - began) / 1000
    console.error(`memory after each thousand, MB: ${memory.map((each) => each.toFixed(0)).join(' ')}`)
    return { statements, result, seconds, memory, bytes, processor: secondsOf(child) - before, answered }
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

function bodyOf({ statements, result, seconds, memory, bytes, processor, answered }) {
  const { latency, non2xx, errors, timeouts } = result
  const failed = non2xx + errors + timeouts
  const half = memory.slice(Math.floor(memory.length / 2))
  return table([
    [
      'statements',
      'questions',
      'clients',
      'requests/s',
      'p50',
      'p99',
      'slowest',
      'failed',
      'KB an answer',
      'processor a question',
      'memory after 1,000',
      'at most in the second half',
    ],
    [
      statements.toLocaleString('en-GB'),
      answered.toLocaleString('en-GB'),
      String(CLIENTS),
      (answered / seconds).toFixed(0),
      `${latency.p50} ms`,
      `${latency.p99} ms`,
      `${latency.max} ms`,
      String(failed),
      (bytes / answered / 1024).toFixed(1),
      `${((processor / answered) * 1000).toFixed(1)} ms`,
      `${(memory[0] ?? Number.NaN).toFixed(0)} MB`,
      `${Math.max(...half).toFixed(0)} MB`,
    ],
  ])
}

export async function run({ pages = PAGES, requests = REQUESTS } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const place = join(folder, 'ledger.db')
    await fill('SQLite', place, pages)
    return { body: bodyOf(await measure(place, pages, requests)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , pages = '10000', place, requests = String(REQUESTS)] = process.argv
  console.log(
    place === undefined
      ? (await run({ pages: Number(pages) })).body
      : bodyOf(await measure(place, Number(pages), Number(requests))),
  )
  console.error(`${availableParallelism()} cores`)
}
