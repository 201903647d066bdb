import { PLAIN_WIDTH, plainColumn } from './columns.js'
import { longestRun, proseRuns } from './runs.js'
import type { PlainShape } from './shape.js'

const COHESION = plainColumn('cohesionBefore')

/** So many units of prose on either side are compared. */
const NEAR = 6

/** The longest run of prose goes on over so many units that are none. */
const BRIDGE = 2

/** A lead gives way to one that is this much weaker for each unit that lies between: a nearer headline counts more. */
const FADING = 0.98

/** A distance where there is nothing to be distant from. */
const NOWHERE = 200

/**
 * Fills in `cohesionBefore` to `headlineShare`: how far a unit's longer words are those of the prose just before it, just
 * after it, and of the page's longest run of prose, rarer words counting more (lexical cohesion as in Hearst's TextTiling,
 * 1997). A `lead` is a line whose words come again in the prose after it, as a headline's do; the best one on the page is
 * taken for its headline.
 */
export function cohesionFeatures(shapes: readonly PlainShape[], weight: Float64Array, out: Float32Array): void {
  const rarity = rarityOf(shapes)
  const headline = leadFeatures(shapes, rarity, out)
  const run = longestRun(proseRuns(shapes, weight, BRIDGE))
  const inRun = (i: number) => run !== null && i >= run.first && i <= run.last && (shapes[i] as PlainShape).prose
  const words = new Bag()
  for (let i = 0; i < shapes.length; i++) if (inRun(i)) words.add(shapes[i])
  const wanted = headline < 0 ? null : (shapes[headline] as PlainShape).topical
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as PlainShape
    const k = i * PLAIN_WIDTH + COHESION
    if (inRun(i)) words.drop(s)
    out[k + 2] = words.share(s, rarity)
    if (inRun(i)) words.add(s)
    if (wanted === null) continue
    out[k + 6] = i - headline
    let shared = 0
    for (const w of s.topical) if (wanted.has(w)) shared++
    out[k + 7] = shared / wanted.size
  }
}

/** How rare each word is among the page's units. */
export function rarityOf(shapes: readonly PlainShape[]): Map<string, number> {
  const holders = new Map<string, number>()
  for (const s of shapes) for (const w of s.topical) holders.set(w, (holders.get(w) ?? 0) + 1)
  for (const [w, count] of holders) holders.set(w, Math.log(1 + shapes.length / count))
  return holders
}

/** Walks the page with the prose just before and just after each unit at hand. Returns the headline's index, or -1. */
function leadFeatures(shapes: readonly PlainShape[], rarity: ReadonlyMap<string, number>, out: Float32Array): number {
  const prose: PlainShape[] = shapes.filter((s) => s.prose)
  const before = new Bag()
  const after = new Bag()
  for (const s of prose.slice(0, NEAR)) after.add(s)
  let p = 0
  let headline = -1
  let most = 0
  let best = 0
  let bestAt = -1
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as PlainShape
    const isProse = prose[p] === s
    if (isProse) {
      after.drop(s)
      after.add(prose[p + NEAR])
    }
    const ahead = after.share(s, rarity)
    const lead = isLine(s) ? (ahead || 0) * Math.log(1 + s.topical.size) : Number.NaN
    if (lead > 0 && lead >= best * FADING ** (i - bestAt)) {
      best = lead
      bestAt = i
    }
    if (lead > most) {
      most = lead
      headline = i
    }
    const since = bestAt < 0 ? NOWHERE : i - bestAt
    const k = i * PLAIN_WIDTH + COHESION
    out[k] = before.share(s, rarity)
    out[k + 1] = ahead
    out.set([lead, best, since], k + 3)
    if (isProse) {
      before.add(s)
      before.drop(prose[p - NEAR])
      p++
    }
  }
  return headline
}

/** What may be a headline: four to 25 words without a full stop. */
function isLine(s: PlainShape): boolean {
  return s.wordCount >= 4 && s.wordCount <= 25 && !(s.ends && s.last === FULL_STOP)
}
const FULL_STOP = 3

/** The longer words of some units, each with how many of them hold it. */
class Bag {
  private readonly counts = new Map<string, number>()

  add(shape: PlainShape | undefined): void {
    for (const w of shape?.topical ?? []) this.counts.set(w, (this.counts.get(w) ?? 0) + 1)
  }

  drop(shape: PlainShape | undefined): void {
    for (const w of shape?.topical ?? []) this.counts.set(w, (this.counts.get(w) ?? 0) - 1)
  }

  /** How much of a unit's longer words is here, by rarity, 0 to 1; NaN where it has none. */
  share(shape: PlainShape, rarity: ReadonlyMap<string, number>): number {
    let here = 0
    let all = 0
    for (const w of shape.topical) {
      const r = rarity.get(w) as number
      all += r
      if ((this.counts.get(w) ?? 0) > 0) here += r
    }
    return all > 0 ? here / all : Number.NaN
  }
}
