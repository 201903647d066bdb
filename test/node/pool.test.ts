import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageFromText } from '../../src/core/model/index.js'
import { read } from '../../src/core/reading/index.js'
import { findSpeakers } from '../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../src/core/statements/index.js'
import type { PagePool as Pool, PoolOptions } from '../../src/node/index.js'
import { builtCli } from '../build.js'
import { packedPdf } from './documents.js'

const SENTENCES = [
  '“We will not sail by night,” Mara Ostrander told reporters on Friday.',
  'The harbour board said the channel was safe, and that it had been dredged.',
  'Pilots deny that they were asked.',
]
const page = (n: number) => pageFromText(`${SENTENCES.slice(n % 3).join(' ')} It was day ${n}.`, { kind: 'article' })
/** A page that takes a second or more, and hundreds of megabytes. */
const long = () => pageFromText('He said it. “No,” she said.\n'.repeat(150_000), { kind: 'text' })

let open: (options: PoolOptions) => Pool
beforeAll(async () => {
  const built = join(await builtCli(), '..', '..', 'node', 'index.js')
  const { PagePool } = (await import(pathToFileURL(built).href)) as typeof import('../../src/node/index.js')
  open = (options) => new PagePool(options)
})

describe('a pool of workers', () => {
  test('lets a worker without a page end, and reads the next page in a new one', async () => {
    const pool = open({ tagger: 'rules', workers: 1, secondsIdle: 0.1 })
    const first = await pool.read(page(1))
    while (pool.running > 0) await wait(20)
    expect((await pool.read(page(1))).statements).toEqual(first.statements)
    await pool.close()
  })

  test('gives what reading in this thread gives, for every page', async () => {
    const pool = open({ tagger: 'rules', workers: 3 })
    const pages = Array.from({ length: 40 }, (_, n) => page(n))
    const got = await Promise.all(pages.map((p) => pool.read(p)))
    await pool.close()
    for (const [i, { reading, statements, speakers }] of got.entries()) {
      const own = read(pages[i] as (typeof pages)[0])
      expect(reading).toEqual(own)
      expect({ statements, speakers }).toEqual(findSpeakers(own, await findStatements(own, rulesTagger)))
    }
  })

  test('looks for no statements where it is told to find none', async () => {
    const pool = open({ tagger: null, workers: 1 })
    expect((await pool.read(page(0))).statements).toEqual([])
    await pool.close()
  })

  test('runs the trained tagger', async () => {
    const pool = open({ tagger: 'network', workers: 1 })
    const { statements } = await pool.read(page(0))
    await pool.close()
    expect(statements.map(({ model }) => model.split(' ')[0])).toContain('network')
  })

  test('reports a page that takes too long, and reads the rest', async () => {
    const pool = open({ tagger: 'rules', workers: 1, secondsPerPage: 0.4 })
    const [slow, next] = await Promise.allSettled([pool.read(long()), pool.read(page(1))])
    await pool.close()
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'page-timeout' } })
    expect(next.status).toBe('fulfilled')
  })

  test('reports a page that takes too much memory, and reads the rest', async () => {
    const pool = open({ tagger: 'rules', workers: 1, megabytesPerPage: 60 })
    const [large, next] = await Promise.allSettled([pool.read(long()), pool.read(page(1))])
    await pool.close()
    expect(large).toMatchObject({ status: 'rejected', reason: { code: 'page-memory' } })
    expect(next.status).toBe('fulfilled')
  })

  test('counts the memory beside the JavaScript objects too, and finds whose it is', async () => {
    const pool = open({ tagger: 'rules', workers: 2, megabytesPerPage: 150 })
    const bytes = [packedPdf(400), Buffer.from('“No,” Mara Ostrander said on Friday.'), packedPdf(1)]
    const [large, small, empty] = await Promise.allSettled(bytes.map((each) => pool.readBytes(each)))
    const [next] = await Promise.allSettled([pool.read(page(1))])
    await pool.close()
    expect(large).toMatchObject({ status: 'rejected', reason: { code: 'page-memory' } })
    expect(small?.status).toBe('fulfilled')
    // Read on, and there is nothing on it.
    expect(empty).toMatchObject({ status: 'rejected', reason: { code: 'page-no-text' } })
    expect(next?.status).toBe('fulfilled')
  })

  test('says before the first page that the model is missing, and for every page given to it', async () => {
    const pool = open({ tagger: 'network', network: { folder: mkdtempSync(join(tmpdir(), 'onrecord-')) }, workers: 1 })
    await expect(pool.open()).rejects.toMatchObject({ code: 'model-missing' })
    await expect(pool.read(page(0))).rejects.toMatchObject({ code: 'model-missing' })
    await pool.close()
  })

  test('closed, it rejects what was not read', async () => {
    const pool = open({ tagger: 'rules', workers: 1 })
    const left = Promise.allSettled([pool.read(long()), pool.read(page(1))])
    await pool.close()
    for (const { status } of await left) expect(status).toBe('rejected')
    await expect(pool.read(page(0))).rejects.toMatchObject({ code: 'internal' })
  })

  test('reads for a program that is given on the command line', async () => {
    const program = `
      const pool = new PagePool({ tagger: 'rules', workers: 1 })
      const { reading } = await pool.readBytes(new TextEncoder().encode('“No,” Mara Ostrander said.'))
      await pool.close()
      console.log(reading.text)`
    expect(await outside(program)).toEqual({ status: 0, stdout: '“No,” Mara Ostrander said.\n', stderr: '' })
  })

  test('closed with an answer on its way, it keeps the process alive until its workers have ended', async () => {
    const program = `
      const pool = new PagePool({ tagger: 'rules', workers: 1 })
      await pool.open()
      const read = pool.readBytes(new TextEncoder().encode('“No,” Mara Ostrander said.')).catch(({ code }) => code)
      // Nothing is taken from the worker until it has long answered.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
      await pool.close()
      console.log(await read)`
    expect(await outside(program)).toEqual({ status: 0, stdout: 'interrupted\n', stderr: '' })
  })
})

/** Runs a program that has `PagePool` in a process of its own, where nothing but what it does keeps it alive. */
async function outside(program: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const built = pathToFileURL(join(await builtCli(), '..', '..', 'node', 'index.js')).href
  const args = ['--input-type=module', '--eval', `import { PagePool } from '${built}'\n${program}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}
