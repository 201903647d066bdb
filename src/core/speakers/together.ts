import type { Span } from '../model/index.js'
import type { Discourse } from './discourse.js'
import { type Entity, newEntity } from './entities.js'

/** Those named together, as one speaker: the same ones are the same speaker wherever they stand together. */
export function togetherOf(d: Discourse, parts: readonly Entity[], named: Span, words: readonly string[]): Entity {
  const key = `together ${parts
    .map((part) => part.named.start)
    .sort((a, b) => a - b)
    .join(' ')} ${parts.length > 1 ? '' : words.join(' ')}`
  const entity = d.described.get(key) ?? newEntity({ kind: 'group', named, words, isNamed: false, plural: true, parts })
  d.described.set(key, entity)
  return entity
}
