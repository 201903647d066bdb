import type { Discourse } from './discourse.js'
import { type Entity, newEntity } from './entities.js'

/** A signature stands no further below than this many blocks, and is no longer than this many words. */
const FURTHEST = 12
const MOST_WORDS = 4

const SIGNATURE = /^\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?)*$/u

/**
 * Who wrote what stands in a block: the name that signs below it, a block of nothing but a name ("Ana Roe."), as letters
 * have it. Null where none does.
 */
export function authorAfter(d: Discourse, block: number): Entity | null {
  const { blocks, text } = d.reading
  for (let b = block + 1; b < Math.min(blocks.length, block + FURTHEST); b++) {
    const { start, end, role } = blocks[b] ?? { start: 0, end: 0, role: 'notice' }
    if (role === 'heading' || role === 'title') return null
    if (end - start > 40 || role !== 'paragraph') continue
    const line = text.slice(start, end)
    const words = line.replace(/\.$/, '').split(' ')
    if (words.length < 2 || words.length > MOST_WORDS || !SIGNATURE.test(line)) continue
    const length = line.endsWith('.') && !/ (?:Jr|Sr)\.$/.test(line) ? line.length - 1 : line.length
    const low = words.map((word) => word.toLowerCase())
    const known = d.directory.look(low)
    if (known.length === 1 && known[0]) return known[0]
    const key = `signature ${start}`
    const entity =
      d.described.get(key) ??
      newEntity({ kind: 'person', named: { start, end: start + length }, words: low, isNamed: true })
    d.described.set(key, entity)
    return entity
  }
  return null
}
