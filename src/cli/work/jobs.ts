import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { visible } from '../../core/exports/visible.js'
import { OnrecordError } from '../../core/model/index.js'
import { defaultLedger, openLedger } from '../../node/ledger/open.js'
import { type Job, jobsOf, type Reading } from '../../node/work/jobs.js'
import { WorkQueue } from '../../node/work/queue.js'
import { type FailedWork, failedWork, jobsNamed, reportOf, type WorkReport } from '../../node/work/report.js'
import { onInterrupt } from '../interrupt.js'
import { count } from '../ledger/entry-text.js'
import type { LedgerFlag } from '../ledger/place.js'
import { timeLeft } from '../ledger/run-progress.js'
import { updateProgress } from '../ledger/update-progress.js'
import { standardOutput } from '../output.js'
import { preferenceOf, type TaggerOptions } from '../taggers.js'

/** The flags of `onrecord jobs`. */
export interface JobsFlags extends LedgerFlag {
  readonly format?: 'text' | 'json'
  readonly watch?: true
}

/** The flags of `onrecord jobs add`. */
export interface AddJobsFlags extends LedgerFlag, TaggerOptions {
  /** A file that names sources, or `-`. */
  readonly list?: string
}

/** The flags of `onrecord jobs failed`. */
export interface FailedFlags extends LedgerFlag {
  readonly format?: 'text' | 'jsonl'
}

/** Jobs that are put in line in one transaction. */
const AT_ONCE = 500
/** Milliseconds between two showings. */
const PAUSE = 1_000
/** Jobs that are shown one by one on a terminal. */
const SHOWN = 12

