import type { PageRecord } from '../exports/record.js'
import { OnrecordError } from '../model/index.js'
import type { Listed } from './people.js'
import type { Replacement } from './replacement.js'
import { rewrite } from './rewrite.js'

/** What a key says of itself: the version of its form. */
export const KEY_SCHEMA = 'onrecord/key/1'

/** Whom each pseudonym stands for. Whoever has it can undo what was done to protect the people in it. */
export type Key = readonly (Listed & { readonly pseudonym: string })[]

/** The key as JSON, one person a line, in the order in which they were met. */
export function keyText(key: Key): string {
  const people = key.map(
    ({ pseudonym, name, variants }) => `    ${JSON.stringify({ pseudonym, name, also: variants })}`,
  )
  return `{\n  "key": ${JSON.stringify(KEY_SCHEMA)},\n  "people": [\n${people.join(',\n')}\n  ]\n}\n`
}

/**
 * The key that `keyText` wrote.
 *
 * @param source what it is called, for messages
 * @throws OnrecordError `usage` where it is no key, or one pseudonym stands for two people
 */
export function parseKey(text: string, source: string): Key {
  const refuse = (what: string): never => {
    throw new OnrecordError(
      'usage',
      `${source} is no key of Onrecord: ${what}. Name another file; it was left as it is.`,
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('it is not JSON')
  }
  const { key, people } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (key !== KEY_SCHEMA) return refuse(`it does not say "key": "${KEY_SCHEMA}"`)
  if (!Array.isArray(people)) return refuse('it has no list of people')
  const taken = new Set<string>()
  return people.map((person: unknown, i) => {
    const { pseudonym, name, also } = (person ?? {}) as Record<string, unknown>
    const isText = (each: unknown): each is string => typeof each === 'string' && each.trim() !== ''
    if (!isText(pseudonym) || !isText(name) || !Array.isArray(also) || !also.every(isText))
      return refuse(`person ${i + 1} has no pseudonym, no name or no list of other names`)
    if (taken.has(pseudonym)) return refuse(`"${pseudonym}" stands for two people`)
    taken.add(pseudonym)
    return { name, variants: also, pseudonym }
  })
}

/** Finds pseudonyms where they stand as whole words, the longest that fits. */
export function placesOf(pseudonyms: readonly string[]): RegExp {
  const all = [...pseudonyms]
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

/**
 * A redacted record with each pseudonym replaced by the name it stands for, in full wherever it stands: how a place wrote
 * the name is not in the key. What was withheld stays so.
 */
export function restoreNames(record: PageRecord, key: Key): PageRecord {
  const names = new Map(key.map(({ pseudonym, name }) => [pseudonym, name]))
  const places = names.size === 0 ? null : placesOf([...names.keys()])
  const named = (words: string): string => names.get(words) ?? words
  const string = (value: string) => (places === null ? value : value.replace(places, named))
  const replacements: Replacement[] =
    places === null
      ? []
      : [...record.reading.text.matchAll(places)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          words: named(match[0]),
        }))
  return rewrite(record, {
    replacements,
    string,
    why: string,
    address: string,
    author: string,
    keepsIds: record.redaction?.ids === 'kept',
    roundsScores: false,
    redaction: record.redaction ?? null,
    mark: '',
  })
}
