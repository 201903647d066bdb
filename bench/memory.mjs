/**
 * What the desk's server holds: `onrecord desk` of the built package by itself, seen from outside: the memory that is its
 * own (PSS: what it shares with other processes counts by its share), what the system shows for it (RSS), and the most
 * that it ever held. Linux alone says so.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.mjs'
import { ROOT, table } from './library.mjs'

export const title = 'Memory of the desk'

/** Seconds without a request after which it is looked at: what Node collects when idle it has collected by then. */
const IDLE = 30
/** As the desk's own: a model that nobody has used for so long is let go. Seconds. */
const LET_GO = 130

/** After a minute the threads that answer searches end. Seconds. */
const RESTED = 45

/** Megabytes: of its own and shared, and the most ever. */
function memoryOf(pid) {
  const number = (file, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1])
  const [rollup, status] = [`/proc/${pid}/smaps_rollup`, `/proc/${pid}/status`]
  return {
    pss: number(rollup, 'Pss') / 1024,
    rss: number(status, 'VmRSS') / 1024,
    peak: number(status, 'VmHWM') / 1024,
  }
}

async function desk(place) {
  const port = await freePort()
  const args = [join(ROOT, 'dist', 'cli', 'main.js'), 'desk', '--no-open', '--port', String(port), '--ledger', place]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/healthz`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`onrecord desk ended with ${child.exitCode}`)
    await wait(100)
  }
  return { child, url }
}

async function ended({ child }) {
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await end
}

/** Adds the example pages that are named, and waits until they are read. */
async function addPages(url, names) {
  const form = new FormData()
  for (const name of names) form.append('files', new Blob([readFileSync(join(ROOT, 'examples', name))]), name)
  const { id } = await (await fetch(`${url}/api/imports`, { method: 'POST', body: form })).json()
  for (;;) {
    const { open, runs } = await (await fetch(`${url}/api/imports`)).json()
    if (open.every((run) => run.id !== id) && runs.length > 0) return
    await wait(200)
  }
}

const search = async (url) => {
  for (const q of ['said', 'the', 'river']) await (await fetch(`${url}/api/statements?q=${q}`)).text()
}

export async function run() {
  if (!existsSync('/proc/self/smaps_rollup')) throw new Error('Only Linux says how much memory a process holds.')
  execFileSync('npx', ['tsdown', '--logLevel', 'error'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-memory-'))
  const place = join(folder, 'ledger.db')
  const rows = [['the desk', 'PSS, MB', 'RSS, MB', 'most ever, MB']]
  const figures = {}
  const look = (name, key, { child }) => {
    const { pss, rss, peak } = memoryOf(child.pid)
    rows.push([name, Math.round(pss), Math.round(rss), Math.round(peak)])
    figures[key] = rss
  }
  try {
    const first = await desk(place)
    await wait(IDLE * 1000)
    look('on an empty ledger, idle', 'empty', first)
    await addPages(first.url, ['news-page.html'])
    look('a page was read by the network', 'read', first)
    await wait(IDLE * 1000)
    look(`${IDLE} s later`, 'model', first)
    await addPages(first.url, ['wire-story.txt'])
    await search(first.url)
    await wait(LET_GO * 1000)
    look(`another page, some searches, ${LET_GO} s later`, 'letGo', first)
    await ended(first)
    const again = await desk(place)
    await wait(IDLE * 1000)
    look('started again on these two pages, idle', 'idle', again)
    await search(again.url)
    look('after some searches', 'searched', again)
    await wait(IDLE * 1000)
    look(`${IDLE} s later`, 'rested', again)
    await wait(RESTED * 1000)
    look(`another ${RESTED} s later`, 'alone', again)
    await ended(again)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    body: `${table(rows)}\n\nPSS counts what is shared with other processes by its share, RSS wholly. The model and its runtime come with the first page that is read.`,
    figures,
  }
}
