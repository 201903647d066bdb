import { visible } from '../exports/visible.js'
import { OnrecordError } from '../model/index.js'
import { NAME_SUFFIXES } from '../speakers/lexicon/titles.js'
import { PARTICLES } from './lexicon.js'
import { piecesOf } from './tokens.js'

/** A person as a list gives them. */
export interface Listed {
  /** The name in full. */
  readonly name: string
  /** What else the person is called, each matched as a whole and, where it is a name of several words, by its parts. */
  readonly variants: readonly string[]
  /** What is to stand for the name; null: whatever comes next. */
  readonly pseudonym: string | null
}

/** A list may have no more people than this. */
const MOST = 100_000

/**
 * A list of people, one a line: `Name | variant | variant = Pseudonym`. Variants and pseudonym may be left out; what
 * follows a `#` is a comment; blank lines do not count. A comma is for a name turned round: `Last, First`.
 *
 * @param source what the list is called, for messages
 * @throws OnrecordError `usage` with the number of the line
 */
export function parsePeople(text: string, source: string): Listed[] {
  const people: Listed[] = []
  const seen = new Map<string, number>()
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .forEach((line, i) => {
      const wrong = (what: string): never => {
        throw new OnrecordError(
          'usage',
          `Line ${i + 1} of ${source} ${what}. Write: Name | another name = Pseudonym; the last two may be left out.`,
        )
      }
      const comment = line.search(/(?:^|\s)#/)
      const content = (comment < 0 ? line : line.slice(0, comment)).trim()
      if (content === '') return
      const [names, pseudonym, ...more] = content.split('=').map((part) => part.trim()) as [
        string,
        string?,
        ...string[],
      ]
      if (more.length > 0) wrong('has more than one "="')
      if (pseudonym === '') wrong('has no pseudonym after "="')
      const [name, ...variants] = names.split('|').map((part) => part.trim()) as [string, ...string[]]
      if (!hasLetters(name)) wrong('has no name')
      const short = [name, ...variants].find((each) => [...keyOf(each).replaceAll(' ', '')].length < 2)
      if (short !== undefined) wrong(`has "${visible(short)}", of fewer than two letters, which stands in every text`)
      const before = seen.get(keyOf(name))
      if (before !== undefined) wrong(`names "${visible(name)}" again, after line ${before}`)
      for (const each of [name, ...variants]) {
        const fault = faultOf(each)
        if (fault !== null) wrong(fault)
      }
      seen.set(keyOf(name), i + 1)
      people.push({ name, variants, pseudonym: pseudonym ?? null })
    })
  if (people.length > MOST)
    throw new OnrecordError('usage', `${source} lists ${people.length} people; ${MOST} is the most. Split it.`)
  return people
}

/** What tells that words of a list are no name, but several, or a name with something beside it; null: nothing. */
export function faultOf(name: string): string | null {
  if (/[;\t]/.test(name)) return `has "${visible(name)}", which is more than one name. Write each on a line of its own`
  if (/[()[\]{}]/.test(name))
    return `has "${visible(name)}": what stands in brackets would be taken for a name. Put it after " #"`
  const [last, first, ...more] = name.split(/[,，、]/u).map((part) => part.trim()) as [string, ...string[]]
  if (first === undefined || (more.length === 0 && NAME_SUFFIXES.has(first.toLowerCase()))) return null
  const words = last.split(/\s+/u)
  const isSurname = words.length === 1 || PARTICLES.has((words[0] as string).toLowerCase())
  // In "Kovač, nurse" what follows is no name.
  const isName = first !== '' && (!/^\p{Ll}/u.test(first) || /^\p{Ll}/u.test(last))
  return more.length === 0 && isSurname && isName
    ? null
    : `has "${visible(name)}", where the comma does not turn one name round, as in "Kovač, Ana". Write each name on a line of its own, and the first name first`
}

/** The list as text that `parsePeople` takes in. */
export function peopleText(people: readonly Listed[]): string {
  return people
    .map(
      ({ name, variants, pseudonym }) =>
        `${[name, ...variants].join(' | ')}${pseudonym === null ? '' : ` = ${pseudonym}`}\n`,
    )
    .join('')
}

const hasLetters = (name: string): boolean => piecesOf(name).length > 0

/** The folded words of a name, with a space between each: what makes two names the same. */
export function keyOf(name: string): string {
  return piecesOf(name)
    .map(({ key }) => key)
    .join(' ')
}
