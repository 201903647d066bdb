// Scores the acts that `describe` gives to gold statements of PolNeAR dev, against those read by hand in acts-dev.jsonl;
// with --train, to those of train in acts-train.jsonl.
// Content, cue and mention are the corpus's own, so only the act is judged. Prints figures and counts, never text.
//
//   node training/speakers/acts.mjs [FILE] [--train]
//
// FILE, from the repository's root, exports `describe(reading, statements)`; src/core/statements/describe/index.ts if left out.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { passageOf } from '../lexicon/gold.mjs'
import { documents, load, ROOT } from '../lexicon/library.mjs'

const DESCRIBE = 'src/core/statements/describe/index.ts'
const LABELS = { dev: 'training/speakers/acts-dev.jsonl', train: 'training/speakers/acts-train.jsonl' }

/** Pieces of one cue or mention with more words between them than this are not taken for one span. */
const MOST_BETWEEN = 6

/** What `statementsOf` needs, but for `describe`. */
export const MODULES = [
  'src/core/statements/decode.ts',
  'src/core/statements/passages.ts',
  'src/core/statements/tokens.ts',
  'src/core/model/index.ts',
]

/** The labels by document id: {acts: statement's index -> act, negated: set of indices}. */
export function labels(split = 'dev') {
  return new Map(
    readFileSync(join(ROOT, LABELS[split]), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ id, acts, negated }) => [id, { acts, negated: new Set(negated) }]),
  )
}

/**
 * The reading of a document and its gold statements as the finder would hand them out: the product's own trimming,
 * quotation and ids; null where the corpus's content has no word. By the statements' indices in the document.
 */
export function statementsOf(m, d) {
  const passage = passageOf(m, d.text)
  if (!passage) throw new Error(`${d.id} has no words`)
  const { tokens } = passage
  const run = ([start, end]) => {
    const inside = tokens.flatMap((t, i) => (t.end > start && t.start < end ? [i] : []))
    return inside.length ? [inside[0], inside.at(-1) + 1] : null
  }
  const runs = (spans) =>
    [...spans]
      .sort((x, y) => x[0] - y[0])
      .map(run)
      .filter((range) => range !== null)
  const wordsIn = (first, end) => tokens.slice(first, end).filter((t) => m.isWordToken(d.text, t)).length
  const asOne = (pieces) => {
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (pieces.length < 2) return first ?? null
    if (wordsIn(first[1], last[0]) <= MOST_BETWEEN) return [first[0], last[1]]
    return pieces.find(([a, b]) => wordsIn(a, b) > 0) ?? first
  }
  const scored = (ranges) => ranges.map(([first, end]) => ({ first, end, score: 1 }))
  const statements = d.statements.map((s) => {
    const mention = asOne(runs(s.speaker))
    const anchor = {
      cue: asOne(runs(s.cue)),
      score: 1,
      content: scored(runs(s.content)),
      mention: mention ? scored([mention]) : [],
      why: 'gold',
    }
    return m.decode(passage, [anchor], 'gold', 0)[0] ?? null
  })
  return { reading: passage.reading, statements }
}

/**
 * What `describe` makes of the labelled statements, each seen together with all others of its document, in the finder's
 * order: [{id, index, gold, found, negated: [gold, found]}].
 *
 * @throws where `describe` does not give back each statement, in order
 */
