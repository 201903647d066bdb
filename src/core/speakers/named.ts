import type { Reading, Role, Span, SpeakerKind } from '../model/index.js'
import { ARTICLE_ROLES } from '../model/index.js'
import { stagePassages } from '../statements/passages.js'
import { collect } from './collect.js'
import { directoryOf } from './directory.js'
import { settleGenders } from './gender.js'
import type { Occurrence } from './occurrence.js'

/** Somebody or something that an article names, whether it speaks or not. */
export interface Named {
  /** As far as the page tells; `unknown` where it may be a person. */
  readonly kind: SpeakerKind
  /** Every place of the name, titles left out, in order. */
  readonly places: readonly Span[]
  /** What the page says of it beside the name, in its words: titles, appositions. */
  readonly roles: readonly Span[]
  /** It mostly stands where a place stands: "in Marrow". */
  readonly isPlaced: boolean
}

/**
 * Everybody whom the article names, in the order in which it first does. Furniture is not looked at, nor words of which
 * all have a capital. Linear in the page.
 */
export function findNamed(reading: Reading): Named[] {
  // A byline and a caption's credit are not searched for statements; names are.
  const blocks = reading.blocks.map((block) =>
    ARTICLE_ROLES.has(block.role) ? { ...block, role: 'paragraph' as Role } : block,
  )
  const all: Occurrence[] = []
  const pronouns = []
  let sentences = 0
  for (const passage of stagePassages({ ...reading, blocks })) {
    const found = collect(passage, sentences, [])
    for (const occurrence of found.occurrences) if (occurrence.isName) all.push(occurrence)
    for (const pronoun of found.pronouns) pronouns.push(pronoun)
    sentences = found.sentences
  }
  const { entities } = directoryOf(all)
  settleGenders(all, pronouns)
  return entities
    .map(({ kind, occurrences }): Named => {
      const names = occurrences.filter(({ coreEnd, coreStart }) => coreEnd > coreStart)
      const span = ({ coreStart, coreEnd }: Occurrence): Span => ({ start: coreStart, end: coreEnd })
      return {
        kind,
        places: names.map(span).sort((a, b) => a.start - b.start),
        roles: occurrences.flatMap(({ roles }) => roles),
        isPlaced: names.filter(({ isPlaced }) => isPlaced).length * 2 > names.length,
      }
    })
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
}
