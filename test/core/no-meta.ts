import type { Meta } from '../../src/core/model/index.js'

/** What a page says of itself that says nothing. */
export const NO_META: Meta = {
  title: null,
  standfirst: null,
  authors: [],
  publisher: null,
  agency: null,
  published: null,
  modified: null,
  language: null,
  canonicalUrl: null,
  section: null,
  form: 'article',
  sources: {},
}
