import { type Words, wordsOf } from '../anchor/index.js'
import { stemOf } from '../compare/stem.js'
import type { Candidate, Sources } from './sources.js'
import type { Source } from './verdict.js'

/** Places of a pair or word that are looked at for one question; beyond it they say too little to be worth it. */
const BUDGET = 60_000
/** A word with more places than this is no rare word. */
const RARE = 2_000
/** Words of a question that are looked up one by one. */
const SINGLE_WORDS = 24
/** Words on a diagonal this far apart count as one stretch: insertions and omissions shift it. */
const BAND = 16
/** More stretches than any source has words, negative ones counted in. */
const BUCKETS = 2 ** 28
/** Words of a stretch in which a report's words are counted together. */
const STRETCH = 64

/**
 * Sources held in memory: an inverted index of words and of pairs of words, by their stems, over the whole text of every
 * page. Made in one pass; a question looks at a bounded number of places, however many pages there are.
 */
export function memorySources(list: readonly Source[]): Sources {
  return new MemorySources(list)
}

class MemorySources implements Sources {
  readonly #list: readonly Source[]
  readonly #words: Words[] = []
  /** By source: the number of words before it. One more at the end. */
  readonly #offset: Int32Array
  readonly #ids = new Map<string, number>()
  /** By place: index of its source. */
  readonly #source: Int32Array
  /** By place: the id of the word's stem. */
  readonly #stems: Int32Array
  readonly #single: Postings
  readonly #pairs: Postings
  readonly #pairMask: number

  constructor(list: readonly Source[]) {
    this.#list = list
    const pool = new Map<string, string>()
    const byKey = new Map<string, number>()
    this.#offset = new Int32Array(list.length + 1)
    list.forEach(({ reading }, i) => {
      const words = wordsOf(reading.text, 0, reading.text.length, pool)
      this.#words.push(words)
      this.#offset[i + 1] = (this.#offset[i] as number) + words.key.length
    })
    const n = this.#offset[list.length] as number
    this.#stems = new Int32Array(n)
    this.#source = new Int32Array(n)
    list.forEach((_, i) => {
      this.#source.fill(i, this.#offset[i], this.#offset[i + 1])
    })
    let at = 0
    for (const { key } of this.#words) {
      for (const word of key) {
        let id = byKey.get(word)
        if (id === undefined) {
          const stem = stemOf(word)
          id = this.#ids.get(stem) ?? this.#ids.size
          this.#ids.set(stem, id)
          byKey.set(word, id)
        }
        this.#stems[at++] = id
      }
    }
    let buckets = 1024
    while (buckets < n) buckets *= 2
    this.#pairMask = buckets - 1
    this.#single = postings(n, this.#ids.size, (place) => this.#stems[place] as number)
    this.#pairs = postings(Math.max(0, n - 1), buckets, (place) => this.#hash(this.#stem(place), this.#stem(place + 1)))
  }

  find(keys: readonly string[], how: 'in-order' | 'anywhere', limit: number): readonly Candidate[] {
    const ids = keys.map((key) => this.#ids.get(stemOf(key)) ?? -1)
    return how === 'in-order' ? this.#inOrder(ids, limit) : this.#anywhere(ids, limit)
  }

  #stem(place: number): number {
    return this.#stems[place] as number
  }

