// What weights.mjs and calibrate.mjs share: the three log-linear models, learnt from examples.
import { learn, quantise } from './learn.mjs'

const SIZES = { site: 1 << 17, edge: 1 << 16, mention: 1 << 15 }

const sites = (list) =>
  list.map((x) => ({
    label: x.label < 0 ? -1 : x.rules.indexOf(x.label),
    options: [...x.rules].map((r) => [x.site, r + 1]),
  }))
const edges = (list) =>
  list.flatMap((x) => x.edges.map((e) => ({ label: e.label, options: e.list.map((l) => [l, 0]) })))
const mentions = (list) =>
  list.filter((x) => x.mention).map((x) => ({ label: x.mention.label, options: x.mention.list.map((l) => [l, 0]) }))

/** Weights are the mean over this many orders of the examples: one order moves F1 of "who" by a few tenths. */
const ORDERS = 4

function mean(m, size, epochs, items, unseen, options) {
  const sum = new Float64Array(size)
  for (let k = 0; k < ORDERS; k++)
    learn(m, size, epochs, items, unseen, { ...options, seed: 11 + k }).forEach((x, j) => {
      sum[j] += x / ORDERS
    })
  return sum
}

/** Learns from `examples`, judging on `unseen`: by model its table as bytes, its size and scale. */
export function train(m, examples, unseen, quiet = false) {
  const models = {
    site: mean(m, SIZES.site, 5, sites(examples), sites(unseen), { nothing: true, rate: 0.03, quiet }),
    edge: mean(m, SIZES.edge, 6, edges(examples), edges(unseen), { rate: 0.03, quiet }),
    mention: mean(m, SIZES.mention, 6, mentions(examples), mentions(unseen), { rate: 0.05, quiet }),
  }
  return Object.fromEntries(Object.entries(models).map(([name, w]) => [name, quantise(w)]))
}
