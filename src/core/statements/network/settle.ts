import type { DecodeOptions } from './config.js'
import { type DecodedPassage, joined, type Looked, ROLE, ROLES, type Run, rolesOf, runsOf, wordsIn } from './roles.js'

/** A token that may be a statement's anchor, and what the network says of it. */
export interface Candidate extends Looked {
  /** The anchor's token. */
  readonly at: number
  /** Logits that there is an anchor, and that there is a statement. */
  readonly anchor: number
  readonly valid: number
}

/** A candidate as a statement. */
export interface Settled {
  readonly at: number
  readonly content: readonly Run[]
  readonly mention: Run | null
  readonly cue: Run | null
  /** Probability that a token is its content; half for tokens that the second look did not see. */
  readonly share: (token: number) => number
  /** Whether all its content stands in quotations. */
  readonly isQuoted: boolean
  /** What its rank is made from, in the order of the config's weights. */
  readonly features: readonly number[]
}

/** Of a probability close to certainty no more is made than of this one. */
const SUREST = 0.999
/** Added to a probability before its logarithm is taken. */
const FLOOR = 0.01

/** The spans of a candidate: content that takes most of a quotation takes all of it; one mention, one cue. */
export function settle(passage: DecodedPassage, candidate: Candidate, o: DecodeOptions): Settled {
  const { at, first, end, scores } = candidate
  const roles = rolesOf(passage, candidate, o)
  const probability = (i: number, role: number) => Math.exp(scores[(i - first) * ROLES + role] as number)
  const mention = surestMention(passage, runsOf(roles, ROLE.mention, first), (i) => probability(i, ROLE.mention))
  const isOther = (i: number) =>
    i >= first && i < end && (roles[i - first] === ROLE.mention || roles[i - first] === ROLE.cue)
  const content = wholeQuotes(passage, joined(passage, runsOf(roles, ROLE.content, first)), isOther, o.keep).filter(
    (run) => wordsIn(passage, [run]) > 0,
  )
  const seen = content.map(([a, b]): Run => [Math.max(a, first), Math.min(b, end)])
  const words = wordsIn(passage, seen)
  const quoted = quotedIn(passage, seen)
  const sure = meanOf(passage, seen, (i) => probability(i, ROLE.content))
  let likeliest = 0
  for (let i = first; i < end; i++) likeliest = Math.max(likeliest, probability(i, ROLE.mention))
  const named = mention ? meanOf(passage, [mention], (i) => probability(i, ROLE.mention)) : 1 - likeliest
  return {
    at,
    content,
    mention,
    cue: cueOf(runsOf(roles, ROLE.cue, first), at),
    share: (i) => (i >= first && i < end ? probability(i, ROLE.content) : 0.5),
    isQuoted: words > 0 && quoted === words,
    features: [
      candidate.anchor,
      candidate.valid,
      Math.log(sure + FLOOR),
      Math.log(named + FLOOR),
      mention ? 0 : 1,
      Math.log(1 + words),
      words > 0 ? quoted / words : 0,
    ],
  }
}

/** How many words of runs stand in quotations. */
function quotedIn({ word, quoteAt }: DecodedPassage, runs: readonly Run[]): number {
  let n = 0
  for (const [first, end] of runs)
    for (let i = first; i < end; i++) if (word[i] === 1 && (quoteAt[i] as number) >= 0) n++
  return n
}

/** The mean over the words of runs; 0 where there is none. */
function meanOf({ word }: DecodedPassage, runs: readonly Run[], value: (token: number) => number): number {
  let sum = 0
  let n = 0
  for (const [first, end] of runs) {
    for (let i = first; i < end; i++) {
      if (word[i] !== 1) continue
      sum += value(i)
      n++
    }
  }
  return n > 0 ? sum / n : 0
}

/** The run whose words' log odds add up to the most. */
function surestMention(
  passage: DecodedPassage,
  runs: readonly Run[],
  probability: (token: number) => number,
): Run | null {
  let best: Run | null = null
  let most = 0
  for (const run of runs) {
    if (wordsIn(passage, [run]) === 0) continue
    let sum = 0
    for (let i = run[0]; i < run[1]; i++) {
      const p = Math.min(SUREST, probability(i))
      if (passage.word[i] === 1) sum += Math.log(p / (1 - p))
    }
    if (best !== null && sum <= most) continue
    best = run
    most = sum
  }
  return best
}

/** The cue that holds the anchor, else the nearest. */
function cueOf(cues: readonly Run[], at: number): Run | null {
  const own = cues.find(([first, end]) => first <= at && at < end)
  return own ?? [...cues].sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))[0] ?? null
}

/** Content with the quotations of which it takes the share `keep` of their words taken whole. */
function wholeQuotes(
  passage: DecodedPassage,
  content: readonly Run[],
  isOther: (token: number) => boolean,
  keep: number,
): Run[] {
  const inside = new Map<number, number>()
  for (const [first, end] of content) {
    for (let i = first; i < end; i++) {
      const q = passage.quoteAt[i] as number
      if (q >= 0 && passage.word[i] === 1) inside.set(q, (inside.get(q) ?? 0) + 1)
    }
  }
  const runs = [...content]
  for (const [q, count] of inside) {
    const { open, end } = passage.quotes[q] as { open: number; end: number }
    let isFree = true
    for (let i = open; i < end; i++) if (isOther(i)) isFree = false
    if (isFree && count >= keep * wordsIn(passage, [[open, end]])) runs.push([open, end])
  }
  return joined(passage, runs)
}
