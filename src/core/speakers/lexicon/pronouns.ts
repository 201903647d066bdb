import { words } from './word-list.js'

/** What a pronoun says of whom it stands for. */
export interface Pronoun {
  readonly person: 1 | 2 | 3
  readonly plural: boolean
  readonly gender: Gender
  /** `it`: no person. */
  readonly isThing: boolean
  /** "his", "their": before a noun. */
  readonly isOwner: boolean
}

/** As the page's own words settle it; null: they do not. */
export type Gender = 'm' | 'f' | null

const third = (plural: boolean, gender: Gender, isThing: boolean, isOwner: boolean): Pronoun => ({
  person: 3,
  plural,
  gender,
  isThing,
  isOwner,
})
const first = (plural: boolean, isOwner: boolean): Pronoun => ({
  person: 1,
  plural,
  gender: null,
  isThing: false,
  isOwner,
})

/** By lower-case word. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', third(false, 'm', false, false)],
  ['him', third(false, 'm', false, false)],
  ['himself', third(false, 'm', false, false)],
  ['his', third(false, 'm', false, true)],
  ['she', third(false, 'f', false, false)],
  ['her', third(false, 'f', false, true)],
  ['hers', third(false, 'f', false, false)],
  ['herself', third(false, 'f', false, false)],
  ['it', third(false, null, true, false)],
  ['its', third(false, null, true, true)],
  ['itself', third(false, null, true, false)],
  ['they', third(true, null, false, false)],
  ['them', third(true, null, false, false)],
  ['their', third(true, null, false, true)],
  ['theirs', third(true, null, false, false)],
  ['themselves', third(true, null, false, false)],
  ['both', third(true, null, false, false)],
  ['i', first(false, false)],
  ['me', first(false, false)],
  ['my', first(false, true)],
  ['myself', first(false, false)],
  ['we', first(true, false)],
  ['us', first(true, false)],
  ['our', first(true, true)],
  ['ourselves', first(true, false)],
])

/** Words that stand for the noun before them. */
export const RELATIVES = words('who whom which that whose')

/** Words that stand for nobody: "no one says", "nobody believes". */
export const NOBODY = words('nobody noone none nothing neither')

/** Words that stand for somebody that the page does not name. */
export const SOMEBODY = words(
  'someone somebody anyone anybody everyone everybody many some others several few most all one another other those',
)
