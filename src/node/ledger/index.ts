export type { Said, Voice } from '../../core/compare/said.js'
export { ARCHIVE, type ArchiveLine, archiveLine } from '../../core/ledger/archive.js'
export { addedId, correctedRecord, type Reviewed, reviewed, splitId } from '../../core/ledger/corrected.js'
export type { Change, Correction, NewCorrection } from '../../core/ledger/corrections.js'
export type {
  Added,
  Answers,
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
  Verified,
  VerifyOptions,
  VersionFate,
} from '../../core/ledger/port.js'
export { type AnyOf, parseWords, type Term } from '../../core/ledger/words.js'
export { sourcesOf } from './check-sources.js'
export { defaultLedger, type OpenOptions, openLedger } from './open.js'
