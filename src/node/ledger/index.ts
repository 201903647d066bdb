export type { Said, Voice } from '../../core/compare/said.js'
export { ARCHIVE, type ArchiveLine, archiveLine } from '../../core/ledger/archive.js'
export { addedId, correctedRecord, type Reviewed, reviewed, splitId } from '../../core/ledger/corrected.js'
export type { Change, Correction, NewCorrection } from '../../core/ledger/corrections.js'
export type {
  Added,
  Answers,
  ArchiveOptions,
  Arrival,
  ArticleFound,
  Capture,
  Counts,
  Dispute,
  Entry,
  Facet,
  Facets,
  Fault,
  Filters,
  Import,
  ImportItem,
  ImportRun,
  KeptRecord,
  Ledger,
  Link,
  News,
  PageHead,
  PageListed,
  PageShown,
  Person,
  Profile,
  Question,
  RepeatKind,
  ResponseKind,
  SavedSearch,
  Shown,
  StatementFacts,
  Verified,
  VerifyOptions,
  VersionFate,
} from '../../core/ledger/port.js'
export { isAsReread, type Reread, type Rereader } from '../../core/ledger/reread.js'
export { rowsOf } from '../../core/ledger/rows.js'
export {
  type Cell,
  type Column,
  type ColumnType,
  type Row,
  TABLES,
  type TableName,
} from '../../core/ledger/tables.js'
export { type AnyOf, parseWords, type Term } from '../../core/ledger/words.js'
export { sourcesOf } from './check-sources.js'
export { defaultLedger, type OpenOptions, openLedger } from './open.js'
export { PARQUET_FORM, type Sink, writeParquet } from './parquet.js'
