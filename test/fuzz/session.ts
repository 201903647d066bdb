/**
 * Feeds one target, in a worker of run.mjs: changes inputs that it has, and keeps those that reach what none before them
 * reached. run.mjs watches, for an input that never comes to an end can't be seen from within.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Chance, mutated } from './mutation.js'
import { endAll } from './outside-vitest.js'
import { targets } from './targets/index.js'

/** What run.mjs starts a session with. */
interface Setup {
  readonly target: string
  /** The folder of this target: `corpus` and `finds` in it. */
  readonly folder: string
  readonly seconds: number
  readonly seed: number
  /** String literals of the code. */
  readonly words: readonly string[]
  /** The input being fed, for whoever watches. */
  readonly input: SharedArrayBuffer
  /** How many were fed; the length of the one being fed; 1: the watch is on. */
  readonly state: SharedArrayBuffer
  /** Hashes of inputs that are not to be fed: the worker did not survive them. */
  readonly passed: readonly string[]
}

const setup = workerData as Setup
const { __onrecordCounters: counters, gc } = globalThis as unknown as {
  readonly __onrecordCounters: Uint8Array
  readonly gc?: () => void
}
const target = targets.find(({ name }) => name === setup.target)
if (!target) throw new Error(`There is no target ${setup.target}.`)
const most = Math.min(target.most ?? 16_384, setup.input.byteLength)
const shared = new Uint8Array(setup.input)
const state = new Int32Array(setup.state)
const chance = new Chance(setup.seed)
const words = [...(target.words ?? []), ...setup.words].map((word) => Buffer.from(word))
const began = performance.now()
const isOver = () => performance.now() - began > setup.seconds * 1000
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** What was reached: a bit for each counter and each order of magnitude of it. */
const reached = new Uint8Array(counters.length)
const wide = new Float64Array(counters.buffer, 0, counters.length >> 3)
let edges = 0

/** Takes in what the last run reached; whether any of it is new. */
function isNew(): boolean {
  let found = false
  for (let i = 0; i < wide.length; i++) {
    if (wide[i] === 0) continue
    for (let at = i * 8; at < i * 8 + 8; at++) {
      const n = counters[at] as number
      if (n === 0) continue
      const bit = n < 4 ? 1 << (n - 1) : n < 8 ? 8 : n < 16 ? 16 : n < 32 ? 32 : n < 128 ? 64 : 128
      const before = reached[at] as number
      if ((before & bit) !== 0) continue
      if (before === 0) edges++
      reached[at] = before | bit
      found = true
    }
  }
  return found
}

/** Milliseconds of CPU that an input may take: a hundred times what the slowest of sound ones do. */
const limitOf = (bytes: Uint8Array) => 1500 + bytes.length * 0.15

interface Failure {
  readonly signature: string
  readonly message: string
}

async function feed(bytes: Uint8Array): Promise<Failure | null> {
  shared.set(bytes.subarray(0, shared.length))
  Atomics.store(state, 1, bytes.length)
  Atomics.add(state, 0, 1)
  counters.fill(0)
  const start = performance.now()
  try {
    await target?.run(bytes)
  } catch (error) {
    return failureOf(error)
  }
  return performance.now() - start > limitOf(bytes) ? slowness(bytes) : null
}

/** Whether it was this input that was slow, and not the machine: by CPU time, twice more. */
async function slowness(bytes: Uint8Array): Promise<Failure | null> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 2; i++) {
    const before = process.cpuUsage()
    await target?.run(bytes)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  if (least < limitOf(bytes)) return null
  return { signature: 'slow', message: `${Math.round(least)} ms of CPU for ${bytes.length} bytes` }
}

