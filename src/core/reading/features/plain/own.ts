import type { WordWeights } from '../../weights.js'
import { PLAIN_WIDTH, plainColumn } from './columns.js'
import { phraseKeys, promiseKeys, strongest } from './phrases.js'
import type { PlainShape } from './shape.js'

const PROMISE = plainColumn('promise')
const PAGE = plainColumn('pageKnown')

/** A distance where there is nothing to be distant from. */
const NOWHERE = 200

/**
 * Fills in `stamp` to `pageStamps`: what a unit's characters and words say. Returns each unit's `proseWeight`: the weights of
 * all its words, added up and divided by the root of their number, so that more words that agree say more.
 */
export function ownFeatures(shapes: readonly PlainShape[], phrases: WordWeights, out: Float32Array): Float64Array {
  const prose = new Float64Array(shapes.length)
  let pageWords = 0
  let pageKnown = 0
  let pageSum = 0
  let glued = 0
  let stamps = 0
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as PlainShape
    const { known, sum } = proseWeight(s.words, phrases)
    prose[i] = known > 0 ? sum / Math.sqrt(known) : 0
    const keys = phraseKeys(s.words)
    out.set(
      [
        Number(s.stamp),
        Number(s.dated),
        Number(s.credit),
        s.first,
        s.last,
        s.glued,
        Number(s.allCaps),
        s.persons,
        s.look,
        strongest(keys.filter(isWhole), phrases),
        strongest(keys.filter(isStart), phrases),
        strongest(keys.filter(isEnd), phrases),
        prose[i] as number,
        known / Math.max(1, s.words.length),
      ],
      i * PLAIN_WIDTH,
    )
    pageWords += s.words.length
    pageKnown += known
    pageSum += sum
    if (s.glued > 0) glued++
    if (s.stamp) stamps++
  }
  const page = [pageKnown / Math.max(1, pageWords), pageSum / Math.max(1, pageKnown), glued / shapes.length, stamps]
  for (let i = 0; i < shapes.length; i++) out.set(page, i * PLAIN_WIDTH + PAGE)
  return prose
}

const isWhole = (key: string): boolean => key[0] === '='
const isStart = (key: string): boolean => key[0] === '^'
const isEnd = (key: string): boolean => key.endsWith('$')

function proseWeight(words: readonly string[], phrases: WordWeights): { known: number; sum: number } {
  let known = 0
  let sum = 0
  for (const word of words) {
    const w = phrases.get(`~${word}`)
    if (w === undefined) continue
    known++
    sum += w
  }
  return { known, sum }
}

/**
 * Fills in `promise` to `sinceBest`: what the last known line above a unit says of what is under it ("Comments", "Read
 * next"), and the worst and the best that any line above it says.
 */
export function promiseFeatures(shapes: readonly PlainShape[], phrases: WordWeights, out: Float32Array): void {
  let promise = Number.NaN
  let worst = 0
  let best = 0
  let at = -1
  let worstAt = -1
  let bestAt = -1
  let words = 0
  const since = (i: number, from: number) => (from < 0 ? NOWHERE : i - from)
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as PlainShape
    out.set([promise, since(i, at), words, worst, since(i, worstAt), best, since(i, bestAt)], i * PLAIN_WIDTH + PROMISE)
    words += s.wordCount
    const found = strongest(promiseKeys(s.words), phrases)
    if (Number.isNaN(found)) continue
    promise = found
    at = i
    words = 0
    if (found <= worst) {
      worst = found
      worstAt = i
    }
    if (found >= best) {
      best = found
      bestAt = i
    }
  }
}
