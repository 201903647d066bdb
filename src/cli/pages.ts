import type { Page, PageKind } from '../core/model/index.js'
import type { PageOptions } from '../node/page.js'

/** The flags that say how pages are come by and read. */
export interface FromOptions {
  readonly kind: PageKind | 'auto'
  readonly charset?: string
  readonly allowPrivate?: true
  readonly maxBytes: number
  /** Milliseconds. */
  readonly timeout: number
}

/** The page at an address, in a file, or on standard input (`-`). */
export async function pageOf(
  name: string,
  { kind, charset, allowPrivate, maxBytes, timeout }: FromOptions,
): Promise<Page> {
  const options: PageOptions = { kind, charset: charset ?? null, maxBytes }
  if (/^https?:\/\//i.test(name)) {
    const { fetchPage } = await import('../node/fetch.js')
    return fetchPage(name, { ...options, allowPrivate: allowPrivate ?? false, timeoutMs: timeout })
  }
  const { pageFromFile, pageFromStdin } = await import('../node/file.js')
  return name === '-' ? pageFromStdin(options) : pageFromFile(name, options)
}