export async function pairs(m, describe, split = 'dev') {
  const byId = new Map(documents(split).map((d) => [d.id, d]))
  const out = []
  for (const [id, label] of labels(split)) {
    const d = byId.get(id)
    if (!d) throw new Error(`${LABELS[split]} names ${id}, which ${split} does not have`)
    const { reading, statements } = statementsOf(m, d)
    const order = statements
      .map((_, index) => index)
      .filter((index) => statements[index] !== null)
      .sort((x, y) => statements[x].content[0].start - statements[y].content[0].start || x - y)
    const given = order.map((index) => statements[index])
    const described = await describe(reading, given)
    if (described.length !== given.length || described.some((s, k) => s.id !== given[k].id))
      throw new Error(`describe gave back other statements of ${id} than it was given`)
    const found = new Map(order.map((index, k) => [index, described[k]]))
    for (const [key, act] of Object.entries(label.acts)) {
      const index = Number(key)
      const s = found.get(index)
      if (!s) throw new Error(`statement ${index} of ${id} has no content with a word; it cannot be labelled`)
      out.push({ id, index, gold: act, found: s.act, negated: [label.negated.has(index), s.negated] })
    }
  }
  return out
}

const f1 = (right, gold, found) => (gold + found === 0 ? 0 : (2 * right) / (gold + found))
const count = (list, holds) => list.reduce((n, x) => n + (holds(x) ? 1 : 0), 0)

/** Accuracy, macro F1 over the acts that gold has, and by act [act, gold, found, right, F1], most frequent first. */
export function score(list) {
  const acts = [...new Set(list.map((p) => p.gold))]
  const rows = acts
    .map((act) => {
      const gold = count(list, (p) => p.gold === act)
      const found = count(list, (p) => p.found === act)
      const right = count(list, (p) => p.gold === act && p.found === act)
      return [act, gold, found, right, f1(right, gold, found)]
    })
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  return {
    accuracy: count(list, (p) => p.gold === p.found) / list.length,
    macro: rows.reduce((sum, row) => sum + row[4], 0) / rows.length,
    rows,
  }
}

/** The confusion table as text: a row an act in gold, a column an act given, by the acts' first four letters. */
export function confusion(list, acts) {
  const given = acts.filter((act) => list.some((p) => p.found === act))
  const asked = acts.filter((act) => list.some((p) => p.gold === act))
  const cell = (n) => String(n || '.').padStart(5)
  return [
    `${'gold \\ given'.padEnd(12)}${given.map((act) => act.slice(0, 4).padStart(5)).join('')}`,
    ...asked.map(
      (act) =>
        act.padEnd(12) + given.map((other) => cell(count(list, (p) => p.gold === act && p.found === other))).join(''),
    ),
  ].join('\n')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const split = process.argv.includes('--train') ? 'train' : 'dev'
  const file = process.argv.slice(2).find((arg) => arg !== '--train') ?? DESCRIBE
  if (!existsSync(join(ROOT, file))) {
    console.error(`${file} does not exist: name a file, from the repository's root, that exports describe`)
    process.exit(2)
  }
  const m = await load(...MODULES, file)
  const list = await pairs(m, m.describe, split)
  const acts = m.ACTS.map((act) => act.name)
  const unknown = list.find((p) => !acts.includes(p.gold))
  if (unknown) throw new Error(`${LABELS[split]} has "${unknown.gold}" in ${unknown.id}, which is no act`)
  const { accuracy, macro, rows } = score(list)
  const percent = (x) => `${(100 * x).toFixed(1)} %`
  console.log(`${list.length} statements, ${rows.length} acts`)
  console.log(`accuracy  ${percent(accuracy)}  (always "${rows[0][0]}": ${percent(rows[0][1] / list.length)})`)
  console.log(`macro F1  ${percent(macro)}`)
  const [gold, given, both] = [
    count(list, (p) => p.negated[0]),
    count(list, (p) => p.negated[1]),
    count(list, (p) => p.negated[0] && p.negated[1]),
  ]
  console.log(`negated   F1 ${percent(f1(both, gold, given))}  (gold ${gold}, given ${given}, both ${both})\n`)
  console.log(`${'act'.padEnd(12)} gold given right    F1`)
  for (const [act, n, g, r, f] of rows)
    console.log(act.padEnd(12), ...[n, g, r].map((x) => String(x).padStart(4)), percent(f).padStart(9))
  console.log(`\n${confusion(list, acts)}`)
}
