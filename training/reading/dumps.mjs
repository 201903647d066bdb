// Plain-text dumps of an HTML page: its visible text in order, furniture in, tags gone, as people paste it.

const SPACED = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr'.split(' '))

/** Whether a browser's copy puts an empty line, and not only a line end, between two blocks. */
function spaced(before, after) {
  if (!before || !after) return true
  const chain = (e) => {
    const out = []
    for (; e; e = e.parent) out.push(e)
    return out
  }
  const a = chain(before)
  const b = new Set(chain(after))
  for (const e of a) {
    if (b.has(e)) break
    if (SPACED.has(e.name)) return true
  }
  const shared = new Set(a)
  for (const e of b) {
    if (shared.has(e)) break
    if (SPACED.has(e.name)) return true
  }
  return false
}

function wrap(text, width, first, rest) {
  const lines = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest + word
    } else line += (empty ? '' : ' ') + word
    empty = false
  }
  lines.push(line)
  return lines.join('\n')
}

/**
 * A dump of `markup` in one of four styles: `copy` (empty lines where a browser puts them), `lines` (each block a line),
 * `blank` (an empty line between any two blocks), `wrapped` (as lynx -dump does: 72 columns, indent 3, bullets, CRLF).
 * Returns {text, places}: where each raw block of the page went, so that labels carry over.
 */
export function dumpOf(markup, style) {
  let text = ''
  const places = []
  const eol = style === 'wrapped' ? '\r\n' : '\n'
  let previous = null
  for (const b of markup.blocks) {
    let body = markup.text.slice(b.start, b.end)
    const item = b.element.name === 'li'
    if (style === 'wrapped') {
      body = body
        .split('\n')
        .map((l) => wrap(l, 72, item ? '     * ' : '   ', item ? '       ' : '   '))
        .join('\n')
        .replaceAll('\n', eol)
    }
    if (previous !== null) {
      const gap = style === 'blank' || (style !== 'lines' && spaced(previous.element, b.element))
      text += gap ? eol + eol : eol
    }
    places.push([text.length, text.length + body.length])
    text += body
    previous = b
  }
  return { text, places }
}

export const STYLES = ['copy', 'lines', 'blank', 'wrapped']
