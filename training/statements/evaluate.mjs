// Scores what scores.py wrote. Confidence is learnt by logistic regression on the held-out documents: by halves when
// these are scored, from all of them otherwise.
//
//   node training/statements/evaluate.mjs DATA-FOLDER SCORES [--fit FIT-SCORES] [--threshold T]
//     [--publishers] [--bins] [--bootstrap] [--write PREDICTED.jsonl] [--config CONFIG.json]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { documents, random, SCORE } from '../lexicon/library.mjs'
import { confidence, OPTIONS, PRESETS, settle, stand } from './decode.mjs'

const { add, empty, report, words, inside } = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l))

/** Outermost quotations by the states that convert.mjs wrote. */
function quotesOf(quote) {
  const quotes = []
  const quoteAt = new Int32Array(quote.length).fill(-1)
  let open = -1
  const close = (end) => {
    if (open < 0) return
    quoteAt.fill(quotes.length, open, end)
    quotes.push({ open, end })
    open = -1
  }
  quote.forEach((q, i) => {
    if (q === 1 || q === 4 || q === 0) close(i)
    if (q === 1 || q === 4) open = i
    if (q === 3 || q === 6) close(i + 1)
  })
  close(quote.length)
  return { quotes, quoteAt }
}

/** Documents with their candidates: SCORES.jsonl and SCORES.bin, beside the texts. */
export function read(data, name) {
  const [head, ...rest] = lines(`${name}.jsonl`)
  const bytes = readFileSync(`${name}.bin`)
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const ids = new Set(rest.map((r) => r.id))
  const texts = new Map(
    ['train', 'dev']
      .flatMap((s) => documents(s))
      .filter((d) => ids.has(d.id))
      .map((d) => [d.id, d]),
  )
  const rows = new Map()
  for (const s of ['train', 'dev'])
    for (const line of readFileSync(join(data, `${s}.jsonl`), 'utf8').split('\n')) {
      if (line === '' || !ids.has(line.slice(7, line.indexOf('"', 7)))) continue
      const r = JSON.parse(line)
      rows.set(r.id, r)
    }
  const crop = (head.before + head.after + 1) * 4
  let offset = 0
  return rest.map(({ id, candidates }) => {
    const r = rows.get(id)
    const list = candidates.map(([at, anchor, valid]) => {
      const scores = all.subarray(offset, offset + crop)
      offset += crop
      return { at, anchor, valid, scores }
    })
    const doc = { id, ...texts.get(id), word: r.word, start: r.start, tokens: r.tokens, ...quotesOf(r.quote) }
    doc.candidates = list
    doc.size = head
    return doc
  })
}

/** A statement in offsets of the text. */
export const located = (doc, s) => {
  const span = ([a, b]) => [doc.start[a], doc.start[b - 1] + doc.tokens[b - 1].length]
  return {
    content: s.content.map(span),
    cue: s.cue ? span(s.cue) : null,
    mention: s.mention ? span(s.mention) : null,
    within: null,
  }
}

const settled = (doc, o) => doc.candidates.map((c) => settle(doc, c, doc.size, o)).filter((s) => s.content.length > 0)

/** Whether each statement by itself would count as right ("who"). */
function rights(doc, list) {
  const all = words(doc.text)
  const gold = doc.statements.map((g) => [inside(g.content, all), inside(g.speaker, all)]).filter(([c]) => c.size > 0)
  return list.map((s) => {
    const l = located(doc, s)
    const c = inside(l.content, all)
    const m = inside(l.mention, all)
    let best = 0
    let who = 0
    for (const [gc, gm] of gold) {
      let n = 0
      for (const x of c) if (gc.has(x)) n++
      if (n === 0) continue
      const j = n / (c.size + gc.size - n)
      const w = (gm.size === 0 && m.size === 0) || [...m].some((x) => gm.has(x)) ? 1 : 0
      if (j > best || (j === best && w > who)) {
        best = j
        who = w
      }
    }
    return best >= 0.5 && who ? 1 : 0
  })
}

