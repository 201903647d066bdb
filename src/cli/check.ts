import {
  type Checked,
  check,
  checkedJson,
  gravity,
  memorySources,
  type Source,
  type Sources,
  toCheckHtml,
  toJunit,
  toSarif,
  type VerdictName,
} from '../core/check/index.js'
import { OnrecordError } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findSpeakers } from '../core/speakers/index.js'
import { findStatements } from '../core/statements/index.js'
import { findQuotations } from '../core/statements/quotations.js'
import { VERSION } from '../core/version.js'
import { checkText } from './check-text.js'
import { failureOf } from './failure.js'
import { fileOutput, standardOutput } from './output.js'
import { type FromOptions, pageOf } from './pages.js'
import { taggerOf } from './stages.js'
import type { TaggerOptions } from './taggers.js'
import { layOut, looksFor } from './terminal.js'

/** The formats of `onrecord check`. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'html', 'junit'] as const

/** The flags of `onrecord check`. */
export interface CheckFlags extends TaggerOptions, Omit<FromOptions, 'kind'> {
  /** The sources; where not given, the ledger is. */
  readonly against?: readonly string[]
  readonly ledger?: string
  readonly format: (typeof CHECK_FORMATS)[number]
  readonly failOn: VerdictName | 'never'
  /** False: only what stands in quotation marks is checked. */
  readonly reports: boolean
  readonly output?: string
}

/** What a process ends with where the draft does not hold. */
const DOES_NOT_HOLD = 8

/**
 * Holds drafts against sources and prints the verdicts.
 *
 * @returns the exit code: 8 where a verdict is as grave as `failOn`, or graver
 */
export async function checkDrafts(names: readonly string[], options: CheckFlags): Promise<number> {
  const checked =
    options.against === undefined ? await againstLedger(names, options) : await againstFiles(names, options)
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output)
  try {
    await output.write(await reportOf(checked, options))
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
  const { failOn } = options
  const isWrong = (verdict: VerdictName) => failOn !== 'never' && gravity(verdict) >= gravity(failOn)
  return checked.some(({ verdicts }) => verdicts.some(({ verdict }) => isWrong(verdict))) ? DOES_NOT_HOLD : 0
}

async function againstFiles(names: readonly string[], options: CheckFlags): Promise<Checked[]> {
  const sources = memorySources(await Promise.all((options.against ?? []).map((name) => sourceOf(name, options))))
  const checked: Checked[] = []
  for (const name of names) checked.push(await checkOne(await sourceOf(name, options), sources, options))
  return checked
}

async function againstLedger(names: readonly string[], options: CheckFlags): Promise<Checked[]> {
  const { withLedger } = await import('./ledger/place.js')
  const { sourcesOf } = await import('../node/ledger/check-sources.js')
  return withLedger(options, { create: false }, async (ledger) => {
    const checked: Checked[] = []
    for (const name of names) {
      const draft = await sourceOf(name, options)
      // A draft that was added to the ledger proves nothing of itself.
      checked.push(await checkOne(draft, sourcesOf(ledger, new Set([draft.reading.page])), options))
    }
    return checked
  })
}

function checkOne(draft: Source, sources: Sources, { reports }: CheckFlags): Promise<Checked> {
  return check({ ...draft, quotations: draft.quotations ?? [] }, sources, { reports })
}

async function reportOf(checked: readonly Checked[], { format, failOn, output }: CheckFlags): Promise<string> {
  switch (format) {
    case 'json':
      return checked.map((one) => `${JSON.stringify(checkedJson(one), null, 2)}\n`).join('')
    case 'sarif':
      return toSarif(checked, VERSION)
    case 'html':
      return toCheckHtml(checked)
    case 'junit':
      return toJunit(checked, failOn === 'never' ? 'altered' : failOn)
    default: {
      const looks = looksFor(output === undefined ? process.stdout : {})
      return (await Promise.all(checked.map((one) => layOut(looks, (terminal) => checkText(one, terminal))))).join('\n')
    }
  }
}

/** A page as the check needs it. Markdown is read as an article: its marks are no words. */
async function sourceOf(name: string, options: CheckFlags): Promise<Source> {
  const kind = /\.(?:md|markdown)$/i.test(name) ? 'article' : 'auto'
  try {
    const reading = read(await pageOf(name, { ...options, kind }))
    const { statements, speakers } = findSpeakers(reading, await findStatements(reading, await taggerOf(options)))
    return { name, reading, statements, speakers, quotations: findQuotations(reading) }
  } catch (error) {
    const { code, message, cause } = failureOf(error)
    throw new OnrecordError(code, message.startsWith(name) ? message : `${name}: ${message}`, { cause })
  }
}
