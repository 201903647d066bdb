import type { Span, SpeakerKind } from '../model/index.js'
import type { Entity } from './entities.js'
import type { Gender } from './lexicon/pronouns.js'

/** A place in the article at which somebody or something that could speak is named or described. */
export interface Occurrence {
  /** The whole of it, titles and determiner included; UTF-16 code units of `Reading.text`. */
  readonly start: number
  readonly end: number
  /** A name without its titles; of a description, the same as the whole. */
  readonly coreStart: number
  readonly coreEnd: number
  readonly isName: boolean
  /** Lower case, in order: of a name its words without titles; of a description all words, its head last. */
  readonly words: readonly string[]
  /** As far as this place alone tells. */
  readonly kind: SpeakerKind
  readonly gender: Gender
  readonly plural: boolean
  /** `the`, `a` (any indefinite determiner), `own` (somebody's), `bare`. */
  readonly article: 'the' | 'a' | 'own' | 'bare'
  readonly sentence: number
  readonly block: number
  /** Stands where a subject stands: not after a preposition, a verb before it or a genitive after it. */
  readonly isSubject: boolean
  /** Owns what follows: "Roe's office". */
  readonly isOwner: boolean
  /** Stands in a quotation. */
  readonly isQuoted: boolean
  /** Stands where all words have capitals: names nobody that is not named elsewhere. */
  readonly isWeak: boolean
  /** A clause tells which one it is: "the man who leads". */
  readonly isRestricted: boolean
  /** Of a description, the first word of what it is "of", lower case: "museum" of "the director of the museum". */
  readonly ofWhat: string | null
  /** The state in the brackets after it, by its last word: "carolina". */
  readonly state: string | null
  /** The pronoun that owns it, lower case: "his" of "his spokesman". */
  readonly owner: string | null
  /** The ones that it names together: "Ana Roe and Bo Hallam"; else empty. */
  readonly together: readonly Occurrence[]
  /** Stands after "in" or the like, as a place does. */
  readonly isPlaced: boolean
  /** Short form given in brackets after it, lower case: "nra". */
  readonly alias: string | null
  /** What the page says of it here: titles before it, appositions. */
  readonly roles: readonly Span[]
  /** The lower-case nouns at the head of `roles`. */
  readonly roleHeads: readonly string[]
  /** All lower-case words of `roles`; of a description, its own. */
  readonly roleWords: readonly string[]
  /** A description that tells who a name is: the occurrence that it stands beside. */
  apposed: Occurrence | null
  entity: Entity | null
  /** Where a name could be several: the ones, nearest to the page's order. */
  options: readonly Entity[] | null
}
