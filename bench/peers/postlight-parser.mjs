/** @postlight/parser, given the page's HTML and told not to fetch an article's further pages. */
import Parser from '@postlight/parser'
import { serve } from './serve.mjs'
import { textOf } from './text.mjs'

await serve(
  async ({ html, url }) => {
    const found = await Parser.parse(url, { html, fetchAllPages: false, contentType: 'html' })
    if (found.error) throw new Error(found.message ?? 'failed')
    return found.content ?? ''
  },
  (content) => ({ text: textOf(content) }),
)
