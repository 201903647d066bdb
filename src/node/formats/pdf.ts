import { OnrecordError } from '../../core/model/index.js'
import type { Converted } from './converted.js'

/** Version of what is made of the lines below; raise it with every change that makes other text. */
const OWN = 1
/** A page of a PDF with more pieces of text than this is an attack. */
const MOST_PIECES = 200_000
/** Lines farther apart than this many of their own heights begin a paragraph. */
const GAP = 1.6
/** A line that ends this far before the widest of its column, in line heights, ends a paragraph. */
const SHORT = 6

/** A line of a page, in the page's own units; `y` grows upwards. */
interface Line {
  text: string
  readonly x: number
  end: number
  readonly y: number
  readonly height: number
}

/**
 * The text of a PDF, its lines put together to paragraphs: in the order in which the file draws it, which is the order of
 * reading in what word processors and typesetters write, columns too. Words that a line end broke are joined.
 *
 * @throws OnrecordError `page-encrypted`, `page-no-text`, `page-unreadable`
 */
export async function convertPdf(bytes: Uint8Array, name: string): Promise<Converted> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const { version } = await getResolvedPDFJS()
  let text = ''
  let pages = 0
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | null = null
  try {
    // The parser takes the bytes away from whoever gives them.
    document = await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    })
    pages = document.numPages
    const words = new Set<string>()
    const parts: string[][] = []
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      if (items.length > MOST_PIECES)
        throw new OnrecordError(
          'page-too-large',
          `${name}: page ${number} has more than ${MOST_PIECES} pieces of text. Give a part of it.`,
        )
      const lines = linesOf(items as readonly Piece[])
      for (const word of wholeWords(lines)) words.add(word)
      parts.push(paragraphsOf(lines).map((paragraph) => joined(paragraph, words)))
      page.cleanup()
    }
    text = parts.map((paragraphs) => paragraphs.join('\n\n')).join('\n\n')
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    const { name: kind, message } = cause as Error
    if (kind === 'PasswordException')
      throw new OnrecordError(
        'page-encrypted',
        `${name} is a PDF with a password. Save it without one and read that.`,
        { cause },
      )
    throw new OnrecordError('page-unreadable', `${name} is a broken PDF (${message}). Fetch or copy it again.`, {
      cause,
    })
  } finally {
    // Also of a broken one, whose other parts the parser may still be at.
    await document?.destroy().catch(() => {})
  }
  if (!/\S/.test(text)) {
    throw new OnrecordError(
      'page-no-text',
      `${name} is a PDF of ${pages} page${pages === 1 ? '' : 's'} without text: pictures of pages, as a scanner makes them. Run a text recognition over it first (ocrmypdf does that).`,
    )
  }
  return { kind: 'text', text: `${text}\n`, converter: `pdf ${OWN}, pdf.js ${version}` }
}

/** What pdf.js gives for a piece of text, as far as it is used. */
interface Piece {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly height?: number
  readonly hasEOL?: boolean
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  for (const { str = '', transform = [], width = 0, height = 0, hasEOL } of pieces) {
    const [x = 0, y = 0] = [transform[4], transform[5]]
    const size: number = height || Math.abs(transform[3] ?? 0) || (line?.height ?? 10)
    if (str !== '') {
      const isSame: boolean = line !== null && Math.abs(line.y - y) < size * 0.5 && x > line.end - size * 2
      if (line !== null && isSame) {
        // A gap as wide as a space, where the file has drawn none.
        const gap = x - line.end
        line.text += (gap > size * 0.18 && !/\s$/.test(line.text) && !/^\s/.test(str) ? ' ' : '') + str
        line.end = x + width
      } else {
        line = { text: str, x, end: x + width, y, height: size }
        lines.push(line)
      }
    }
    if (hasEOL) line = null
  }
  return lines
    .map((each) => ({ ...each, text: each.text.replace(/[\s\u00a0]+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** The words of lines, in lower case, but for those that a line end may have broken. */
function* wholeWords(lines: readonly Line[]): Generator<string> {
  let isBroken = false
  for (const { text } of lines) {
    const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '')
    const breaks = /\p{L}-$/u.test(text)
    for (const word of words.slice(isBroken ? 1 : 0, breaks ? -1 : undefined)) yield word.toLowerCase()
    isBroken = breaks
  }
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = []
  let open: Line[] = []
  // The paragraph's edges are kept as it grows: to look through its lines for each would take their square.
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && open.length > 0 && begins(line, before, { lines: open.length, left, right })) {
      paragraphs.push(open)
      open = []
      left = Number.POSITIVE_INFINITY
      right = Number.NEGATIVE_INFINITY
    }
    open.push(line)
    left = Math.min(left, line.x)
    right = Math.max(right, line.end)
  })
  if (open.length > 0) paragraphs.push(open)
  return paragraphs
}

/** The paragraph so far. */
interface Open {
  readonly lines: number
  readonly left: number
  readonly right: number
}

function begins(line: Line, before: Line, open: Open): boolean {
  const height = Math.max(line.height, before.height)
  const down = before.y - line.y
  // Another column or another page's head: up again, or far to the side.
  if (down < -height * 0.5 || down > height * GAP) return true
  if (Math.abs(line.height - before.height) > height * 0.15) return true
  if (line.x > open.left + height * 0.8 && open.lines > 1) return true
  const right = Math.max(open.right, line.end)
  return /[.!?:\u201d\u2019"]$/.test(before.text) && before.end < right - height * SHORT
}

/** Longer than this in UTF-16 code units, what a line end broke is no word. */
const WORD = 100

/** A paragraph's lines as one. A word that a line end broke is joined as the document writes it elsewhere. */
function joined(lines: readonly Line[], words: ReadonlySet<string>): string {
  const parts: string[] = []
  // The end of what was joined so far, which may be a word in more than one part.
  let end = ''
  for (const { text: line } of lines) {
    const broken = /(?<!\p{L})(\p{L}+)-$/u.exec(end)?.[1]
    const next = /^\p{Ll}+/u.exec(line)?.[0]
    if (broken !== undefined && next !== undefined) {
      const whole = `${broken}${next}`.toLowerCase()
      const isCompound = words.has(next.toLowerCase()) && words.has(broken.toLowerCase()) && !words.has(whole)
      if (!isCompound) {
        parts.push((parts.pop() as string).slice(0, -1))
        end = end.slice(0, -1)
      }
    } else {
      if (parts.length > 0) parts.push(' ')
      end = ''
    }
    parts.push(line)
    end = `${end}${line}`.slice(-WORD)
  }
  return parts.join('')
}
