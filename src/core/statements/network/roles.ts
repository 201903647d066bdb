import type { DecodeOptions } from './config.js'

/** Roles of a token about an anchor, as the network numbers them. */
export const ROLE = { none: 0, content: 1, mention: 2, cue: 3 } as const

/** How many there are. */
export const ROLES = 4

/** Tokens [first, end) of a passage. */
export type Run = readonly [first: number, end: number]

/** What decoding knows of a passage: outermost quotations, and which token is a word. */
export interface DecodedPassage {
  /** 1: a word, 0: a mark. */
  readonly word: Uint8Array
  readonly quotes: readonly { readonly open: number; readonly end: number }[]
  /** Index of the quotation that a token stands in, -1: none. */
  readonly quoteAt: Int32Array
}

/** What the second look says of the tokens [first, end) about an anchor. */
export interface Looked {
  readonly first: number
  readonly end: number
  /** Log-probabilities of the roles, {@link ROLES} a token. */
  readonly scores: Float32Array
}

/** The likeliest roles of the tokens about an anchor where every change of role costs something (Viterbi 1967). */
export function rolesOf({ word }: DecodedPassage, looked: Looked, o: DecodeOptions): Uint8Array {
  const { first, end, scores } = looked
  const n = end - first
  const back = new Uint8Array(n * ROLES)
  let now = o.enter.map((cost, s) => (s === ROLE.none ? 0 : -cost))
  for (let i = 0; i < n; i++) {
    const weight = word[first + i] === 1 ? 1 : o.mark
    const best = greatest(now)
    now = now.map((stay, s) => {
      const move = (now[best] as number) - (o.enter[s] as number)
      const moves = i > 0 && move > stay
      back[i * ROLES + s] = moves ? best : s
      return (moves ? move : stay) + weight * (scores[i * ROLES + s] as number)
    })
  }
  const roles = new Uint8Array(n)
  let s = greatest(now)
  for (let i = n - 1; i >= 0; i--) {
    roles[i] = s
    s = back[i * ROLES + s] as number
  }
  return roles
}

function greatest(values: readonly number[]): number {
  let best = 0
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k
  return best
}

/** The runs of a role among the roles of tokens that begin at `first`. */
export function runsOf(roles: Uint8Array, role: number, first: number): Run[] {
  const out: Run[] = []
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== role) continue
    let end = i + 1
    while (end < roles.length && roles[end] === role) end++
    out.push([first + i, first + end])
    i = end
  }
  return out
}

/** Runs in order, those that touch or have only marks between them joined. */
export function joined({ word }: DecodedPassage, runs: readonly Run[]): Run[] {
  const out: [number, number][] = []
  for (const [first, end] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1]
    if (last && !hasWord(word, last[1], first)) last[1] = Math.max(last[1], end)
    else out.push([first, end])
  }
  return out
}

function hasWord(word: Uint8Array, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (word[i] === 1) return true
  return false
}

/** The words in runs. */
export function wordsIn({ word }: DecodedPassage, runs: readonly Run[]): number {
  let n = 0
  for (const [first, end] of runs) for (let i = first; i < end; i++) n += word[i] as number
  return n
}
