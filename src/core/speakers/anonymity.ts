import type { Span } from '../model/index.js'
import { POS } from '../statements/parts-of-speech.js'
import type { View } from './view.js'

/** Words by which a page tells that it hides a source's name. */
const SIGNS = new Set(['anonymity', 'anonymous', 'anonymously', 'unnamed', 'unidentified'])

/** "not to be named", "declined to be identified": these words before "named" or "identified". */
const NAMING = new Set(['named', 'identified', 'quoted'])

/** A clause goes on for no more tokens than this either side of its sign. */
const WIDEST = 40

/** By sentence number: the clause that says why a source has no name. */
export function findAnonymity(v: View): Map<number, Span> {
  const out = new Map<number, Span>()
  for (let i = 0; i < v.tokens.length; i++) {
    const word = v.low[i] as string
    const isSign =
      SIGNS.has(word) ||
      (NAMING.has(word) && v.low[i - 1] === 'be' && v.low[i - 2] === 'to') ||
      (NAMING.has(word) && v.low[i - 1] === 'being')
    if (!isSign || out.has(v.sentence[i] as number)) continue
    out.set(v.sentence[i] as number, clauseAround(v, i))
  }
  return out
}

function clauseAround(v: View, sign: number): Span {
  const sentence = v.sentence[sign]
  const isInside = (i: number): boolean => i >= 0 && i < v.tokens.length && v.sentence[i] === sentence
  let first = sign
  while (isInside(first - 1) && sign - first < WIDEST) {
    if (v.pos[first] === POS.WH) break
    const before = v.pos[first - 1]
    if (before === POS.COMMA || before === POS.MARK || before === POS.STOP || before === POS.COLON) break
    first--
  }
  let end = sign + 1
  while (isInside(end) && end - sign < WIDEST) {
    const pos = v.pos[end]
    if (pos === POS.COMMA || pos === POS.STOP || pos === POS.MARK || pos === POS.COLON) break
    end++
  }
  return { start: v.tokens[first]?.start ?? 0, end: v.tokens[end - 1]?.end ?? 0 }
}
