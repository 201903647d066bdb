import { newEntity } from '../entities.js'
import { isBodyNoun, KNOWN_BODIES } from '../lexicon/bodies.js'
import { isGovernment } from '../lexicon/governments.js'
import { isPaperNoun } from '../lexicon/papers.js'
import { isPersonNoun } from '../lexicon/people.js'
import { SOMEBODY } from '../lexicon/pronouns.js'
import { isTitle } from '../lexicon/titles.js'
import { type Construct, wordsSpan } from './construct.js'

/** A mention whose words say nothing more is known by them: a label “Q”, “Someone”, a headline's “Mayor”. */
export const wordsThemselves: Construct = {
  name: 'words-themselves',
  settle(look, d) {
    let first = 0
    while (first < look.low.length - 1 && (isTitle(look.low[first] as string) || LEADS.has(look.low[first] as string)))
      first++
    let end = first + 1
    while (end < look.low.length && /^\p{Lu}/u.test(d.reading.text.charAt(look.starts[end] as number))) end++
    const words = look.low.slice(first, end)
    const last = words.at(-1) ?? ''
    const span = wordsSpan(look, first, end)
    const known = d.directory.look(words)
    const isSomebody = SOMEBODY.has(words[0] ?? '')
    // Each "someone" is another.
    const key = isSomebody ? `words at ${span.start}` : `words ${words.join(' ')}`
    const entity =
      (known.length === 1 ? known[0] : undefined) ??
      d.described.get(key) ??
      newEntity({
        kind:
          isSomebody || isPersonNoun(last)
            ? 'unnamed'
            : isGovernment(words.join(' '))
              ? 'government'
              : isPaperNoun(last)
                ? 'document'
                : isBodyNoun(last) || KNOWN_BODIES.has(last)
                  ? 'organisation'
                  : words.length > 1 &&
                      words.length < 4 &&
                      /^\p{Lu}/u.test(d.reading.text.slice(span.start, span.start + 2))
                    ? 'person'
                    : 'unknown',
        named: span,
        words,
        isNamed: false,
        plural: MANY.has(words[0] ?? ''),
      })
    d.described.set(key, entity)
    const text = d.reading.text.slice(span.start, Math.min(span.end, span.start + 80))
    return {
      entity,
      span,
      form: look.low.length === 1 ? 'label' : 'description',
      why: `known by the words “${text}” alone`,
    }
  },
}
const MANY = new Set('everyone everybody many some others several few most all other those'.split(' '))
const LEADS = new Set(['the', 'a', 'an', '"', '“', "'", '‘', 'even', 'only'])