/** Opens the jobs of a ledger, whose tables are brought to this version's. */
async function withQueue(flags: LedgerFlag, work: (queue: WorkQueue) => Promise<number>): Promise<number> {
  const place = flags.ledger ?? defaultLedger()
  if (/^postgres(?:ql)?:\/\//i.test(place))
    await (await openLedger(place, { onUpdate: updateProgress(process.stderr) })).close()
  const queue = await WorkQueue.open(place)
  try {
    return await work(queue)
  } finally {
    await queue.close()
  }
}

/** `onrecord jobs add`. @returns the exit code */
export async function addJobs(sources: readonly string[], flags: AddJobsFlags): Promise<number> {
  if (sources.length === 0 && flags.list === undefined)
    throw new OnrecordError('usage', 'Name files, folders or addresses, or a list of them with --list FILE.')
  const reading: Reading = { tagger: flags.tagger, prefer: preferenceOf(flags) }
  const isShown = process.stderr.isTTY
  return withQueue(flags, async (queue) => {
    const counts = { added: 0, known: 0 }
    const skips = new Map<string, number>()
    let areAllThere = true
    let batch: Job[] = []
    const put = async () => {
      const added = await queue.add(batch, reading)
      counts.added += added
      counts.known += batch.length - added
      batch = []
      if (isShown) process.stderr.write(`\r\u001b[K${counts.added} jobs in line`)
    }
    for await (const job of jobsOf(named(sources, flags.list))) {
      if ('reason' in job) {
        if (job.isNamed) {
          areAllThere = false
          process.stderr.write(`${isShown ? '\r\u001b[K' : ''}onrecord: ${visible(job.reason)}\n`)
        } else skips.set(job.reason, (skips.get(job.reason) ?? 0) + 1)
      } else if (batch.push(job) >= AT_ONCE) await put()
    }
    if (batch.length > 0) await put()
    if (isShown) process.stderr.write('\r\u001b[K')
    const lines = [`${count(counts.added, 'job')} put in line`]
    if (counts.known > 0)
      lines.push(`${count(counts.known, 'job')} ${counts.known === 1 ? 'was' : 'were'} there before`)
    for (const [reason, n] of skips) lines.push(`${n} skipped: ${visible(reason)}`)
    if (counts.added > 0) lines.push('Start workers with: onrecord worker --ledger …')
    await standardOutput().write(`${lines.join('\n')}\n`)
    return areAllThere ? 0 : 3
  })
}

async function* named(sources: readonly string[], list: string | undefined): AsyncGenerator<string> {
  yield* sources
  if (list === undefined) return
  const input = list === '-' ? process.stdin : createReadStream(list)
  try {
    for await (const line of createInterface({ input })) {
      const source = line.trim()
      if (source !== '' && !source.startsWith('#')) yield source
    }
  } catch (cause) {
    throw new OnrecordError(
      'page-unreadable',
      `The list ${list} cannot be read: ${(cause as Error).message}. Check the path.`,
      { cause },
    )
  }
}

/** `onrecord jobs`. @returns the exit code */
export function showJobs(flags: JobsFlags): Promise<number> {
  const isTerminal = process.stdout.isTTY
  const isText = (flags.format ?? (isTerminal ? 'text' : 'json')) === 'text'
  const output = standardOutput()
  const stop = new AbortController()
  return withQueue(flags, async (queue) => {
    if (!flags.watch) {
      const report = await reportOf(queue)
      await output.write(isText ? reportText(report) : `${JSON.stringify(report, null, 2)}\n`)
      return 0
    }
    onInterrupt(() => stop.abort())
    let lines = 0
    try {
      for (;;) {
        const report = await reportOf(queue)
        if (isText && isTerminal) {
          // Over what was shown before.
          const text = reportText(report)
          await output.write(`${lines > 0 ? `\u001b[${lines}A\u001b[J` : ''}${text}`)
          lines = heightOf(text, process.stdout.columns || 80)
        } else await output.write(isText ? `${reportText(report)}\n` : `${JSON.stringify(report)}\n`)
        const { waiting, again, running } = report.jobs
        if (stop.signal.aborted || waiting + again + running === 0) return 0
        await sleep(PAUSE, undefined, { signal: stop.signal }).catch(() => {})
        if (stop.signal.aborted) return 130
      }
    } finally {
      onInterrupt(null)
    }
  })
}

/** Lines that a text takes on a screen. */
function heightOf(text: string, columns: number): number {
  return text
    .split('\n')
    .slice(0, -1)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0)
}

/** How jobs stand, for a person. */
export function reportText({ jobs, pages, statements, running, workers, rate, left }: WorkReport): string {
  const number = (n: number) => n.toLocaleString('en-GB')
  const each = (n: number) => (n < 10 ? n.toFixed(1) : number(Math.round(n)))
  const open = jobs.waiting + jobs.again + jobs.running
  const total = open + jobs.done + jobs.setAside
  if (total === 0) return 'No jobs. Put some in line with: onrecord jobs add SOURCE…\n'
  const line = (name: string, words: string) => `${name.padEnd(12)}${words}`
  const parts = (list: readonly (readonly [number, string])[]) =>
    list
      .filter(([n]) => n > 0)
      .map(([n, what]) => `${number(n)} ${what}`)
      .join(' · ')
  const lines = [
    line(
      'Jobs',
      parts([
        [jobs.done, 'done'],
        [jobs.running, 'running'],
        [jobs.waiting, 'waiting'],
        [jobs.again, 'to be tried again'],
        [jobs.setAside, 'set aside'],
      ]),
    ),
    line(
      'Pages',
      parts([
        [pages.added, 'added'],
        [pages.known, 'there before'],
        [pages.failed, 'failed'],
        [pages.skipped, 'sources skipped'],
      ]) || 'none yet',
    ),
    line('Statements', number(statements)),
  ]
  if (open > 0) {
    lines.push(
      line(
        'Rate',
        `${each(rate.pages)} pages and ${each(rate.statements)} statements a second, ${count(workers, 'worker')}`,
      ),
    )
    const pagesLeft = left.pages === null ? 'not known before a first archive is done' : `${number(left.pages)} pages`
    const time = !left.seconds ? '' : `, ${timeLeft(left.seconds)}`
    lines.push(line('Left', `${pagesLeft}${time}`))
  }
  for (const { id, name, worker, since, quiet, pages: done, failed, held } of running.slice(0, SHOWN)) {
    const state = held
      ? `${visible(worker)}, ${timeLeft(since)}${quiet > 120 ? `, nothing for ${timeLeft(quiet)}` : ''}`
      : 'its worker is gone; another will take it up'
    lines.push(
      `  ${id.slice(0, 8)}  ${visible(name)}: ${count(done, 'page')}${failed > 0 ? `, ${failed} failed` : ''} (${state})`,
    )
  }
  if (running.length > SHOWN) lines.push(`  and ${running.length - SHOWN} more`)
  if (jobs.setAside + pages.failed > 0) lines.push('Why something failed: onrecord jobs failed')
  return `${lines.join('\n')}\n`
}

/** `onrecord jobs failed`. @returns the exit code */
export function failedJobs(flags: FailedFlags): Promise<number> {
  const isText = (flags.format ?? (process.stdout.isTTY ? 'text' : 'jsonl')) === 'text'
  const output = standardOutput()
  return withQueue(flags, async (queue) => {
    let told = 0
    for await (const failed of failedWork(queue)) {
      told++
      await output.write(isText ? failedText(failed) : `${JSON.stringify(failed)}\n`)
    }
    if (told === 0 && isText) await output.write('Nothing failed.\n')
    return 0
  })
}

function failedText({ kind, id, name, code, why }: FailedWork): string {
  const what = kind === 'job' ? 'set aside' : 'failed'
  return `${id.slice(0, 8)}  ${what}: ${visible(name)}\n          ${visible(why)}${code === null ? '' : ` [${code}]`}\n`
}

/** `onrecord jobs retry`. @returns the exit code */
export function retryJobs(names: readonly string[], flags: LedgerFlag & { readonly all?: true }): Promise<number> {
  if (flags.all ? names.length > 0 : names.length === 0)
    throw new OnrecordError('usage', 'Name jobs by their ids (onrecord jobs failed has them), or give --all.')
  return withQueue(flags, async (queue) => {
    const ids: string[] = []
    for (const name of names) {
      const [id, another] = await jobsNamed(queue, name)
      if (id === undefined || another !== undefined)
        throw new OnrecordError(
          'not-found',
          `${id === undefined ? 'No job has' : 'Several jobs have'} an id that begins with "${name}". See: onrecord jobs failed`,
        )
      ids.push(id)
    }
    const again = await queue.retry(flags.all ? null : ids)
    const lines = [`${count(again.length, 'job')} put in line again`]
    const busy = ids.filter((id) => !again.includes(id))
    if (busy.length > 0) lines.push(`${count(busy.length, 'job')} being worked at, and left alone`)
    await standardOutput().write(`${lines.join('\n')}\n`)
    return 0
  })
}
