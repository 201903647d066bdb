/** A request on its way from the tab to its worker. */
export interface Asked {
  readonly kind: 'ask'
  readonly number: number
  readonly method: string
  /** Path and query, from the desk's own folder on. */
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ArrayBuffer | null
}

/** What the tab sends besides: whose model there is, at the start; and that nobody waits for an answer any more. */
export type FromTab =
  | Asked
  | { readonly kind: 'open'; readonly model: string | null }
  | { readonly kind: 'abort'; readonly number: number }

/** What the worker sends: that it is ready, or cannot be; and the parts of answers, in order. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly place: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'head'
      readonly number: number
      readonly status: number
      readonly headers: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'part'; readonly number: number; readonly bytes: ArrayBuffer }
  | { readonly kind: 'end'; readonly number: number }
  | { readonly kind: 'broken'; readonly number: number; readonly message: string }
