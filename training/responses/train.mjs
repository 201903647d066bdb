// Trains the logistic model of response links on train.jsonl: weights by all pages, calibration and thresholds by
// cross-validation over stories. Writes src/core/compare/response-model.ts.
//
//   node training/responses/train.mjs [--write]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../lexicon/library.mjs'
import { answersIn, modules, pageOf, pagesOf } from './library.mjs'

const FOLDS = 10
const STEPS = 4000
const RATE = 0.3
const RIDGE = 0.015

/** Logistic regression by gradient descent, with a penalty on the weights' squares (the bias has none). */
function fitted(rows) {
  const n = rows[0].features.length
  const weights = new Array(n).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array(n).fill(0)
    for (const { features, isLink } of rows) {
      let score = 0
      for (let i = 0; i < n; i++) score += features[i] * weights[i]
      const error = 1 / (1 + Math.exp(-score)) - isLink
      for (let i = 0; i < n; i++) gradient[i] += features[i] * error
    }
    for (let i = 0; i < n; i++) weights[i] -= RATE * (gradient[i] / rows.length + (i === 0 ? 0 : RIDGE * weights[i]))
  }
  return weights
}

/** For or against: whether a denial denies or disputes is a matter of words. */
const side = (kind) => (kind === 'denies' || kind === 'disputes' ? 'against' : 'for')

const m = await modules()
const pages = []
for (const page of pagesOf('train')) pages.push(await pageOf(m, page))
const { answers, links } = answersIn(m, pages)
const asked = answers
const rows = asked.flatMap(({ group, id, pairs }) =>
  pairs.map(({ features, kind, said, claim }) => ({
    pair: `${id} ${claim}`,
    kind,
    said,
    group,
    features,
    isLink: kind === null ? 0 : 1,
    right: kind !== null && side(kind) === side(said),
  })),
)
console.log(
  `${pages.length} pages, ${links} links, ${rows.filter((r) => r.isLink).length} of them asked, ${rows.length} pairs`,
)

const groups = [...new Set(rows.map(({ group }) => group))].sort()
const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]))
const held = []
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitted(rows.filter(({ group }) => foldOf.get(group) !== fold))
  for (const row of rows.filter(({ group }) => foldOf.get(group) === fold)) {
    held.push({ ...row, score: row.features.reduce((sum, value, i) => sum + value * weights[i], 0) })
  }
}
// Platt scaling of the held-out scores.
let slope = 1
let shift = 0
for (let step = 0; step < 5000; step++) {
  let [a, b] = [0, 0]
  for (const { score, isLink } of held) {
    const error = 1 / (1 + Math.exp(-(score * slope + shift))) - isLink
    a += error * score
    b += error
  }
  slope -= (0.05 * a) / held.length
  shift -= (0.5 * b) / held.length
}
for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
  const said = held.filter(({ score }) => 1 / (1 + Math.exp(-(score * slope + shift))) >= threshold)
  const linked = said.filter(({ isLink }) => isLink).length
  const right = said.filter(({ isLink, right: kind }) => isLink && kind).length
  console.log(
    `from ${threshold}: precision ${(right / said.length).toFixed(3)}, recall ${(right / links).toFixed(3)} (${said.length} said); links alone ${(linked / said.length).toFixed(3)}, ${(linked / links).toFixed(3)}`,
  )
}
if (process.argv.includes('--errors')) {
  for (const { pair, kind, said, score, isLink, right } of held.sort((a, b) => b.score - a.score)) {
    const confidence = 1 / (1 + Math.exp(-(score * slope + shift)))
    if (confidence >= 0.5 ? !right : isLink) console.log(confidence.toFixed(2), pair, said, 'gold', kind ?? 'no link')
  }
}
const weights = fitted(rows)
m.FEATURES.forEach((name, i) => {
  console.log(`${weights[i].toFixed(2).padStart(7)}  ${name}`)
})
if (process.argv.includes('--write')) {
  const assert = Number(process.argv[process.argv.indexOf('--assert') + 1] || 0.6)
  const list = weights.map((weight) => Number(weight.toFixed(3)))
  const file = join(ROOT, 'src/core/compare/response-model.ts')
  writeFileSync(
    file,
    `/** A logistic model of response links. */
export interface ResponseWeights {
  /** One for each of \`FEATURES\`, in their order. */
  readonly weights: readonly number[]
  /** Platt scaling, from cross-validation. */
  readonly slope: number
  readonly shift: number
  /** From which confidence a link is offered, and from which it is asserted. */
  readonly offer: number
  readonly assert: number
}

/** Trained by training/responses/train.mjs on pages of our own writing; docs/decisions/responses.md is its card. */
export const RESPONSE_MODEL: ResponseWeights = {
  weights: [${list.join(', ')}],
  slope: ${slope.toFixed(4)},
  shift: ${shift.toFixed(4)},
  offer: 0.3,
  assert: ${assert},
}
`,
  )
  console.log(`wrote ${file}`)
}
