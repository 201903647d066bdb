import { expect, test } from 'vitest'
import { openLedger } from '../../src/node/ledger/index.js'
import { ended, ownFolder, start } from '../cli/run.js'
import { deskApp, filledApp } from './desk-app.js'

const folder = ownFolder()
const TEXT = 'The mayor of Tarn said on Monday that the bridge was closed. “It is not safe,” said Lena Voss.'

/** The address that a desk says it is at. */
function address(child: ReturnType<typeof start>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (data) => {
      said += String(data)
      const at = /desk is at (http:\S+)/.exec(said)?.[1]
      if (at !== undefined) resolve(at)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
}

test('onrecord desk, told to end while pages are being added: keeps what was read, and ends well', async () => {
  const place = `${folder.path}/desk.db`
  const args = ['--no-open', '--port', '0', '--tagger', 'rules', '--jobs', '1', '--ledger', place]
  const child = start(['desk', ...args])
  const end = ended(child)
  const url = await address(child)
  // Long enough each that the run is not over before it is told to end.
  const texts = Array.from({ length: 800 }, (_, n) => ({ name: `note ${n}`, text: `${TEXT} ${n}\n\n`.repeat(40) }))
  const begun = await fetch(`${url}api/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ texts }),
  })
  expect(begun.status).toBe(202)
  const { id } = (await begun.json()) as { id: number }
  let told = 0
  for (; told < 5; ) {
    const state = (await (await fetch(`${url}api/imports/${id}`)).json()) as { state: string; added: number }
    expect(state.state).not.toBe('done')
    told = state.added
  }
  child.kill('SIGTERM')
  const { code, stderr } = await end
  expect(code).toBe(0)
  expect(stderr).toContain('Finishing what is being read')
  expect(stderr).not.toContain('"msg":"fault"')
  expect(stderr).not.toContain('bridge')
  const ledger = await openLedger(place)
  try {
    const { pages } = await ledger.counts()
    expect(pages).toBeGreaterThanOrEqual(told)
    expect(pages).toBeLessThan(texts.length)
    const { faults } = await ledger.verify()
    expect(faults).toEqual([])
    const [run] = await ledger.runs(1)
    expect(run).toMatchObject({ added: pages, finished: null, failed: 0 })
  } finally {
    await ledger.close()
  }
})

test('what is answered by threads of their own is what the ledger itself answers, to the letter', async () => {
  const place = `${folder.path}/threads.db`
  const plain = await filledApp({ place })
  const threads = await deskApp({ place, readers: 2 })
  for (const query of [
    '',
    '?q=tarn',
    '?q=tarn&limit=1',
    '?q=tarn&limit=2&cursor=o1',
    '?q=none',
    '?cursor=ozz',
    '?q=tarn&format=csv',
  ]) {
    const [a, b] = await Promise.all([plain, threads].map((each) => each.ask('GET', `/api/statements${query}`)))
    expect([a?.status, b?.status]).toEqual([200, 200])
    expect(b?.headers.get('etag')).toBe(a?.headers.get('etag'))
    expect(await b?.text()).toBe(await a?.text())
  }
  expect((await threads.ask('GET', '/api/statements?q=%22')).status).toBe(
    (await plain.ask('GET', '/api/statements?q=%22')).status,
  )
})
