import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { visible } from '../../core/exports/visible.js'
import type { KeptRecord } from '../../core/ledger/port.js'
import type { TableName } from '../../core/ledger/tables.js'
import { OnrecordError } from '../../core/model/index.js'
import { fileOutput } from '../output.js'
import { write } from './ask.js'
import { count } from './entry-text.js'

/**
 * Writes tables of records to a folder, which is made: `pages.parquet`, `speakers.parquet`, `statements.parquet`. Files of
 * these names are replaced once all three are whole; an export that ends before leaves them as they were.
 *
 * @param mode of files that are new
 * @throws OnrecordError `output-failed`
 */
export async function exportParquet(folder: string, records: AsyncIterable<KeptRecord>, mode: number): Promise<void> {
  const { writeParquet } = await import('../../node/ledger/parquet.js')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new OnrecordError(
      'output-failed',
      `The folder ${folder} cannot be made: ${(error as Error).message}. Choose another place.`,
      { cause: error },
    )
  }
  const outputs = (['pages', 'speakers', 'statements'] as const).map((name) => ({
    name,
    output: fileOutput(join(folder, `${name}.parquet`), mode),
  }))
  try {
    const sinks = Object.fromEntries(outputs.map(({ name, output }) => [name, output.write])) as {
      [name in TableName]: (bytes: Uint8Array) => Promise<void>
    }
    const rows = await writeParquet(records, sinks)
    for (const { output } of outputs) output.finish()
    const { pages, speakers, statements } = rows
    await write(
      {},
      async () =>
        `${visible(folder)} has ${count(pages, 'page')}, ${count(speakers, 'speaker')} and ${count(statements, 'statement')}.\n`,
    )
  } catch (error) {
    for (const { output } of outputs) output.discard()
    throw error
  }
}
