export { KEY_SCHEMA, type Key, keyText, parseKey, restoreNames } from './key.js'
export { WITHHELD_LABEL } from './labels.js'
export { type Listed, parsePeople, peopleText } from './people.js'
export {
  type RedactionOptions,
  Redactor,
  WITHHELD_ADDRESS,
  WITHHELD_BLOCK,
  WITHHELD_NAME,
} from './redactor.js'
export { type Because, type Finding, type Review, type ReviewedPerson, reviewText } from './review.js'
