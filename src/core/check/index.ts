export { type CheckOptions, check } from './check.js'
export { type LineColumn, Lines } from './lines.js'
export { memorySources } from './memory-sources.js'
export { toCheckHtml } from './report-html.js'
export { CHECK_SCHEMA, checkedJson } from './report-json.js'
export { toJunit } from './report-junit.js'
export { toSarif } from './report-sarif.js'
export type { Candidate, Sources } from './sources.js'
export {
  type ChangeKind,
  type Checked,
  type Difference,
  type Draft,
  gravity,
  isAsGrave,
  type Mark,
  type Nearest,
  type PassedOver,
  type Place,
  type Source,
  type Turn,
  VERDICTS,
  type Verdict,
  type VerdictName,
} from './verdict.js'
