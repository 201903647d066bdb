import type { OriginMap } from '../model/index.js'

/** Makes `Reading.text` piece by piece, and the map from it to the decoded page beside it. */
export class OriginBuilder {
  /** Code units of text made so far. */
  length = 0
  private readonly parts: string[] = []
  private readonly runs: number[] = []

  constructor(private readonly page: string) {}

  /** The page's own code units [start, end), as they are. */
  copy(start: number, end: number): void {
    this.parts.push(this.page.slice(start, end))
    this.run(end - start, start, end - start)
  }

  /** `value` for `pageLength` code units of the page from `start`. */
  put(value: string, start: number, pageLength: number): void {
    this.parts.push(value)
    this.run(value.length, start, pageLength)
  }

  /** Text that has no place in the page. */
  insert(value: string): void {
    this.parts.push(value)
    this.length += value.length
  }

  text(): string {
    return this.parts.join('')
  }

  map(): OriginMap {
    const n = this.runs.length / 4
    const column = (k: number) => {
      const out = new Array<number>(n)
      for (let i = 0; i < n; i++) out[i] = this.runs[i * 4 + k] as number
      return out
    }
    return { text: column(0), textLength: column(1), page: column(2), pageLength: column(3) }
  }

  private run(textLength: number, page: number, pageLength: number): void {
    const { runs } = this
    const last = runs.length - 4
    // One-to-one runs that follow each other in both texts are one run.
    if (
      last >= 0 &&
      textLength === pageLength &&
      runs[last + 1] === runs[last + 3] &&
      (runs[last] as number) + (runs[last + 1] as number) === this.length &&
      (runs[last + 2] as number) + (runs[last + 3] as number) === page
    ) {
      runs[last + 1] = (runs[last + 1] as number) + textLength
      runs[last + 3] = (runs[last + 3] as number) + pageLength
    } else runs.push(this.length, textLength, page, pageLength)
    this.length += textLength
  }
}

/** Index of the last run that starts at or before `offset`; -1 where there is none. */
function runAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Where in the decoded page the text [start, end) comes from: from the first run's start to the last run's end, in
 * UTF-16 code units. An offset inside a run of unequal length stands for the whole run. Null map: the text is the page.
 */
export function toPage(
  origin: OriginMap | null,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (origin === null) return { start, end }
  const first = runAt(origin.text, start)
  const last = runAt(origin.text, end - 1)
  return {
    start: first < 0 ? 0 : place(origin.text, origin.textLength, origin.page, origin.pageLength, first, start, false),
    end: last < 0 ? 0 : place(origin.text, origin.textLength, origin.page, origin.pageLength, last, end, true),
  }
}

/**
 * Where in `Reading.text` the page's [start, end) went: the text made from runs that touch it; null where none of it is
 * visible text.
 */
export function toText(
  origin: OriginMap | null,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  if (origin === null) return start < end ? { start, end } : null
  let first = runAt(origin.page, start)
  if (first < 0 || (origin.page[first] as number) + (origin.pageLength[first] as number) <= start) first++
  // A reference that stands for two characters has two runs of one place.
  while (first > 0 && origin.page[first - 1] === origin.page[first]) first--
  const last = runAt(origin.page, end - 1)
  if (first > last || first >= origin.page.length) return null
  const from = Math.max(start, origin.page[first] as number)
  return {
    start: place(origin.page, origin.pageLength, origin.text, origin.textLength, first, from, false),
    end: place(origin.page, origin.pageLength, origin.text, origin.textLength, last, end, true),
  }
}

function place(
  from: readonly number[],
  fromLength: readonly number[],
  to: readonly number[],
  toLength: readonly number[],
  run: number,
  offset: number,
  isEnd: boolean,
): number {
  const base = to[run] as number
  const length = toLength[run] as number
  const into = offset - (from[run] as number)
  if (fromLength[run] === length) return base + Math.min(into, length)
  // A run of unequal length is whole or not at all.
  if (into <= 0) return base
  return isEnd || into >= (fromLength[run] as number) ? base + length : base
}
