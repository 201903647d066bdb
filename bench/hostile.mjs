/**
 * Pages made to break a reader: 10,000 of random debris, families that double in size, and pages of 50 MB. Each family
 * grows in a process of its own with a time limit, so that one that hangs is told of and the rest go on.
 *
 * As a script of its own: `node bench/hostile.mjs family NAME SIZE…` or `node bench/hostile.mjs debris FIRST END`.
 */
import { execFileSync } from 'node:child_process'
import { bundleLibrary, library, ROOT, table } from './library.mjs'
import { debris, MONSTERS } from './monsters.mjs'

export const title = 'Hostile input'

const SIZES = [62_500, 125_000, 250_000, 500_000, 1_000_000]
const LIMIT_S = 240
/** Growth per doubling from which a family is said to grow faster than linearly. */
const FASTER = 2.6
/** A page of the size before the last two doublings must take as many milliseconds to be judged by. */
const JUDGED_MS = 40
const DEBRIS = 10_000
/** Families of which a page of 50 MB is made besides. */
const HUGE = [
  'nested div',
  'paragraphs',
  'one paragraph',
  'an attribute',
  'links',
  'references',
  'sentences',
  'short lines',
  'quotation marks',
  'one word',
]
const HUGE_SIZE = 50_000_000

async function path() {
  const { read, pageFromText, findStatements, rulesTagger } = await library()
  /** Milliseconds of each stage. Statements of a plain-text page are looked for in all of it, as an article's. */
  return async (kind, text) => {
    const began = performance.now()
    const reading = readingOf(pageFromText(text, { kind }))
    const read_ = performance.now() - began
    const searched = kind === 'text' ? readingOf(pageFromText(text, { kind: 'article' })) : reading
    const finding = performance.now()
    if (searched) await findStatements(searched, rulesTagger)
    return { read: read_, find: performance.now() - finding }
  }

  function readingOf(page) {
    try {
      return read(page)
    } catch (error) {
      if (error.code === 'page-empty') return null
      throw error
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const [what, ...args] = process.argv.slice(2)
  const survive = await path()
  if (what === 'family') {
    const [name, ...sizes] = args
    const { kind, make } = MONSTERS[name]
    // The compiler's own work is not the page's: once at a small size first.
    for (let i = 0; i < 3; i++) await survive(kind, make(20_000))
    const out = []
    for (const size of sizes) {
      const { read, find } = await survive(kind, make(Number(size)))
      out.push([Number(size), Math.round(read), Math.round(find)])
      console.log(JSON.stringify({ times: out, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
    }
  } else {
    const out = { pages: 0, slowest: 0, seed: 0, characters: 0 }
    for (let seed = Number(args[0]); seed < Number(args[1]); seed++) {
      const { kind, text } = debris(seed)
      const began = performance.now()
      await survive(kind, text).catch((error) => {
        throw new Error(`debris(${seed}): ${error.stack}`)
      })
      const time = performance.now() - began
      out.pages++
      out.characters += text.length
      if (time > out.slowest) Object.assign(out, { slowest: time, seed })
    }
    console.log(JSON.stringify(out))
  }
}

/** Runs this file; gives the last line of JSON that it printed, and what stopped it, if something did. */
function part(args, limit) {
  let stdout
  let stopped = null
  try {
    stdout = execFileSync(process.execPath, [import.meta.filename, ...args.map(String)], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: limit * 1000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    stdout = error.stdout ?? ''
    stopped =
      error.code === 'ETIMEDOUT' || error.signal === 'SIGKILL'
        ? `not done in ${limit} s`
        : (String(error.stderr)
            .trim()
            .split('\n')
            .find((line) => /Error|FATAL/.test(line)) ?? `exit ${error.status}`)
  }
  const last = stdout.trim().split('\n').at(-1)
  return { result: last ? JSON.parse(last) : null, stopped }
}

export async function run({ only = null } = {}) {
  process.env.ONRECORD_BUNDLE = await bundleLibrary()
  const parts = []
  const faults = []
  if (only === null) {
    const { result, stopped } = part(['debris', 1, DEBRIS + 1], 3600)
    if (stopped) faults.push(`random debris: ${stopped}`)
    parts.push(
      result
        ? `${result.pages.toLocaleString('en')} pages of random debris (${(result.characters / 1e6).toFixed(0)} million characters): none crashed; the slowest took ${Math.round(result.slowest)} ms (seed ${result.seed}).`
        : `Random debris: ${stopped}.`,
    )
  }

  const rows = [['family', ...SIZES.map((size) => `${size / 1000} k`), 'per doubling', 'grows']]
  for (const name of Object.keys(MONSTERS)) {
    if (only && !name.includes(only)) continue
    let { result, stopped } = part(['family', name, ...SIZES], LIMIT_S)
    let times = totals(result)
    let growth = growthOf(times)
    // One slow collection of garbage reads as growth; what grows does so again, and the better of two times counts.
    if (!stopped && growth >= FASTER) {
      ;({ result, stopped } = part(['family', name, ...SIZES], LIMIT_S))
      times = totals(result).map((time, i) => Math.min(time, times[i]))
      growth = growthOf(times)
    }
    const verdict = stopped ?? (growth === null ? 'too fast to tell' : growth < FASTER ? 'linearly' : 'FASTER')
    if (stopped || verdict === 'FASTER') {
      faults.push(`${name}: ${verdict}; [size, ms of read, ms of findStatements] ${JSON.stringify(result?.times)}`)
    }
    rows.push([name, ...SIZES.map((_, i) => times[i] ?? ''), growth === null ? '' : growth.toFixed(2), verdict])
    console.error(rows.at(-1).join(' | '))
  }
  parts.push(`Milliseconds for the whole path, by the page's size in characters:\n\n${table(rows)}`)

  const huge = [['50 MB of', 'read, s', 'findStatements, s', 'peak memory, MB']]
  for (const name of only === null ? HUGE : []) {
    const { result, stopped } = part(['family', name, HUGE_SIZE], LIMIT_S * 5)
    const [, read, find] = result?.times[0] ?? []
    if (stopped) faults.push(`50 MB of ${name}: ${stopped}`)
    huge.push(
      stopped
        ? [name, stopped, '', '']
        : [name, (read / 1000).toFixed(1), (find / 1000).toFixed(1), Math.round(result.peakMegabytes)],
    )
    console.error(huge.at(-1).join(' | '))
  }
  if (only === null) parts.push(table(huge))
  parts.push(
    faults.length === 0
      ? `Nothing crashed or hung, and no time grew faster than linearly (${FASTER} times or more per doubling, where a page of a quarter of a million characters takes ${JUDGED_MS} ms or more).`
      : `Faults:\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  )
  return { body: parts.join('\n\n'), figures: { faults: faults.length } }
}

/** Milliseconds of both stages, by size. */
const totals = (result) => (result?.times ?? []).map(([, read, find]) => read + find)

/**
 * How many times as long a page of twice the size takes, over the last two doublings (noise of one is too much), where
 * the first of the three takes 40 ms: below that the clock and the collector say more than the page. Null: it does not.
 */
function growthOf(times) {
  const [first, , last] = times.slice(-3)
  return times.length < 3 || first < JUDGED_MS ? null : Math.sqrt(last / first)
}
