// Prints articles of PolNeAR dev (train with --train) for annotating by hand: each gold statement's mention and content
// marked in the text by the statement's number, so that its speaker and act can be named by that number. Nothing printed
// may be committed.
//
//   node training/speakers/sheet.mjs FIRST LAST [--acts] [--train]
//
// Articles are those of `chosen(split)`, by number from 0.
import { documents } from '../lexicon/library.mjs'

/** The articles whose speakers are annotated: of a split's with three statements or more, the first 60 by hash. */
export function chosen(split = 'dev') {
  return documents(split)
    .filter((d) => d.statements.length >= 3)
    .map((d) => ({ d, key: hash(d.id) }))
    .sort((a, b) => a.key - b.key || (a.d.id < b.d.id ? -1 : 1))
    .slice(0, 60)
    .map(({ d }) => d)
}

/** FNV-1a of an id. */
function hash(id) {
  let h = 2166136261
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 16777619) >>> 0
  return h
}

/** The text with `[M3:` … `]` about the mention of statement 3, `{C3:` … `}` about its content and `<K3:` … `>` about its cue. */
export function marked(d) {
  const marks = []
  d.statements.forEach((s, k) => {
    for (const [a, b] of s.speaker) marks.push([a, `[M${k}:`, 1], [b, ']', 0])
    for (const [a, b] of s.cue) marks.push([a, `<K${k}:`, 1], [b, '>', 0])
    for (const [a, b] of s.content) marks.push([a, `{C${k}:`, 1], [b, '}', 0])
  })
  marks.sort((x, y) => x[0] - y[0] || x[2] - y[2])
  let out = ''
  let at = 0
  for (const [i, mark] of marks) {
    out += d.text.slice(at, i) + mark
    at = i
  }
  return out + d.text.slice(at)
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [first, last] = process.argv.slice(2, 4).map(Number)
  chosen(process.argv.includes('--train') ? 'train' : 'dev')
    .slice(first, last + 1)
    .forEach((d, k) => {
      console.log(`=== ${first + k} ${d.id} (${d.statements.length} statements)\n${marked(d)}\n`)
    })
}
