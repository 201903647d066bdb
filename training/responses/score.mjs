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
/** For or against: whether a denial denies or disputes is a matter of words. */
const side = (kind) => (kind === 'denies' || kind === 'disputes' ? 'against' : 'for')
const counts = { asserted: 0, right: 0, exact: 0, pair: 0, offered: 0, offeredRight: 0, near: 0 }
const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sum: 0 }))
for (const { answer, candidates } of answers) {
  for (const link of m.answersOf(answer, candidates)) {
    const key = `${ids.get(link.answer)} ${ids.get(link.claim)}`
    const isRight = gold.has(key) && side(gold.get(key)) === side(link.kind)
    const isExact = gold.get(key) === link.kind
    const bin = bins[Math.min(9, Math.floor(link.confidence * 10))]
    bin.n++
    bin.sum += link.confidence
    if (gold.has(key)) bin.right++
    if (link.asserted) {
      counts.asserted++
      if (isRight) counts.right++
      if (isExact) counts.exact++
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
const share = (n, of) => (n / of).toFixed(3)
console.log(`${pages.length} pages, ${gold.size} links, ${near.size} near misses`)
console.log(
  `asserted: precision ${share(counts.pair, counts.asserted)}, recall ${share(counts.pair, gold.size)}; ${counts.near} near misses asserted`,
)
console.log(
  `of the right links, for or against is right in ${share(counts.right, counts.pair)}, the kind of four in ${share(counts.exact, counts.pair)}`,
)
console.log(
  `offered besides: ${counts.offered}, right ${counts.offeredRight}; expected calibration error ${ece.toFixed(3)}`,
)
