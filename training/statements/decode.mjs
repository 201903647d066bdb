// The core's own decoder, for the scores that scores.py and check.py write, so that what is measured is what is shipped.
import { load } from '../lexicon/library.mjs'

const core = await load('src/core/statements/network/settle.ts', 'src/core/statements/network/stand.ts')

export const { stand } = core

/** Logistic regression over features, the last weight by itself. */
export const confidence = core.logistic

/** The decoder's options, chosen by tune.mjs on the held-out documents; evaluate.mjs writes them to config.json. */
export const OPTIONS = { enter: [0.3, 2, 0.6, 1.5], mark: 0.6, keep: 0.5, taken: 0.6, margin: 1, quoted: 0.5 }

/** Thresholds of the presets: the precision of who near 90 on the held-out documents, and the recall near its highest. */
export const PRESETS = { precision: 0.7, recall: 0.15 }

/** A candidate as a statement; `scores` are those of all tokens of its crop, those outside the document too. */
export function settle(doc, { at, anchor, valid, scores }, size, options) {
  const first = Math.max(0, at - size.before)
  const end = Math.min(doc.word.length, at + size.after + 1)
  const shift = first - (at - size.before)
  const own = scores.subarray(shift * 4, (shift + end - first) * 4)
  return core.settle(doc, { at, anchor, valid, first, end, scores: own }, options)
}
