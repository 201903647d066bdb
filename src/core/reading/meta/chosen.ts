import type { Meta, MetaSource } from '../../model/index.js'
import type { FormFound } from './form.js'
import type { Mark } from './marks.js'

/** A value chosen for a field, and where it was taken from. */
export interface Chosen<T> {
  readonly value: T
  readonly source: MetaSource
}

/** A value with the place of the mark that gave it. */
export function chosen<T>(value: T, mark: Mark): Chosen<T> {
  return { value, source: { from: mark.from, at: { start: mark.start, end: mark.end } } }
}

/** Values by field; what is left out or null the page does not give. */
export interface ChosenValues {
  readonly title?: Chosen<string> | null
  readonly standfirst?: Chosen<string> | null
  readonly authors?: Chosen<readonly string[]> | null
  readonly publisher?: Chosen<string> | null
  readonly agency?: Chosen<string> | null
  readonly published?: Chosen<string> | null
  readonly modified?: Chosen<string> | null
  readonly language?: Chosen<string> | null
  readonly canonicalUrl?: Chosen<string> | null
  readonly section?: Chosen<string> | null
}

/** The record's metadata: the values, and a source for each of them. */
export function metaOf(values: ChosenValues, { form, source }: FormFound): Meta {
  const sources: { -readonly [K in keyof Meta['sources']]: MetaSource } = {}
  const take = <T>(key: keyof ChosenValues, value: Chosen<T> | null | undefined): T | null => {
    if (!value) return null
    sources[key] = value.source
    return value.value
  }
  if (source) sources.form = source
  return {
    title: take('title', values.title),
    standfirst: take('standfirst', values.standfirst),
    authors: take('authors', values.authors) ?? [],
    publisher: take('publisher', values.publisher),
    agency: take('agency', values.agency),
    published: take('published', values.published),
    modified: take('modified', values.modified),
    language: take('language', values.language),
    canonicalUrl: take('canonicalUrl', values.canonicalUrl),
    section: take('section', values.section),
    form,
    sources,
  }
}
