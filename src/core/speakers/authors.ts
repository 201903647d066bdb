import type { Span } from '../model/index.js'
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
    return personAt(d, { start, end: start + length })
  }
  return null
}

/** A note on the author stands in one of the last blocks that have text: no more than so many. */
const NOTES = 3

/** "Ana Roe is a nurse in Marrow.", "Ana Roe, a nurse, writes about health." */
const NOTE =
  /^\p{Lu}[\p{L}'’-]{0,40}\.?(?: \p{Lu}[\p{L}'’-]{0,40}\.?){1,3}(?=(?:, [^.]{0,80},)? (?:is|was|has been|writes|teaches|covers|reports|serves|works|lives) )/u

/**
 * Who wrote the page: the one whom its byline names, or whom a note at the end of the article tells of ("Ana Roe is a nurse
 * in Marrow."). Null where there is none, or several.
 */
export function authorOf(d: Discourse): Entity | null {
  const { blocks, text, meta } = d.reading
  const [author] = meta.authors
  if (author && meta.authors.length === 1) {
    const byline = blocks.find(({ start, end, role }) => role === 'byline' && text.slice(start, end).includes(author))
    const start = byline ? text.indexOf(author, byline.start) : -1
    return start < 0 ? null : personAt(d, { start, end: start + author.length })
  }
  if (meta.authors.length > 1) return null
  const last = blocks.filter(({ role }) => role === 'paragraph' || role === 'author-note').slice(-NOTES)
  for (const { start, end } of last.reverse()) {
    const note = NOTE.exec(text.slice(start, Math.min(end, start + 300)))
    if (note) return personAt(d, { start, end: start + note[0].length })
  }
  return null
}

function personAt(d: Discourse, named: Span): Entity {
  const low = d.reading.text.slice(named.start, named.end).toLowerCase().split(' ')
  const known = d.directory.look(low)
  if (known.length === 1 && known[0]) return known[0]
  const key = `author ${named.start}`
  const entity = d.described.get(key) ?? newEntity({ kind: 'person', named, words: low, isNamed: true })
  d.described.set(key, entity)
  return entity
}
