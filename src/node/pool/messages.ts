import type { ErrorCode, Page, Reading, Speaker, Statement } from '../../core/model/index.js'
import type { NetworkOptions } from '../inference.js'
import type { PageOptions, Provenance } from '../page.js'

/** What a worker of the pool is started with. */
export interface WorkerSetup {
  /** What finds the statements; null: none are looked for. */
  readonly tagger: 'network' | 'rules' | null
  readonly network: NetworkOptions
}

/** A page to read, or bytes to make one of. One at a time: the next is sent when the last was answered. */
export type WorkerTask =
  | { readonly page: Page }
  | { readonly bytes: Uint8Array; readonly options: PageOptions & Provenance }

/** What a page gave. */
export interface PageFindings {
  readonly reading: Reading
  /** In the order of their first word. */
  readonly statements: readonly Statement[]
  /** In the order of their first mention. */
  readonly speakers: readonly Speaker[]
  /** The page, without its text. */
  readonly page: Omit<Page, 'text'>
}

/** A worker's answer: to its start (`ready`), and to each page. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'findings'; readonly findings: PageFindings }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly message: string }
