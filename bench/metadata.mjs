/**
 * Title, authors and date of the pages of corpora/web against its gold.
 *
 *   node bench/metadata.mjs [CORPORA] [--disagreements N]
 *
 * CORPORA defaults to $ONRECORD_CORPORA, then ../shared/corpora. The sources are bundled on the fly, so what is measured
 * is what is checked out. Pages whose id's SHA-256 begins with an even byte are those the rules were written on; the
 * others were only measured.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const repo = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const flag = args.indexOf('--disagreements')
const disagreements = flag < 0 ? 0 : Number(args.splice(flag, 2)[1])
const corpora = args[0] ?? process.env.ONRECORD_CORPORA ?? join(repo, '../shared/corpora')
const web = join(corpora, 'web')
if (!existsSync(join(web, 'gold.jsonl'))) {
  console.error(`no gold.jsonl in ${web}; give the corpora's folder as the first argument or in ONRECORD_CORPORA`)
  process.exit(2)
}

/** Letters and digits alone: case, punctuation, white space, diacritics and the shape of quotation marks do not count. */
const fold = (s) =>
  (s ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A title, and what is left of it without a last part that may be the site's name: the shorter part. */
const titleForms = (title) => {
  const forms = new Set([fold(title)])
  for (const m of (title ?? '').matchAll(/\s[|–—»·-]\s|\s?\|\s?/g)) {
    const tail = title.slice(m.index + m[0].length)
    if (tail.length < m.index) forms.add(fold(title.slice(0, m.index)))
  }
  return forms
}
const sameTitle = (a, b) => {
  const x = fold(a)
  const y = fold(b)
  return x !== '' && (x === y || titleForms(a).has(y) || titleForms(b).has(x))
}

// Degrees and certificates after a name: the gold writes some, leaves out others.
const isLetters = (s) => /^[^\p{Ll}]{1,14}$/u.test(s) || /^(?:ph\.?d|msc|bsc|edd|psyd|pharmd|certified .*)\.?$/i.test(s)
const nameSet = (author) => {
  const names = author
    .split(/,|;|\||\s&\s|\sand\s|\swith\s/i)
    .map((s) => s.trim())
    .filter((s, i) => s !== '' && !(i > 0 && isLetters(s)))
    .map(fold)
    .filter((s) => s !== '')
  return [...new Set(names)].sort().join(' ')
}
const sameAuthors = (gold, names) => nameSet(gold) === nameSet(names.join(', '))

const out = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const bundle = await rolldown({
  input: {
    markup: join(repo, 'src/core/reading/markup.ts'),
    meta: join(repo, 'src/core/reading/meta/index.ts'),
    reading: join(repo, 'src/core/reading/index.ts'),
    model: join(repo, 'src/core/model/index.ts'),
  },
  cwd: repo,
  platform: 'node',
  logLevel: 'silent',
})
await bundle.write({ dir: out, format: 'esm', entryFileNames: '[name].mjs' })
const { readMarkup } = await import(pathToFileURL(join(out, 'markup.mjs')).href)
const { read } = await import(pathToFileURL(join(out, 'reading.mjs')).href)
const { pageFromText } = await import(pathToFileURL(join(out, 'model.mjs')).href)
const { marksOf, findMeta } = await import(pathToFileURL(join(out, 'meta.mjs')).href)
rmSync(out, { recursive: true })

const gold = readFileSync(join(web, 'gold.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l))
const pages = gold.map((g) => ({
  gold: g,
  half: createHash('sha256').update(g.id).digest()[0] % 2 === 0 ? 'tuned' : 'held out',
  html: gunzipSync(readFileSync(join(web, 'html', `${g.id}.html.gz`))).toString('utf8'),
}))

/** As `read` finds it; a page without visible text is no reading, but its marks still say something. */
function metaOf(html, url) {
  const markup = readMarkup(html)
  if (markup.blocks.length === 0) return findMeta(markup, marksOf(markup, url), [])
  return read(pageFromText(html, { kind: 'html', url })).meta
}

const rows = []
let exactTitles = 0
let publishedRight = 0
for (const { gold: g, half, html } of pages) {
  const meta = metaOf(html, g.url)
  for (const [field, want, got, right] of [
    ['title', g.title, meta.title, () => sameTitle(g.title, meta.title)],
    ['authors', g.author, meta.authors.join(', '), () => sameAuthors(g.author, meta.authors)],
    // The gold has one date a page and does not say which: the date published, else the date modified.
    [
      'date',
      g.date,
      meta.published ?? meta.modified,
      () => (meta.published ?? meta.modified ?? '').slice(0, 10) === g.date,
    ],
  ]) {
    const has = want !== null && want !== ''
    const empty = got === null || got === ''
    if (field === 'date' && has && (meta.published ?? '').slice(0, 10) === g.date) publishedRight++
    if (field === 'title' && fold(g.title) === fold(meta.title)) exactTitles++
    rows.push({
      id: g.id,
      half,
      field,
      want,
      got,
      has,
      right: has ? right() : empty,
      from: meta.sources[field !== 'date' ? field : meta.published ? 'published' : 'modified']?.from,
      url: g.url,
    })
  }
}

const share = (list) =>
  list.length === 0 ? '-' : `${((100 * list.filter((r) => r.right).length) / list.length).toFixed(1)} %`
console.log(
  'field      pages             gold has a value   all, empty gold expects empty   empty in gold, of them left empty',
)
for (const field of ['title', 'authors', 'date']) {
  for (const half of ['tuned', 'held out', 'both']) {
    const these = rows.filter((r) => r.field === field && (half === 'both' || r.half === half))
    const given = these.filter((r) => r.has)
    const empty = these.filter((r) => !r.has)
    console.log(
      `${field.padEnd(10)} ${half.padEnd(9)} ${String(these.length).padStart(4)}    ${share(given).padStart(16)}   ${share(these).padStart(29)}   ${String(empty.length).padStart(13)}, ${share(empty)}`,
    )
  }
}

console.log(`titles equal without removing any suffix: ${((100 * exactTitles) / pages.length).toFixed(1)} %`)

console.log(
  `dates right with the date published alone: ${((100 * publishedRight) / gold.filter((g) => g.date).length).toFixed(1)} % of those the gold has`,
)

// The cost, as processor time: every page parsed once, then its metadata found again and again.
const parsed = pages.map((p) => [readMarkup(p.html), p.gold.url])
let best = Number.POSITIVE_INFINITY
for (let round = 0; round < 8; round++) {
  const start = process.cpuUsage()
  for (const [markup, url] of parsed) findMeta(markup, marksOf(markup, url), null)
  const { user, system } = process.cpuUsage(start)
  best = Math.min(best, (user + system) / 1000 / parsed.length)
}
const length = pages.reduce((n, p) => n + p.html.length, 0) / pages.length
console.log(
  `
${best.toFixed(3)} ms a page for metadata alone (processor time, mean of ${pages.length} pages of ${Math.round(length / 1024)} KiB, best of 8 rounds)`,
)

if (disagreements > 0) {
  const wrong = rows.filter((r) => !r.right && r.half === 'tuned')
  for (const r of wrong.slice(0, disagreements))
    console.log(`\n${r.field} ${r.id} ${r.url}\n  gold ${r.want}\n  got  ${r.got}  (${r.from})`)
}