function failureOf(error: unknown): Failure {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(`thrown: ${String(error)}`)
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('node:'))
  const frame = frames.find((line) => !/\b(?:hold|expected|attempt|same|fail|assert)\b/.test(line)) ?? ''
  const place = /at (?:async )?([^\s(]+)/.exec(frame)?.[1] ?? ''
  const plain = message
    .slice(0, 300)
    .replace(/\d+/g, 'N')
    .replace(/"(?:[^"\\]|\\.)*"?|…[^…]*…|'[^']*'/g, '…')
  return {
    signature: `${name}: ${plain.slice(0, 120)} @ ${place}`,
    message: `${name}: ${message.slice(0, 600)}\n${frames.slice(0, 6).join('\n')}`,
  }
}

/** The shortest input found within 400 tries that fails in the same way. */
async function shortest(bytes: Uint8Array, { signature }: Failure): Promise<Uint8Array> {
  let best = bytes
  let tries = 400
  for (let size = best.length >> 1; size > 0 && tries > 0; size >>= 1) {
    for (let at = 0; at < best.length && tries > 0; tries--) {
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)])
      if ((await feed(shorter))?.signature === signature) best = shorter
      else at += size
    }
  }
  return best
}

const corpusFolder = join(setup.folder, 'corpus')
const findsFolder = join(setup.folder, 'finds')
mkdirSync(corpusFolder, { recursive: true })
mkdirSync(findsFolder, { recursive: true })
const known = new Set(
  readdirSync(findsFolder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(findsFolder, file), 'utf8').split('\n', 1)[0] as string),
)
const corpus: Uint8Array[] = []
let executions = 0
let finds = 0

async function take(bytes: Uint8Array, keep: boolean): Promise<void> {
  executions++
  const failure = await feed(bytes)
  if (failure) {
    if (known.has(failure.signature)) return
    known.add(failure.signature)
    finds++
    const small = failure.signature === 'slow' ? bytes : await shortest(bytes, failure)
    const name = hashOf(Buffer.from(failure.signature))
    writeFileSync(join(findsFolder, `${name}.bin`), small)
    writeFileSync(join(findsFolder, `${name}.txt`), `${failure.signature}\n\n${failure.message}\n`)
    parentPort?.postMessage({ kind: 'find', ...failure })
    return
  }
  if (!isNew()) return
  corpus.push(bytes)
  const file = join(corpusFolder, hashOf(bytes))
  if (keep && !existsSync(file)) writeFileSync(file, bytes)
}

/** Megabytes that are held, the inputs left out. */
function held(): number {
  gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external - corpus.reduce((sum, { length }) => sum + length, 0)) / 2 ** 20
}

const passed = new Set(setup.passed)
const seeds = await target.seeds()
Atomics.store(state, 2, 1)
for (const bytes of seeds) if (!passed.has(hashOf(bytes))) await take(bytes, false)
for (const file of readdirSync(corpusFolder).sort()) {
  if (isOver()) break
  const bytes = readFileSync(join(corpusFolder, file))
  if (!passed.has(hashOf(bytes))) await take(bytes, false)
}
if (corpus.length === 0) corpus.push(...seeds)

/** Held when all was warm, and at the end. */
let warm = 0
let told = performance.now()
while (!isOver()) {
  // Half of the time one of the newest: they lead on.
  const newest = Math.min(corpus.length, 20)
  const from = chance.below(2) === 0 ? corpus.length - 1 - chance.below(newest) : chance.below(corpus.length)
  for (let n = 0; n < 12 && !isOver(); n++) {
    const bytes = mutated(corpus[from] as Uint8Array, corpus, words, most, chance)
    if (!passed.has(hashOf(bytes))) await take(bytes, true)
  }
  // What WeakRefs point to is kept until the event loop turns, and a target may never wait for anything.
  await setImmediate()
  if (performance.now() - told > 5000) {
    told = performance.now()
    if (warm === 0 && performance.now() - began > 20_000) warm = held()
    parentPort?.postMessage({ kind: 'progress', executions, edges, corpus: corpus.length, finds })
  }
}
Atomics.store(state, 2, 0)
const end = held()
await endAll()
parentPort?.postMessage({
  kind: 'end',
  executions,
  edges,
  corpus: corpus.length,
  finds,
  warm: Math.round(warm || end),
  end: Math.round(end),
})
