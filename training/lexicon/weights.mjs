// Learns the log-linear weights (which rule at a site, where content starts and ends, which mention) on PolNeAR train
// and writes src/core/statements/generated/weights.ts. With --held-out the held-out eighth is kept back and judged on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesOf, MODULES } from './examples.mjs'
import { invented } from './invented.mjs'
import { digits, documents, heldOut, load, ROOT } from './library.mjs'
import { train } from './train.mjs'

const m = await load(...MODULES)
const keepBack = process.argv.includes('--held-out')
const docs = documents('train')
const stats = { gold: 0, reach: 0, who: 0 }
const examples = [...docs.filter((d) => !keepBack || !heldOut(d.id)), ...invented()].flatMap((d) =>
  examplesOf(m, d, stats),
)
const unseen = keepBack ? docs.filter((d) => heldOut(d.id)).flatMap((d) => examplesOf(m, d, stats)) : []
console.log(`${stats.reach} of ${stats.gold} statements within reach of the rules, ${stats.who} with their mention`)
const models = train(m, examples, unseen)
const text = Object.entries(models).map(
  ([name, q]) => `export const ${name.toUpperCase()}_WEIGHTS = {
  scale: ${q.scale.toPrecision(6)},
  digits:
    '${digits(q.bytes)}',
}`,
)
writeFileSync(
  join(ROOT, 'src/core/statements/generated/weights.ts'),
  `// Written by training/lexicon/weights.mjs. Do not edit.

/** Log-linear weights over hashed features: one base64 digit each, and what a unit is worth. */
${text.join('\n')}
`,
)
