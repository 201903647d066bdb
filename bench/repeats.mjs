/**
 * Near copies among synthetic pages (bench/synthetic-pages.mjs), read from their HTML: of ten pages one is a near copy of
 * another, made by a script (cut by up to half, up to one word in ten changed, another headline and outlet, other furniture,
 * a paragraph of its own), and one tells of the same events with half of the same quotations in its own words, which is no
 * copy. As a script of its own, with fewer pages: `node bench/repeats.mjs PAGES`.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, table } from './library.mjs'
import { htmlOf, random, syntheticPage } from './synthetic-pages.mjs'

export const title = 'Repeats: near copies of pages'

const SIZES = [10_000, 30_000, 100_000]
const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)

/** The page of a number, and the number of the page that it copies; null: it is its own. */
function pageOf(seed, index) {
  const next = random(Math.imul(seed, 7_919) + index)
  const kind = index < 100 ? 9 : index % 10
  const own = syntheticPage(seed, index)
  if (kind > 1) return { page: own, copies: null }
  // A page of its own, before this one.
  const base = Math.floor(next() * (index / 10 - 1)) * 10 + 2 + Math.floor(next() * 8)
  const original = syntheticPage(seed, base)
  if (kind === 1) {
    const quoted = original.paragraphs.filter(({ quotation }) => quotation === 'direct')
    const borrowed = quoted.filter(() => next() < 0.5)
    return {
      page: { ...own, paragraphs: [...own.paragraphs.slice(0, 8), ...borrowed, ...own.paragraphs.slice(8)] },
      copies: null,
    }
  }
  const keep = original.paragraphs.length - Math.floor(next() * next() * original.paragraphs.length * 0.55)
  const edits = next() * 0.1
  const paragraphs = original.paragraphs.slice(0, keep).map((paragraph) => ({
    ...paragraph,
    text: paragraph.text
      .split(' ')
      .map((word) => (next() < edits ? own.title.split(' ')[Math.floor(next() * 6)] : word))
      .join(' '),
  }))
  return {
    page: { ...own, paragraphs: next() < 0.5 ? paragraphs : [own.paragraphs[0], ...paragraphs] },
    copies: base,
  }
}

async function measure(seed, pages) {
  const { CopyIndex, pageFromText, read, articleText } = await load('index.js')
  const index = new CopyIndex()
  const truth = []
  const found = []
  let finding = 0
  let making = 0
  const began = performance.now()
  for (let i = 0; i < pages; i++) {
    let before = performance.now()
    const { page, copies } = pageOf(seed, i)
    const html = htmlOf(page, i)
    making += performance.now() - before
    truth.push(copies)
    const { text, blocks } = read(pageFromText(html, { kind: 'html' }))
    const article = articleText(text, blocks)
    before = performance.now()
    found.push(index.add(article))
    finding += performance.now() - before
    if (i % 1000 === 0) process.stderr.write(`\r${i} of ${pages}`)
  }
  process.stderr.write('\r\u001b[K')
  // A copy of a copy is a copy of the first.
  const first = (i) => (truth[i] === null || truth[i] === undefined ? i : truth[i])
  let right = 0
  let claimed = 0
  let copies = 0
  for (let i = 0; i < pages; i++) {
    if (truth[i] !== null) copies++
    if (found[i] !== null) claimed++
    if (found[i] !== null && truth[i] !== null && first(found[i]) === truth[i]) right++
  }
  return {
    pages,
    copies,
    precision: right / claimed,
    recall: right / copies,
    finding: finding / 1000,
    reading: (performance.now() - began - finding - making) / 1000,
  }
}

export async function run({ sizes = SIZES, seed = 20_261 } = {}) {
  const rows = []
  for (const size of sizes) rows.push(await measure(seed, size))
  const body = table([
    ['pages', 'copies', 'precision', 'recall', 'finding copies', 'a page', 'reading the pages'],
    ...rows.map(({ pages, copies, precision, recall, finding, reading }) => [
      pages.toLocaleString('en-GB'),
      copies.toLocaleString('en-GB'),
      precision.toFixed(4),
      recall.toFixed(4),
      `${finding.toFixed(1)} s`,
      `${((finding / pages) * 1000).toFixed(2)} ms`,
      `${reading.toFixed(0)} s`,
    ]),
  ])
  return { body }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = process.argv[2] ? [Number(process.argv[2])] : SIZES
  console.log((await run({ sizes, seed: Number(process.argv[3] ?? 20_261) })).body)
}
