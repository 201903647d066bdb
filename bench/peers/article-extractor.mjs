/** @extractus/article-extractor, given the page's HTML: it fetches nothing. */
import { extractFromHtml } from '@extractus/article-extractor'
import { serve } from './serve.mjs'
import { textOf } from './text.mjs'

await serve(
  async ({ html, url }) => (await extractFromHtml(html, url))?.content ?? '',
  (content) => ({ text: textOf(content) }),
)
