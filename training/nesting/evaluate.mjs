// Measures nesting on test/gold/nested.txt: of the cases with hearsay, in how many every statement is right (its content
// with a Jaccard index of at least half over words, a mention that shares a word, and within the right one); of those
// without, in how many something is found within something.
//
// The corpus's own score (score/attribution.mjs) leaves statements within others out: it is of outer ones alone.
//
//   node training/nesting/evaluate.mjs [--tagger rules|network] [--half development|more|measured] [--wrong] [--none]
//
// --wrong prints the cases that are not right, --none those without hearsay in which some is found.
import { bundleLibrary, ROOT } from '../../bench/library.mjs'
import { cases, wordSet, wordsOf } from './gold.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const m = await import(await bundleLibrary())
const taggers = { rules: async () => m.rulesTagger, network: () => m.loadTagger() }
const halves = option('half', null) ? [option('half')] : ['development', 'more', 'measured']
const show = (text, s) => {
  const words = (spans) => spans.map(([start, end]) => text.slice(start, end)).join(' … ')
  const role = (span) => (span ? words([span]) : '-')
  return `${role(s.mention)} | ${role(s.cue)} | ${words(s.content)}`
}
const pair = (span) => (span ? [span.start, span.end] : null)

/** Which predicted statement each gold one is: one to one, the most like first. */
function matches(text, gold, found) {
  const words = wordsOf(text)
  const set = (spans) => wordSet(words, spans.filter(Boolean))
  const shared = (a, b) => [...a].filter((x) => b.has(x)).length
  const pairs = []
  gold.forEach((g, i) => {
    const [c, w] = [set(g.content), set([g.mention])]
    found.forEach((f, j) => {
      const [d, v] = [set(f.content), set([f.mention])]
      const both = shared(c, d)
      const jaccard = both / (c.size + d.size - both)
      const who = w.size === 0 ? v.size === 0 : shared(w, v) > 0
      if (jaccard >= 0.5) pairs.push({ i, j, jaccard, who })
    })
  })
  const out = gold.map(() => null)
  const used = new Set()
  for (const { i, j, who } of pairs.sort((a, b) => Number(b.who) - Number(a.who) || b.jaccard - a.jaccard)) {
    if (out[i] || used.has(j)) continue
    out[i] = { j, who }
    used.add(j)
  }
  return out
}

/** Which gold statements are right, and which predicted inner ones are none. */
function judge({ text, statements }, found) {
  const match = matches(text, statements, found)
  const index = new Map(statements.map((s, i) => [s.name, i]))
  const right = statements.map((s, i) => {
    if (!match[i]?.who) return false
    const encloser = s.within === null ? null : (match[index.get(s.within)]?.j ?? -1)
    const within = found[match[i].j].within
    return (within === null ? null : found.findIndex((f) => f.id === within)) === encloser
  })
  const known = new Set(match.filter(Boolean).map(({ j }) => j))
  return { right, falseInner: found.filter((f, j) => f.within !== null && !known.has(j)) }
}

const sum = (list) => list.reduce((a, b) => a + b, 0)
const share = (n, of) => `${((100 * n) / of).toFixed(1).padStart(5)} % (${n} of ${of})`

for (const name of option('tagger', null) ? [option('tagger')] : Object.keys(taggers)) {
  const tagger = await taggers[name]()
  for (const half of halves) {
    const t = {
      cases: 0,
      right: 0,
      outer: [0, 0],
      inner: [0, 0],
      pair: [0, 0],
      falseInner: 0,
      none: 0,
      noneFalse: 0,
      noneRight: 0,
    }
    const bins = new Map()
    for (const c of cases(ROOT).filter((x) => x.half === half)) {
      const page = m.pageFromText(c.text, { kind: 'article' }).id
      const found = (
        await m.findStatements({ page, text: c.text, blocks: c.blocks, meta: { published: null } }, tagger)
      ).map((s) => ({
        id: s.id,
        within: s.within,
        confidence: s.confidence,
        content: s.content.map(pair),
        cue: pair(s.cue),
        mention: pair(s.mention),
      }))
      const { right, falseInner } = judge(c, found)
      const asked = right.filter((_, i) => !c.statements[i].optional)
      const all = asked.every(Boolean)
      const isNone = c.kind.startsWith('none')
      if (isNone) {
        t.none++
        if (falseInner.length > 0 || found.some((f) => f.within)) t.noneFalse++
        if (all) t.noneRight++
      } else {
        t.cases++
        if (all) t.right++
        t.falseInner += falseInner.length
        c.statements.forEach((s, i) => {
          if (s.optional) return
          const count = s.within === null ? t.outer : t.inner
          count[1]++
          if (right[i]) count[0]++
          if (s.within === null) return
          t.pair[1]++
          if (right[i] && right[c.statements.findIndex((x) => x.name === s.within)]) t.pair[0]++
        })
      }
      const match = matches(c.text, c.statements, found)
      found.forEach((f, j) => {
        if (f.within === null) return
        const bin = Math.min(9, Math.floor(f.confidence * 10))
        const [n, ok, mean] = bins.get(bin) ?? [0, 0, 0]
        bins.set(bin, [n + 1, ok + (match.some((x) => x?.j === j && x.who) ? 1 : 0), mean + f.confidence])
      })
      const wrong = isNone ? process.argv.includes('--none') && found.some((f) => f.within) : !all
      if (wrong && (isNone || process.argv.includes('--wrong'))) {
        console.log(`\n[${c.kind}] ${c.text}`)
        c.statements.forEach((s, i) => {
          const mark = right[i] ? '+' : s.optional ? '?' : '-'
          console.log(`  ${mark} ${s.name}${s.within ? ` in ${s.within}` : ''}: ${show(c.text, s)}`)
        })
        found.forEach((f, j) => {
          const within = f.within ? ` in ${found.findIndex((x) => x.id === f.within)}` : ''
          console.log(`    ${j}${within} (${f.confidence}): ${show(c.text, f)}`)
        })
      }
    }
    console.log(`\n${name}, ${half}`)
    console.log(`  all statements of a case right   ${share(t.right, t.cases)}`)
    console.log(`  outer statements right           ${share(...t.outer)}`)
    console.log(`  inner statements right           ${share(...t.inner)}`)
    console.log(`  inner and its outer one right    ${share(...t.pair)}`)
    console.log(`  false inner ones in these cases  ${t.falseInner}`)
    console.log(
      `  without hearsay, some found      ${share(t.noneFalse, t.none)}; all right ${share(t.noneRight, t.none)}`,
    )
    const all = [...bins].sort((a, b) => a[0] - b[0])
    for (const [bin, [n, ok, mean]] of all)
      console.log(
        `  confidence of inner ones at ${(bin / 10).toFixed(1)}: mean ${(mean / n).toFixed(2)}, right ${share(ok, n)}`,
      )
    if (sum(all.map(([, [n]]) => n)) > 0) console.log('')
  }
}
