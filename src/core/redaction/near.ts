import { piecesOf } from './tokens.js'

/** Names shorter than this have too many words near them. */
const LEAST = 4
/** From this length on two letters may differ. */
const TWO_FROM = 8
const LONGEST = 24

/**
 * Words that are nearly one of a set of names: a letter more, less or other, two of names of eight letters or more; or a
 * word with a capital that begins with a name. By the words that stand within each other's deletions (Garbe, SymSpell,
 * 2012), so linear in both.
 */
export class NearNames {
  readonly #deletions = new Map<string, string[]>()
  readonly #names: ReadonlySet<string>
  readonly #always: ReadonlySet<string>

  /** @param always words that are told as they are */
  constructor(names: Iterable<string>, always: Iterable<string> = []) {
    this.#always = new Set(always)
    this.#names = new Set([...names].filter((name) => name.length >= LEAST && name.length <= LONGEST))
    for (const name of this.#names) {
      for (const shorter of deletionsOf(name, reachOf(name))) {
        const known = this.#deletions.get(shorter)
        if (known) known.push(name)
        else this.#deletions.set(shorter, [name])
      }
    }
  }

  /** The words of a text with a capital that are near a name and none themselves, each with how often. */
  find(text: string): Map<string, number> {
    const found = new Map<string, number>()
    for (const { key, isCapital, isDigits, start, end } of piecesOf(text)) {
      const isLong = key.length >= LEAST && key.length <= LONGEST && !this.#names.has(key)
      if (!isCapital || isDigits || !(this.#always.has(key) || (isLong && this.#isNear(key)))) continue
      const words = text.slice(start, end)
      found.set(words, (found.get(words) ?? 0) + 1)
    }
    return found
  }

  #isNear(key: string): boolean {
    for (let length = LEAST; length < key.length; length++) if (this.#names.has(key.slice(0, length))) return true
    for (const shorter of deletionsOf(key, reachOf(key))) {
      for (const name of this.#deletions.get(shorter) ?? [])
        if (distance(key, name) <= Math.min(reachOf(name), reachOf(key))) return true
    }
    return false
  }
}

const reachOf = (name: string): number => (name.length >= TWO_FROM ? 2 : 1)

function deletionsOf(word: string, reach: number): Set<string> {
  const all = new Set([word])
  let last = [word]
  for (let n = 0; n < reach; n++) {
    const next: string[] = []
    for (const each of last) {
      for (let i = 0; i < each.length; i++) {
        const shorter = each.slice(0, i) + each.slice(i + 1)
        if (all.has(shorter)) continue
        all.add(shorter)
        next.push(shorter)
      }
    }
    last = next
  }
  return all
}

/** Letters put in, left out, changed, or two that change places (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [...Array(a.length + 1)].map((_, i) => [i, ...Array<number>(b.length).fill(0)])
  for (let j = 0; j <= b.length; j++) (rows[0] as number[])[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const [row, before] = [rows[i] as number[], rows[i - 1] as number[]]
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, ((rows[i - 2] as number[])[j - 2] as number) + 1)
      row[j] = least
    }
  }
  return (rows[a.length] as number[])[b.length] as number
}
