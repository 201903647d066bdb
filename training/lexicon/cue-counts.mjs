// Counts, on PolNeAR train, how often each word is part of a cue, by its class and by what follows, and writes
// src/core/statements/generated/cue-counts.ts. Words and counts only.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cueTokens, passageOf } from './gold.mjs'
import { documents, load, ROOT } from './library.mjs'

const m = await load(
  'src/core/statements/analysis.ts',
  'src/core/statements/cue-lexicon.ts',
  'src/core/statements/pos-model.ts',
  'src/core/statements/passages.ts',
  'src/core/model/index.ts',
)
const counts = new Map()
for (const d of documents('train')) {
  const passage = passageOf(m, d.text)
  const a = m.analyse(passage, m.posModel(), new Map())
  const inCue = cueTokens(passage.tokens, d.statements)
  passage.tokens.forEach((t, i) => {
    if (a.shape[i] === 4 || a.shape[i] === 3) return
    const kind = m.classOf(a.pos[i])
    const word = d.text.slice(t.start, t.end).toLowerCase().replace(/’/g, "'")
    if (/\s/.test(word)) return
    const key = `${word} ${kind}`
    let c = counts.get(key)
    if (!c) {
      c = { cue: 0, all: 0, by: m.FOLLOWERS.map(() => [0, 0]) }
      counts.set(key, c)
    }
    // In a cue of several words only the verbs and nouns count for themselves: "said in a statement".
    const alone = inCue[i] && (kind !== 'other' || inCue[i] === 2)
    const f = m.followerOf(a, i)
    c.all++
    c.by[f][1]++
    if (alone) {
      c.cue++
      c.by[f][0]++
    }
  })
}
const lines = [...counts]
  .filter(([, c]) => c.cue >= 2 && c.cue / c.all >= 0.015)
  .sort((a, b) => b[1].cue - a[1].cue || (a[0] < b[0] ? -1 : 1))
  .map(
    ([key, c]) =>
      `${key} ${c.cue}/${c.all}${c.by.map(([x, y], i) => (y ? ` ${m.FOLLOWERS[i]} ${x}/${y}` : '')).join('')}`,
  )
writeFileSync(
  join(ROOT, 'src/core/statements/generated/cue-counts.ts'),
  `// Written by training/lexicon/cue-counts.mjs. Do not edit.

/**
 * A line a word: the word in lower case, its class, in how many of its uses it was part of a cue, and the same by what
 * follows it ("that", an opening quotation mark, "to", anything else). Counted on PolNeAR train.
 */
export const CUE_COUNTS = \`
${lines.join('\n')}
\`
`,
)
console.log(lines.length, 'words')
