// Counts how often findings are right, by rule and raw score, in eight rounds: each time the weights are learnt without
// one eighth of PolNeAR train and the findings of that eighth are counted. Writes
// src/core/statements/generated/calibration.ts and prints F1 of "who" by threshold.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { examplesOf, MODULES } from './examples.mjs'
import { passageOf } from './gold.mjs'
import { invented } from './invented.mjs'
import { documents, load, ROOT, SCORE, slot } from './library.mjs'
import { train } from './train.mjs'

const m = await load(
  ...MODULES,
  'src/core/statements/findings.ts',
  'src/core/statements/rules-tagger.ts',
  'src/core/statements/turns.ts',
  'src/core/statements/calibration.ts',
  'src/core/statements/decode.ts',
)
const { add, empty } = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
const pair = (s) => (s ? [s.start, s.end] : null)
const role = (s) => ({ content: s.content.map(pair), cue: pair(s.cue), mention: pair(s.mention), within: null })
const LEAST = 0.05
const docs = documents('train')
const examples = docs.map((d) => examplesOf(m, d, { gold: 0, reach: 0, who: 0 }))
const extra = invented().flatMap((d) => examplesOf(m, d, { gold: 0, reach: 0, who: 0 }))
const counts = { all: Array.from({ length: m.STEPS }, () => [0, 0]) }
const folds = []
for (let fold = 0; fold < 8; fold++) {
  const models = train(m, [...examples.filter((_, i) => slot(docs[i].id) !== fold).flat(), ...extra], [], true)
  const model = Object.fromEntries(Object.entries(models).map(([k, q]) => [k, { table: q.bytes, scale: q.scale }]))
  for (const d of docs) {
    if (slot(d.id) !== fold) continue
    const passage = passageOf(m, d.text)
    if (!passage) continue
    const a = m.analyse(passage, m.posModel(), m.cueLexicon())
    const findings = m.findAll(a, model)
    folds.push({ d, passage, a, findings })
    const anchors = m.anchorsOf(a, findings, m.findTurns(a, passage), m.rawScore, LEAST)
    for (const anchor of anchors) {
      const [s] = m.decode(passage, [{ ...anchor, score: 1 }], '')
      if (!s) continue
      const one = add(empty(), d.text, d.statements, [role(s)]).statements
      const name = anchor.why.split(':')[0]
      counts[name] ??= Array.from({ length: m.STEPS }, () => [0, 0])
      for (const c of [counts[name], counts.all]) {
        const step = c[m.stepOf(anchor.score)]
        step[0] += one.who
        step[1]++
      }
    }
  }
}
const order = ['all', ...m.RULES.map((r) => r.name).filter((n) => counts[n])]
writeFileSync(
  join(ROOT, 'src/core/statements/generated/calibration.ts'),
  `// Written by training/lexicon/calibrate.mjs. Do not edit.

/** By rule, for each tenth of the raw score: how many findings were right, of how many. */
export const CALIBRATION: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
${order.map((n) => `  '${n}': [${counts[n].map(([r, a]) => `[${r}, ${a}]`).join(', ')}],`).join('\n')}
}
`,
)
// What each threshold gives, by the confidence that these counts make.
const c = await load('src/core/statements/calibration.ts')
for (const threshold of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]) {
  const total = empty()
  for (const { d, passage, a, findings } of folds) {
    const anchors = m.anchorsOf(a, findings, m.findTurns(a, passage), c.confidenceOf, threshold)
    const statements = anchors.flatMap((x) => m.decode(passage, [{ ...x, score: 1 }], '')).map(role)
    add(total, d.text, d.statements, statements)
  }
  const { gold, predicted, found, who } = total.statements
  const w = total.words.content
  const f1 = (h, g, p) => ((200 * h) / (g + p)).toFixed(2)
  console.log(
    threshold,
    'found',
    f1(found, gold, predicted),
    'who',
    f1(who, gold, predicted),
    'content',
    f1(w.hit, w.gold, w.predicted),
  )
}
