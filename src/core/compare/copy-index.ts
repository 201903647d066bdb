import { FULL_BAND, isCopy, type Shingles, shinglesOf, sketchOf } from './copies.js'

/** Articles that are held against a new one, those that share most bands first. */
const CANDIDATES = 12

/**
 * Near copies among articles that come one after another, in memory: what a ledger does in its store. Time grows with the
 * articles, not with their pairs; memory holds each article's shingles.
 */
export class CopyIndex {
  readonly #bands = new Map<number, number[]>()
  readonly #shingles: Shingles[] = []
  readonly #first: number[] = []

  /**
   * Takes an article in.
   *
   * @returns the number, from 0, of the first article of which it is a near copy; null: of none
   */
  add(text: string): number | null {
    const number = this.#shingles.length
    const shingles = shinglesOf(text)
    this.#shingles.push(shingles)
    this.#first.push(number)
    const sketch = sketchOf(shingles)
    if (!sketch) return null
    const shared = new Map<number, number>()
    for (const key of new Set(sketch.bands)) {
      const list = this.#bands.get(key) ?? []
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1)
      if (list.length < FULL_BAND) list.push(number)
      this.#bands.set(key, list)
    }
    const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES)
    for (const [other] of candidates) {
      if (!isCopy(shingles, this.#shingles[other] as Shingles)) continue
      const first = this.#first[other] as number
      this.#first[number] = first
      return first
    }
    return null
  }
}
