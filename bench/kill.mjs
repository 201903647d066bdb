/**
 * `onrecord add`, killed (SIGKILL) at random moments and started again until all is in: is what it reported as added there,
 * whole, and does the ledger verify? A new ledger each time the pages are all in. As a script of its own:
 * `node bench/kill.mjs KILLS`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, table } from './library.mjs'
import { htmlOf, random, syntheticPage } from './synthetic-pages.mjs'

export const title = 'onrecord add, killed'

const KILLS = 200
const PAGES = 250
const CLI = join(ROOT, 'dist', 'cli', 'main.js')

/** Runs `add` and kills it after so long; gives what it reported as kept, and whether it came to its end. */
function addAndKill(pages, ledger, after) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [CLI, 'add', '--tagger', 'rules', '--format', 'jsonl', '--ledger', ledger, pages],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    let out = ''
    child.stdout.on('data', (part) => {
      out += part
    })
    const timer = after === null ? null : setTimeout(() => child.kill('SIGKILL'), after)
    child.on('close', (code) => {
      if (timer) clearTimeout(timer)
      // A line that was cut off was not reported.
      const lines = out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
      resolve({ lines, ended: code === 0 })
    })
  })
}

export async function run({ kills = KILLS, seed = 5 } = {}) {
  const { openLedger } = await import(pathToFileURL(join(ROOT, 'dist', 'ledger.js')).href)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'))
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  for (let i = 0; i < PAGES; i++)
    writeFileSync(join(pages, `${String(i).padStart(4, '0')}.html`), htmlOf(syntheticPage(3, i), i))
  const next = random(seed)
  const totals = { killed: 0, reported: 0, missing: 0, half: 0, faults: 0, ledgers: 0, unfinished: 0, extra: 0 }
  try {
    while (totals.killed < kills) {
      const ledger = join(folder, `${totals.ledgers++}.db`)
      const reported = new Map()
      for (let attempt = 0; ; attempt++) {
        const isLast = attempt >= 6 || totals.killed >= kills
        const { lines, ended } = await addAndKill(pages, ledger, isLast ? null : 150 + next() * 2200)
        if (!ended) totals.killed++
        for (const { outcome, page, statements } of lines) {
          if (outcome === 'new' || outcome === 'version') reported.set(page, statements)
        }
        let store
        try {
          store = await openLedger(ledger, { create: false })
        } catch (error) {
          // Killed before there was a ledger.
          if (error.code === 'ledger-missing' && reported.size === 0) continue
          throw error
        }
        try {
          for (const [page, statements] of reported) {
            const found = await store.record(page).catch(() => null)
            if (!found) totals.missing++
            else if (found.statements.length !== statements) totals.half++
          }
          totals.faults += (await store.verify()).faults.length
          const counts = await store.counts()
          if (ended) {
            if (counts.pages !== PAGES) totals.unfinished++
            break
          }
          if (isLast) {
            totals.unfinished++
            break
          }
        } finally {
          await store.close()
        }
      }
      totals.reported += reported.size
      process.stderr.write(`\r${totals.killed} of ${kills} kills, ${totals.missing} missing, ${totals.faults} faults`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    process.stderr.write('\n')
  }
  const body = table([
    [
      'kills',
      'ledgers',
      'pages reported as added',
      'of these missing',
      'half there',
      'faults of verify',
      'ledgers not finished by going on',
    ],
    [totals.killed, totals.ledgers, totals.reported, totals.missing, totals.half, totals.faults, totals.unfinished].map(
      String,
    ),
  ])
  return { body }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await run({ kills: Number(process.argv[2] ?? KILLS) })).body)
}
