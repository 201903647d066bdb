import type { Quotation, Reading, Span, Statement, StatementId } from '../../../src/core/model/index.js'
import { describe } from '../../../src/core/statements/describe/index.js'
import { readingOf } from './found.js'

const MARKS: Readonly<Record<string, string>> = { '[': ']', '<': '>', '{': '}' }

/**
 * A statement written down with its parts marked: `[Roe] <said> {the gate is shut}.` Content may be marked more than once.
 * Without marks for a part the statement has none.
 */
export function marked(line: string, published: string | null = null): { reading: Reading; statement: Statement } {
  let text = ''
  const found: Record<string, Span[]> = { '[': [], '<': [], '{': [] }
  const open: { mark: string; start: number }[] = []
  for (const char of line) {
    if (char in MARKS) open.push({ mark: char, start: text.length })
    else if (open.length > 0 && char === MARKS[open.at(-1)?.mark ?? '']) {
      const { mark, start } = open.pop() as { mark: string; start: number }
      found[mark]?.push({ start, end: text.length })
    } else text += char
  }
  const content = found['{'] as Span[]
  const bare = readingOf(text)
  return {
    reading: { ...bare, meta: { ...bare.meta, published } },
    statement: {
      id: 'written' as StatementId,
      content,
      cue: found['<']?.[0] ?? null,
      mention: found['[']?.[0] ?? null,
      speaker: null,
      quotation: quotationOf(content.map(({ start, end }) => text.slice(start, end))),
      quoted: [],
      act: 'state',
      negated: false,
      hedges: [],
      addressee: null,
      medium: null,
      when: null,
      within: null,
      confidence: 1,
      model: 'test',
      why: 'written for a test',
      speakerWhy: '',
    },
  }
}

function quotationOf(parts: readonly string[]): Quotation {
  if (parts.every((part) => part.startsWith('“') && part.endsWith('”'))) return 'direct'
  return parts.some((part) => part.includes('“')) ? 'mixed' : 'indirect'
}

/** A described statement with its spans as words. */
export function told(line: string, published: string | null = null) {
  const { reading, statement } = marked(line, published)
  const [one] = describe(reading, [statement]) as [Statement]
  const words = (span: Span | null) => (span ? reading.text.slice(span.start, span.end) : null)
  return {
    act: one.act,
    negated: one.negated,
    quoted: one.quoted.map(words),
    hedges: one.hedges.map(words),
    addressee: words(one.addressee),
    medium: words(one.medium),
    when: one.when ? `${words(one.when.span)} = ${one.when.date}` : null,
  }
}
