import { OnrecordError } from '../model/index.js'
import type { Key } from './key.js'
import { keyOf, type Listed } from './people.js'
import { newPerson, type Person } from './person.js'

/** The people of a key, of the list and of the public list, each once. @throws OnrecordError `usage` where these contradict each other */
export function peopleGiven(lists: {
  readonly key?: Key
  readonly listed: readonly Listed[]
  readonly stay?: readonly Listed[]
}): Person[] {
  const people = new Map<string, Person>()
  const put = ({ name, variants, pseudonym }: Listed, because: Person['because']) => {
    const known = people.get(keyOf(name))
    if (!known) {
      people.set(keyOf(name), newPerson([name, ...variants], because, pseudonym))
      return
    }
    if ((known.because === 'stay') !== (because === 'stay'))
      throw new OnrecordError(
        'usage',
        `"${name}" is both to be replaced and to stay. Take the name out of one of the lists, or out of the key.`,
      )
    if (pseudonym !== null && known.pseudonym !== null && known.pseudonym !== pseudonym)
      throw new OnrecordError(
        'usage',
        `"${name}" is "${known.pseudonym}" in the key and "${pseudonym}" in the list. Let both say the same.`,
      )
    known.pseudonym ??= pseudonym
    for (const each of variants) if (!known.names.includes(each)) known.names.push(each)
  }
  for (const person of lists.key ?? []) put(person, 'key')
  for (const person of lists.listed) put(person, 'listed')
  for (const person of lists.stay ?? []) put(person, 'stay')
  expectApart(people.values())
  return [...people.values()]
}

function expectApart(people: Iterable<Person>): void {
  const pseudonyms = new Map<string, string>()
  for (const { pseudonym, names } of people) {
    if (pseudonym === null) continue
    const other = pseudonyms.get(keyOf(pseudonym))
    if (other !== undefined)
      throw new OnrecordError(
        'usage',
        `"${pseudonym}" stands for both "${other}" and "${names[0]}". Give each their own.`,
      )
    pseudonyms.set(keyOf(pseudonym), names[0] as string)
  }
}