/** Logistic regression by Newton's method, a little L2. */
export function regress(xs, ys) {
  const n = xs[0].length + 1
  const w = new Array(n).fill(0)
  for (let round = 0; round < 25; round++) {
    const g = new Array(n).fill(0)
    const h = Array.from({ length: n }, () => new Array(n).fill(0))
    xs.forEach((x0, k) => {
      const x = [...x0, 1]
      let z = 0
      for (let i = 0; i < n; i++) z += x[i] * w[i]
      const p = 1 / (1 + Math.exp(-z))
      const v = p * (1 - p)
      for (let i = 0; i < n; i++) {
        g[i] += (ys[k] - p) * x[i]
        for (let j = 0; j < n; j++) h[i][j] += v * x[i] * x[j]
      }
    })
    for (let i = 0; i < n; i++) {
      g[i] -= 0.5 * w[i]
      h[i][i] += 0.5
    }
    // Gauss-Jordan.
    const m = h.map((r, i) => [...r, g[i]])
    for (let i = 0; i < n; i++) {
      const d = m[i][i]
      for (let j = i; j <= n; j++) m[i][j] /= d
      for (let r = 0; r < n; r++) {
        if (r === i) continue
        const f = m[r][i]
        for (let j = i; j <= n; j++) m[r][j] -= f * m[i][j]
      }
    }
    for (let i = 0; i < n; i++) w[i] += m[i][n]
  }
  return w
}

const THRESHOLDS = Array.from({ length: 29 }, (_, i) => 0.1 + i * 0.02)

/** Documents scored at every threshold: totals by threshold. */
function sweep(parts, o) {
  const totals = THRESHOLDS.map(() => empty())
  for (const { doc, list } of parts)
    THRESHOLDS.forEach((t, k) => {
      add(
        totals[k],
        doc.text,
        doc.statements,
        stand(doc, list, t, o).map((s) => located(doc, s)),
      )
    })
  return totals.map(report)
}

export function measure(docs, fitDocs, o = OPTIONS, threshold = null) {
  const prepare = (list) =>
    list.map((doc) => {
      const s = settled(doc, o)
      return { doc, list: s, right: rights(doc, s) }
    })
  const parts = prepare(docs)
  const learn = (list) =>
    regress(
      list.flatMap((p) => p.list.map((s) => s.features)),
      list.flatMap((p) => p.right),
    )
  const score = (list, weightsOf) => {
    list.forEach((p, i) => {
      for (const s of p.list) s.score = confidence(s.features, weightsOf(i))
    })
  }
  const fitParts = fitDocs ? prepare(fitDocs) : parts
  const weights = learn(fitParts)
  const halves = [0, 1].map((h) => learn(fitParts.filter((_, i) => i % 2 !== h)))
  score(fitParts, (i) => halves[i % 2])
  if (threshold === null) {
    const r = sweep(fitParts, o)
    threshold = THRESHOLDS[r.reduce((b, x, i) => (x.who.f1 > r[b].who.f1 ? i : b), 0)]
  }
  // What a statement's score and the words it kept say of it, once all stand together.
  const stood = (list) =>
    list.map(({ doc, list: l }) => {
      const kept = stand(doc, l, threshold, o)
      return { kept, right: rights(doc, kept) }
    })
  const finish = (list) =>
    regress(
      list.flatMap((p) => p.kept.map((s) => s.settled)),
      list.flatMap((p) => p.right),
    )
  const fitStood = stood(fitParts)
  const final = finish(fitStood)
  const finalHalves = [0, 1].map((h) => finish(fitStood.filter((_, i) => i % 2 !== h)))
  if (fitDocs) score(parts, () => weights)
  const finalOf = (i) => (fitDocs ? final : finalHalves[i % 2])
  const total = empty()
  const publishers = new Map()
  const direct = { gold: 0, found: 0, who: 0 }
  const bins = Array.from({ length: 10 }, () => [0, 0, 0])
  const rows = []
  for (const [number, { doc, list }] of parts.entries()) {
    const kept = stand(doc, list, threshold, o)
    for (const s of kept) s.score = confidence(s.settled, finalOf(number))
    const found = kept.map((s) => located(doc, s))
    add(total, doc.text, doc.statements, found)
    if (!publishers.has(doc.publisher)) publishers.set(doc.publisher, empty())
    add(publishers.get(doc.publisher), doc.text, doc.statements, found)
    rows.push({ id: doc.id, statements: found.map((f, i) => ({ ...f, confidence: kept[i].score })) })
    rights(doc, kept).forEach((y, i) => {
      const bin = bins[Math.min(9, Math.floor(kept[i].score * 10))]
      bin[0]++
      bin[1] += y
      bin[2] += kept[i].score
    })
    // Direct quotations: every word of the gold content stands between marks.
    const inQuote = (span) => {
      for (let i = 0; i < doc.word.length; i++) {
        const end = doc.start[i] + doc.tokens[i].length
        if (end <= span[0]) continue
        if (doc.start[i] >= span[1]) break
        if (doc.word[i] && doc.quoteAt[i] < 0) return false
      }
      return true
    }
    const golds = doc.statements.filter((g) => g.content.length > 0 && g.content.every(inQuote))
    for (const g of golds) {
      const one = empty()
      // Each gold by itself against all predictions is a recall: found and who of the best pair.
      add(one, doc.text, [g], found)
      direct.gold += one.statements.gold
      direct.found += one.statements.found
      direct.who += one.statements.who
    }
  }
  const all = bins.reduce((n, b) => n + b[0], 0)
  const ece = bins.reduce((x, b) => x + (b[0] ? Math.abs(b[1] - b[2]) / all : 0), 0)
  return { total: report(total), publishers, direct, ece, bins, threshold, weights, final, rows }
}

