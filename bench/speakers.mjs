/**
 * Who is speaking and what it does: on the articles of PolNeAR dev whose speakers and acts were labelled by reading
 * (training/speakers), with the gold spans given and end to end; and what these stages cost beside the tagger.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formOf, inputsOf, isRight } from '../training/speakers/measure.mjs'
import { corpus, gold, library, ROOT, SCORE, table } from './library.mjs'

export const title = 'Speakers and acts'

const FOLDER = join(ROOT, 'training', 'speakers')
const annotated = () =>
  ['gold-a.jsonl', 'gold-b.jsonl', 'gold-c.jsonl']
    .map((name) => join(FOLDER, name))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line))

const percent = ([right, all]) => `${((100 * right) / all).toFixed(1)} %`
const f1 = (hit, predicted, all) => (200 * hit) / (predicted + all)

/** Pairs of found and gold statements as the scorer makes them: best content overlap first, one to one, Jaccard at least half. */
function paired(words, inside, text, golds, found) {
  const all = words(text)
  const sets = (list) => list.map((s) => inside(s.content, all))
  const a = sets(golds)
  const b = sets(found)
  const pairs = []
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      let both = 0
      for (const w of x) if (y.has(w)) both++
      const jaccard = both / (x.size + y.size - both)
      if (jaccard >= 0.5) pairs.push({ i, j, jaccard })
    })
  })
  pairs.sort((x, y) => y.jaccard - x.jaccard || x.i - y.i)
  const out = []
  const used = [new Set(), new Set()]
  for (const { i, j } of pairs) {
    if (used[0].has(i) || used[1].has(j)) continue
    used[0].add(i)
    used[1].add(j)
    out.push([i, j])
  }
  return out
}

/** A text's quotations as its own marks have them, each paragraph by itself: curly, straight, doubled single, or single marks. */
function marksOf(text) {
  const isIn = new Uint8Array(text.length)
  const MARKS = /[“”]|''|"|(?<![\p{L}\p{N}])‘|’(?![\p{L}\p{N}])/gu
  let start = 0
  for (const paragraph of text.split('\n')) {
    let open = null
    let from = 0
    for (const { 0: mark, index } of paragraph.matchAll(MARKS)) {
      const own = mark === '”' ? '“' : mark === '’' ? '‘' : mark
      if (open === null) {
        if (mark === '”' || mark === '’') continue
        open = own
        from = index
      } else if (own === open && mark !== '“' && mark !== '‘') {
        isIn.fill(1, start + from, start + index + mark.length)
        open = null
      }
    }
    // A quotation that goes on in the next paragraph is not closed.
    if (open !== null && open !== '‘') isIn.fill(1, start + from, start + paragraph.length)
    start += paragraph.length + 1
  }
  return isIn
}

/** The kind of a statement's quotation by the text's marks; null where it stands in somebody's quoted speech, cue and all. */
function kindByMarks(text, isIn, { content, cue }) {
  if (cue && isIn[cue.start]) return null
  let inside = 0
  let outside = 0
  for (const { start, end } of content)
    for (let i = start; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i])) continue
      if (isIn[i]) inside++
      else outside++
    }
  return outside === 0 ? 'direct' : inside === 0 ? 'indirect' : 'mixed'
}

