import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Tables that are only written to while pages are added, and their columns. */
const COLUMNS = {
  readings: 'n, bytes, record',
  statement_words: 'n, search',
  page_words: 'n, chunk, search',
} as const

/** A table whose rows are held back and then copied. */
export type Copied = keyof typeof COLUMNS

/** Rows of a row: numbers, texts and bytes. */
export type CopiedRow = readonly (number | string | Uint8Array)[]

/** Text of so many code units is handed to the connection at once. */
const CHUNK = 262_144

/**
 * Rows that a transaction holds back until its end, to load them by COPY: a batch of pages at once, instead of a statement
 * of SQL for each page and table.
 */
export class HeldBack {
  readonly #client: pg.PoolClient
  readonly #rows = new Map<Copied, CopiedRow[]>()
  /** The months of the readings of pages that were added in this transaction, by page. */
  readonly parts = new Map<number, number>()

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  add(table: Copied, rows: readonly CopiedRow[]): void {
    const held = this.#rows.get(table)
    if (held) held.push(...rows)
    else this.#rows.set(table, [...rows])
  }

  /** Rows that were held back under these numbers are not written. */
  drop(table: Copied, ns: ReadonlySet<number>): void {
    const held = this.#rows.get(table)
    if (held)
      this.#rows.set(
        table,
        held.filter(([n]) => !ns.has(n as number)),
      )
  }

  /** Writes what was held back. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.#rows) {
      this.#rows.delete(table)
      if (rows.length === 0) continue
      const stream = this.#client.query(copyFrom(`copy ${table} (${COLUMNS[table]}) from stdin`))
      // A connection that dies tells the stream again when the pipeline has done with it.
      stream.on('error', () => {})
      await pipeline(Readable.from(linesOf(rows)), stream)
    }
  }
}

/** Rows in COPY's text format. */
function* linesOf(rows: readonly CopiedRow[]): Generator<string> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(fieldOf).join('\t')}\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield text
}

function fieldOf(value: number | string | Uint8Array): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replace(/[\\\n\r\t]/g, (mark) => ESCAPED[mark] as string)
  return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