/** 95 % intervals of F1 by drawing documents again, 1,000 times, seeded. */
function bootstrap(docs, rows) {
  const each = docs.map((d, i) => add(empty(), d.text, d.statements, rows[i].statements))
  const next = random(7)
  const draws = { who: [], exact: [], found: [], content: [], mention: [], cue: [] }
  for (let round = 0; round < 1000; round++) {
    const t = empty()
    for (let k = 0; k < each.length; k++) {
      const one = each[Math.floor(next() * each.length)]
      for (const key of Object.keys(t.statements)) t.statements[key] += one.statements[key]
      for (const role of Object.keys(t.words))
        for (const key of Object.keys(t.words[role])) t.words[role][key] += one.words[role][key]
    }
    const { words: w, ...x } = report(t)
    for (const key of ['who', 'exact', 'found']) draws[key].push(x[key].f1)
    draws.content.push(w.content.f1)
    draws.mention.push(w.speaker.f1)
    draws.cue.push(w.cue.f1)
  }
  const ends = (list) => {
    list.sort((a, b) => a - b)
    return `${list[24]} to ${list[974]}`
  }
  return Object.fromEntries(Object.entries(draws).map(([k, v]) => [k, ends(v)]))
}

export function print(r) {
  const { total: t } = r
  const f = (x) => `${x.precision}/${x.recall}/${x.f1}`
  console.log(
    `threshold ${r.threshold.toFixed(2)} who ${f(t.who)} exact ${t.exact.f1} found ${f(t.found)} content ${f(t.words.content)} mention ${f(t.words.speaker)} cue ${f(t.words.cue)} direct found ${((100 * r.direct.found) / r.direct.gold).toFixed(1)} who ${((100 * r.direct.who) / r.direct.gold).toFixed(1)} ece ${r.ece.toFixed(3)}`,
  )
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [data, name] = process.argv.slice(2)
  const option = (x) => (process.argv.includes(x) ? process.argv[process.argv.indexOf(x) + 1] : null)
  const docs = read(data, name)
  const fitDocs = option('--fit') ? read(data, option('--fit')) : null
  const r = measure(docs, fitDocs, OPTIONS, option('--threshold') ? Number(option('--threshold')) : null)
  print(r)
  if (process.argv.includes('--publishers'))
    for (const [p, t] of r.publishers) {
      const x = report(t)
      console.log(
        p.padEnd(20),
        'who',
        x.who.f1,
        'exact',
        x.exact.f1,
        'content',
        x.words.content.f1,
        'mention',
        x.words.speaker.f1,
        'cue',
        x.words.cue.f1,
        'found',
        x.found.f1,
      )
    }
  if (process.argv.includes('--bins'))
    for (const b of r.bins) console.log(b[0], (b[1] / b[0]).toFixed(3), (b[2] / b[0]).toFixed(3))
  // What the product needs to decode as here goes into the exported model's config.
  if (option('--config')) {
    const file = option('--config')
    const { weights, final, threshold } = r
    const config = {
      ...JSON.parse(readFileSync(file, 'utf8')),
      decode: OPTIONS,
      weights,
      final,
      thresholds: { balance: threshold, ...PRESETS },
    }
    writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`)
  }
  if (process.argv.includes('--bootstrap')) console.log(bootstrap(docs, r.rows))
  if (option('--write')) writeFileSync(option('--write'), r.rows.map((x) => `${JSON.stringify(x)}\n`).join(''))
}
