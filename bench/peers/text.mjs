/** The words of an extractor's HTML, a line for each block, so that the last word of one never runs into the next. */
import { parseHTML } from 'linkedom'

const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(['script', 'style', 'noscript', 'template'])

export function textOf(html) {
  const parts = []
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(child.data)
      if (child.nodeType !== 1) continue
      const name = child.localName
      if (SILENT.has(name)) continue
      const isBlock = BLOCKS.has(name)
      if (isBlock) parts.push('\n')
      walk(child)
      if (isBlock) parts.push('\n')
    }
  }
  walk(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body)
  return parts.join('')
}
