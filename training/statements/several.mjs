import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORPORA } from '../lexicon/library.mjs'

/** The training articles that several people annotated: document id -> each one's statements. */
export function several() {
  const out = new Map()
  for (const line of readFileSync(join(CORPORA, 'polnear', 'several-annotators.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue
    const d = JSON.parse(line)
    out.set(d.id, Object.values(d.annotators))
  }
  return out
}
