import type { Span } from '../model/index.js'
import { stretchOf } from './explain.js'
import { type Match, matchIn, matchOf, weightIn, weightOf } from './match.js'
import { type Part, slicePart } from './quoted.js'
import type { Sources } from './sources.js'
import type { Text } from './texts.js'

/** A quotation put together of parts from different places. */
export interface Splice {
  readonly matches: readonly Match[]
  /** Words that are in none of them, in the draft's text. */
  readonly loose: readonly Span[]
  readonly similarity: number
}

/** A longer quotation is not taken apart word by word. */
const LONGEST = 400
/** Stretches of the sources that are looked at for each stretch of the quotation. */
const PLACES = 12
/** Fewer words in a row than this stand anywhere by chance. */
const SHORTEST = 4
/** So much must a part weigh that is from elsewhere: "at the end of the" stands on every page. */
const LIGHTEST = 2
/** What another part costs, in weight of words: one long part explains more than two short ones. */
const PRICE = 1.2
/** So much of a quotation, weighed, must be found in the parts together. */
const ENOUGH = 0.8
/** By so much weight must they explain it better than a single place does. */
const BETTER = 1.5
/** Parts of a page this many words apart, or less, are one place. */
const APART = 30

interface Piece {
  readonly text: Text
  /** Words of the quotation, all its parts counted through. */
  readonly q: readonly [number, number]
  readonly w: readonly [number, number]
}

/**
 * Takes a quotation apart into the fewest and longest runs of words that stand in sources, by dynamic programming over
 * its words. Null: a single place explains it as well.
 *
 * @param single weight of the words that the best single place has
 */
export async function findSplice(parts: readonly Part[], single: number, sources: Sources): Promise<Splice | null> {
  const keys = parts.flatMap((part) => part.keys)
  const total = parts.reduce((sum, part) => sum + weightIn(part), 0)
  if (keys.length > LONGEST || keys.length < 2 * SHORTEST || total - single < BETTER) return null
  const runs = await runsOf(parts, keys, sources)
  const pieces = joined(cheapest(parts, keys, runs), keys)
  const places = new Set(pieces.map((_, i) => placeNumber(pieces, i)))
  const heavy = (piece: Piece) => weigh(keys, piece.q) >= LIGHTEST && piece.q[1] - piece.q[0] >= SHORTEST
  if (places.size < 2 || !pieces.every(heavy)) return null
  const found = pieces.reduce((sum, { q }) => sum + weigh(keys, q), 0)
  if (found < ENOUGH * total || found < single + BETTER) return null
  const matches = pieces.flatMap((piece) => matchesOf(parts, piece))
  return { matches, loose: looseOf(parts, pieces), similarity: found / total }
}

const weigh = (keys: readonly string[], [from, to]: readonly [number, number]): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += weightOf(keys[i] as string)
  return sum
}

/** By word of the quotation: the longest run of words that ends with it and stands in a source. */
interface Runs {
  readonly length: Int32Array
  readonly text: (Text | null)[]
  /** One past the run's last word in the source. */
  readonly end: Int32Array
}

async function runsOf(parts: readonly Part[], keys: readonly string[], sources: Sources): Promise<Runs> {
  const runs: Runs = {
    length: new Int32Array(keys.length),
    text: keys.map(() => null),
    end: new Int32Array(keys.length),
  }
  const seen = new Set<string>()
  for (const part of queriesOf(parts)) {
    for (const candidate of await sources.find(part.keys, 'in-order', PLACES)) {
      const { text, from, to } = stretchOf(part, candidate)
      const name = `${candidate.source.name} ${from} ${to}`
      if (seen.has(name)) continue
      seen.add(name)
      takeRuns(keys, text, from, to, runs)
    }
  }
  return runs
}

/** What is looked for: every part, and the halves and quarters of a long one. At most a few dozen. */
function queriesOf(parts: readonly Part[]): Part[] {
  const out: Part[] = []
  for (const part of parts.slice(0, 8)) {
    const n = part.keys.length
    out.push(part)
    if (n >= 2 * SHORTEST) out.push(slicePart(part, 0, n >> 1), slicePart(part, n >> 1, n))
    if (n >= 6 * SHORTEST) for (let k = 0; k < 4; k++) out.push(slicePart(part, (n * k) >> 2, (n * (k + 1)) >> 2))
  }
  return out
}

