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
  /** The classifier's score, 0 to 1, and whether it holds the unit for article body by it. */
  readonly score: number
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
  /** HTML: in the box of a line such as "Subscribe to continue reading". */
  readonly inOffer: boolean
  /** HTML: in a table that lays out the page. */
  readonly inLayout: boolean
}

/** A candidate while it is being made. */
export type OpenCandidate = { -readonly [K in keyof Candidate]: Candidate[K] }

/** Where things stand on the page, as indices of units; -1 where there is none. */
export interface PagePlaces {
  readonly title: number
  readonly firstBody: number
  readonly lastBody: number
  /** The last body unit that is surely running text. */
  readonly lastLong: number
  /** The mark that ends a press release. */
  readonly end: number
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

/** How many words a text has: runs of what is no white space. */
export function countWords(text: string): number {
  let n = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inWord) n++
    inWord = !space
  }
  return n
}

/** The first body unit of five words or more; -1: none. */
export const firstBodyOf = (candidates: readonly Candidate[]): number =>
  candidates.findIndex((c) => c.isBody && c.words >= 5)
