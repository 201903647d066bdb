import { type Analysis, analyse } from './analysis.js'
import { cueLexicon } from './cue-lexicon.js'
import { posModel } from './pos-model.js'
import type { Passage } from './tagger.js'

const known = new WeakMap<Passage, Analysis>()

/**
 * A passage analysed with the parts of speech and the lexicon that come with the package; once for each passage, as a
 * tagger and the stages after it look at the same one.
 */
export function analysed(passage: Passage): Analysis {
  let analysis = known.get(passage)
  if (!analysis) {
    analysis = analyse(passage, posModel(), cueLexicon())
    known.set(passage, analysis)
  }
  return analysis
}
