import type { PageRecord } from '../exports/record.js'
import { OnrecordError } from '../model/index.js'
import { placesOf } from './key.js'
import type { Person } from './person.js'
import type { Replacement } from './replacement.js'

/** What is put for a page's own label that is somebody's pseudonym. */
export const WITHHELD_LABEL = '[label withheld]'

/**
 * Labels of the pages' own, as "Witness B", that are pseudonyms too: two people would be one, and the key would give the one
 * the other's name.
 */
export class Labels {
  readonly #listed: RegExp | null
  readonly #keyed: RegExp | null

  constructor(people: readonly Person[]) {
    const those = (from: Person['because']) =>
      shapesOf(people.flatMap(({ pseudonym, because }) => (because === from && pseudonym !== null ? [pseudonym] : [])))
    this.#listed = those('listed')
    this.#keyed = those('key')
  }

  /** @throws OnrecordError `usage` where a page has a pseudonym of the list, for which another can be chosen */
  refuse(record: PageRecord): void {
    if (this.#listed === null || record.redaction) return
    const { text, meta } = record.reading
    for (const value of [text, meta.title, meta.standfirst, ...meta.authors]) {
      const label = value?.match(this.#listed)?.[0]
      if (label !== undefined)
        throw new OnrecordError(
          'usage',
          `A page has "${label}" itself, and the list gives it to somebody: the two would be one. Choose another pseudonym.`,
        )
    }
  }

  /** The places of pseudonyms of the key in a text of the record, which must stay as they are given. */
  places(text: string, record: PageRecord): Replacement[] {
    if (this.#keyed === null || record.redaction) return []
    return [...text.matchAll(this.#keyed)].map(({ index, 0: label }) => ({
      start: index,
      end: index + label.length,
      words: WITHHELD_LABEL,
    }))
  }
}

function shapesOf(pseudonyms: readonly string[]): RegExp | null {
  const shapes = new Set(pseudonyms.flatMap((each) => [each, each.toUpperCase()]))
  return shapes.size === 0 ? null : placesOf([...shapes])
}
