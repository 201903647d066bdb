import { FEATURES, WIDTH } from './features/index.js'
import type { Unit } from './unit.js'

/** Further columns of pass two, after {@link FEATURES}; training/reading/second.py has the same. */
export const FURTHER = 20

const WORDS = FEATURES.indexOf('words')
const WINDOW = 8
const FARTHEST = 300
const OFFSETS = [-3, -2, -1, 1, 2, 3]

/**
 * What pass two sees beside a unit's row: pass one's scores of the unit, its neighbours, its boxes and its page, each
 * weighed by words where a mean is taken.
 */
export function furtherColumns(units: readonly Unit[], rows: Float32Array, one: Float64Array): Float64Array {
  const n = units.length
  const out = new Float64Array(n * FURTHER).fill(Number.NaN)
  const words = new Float64Array(n)
  const scores = new Float64Array(n + 1)
  const mass = new Float64Array(n + 1)
  const sums = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    const w = rows[i * WIDTH + WORDS] as number
    const s = one[i] as number
    words[i] = w
    scores[i + 1] = (scores[i] as number) + s
    mass[i + 1] = (mass[i] as number) + s * w
    sums[i + 1] = (sums[i] as number) + w
  }
  const total = mass[n] as number
  let first = -1
  let last = -1
  for (let i = 0; i < n; i++) {
    if ((one[i] as number) >= 0.6 && (words[i] as number) >= 8) {
      if (first < 0) first = i
      last = i
    }
  }
  const between = (a: Float64Array, from: number, to: number) => (a[to] as number) - (a[from] as number)
  let since = FARTHEST
  for (let i = 0; i < n; i++) {
    const at = i * FURTHER
    out[at] = one[i] as number
    for (let k = 0; k < OFFSETS.length; k++) {
      const j = i + (OFFSETS[k] as number)
      if (j >= 0 && j < n) out[at + 1 + k] = one[j] as number
    }
    const own = between(mass, i, i + 1)
    out[at + 7] = (mass[i] as number) / Math.max(1, total)
    out[at + 8] = (total - (mass[i] as number) - own) / Math.max(1, total)
    out[at + 9] = total / Math.max(1, sums[n] as number)
    const low = Math.max(0, i - WINDOW)
    const high = Math.min(n, i + WINDOW + 1)
    out[at + 10] = between(scores, low, i) / Math.max(1, i - low)
    out[at + 11] = between(scores, i + 1, high) / Math.max(1, high - i - 1)
    out[at + 12] = between(mass, low, high) / Math.max(1, between(sums, low, high))
    out[at + 13] = Math.min(since, FARTHEST)
    since = isStrong(one, words, i) ? 1 : since + 1
    out[at + 15] = first >= 0 ? i - first : 0
    out[at + 16] = last >= 0 ? last - i : 0
  }
  let until = FARTHEST
  for (let i = n - 1; i >= 0; i--) {
    out[i * FURTHER + 14] = Math.min(until, FARTHEST)
    until = isStrong(one, words, i) ? 1 : until + 1
  }
  if (n > 0 && (units[0] as Unit).markup !== null) {
    for (const [k, keyOf] of GROUPS) {
      const groups = new Map<string | number, { mass: number; words: number }>()
      const keys = units.map(keyOf)
      for (let i = 0; i < n; i++) {
        const key = keys[i] as string | number
        let g = groups.get(key)
        if (!g) {
          g = { mass: 0, words: 0 }
          groups.set(key, g)
        }
        g.mass += (one[i] as number) * (words[i] as number) + (one[i] as number)
        g.words += (words[i] as number) + 1
      }
      for (let i = 0; i < n; i++) {
        const g = groups.get(keys[i] as string | number) as { mass: number; words: number }
        out[i * FURTHER + k] = g.mass / g.words
      }
    }
  }
  return out
}

function isStrong(one: Float64Array, words: Float64Array, i: number): boolean {
  return (one[i] as number) >= 0.6 && (words[i] as number) >= 8
}

/** Units with the same parent, the same grandparent, and of the same kind wherever they stand. */
const GROUPS: readonly (readonly [number, (unit: Unit) => string | number])[] = [
  [17, (u) => u.markup?.element.parent?.index ?? -1],
  [18, (u) => u.markup?.element.parent?.parent?.index ?? -1],
  [19, likeness],
]

/** Tag, class and parent's tag: what units made by one template share. */
export function likeness(unit: Unit): string {
  const e = unit.markup?.element
  if (!e) return ''
  let name = ''
  for (const a of e.attributes) if (a.name === 'class') name = a.value
  return `${e.name} ${name} ${e.parent?.name}`
}
