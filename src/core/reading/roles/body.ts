import { WITHIN } from '../ancestry.js'
import type { RoleRule } from './rule.js'

/** What the classifier holds for article body, by its markup or, in plain text, by how it lies on the page. */
export const body: RoleRule = {
  name: 'body',
  look(c) {
    if (!c.isBody) return null
    if (/^h[1-6]$/.test(c.tag)) return { role: 'heading', why: `<${c.tag}> in the article` }
    if (c.tag === 'pre') return { role: 'preformatted', why: '<pre> in the article' }
    if ((c.within & WITHIN.blockquote) !== 0) return { role: 'quotation', why: 'inside <blockquote>' }
    if (c.inLayout && c.tag !== 'li') {
      const isHeading = c.words <= 10 && !c.endsSentence && c.element !== null && BOLD.has(c.element.name)
      return isHeading
        ? { role: 'heading', why: 'a short bold line, in a table that lays out the page' }
        : { role: 'paragraph', why: 'article text, in a table that lays out the page' }
    }
    if ((c.within & WITHIN.table) !== 0) return { role: 'table', why: 'a cell of a table in the article' }
    if (c.tag === 'li' || c.tag === 'dd' || c.tag === 'dt')
      return { role: 'list-item', why: `<${c.tag}> in the article` }
    if ((c.within & WITHIN.item) !== 0 && c.tag !== 'p') return { role: 'list-item', why: 'inside <li> in the article' }
    if (c.tag === '') {
      if (c.unit.layout?.bullet) return { role: 'list-item', why: 'begins with a bullet' }
      if (c.words <= 10 && !c.endsSentence && !/[:;,"”’']$/.test(c.text) && (c.unit.layout?.lines ?? 1) === 1) {
        return { role: 'heading', why: 'a short line without a full stop' }
      }
    }
    return { role: 'paragraph', why: 'article text' }
  },
}

const BOLD: ReadonlySet<string> = new Set(['b', 'strong'])
