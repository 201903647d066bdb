import {
  blocksJson,
  hiddenJson,
  metaJson,
  originJson,
  type PageRecord,
  speakerJson,
  statementJson,
} from '../core/exports/index.js'
import { OnrecordError } from '../core/model/index.js'
import { articleText } from '../core/reading/index.js'
import { standardInput } from '../node/file.js'
import { exitCodeOf } from './exit-codes.js'
import { failureOf } from './failure.js'
import { type Line, linesOf } from './lines.js'
import { fileOutput, standardOutput } from './output.js'
import { type PipeId, PipeLineError, parseLine } from './pipe-line.js'
import { FIELDS, type Field } from './program.js'
import { progressOn } from './progress.js'
import { recordFor, taggerOf } from './stages.js'
import type { TaggerOptions } from './taggers.js'

/** The flags of `onrecord pipe`. */
export interface PipeOptions extends TaggerOptions {
  readonly kind: 'text' | 'article'
  readonly statements: boolean
  readonly fields?: readonly Field[]
  /** The most bytes of a line. */
  readonly maxBytes: number
  readonly output?: string
}

/**
 * Reads JSON lines from standard input and writes one line for each that is not blank, in order, one at a time: the next
 * is read only when there is room for what this one gave.
 */
export async function pipeLines(options: PipeOptions): Promise<number> {
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output)
  const progress = progressOn(process.stderr)
  const asked = options.fields ?? DEFAULT_FIELDS
  const fields = options.statements ? asked : asked.filter((field) => !asksForStatements([field]))
  let exitCode = 0
  try {
    // What every line needs is there before the first is read.
    if (asksForStatements(fields)) await taggerOf(options)
    for await (const line of linesOf(standardInput(), options.maxBytes)) {
      const result = await resultOf(line, options, fields)
      if (result === null) continue
      if (result.failed) exitCode = exitCodeOf('pipe-line-invalid')
      await output.write(result.json)
      progress.step(result.failed)
    }
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  } finally {
    progress.clear()
  }
  return exitCode
}

/** All but the map to the page's offsets, which is long and seldom wanted. */
const DEFAULT_FIELDS: readonly Field[] = FIELDS.filter((field) => field !== 'origin')

/** Speakers are those of statements. */
const asksForStatements = (fields: readonly Field[]) => fields.includes('statements') || fields.includes('speakers')

async function resultOf(
  { number, bytes }: Line,
  options: PipeOptions,
  fields: readonly Field[],
): Promise<{ json: string; failed: boolean } | null> {
  const { kind, maxBytes } = options
  let id: PipeId = null
  try {
    if (bytes === null) {
      throw new OnrecordError(
        'pipe-line-too-long',
        `Line ${number} has more than ${maxBytes} bytes and was passed over. Raise the limit (--max-bytes) if you want it read.`,
      )
    }
    const input = parseLine(bytes, number, kind)
    if (input === null) return null
    id = input.id
    const record = await recordFor(input.page, asksForStatements(fields) ? options : null, null)
    return { json: `${JSON.stringify({ id, ...membersOf(record, fields) })}\n`, failed: false }
  } catch (thrown) {
    const { code, message } = failureOf(thrown)
    if (thrown instanceof PipeLineError) id = thrown.id
    return { json: `${JSON.stringify({ id, error: { code, message } })}\n`, failed: true }
  }
}

function membersOf(
  { page, reading, statements, speakers }: PageRecord,
  fields: readonly Field[],
): Partial<Record<Field, unknown>> {
  const make: Readonly<Record<Field, () => unknown>> = {
    page: () => page.id,
    kind: () => page.kind,
    url: () => page.url,
    article: () => articleText(reading.text, reading.blocks),
    text: () => reading.text,
    blocks: () => blocksJson(reading.blocks),
    meta: () => metaJson(reading.meta),
    speakers: () => speakers.map(speakerJson),
    statements: () => statements.map(statementJson),
    hidden: () => hiddenJson(reading.hidden),
    reader: () => reading.reader,
    origin: () => originJson(reading.origin),
  }
  return Object.fromEntries(fields.map((field) => [field, make[field]()]))
}
