import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page as Tab } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page, Statement } from '../../src/core/model/index.js'
import type * as Library from '../../src/index.js'
import { loadTagger, pageFromFile } from '../../src/node/index.js'
import { builtCli } from '../build.js'
import { EXAMPLES, filesIn } from '../examples.js'
import { FLAGS } from './flags.js'

/** The trained tagger gives the same statements in a real browser as in Node. */
const ROOT = join(import.meta.dirname, '..', '..')
const ENTRY = join(ROOT, 'dist', 'index.js')
const { findChromium } = (await import(join(ROOT, 'scripts', 'chromium.mjs'))) as { findChromium(): string | null }

/** An address that is nowhere: what the tab asks of it comes from these folders, and nothing else is asked. */
const ORIGIN = 'http://onrecord.test'
const FOLDERS: Readonly<Record<string, string>> = {
  ort: join(ROOT, 'node_modules', 'onnxruntime-web', 'dist'),
  model: join(ROOT, 'model'),
}
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  wasm: 'application/wasm',
}

/** What the tab's scripts see, as far as they use it. */
interface InTab {
  readonly onrecord: typeof Library
  readonly ort: {
    readonly env: { readonly wasm: { wasmPaths: string; numThreads: number } }
    readonly InferenceSession: { create(address: string): Promise<Library.OnnxSession> }
    readonly Tensor: Library.OnnxTensor
  }
  tagger?: Library.Tagger
  fetch(address: string): Promise<{ text(): Promise<string> }>
}

let profile: string
let browser: Browser | undefined
let tab: Tab
const elsewhere: string[] = []

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('There is no Chromium: install one (apt-get install chromium), or name its path in CHROMIUM.')
  }
  await builtCli()
  const built = await rolldown({ input: ENTRY, platform: 'browser', logLevel: 'silent' })
  const { output } = await built.generate({ format: 'iife', name: 'onrecord' })
  await built.close()
  profile = mkdtempSync(join(tmpdir(), 'onrecord-network-'))
  browser = await chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: profile },
  })
  tab = await browser.newPage()
  await tab.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN) {
      elsewhere.push(route.request().url())
      return route.abort()
    }
    const [, folder = '', name = ''] = pathname.split('/')
    if (folder === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>tab</title>' })
    const body = await readFile(join(FOLDERS[folder] as string, name))
    return route.fulfill({ body, contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' })
  })
  await tab.goto(`${ORIGIN}/`)
  await tab.addScriptTag({ content: output[0].code })
  await tab.addScriptTag({ url: `${ORIGIN}/ort/ort.wasm.min.js` })
  await tab.evaluate(async () => {
    const window = globalThis as unknown as InTab
    const { onrecord, ort } = window
    ort.env.wasm.wasmPaths = '/ort/'
    ort.env.wasm.numThreads = 1
    const text = async (name: string) => (await window.fetch(`/model/${name}`)).text()
    const graph = async (name: string) =>
      onrecord.onnxGraph(await ort.InferenceSession.create(`/model/${name}`), ort.Tensor, name)
    window.tagger = onrecord.networkTagger({
      config: onrecord.parseConfig(await text('config.json')),
      wordPiece: new onrecord.WordPiece(await text('vocab.txt')),
      encoder: await graph('encoder.onnx'),
      look: await graph('look.onnx'),
    })
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  rmSync(profile, { recursive: true, force: true })
})

/** A statement without its confidence, which may differ in the last places. */
const spansOf = (statements: readonly Statement[]) => statements.map(({ confidence: _, ...rest }) => rest)

test.each(filesIn(EXAMPLES))(
  '%s has the same statements',
  async (name) => {
    const page = await pageFromFile(join(EXAMPLES, name))
    const { findStatements, read } = (await import(ENTRY)) as typeof Library
    const here = await findStatements(read(page), await loadTagger({ runtime: 'wasm' }))
    const there = await tab.evaluate(async (given: Page) => {
      const { onrecord, tagger } = globalThis as unknown as InTab
      return onrecord.findStatements(onrecord.read(given), tagger as Library.Tagger)
    }, page)
    expect(spansOf(there)).toEqual(spansOf(here))
    there.forEach(({ confidence }, i) => {
      expect(confidence).toBeCloseTo(here[i]?.confidence as number, 2)
    })
  },
  120_000,
)

test('nothing but the page, the runtime and the model is asked for', () => {
  expect(elsewhere).toEqual([])
})
