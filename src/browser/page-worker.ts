/** A worker that reads pages, one at a time. It is ended from outside where a page takes too long. */
import { recordOf } from '../core/exports/record.js'
import { OnrecordError } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findSpeakers } from '../core/speakers/index.js'
import { findStatements, rulesTagger, type Tagger } from '../core/statements/index.js'
import { isGzip } from '../node/gzip-bytes.js'
import { DEFAULT_MAX_BYTES } from '../node/limit.js'
import { inflateGzip } from './inflation.js'
import type { Answered, Asked, TaggerChosen } from './messages.js'
import { pageFromBytes } from './page.js'
import { scope } from './scope.js'

let tagger: Tagger = rulesTagger

async function setUp(model: string | null): Promise<TaggerChosen> {
  if (model === null) return { name: 'rules', why: 'This site comes without the trained tagger.' }
  const { loadTagger } = await import('./inference.js')
  const network = await loadTagger(new URL(model))
  if (network === null) return { name: 'rules', why: `There is no trained tagger at ${model}.` }
  tagger = network
  return { name: 'network', why: null }
}

async function answerTo(asked: Asked): Promise<Answered> {
  if (asked.kind === 'setup') return { kind: 'ready', tagger: await setUp(asked.model) }
  const { options } = asked
  const { name, maxBytes = DEFAULT_MAX_BYTES } = options
  const bytes = isGzip(asked.bytes) ? await inflateGzip(asked.bytes, maxBytes, name) : asked.bytes
  const page = await pageFromBytes(bytes, options)
  const reading = read(page)
  const { statements, speakers } = findSpeakers(reading, await findStatements(reading, tagger))
  return { kind: 'record', record: recordOf(page, reading, statements, speakers, name), bytes }
}

scope.onmessage = ({ data }) => {
  answerTo(data as Asked)
    .catch((thrown: unknown): Answered => {
      const code = thrown instanceof OnrecordError ? thrown.code : 'internal'
      return { kind: 'failure', code, message: thrown instanceof Error ? thrown.message : String(thrown) }
    })
    .then((answer) => scope.postMessage(answer))
}