function takeRuns(q: readonly string[], text: Text, from: number, to: number, runs: Runs): void {
  const { key } = text.words
  let before = new Int32Array(to - from + 1)
  let here = new Int32Array(to - from + 1)
  for (let i = 0; i < q.length; i++) {
    for (let j = 0; j < to - from; j++) {
      const length = q[i] === key[from + j] ? (before[j] as number) + 1 : 0
      here[j + 1] = length
      if (length > (runs.length[i] as number)) {
        runs.length[i] = length
        runs.text[i] = text
        runs.end[i] = from + j + 1
      }
    }
    ;[before, here] = [here, before]
  }
}

function cheapest(parts: readonly Part[], keys: readonly string[], runs: Runs): Piece[] {
  const n = keys.length
  const partStart = new Int32Array(n)
  let at = 0
  for (const part of parts) {
    partStart.fill(at, at, at + part.keys.length)
    at += part.keys.length
  }
  const best = new Float64Array(n + 1)
  const taken = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    best[i] = best[i - 1] as number
    const longest = Math.min(runs.length[i - 1] as number, i - (partStart[i - 1] as number))
    let weight = 0
    for (let length = 1; length <= longest; length++) {
      weight += weightOf(keys[i - length] as string)
      if (length < 3) continue
      const value = (best[i - length] as number) + weight - PRICE
      if (value > (best[i] as number)) {
        best[i] = value
        taken[i] = length
      }
    }
  }
  const out: Piece[] = []
  for (let i = n; i > 0; ) {
    const length = taken[i] as number
    if (length === 0) {
      i--
      continue
    }
    const end = runs.end[i - 1] as number
    out.push({ text: runs.text[i - 1] as Text, q: [i - length, i], w: [end - length, end] })
    i -= length
  }
  return out.reverse()
}

/** Pieces that follow each other in one place as they do in the quotation, a word or two changed between, are one. */
function joined(pieces: readonly Piece[], keys: readonly string[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const q = last ? piece.q[0] - last.q[1] : 0
    const w = last ? piece.w[0] - last.w[1] : 0
    if (last && last.text === piece.text && q <= 3 && w >= 0 && w <= 3)
      out[out.length - 1] = { text: last.text, q: [last.q[0], piece.q[1]], w: [last.w[0], piece.w[1]] }
    else out.push(piece)
  }
  return out.filter(({ q }) => weigh(keys, q) >= LIGHTEST / 2)
}

/** Index of the first piece that is of the same place. */
function placeNumber(pieces: readonly Piece[], i: number): number {
  const { text, w } = pieces[i] as Piece
  return pieces.findIndex((other) => other.text === text && other.w[0] <= w[0] && w[0] - other.w[1] <= APART)
}

function matchesOf(parts: readonly Part[], { text, q, w }: Piece): Match[] {
  let before = 0
  for (const part of parts) {
    const n = part.keys.length
    const from = Math.max(0, q[0] - before)
    const to = Math.min(n, q[1] - before)
    before += n
    if (from >= to) continue
    const own = slicePart(part, from, to)
    const whole = to - from === w[1] - w[0]
    const match = matchIn(text, own, w[0], w[1])
    if (match) return [match]
    if (whole) return [matchOf(text, own, [{ how: 'changed', q: [0, to - from], w }])]
  }
  return []
}

function looseOf(parts: readonly Part[], pieces: readonly Piece[]): Span[] {
  const spans = parts.flatMap((part) => part.spans)
  const out: Span[] = []
  let at = 0
  const add = (to: number) => {
    if (to > at) out.push({ start: (spans[at] as Span).start, end: (spans[to - 1] as Span).end })
  }
  for (const { q } of pieces) {
    add(q[0])
    at = q[1]
  }
  add(spans.length)
  return out
}
