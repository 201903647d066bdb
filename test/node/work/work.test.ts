import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openLedger } from '../../../src/node/ledger/open.js'
import { type Job, jobsOf } from '../../../src/node/work/jobs.js'
import { INTERRUPTIONS, type Taken, WorkQueue } from '../../../src/node/work/queue.js'
import { failedWork, reportOf } from '../../../src/node/work/report.js'
import { type WorkNews, work } from '../../../src/node/work/worker.js'
import { builtCli } from '../../build.js'
import { article } from '../ledger/pages.js'
import { storeKinds } from '../ledger/stores.js'
import { packed, record, response } from '../sources/archives.js'

const cli = await builtCli()
const RULES = { tagger: 'rules', prefer: 'balance' } as const
const folder = mkdtempSync(join(tmpdir(), 'onrecord-work-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A page that differs from all others in what is said on it. */
function page(seed: string): string {
  const towns = ['Tarn', 'Marrow', 'Lindow', 'Askel', 'Brenn']
  const n = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  const town = towns[n % towns.length]
  return article(`Report ${seed} from ${town}`, [
    `The mayor of ${town}, Ana Okafor${n % 7}, said on Tuesday that ${n} houses had been sold in the year ${seed}.`,
    `“We counted ${n + 1} of them twice, in ${town} and elsewhere,” she told reporters.`,
    `Pavel Dorn${n % 11}, a builder, denied that ${n * 3} permits had been lost in ${seed}.`,
  ])
}

/** An archive of so many pages, each behind a request record, as a crawler writes them. */
function archive(name: string, pages: number, broken: (i: number) => boolean = () => false): string {
  const path = join(folder, name)
  const records = Array.from({ length: pages }, (_, i) => {
    // A digest of other bytes.
    const fields = broken(i) ? { 'WARC-Block-Digest': `sha1:${'A'.repeat(32)}` } : {}
    return [
      record('request', { 'WARC-Record-ID': `<urn:uuid:${name}-${i}-request>` }, 'GET / HTTP/1.1\r\n\r\n'),
      response(`${name}-${i}`, page(`${name}-${i}`), { fields }),
    ]
  })
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, packed(records.flat()))
  return path
}

async function jobs(...sources: string[]): Promise<Job[]> {
  const all: Job[] = []
  for await (const job of jobsOf(sources)) if (!('reason' in job)) all.push(job)
  return all
}

function options(place: string, tell: (news: WorkNews) => void = () => {}) {
  return {
    place,
    pages: 1,
    maxBytes: 1 << 24,
    sources: { offline: true },
    untilEmpty: true,
    stop: new AbortController().signal,
    tell,
  }
}

test('a ledger in a file has no jobs, and says so', async () => {
  await expect(WorkQueue.open(join(folder, 'ledger.db'))).rejects.toMatchObject({ code: 'usage' })
})

test('jobs are made of archives and of batches of other pages, and named by what is in them', async () => {
  const first = archive('made/a.warc.gz', 1)
  archive('made/b.warc.gz', 1)
  for (let i = 0; i < 70; i++) writeFileSync(join(folder, 'made', `page-${i}.html`), page(`${i}`))
  const made = await jobs(join(folder, 'made'), 'https://news.example/')
  expect(made.map(({ kind, files, addresses }) => [kind, files.length, addresses.length])).toEqual([
    ['archive', 1, 0],
    ['archive', 1, 0],
    ['pages', 64, 0],
    ['pages', 6, 1],
  ])
  expect((await jobs(join(folder, 'made'), 'https://news.example/')).map(({ id }) => id)).toEqual(
    made.map(({ id }) => id),
  )
  writeFileSync(first, packed([response('other', page('other'))]))
  expect((await jobs(first))[0]?.id).not.toBe(made[0]?.id)
})

test('what cannot be opened is told of, and the others become jobs', async () => {
  const good = join(folder, 'beside.html')
  writeFileSync(good, page('beside'))
  const all = []
  for await (const one of jobsOf([join(folder, 'nowhere.warc'), 'ftp://files.example/list', good])) all.push(one)
  expect(all).toMatchObject([
    { isNamed: true, reason: expect.stringContaining('there is no such file') },
    { isNamed: true, reason: expect.stringContaining('only http and https') },
    { kind: 'pages', files: [{ path: good, isNamed: true }] },
  ])
})

test('an address with a password in it becomes no job, and the password is not told', async () => {
  const all = []
  for await (const one of jobsOf(['https://mira:hid@den@news.example/', 'https://news.example/a#part'])) all.push(one)
  expect(all).toMatchObject([{ isNamed: true }, { addresses: ['https://news.example/a'] }])
  expect(JSON.stringify(all)).not.toMatch(/mira|hid|den@/)
})

test('only a file that a person named is marked as named', async () => {
  const path = join(folder, 'listed', 'links.txt')
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, 'https://news.example/one\n')
  expect((await jobs(join(path, '..'))).map(({ files }) => files[0]?.isNamed)).toEqual([undefined])
  expect((await jobs(path)).map(({ files }) => files[0]?.isNamed)).toEqual([true])
})

