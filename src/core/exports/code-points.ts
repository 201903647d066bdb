/**
 * Offsets of a text in UTF-16 code units and in Unicode code points, one from the other: what Python, brat, Citron and
 * the W3C's selectors count. A lone surrogate is one code point. An offset that would cut a surrogate pair belongs to
 * the pair's start.
 */
export class CodePoints {
  /** Code points of the whole text. */
  readonly length: number
  /** Where each surrogate pair begins, in code units. */
  readonly #pairs: readonly number[]
  readonly #units: number

  constructor(text: string) {
    const pairs: number[] = []
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index)
    this.#pairs = pairs
    this.#units = text.length
    this.length = text.length - pairs.length
  }

  /** The code points before an offset in code units. */
  pointsAt(unit: number): number {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pairs[middle] as number) + 1 < unit) low = middle + 1
      else high = middle
    }
    const cut = this.#pairs[low]
    return (cut !== undefined && cut + 1 === unit ? cut : unit) - low
  }

  /** The code units before an offset in code points; one past the end is past the end in code units too. */
  unitsAt(point: number): number {
    if (point > this.length) return this.#units + (point - this.length)
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pairs[middle] as number) - middle < point) low = middle + 1
      else high = middle
    }
    return point + low
  }
}
