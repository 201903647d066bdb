import { JOBS, type Reason, type WorkQueue } from './queue.js'

/** Seconds over which the rate is taken: long enough for slow pages, short enough to follow workers that come and go. */
const WINDOW = 120
/** Jobs that are told of one by one. */
const TOLD = 1_000

/** A job that is being worked at. */
export interface RunningJob {
  readonly id: string
  readonly name: string
  readonly worker: string
  /** Seconds since it was taken, and since it last got further. */
  readonly since: number
  readonly quiet: number
  readonly pages: number
  readonly failed: number
  /** False: the worker is gone, and another will take the job up. */
  readonly held: boolean
}

/** How the jobs of a ledger stand. */
export interface WorkReport {
  /** Jobs: in line, waiting for another try, being worked at, done, set aside. */
  readonly jobs: {
    readonly waiting: number
    readonly again: number
    readonly running: number
    readonly done: number
    readonly setAside: number
  }
  /** Pages: added, there before, skipped, failed. */
  readonly pages: { readonly added: number; readonly known: number; readonly skipped: number; readonly failed: number }
  readonly statements: number
  readonly running: readonly RunningJob[]
  readonly workers: number
  /** Pages and statements a second that were added, over the last two minutes. */
  readonly rate: { readonly pages: number; readonly statements: number }
  /** Pages left, as far as what is done tells how many an archive has, and seconds they will take; null: not to be told yet. */
  readonly left: { readonly pages: number | null; readonly seconds: number | null }
}

/** A job that was set aside, or a page that failed in one that was not. */
export interface FailedWork {
  readonly kind: 'job' | 'page'
  /** Of the job. */
  readonly id: string
  readonly name: string
  /** An error's code; of pages, none is kept. */
  readonly code: string | null
  readonly why: string
}

/** How the jobs stand now. */
export async function reportOf(queue: WorkQueue): Promise<WorkReport> {
  const states = await queue.ask<{ state: string; count: string }>(
    `select state, count(*) as count from ${JOBS.table} where name = $1 group by state`,
    [JOBS.queue],
  )
  const count = (state: string) => Number(states.find((row) => row.state === state)?.count ?? 0)
  const [sums] = await queue.ask<Record<'added' | 'known' | 'skipped' | 'failed' | 'statements', string | null>>(
    'select sum(added) as added, sum(known) as known, sum(skipped) as skipped, sum(failed) as failed, sum(statements) as statements from work_jobs',
  )
  const running = await queue.ask<RunningJob>(
    `select w.id, w.name, coalesce(w.worker, '') as worker, extract(epoch from now() - w.began)::float as since,
       extract(epoch from now() - w.changed)::float as quiet, w.added + w.known as pages, w.failed,
       ${JOBS.isHeld} as held
     from ${JOBS.table} j join work_jobs w on w.id = j.id where j.name = $1 and j.state = 'active'
     order by w.began, w.id limit ${TOLD}`,
    [JOBS.queue],
  )
  const [rates] = await queue.ask<{ pages: string | null; statements: string | null; seconds: number | null }>(
    // From the first of the slots of ten seconds to now, so that a run that has just begun has its rate too.
    `select sum(pages) as pages, sum(statements) as statements, extract(epoch from now() - min(slot))::float as seconds
     from work_rates where slot > now() - interval '${WINDOW} s'`,
  )
  const seconds = Math.max(1, rates?.seconds ?? 1)
  const pages = Number(rates?.pages ?? 0) / seconds
  const left = await leftOf(queue)
  const sum = (of: keyof NonNullable<typeof sums>) => Number(sums?.[of] ?? 0)
  return {
    jobs: {
      waiting: count('created'),
      again: count('retry'),
      running: count('active'),
      done: count('completed'),
      setAside: count('failed'),
    },
    pages: { added: sum('added'), known: sum('known'), skipped: sum('skipped'), failed: sum('failed') },
    statements: sum('statements'),
    running,
    workers: new Set(running.filter(({ held }) => held).map(({ worker }) => worker)).size,
    rate: { pages, statements: Number(rates?.statements ?? 0) / seconds },
    left: { pages: left, seconds: left === null ? null : left === 0 ? 0 : pages > 0 ? left / pages : null },
  }
}

/** Pages that wait: of a batch they are counted; of an archive they are as many for its bytes as in those that are done. */
async function leftOf(queue: WorkQueue): Promise<number | null> {
  const [row] = await queue.ask<{ counted: string; bytes: string; per_byte: number | null }>(
    `with done as (
       select (sum(w.added + w.known + w.failed) / nullif(sum(w.size), 0))::float as per_byte from work_jobs w
       join ${JOBS.table} j on j.id = w.id and j.name = $1 where j.state = 'completed' and w.expected is null
     ), open as (
       select w.* from work_jobs w join ${JOBS.table} j on j.id = w.id and j.name = $1 where j.state <= 'active'
     )
     select coalesce((select sum(greatest(0, expected - added - known - skipped - failed)) from open where expected is not null), 0) as counted,
       coalesce((select sum(greatest(0, size - coalesce((added + known + failed) / nullif((select per_byte from done), 0), 0)))
         from open where expected is null), 0) as bytes,
       (select per_byte from done) as per_byte`,
    [JOBS.queue],
  )
  const bytes = Number(row?.bytes ?? 0)
  if (bytes > 0 && row?.per_byte == null) return null
  return Math.round(Number(row?.counted ?? 0) + bytes * (row?.per_byte ?? 0))
}

/** Jobs that were set aside, then pages that failed in other jobs, each with the reason. */
export async function* failedWork(queue: WorkQueue): AsyncGenerator<FailedWork> {
  const jobs = await queue.ask<{ id: string; name: string | null; output: Reason | null }>(
    `select j.id, w.name, j.output from ${JOBS.table} j left join work_jobs w on w.id = j.id
     where j.name = $1 and j.state = 'failed' order by j.completed_on, j.id`,
    [JOBS.queue],
  )
  for (const { id, name, output } of jobs) {
    yield { kind: 'job', id, name: name ?? id, code: output?.code ?? null, why: output?.message ?? '' }
  }
  for (let after: [string, string] = ['00000000-0000-0000-0000-000000000000', '']; ; ) {
    const rows = await queue.ask<{ id: string; name: string; why: string }>(
      `select w.id, i.name, i.why from work_jobs w join import_items i on i.run = w.run and i.outcome = 'failed'
       where (w.id, i.name) > ($1, $2) order by w.id, i.name limit ${TOLD}`,
      after,
    )
    for (const { id, name, why } of rows) yield { kind: 'page', id, name, code: null, why }
    const last = rows.at(-1)
    if (!last || rows.length < TOLD) return
    after = [last.id, last.name]
  }
}

/** The jobs that ids or their beginnings name. */
export async function jobsNamed(queue: WorkQueue, beginning: string): Promise<string[]> {
  const rows = await queue.ask<{ id: string }>(
    `select id from work_jobs where id::text like $1 || '%' order by id limit 10`,
    [beginning.replace(/[\\%_]/g, '\\$&')],
  )
  return rows.map(({ id }) => id)
}
