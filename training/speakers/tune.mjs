// Tunes the ranker's weights on train articles whose speakers were annotated by hand: coordinate search, each weight up
// and down by steps that shrink. What counts is the statements that are right, less a little for large weights. Prints
// the weights for src/core/speakers/ranker.ts, and what they reach on halves they were not tuned on.
//
//   node training/speakers/tune.mjs GOLD…
import { readFileSync } from 'node:fs'
import { documents, load, slot } from '../lexicon/library.mjs'
import { inputsOf, isRight } from './measure.mjs'

const m = await load('src/core/model/index.ts', 'src/core/speakers/index.ts', 'src/core/speakers/ranker.ts')
const texts = new Map(documents('train').map((d) => [d.id, d]))
const cases = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line))
  .filter((gold) => texts.has(gold.id))
  .map((gold) => ({ gold, document: texts.get(gold.id), ...inputsOf(m, texts.get(gold.id)) }))

/** How many statements of the cases are right. */
function right(list) {
  let sum = 0
  for (const { gold, document, reading, statements } of list) {
    const found = m.findSpeakers(reading, statements)
    const byId = new Map(found.speakers.map((s) => [s.id, s]))
    gold.statements.forEach((key, k) => {
      const id = found.statements[k].speaker
      if (isRight(document.text, gold, key, id === null ? null : byId.get(id))) sum++
    })
  }
  return sum
}

const start = { ...m.WEIGHTS }
function tune(list) {
  Object.assign(m.WEIGHTS, start)
  const size = () => Object.entries(m.WEIGHTS).reduce((sum, [name, w]) => sum + Math.abs(w - start[name]), 0)
  const worth = () => right(list) - 0.25 * size()
  let best = worth()
  for (const step of [0.6, 0.3]) {
    for (const name of Object.keys(m.WEIGHTS)) {
      for (const sign of [1, -1]) {
        const before = m.WEIGHTS[name]
        m.WEIGHTS[name] = before + sign * step
        const now = worth()
        if (now > best) best = now
        else m.WEIGHTS[name] = before
      }
    }
  }
  return { ...m.WEIGHTS }
}

const all = cases.reduce((sum, { gold }) => sum + gold.statements.length, 0)
Object.assign(m.WEIGHTS, start)
console.log(`as they are: ${right(cases)} of ${all}`)
let crossed = 0
for (const half of [0, 1]) {
  const others = cases.filter(({ gold }) => slot(gold.id) % 2 !== half)
  const own = cases.filter(({ gold }) => slot(gold.id) % 2 === half)
  Object.assign(m.WEIGHTS, tune(others))
  crossed += right(own)
}
console.log(`tuned on the other half: ${crossed} of ${all}`)
const weights = tune(cases)
console.log(`tuned on all: ${right(cases)} of ${all}`)
for (const [name, weight] of Object.entries(weights)) console.log(`  ${name}: ${Math.round(weight * 100) / 100},`)
