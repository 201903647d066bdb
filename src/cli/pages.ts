import type { PageKind } from '../core/model/index.js'

/** The flags that say how pages are come by and read. */
export interface FromOptions {
  readonly kind: PageKind | 'auto'
  readonly charset?: string
  readonly allowPrivate?: true
  readonly maxBytes: number
  /** Milliseconds. */
  readonly timeout: number
}

/** The bytes of a page, and what else is known of them. */
export interface Come {
  readonly bytes: Uint8Array
  /** What it is called in messages. */
  readonly name: string
  readonly url: string | null
  readonly contentType: string | null
}

/** What an address, a file, or standard input (`-`) gives. */
export async function comeBy(name: string, { allowPrivate, maxBytes, timeout }: FromOptions): Promise<Come> {
  if (/^https?:\/\//i.test(name)) {
    const { fetchBytes } = await import('../node/fetch.js')
    const options = { maxBytes, allowPrivate: allowPrivate ?? false, timeoutMs: timeout }
    const fetched = await fetchBytes(name, options)
    return { ...fetched, name: fetched.url }
  }
  const { bytesOfFile, bytesOfStdin, STDIN } = await import('../node/file.js')
  const bytes = name === '-' ? await bytesOfStdin(maxBytes) : await bytesOfFile(name, maxBytes)
  return { bytes, name: name === '-' ? STDIN : name, url: null, contentType: null }
}
