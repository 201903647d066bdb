import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** How many content codings may lie on each other; more is an attack. */
const MAX_CODINGS = 3

/**
 * What undoes the codings of a `content-encoding` header, in the order to apply them; the name of the coding where one is
 * unknown, or where there are too many. `deflate` is taken with zlib's wrapping, as RFC 9110 has it.
 */
export function decodersOf(contentEncoding: string | null): readonly Duplex[] | string {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',', MAX_CODINGS + 2)
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MAX_CODINGS) return codings.join(', ')
  const unknown = codings.find((coding) => !(coding in DECODERS))
  if (unknown !== undefined) return unknown
  return codings.reverse().map((coding) => (DECODERS[coding] as () => Duplex)())
}

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  __proto__: null as never,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
