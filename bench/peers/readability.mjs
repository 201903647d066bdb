/** Readability.js on linkedom or on jsdom: `node readability.mjs linkedom|jsdom`. */
import { Readability } from '@mozilla/readability'
import { serve } from './serve.mjs'
import { textOf } from './text.mjs'

const documentOf = {
  linkedom: async () => {
    const { parseHTML } = await import('linkedom')
    return ({ html }) => ({ document: parseHTML(html).document, close: () => {} })
  },
  jsdom: async () => {
    const { JSDOM, VirtualConsole } = await import('jsdom')
    return ({ html, url }) => {
      const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
      return { document: window.document, close: () => window.close() }
    }
  },
}

const open = await documentOf[process.argv[2]]()
await serve(
  (page) => {
    const { document, close } = open(page)
    const content = new Readability(document).parse()?.content ?? ''
    close()
    return content
  },
  (content) => ({ text: textOf(content) }),
)
