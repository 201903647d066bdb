import { hostname } from 'node:os'
import pg from 'pg'
import PgBoss from 'pg-boss'
import { OnrecordError } from '../../core/model/index.js'
import { placeName } from '../ledger/open.js'
import type { Job, Reading } from './jobs.js'

/** Where pg-boss keeps its tables, beside the ledger's. */
const SCHEMA = 'onrecord_jobs'
const QUEUE = 'pages'
/** Names the locks by which jobs are held, one for each; any number that nobody else uses. */
const HELD = 794_151_203
/** Names the lock of whoever looks for jobs whose worker is gone. */
const REAPER = 794_151_204
/** In SQL: whether somebody holds the job `j`. */
const IS_HELD = `exists (
  select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ${HELD}
  and l.objid = (hashtext(j.id::text)::bigint & 4294967295)
  and l.database = (select oid from pg_database where datname = current_database()))`
/** Times that a job fails without getting any further, before it is set aside. */
export const TRIES = 3
/**
 * Times that a job's worker is gone without the job getting any further, before it is set aside. More than of failures: workers
 * come and go for reasons of their own, and only one that goes each time tells something of the job.
 */
export const INTERRUPTIONS = 8
/** Seconds before a job that failed is tried again: this to twice this, then twice as long; of an interrupted one always this. */
const PAUSE = 2
/** Seconds; nothing waits longer than 20 years for a worker. */
const WAITS = 20 * 365 * 24 * 3600

/** How far a job is. Counts are of sources: pages, records of an archive. */
export interface Progress {
  /** Sources that are dealt with, from the first on: what a next try passes over. */
  readonly mark: number
  readonly added: number
  readonly known: number
  readonly skipped: number
  readonly failed: number
  readonly statements: number
  /** Why sources were skipped, and how many. */
  readonly skips: Readonly<Record<string, number>>
  /** Milliseconds, by stage. */
  readonly times: Readonly<Record<string, number>>
}

/** A job that a worker holds. */
export interface Taken {
  readonly job: Job
  readonly reading: Reading
  /** Where the try before it ended. */
  readonly progress: Progress
  /** 1: the first; counted from the last one that got further on. */
  readonly attempt: number
}

/** Why a job was given up. */
export interface Reason {
  readonly code: string
  readonly message: string
}

const NONE: Progress = { mark: 0, added: 0, known: 0, skipped: 0, failed: 0, statements: 0, skips: {}, times: {} }

/**
 * The jobs of a ledger in PostgreSQL: pg-boss keeps and hands them out, and a lock of the session holds each that is being
 * worked at. PostgreSQL frees the lock when a worker's connection ends, whatever ended it, so a job whose lock is free has
 * lost its worker. (pg-boss 10 has no heartbeat, and expires a job by the time since it was begun.)
 */
