import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate/node'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { toHtml } from '../../../src/core/exports/index.js'
import { shown } from '../../../src/core/exports/visible.js'
import { anyRecord, record, story } from './records.js'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

function elements(html: string): Element[] {
  const all: Element[] = []
  const open: Node[] = [...parseDocument(html).children]
  for (let node = open.shift(); node; node = open.shift()) {
    if (!('children' in node)) continue
    if ('attribs' in node) all.push(node)
    open.unshift(...(node.children as Node[]))
  }
  return all
}

/** The words in an element, the numbers of statements left out. */
function words(node: Node): string {
  if ('data' in node) return node.type === 'text' ? node.data : ''
  if (!('children' in node) || ('name' in node && node.name === 'sup')) return ''
  return (node.children as Node[]).map(words).join('')
}

const hasClass = (name: string) => (element: Element) => (element.attribs.class ?? '').split(' ').includes(name)

describe('the HTML page', () => {
  test('shows every word of the page once and in order, whatever the page', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const { text, blocks } = any.reading
        const found = elements(toHtml(any)).filter(hasClass('block'))
        const inBlocks = found.filter((element) => !hasClass('between')(element))
        expect(inBlocks.map(words)).toEqual(blocks.map(({ start, end }) => shown(text.slice(start, end))))
        const squeezed = (all: string) => all.replace(/\s/g, '')
        // A line end of two characters that an edge of a block cuts in two is two line ends, all of it white space.
        expect(squeezed(found.map(words).join(''))).toBe(squeezed(shown(text)))
      }),
    )
  })

  test('has no script, no handler, no address but the page’s, and a policy that lets nothing in', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const html = toHtml(any)
        const all = elements(html)
        const names = new Set(all.map(({ name }) => name))
        for (const name of ['script', 'iframe', 'object', 'embed', 'img', 'link', 'base', 'form', 'svg'])
          expect(names).not.toContain(name)
        for (const { attribs } of all) {
          for (const [attribute, value] of Object.entries(attribs)) {
            expect(attribute).not.toMatch(/^on|^style$|^src/)
            if (attribute === 'href') expect(value).toMatch(/^#|^https?:\/\//)
          }
        }
        const policies = all.filter(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')
        expect(policies.map(({ attribs }) => attribs.content)).toEqual([
          expect.stringMatching(
            /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'$/,
          ),
        ])
        expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
      }),
    )
  })

  test('the policy names its style sheet', () => {
    const html = toHtml(story)
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`style-src 'sha256-${hash}'`)
    expect(html.match(/<style>/g)).toHaveLength(1)
  })

  test('every link in it leads to one place, and every statement has its mark, its entry and both links', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const all = elements(toHtml(any))
        const ids = all.flatMap(({ attribs }) => (attribs.id === undefined ? [] : [attribs.id]))
        expect(new Set(ids).size).toBe(ids.length)
        const links = all.flatMap(({ attribs }) => (attribs.href?.startsWith('#') ? [attribs.href.slice(1)] : []))
        for (const link of links) expect(ids).toContain(link)
        any.statements.forEach((_, i) => {
          expect(links.filter((link) => link === `s${i + 1}`)).toHaveLength(1)
          expect(links.filter((link) => link === `e${i + 1}`)).toHaveLength(1)
        })
      }),
    )
  })

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
    for (const of of [
      story,
      record([['paragraph', 'No more.']], []),
      ...fc.sample(anyRecord, { numRuns: 10, seed: 3 }),
    ]) {
      const { results } = await validator.validateString(toHtml(of))
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`),
        ),
      ).toEqual([])
    }
  }, 60_000)

  test('marks content, cue and mention, each by name and not by colour alone', () => {
    const html = toHtml(story)
    const marks = elements(html).filter(({ name, attribs }) => name === 'mark' && attribs.title !== undefined)
    const marked = (kind: string) => marks.filter(hasClass(kind)).map((mark) => words(mark))
    expect(marked('cue')).toEqual(['told', 'denied', 'warned', 'אמר'])
    expect(marked('mention')).toEqual(['pilot Zoe\u0301 Ruiz', 'The board', 'she', 'דוד כהן'])
    expect(marked('direct')).toEqual(['“No,”', '“not by night.”', '“לא”', '“It felt\nlike a kerb.”'])
    expect(marks.find(hasClass('cue'))?.attribs.title).toBe('cue of 1: pilot Zoe\u0301 Ruiz')
    for (const kind of ['direct', 'mixed', 'indirect']) expect(html).toMatch(new RegExp(`\\.${kind} \\{ border-bottom`))
    expect(html).toMatch(/\.cue \{[^}]*font-style/)
    expect(html).toMatch(/\.mention \{[^}]*font-weight/)
  })

  test('folds furniture, and keeps it', () => {
    const details = elements(toHtml(story)).filter(({ name }) => name === 'details')
    expect(details).toHaveLength(1)
    expect(words(details[0] as Element)).toContain('Home 👩‍👩‍👧 News')
    expect(details[0]?.attribs).not.toHaveProperty('open')
  })

  test('lists the speakers with who they are and their statements', () => {
    const text = elements(toHtml(story))
      .filter(({ attribs }) => attribs.id === 'speakers')
      .map(words)
      .join('')
    expect(text).toContain('Zoe\u0301 Ruizpilot · also: she')
    expect(text).toContain('reported by The board')
    expect(text).toContain('undecided between')
  })

  test('follows light and dark, and prints', () => {
    const html = toHtml(story)
    expect(html).toContain('color-scheme: light dark')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
    expect(html).toContain('@media print')
  })

  test('lets no word become markup or steer the display', () => {
    const words = '<b onclick="x()">\u202e"&amp;\'</b></style><script>alert(1)</script>\u0000'
    const html = toHtml(
      record(
        [['paragraph', words]],
        [{ content: [words] }],
        { title: words, language: '"><b>', publisher: words },
        { url: 'javascript:alert(1)' },
      ),
    )
    expect(html).not.toMatch(/<b[ >]|<script|\u202e|\u0000|href="javascript/)
    expect(html).toContain('&#60;U+202E&#62;')
  })
})
