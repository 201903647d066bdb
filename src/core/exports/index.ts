export { BRAT_CONFIGURATION, toBrat } from './brat.js'
export { toCitron } from './citron.js'
export { CodePoints } from './code-points.js'
export { CSV_BOM, CSV_COLUMNS, CSV_HEADER, toCsv } from './csv.js'
export { fromBrat } from './from-brat.js'
export { fromCitron } from './from-citron.js'
export { fromJson } from './from-json.js'
export { fromJsonl } from './from-jsonl.js'
export { fromWebAnnotation } from './from-web-annotation.js'
export { fromWebAnno } from './from-webanno.js'
export { type GoldDocument, type GoldStatement, goldOf } from './gold.js'
export { toHtml } from './html.js'
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
export { type PageInfo, type PageRecord, type Redaction, recordOf } from './record.js'
export { toSchemaOrg } from './schema-org.js'
export { type Palette, PLAIN, type Terminal } from './terminal.js'
export { type Order, toText } from './text.js'
export { UNKNOWN, unknownOf } from './unknown.js'
export { visible } from './visible.js'
export { toWebAnnotation, WEB_ANNOTATION_CONTEXT } from './web-annotation.js'
export { toWebAnno, WEBANNO_FEATURES, WEBANNO_LINKS, WEBANNO_SPANS } from './webanno.js'