export class WorkQueue {
  /** As others see this process: host and process id. */
  readonly worker = `${hostname()}:${process.pid}`
  readonly #client: pg.Client
  readonly #boss: PgBoss
  readonly #lost = new AbortController()
  /** One thing at a time is done with the one connection. */
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  private constructor(client: pg.Client) {
    this.#client = client
    const gone = (cause?: Error) => {
      if (!this.#closed) this.#lost.abort(cause ?? new Error('the connection ended'))
    }
    client.on('error', gone)
    client.on('end', () => gone())
    this.#boss = new PgBoss({
      db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
      schema: SCHEMA,
      // No timers of its own: jobs neither expire nor are thrown away.
      supervise: false,
      schedule: false,
    })
    this.#boss.on('error', () => {})
  }

  /**
   * Opens the queue of a ledger, which must have been opened before, so that its tables are there.
   *
   * @throws OnrecordError `usage` where the ledger is in no PostgreSQL; `ledger-unreachable`
   */
  static async open(place: string): Promise<WorkQueue> {
    if (!/^postgres(?:ql)?:\/\//i.test(place)) {
      throw new OnrecordError(
        'usage',
        `Jobs and workers need a ledger in PostgreSQL, and ${place} is a file. Name one with --ledger postgres://…, or use onrecord add.`,
      )
    }
    const client = new pg.Client({
      connectionString: place,
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      // A machine that is cut off is told of within a minute, and its jobs are free.
      options: '-c jit=off -c tcp_keepalives_idle=20 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3',
      application_name: 'onrecord worker',
    })
    const queue = new WorkQueue(client)
    try {
      await client.connect()
      await queue.#boss.start()
      await queue.#boss.createQueue(QUEUE, {
        name: QUEUE,
        retryLimit: TRIES - 1,
        retryDelay: PAUSE,
        retryBackoff: true,
      })
    } catch (cause) {
      await queue.close()
      throw new OnrecordError(
        'ledger-unreachable',
        `The jobs of ${placeName(place)} cannot be reached. Check the address, the network and the password. (${(cause as Error).message})`,
        { cause },
      )
    }
    return queue
  }

  /** Aborted when the connection is gone, and with it the hold on every job. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  /** Puts jobs in line, those that were never there before. @returns how many are new */
  add(jobs: readonly Job[], reading: Reading): Promise<number> {
    return this.#transaction(async () => {
      const { rows } = await this.#client.query<{ id: string }>(
        `insert into work_jobs (id, name, size, expected)
         select * from json_to_recordset($1) as x (id uuid, name text, size bigint, expected integer)
         on conflict do nothing returning id`,
        [
          JSON.stringify(
            jobs.map(({ id, name, kind, size, files, addresses }) => ({
              id,
              name,
              size,
              expected: kind === 'pages' ? files.length + addresses.length : null,
            })),
          ),
        ],
      )
      const fresh = new Set(rows.map(({ id }) => id))
      const wanted = jobs.filter(({ id }) => fresh.has(id))
      if (wanted.length > 0)
        await this.#boss.insert(
          wanted.map((job) => ({
            id: job.id,
            name: QUEUE,
            data: { job, reading },
            keepUntil: new Date(Date.now() + WAITS * 1000),
          })),
        )
      return fresh.size
    })
  }

  /** Takes a job and holds it; null: none can be begun now. */
  take(): Promise<Taken | null> {
    return this.#transaction(async () => {
      const [fetched] = await this.#boss.fetch<{ job: Job; reading: Reading }>(QUEUE, { includeMetadata: true })
      if (!fetched) return null
      // Before the job is seen to be begun, so that nobody takes it for one that lost its worker.
      await this.#client.query('select pg_advisory_lock($1, hashtext($2))', [HELD, fetched.id])
      const { rows } = await this.#client.query(
        `update work_jobs set worker = $2, began = now(), changed = now(), tried = added + known where id = $1
         returning interrupted, mark, added, known, skipped, failed, statements, skips, times`,
        [fetched.id, this.worker],
      )
      const { interrupted = 0, ...progress } = rows[0] ?? {}
      return { ...fetched.data, progress: { ...NONE, ...progress }, attempt: fetched.retryCount + interrupted + 1 }
    })
  }

  /** Keeps how far a job is, and counts what was added since for the rate. */
  keep(id: string, progress: Progress, since: { readonly pages: number; readonly statements: number }): Promise<void> {
    return this.#transaction(async () => {
      const { mark, added, known, skipped, failed, statements, skips, times } = progress
      await this.#client.query(
        `update work_jobs set mark = $2, added = $3, known = $4, skipped = $5, failed = $6, statements = $7, skips = $8,
         times = $9, changed = now() where id = $1 and worker = $10`,
        [id, mark, added, known, skipped, failed, statements, skips, times, this.worker],
      )
      if (since.pages > 0)
        await this.#client.query(
          `insert into work_rates (slot, worker, pages, statements)
           values (to_timestamp(floor(extract(epoch from now()) / 10) * 10), $1, $2, $3)
           on conflict (slot, worker) do update
           set pages = work_rates.pages + excluded.pages, statements = work_rates.statements + excluded.statements`,
          [this.worker, since.pages, since.statements],
        )
    })
  }

  /** Names the run of the ledger under which a job's failures are kept. */
  async runs(id: string, run: number): Promise<void> {
    await this.#exclusively(() => this.#client.query('update work_jobs set run = $2 where id = $1', [id, run]))
  }

  /** The job is done. */
  complete(id: string): Promise<void> {
    return this.#release(id, async () => {
      await this.#boss.complete(QUEUE, id)
    })
  }

  /** The job failed: it is tried again after a pause, or set aside with the reason. */
  fail(id: string, reason: Reason): Promise<void> {
    return this.#release(id, () => this.#failed(id, reason))
  }

  /** Gives a job back that was not finished, for anybody to go on with at once; no try is counted. */
  handBack(id: string): Promise<void> {
    return this.#release(id, async () => {
      // pg-boss would count a job that is cancelled and resumed as one that failed.
      await this.#client.query(
        `update ${SCHEMA}.job set state = 'created', started_on = null where name = $1 and id = $2 and state = 'active'`,
        [QUEUE, id],
      )
    })
  }

  /** Gives jobs back whose worker is gone. @returns their names */
  reap(): Promise<string[]> {
    return this.#transaction(async () => {
      const { rows: alone } = await this.#client.query<{ is: boolean }>('select pg_try_advisory_xact_lock($1) as is', [
        REAPER,
      ])
      if (!alone[0]?.is) return []
      const { rows } = await this.#client.query<{ id: string; name: string; worker: string | null }>(
        `select j.id, w.name, w.worker from ${SCHEMA}.job j left join work_jobs w on w.id = j.id
         where j.name = $1 and j.state = 'active' and not ${IS_HELD}
         order by j.id for update of j`,
        [QUEUE],
      )
      for (const { id, worker } of rows) {
        await this.#interrupted(id, {
          code: 'interrupted',
          message: `The worker ${worker ?? ''} that had it ended without a word: it was killed, its machine failed, or it ran out of memory.`,
        })
      }
      return rows.map(({ id, name }) => name ?? id)
    })
  }

  /** Whether no job waits and none is worked at. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.#exclusively(() =>
      this.#client.query(`select from ${SCHEMA}.job where name = $1 and state <= 'active' limit 1`, [QUEUE]),
    )
    return rows.length === 0
  }

  /** Puts jobs in line again from their beginning: those that were set aside, and of `ids` any that are not being worked at. */
  retry(ids: readonly string[] | null): Promise<string[]> {
    return this.#transaction(async () => {
      const { rows } = await this.#client.query<{ id: string }>(
        `update ${SCHEMA}.job set state = 'created', started_on = null, completed_on = null, retry_count = 0,
         start_after = now(), output = null
         where name = $1 and state <> 'active' and (case when $2::uuid[] is null then state = 'failed' else id = any($2) end)
         returning id`,
        [QUEUE, ids],
      )
      await this.#client.query(
        `update work_jobs set mark = 0, tried = 0, interrupted = 0, added = 0, known = 0, skipped = 0, failed = 0, statements = 0,
         skips = '{}', times = '{}', worker = null where id = any($1)`,
        [rows.map(({ id }) => id)],
      )
      return rows.map(({ id }) => id)
    })
  }

  /** Rows of a question about jobs, asked outside of any other work. */
  async ask<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.#exclusively(() => this.#client.query<T>(text, [...values]))
    return rows
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#last.catch(() => {})
    await this.#client.end().catch(() => {})
  }

  async #failed(id: string, reason: Reason): Promise<void> {
    await this.#forgive(id)
    await this.#boss.fail(QUEUE, id, reason)
  }

  async #interrupted(id: string, reason: Reason): Promise<void> {
    await this.#forgive(id)
    const { rows } = await this.#client.query<{ interrupted: number }>(
      'update work_jobs set interrupted = interrupted + 1 where id = $1 returning interrupted',
      [id],
    )
    const isLast = (rows[0]?.interrupted ?? 0) >= INTERRUPTIONS
    // Without a time of beginning, pg-boss counts no try.
    const again = "state = 'retry', started_on = null, start_after = now() + $3 * interval '1 s'"
    await this.#client.query(
      `update ${SCHEMA}.job set ${isLast ? 'retry_count = retry_limit' : again} where name = $1 and id = $2`,
      isLast ? [QUEUE, id] : [QUEUE, id, PAUSE],
    )
    if (isLast) await this.#boss.fail(QUEUE, id, reason)
  }

  /** A job that got further is none that comes to nothing each time: what was counted against it before is forgotten. */
  async #forgive(id: string): Promise<void> {
    const { rowCount } = await this.#client.query(
      'update work_jobs set interrupted = 0 where id = $1 and added + known > tried',
      [id],
    )
    if (rowCount)
      await this.#client.query(`update ${SCHEMA}.job set retry_count = 0 where name = $1 and id = $2`, [QUEUE, id])
  }

  /** Ends a job in one way or another, unless it is no longer this worker's; then lets go of it. */
  #release(id: string, end: () => Promise<void>): Promise<void> {
    return this.#transaction(async () => {
      await end()
      await this.#client.query('update work_jobs set changed = now() where id = $1', [id])
      await this.#client.query('select pg_advisory_unlock($1, hashtext($2))', [HELD, id])
    })
  }

  #transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#exclusively(async () => {
      await this.#client.query('begin')
      try {
        const result = await work()
        await this.#client.query('commit')
        return result
      } catch (error) {
        await this.#client.query('rollback').catch(() => {})
        throw error
      }
    })
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work, work)
    this.#last = run.catch(() => {})
    return run
  }
}

/** Where pg-boss keeps jobs, for questions about them. */
export const JOBS = { table: `${SCHEMA}.job`, queue: QUEUE, isHeld: IS_HELD } as const
