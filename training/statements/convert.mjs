// Turns PolNeAR into what train.py reads: one document a line, by token of the core what the model is given and what it
// is to find. Tokens, quotations, sentences and the rules tagger's findings are the product's own code. The findings
// of a training document are those of weights that were learnt without its eighth.
//
//   node training/statements/convert.mjs OUT-FOLDER
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesOf, MODULES } from '../lexicon/examples.mjs'
import { passageOf } from '../lexicon/gold.mjs'
import { invented } from '../lexicon/invented.mjs'
import { documents, load, slot } from '../lexicon/library.mjs'
import { train } from '../lexicon/train.mjs'
import { several } from './several.mjs'

const out = process.argv[2]
mkdirSync(out, { recursive: true })
const m = await load(
  ...MODULES,
  'src/core/statements/findings.ts',
  'src/core/statements/rules-tagger.ts',
  'src/core/statements/rules-model.ts',
  'src/core/statements/calibration.ts',
  'src/core/statements/inputs.ts',
  'src/core/statements/turns.ts',
  'src/core/statements/tokens.ts',
)

const docs = documents('train')
const examples = docs.map((d) => examplesOf(m, d, { gold: 0, reach: 0, who: 0 }))
const extra = invented().flatMap((d) => examplesOf(m, d, { gold: 0, reach: 0, who: 0 }))
const log = console.log
console.log = () => {}
const models = Array.from({ length: 8 }, (_, fold) => {
  const list = [...examples.filter((_, i) => slot(docs[i].id) !== fold).flat(), ...extra]
  const learnt = train(m, list, [], true)
  return Object.fromEntries(Object.entries(learnt).map(([k, q]) => [k, { table: q.bytes, scale: q.scale }]))
})
console.log = log

const overlap = (tokens, spans) => {
  const list = []
  let i = 0
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    while (i < tokens.length && tokens[i].end <= start) i++
    for (; i < tokens.length && tokens[i].start < end; i++) list.push(i)
  }
  return list
}

function row(d, model, alternatives) {
  const passage = passageOf(m, d.text)
  const a = m.analyse(passage, m.posModel(), m.cueLexicon())
  const { tokens } = passage
  const titles = tokens.map((_, i) => a.blockStart[i] === 0)
  const anchors = m.anchorsOf(a, m.findAll(a, model), m.findTurns(a, passage), m.confidenceOf, 0.1)
  const statements = (list) =>
    list
      .map((s) => ({
        content: overlap(tokens, s.content),
        mention: overlap(tokens, s.speaker),
        cue: overlap(tokens, s.cue),
      }))
      .filter((s) => s.content.some((i) => a.shape[i] !== 4))
  return {
    id: d.id,
    publisher: d.publisher,
    slot: slot(d.id),
    tokens: tokens.map((t) => d.text.slice(t.start, t.end)),
    start: tokens.map((t) => t.start),
    word: tokens.map((t) => (m.isWordToken(d.text, t) ? 1 : 0)),
    prior: [...a.prior],
    sentenceStart: [...a.sentenceStart],
    blockStart: [...a.blockStart],
    ...Object.fromEntries(Object.entries(m.inputsOf(a, anchors, titles)).map(([k, v]) => [k, [...v]])),
    anchors: anchors.map((x) => [
      x.cue,
      x.score,
      x.content.map((r) => [r.first, r.end]),
      x.mention.map((r) => [r.first, r.end]),
    ]),
    statements: statements(d.statements),
    ...(alternatives ? { alternatives: alternatives.map(statements) } : {}),
  }
}

const write = (name, list) =>
  writeFileSync(join(out, `${name}.jsonl`), list.map((r) => `${JSON.stringify(r)}\n`).join(''))
const others = several()
write(
  'train',
  docs.map((d) => row(d, models[slot(d.id)], others.get(d.id))),
)
write(
  'dev',
  documents('dev').map((d) => row(d, m.rulesModel())),
)
