import type { Act } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords } from './block-words.js'
import { CUE_ACTS } from './cue-acts.js'
import { nounForms, verbForms } from './inflections.js'

/** What an entry of the lexicon says where it matches. */
export interface CueMatch {
  /** Tokens [first, end). */
  readonly first: number
  readonly end: number
  readonly act: Act
  /** The entry, as it stands in the lexicon. */
  readonly entry: string
  readonly isVerb: boolean
  /** How many words of the entry follow its first. */
  readonly length: number
  /** Gives way to any other cue word beside it. */
  readonly isLight: boolean
}

interface Entry {
  readonly entry: string
  /** What follows the first word; `*`: one to four words. */
  readonly rest: readonly string[]
  readonly act: Act
  readonly isVerb: boolean
  readonly isLight: boolean
}

/** The most words that a `*` stands for. */
const LONGEST_GAP = 4

let shared: ReadonlyMap<string, readonly Entry[]> | null = null

/** Entries by each form of their first word, those of the most words first. Made at first use. */
function lookup(): ReadonlyMap<string, readonly Entry[]> {
  if (shared) return shared
  const out = new Map<string, Entry[]>()
  const put = (entries: string | undefined, act: Act, isLight: boolean, forms: ((word: string) => string[]) | null) => {
    for (const line of (entries ?? '').split(',')) {
      const entry = line.trim().replace(/\s+/g, ' ')
      if (entry === '') continue
      const [head, ...rest] = entry.split(' ') as [string, ...string[]]
      for (const form of forms ? forms(head) : [head]) {
        let list = out.get(form)
        if (!list) {
          list = []
          out.set(form, list)
        }
        list.push({ entry, rest, act, isVerb: forms === verbForms, isLight })
      }
    }
  }
  for (const { act, verbs, nouns, others, isLight } of CUE_ACTS) {
    put(verbs, act, isLight === true, verbForms)
    put(nouns, act, isLight === true, nounForms)
    put(others, act, isLight === true, null)
  }
  // A stable sort: of entries of one length the first in the lexicon wins.
  for (const list of out.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  shared = out
  return out
}

/** How many entries the lexicon has. */
export function lexiconSize(): number {
  const names = new Set<string>()
  for (const list of lookup().values()) for (const { entry, act } of list) names.add(`${act} ${entry}`)
  return names.size
}

/** The longest entry that begins with token `i`; null: none does. It may reach on to `limit`, past the cue's own end. */
export function cueAt(words: BlockWords, i: number, limit: number): CueMatch | null {
  const first = words.word(i)
  const list = lookup().get(first)
  if (!list) return null
  let best: CueMatch | null = null
  for (const { entry, rest, act, isVerb, isLight } of list) {
    if (best && rest.length < best.length) break
    const end = matched(words, i + 1, limit, rest, 0)
    if (end === 0) continue
    const match = { first: i, end, act, entry, isVerb, isLight, length: rest.length }
    // "is convinced" is an adjective; "convinced her" is the verb.
    // A word that is a verb and a noun is the one that it is tagged as: "his position", "positioned himself".
    if (
      !isVerb &&
      best &&
      rest.length === best.length &&
      !FORMS_OF_BE.has(words.word(i - 1)) &&
      words.pos(i) !== POS.NOUN
    )
      return best
    if (!isVerb) return match
    best ??= match
  }
  return best
}

const FORMS_OF_BE = new Set("is are was were be been being am 's 're 'm remain remains remained".split(' '))

// One past the last token of `rest` from `k` on, matched at token `i`; 0: it does not match.
function matched(words: BlockWords, i: number, limit: number, rest: readonly string[], k: number): number {
  if (k === rest.length) return i
  const want = rest[k] as string
  if (want !== '*') return i < limit && words.word(i) === want ? matched(words, i + 1, limit, rest, k + 1) : 0
  for (let gap = 1; gap <= LONGEST_GAP && i + gap <= limit; gap++) {
    const end = matched(words, i + gap, limit, rest, k + 1)
    if (end > 0) return end
  }
  return 0
}
