import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { type Draft, type Mend, run } from '../draft.js'

const set = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashOf))

const BE = set('am is are was were be been being')
/** What can stand between "was" and "told". */
const BETWEEN = set('not never also then later already')
/** Verbs whose passive has whom it was said to for its subject. */
const TOLD = set('told asked warned informed assured advised reminded urged')
const BY = hashOf('by')

/**
 * The jury was told that Mr Barr had sent an email.   Passengers have been warned by the line that it is shut.
 * ^^^^^^^^                                            ^^^^^^^^^^                     ^^^^^^^^
 *
 * Whoever was told is no speaker: the mention is whom “by” names behind the verb, else nobody.
 */
export const listener: Mend = {
  name: 'listener',
  mend: (a, drafts) => drafts.map((draft) => withoutListener(a, draft)),
}

function withoutListener(a: Analysis, draft: Draft): Draft {
  const { mention, anchor } = draft
  const { cue } = anchor
  if (!mention || !cue || mention.end > cue[0]) return draft
  const verb = passiveIn(a, cue)
  if (verb < 0 || mention.end < cue[0] - 1) return draft
  return { ...draft, mention: agentAt(a, verb + 1, draft) }
}

// The verb of telling of a cue that says that somebody was told; -1: none. "Was" may have been left out of the cue.
function passiveIn(a: Analysis, [first, end]: readonly [number, number]): number {
  for (let i = first; i < end; i++) {
    if (!TOLD.has(a.word[i] as number)) continue
    let be = i - 1
    while (be >= first && (BETWEEN.has(a.word[be] as number) || a.pos[be] === POS.ADVERB)) be--
    return be >= first - 1 && be >= (a.sentenceStart[i] as number) && BE.has(a.word[be] as number) ? i : -1
  }
  return -1
}

// Whom "by" names right behind the verb, as far as what is said does not begin there.
function agentAt(a: Analysis, at: number, { content }: Draft) {
  if (a.word[at] !== BY) return null
  const phrase = a.phrases[a.phraseFrom[at + 1] ?? a.phrases.length]
  if (!phrase || phrase.first !== at + 1) return null
  return content.some((part) => part.first < phrase.end && at < part.end) ? null : run(phrase.first, phrase.end)
}
