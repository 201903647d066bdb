import { visible } from '../../core/exports/visible.js'
import { OnrecordError } from '../../core/model/index.js'
import { defaultLedger } from '../../node/ledger/open.js'
import { Turns } from '../../node/sources/index.js'
import type { Progress } from '../../node/work/queue.js'
import { type WorkNews, work } from '../../node/work/worker.js'
import { failureLine } from '../failure.js'
import { onInterrupt } from '../interrupt.js'
import { count } from '../ledger/entry-text.js'
import type { LedgerFlag } from '../ledger/place.js'
import { standardOutput } from '../output.js'
import { type PageLimits, poolLimits } from '../page-limits.js'

/** The flags of `onrecord worker`. */
export interface WorkerFlags extends LedgerFlag, PageLimits {
  readonly untilEmpty?: true
  readonly jobs?: number
  readonly format?: 'text' | 'jsonl'
  readonly allowPrivate?: true
  readonly offline?: true
  readonly maxBytes: number
  /** Milliseconds. */
  readonly timeout: number
}

/**
 * `onrecord worker`: does jobs until it is interrupted, or with `--until-empty` until none is left.
 *
 * @returns the exit code: 0 also where a SIGTERM ended it, since that is how workers end
 */
export async function worker(flags: WorkerFlags): Promise<number> {
  const isText = (flags.format ?? (process.stdout.isTTY ? 'text' : 'jsonl')) === 'text'
  const isShown = isText && process.stdout.isTTY
  const output = standardOutput()
  const stop = new AbortController()
  let signal: NodeJS.Signals | null = null
  let outputFailure: unknown = null
  onInterrupt((got) => {
    signal = got
    stop.abort()
    process.stderr.write('\nFinishing the pages that are being read; interrupt again to leave at once.\n')
  })
  const write = (text: string) => {
    output.write(text).catch((error: unknown) => {
      outputFailure ??= error
      stop.abort()
    })
  }
  const tell = (news: WorkNews) => {
    if (news.what === 'waiting') process.stderr.write(failureLine(new OnrecordError('ledger-unreachable', news.why)))
    else if (news.what === 'going-on') {
      if (isShown) write(`\r\u001b[K${progressText(news.progress)}`)
    } else if (!isText) write(`${JSON.stringify(lineOf(news))}\n`)
    else write(`${isShown ? '\r\u001b[K' : ''}${textOf(news)}\n`)
  }
  try {
    await work({
      place: flags.ledger ?? defaultLedger(),
      ...(flags.jobs === undefined ? {} : { pages: flags.jobs }),
      maxBytes: flags.maxBytes,
      limits: poolLimits(flags),
      sources: {
        timeoutMs: flags.timeout,
        allowPrivate: flags.allowPrivate ?? false,
        offline: flags.offline ?? false,
        turns: new Turns(),
      },
      untilEmpty: flags.untilEmpty ?? false,
      stop: stop.signal,
      tell,
    })
  } finally {
    onInterrupt(null)
  }
  if (outputFailure) throw outputFailure
  return signal === null || signal === 'SIGTERM' ? 0 : signal === 'SIGHUP' ? 129 : 130
}

/** What a worker tells of, as a line for programs. */
function lineOf(news: Exclude<WorkNews, { readonly what: 'going-on' | 'waiting' }>): object {
  if (news.what === 'found') return news
  const { what, job, ...rest } = news
  return { what, job: job.id, name: job.name, ...rest }
}

function textOf(news: Exclude<WorkNews, { readonly what: 'going-on' | 'waiting' }>): string {
  if (news.what === 'found') return `Its worker is gone, and it is in line again: ${visible(news.name)}`
  const head = `${news.job.id.slice(0, 8)}  ${visible(news.job.name)}`
  switch (news.what) {
    case 'begun':
      return `${head}${news.mark > 0 ? ` (going on after ${count(news.mark, 'source')})` : ''}${news.attempt > 1 ? `, try ${news.attempt}` : ''}`
    case 'done':
      return `${head}: done, ${progressText(news.progress)}`
    case 'returned':
      return `${head}: given back, ${progressText(news.progress)}`
    case 'failed':
      return `${head}: failed: ${visible(news.why)} [${news.code}]`
  }
}

function progressText({ added, known, skipped, failed, statements }: Progress): string {
  const parts = [`${count(added, 'page')} with ${count(statements, 'statement')}`]
  if (known > 0) parts.push(`${known} there before`)
  if (skipped > 0) parts.push(`${skipped} skipped`)
  if (failed > 0) parts.push(`${failed} failed`)
  return parts.join(' · ')
}
