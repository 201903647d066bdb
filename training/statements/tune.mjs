// Tries values of the decoder's options one at a time on the held-out documents.
//
//   node training/statements/tune.mjs DATA-FOLDER SCORES
import { OPTIONS } from './decode.mjs'
import { measure, print, read } from './evaluate.mjs'

const docs = read(process.argv[2], process.argv[3])
const value = (r) =>
  r.total.who.f1 + 0.5 * r.total.exact.f1 + 0.2 * (r.total.words.content.f1 + r.total.words.speaker.f1)
let best = measure(docs, null, OPTIONS)
let options = structuredClone(OPTIONS)
print(best)
const GRID = [
  ...[0, 1, 2, 3].map((i) => [`enter.${i}`, [0, 0.3, 0.6, 1, 1.5, 2.2]]),
  ['mark', [0, 0.3, 0.6, 1]],
  ['keep', [0.4, 0.5, 0.6, 0.75, 0.9, 2]],
  ['taken', [0.3, 0.5, 0.6, 0.7, 0.8]],
  ['margin', [0.8, 1, 1.2, 1.5, 9]],
]
for (let round = 0; round < 2; round++)
  for (const [name, values] of GRID)
    for (const v of values) {
      const o = structuredClone(options)
      const [key, i] = name.split('.')
      if (i === undefined) o[key] = v
      else o[key][i] = v
      const r = measure(docs, null, o)
      if (value(r) <= value(best)) continue
      best = r
      options = o
      console.log(name, v)
      print(r)
    }
console.log(JSON.stringify(options))
