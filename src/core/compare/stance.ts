import type { Said } from './said.js'

/** How a statement can answer another. */
export type ResponseKind = 'denies' | 'confirms' | 'supports' | 'disputes'

/** Which way a statement stands to what it may answer, and the word that says so. */
export interface Stance {
  readonly kind: ResponseKind
  /** The words that it rests on, as they are folded, or the act. */
  readonly by: string
  /** Whether the words that carry the statement say so, and not only its own. */
  readonly isSaid: boolean
  /** Whether it is no more than a "no" in its words, which may say no to anything. */
  readonly isPlain: boolean
}

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu')

/** Words with which a claim is called untrue. The list is ours, from reading denials in news. */
const DENYING = words(
  'not true|untrue|false|falsehoods?|baseless|unfounded|groundless|fabricat(?:ed|ion|ions)|lies?|lying|liars?|no truth|never happened|did not happen|nonsense|without (?:any )?(?:basis|foundation|merit)|has no basis|have no basis|hoax|inventions?|invented|made[- ]up|slander|defamatory|defamation|no evidence|not the case|nothing of the (?:kind|sort)|fiction|imaginary|absurd',
)
/** Words with which it is called wrong, partial or doubtful, and not plainly untrue. */
const DISPUTING = words(
  'misleading|misled|biased|one-sided|flawed|inaccura(?:te|cy|cies)|exaggerat(?:ed|ion|es)|out of context|politically motivated|interference|distort(?:ed|ion|s)|disagree[ds]?|unfair(?:ly)?|selective|incomplete|unreliable|not credible|overstat(?:ed|es)|misrepresent(?:ed|s|ation)|wrong|mistaken|premature|questioned|cast doubt|doubted|cherry-picked|sensational(?:ised|ized)?|unproven|unverified|speculative|propaganda|insult|smear(?:s|ed)?|stunt|scaremongering|witch[- ]hunt|hysteria|naive|simplistic|far from (?:the truth|certain)|fantasy',
)
/** Words with which it is called right. */
const CONFIRMING = words(
  'is true|are true|was true|is correct|was correct|are correct|is accurate|was accurate|are accurate|confirm(?:s|ed)?|acknowledge[ds]?|admit(?:s|ted)?|conced(?:es|ed)|bears? (?:this|that|it) out|matches|consistent with|match(?:es|ed)? (?:our|its|their)|authentic|genuine',
)
/** Words with which it is approved of. */
const SUPPORTING = words(
  'welcome[ds]?|support(?:s|ed)?|back(?:s|ed)|endorse[ds]?|agree[ds]?|credible|echo(?:es|ed)|stands? by|stood by|applaud(?:s|ed)?|prais(?:es|ed)|commend(?:s|ed)?|vindicat(?:es|ed)|important step|(?:is|are|was|were) (?:absolutely |quite |entirely )?right|long overdue|share[ds]? (?:the|its|their|her|his) concerns?|right to',
)
/** Cues that turn what they carry away. */
const REJECTING = words(
  'reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|deni(?:es|ed)|deny(?:ing)?|refut(?:es|ed|ing)|rebut(?:s|ted)?|rubbish(?:es|ed)|brush(?:es|ed) aside|hit back|disputed?|contradict(?:s|ed)?|contest(?:s|ed)?',
)

/** Cues that put what is claimed in doubt. */
const DOUBTING = words(
  'question(?:s|ed|ing)|cast doubt|cast doubts|challeng(?:es|ed|ing)|doubt(?:s|ed)|took issue|takes issue',
)
const BELIEVING = words('believe[ds]?|trust(?:s|ed)?')
const NO = words("no|not|never|nobody|none|nothing|neither|nor|\\p{L}+n[\u2019']t")

/** What is no answer in the matter. */
const DECLINING = words(
  'no comment|declin(?:es|ed) to|refus(?:es|ed) to (?:comment|say|answer)|did not (?:respond|reply|answer)|could not be reached|not immediately (?:available|respond)',
)

/** Which way a statement stands to something said before; null: it does not say. */
export function stanceOf({ act, content, cue, negated }: Said): Stance | null {
  const text = content.join(' ')
  const carried = cue ?? ''
  if (DECLINING.test(carried) || DECLINING.test(text) || act === 'decline') return null
  const said = (kind: ResponseKind, by: string): Stance => ({ kind, by, isSaid: true, isPlain: false })
  const doubting = DOUBTING.exec(carried)
  if (doubting && !negated) return said('disputes', doubting[0].toLowerCase())
  if (act === 'ask') return null
  const own = (kind: ResponseKind, pattern: RegExp): Stance | null => {
    const found = pattern.exec(text)
    return found && { kind, by: found[0].toLowerCase(), isSaid: false, isPlain: false }
  }
  if (act === 'deny' && !negated) return said('denies', cue ?? 'deny')
  const rejecting = REJECTING.exec(carried)
  if (rejecting && !negated)
    return said(/disput|contest|contradict/i.test(rejecting[0]) ? 'disputes' : 'denies', rejecting[0].toLowerCase())
  if (act === 'dispute') return own('denies', DENYING) ?? said('disputes', cue ?? 'dispute')
  if (act === 'confirm' || act === 'admit') return said('confirms', cue ?? act)
  if (act === 'agree') return said('supports', cue ?? 'agree')
  const denies = own('denies', DENYING)
  if (denies) return denies
  const disputes = own('disputes', DISPUTING)
  if (disputes) return disputes
  if (act === 'praise') return said('supports', cue ?? 'praise')
  const confirms = own('confirms', CONFIRMING)
  if (confirms) return confirms
  const supports = own('supports', SUPPORTING)
  if (supports) return supports
  if (act === 'criticise') return said('disputes', cue ?? 'criticise')
  if (act === 'believe' && BELIEVING.test(carried))
    return { kind: 'supports', by: carried.toLowerCase(), isSaid: true, isPlain: false }
  // "No family was removed", "he had never set foot in the clinic": a plain no, and what it says no to is told elsewhere.
  const plain = NO.exec(text)
  return plain && { kind: 'denies', by: plain[0].toLowerCase(), isSaid: false, isPlain: true }
}
