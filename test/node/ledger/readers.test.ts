import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLedger } from '../../../src/node/ledger/open.js'
import { Readers } from '../../../src/node/ledger/readers.js'
import { builtCli } from '../../build.js'
import { arrival, article, SURVEY } from './pages.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-readers-'))
// Readers are started from what was built.
beforeAll(async () => void (await builtCli()), 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('answers as the ledger itself does', async () => {
  const place = join(folder, 'same.db')
  const ledger = await openLedger(place, { readers: 2 })
  const plain = await openLedger(place)
  await ledger.add([await arrival(SURVEY, { url: 'https://tarn.example/survey' })])
  const [okafor] = await plain.who('Okafor')
  expect(okafor?.statements).toBeGreaterThan(0)
  const questions = ['clearances', 'famil*', '"without a hearing"', 'report -inquiry', 'nothing such', '']
  const found = await Promise.all(questions.map((words) => ledger.find({ words })))
  expect(found.map(({ total }) => total)).toEqual([1, 2, 2, 2, 0, 7])
  for (const [i, words] of questions.entries()) {
    expect(found[i]).toEqual(await plain.find({ words }))
    const { json, ...list } = (await ledger.findJson?.({ words, limit: 3 })) ?? { json: '' }
    const some = await plain.find({ words, limit: 3 })
    expect(json).toBe(JSON.stringify(some))
    expect(list).toEqual({ count: some.items.length, total: some.total, more: some.more })
    expect(await ledger.facets({ words })).toEqual(await plain.facets({ words }))
    expect(await ledger.disputes({ words })).toEqual(await plain.disputes({ words }))
  }
  expect(await ledger.findArticles({ words: 'ferry' })).toEqual(await plain.findArticles({ words: 'ferry' }))
  expect(await ledger.who('Okafor')).toEqual([okafor])
  expect(await ledger.speakers({})).toEqual(await plain.speakers({}))
  expect(await ledger.unsure({})).toEqual(await plain.unsure({}))
  await plain.close()
  await ledger.close()
})

it('knows what was added and corrected as soon as that is reported', async () => {
  const ledger = await openLedger(join(folder, 'fresh.db'), { readers: 2 })
  for (let i = 0; i < 20; i++) {
    const words = `The bridge will open in ${1900 + i}`
    await ledger.add([await arrival(article('Bridge', [`“${words},” said Mayor Ruth Ito.`]), { name: `${i}.html` })])
    const answers = await Promise.all([1, 2, 3].map(() => ledger.find({ words: 'bridge' })))
    expect(answers.map(({ total }) => total)).toEqual([i + 1, i + 1, i + 1])
  }
  const [entry] = (await ledger.find({ words: 'bridge 1907' })).items
  await ledger.correct({
    by: 'editor',
    at: '2026-05-15T10:00:00.000Z',
    note: '',
    change: { kind: 'reject', statement: entry?.said.id as never },
  })
  expect((await ledger.find({ words: 'bridge 1907' })).total).toBe(0)
  expect((await ledger.find({ words: 'bridge' })).total).toBe(19)
  await ledger.close()
})

it('passes errors on with their codes, and goes on', async () => {
  const ledger = await openLedger(join(folder, 'errors.db'), { readers: 1 })
  await expect(ledger.find({ words: '-only' })).rejects.toMatchObject({ code: 'usage' })
  await expect(ledger.find({ words: 'a', from: 'yesterday' })).rejects.toMatchObject({ code: 'usage' })
  expect((await ledger.find({ words: 'a' })).total).toBe(0)
  const late = ledger.find({ words: 'a' })
  const waiting = expect(ledger.find({ words: 'b' })).rejects.toMatchObject({ code: 'interrupted' })
  const closed = ledger.close()
  expect((await late).total).toBe(0)
  await waiting
  await closed
  await expect(ledger.find({ words: 'a' })).rejects.toMatchObject({ code: 'internal' })
})

it('reports a ledger that cannot be read, and reads it once it can be', async () => {
  const place = join(folder, 'later.db')
  const readers = new Readers(join(folder, 'no-such-folder', 'ledger.db'), 1)
  await expect(readers.ask('find', [{ words: 'a' }])).rejects.toMatchObject({ code: 'ledger-broken' })
  await readers.close()
  await (await openLedger(place)).close()
  const able = new Readers(place, 1)
  expect(await able.ask('find', [{ words: 'a' }])).toMatchObject({
    json: '{"items":[],"total":0,"more":false}',
    list: { count: 0, total: 0, more: false },
  })
  await able.close()
})

it('closed with an answer on its way, it keeps the process alive until its readers have ended', async () => {
  const built = pathToFileURL(join(await builtCli(), '..', '..', 'ledger.js')).href
  const program = `
    import { openLedger } from '${built}'
    const ledger = await openLedger(${JSON.stringify(join(folder, 'alive.db'))}, { readers: 1 })
    await ledger.find({ words: 'bridge' })
    const found = ledger.find({ words: 'ferry' })
    // Nothing is taken from the reader until it has long answered.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
    await ledger.close()
    console.log((await found).total)`
  const args = ['--input-type=module', '--eval', program]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '0\n', stderr: '' })
})
