import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { isVerb, POS } from '../../parts-of-speech.js'
import { phraseAt } from '../../rules/surroundings.js'
import { beginsContent, type Construct, endOf, found, isDone, run, subjectOf } from '../construct.js'
import { ADDRESSED, ADDRESSEES, CLAUSAL_MIND, NAMING, SAYING_VERBS } from '../words.js'

const TO = hashOf('to')
const THAT = hashOf('that')
const WITH = hashOf('with')
const AS = hashOf('as')
const ABOUT = new Set(['about', 'of'].map(hashOf))

/** An addressee with what hangs on it is no longer than this, in tokens. */
const LONGEST = 12

/**
 * a bishop advised him to keep silent   they told us the well was clean   his landlord had sworn never to raise the rent
 * a soldier whispered to him, “Run.”     the guards kept shouting that they were animals
 * a priest had bragged about fixing it   her editor referred to the refugees as “cargo”
 */
export const says: Construct = {
  name: 'says',
  look(a, site) {
    const { head, first } = site
    const word = a.word[head] as number
    if (!(SAYING_VERBS.has(word) || CLAUSAL_MIND.has(word)) || !isDone(a, first, head)) return null
    const who = subjectOf(a, first)
    if (!who) return null
    const limit = a.sentenceEnd[head] as number
    const at = NAMING.has(word) && hasAs(a, head + 1, limit) ? afterTo(a, head) : contentAfter(a, head, limit)
    if (at < 0 || at >= limit || (a.pos[at] === POS.TO && !SAYING_VERBS.has(word))) return null
    const why = 'a verb of saying, whom it is said to, and what is said'
    return found([first, head + 1], [who.first, who.end], [run(at, endOf(a, at, limit))], why)
  },
}

// Where what is said begins behind a verb, past whom it is said to; -1: nothing is said there.
function contentAfter(a: Analysis, head: number, limit: number): number {
  const word = a.word[head] as number
  const next = a.word[head + 1] as number
  const after = (at: number) =>
    (a.pos[at] === POS.COMMA || a.pos[at] === POS.COLON) && a.pos[at + 1] === POS.MARK ? at + 1 : at
  const plain = after(head + 1)
  if (plain < limit && beginsContent(a, plain, true)) return plain
  if (ABOUT.has(next) && a.pos[head + 2] === POS.GERUND) return head + 2
  const isTo = next === TO || next === WITH
  const from = isTo ? head + 2 : head + 1
  if (ADDRESSEES.has(a.word[from] as number)) {
    const at = after(from + 1)
    if (at < limit && beginsContent(a, at, isTo || ADDRESSED.has(word))) return at
  }
  const whom = phraseAt(a, from)
  if (!whom || whom.end >= limit || !(isTo || ADDRESSED.has(word))) return -1
  // "told members of the panel that": whom it is said to, with what hangs on it.
  let end = whom.end
  for (let i = end; i < Math.min(limit, whom.end + LONGEST); i++) {
    if (a.word[i] === THAT) end = i
    if (isVerb(a.pos[i] as number) || a.pos[i] === POS.COMMA || a.pos[i] === POS.MARK) break
  }
  const at = after(end)
  return at < limit && beginsContent(a, at, true) ? at : -1
}

const afterTo = (a: Analysis, head: number): number => (a.word[head + 1] === TO ? head + 2 : head + 1)

function hasAs(a: Analysis, from: number, limit: number): boolean {
  for (let i = from + 1; i < Math.min(limit - 1, from + LONGEST); i++) {
    if (a.word[i] === AS) return true
    if (isVerb(a.pos[i] as number) || a.pos[i] === POS.COMMA) return false
  }
  return false
}
