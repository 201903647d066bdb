// Learns the part-of-speech tagger from CoreNLP's (silver) tags of PolNeAR train and writes
// src/core/statements/generated/parts-of-speech.ts: words that have one tag nearly always, and perceptron weights.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digits, documents, heldOut, load, partsOfSpeech, ROOT, random, shuffled } from './library.mjs'

const { tokenize, spell, posFeatures, tagPartsOfSpeech, POS, POS_ROWS, WORD_POS, hashOf } = await load(
  'src/core/statements/tokens.ts',
  'src/core/statements/parts-of-speech.ts',
  'src/core/statements/hashing.ts',
)
// With --held-out the held-out eighth is kept back and judged on.
const keepBack = process.argv.includes('--held-out')
const EPOCHS = 6
const PENN = {
  NN: POS.NOUN,
  NNS: POS.NOUN,
  NNP: POS.NAME,
  NNPS: POS.NAME,
  VBD: POS.PAST,
  VBZ: POS.PRESENT,
  VBP: POS.PRESENT,
  VB: POS.BASE,
  VBG: POS.GERUND,
  VBN: POS.PARTICIPLE,
  MD: POS.MODAL,
  PRP: POS.PRONOUN,
  EX: POS.PRONOUN,
  PRP$: POS.POSSESSIVE,
  DT: POS.DETERMINER,
  PDT: POS.DETERMINER,
  WDT: POS.WH,
  WP: POS.WH,
  WP$: POS.WH,
  WRB: POS.WH,
  IN: POS.PREPOSITION,
  TO: POS.TO,
  JJ: POS.ADJECTIVE,
  JJR: POS.ADJECTIVE,
  JJS: POS.ADJECTIVE,
  RB: POS.ADVERB,
  RBR: POS.ADVERB,
  RBS: POS.ADVERB,
  RP: POS.ADVERB,
  CC: POS.CONJUNCTION,
  CD: POS.NUMBER,
  POS: POS.GENITIVE,
} // prettier-ignore
const silver = partsOfSpeech('train')
const docs = documents('train')
  .filter((d) => silver.has(d.id))
  .map((d) => {
    const tokens = []
    for (const m of d.text.matchAll(/[^\n]+/g)) tokenize(d.text, m.index, m.index + m[0].length, tokens)
    const at = new Map(silver.get(d.id).map((t) => [t.start, t.tag]))
    const spelling = spell(d.text, tokens)
    const punct = tagPartsOfSpeech(d.text, tokens, spelling, {
      weights: new Int8Array(POS_ROWS * WORD_POS),
      sure: new Map(),
    })
    const gold = tokens.map((t, i) =>
      spelling.shape[i] === 4 ? punct[i] : at.has(t.start) ? (PENN[at.get(t.start)] ?? POS.OTHER) : 255,
    )
    return { held: keepBack && heldOut(d.id), text: d.text, tokens, spelling, gold }
  })
const counts = new Map()
for (const d of docs) {
  if (d.held) continue
  d.tokens.forEach((t, i) => {
    if (d.spelling.shape[i] !== 0 || d.gold[i] === 255) return
    const w = d.text.slice(t.start, t.end).toLowerCase().replace(/’/g, "'")
    let c = counts.get(w)
    if (!c) {
      c = new Map()
      counts.set(w, c)
    }
    c.set(d.gold[i], (c.get(d.gold[i]) ?? 0) + 1)
  })
}
const sureWords = new Map()
for (const [w, c] of counts) {
  const total = [...c.values()].reduce((a, b) => a + b, 0)
  const [tag, n] = [...c].sort((a, b) => b[1] - a[1])[0]
  if (tag < WORD_POS && total >= 12 && n / total >= 0.985) sureWords.set(w, tag)
}
const sure = new Map([...sureWords].map(([w, t]) => [hashOf(w), t]))
const weights = new Float64Array(POS_ROWS * WORD_POS)
const sums = new Float64Array(weights.length)
const rows = new Int32Array(16)
const scores = new Float64Array(WORD_POS)
let clock = 1
const next = random(7)
const train = docs.filter((d) => !d.held)
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (const d of shuffled(train, next)) {
    const pos = new Uint8Array(d.tokens.length)
    for (let i = 0; i < d.tokens.length; i++) {
      if (d.spelling.shape[i] === 4) {
        pos[i] = d.gold[i]
        continue
      }
      const known = d.spelling.shape[i] === 0 ? sure.get(d.spelling.word[i]) : undefined
      if (known !== undefined) {
        pos[i] = known
        continue
      }
      const n = posFeatures(d.spelling, pos, i, rows)
      scores.fill(0)
      for (let f = 0; f < n; f++) for (let t = 0; t < WORD_POS; t++) scores[t] += weights[rows[f] + t]
      let best = 0
      for (let t = 1; t < WORD_POS; t++) if (scores[t] > scores[best]) best = t
      pos[i] = best
      const gold = d.gold[i]
      clock++
      if (gold === 255 || gold === best || gold >= WORD_POS) continue
      for (let f = 0; f < n; f++) {
        weights[rows[f] + gold]++
        sums[rows[f] + gold] += clock
        weights[rows[f] + best]--
        sums[rows[f] + best] -= clock
      }
    }
  }
}
let top = 0
const mean = weights.map((w, i) => w - sums[i] / clock)
for (const m of mean) top = Math.max(top, Math.abs(m))
const scale = 31 / Math.min(top, 24)
const bytes = Int8Array.from(mean, (m) => Math.max(-31, Math.min(31, Math.round(m * scale))))
let right = 0
let all = 0
const wrong = new Map()
for (const d of docs) {
  if (!d.held) continue
  const pos = tagPartsOfSpeech(d.text, d.tokens, d.spelling, { weights: bytes, sure })
  d.gold.forEach((g, i) => {
    if (g === 255 || g >= WORD_POS) return
    all++
    if (g === pos[i]) right++
    else wrong.set(`${g}>${pos[i]}`, (wrong.get(`${g}>${pos[i]}`) ?? 0) + 1)
  })
}
console.log(
  'held-out words tagged as CoreNLP does:',
  ((100 * right) / all).toFixed(2),
  'of',
  all,
  'sure words',
  sureWords.size,
)
console.log(
  [...wrong]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .join(' '),
)
const names = Object.entries(POS).filter(([, v]) => v < WORD_POS)
writeFileSync(
  join(ROOT, 'src/core/statements/generated/parts-of-speech.ts'),
  `// Written by training/lexicon/parts-of-speech.mjs. Do not edit.

/** Lower-case words that have one part of speech in at least 98.5 % of their uses, by part of speech. */
export const SURE_WORDS: Readonly<Record<string, string>> = {
${names
  .map(
    ([name, v]) =>
      `  ${name}:\n    ${JSON.stringify(
        [...sureWords]
          .filter(([, t]) => t === v)
          .map(([w]) => w)
          .sort()
          .join(' '),
      )},`,
  )
  .join('\n')}
}

/** Perceptron weights, one base64 digit each: one row per feature bucket, one column per part of speech. */
export const POS_WEIGHTS =
  '${digits(bytes)}'
`,
)
