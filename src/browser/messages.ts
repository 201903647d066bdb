import type { PageRecord } from '../core/exports/record.js'
import type { ErrorCode } from '../core/model/index.js'
import type { PageOptions, Provenance } from '../node/page-making.js'

/** What finds the statements. `why`: words for a person, where it is not the trained tagger; null: it is. */
export interface TaggerChosen {
  readonly name: 'network' | 'rules'
  readonly why: string | null
}

/** What is sent to a worker that reads pages: first what it is to read with, then a page at a time. */
export type Asked =
  | { readonly kind: 'setup'; readonly model: string | null }
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly options: PageOptions & Provenance & { name: string } }

/** What it answers. */
export type Answered =
  | { readonly kind: 'ready'; readonly tagger: TaggerChosen }
  | { readonly kind: 'record'; readonly record: PageRecord; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly message: string }
