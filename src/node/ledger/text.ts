import type { Said } from '../../core/compare/said.js'
import { recordFrom } from '../../core/exports/from-json.js'
import { recordJson } from '../../core/exports/json.js'
import type { PageRecord } from '../../core/exports/record.js'
import type { PageHead } from '../../core/ledger/port.js'
import type { StatementId } from '../../core/model/index.js'
import type { Packing } from './packing.js'

// What fits a database's text: neither takes a NUL nor half a character. Whole texts are kept as JSON, which escapes both.
const UNFIT = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text for a column that is compared or indexed: what no database takes becomes U+FFFD. */
export function column(text: string): string {
  return text.replace(UNFIT, '\ufffd')
}

/** Bytes that a driver gave: as a Buffer, an array of bytes or an ArrayBuffer. */
export function bytesOf(value: Uint8Array | ArrayBuffer): Uint8Array {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value
}

/** A record as it is kept: its JSON, packed, and the hash of the JSON. */
export function packRecord({ pack, hash }: Packing, record: PageRecord): { packed: Uint8Array; hash: string } {
  const json = new TextEncoder().encode(JSON.stringify(recordJson(record)))
  return { packed: pack(json), hash: hash(json) }
}

/** The record that was packed; everything in it is checked again. */
export function unpackRecord({ unpack }: Packing, packed: Uint8Array | ArrayBuffer): PageRecord {
  return recordFrom(JSON.parse(new TextDecoder().decode(unpack(bytesOf(packed)))))
}

/** What a statement's row does not say elsewhere. */
type Kept = Omit<Said, 'id' | 'page' | 'outlet' | 'context'> & {
  /** The context; where the content stands in it in one piece, what is before and after it. */
  readonly context: string | readonly [before: string, after: string]
}

/** A statement in its words as it is kept: without what its row and its page say of it, and no words twice. */
export function packSaid(said: Said): string {
  const { id: _, page: __, outlet: ___, context, ...rest } = said
  const [only] = rest.content
  const at = only === undefined || rest.content.length > 1 ? -1 : context.indexOf(only)
  const kept: Kept = {
    ...rest,
    context: at < 0 ? context : [context.slice(0, at), context.slice(at + (only as string).length)],
  }
  return JSON.stringify(kept)
}

/** The reverse of `packSaid`. */
export function unpackSaid(json: string, { id, page }: { readonly id: string; readonly page: PageHead }): Said {
  const { context, ...rest } = JSON.parse(json) as Kept
  return {
    ...rest,
    id: id as StatementId,
    page: page.id,
    outlet: page.outlet,
    context: typeof context === 'string' ? context : context[0] + (rest.content[0] ?? '') + context[1],
  }
}

/** A kept value. */
export const headFrom = (json: string): PageHead => JSON.parse(json)
/** A kept list of texts. */
export const listFrom = (json: string): string[] => JSON.parse(json)
