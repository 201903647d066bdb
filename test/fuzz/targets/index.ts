import type { Target } from '../target.js'
import { api } from './api.js'
import { gzip, listing, timestamp, wacz, warc } from './archives.js'
import { check } from './check.js'
import { charset, docx, mail, markdown, page, pdf } from './formats.js'
import { corrections, search } from './ledger.js'
import { html, metadata, speakers, statements, text } from './pages.js'
import { archive, exports, gold, model, pipe, record } from './records.js'

/** Everything that takes in what others have written. */
export const targets: readonly Target[] = [
  html,
  text,
  metadata,
  statements,
  speakers,
  page,
  pdf,
  docx,
  mail,
  markdown,
  charset,
  warc,
  wacz,
  gzip,
  listing,
  timestamp,
  check,
  search,
  corrections,
  record,
  archive,
  gold,
  exports,
  pipe,
  model,
  api,
]
