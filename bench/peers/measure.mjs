/** One peer over all documents, in a process of its own on one core: what it answered, and what that took. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'

const hasTaskset = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0
/** The last one: the run itself, which waits meanwhile, is left the others. */
const CORE = availableParallelism() - 1
/** Models are loaded within this, on a machine that is busy with other things too. Milliseconds. */
const START_LIMIT = 1_800_000
/** One document; the slowest peer takes some seconds on an idle core. Milliseconds. */
const DOCUMENT_LIMIT = 600_000
/** The libraries below Python's and CoreNLP's own code start a thread for each core unless told otherwise. */
const ONE_THREAD = Object.fromEntries(
  ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'RAYON_NUM_THREADS', 'GOMAXPROCS'].map((name) => [
    name,
    '1',
  ]),
)

const ticks = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100

/** Milliseconds of the processor that a process has used; null where the system does not say. */
function processor(pid) {
  try {
    // After the name, which may hold spaces: state is the third field, user and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return (1000 * (Number(fields[11]) + Number(fields[12]))) / ticks
  } catch {
    return null
  }
}

/** The most memory that a process has held, in MB of 2^20 bytes; null where the system does not say. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return null
  }
}

/**
 * @param command the peer's program and its arguments; it answers each line of JSON with one.
 * @param first the document that ends its start-up, @param warm those before the clock counts, @param documents the rest.
 * @param progress is told how many have been answered.
 * @returns {answers: Map by id, start: {wall, cpu}, wall, cpu, peak}: milliseconds and MB. Throws where the peer fails as a
 * whole, saying why.
 */
export async function measure({ command, env = {}, cwd }, first, warm, documents, progress) {
  const [program, ...rest] = hasTaskset ? ['taskset', '--cpu-list', String(CORE), ...command] : command
  const began = performance.now()
  const child = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...ONE_THREAD, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000)
  })
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('close', (code, signal) => done(`ended with ${signal ?? code}`))
  })

  async function ask(document, limit) {
    child.stdin.write(`${JSON.stringify(document)}\n`)
    let timer
    const late = new Promise((done) => {
      timer = setTimeout(() => done({ late: true }), limit)
    })
    const got = await Promise.race([lines.next(), late])
    clearTimeout(timer)
    if (got.late) throw new Error(`no answer within ${limit / 1000} s`)
    if (got.done) {
      const last = said.trim().split('\n').at(-1) ?? ''
      throw new Error(`${await ended}${last === '' ? '' : `: ${last.slice(0, 200)}`}`)
    }
    return JSON.parse(got.value)
  }

  try {
    await ask(first, START_LIMIT)
    const start = { wall: performance.now() - began, cpu: processor(child.pid) }
    for (const document of warm) await ask(document, DOCUMENT_LIMIT)
    const answers = new Map()
    let wall = 0
    let cpu = 0
    for (const document of documents) {
      const answer = await ask(document, DOCUMENT_LIMIT)
      if (answer.id !== document.id) throw new Error(`answered ${answer.id} to ${document.id}`)
      answers.set(document.id, answer)
      wall += answer.wall
      cpu += answer.cpu
      progress?.(answers.size)
    }
    const most = peak(child.pid)
    child.stdin.end()
    await ended
    return { answers, start, wall, cpu, peak: most }
  } finally {
    kill()
    process.off('exit', kill)
  }
}
