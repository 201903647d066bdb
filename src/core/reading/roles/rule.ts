import type { Role } from '../../model/index.js'
import type { Element } from '../element.js'
import { latinWords } from '../latin-words.js'
import type { Unit } from '../unit.js'

/** What the rules know of a page's unit. */
export interface Candidate {
  readonly unit: Unit
  readonly index: number
  /** Its words as shown, without a text browser's link numbers; of a long unit the first 2,000 code units. */
  readonly text: string
  readonly words: number
  /** The classifier holds it for article body. */
  readonly isBody: boolean
  /** HTML: bits of HINT that it or its ancestors carry, near ones only; 0 in plain text. */
  readonly hints: number
  /** HTML: bits of WITHIN, what it stands inside of; 0 in plain text. */
  readonly within: number
  /** Tag of its line-making element; empty in plain text. */
  readonly tag: string
  readonly element: Element | null
  /** Share of its code units in links; 0 in plain text. */
  readonly linkShare: number
  readonly endsSentence: boolean
  /** Plain text: one of the headlines under a line such as "Keep reading"; or that line. */
  readonly inTeasers: boolean
}

/** Where things stand on the page, as indices of units; -1 where there is none. */
export interface PagePlaces {
  readonly title: number
  readonly firstBody: number
  readonly lastBody: number
  /** The first line after the title that begins as a byline does, or whose box is named so. */
  readonly byline: number
  readonly units: number
  /** The standfirst as the page's marks give it, folded; empty where they give none. */
  readonly standfirst: string
  /** Authors as the page's marks give them, folded. */
  readonly authors: readonly string[]
  /** Whether the body says in another unit what this one says, as it does around a pull quote. */
  readonly isRepeated: (candidate: Candidate) => boolean
  /** Whether the page has another unit of just these words. */
  readonly isTwin: (text: string) => boolean
}

/** A role found, and why, as words for a person. */
export interface Found {
  readonly role: Role
  readonly why: string
}

/** One way of telling a role. Rules are tried in the order of RULES; the first that finds something decides. */
export interface RoleRule {
  readonly name: string
  look(candidate: Candidate, place: PagePlaces): Found | null
}

/** The words of a text, for comparing: lower case, letters and digits only, single blanks. */
export function foldedWords(text: string): string {
  const lower = text.toLowerCase()
  return (latinWords(lower) ?? lower.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
