/** What the scripts in training/reading need of the reader; no part of the package. */

export { pageFromText } from '../model/index.js'
export { Ancestries } from './ancestry.js'
export { unpackClassifier } from './classifier.js'
export { FEATURES, featureRows, unitWords, WIDTH, weighedWords } from './features/index.js'
export {
  PLAIN,
  PLAIN_WIDTH,
  PROSE_WORDS,
  phraseKeys,
  plainFeatures,
  plainWords,
  promiseKeys,
} from './features/plain/index.js'
export { articleText, readWith } from './index.js'
export { textUnits } from './lines.js'
export { readMarkup } from './markup.js'
export { marksOf } from './meta/index.js'
export { likeness } from './second.js'
export { statedBody } from './stated.js'
export { markupUnits } from './unit.js'
export { classTokens } from './weights.js'
