export { type DecodeOptions, type NetworkConfig, parseConfig } from './config.js'
export type { Graph, Tensor } from './graph.js'
export { type Network, networkTagger } from './tagger.js'
export { type Pieces, WordPiece } from './wordpiece.js'
