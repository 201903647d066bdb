import { POS } from '../../statements/parts-of-speech.js'
import { entityOf, within } from '../discourse.js'
import { isUtterance } from '../lexicon/papers.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import { chosen } from './chosen.js'
import { type Construct, shown, wordsSpan } from './construct.js'

/** *His words* were plain · *The mayor's* answer was that it is safe: whose words they are. */
export const ownWords: Construct = {
  name: 'own-words',
  settle(look, d) {
    const { low, pos } = look
    const pronoun = PRONOUNS.get(low[0] ?? '')
    if (pronoun?.person === 3 && pronoun.isOwner) {
      if (low.length > 1 && !saysSomething(look.low, look.pos, 1)) return null
      const span = wordsSpan(look, 0, 1)
      return chosen(d, wantedBy(look, pronoun), span, 'pronoun')
    }
    const genitive = genitiveAt(low, pos)
    if (genitive < 1 || (genitive < low.length - 1 && !saysSomething(low, pos, genitive + 1))) return null
    const owner = within(d, { start: look.span.start, end: look.starts[genitive] as number }).findLast(
      ({ coreEnd }) => coreEnd === look.starts[genitive],
    )
    const entity = owner && entityOf(d, owner)
    if (!owner || !entity) return null
    const form = owner.isName ? 'part-of-name' : 'description'
    return {
      entity,
      span: { start: owner.start, end: owner.end },
      form,
      why: `the words are those of “${shown(d, entity)}”`,
    }
  },
}

/** What a pronoun asks for, at a mention. */
export const wantedBy = (
  look: { readonly span: { readonly start: number }; readonly sentence: number; readonly block: number },
  pronoun: { readonly plural: boolean; readonly gender: 'm' | 'f' | null; readonly isThing: boolean },
) => ({
  plural: pronoun.plural,
  gender: pronoun.gender,
  isThing: pronoun.isThing,
  at: look.span.start,
  sentence: look.sentence,
  block: look.block,
})

function genitiveAt(low: readonly string[], pos: readonly number[]): number {
  for (let i = 1; i < pos.length; i++) {
    if (pos[i] === POS.GENITIVE || low[i] === "'s" || (low[i] === "'" && i === pos.length - 1)) return i
    if (pos[i] === POS.COMMA || pos[i] === POS.PREPOSITION) return -1
  }
  return -1
}

// Whether the words from `first` on are a noun for what somebody says, with no more than what describes it.
function saysSomething(low: readonly string[], pos: readonly number[], first: number): boolean {
  let at = first
  while (
    at < low.length &&
    (pos[at] === POS.ADJECTIVE ||
      pos[at] === POS.PARTICIPLE ||
      pos[at] === POS.NUMBER ||
      pos[at] === POS.NOUN ||
      pos[at] === POS.NAME)
  ) {
    const next = pos[at + 1]
    if (isUtterance(low[at] ?? '') && next !== POS.NOUN) return true
    at++
  }
  return at === low.length && low[at - 1] === 'own'
}
