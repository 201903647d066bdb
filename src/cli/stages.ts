import { type PageRecord, recordOf } from '../core/exports/record.js'
import type { Page } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findStatements, rulesTagger, type Tagger } from '../core/statements/index.js'
import type { TaggerName } from './taggers.js'

let network: Promise<Tagger> | null = null

/**
 * The tagger of that name; the network is loaded once.
 *
 * @throws OnrecordError `model-missing`, `model-broken`
 */
export async function taggerOf(name: TaggerName): Promise<Tagger> {
  if (name === 'rules') return rulesTagger
  if (network === null) {
    const { loadTagger } = await import('../node/inference.js')
    network = loadTagger()
  }
  return network
}

/** Runs the stages over a page. No tagger: statements are not looked for, and the record has none. */
export async function recordFor(page: Page, tagger: TaggerName | null, name: string | null): Promise<PageRecord> {
  const reading = read(page)
  const statements = tagger === null ? [] : await findStatements(reading, await taggerOf(tagger))
  return recordOf(page, reading, statements, name)
}
