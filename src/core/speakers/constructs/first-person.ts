import { authorAfter, authorOf } from '../authors.js'
import { containing } from '../discourse.js'
import { isBodyNoun } from '../lexicon/bodies.js'
import { isPersonNoun, KIN } from '../lexicon/people.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import { type Construct, type Settled, shown, wordsSpan } from './construct.js'

/** “*I* believe that it is safe,” Roe said: who speaks the quotation. Outside one, “I” is who wrote the page. */
export const firstPerson: Construct = {
  name: 'first-person',
  settle(look, d) {
    const [word, noun] = look.low
    const pronoun = PRONOUNS.get(word ?? '')
    if (pronoun?.person !== 1) return null
    // "My wife", "our lawyers" are others.
    const last = look.low.at(-1) ?? ''
    if (pronoun.isOwner && noun !== undefined && (KIN.has(last) || isPersonNoun(last) || isBodyNoun(last))) return null
    const span = wordsSpan(look, 0, 1)
    const settled = (entity: Settled['entity'], why: string): Settled => ({ entity, span, form: 'pronoun', why })
    const outer = containing(d.content, look.span.start, look.statement)
    if (outer >= 0) {
      const entity = d.speakers[outer]
      if (entity === undefined) return 'later'
      if (entity === null) return settled(null, `“${word}” in words whose own speaker is not settled`)
      return settled(entity, `“${word}” in the words of “${shown(d, entity)}”`)
    }
    if (look.isQuoted) {
      const turn = d.turns.findLast(({ block }) => block <= look.block)
      if (turn?.block === look.block && turn.entity)
        return settled(turn.entity, `“${word}” in a quotation beside the words of “${shown(d, turn.entity)}”`)
      return settled(null, `“${word}” in a quotation that nobody is said to have said`)
    }
    if (pronoun.plural) return settled(null, `“${word}” outside quotations: the page itself, or people at large`)
    const author = authorAfter(d, look.block)
    if (author) return settled(author, `“${word}” outside quotations: who signs, “${shown(d, author)}”`)
    const writer = authorOf(d)
    return writer
      ? settled(writer, `“${word}” outside quotations: who wrote the page, “${shown(d, writer)}”`)
      : settled(null, `“${word}” outside quotations: who wrote the page, who is not named in its text`)
  },
}
