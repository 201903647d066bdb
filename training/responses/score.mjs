// Scores response links on eval.jsonl (or another set): given its gold statements, with the acts and speakers that the
// product finds for them.
//
//   node training/responses/score.mjs [SET] [--errors]
import { answersIn, modules, pageOf, pagesOf } from './library.mjs'

const set = process.argv[2]?.startsWith('--') === false ? process.argv[2] : 'eval'
const m = await modules()
const pages = []
for (const page of pagesOf(set)) pages.push(await pageOf(m, page))
const { answers } = answersIn(m, pages)
const gold = new Map()
for (const { links } of pages) for (const { answer, claim, kind } of links) gold.set(`${answer} ${claim}`, kind)
const ids = new Map(pages.flatMap(({ said }) => [...said].map(([id, s]) => [s.id, id])))
// Links are marked exhaustively, so whatever else an answer could be taken to answer, on its page or in its story, is a near
// miss: another statement by another speaker.
const answering = new Set([...gold.keys()].map((key) => key.split(' ')[0]))
const near = new Set()
for (const { id, pairs } of answers) {
  if (answering.has(id)) for (const { claim } of pairs) if (!gold.has(`${id} ${claim}`)) near.add(`${id} ${claim}`)
}
const counts = { asserted: 0, right: 0, pair: 0, offered: 0, offeredRight: 0, near: 0 }
const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sum: 0 }))
for (const { answer, candidates } of answers) {
  for (const link of m.answersOf(answer, candidates)) {
    const key = `${ids.get(link.answer)} ${ids.get(link.claim)}`
    const isRight = gold.get(key) === link.kind
    const bin = bins[Math.min(9, Math.floor(link.confidence * 10))]
    bin.n++
    bin.sum += link.confidence
    if (gold.has(key)) bin.right++
    if (link.asserted) {
      counts.asserted++
      if (isRight) counts.right++
      if (gold.has(key)) counts.pair++
      if (near.has(key)) counts.near++
    } else {
      counts.offered++
      if (isRight) counts.offeredRight++
    }
    if (process.argv.includes('--errors') && set !== 'eval' && link.asserted && !isRight)
      console.log(key, link.kind, gold.get(key) ?? 'no link', link.confidence.toFixed(2), link.why)
  }
}
const all = bins.reduce((n, bin) => n + bin.n, 0)
const ece = bins.reduce(
  (sum, bin) => sum + (bin.n === 0 ? 0 : (bin.n / all) * Math.abs(bin.right / bin.n - bin.sum / bin.n)),
  0,
)
console.log(`${pages.length} pages, ${gold.size} links, ${near.size} near misses`)
console.log(
  `asserted: precision ${(counts.right / counts.asserted).toFixed(3)}, recall ${(counts.right / gold.size).toFixed(3)}; ${counts.near} near misses asserted; right pair, any kind ${(counts.pair / counts.asserted).toFixed(3)}`,
)
console.log(
  `offered besides: ${counts.offered}, right ${counts.offeredRight}; expected calibration error ${ece.toFixed(3)}`,
)
