// Learns the log-linear weights (which rule at a site, where content starts and ends, which mention) on PolNeAR train
// and writes src/core/statements/generated/weights.ts. With --held-out the held-out eighth is kept back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesOf, MODULES } from './examples.mjs'
import { base64, documents, heldOut, load, ROOT, random, shuffled } from './library.mjs'

const m = await load(...MODULES, 'src/core/statements/hashing.ts')
const keepBack = process.argv.includes('--held-out')
const docs = documents('train').filter((d) => !keepBack || !heldOut(d.id))
const SIZES = { site: 1 << 16, edge: 1 << 16, mention: 1 << 15 }
const EPOCHS = { site: 6, edge: 6, mention: 6 }
const stats = { gold: 0, reach: 0, who: 0 }
const examples = docs.flatMap((d) => examplesOf(m, d, stats))
console.log(
  `${examples.length} sites; ${stats.reach} of ${stats.gold} statements within reach, ${stats.who} with their mention`,
)

// Softmax regression by AdaGrad with L2, over lists of feature lists; `salts` gives each option's class number.
function learn(size, epochs, items, { rate = 0.25, l2 = 2e-6, nothing = false, seed = 11 }) {
  const w = new Float64Array(size)
  const g2 = new Float64Array(size).fill(1e-2)
  const average = new Float64Array(size)
  const mask = size - 1
  const next = random(seed)
  let rounds = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const item of shuffled(items, next)) {
      const n = item.options.length
      const scores = new Float64Array(n + (nothing ? 1 : 0))
      for (let k = 0; k < n; k++) {
        const [features, salt] = item.options[k]
        let sum = 0
        for (const h of features) sum += w[m.mix(h, salt) & mask]
        scores[k] = sum
      }
      let top = -Infinity
      for (const s of scores) if (s > top) top = s
      let sum = 0
      for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k] - top)
      for (let k = 0; k < scores.length; k++) scores[k] /= sum
      const label = item.label < 0 ? n : item.label
      loss -= Math.log(scores[label] + 1e-12)
      for (let k = 0; k < n; k++) {
        const delta = scores[k] - (k === label ? 1 : 0)
        if (Math.abs(delta) < 1e-3) continue
        const [features, salt] = item.options[k]
        for (const h of features) {
          const j = m.mix(h, salt) & mask
          const grad = delta + l2 * w[j] * items.length * 0.01
          g2[j] += grad * grad
          w[j] -= (rate * grad) / Math.sqrt(g2[j])
        }
      }
    }
    if (epoch >= epochs / 2) {
      rounds++
      for (let j = 0; j < size; j++) average[j] += w[j]
    }
    console.log(`  epoch ${epoch + 1}: loss ${(loss / items.length).toFixed(4)}`)
  }
  return average.map((x) => x / rounds)
}

function quantise(w) {
  const sorted = Float64Array.from(w, Math.abs).sort()
  const top = sorted[Math.floor(sorted.length * 0.9995)]
  const scale = top / 127
  return { bytes: Int8Array.from(w, (x) => Math.max(-127, Math.min(127, Math.round(x / scale)))), scale }
}

const started = Date.now()
const models = {
  site: learn(
    SIZES.site,
    EPOCHS.site,
    examples.map((x) => ({
      label: x.label < 0 ? -1 : x.rules.indexOf(x.label),
      options: [...x.rules].map((r) => [x.site, r + 1]),
    })),
    { nothing: true, rate: 0.1 },
  ),
  edge: learn(
    SIZES.edge,
    EPOCHS.edge,
    examples.flatMap((x) => x.edges.map((e) => ({ label: e.label, options: e.list.map((l) => [l, 0]) }))),
    { rate: 0.15 },
  ),
  mention: learn(
    SIZES.mention,
    EPOCHS.mention,
    examples
      .filter((x) => x.mention)
      .map((x) => ({ label: x.mention.label, options: x.mention.list.map((l) => [l, 0]) })),
    { rate: 0.15 },
  ),
}
console.log('seconds', (Date.now() - started) / 1000)
const parts = Object.entries(models).map(([name, w]) => [name, quantise(w)])
writeFileSync(
  join(ROOT, 'src/core/statements/generated/weights.ts'),
  `// Written by training/lexicon/weights.mjs. Do not edit.

/** Log-linear weights over hashed features: signed bytes in base64, the table's size, and what a unit is worth. */
${parts.map(([name, q]) => `export const ${name.toUpperCase()}_WEIGHTS = {\n  size: ${q.bytes.length},\n  scale: ${q.scale.toPrecision(6)},\n  base64:\n    '${base64(q.bytes)}',\n}`).join('\n')}
`,
)
