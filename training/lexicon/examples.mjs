// Turns documents into what the weights are learnt from: sites with the rules that fit, edges, mentions, and which of
// them the gold annotation chose.
import { cueTokens, goldStatements, passageOf } from './gold.mjs'

export const MODULES = [
  'src/core/statements/analysis.ts',
  'src/core/statements/cue-lexicon.ts',
  'src/core/statements/pos-model.ts',
  'src/core/statements/parts-of-speech.ts',
  'src/core/statements/passages.ts',
  'src/core/statements/sites.ts',
  'src/core/statements/features.ts',
  'src/core/statements/mentions.ts',
  'src/core/statements/scorer.ts',
  'src/core/statements/hashing.ts',
  'src/core/statements/rules/index.ts',
  'src/core/model/index.ts',
]

const copy = (f) => f.hashes.slice(0, f.length)

export function examplesOf(m, d, stats, features = true) {
  const passage = passageOf(m, d.text)
  if (!passage) return []
  const { tokens } = passage
  const inCue = cueTokens(tokens, d.statements)
  const plain = m.analyse(passage, m.posModel(), new Map())
  const a = m.analyse(passage, m.posModel(), m.cueLexicon(), (i) => {
    const c = inCue[i] && (m.classOf(plain.pos[i]) !== 'other' || inCue[i] === 2) ? 1 : 0
    return { cue: c, all: 1, here: [c, 1] }
  })
  const isWord = (i) => a.shape[i] !== 4
  const gold = goldStatements(tokens, isWord, d.statements)
  const owner = new Int32Array(tokens.length).fill(-1)
  gold.forEach((g, k) => {
    for (const i of g.content) owner[i] = k
  })
  const words = new Int32Array(tokens.length + 1)
  for (let i = 0; i < tokens.length; i++) words[i + 1] = words[i] + (isWord(i) ? 1 : 0)
  const cueOwner = new Int32Array(tokens.length).fill(-1)
  gold.forEach((g, k) => {
    for (const i of g.cue) cueOwner[i] = k
  })
  const sites = m.findSites(a)
  const out = []
  const best = new Map()
  for (const site of sites) {
    const options = []
    m.RULES.forEach((rule, r) => {
      const p = rule.look(a, site)
      if (p) options.push({ r, p })
    })
    if (options.length === 0) continue
    const example = { site, options, label: -1, skip: false }
    out.push(example)
    const k = cueOwner[site.head]
    if (k < 0) continue
    const g = gold[k]
    if (g.content.size === 0) continue
    let top = null
    for (const o of options) {
      const starts = o.p.before !== null ? m.startsTo(a, o.p.before) : null
      const ends = o.p.after !== null ? m.endsFrom(a, o.p.after) : null
      const low = Math.min(starts ? starts.at(-1) : o.p.after, a.sentenceStart[site.head])
      const high = Math.max(ends ? ends.at(-1) : o.p.before, a.sentenceEnd[site.head])
      let size = 0
      const hit = new Int32Array(high - low + 1)
      for (let i = low; i < high; i++) {
        const is = owner[i] === k
        if (is) size++
        hit[i - low + 1] = hit[i - low] + (is ? 1 : 0)
      }
      const measure = (s, e) => [hit[e - low] - hit[s - low], words[e] - words[s]]
      let choice = { j: 0, s: -1, e: -1 }
      const sList = starts ?? [null]
      const eList = ends ?? [null]
      sList.forEach((s, si) => {
        const [h1, w1] = s === null ? [0, 0] : measure(s, o.p.before)
        eList.forEach((e, ei) => {
          const [h2, w2] = e === null ? [0, 0] : measure(o.p.after, e)
          const j = (h1 + h2) / (size + w1 + w2 - h1 - h2 || 1)
          if (j > choice.j) choice = { j, s: si, e: ei }
        })
      })
      const mentions = m.mentionsFor(a, site, o.p)
      let mention = -1
      let mj = 0
      if (g.mention.size === 0) mention = mentions.length - 1
      else
        mentions.forEach((c, ci) => {
          let h = 0
          for (let i = c.first; i < c.end; i++) if (g.mention.has(i)) h++
          const j = h / (g.mention.size + words[c.end] - words[c.first] - h || 1)
          if (j > mj) {
            mj = j
            mention = ci
          }
        })
      const bonus = g.mention.size === 0 ? (o.p.places.length === 0 ? 0.1 : 0.02) : mention >= 0 ? 0.4 : 0
      const value = choice.j + bonus
      if (choice.j > 0 && (!top || value > top.value))
        top = { value, j: choice.j, o, starts, ends, choice, mentions, mention }
    }
    example.top = top
    if (!top || top.j < 0.5) {
      example.skip = true
      continue
    }
    const old = best.get(k)
    if (!old || top.value > old.top.value + 0.02) {
      if (old) old.label = -1
      best.set(k, example)
      example.label = m.RULES.indexOf(m.RULES[top.o.r])
    }
  }
  stats.gold += gold.filter((g) => g.content.size > 0).length
  stats.reach += best.size
  for (const e of best.values()) if (e.top.mention >= 0) stats.who++
  if (stats.missed && features === 'missed')
    gold.forEach((g, k) => {
      if (!best.has(k) && g.content.size)
        stats.missed.push([
          d,
          d.statements[k],
          [...g.cue].map((i) => sites.find((s) => s.head === i)?.kind ?? '-').join(','),
        ])
    })
  if (!features) return { a, out, gold, best }
  // Features are read off at once; the analysis is not kept.
  const f = new m.Features()
  const list = []
  for (const e of out) {
    if (e.skip) continue
    m.siteFeatures(a, e.site, f)
    const x = { rules: Uint8Array.from(e.options, (o) => o.r), label: e.label, site: copy(f), edges: [], mention: null }
    if (e.label >= 0) {
      const { o, starts, ends, choice, mentions, mention } = e.top
      if (starts)
        x.edges.push({
          label: choice.s,
          list: starts.map((_, k) => {
            m.startFeatures(a, e.site, o.r, o.p.before, starts, k, f)
            return copy(f)
          }),
        })
      if (ends)
        x.edges.push({
          label: choice.e,
          list: ends.map((_, k) => {
            m.endFeatures(a, e.site, o.r, o.p.after, ends, k, f)
            return copy(f)
          }),
        })
      if (mention >= 0 && mentions.length > 1)
        x.mention = {
          label: mention,
          list: mentions.map((_, k) => {
            m.mentionFeatures(a, e.site, o.r, mentions, k, f)
            return copy(f)
          }),
        }
    }
    list.push(x)
  }
  return list
}
