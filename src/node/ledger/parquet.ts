import type { ByteWriter, ParquetWriter, SchemaElement, Writer } from 'hyparquet-writer'
import type { KeptRecord } from '../../core/ledger/port.js'
import { rowsOf } from '../../core/ledger/rows.js'
import { type Cell, type Column, type ColumnType, type Row, TABLES, type TableName } from '../../core/ledger/tables.js'
import { VERSION } from '../../core/version.js'

/** What a table's file says of its form; its version rises when a column goes or changes its meaning. */
export const PARQUET_FORM = 'onrecord/parquet/1'

/** Where a table's bytes go, in order. */
export type Sink = (bytes: Uint8Array) => Promise<void>

/** Rows and characters of a row group, whichever is reached first; what is held in memory of a table. */
const ROWS = 20_000
const CHARACTERS = 8_000_000

/**
 * Writes records as three Apache Parquet files, compressed by Snappy, in row groups, so that memory does not grow with
 * their number. The same records give the same bytes. Half a character becomes U+FFFD: Parquet's texts are UTF-8.
 *
 * @returns how many rows each has
 */
export async function writeParquet(
  records: AsyncIterable<KeptRecord>,
  sinks: { readonly [name in TableName]: Sink },
): Promise<{ readonly [name in TableName]: number }> {
  // Who opens a ledger need not wait for it.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const table = (name: TableName) =>
    new Table(name, (options) => new ParquetWriter({ ...options, writer: draining(new ByteWriter(), sinks[name]) }))
  const tables = { pages: table('pages'), speakers: table('speakers'), statements: table('statements') }
  for await (const kept of records) {
    const rows = rowsOf(kept)
    for (const name of ['pages', 'speakers', 'statements'] as const) {
      for (const row of rows[name]) await tables[name].add(row)
    }
  }
  return {
    pages: await tables.pages.finish(),
    speakers: await tables.speakers.finish(),
    statements: await tables.statements.finish(),
  }
}

/** A table as it is written: rows are gathered to groups, each turned into columns at once. */
class Table {
  readonly #columns: readonly Column[]
  readonly #writer: ParquetWriter
  #rows: Row[] = []
  #characters = 0
  #written = 0

  constructor(name: TableName, make: (options: Omit<WriterOptions, 'writer'>) => ParquetWriter) {
    this.#columns = TABLES[name]
    this.#writer = make({
      schema: [{ name: 'root', num_children: this.#columns.length }, ...this.#columns.flatMap(elementsOf)],
      createdBy: `onrecord version ${VERSION}`,
      kvMetadata: [
        { key: 'onrecord.form', value: PARQUET_FORM },
        { key: 'onrecord.table', value: name },
      ],
    })
  }

  async add(row: Row): Promise<void> {
    this.#rows.push(row)
    this.#characters += charactersOf(row)
    if (this.#rows.length >= ROWS || this.#characters >= CHARACTERS) await this.#flush()
  }

  /** @returns how many rows there are */
  async finish(): Promise<number> {
    // A table without rows has its columns all the same.
    if (this.#rows.length > 0 || this.#written === 0) await this.#flush()
    await this.#writer.finish()
    return this.#written
  }

  async #flush(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    this.#characters = 0
    this.#written += rows.length
    await this.#writer.write({
      columnData: this.#columns.map(({ name, type }) => ({
        name,
        data: rows.map((row) => stored(row[name] ?? null, type)),
      })),
      rowGroupSize: Math.max(1, rows.length),
    })
  }
}

type WriterOptions = ConstructorParameters<typeof ParquetWriter>[0]

/** A writer whose bytes are handed on whenever a row group, or the file, is whole. */
function draining(bytes: ByteWriter, sink: Sink): Writer {
  const flush = async () => {
    await sink(bytes.getBytes())
    bytes.index = 0
  }
  return Object.assign(bytes, { flush, finish: flush })
}

/** A column as elements of a Parquet schema: itself and, before the next, what is inside it. */
function elementsOf({ name, type, optional }: Column): SchemaElement[] {
  const repetition_type = optional ? 'OPTIONAL' : 'REQUIRED'
  if (typeof type === 'object' && 'list' in type) {
    return [
      { name, repetition_type, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf({ name: 'element', type: type.list, optional: false, what: '' }),
    ]
  }
  if (typeof type === 'object')
    return [{ name, repetition_type, num_children: type.members.length }, ...type.members.flatMap(elementsOf)]
  return [{ name, repetition_type, ...PHYSICAL[type] }]
}

const PHYSICAL: { readonly [type in ColumnType & string]: Omit<SchemaElement, 'name'> } = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  moment: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MICROS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
}

/** A cell as the writer takes it: days and moments as dates. */
function stored(cell: Cell, type: ColumnType): unknown {
  if (typeof cell === 'string' && (type === 'day' || type === 'moment')) return new Date(cell)
  return cell
}

/** UTF-16 code units in a cell, and some for what is no text. */
function charactersOf(cell: Cell | Row): number {
  if (typeof cell === 'string') return cell.length + 4
  if (typeof cell !== 'object' || cell === null) return 4
  let sum = 0
  for (const each of Object.values(cell)) sum += charactersOf(each as Cell)
  return sum
}
