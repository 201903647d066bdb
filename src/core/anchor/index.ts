export { type Anchored, anchor, type Selector, selectorOf } from './anchor.js'
export { keyOf, type Words, wordAt, wordRange, wordsOf } from './words.js'