describe.each(storeKinds().filter(({ name }) => name === 'PostgreSQL'))('workers on $name', ({ fresh, spoil }) => {
  const ask = async (place: string, question: string) => {
    const client = new pg.Client({ connectionString: place })
    await client.connect()
    try {
      return (await client.query(question)).rows
    } finally {
      await client.end()
    }
  }
  /** A new ledger with these jobs in line. */
  const withJobs = async (...sources: string[]) => {
    const place = await fresh()
    await (await openLedger(place)).close()
    const queue = await WorkQueue.open(place)
    const made = await jobs(...sources)
    expect(await queue.add(made, RULES)).toBe(made.length)
    return { place, queue, made }
  }
  const startWorker = (place: string) =>
    spawn(process.execPath, [cli, 'worker', '--ledger', place, '--until-empty', '--jobs', '1', '--format', 'jsonl'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const untilBegun = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      let out = ''
      child.stdout?.on('data', (part: Buffer) => {
        out += part
        if (out.includes('"begun"')) resolve()
      })
      child.on('exit', () => reject(new Error(`the worker ended before it began: ${out}`)))
    })

  test('every page of every job is kept once; what fails in it is kept among the failures', async () => {
    const whole = archive('once/whole.warc.gz', 8)
    const partly = archive('once/partly.warc.gz', 5, (i) => i === 2)
    writeFileSync(join(folder, 'once', 'single.html'), page('single'))
    const { place, queue, made } = await withJobs(join(folder, 'once'))
    expect(await queue.add(made, RULES)).toBe(0)
    const news: WorkNews[] = []
    await work(options(place, (one) => news.push(one)))
    expect(news.filter(({ what }) => what === 'done')).toHaveLength(3)
    const report = await reportOf(queue)
    expect(report.jobs).toEqual({ waiting: 0, again: 0, running: 0, done: 3, setAside: 0 })
    expect(report.pages).toEqual({ added: 13, known: 0, skipped: 13, failed: 1 })
    expect(report.left).toEqual({ pages: 0, seconds: 0 })
    const failures = []
    for await (const failure of failedWork(queue)) failures.push(failure)
    expect(failures).toMatchObject([{ kind: 'page', why: expect.stringContaining('damaged') }])
    expect(failures[0]?.name).toContain('partly.warc.gz')

    // Again from the beginning: nothing is there twice.
    const again = made.find(({ name }) => name === partly) as Job
    expect(await queue.retry([again.id])).toEqual([again.id])
    await work(options(place))
    expect((await reportOf(queue)).pages).toEqual({ added: 9, known: 4, skipped: 13, failed: 1 })
    const ledger = await openLedger(place)
    expect((await ledger.counts()).pages).toBe(13)
    expect((await ledger.verify()).faults).toEqual([])
    await ledger.close()
    expect(await ask(place, 'select count(*)::int as n from captures')).toEqual([{ n: 13 }])
    expect(whole).toBe(made.find(({ name }) => name.endsWith('whole.warc.gz'))?.name)
    await queue.close()
  })

  test('a job that fails each time is set aside with the reason, and the others are done', async () => {
    const bad = join(folder, 'poison.warc.gz')
    writeFileSync(bad, 'no archive at all')
    const gone = archive('gone.warc.gz', 1)
    const good = archive('good.warc.gz', 2)
    const { place, queue, made } = await withJobs(bad, gone, good)
    rmSync(gone)
    const soon = setInterval(() => {
      void spoil(place, `update onrecord_jobs.job set start_after = now() where state = 'retry'`)
    }, 200)
    const tries: number[] = []
    await work(
      options(place, (one) => {
        if (one.what === 'begun' && one.job.name === bad) tries.push(one.attempt)
      }),
    )
    clearInterval(soon)
    expect(tries).toEqual([1, 2, 3])
    expect((await reportOf(queue)).jobs).toEqual({ waiting: 0, again: 0, running: 0, done: 1, setAside: 2 })
    const failed = []
    for await (const failure of failedWork(queue)) if (failure.kind === 'job') failed.push(failure)
    expect(failed).toHaveLength(2)
    expect(failed.find(({ name }) => name === bad)).toMatchObject({ code: 'archive-broken' })
    expect(failed.find(({ name }) => name === gone)).toMatchObject({ code: 'page-unreadable' })
    expect(await queue.retry(null)).toHaveLength(2)
    expect((await reportOf(queue)).jobs).toMatchObject({ waiting: 2, setAside: 0 })
    expect(made).toHaveLength(3)
    await queue.close()
  })

  test('a list that lies in a folder is not followed, and one that a person named is', async () => {
    const list = join(folder, 'lists', 'links.txt')
    mkdirSync(join(list, '..'), { recursive: true })
    writeFileSync(list, 'https://news.example/one\n')
    const pagesOf = async (source: string) => {
      const { place, queue } = await withJobs(source)
      await work(options(place))
      const { pages } = await reportOf(queue)
      await queue.close()
      return pages
    }
    expect(await pagesOf(join(list, '..'))).toEqual({ added: 0, known: 0, skipped: 1, failed: 0 })
    // Without the network, what is asked for fails.
    expect(await pagesOf(list)).toEqual({ added: 0, known: 0, skipped: 0, failed: 1 })
  })

  test('a page that is gone or changed fails alone; the others of its batch are kept', async () => {
    const paths = [1, 2, 3].map((i) => join(folder, 'batch', `${i}.html`))
    mkdirSync(join(folder, 'batch'), { recursive: true })
    for (const path of paths) writeFileSync(path, page(path))
    const { place, queue } = await withJobs(join(folder, 'batch'))
    rmSync(paths[0] as string)
    writeFileSync(paths[1] as string, page('another, and a longer one'))
    await work(options(place))
    expect((await reportOf(queue)).pages).toEqual({ added: 1, known: 0, skipped: 0, failed: 2 })
    const failures = []
    for await (const { name, why } of failedWork(queue)) failures.push([name, why])
    expect(failures).toEqual(
      expect.arrayContaining([
        [paths[0], expect.stringContaining('no such file')],
        [paths[1], expect.stringContaining('not what it was')],
      ]),
    )
    await queue.close()
  })

  test('a job that takes its worker with it each time is set aside', async () => {
    const { place, queue } = await withJobs(archive('killer.warc.gz', 1))
    for (let attempt = 1; attempt <= INTERRUPTIONS; attempt++) {
      expect((await reportOf(queue)).jobs.setAside).toBe(0)
      const doomed = await WorkQueue.open(place)
      expect((await doomed.take())?.attempt).toBe(attempt)
      expect(await queue.reap()).toEqual([])
      await doomed.close()
      expect(await queue.reap()).toHaveLength(1)
      await spoil(place, `update onrecord_jobs.job set start_after = now() - interval '1 s' where state = 'retry'`)
    }
    expect((await reportOf(queue)).jobs).toMatchObject({ again: 0, running: 0, setAside: 1 })
    for await (const { why } of failedWork(queue)) expect(why).toContain('ended without a word')
    await queue.close()
  })

  test('what got further is forgiven the workers that it lost, and these do not count as failures', async () => {
    const { place, queue } = await withJobs(archive('forgiven.warc.gz', 1))
    const again = `update onrecord_jobs.job set start_after = now() - interval '1 s' where state = 'retry'`
    const loseOne = async (kept: number) => {
      const doomed = await WorkQueue.open(place)
      const { job, progress, attempt } = (await doomed.take()) as Taken
      if (kept > progress.added) await doomed.keep(job.id, { ...progress, added: kept }, { pages: 0, statements: 0 })
      await doomed.close()
      expect(await queue.reap()).toHaveLength(1)
      await spoil(place, again)
      return attempt
    }
    const failOne = async () => {
      const { job, attempt } = (await queue.take()) as Taken
      await queue.fail(job.id, { code: 'internal', message: 'made to fail' })
      await spoil(place, again)
      return attempt
    }
    // The first of each five gets a page further.
    for (const [i, attempt] of [1, 2, 3, 4, 5, 6, 2, 3, 4, 5].entries())
      expect(await loseOne(1 + Math.floor(i / 5))).toBe(attempt)
    expect([await failOne(), await failOne(), await loseOne(2)]).toEqual([6, 7, 8])
    expect((await reportOf(queue)).jobs).toMatchObject({ again: 1, setAside: 0 })
    expect(await failOne()).toBe(9)
    expect((await reportOf(queue)).jobs).toMatchObject({ again: 0, setAside: 1 })
    await queue.close()
  })

  test('a worker killed in the middle loses nothing, and nothing is there twice', async () => {
    const archives = [0, 1, 2].map((i) => archive(`kill/${i}.warc.gz`, 20))
    const { place, queue } = await withJobs(...archives)
    const [victim, other] = [startWorker(place), startWorker(place)]
    const ended = once(other, 'exit')
    other.stdout?.resume()
    await untilBegun(victim)
    // In the middle of a batch, if the machine is not too quick.
    await expect.poll(async () => (await reportOf(queue)).pages.added, { timeout: 60_000 }).toBeGreaterThan(0)
    victim.kill('SIGKILL')
    const [code] = await ended
    expect(code).toBe(0)
    expect((await reportOf(queue)).jobs).toEqual({ waiting: 0, again: 0, running: 0, done: 3, setAside: 0 })
    expect(
      await ask(
        place,
        'select count(*)::int as pages, count(distinct id)::int as ids, sum(statements)::int as s from pages',
      ),
    ).toMatchObject([{ pages: 60, ids: 60 }])
    expect(await ask(place, 'select count(*)::int as n from captures')).toEqual([{ n: 60 }])
    const ledger = await openLedger(place)
    expect((await ledger.verify()).faults).toEqual([])
    const { statements } = await ledger.counts()
    await ledger.close()
    // As many statements as one process finds, undisturbed.
    const calm = await withJobs(...archives)
    await work(options(calm.place))
    const quiet = await openLedger(calm.place)
    expect(await quiet.counts()).toMatchObject({ pages: 60, statements })
    await quiet.close()
    await queue.close()
    await calm.queue.close()
  }, 300_000)

  test('workers that are killed as soon as they have kept a page set no good job aside', async () => {
    const { place, queue } = await withJobs(archive('often.warc.gz', 60))
    for (let killed = 0, kept = 0; killed < 4; killed++) {
      const victim = startWorker(place)
      victim.stdout?.resume()
      const ended = once(victim, 'exit')
      await expect.poll(async () => (await reportOf(queue)).pages.added, { timeout: 60_000 }).toBeGreaterThan(kept)
      victim.kill('SIGKILL')
      await ended
      kept = (await reportOf(queue)).pages.added
      await expect.poll(() => queue.reap(), { timeout: 60_000 }).toHaveLength(1)
      await spoil(place, `update onrecord_jobs.job set start_after = now() - interval '1 s' where state = 'retry'`)
    }
    await work(options(place))
    expect((await reportOf(queue)).jobs).toEqual({ waiting: 0, again: 0, running: 0, done: 1, setAside: 0 })
    expect(await ask(place, 'select count(*)::int as n, count(distinct id)::int as ids from pages')).toEqual([
      { n: 60, ids: 60 },
    ])
    await queue.close()
  }, 300_000)

  test('a worker that is told to end finishes its pages and gives its job back, to be gone on with', async () => {
    const { place, queue } = await withJobs(archive('handed.warc.gz', 400))
    const child = startWorker(place)
    await untilBegun(child)
    await expect.poll(async () => (await reportOf(queue)).pages.added, { timeout: 60_000 }).toBeGreaterThan(0)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    const report = await reportOf(queue)
    expect(report.jobs).toMatchObject({ waiting: 1, again: 0, running: 0, setAside: 0 })
    expect(report.pages.added).toBeLessThan(400)
    const taken = await queue.take()
    expect(taken).toMatchObject({ attempt: 1, progress: { added: report.pages.added } })
    // All that was read is kept and told of.
    const ledger = await openLedger(place)
    expect((await ledger.counts()).pages).toBe(report.pages.added)
    await ledger.close()
    await queue.close()
  }, 300_000)
})
