import { DomUtils, parseDocument } from 'htmlparser2'
import { expect } from 'vitest'
import { type Page, type Reading, ROLES, type Statement, span } from '../../src/core/model/index.js'
import { toPage, toText } from '../../src/core/reading/index.js'

const ROLE_SET: ReadonlySet<string> = new Set(ROLES)
const WHITE = /^\s$/u

/** Whether all of it is white space. */
const isWhite = (text: string) => /^\s*$/u.test(text)

/**
 * DESIGN.md's invariants of a reading, of any page: every visible character is in exactly one block, blocks are in
 * order and trimmed, and every character's origin is where it says.
 */
export function expectInvariants(page: Page, reading: Reading): void {
  const { text, blocks, origin } = reading
  expect(reading.page).toBe(page.id)
  let end = 0
  for (const block of blocks) {
    if (block.start < end || block.end <= block.start || block.end > text.length) {
      expect.fail(`block [${block.start}, ${block.end}) overlaps, is empty or reaches out of the text (${text.length})`)
    }
    if (!isWhite(text.slice(end, block.start))) {
      expect.fail(`in no block: ${JSON.stringify(text.slice(end, block.start).trim())} before ${block.start}`)
    }
    if (WHITE.test(text[block.start] as string) || WHITE.test(text[block.end - 1] as string)) {
      expect.fail(`block ${JSON.stringify(text.slice(block.start, block.end))} has white space at its edge`)
    }
    if (!ROLE_SET.has(block.role)) expect.fail(`there is no role ${block.role}`)
    if (block.why === '') expect.fail('a block without a reason')
    end = block.end
  }
  if (!isWhite(text.slice(end))) expect.fail(`in no block: ${JSON.stringify(text.slice(end).trim())} at the end`)

  if (page.kind !== 'html') {
    if (text !== page.text) expect.fail('a plain-text page is not its own text')
    expect(origin).toBeNull()
    return
  }
  expectOrigin(page, reading)
}

/** Each run of the map stands where it says in both texts, and the page's stretch reads as the run's text does. */
function expectOrigin(page: Page, { text, origin }: Reading): void {
  if (origin === null) throw new Error('an HTML page without an origin map')
  let textAt = 0
  let pageAt = 0
  for (let i = 0; i < origin.text.length; i++) {
    const start = origin.text[i] as number
    const length = origin.textLength[i] as number
    const from = origin.page[i] as number
    const fromLength = origin.pageLength[i] as number
    if (start < textAt || from < pageAt)
      expect.fail(`run ${i} goes back: text ${start} < ${textAt} or page ${from} < ${pageAt}`)
    if (!isWhite(text.slice(textAt, start))) {
      expect.fail(`text without an origin: ${JSON.stringify(text.slice(textAt, start))}`)
    }
    const shown = text.slice(start, start + length)
    const source = page.text.slice(from, from + fromLength)
    if (!readsAs(source, shown)) {
      expect.fail(`run ${i}: ${JSON.stringify(source)} at ${from} of the page is shown as ${JSON.stringify(shown)}`)
    }
    textAt = start + length
    // A reference that stands for two characters is two runs of one place.
    pageAt = length > 0 && fromLength > 0 && isReference(source) ? from : from + fromLength
  }
  if (!isWhite(text.slice(textAt))) expect.fail(`text without an origin: ${JSON.stringify(text.slice(textAt))}`)
}

const isReference = (source: string) => source.startsWith('&')

function readsAs(source: string, shown: string): boolean {
  if (isCopy(source, shown)) return true
  if (isWhite(shown)) return isWhite(source) || /^<\/?br/i.test(source) || isWhite(decoded(source))
  return isReference(source) && decoded(source).includes(shown)
}

/** The same but for the kind of white space. */
function isCopy(source: string, shown: string): boolean {
  if (source.length !== shown.length) return false
  for (let i = 0; i < shown.length; i++) {
    if (source[i] !== shown[i] && !(WHITE.test(source[i] as string) && WHITE.test(shown[i] as string))) return false
  }
  return true
}

function decoded(source: string): string {
  return DomUtils.textContent(parseDocument(source))
}

/** There and back: the page's stretch of a span gives text that takes the span in. */
export function expectRoundTrip(reading: Reading, start: number, end: number): void {
  const there = toPage(reading.origin, start, end)
  const back = toText(reading.origin, there.start, there.end)
  if (back === null || back.start > start || back.end < end) {
    expect.fail(`[${start}, ${end}) -> page [${there.start}, ${there.end}) -> ${JSON.stringify(back)}`)
  }
}

/** The invariants of statements: spans fit the text and the article's blocks, pieces are in order, ids are unlike. */
export function expectStatementInvariants(reading: Reading, statements: readonly Statement[]): void {
  const { text } = reading
  const ids = new Set<string>()
  for (const statement of statements) {
    const { id, content, cue, mention, confidence } = statement
    if (ids.has(id)) expect.fail(`two statements with the id ${id}`)
    ids.add(id)
    if (content.length === 0) expect.fail('a statement without content')
    let end = 0
    for (const piece of content) {
      if (piece.start < end) expect.fail(`content [${piece.start}, ${piece.end}) goes back before ${end}`)
      end = piece.end
    }
    for (const { start, end: spanEnd } of [...content, ...(cue ? [cue] : []), ...(mention ? [mention] : [])]) {
      // The only maker of spans throws where it does not fit.
      span(text, start, spanEnd)
    }
    if (!(confidence >= 0 && confidence <= 1)) expect.fail(`a confidence of ${confidence}`)
    if (statement.model === '' || statement.why === '') expect.fail('a statement that does not say what it rests on')
  }
}
