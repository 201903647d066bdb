import { POS_WEIGHTS, SURE_WORDS } from './generated/parts-of-speech.js'
import { hashOf } from './hashing.js'
import { POS, type PosModel } from './parts-of-speech.js'
import { readWeights } from './weights.js'

let shared: PosModel | null = null

/** The part-of-speech model that comes with the package, read at first use. */
export function posModel(): PosModel {
  if (shared) return shared
  const sure = new Map<number, number>()
  for (const [name, words] of Object.entries(SURE_WORDS)) {
    const pos = POS[name as keyof typeof POS]
    for (const word of words.split(' ')) if (word !== '') sure.set(hashOf(word), pos)
  }
  shared = { weights: readWeights(POS_WEIGHTS), sure }
  return shared
}
