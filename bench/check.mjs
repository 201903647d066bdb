/**
 * `check` on quotations altered in known ways among true ones: the right verdict, and how long it takes. As a script:
 * `node bench/check.mjs [SEED] [--wrong]` prints one seed's table, and what was judged wrong.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { makeDrafts, makePages, random } from './check-pages.mjs'
import { CACHE, median, ROOT, table } from './library.mjs'

export const title = 'Checking a draft'

/** Thresholds were set on seed 1; what is reported is of this one, not looked at while setting them. */
const REPORTED = 20_261
const PAGES = 5_000
const PAIRS = 1_000
const REPORTS = 200
const DRAFT = 50

async function core() {
  const id = join(ROOT, 'bench-check-entry.ts')
  const code = [
    "export { pageFromText, read } from './src/index.ts'",
    "export { findStatements, rulesTagger } from './src/core/statements/index.ts'",
    "export { findQuotations } from './src/core/statements/quotations.ts'",
    "export { check, memorySources } from './src/core/check/index.ts'",
  ].join('\n')
  const file = join(CACHE, `check-${process.pid}.mjs`)
  process.on('exit', () => rmSync(file, { force: true }))
  const bundle = await rolldown({
    input: id,
    platform: 'node',
    external: [/^onnxruntime/],
    logLevel: 'silent',
    plugins: [{ name: 'entry', resolveId: (s) => (s === id ? id : null), load: (s) => (s === id ? code : null) }],
  })
  await bundle.write({ file })
  await bundle.close()
  return import(pathToFileURL(file).href)
}

/** Checks the drafts of a seed. `found`: statements are those that the rules tagger finds, not those that were written. */
async function measure(onrecord, seed, found) {
  const r = random(seed)
  const made = makePages(r, PAGES)
  const drafts = makeDrafts(r, made, { pairs: PAIRS, reports: found ? 0 : REPORTS, size: DRAFT })
  const readingOf = (text) => onrecord.read(onrecord.pageFromText(text, { kind: 'article' }))
  const documentOf = async (name, text, statements) => {
    const reading = readingOf(text)
    return {
      name,
      reading,
      statements: found ? await onrecord.findStatements(reading, onrecord.rulesTagger) : statements,
      quotations: onrecord.findQuotations(reading),
    }
  }
  const sources = []
  for (const { name, text, statements } of made.pages) sources.push(await documentOf(name, text, statements))
  let began = performance.now()
  const index = onrecord.memorySources(sources)
  const indexed = performance.now() - began
  const times = []
  const rows = new Map()
  const wrong = []
  let danger = 0
  for (const [d, draft] of drafts.entries()) {
    const document = await documentOf(`draft-${d}`, draft.text, draft.statements)
    began = performance.now()
    const { verdicts } = await onrecord.check(document, index)
    times.push(performance.now() - began)
    for (const item of draft.items) {
      // Where the finder has no date, none can be wrong.
      if (found && item.verdict === 'misdated') continue
      const got = verdicts.find(({ span }) => span.start < item.span.end && item.span.start < span.end)
      const turns = new Set(got?.difference.flatMap(({ kinds }) => kinds) ?? [])
      const right = isRight(item, got) && (!item.turn || turns.has(item.turn))
      const row = rows.get(item.way) ?? { right: 0, of: 0 }
      row.of++
      if (right) row.right++
      rows.set(item.way, row)
      const passed = got?.verdict === 'verbatim' || got?.verdict === 'marks'
      if ((item.turn === 'negation' || item.turn === 'number') && passed) danger++
      if (!right) wrong.push({ item, got, document })
    }
  }
  return { rows, wrong, danger, indexed, times, pages: made.pages.length }
}

// A quotation that its page breaks with "she said" is the same words with a break, whichever of the two it is called.
function isRight({ way, verdict }, got) {
  if (!got) return false
  if (way === 'true')
    return got.verdict === 'verbatim' || (got.verdict === 'marks' && got.marks.every((mark) => mark === 'broken'))
  return got.verdict === verdict
}

const share = (rows, fits) => {
  const some = [...rows].filter(([way]) => fits(way)).map(([, row]) => row)
  const of = some.reduce((sum, row) => sum + row.of, 0)
  const right = some.reduce((sum, row) => sum + row.right, 0)
  return { right, of, percent: of === 0 ? '' : ((100 * right) / of).toFixed(1) }
}
const isReport = (way) => way.startsWith('report: ')

export async function run({ seed = REPORTED, wrong: showWrong = false } = {}) {
  const onrecord = await core()
  const written = await measure(onrecord, seed, false)
  const found = await measure(onrecord, seed, true)
  const head = ['quoted', 'cases', 'right, statements as written, %', 'right, as the rules find them, %']
  const rows = [head]
  for (const [way] of written.rows) {
    const a = share(written.rows, (one) => one === way)
    const b = share(found.rows, (one) => one === way)
    rows.push([way, a.of, a.percent, b.percent])
  }
  const whole = (name, fits) => {
    const a = share(written.rows, fits)
    rows.push([name, a.of, a.percent, share(found.rows, fits).percent])
    return a
  }
  const quotations = whole('**all quotations**', (way) => !isReport(way))
  whole('**of them altered**', (way) => !isReport(way) && way !== 'true')
  whole('**all reports**', isReport)
  if (showWrong) for (const one of [...written.wrong, ...(showWrong === 'all' ? found.wrong : [])]) explain(one)
  const note = [
    `Seed ${seed}; ${written.pages} made-up pages (bench/check-pages.mjs), ${PAIRS} true quotations and ${PAIRS} altered in one way each, in drafts of ${DRAFT}. Where a change turns the sense it must be named as what it is.`,
    `A dropped “not” or a changed number called verbatim: ${written.danger + found.danger}.`,
    `Indexing the pages: ${Math.round(written.indexed)} ms. A draft of ${DRAFT}: median ${Math.round(median(written.times))} ms, slowest ${Math.round(Math.max(...written.times))} ms.`,
  ].join('\n\n')
  return {
    body: `${table(rows)}\n\n${note}`,
    figures: { right: Number(quotations.percent), danger: written.danger + found.danger },
  }
}

function explain({ item, got, document }) {
  const { text } = document.reading
  console.log(`\n${item.way}: wanted ${item.verdict}, got ${got?.verdict ?? 'nothing'} ${got?.also.join('+') ?? ''}`)
  console.log(`  draft:  ${text.slice(item.span.start, item.span.end)}`)
  console.log(`  said:   ${item.said.sentences.join('. ')}`)
  for (const reason of got?.reasons ?? []) console.log(`  - ${reason}`)
  for (const near of got?.nearest ?? [])
    console.log(`  ~ ${near.similarity.toFixed(2)} ${near.source.reading.text.slice(near.span.start, near.span.end)}`)
}

if (process.argv[1] === import.meta.filename) {
  const seed = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? REPORTED)
  const { body } = await run({ seed, wrong: process.argv.includes('--all') ? 'all' : process.argv.includes('--wrong') })
  console.log(body)
}
