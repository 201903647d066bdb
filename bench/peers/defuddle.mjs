/** Defuddle, as its Node entry runs it, on linkedom's document. It would ask third parties for some sites: not here. */
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { serve } from './serve.mjs'
import { textOf } from './text.mjs'

await serve(
  async ({ html, url }) => (await Defuddle(parseHTML(html).document, url, { useAsync: false })).content,
  (content) => ({ text: textOf(content ?? '') }),
)
