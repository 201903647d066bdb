import { type PageRecord, recordOf } from '../core/exports/record.js'
import { OnrecordError, type Page } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findSpeakers } from '../core/speakers/index.js'
import { findStatements, rulesTagger, type Tagger } from '../core/statements/index.js'
import type { Preference } from '../core/statements/network/index.js'
import type { TaggerOptions } from './taggers.js'

const networks = new Map<Preference, Promise<Tagger>>()

/**
 * What the flags say the network is to lean to.
 *
 * @throws OnrecordError `usage`
 */
export function preferenceOf({ tagger, precision, recall }: TaggerOptions): Preference {
  if (precision && recall) throw new OnrecordError('usage', '--precision and --recall contradict each other.')
  const prefer = precision ? 'precision' : recall ? 'recall' : 'balance'
  if (tagger === 'rules' && prefer !== 'balance')
    throw new OnrecordError('usage', `--${prefer} goes with --tagger network, not with the rules.`)
  return prefer
}

/**
 * The tagger of that name; the network is loaded once.
 *
 * @throws OnrecordError `model-missing`, `model-broken`, `usage`
 */
export async function taggerOf(options: TaggerOptions): Promise<Tagger> {
  const prefer = preferenceOf(options)
  if (options.tagger === 'rules') return rulesTagger
  let network = networks.get(prefer)
  if (!network) {
    const { loadTagger } = await import('../node/inference.js')
    network = loadTagger({ prefer })
    networks.set(prefer, network)
  }
  return network
}

/** Runs the stages over a page. No tagger: statements are not looked for, and the record has none. */
export async function recordFor(page: Page, tagger: TaggerOptions | null, name: string | null): Promise<PageRecord> {
  const reading = read(page)
  const found = tagger === null ? [] : await findStatements(reading, await taggerOf(tagger))
  const { statements, speakers } = findSpeakers(reading, found)
  return recordOf(page, reading, statements, speakers, name)
}