  #hash(a: number, b: number): number {
    return (Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)) & this.#pairMask
  }

  /** Votes for diagonals: where the pairs of a quotation stand as far from each other as in it. */
  #inOrder(ids: readonly number[], limit: number): Candidate[] {
    const questions: { at: number; from: number; to: number; pair: boolean }[] = []
    for (let q = 0; q + 1 < ids.length; q++) {
      const [a, b] = [ids[q] as number, ids[q + 1] as number]
      if (a < 0 || b < 0) continue
      const hash = this.#hash(a, b)
      questions.push({ at: q, from: this.#pairs.from(hash), to: this.#pairs.from(hash + 1), pair: true })
    }
    const singles = ids
      .map((id, q) => ({ id, q }))
      .filter(({ id }) => id >= 0)
      .map(({ id, q }) => ({ at: q, from: this.#single.from(id), to: this.#single.from(id + 1), pair: false }))
      .filter(({ from, to }) => to - from <= RARE || ids.length < 3)
      .sort((x, y) => x.to - x.from - (y.to - y.from))
      .slice(0, SINGLE_WORDS)
    questions.push(...singles)
    questions.sort((x, y) => x.to - x.from - (y.to - y.from))
    const votes = new Votes()
    let budget = BUDGET
    for (const { at, from, to, pair } of questions) {
      if (budget <= 0) break
      const weight = Math.log2(1 + this.#stems.length / (1 + to - from)) * (pair ? 1 : 0.5)
      const list = pair ? this.#pairs : this.#single
      for (let i = from; i < to && budget > 0; i++, budget--) {
        const place = list.place(i)
        if (pair && (this.#stem(place) !== ids[at] || this.#stem(place + 1) !== ids[at + 1])) continue
        votes.add(this.#bucket(place, at, BAND), weight)
      }
    }
    return votes.best(limit).map((bucket) => this.#candidate(bucket, BAND, ids.length))
  }

  /** Votes for stretches that hold many of the rarer words. */
  #anywhere(ids: readonly number[], limit: number): Candidate[] {
    const lists = [...new Set(ids)]
      .filter((id) => id >= 0)
      .map((id) => ({ from: this.#single.from(id), to: this.#single.from(id + 1) }))
      .sort((x, y) => x.to - x.from - (y.to - y.from))
    const votes = new Votes()
    let budget = BUDGET
    for (const { from, to } of lists) {
      const weight = Math.log2(1 + this.#stems.length / (1 + to - from))
      let last = -1
      for (let i = from; i < to && budget > 0; i++, budget--) {
        const place = this.#single.place(i)
        const bucket = this.#bucket(place, 0, STRETCH)
        // A word counts once in a stretch.
        if (bucket !== last) votes.add(bucket, weight)
        last = bucket
      }
    }
    return votes.best(limit).map((bucket) => this.#candidate(bucket, STRETCH, 0))
  }

  /** A stretch of `size` words of one source, `at` words before a place, as a number; its neighbours' are one off. */
  #bucket(place: number, at: number, size: number): number {
    const source = this.#source[place] as number
    return source * BUCKETS + BUCKETS / 2 + Math.floor((place - at - (this.#offset[source] as number)) / size)
  }

  /** A bucket's words with those of its neighbours and `length` more, as far as the source has them. */
  #candidate(bucket: number, size: number, length: number): Candidate {
    const i = Math.floor(bucket / BUCKETS)
    const words = this.#words[i] as Words
    const first = (bucket - i * BUCKETS - BUCKETS / 2) * size
    const last = words.key.length - 1
    const from = Math.min(last, Math.max(0, first - size))
    const to = Math.min(last, Math.max(from, first + 2 * size + length - 1))
    return { source: this.#list[i] as Source, start: words.start[from] as number, end: words.end[to] as number }
  }
}

class Votes {
  readonly #scores = new Map<number, number>()

  add(bucket: number, weight: number): void {
    this.#scores.set(bucket, (this.#scores.get(bucket) ?? 0) + weight)
  }

  /** The buckets with most votes, each with its better neighbour's; of two neighbours the better one. */
  best(limit: number): number[] {
    const score = (bucket: number) => this.#scores.get(bucket) ?? 0
    const ranked = [...this.#scores]
      .map(([bucket, own]) => ({ bucket, score: own + Math.max(score(bucket - 1), score(bucket + 1)) }))
      .sort((a, b) => b.score - a.score || a.bucket - b.bucket)
    const out: number[] = []
    const taken = new Set<number>()
    for (const { bucket } of ranked) {
      if (out.length >= limit) break
      if (taken.has(bucket - 1) || taken.has(bucket + 1)) continue
      taken.add(bucket)
      out.push(bucket)
    }
    return out
  }
}

/** Places by what stands there: two arrays, made by counting. */
class Postings {
  readonly #first: Int32Array
  readonly #places: Int32Array

  constructor(first: Int32Array, places: Int32Array) {
    this.#first = first
    this.#places = places
  }

  /** Where the list of `id` begins; that of `id + 1` ends it. */
  from(id: number): number {
    return this.#first[id] as number
  }

  place(index: number): number {
    return this.#places[index] as number
  }
}

function postings(n: number, ids: number, idOf: (place: number) => number): Postings {
  const first = new Int32Array(ids + 2)
  for (let place = 0; place < n; place++) {
    const id = idOf(place) + 1
    first[id] = (first[id] as number) + 1
  }
  for (let id = 1; id < first.length; id++) first[id] = (first[id] as number) + (first[id - 1] as number)
  const next = first.slice()
  const places = new Int32Array(n)
  for (let place = 0; place < n; place++) {
    const id = idOf(place)
    const at = next[id] as number
    places[at] = place
    next[id] = at + 1
  }
  return new Postings(first, places)
}
