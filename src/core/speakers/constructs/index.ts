import type { Construct } from './construct.js'
import { description } from './description.js'
import { firstPerson } from './first-person.js'
import { bothOf, joint } from './joint.js'
import { label } from './label.js'
import { named } from './named.js'
import { nobody } from './nobody.js'
import { ownWords } from './own-words.js'
import { pronoun } from './pronoun.js'
import { relative } from './relative.js'
import { wordsThemselves } from './words-themselves.js'

/**
 * In order; the first that takes a mention settles it. A transcript's label comes before all: “I:” is one. What is told by one word comes first; whose words they are, before
 * the noun for them ("the mayor's answer"); two together, before the first of them; a name, before what describes it; and
 * last, words of which nothing is known.
 */
export const CONSTRUCTS: readonly Construct[] = [
  label,
  nobody,
  firstPerson,
  relative,
  ownWords,
  bothOf,
  pronoun,
  joint,
  named,
  description,
  wordsThemselves,
]
