import {
  blocksJson,
  hiddenJson,
  metaJson,
  originJson,
  type PageRecord,
  recordOf,
  speakerJson,
  statementJson,
} from '../core/exports/index.js'
import { OnrecordError } from '../core/model/index.js'
import { articleText } from '../core/reading/index.js'
import { standardInput } from '../node/file.js'
import { PagePool } from '../node/pool/pool.js'
import { exitCodeOf } from './exit-codes.js'
import { failureOf } from './failure.js'
import { type Line, linesOf } from './lines.js'
import { fileOutput, keepInputs, standardOutput } from './output.js'
import { type PageLimits, poolLimits } from './page-limits.js'
import { type PipeId, PipeLineError, parseLine } from './pipe-line.js'
import { FIELDS, type Field } from './program.js'
import { progressOn } from './progress.js'
import { preferenceOf, type TaggerOptions } from './taggers.js'

/** The flags of `onrecord pipe`. */
export interface PipeOptions extends TaggerOptions, PageLimits {
  readonly kind: 'text' | 'article'
  readonly statements: boolean
  readonly fields?: readonly Field[]
  /** The most bytes of a line. */
  readonly maxBytes: number
  readonly output?: string
  /** How many pages are read at once; one for each core if not given. */
  readonly jobs?: number
}

/** Lines that are read ahead for each worker, so that none waits for the order of what is written. */
const AHEAD = 4

/**
 * Reads JSON lines from standard input and writes one line for each that is not blank, in order. Pages are read in
 * workers, a few lines ahead of what is written and no more.
 */
export async function pipeLines(options: PipeOptions): Promise<number> {
  keepInputs(options.output, ['-'])
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output)
  const progress = progressOn(process.stderr)
  const asked = options.fields ?? DEFAULT_FIELDS
  const fields = options.statements ? asked : asked.filter((field) => !asksForStatements([field]))
  const prefer = preferenceOf(options)
  const pool = new PagePool({
    tagger: asksForStatements(fields) ? options.tagger : null,
    network: { prefer },
    ...poolLimits(options),
    ...(options.jobs === undefined ? {} : { workers: options.jobs }),
  })
  let exitCode = 0
  let failure: { readonly error: unknown } | null = null
  const write = async (result: Result | null) => {
    if (result === null) return
    if (result.failed) exitCode = exitCodeOf('pipe-line-invalid')
    await output.write(result.json)
    progress.step(result.failed)
  }
  // Each is settled when its line and all before it are written; none of them rejects.
  const ahead: Promise<void>[] = []
  let last = Promise.resolve()
  const writeInTurn = async (before: Promise<void>, result: Promise<Result | null>) => {
    try {
      const [own] = await Promise.all([result, before])
      if (!failure) await write(own)
    } catch (error) {
      failure ??= { error }
    }
  }
  try {
    // What every line needs is there before the first is read.
    await pool.open()
    for await (const line of linesOf(standardInput(), options.maxBytes)) {
      last = writeInTurn(last, resultOf(line, options, fields, pool))
      ahead.push(last)
      if (ahead.length > AHEAD * pool.workers) await ahead.shift()
      if (failure) break
    }
    await last
    if (failure) throw (failure as { readonly error: unknown }).error
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  } finally {
    progress.clear()
    await pool.close()
  }
  return exitCode
}

/** What a line gave. */
interface Result {
  readonly json: string
  readonly failed: boolean
}

/** All but the map to the page's offsets, which is long and seldom wanted. */
const DEFAULT_FIELDS: readonly Field[] = FIELDS.filter((field) => field !== 'origin')

/** Speakers are those of statements. */
const asksForStatements = (fields: readonly Field[]) => fields.includes('statements') || fields.includes('speakers')

async function resultOf(
  { number, bytes }: Line,
  options: PipeOptions,
  fields: readonly Field[],
  pool: PagePool,
): Promise<Result | null> {
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
    const { reading, statements, speakers } = await pool.read(input.page)
    const record = recordOf(input.page, reading, statements, speakers)
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
