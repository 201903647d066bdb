import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { visible } from '../../core/exports/visible.js'
import type { Ledger } from '../../core/ledger/port.js'
import type { TableName } from '../../core/ledger/tables.js'
import { OnrecordError } from '../../core/model/index.js'
import { fileOutput } from '../output.js'
import { write } from './ask.js'
import { count } from './entry-text.js'
import { runProgress } from './run-progress.js'

/**
 * Writes a ledger's tables to a folder, which is made: `pages.parquet`, `speakers.parquet`, `statements.parquet`. Files of
 * these names are replaced once all three are whole; an export that ends before leaves them as they were.
 *
 * @param mode of files that are new
 * @throws OnrecordError `usage` without a folder, `output-failed`
 */
export async function exportParquet(ledger: Ledger, folder: string | undefined, mode: number): Promise<void> {
  if (folder === undefined)
    throw new OnrecordError('usage', 'Parquet is three files. Name a folder for them with -o FOLDER.')
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
  const progress = runProgress(process.stderr)
  progress.expect((await ledger.counts()).pages)
  try {
    const sinks = Object.fromEntries(outputs.map(({ name, output }) => [name, output.write])) as {
      [name in TableName]: (bytes: Uint8Array) => Promise<void>
    }
    const rows = await writeParquet(ledger.records(), sinks, () => progress.step(false))
    progress.clear()
    for (const { output } of outputs) output.finish()
    const { pages, speakers, statements } = rows
    await write(
      {},
      async () =>
        `${visible(folder)} has ${count(pages, 'page')}, ${count(speakers, 'speaker')} and ${count(statements, 'statement')}.\n`,
    )
  } catch (error) {
    progress.clear()
    for (const { output } of outputs) output.discard()
    throw error
  }
}
