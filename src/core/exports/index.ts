export { CSV_BOM, CSV_COLUMNS, CSV_HEADER, toCsv } from './csv.js'
export { fromJson } from './from-json.js'
export {
  blocksJson,
  hiddenJson,
  type MentionJson,
  type MetaJson,
  metaJson,
  originJson,
  type Pair,
  RECORD_SCHEMA,
  type RecordJson,
  recordJson,
  type SpeakerJson,
  type StatementJson,
  speakerJson,
  statementJson,
  type TimeJson,
  toJson,
} from './json.js'
export { toJsonl } from './jsonl.js'
export { toMarkdown } from './markdown.js'
export { blockAt, type Place, placeOf, wordsOf } from './place.js'
export { toReadingText } from './reading-text.js'
export { type PageInfo, type PageRecord, recordOf } from './record.js'
export { type Palette, PLAIN, type Terminal } from './terminal.js'
export { type Order, toText } from './text.js'
export { UNKNOWN, unknownOf } from './unknown.js'
export { visible } from './visible.js'