export async function run() {
  const m = await library()
  const { words, inside } = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
  const dev = new Map(gold(corpus('polnear'), 'dev.jsonl').map((d) => [d.id, d]))
  const given = new Map()
  const count = (name, right) => {
    const c = given.get(name) ?? [0, 0]
    given.set(name, [c[0] + (right ? 1 : 0), c[1] + 1])
  }
  const tagger = await m.loadTagger({ folder: join(ROOT, 'model') })
  const total = { gold: 0, found: 0, predicted: 0, speaker: 0, who: 0 }
  const files = annotated()
  for (const mark of files) {
    const d = dev.get(mark.id)
    const { reading, statements } = inputsOf(m, d)
    const settled = m.findSpeakers(reading, statements)
    const byId = new Map(settled.speakers.map((s) => [s.id, s]))
    mark.statements.forEach((key, k) => {
      const s = settled.statements[k]
      const right = isRight(d.text, mark, key, s.speaker === null ? null : byId.get(s.speaker))
      count('all', right)
      count(formOf(d.text, s.mention), right)
    })
    const own = m.read(m.pageFromText(d.text, { kind: 'article' }))
    const result = m.findSpeakers(own, await m.findStatements(own, tagger))
    const ownById = new Map(result.speakers.map((s) => [s.id, s]))
    const pair = (span) => (span ? [span.start, span.end] : null)
    const found = result.statements
      .filter((s) => s.within === null)
      .map((s) => ({ ...s, content: s.content.map(pair), mention: pair(s.mention) }))
    const pairs = paired(words, inside, d.text, d.statements, found)
    const all = words(d.text)
    total.gold += d.statements.length
    total.predicted += found.length
    total.found += pairs.length
    for (const [i, j] of pairs) {
      const speaker = found[j].speaker === null ? null : ownById.get(found[j].speaker)
      if (isRight(d.text, mark, mark.statements[i], speaker)) total.speaker++
      const a = inside(d.statements[i].speaker, all)
      const b = inside(found[j].mention, all)
      if ((a.size === 0 && b.size === 0) || [...a].some((w) => b.has(w))) total.who++
    }
  }
  // Kinds of quotation and time, on all of dev.
  const kinds = [0, 0]
  const times = { tagger: 0, rest: 0 }
  const timed = {
    ...tagger,
    tag: async (passages) => {
      const began = performance.now()
      const out = await tagger.tag(passages)
      times.tagger += performance.now() - began
      return out
    },
  }
  for (const d of dev.values()) {
    const own = m.read(m.pageFromText(d.text, { kind: 'article' }))
    const nested = times.tagger
    const began = performance.now()
    const first = timedFirst(timed, times)
    const result = m.findSpeakers(own, await m.findStatements(own, first))
    times.rest += performance.now() - began - (times.tagger - nested)
    const isIn = marksOf(d.text)
    for (const s of result.statements) {
      const kind = kindByMarks(d.text, isIn, s)
      if (kind === null) continue
      kinds[1]++
      if (s.quotation === kind) kinds[0]++
    }
  }
  const rows = [
    ['with the gold spans given', 'right', 'of'],
    ...['all', 'name', 'description', 'pronoun', 'none'].map((name) => [
      name === 'none' ? 'no mention' : name,
      percent(given.get(name) ?? [0, 0]),
      (given.get(name) ?? [0, 0])[1],
    ]),
  ]
  const acts = execFileSync(process.execPath, [join(FOLDER, 'acts.mjs')], { cwd: ROOT, encoding: 'utf8' })
  const ends = `End to end: found and the mention right, F1 ${f1(total.who, total.predicted, total.gold).toFixed(1)}; found and the speaker right, F1 ${f1(total.speaker, total.predicted, total.gold).toFixed(1)}.`
  const share = (100 * times.rest) / times.tagger
  return {
    body: `${table(rows)}\n\n${files.length} articles of PolNeAR dev. ${ends}\n\nKind of quotation, of the statements found in all of dev whose cue stands outside quotations: ${percent(kinds)} of ${kinds[1]} as the text's own marks have it.\n\nWhat comes after the tagger's first look (hearsay, acts and the rest, speakers) adds ${share.toFixed(1)} % to its time.\n\nActs:\n\n\`\`\`\n${acts.trimEnd()}\n\`\`\``,
  }
}

/** A tagger of which only the first call for a page counts as the tagger's own: the others are hearsay's. */
function timedFirst(tagger, times) {
  let calls = 0
  return {
    ...tagger,
    tag: async (passages) => {
      const before = times.tagger
      const out = await tagger.tag(passages)
      if (calls++ > 0) times.tagger = before
      return out
    },
  }
}
