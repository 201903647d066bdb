export * from './core/check/index.js'
export { CopyIndex } from './core/compare/copy-index.js'
export { type Repeat, type RepeatRelation, repeatOf } from './core/compare/repeats.js'
export type { Said, Voice } from './core/compare/said.js'
export type { Stretch } from './core/compare/word-diff.js'
export * from './core/model/index.js'
export { articleText, read, toPage, toText } from './core/reading/index.js'
export { findSpeakers, type SpeakersFound } from './core/speakers/index.js'
export {
  type Anchor,
  findStatements,
  type Passage,
  rulesTagger,
  type ScoredRun,
  type Tagger,
  type Token,
} from './core/statements/index.js'
export {
  type DecodeOptions,
  type Graph,
  type Network,
  type NetworkConfig,
  networkTagger,
  type OnnxSession,
  type OnnxTensor,
  onnxGraph,
  type Pieces,
  PREFERENCES,
  type Preference,
  parseConfig,
  type Tensor,
  WordPiece,
} from './core/statements/network/index.js'
export { findQuotations } from './core/statements/quotations.js'
export { VERSION } from './core/version.js'
