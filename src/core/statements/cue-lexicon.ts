import { CUE_COUNTS } from './generated/cue-counts.js'
import { hashOf } from './hashing.js'

/** What follows a word, as far as it tells a cue from another use: "said that", "wants to", "said: “". */
export const FOLLOWERS = ['that', 'quote', 'to', 'other'] as const

/** How often a word was part of a cue in PolNeAR train, of how many uses; in all, and by what follows. */
export interface CueCount {
  readonly cue: number
  readonly all: number
  /** By {@link FOLLOWERS}: cue count, then the count of all uses. */
  readonly byFollower: readonly (readonly [number, number])[]
}

/** Classes of word that are counted apart: "claims" the verb, "claims" the noun. */
export type CueClass = 'verb' | 'noun' | 'other'

/** Counts by {@link cueKey}. */
export type CueLexicon = ReadonlyMap<number, CueCount>

const SALT: Record<CueClass, number> = { verb: 0x1b873593, noun: 0x2545f491, other: 0x7feb352d }

/** Key of a word (its hash) in a class. */
export const cueKey = (word: number, kind: CueClass): number => word ^ SALT[kind]

/** Reads the generated lines `word class cue/all that c/a quote c/a to c/a`. */
export function readLexicon(lines: string): CueLexicon {
  const out = new Map<number, CueCount>()
  for (const line of lines.split('\n')) {
    const [word, kind, total, ...rest] = line.split(' ')
    if (!word || !kind || !total) continue
    const [cue, all] = pair(total)
    const byFollower = FOLLOWERS.map((name): readonly [number, number] => {
      const at = rest.indexOf(name)
      return at < 0 ? [0, 0] : pair(rest[at + 1] as string)
    })
    out.set(cueKey(hashOf(word), kind as CueClass), { cue, all, byFollower })
  }
  return out
}

function pair(text: string): readonly [number, number] {
  const [a, b] = text.split('/')
  return [Number(a), Number(b)]
}

let shared: CueLexicon | null = null

/** The lexicon that comes with the package, read at first use. */
export function cueLexicon(): CueLexicon {
  shared ??= readLexicon(CUE_COUNTS)
  return shared
}
