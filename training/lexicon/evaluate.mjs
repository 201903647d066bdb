// Scores the rules tagger on a slice of PolNeAR: `held-out` (the default: the held-out eighth of train), `train`, or
// `dev`. Prints score/attribution.mjs's table, and the speed.
//
//   node training/lexicon/evaluate.mjs [held-out|train|dev] [--rules] [--write FILE]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { articleOf } from './gold.mjs'
import { documents, heldOut, load, SCORE } from './library.mjs'

const slice = process.argv[2] ?? 'held-out'
const docs = slice === 'dev' ? documents('dev') : documents('train').filter((d) => slice === 'train' || heldOut(d.id))
const m = await load('src/core/statements/index.ts', 'src/core/model/index.ts')
const { add, empty, report } = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
const predict = async (d) => m.findStatements(articleOf(m, d.text), m.rulesTagger)
const pair = (s) => (s ? [s.start, s.end] : null)
const rows = []
const total = empty()
const byRule = new Map()
const bins = Array.from({ length: 10 }, () => [0, 0, 0])
for (const d of docs) {
  const found = await predict(d)
  const statements = found.map((s) => ({
    content: s.content.map(pair),
    cue: pair(s.cue),
    mention: pair(s.mention),
    within: s.within,
  }))
  rows.push({ id: d.id, statements })
  add(total, d.text, d.statements, statements)
  for (const s of found.filter(({ within }) => within === null)) {
    const one = empty()
    add(one, d.text, d.statements, [
      { content: s.content.map(pair), cue: pair(s.cue), mention: pair(s.mention), within: null },
    ])
    const right = one.statements.who
    const rule = s.why.split(':')[0]
    const r = byRule.get(rule) ?? [0, 0, 0]
    byRule.set(rule, [r[0] + 1, r[1] + one.statements.found, r[2] + right])
    const bin = bins[Math.min(9, Math.floor(s.confidence * 10))]
    bin[0]++
    bin[1] += right
    bin[2] += s.confidence
  }
}
const out = report(total)
console.log(`${slice}: ${docs.length} documents, ${out.statements.gold} gold, ${out.statements.predicted} predicted`)
for (const [name, x] of [
  ...Object.entries(out.words).map(([k, v]) => [`words.${k}`, v]),
  ['found', out.found],
  ['who', out.who],
  ['exact', out.exact],
])
  console.log(name.padEnd(14), String(x.precision).padStart(6), String(x.recall).padStart(6), String(x.f1).padStart(6))
if (process.argv.includes('--rules')) {
  console.log('\nrule: predicted, found, who')
  for (const [rule, [n, f, w]] of [...byRule].sort((a, b) => b[1][0] - a[1][0]))
    console.log(rule.padEnd(24), n, (f / n).toFixed(2), (w / n).toFixed(2))
  console.log('\nconfidence: predicted, right, mean confidence')
  for (const [i, [n, r, c]] of bins.entries())
    if (n) console.log((i / 10).toFixed(1), n, (r / n).toFixed(3), (c / n).toFixed(3))
}
const at = process.argv.indexOf('--write')
if (at > 0) writeFileSync(process.argv[at + 1], rows.map((r) => `${JSON.stringify(r)}\n`).join(''))
const words = docs.reduce((n, d) => n + d.text.split(/\s+/).length, 0)
const start = performance.now()
for (const d of docs) await predict(d)
const seconds = (performance.now() - start) / 1000
console.log(
  `\n${(((words / seconds) * 60) / 1e6).toFixed(2)} M words a minute, ${((seconds * 1000 * 700) / words).toFixed(2)} ms per 700 words`,
)
