import {
  pageFromText,
  type Reading,
  type Role,
  type Span,
  type Speaker,
  type Statement,
  type StatementId,
} from '../../../src/core/model/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { NO_META } from '../no-meta.js'

/** A reading whose blocks are the text's lines; a line that begins with `#role ` has that role, and is stripped of it. */
export function readingOf(lines: readonly (readonly [Role, string])[]): Reading {
  let text = ''
  const blocks = lines.map(([role, line]) => {
    const start = text.length
    text += line
    const end = text.length
    text += '\n\n'
    return { start, end, role, level: null, body: null, why: 'a line' }
  })
  return {
    page: pageFromText(text, { kind: 'article' }).id,
    url: null,
    text,
    blocks: blocks.filter(({ start, end }) => start < end),
    origin: null,
    meta: NO_META,
    hidden: { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 },
    reader: 'test',
  }
}

interface Parts {
  readonly content: Span[]
  cue: Span | null
  mention: Span | null
}

/**
 * An article and its statements, written in one: `[1:Ana Roe]` is statement 1's mention, `<1:said>` its cue, `{1:It is
 * safe}` its content; they may stand in each other. Lines are blocks; `#title ` and the like give a line its role.
 */
export function article(marked: string): {
  readonly reading: Reading
  readonly statements: Statement[]
  readonly keys: string[]
} {
  const found = new Map<string, Parts>()
  const lines: [Role, string][] = []
  let offset = 0
  for (const raw of marked.trim().split('\n')) {
    const role = /^#(\S+) /.exec(raw)
    const source = (role ? raw.slice(role[0].length) : raw).trim()
    let plain = ''
    const open: { key: string; mark: string; start: number }[] = []
    for (let i = 0; i < source.length; i++) {
      const begins = /^[[{<](\w+):/.exec(source.slice(i, i + 6))
      if (begins) {
        open.push({ key: begins[1] as string, mark: source.charAt(i), start: offset + plain.length })
        i += begins[0].length - 1
        continue
      }
      const last = open.at(-1)
      if (last && source.charAt(i) === { '[': ']', '{': '}', '<': '>' }[last.mark]) {
        open.pop()
        const parts = found.get(last.key) ?? { content: [], cue: null, mention: null }
        const span = { start: last.start, end: offset + plain.length }
        if (last.mark === '{') parts.content.push(span)
        else if (last.mark === '<') parts.cue = span
        else parts.mention = span
        found.set(last.key, parts)
        continue
      }
      plain += source.charAt(i)
    }
    lines.push([(role?.[1] ?? 'paragraph') as Role, plain])
    offset += plain.length + 2
  }
  const keys = [...found.keys()]
  const statements = keys.map((key) => statementOf(key, found.get(key) as Parts))
  return { reading: readingOf(lines), statements, keys }
}

export function statementOf(id: string, { content, cue, mention }: Parts): Statement {
  return {
    id: id as StatementId,
    content,
    cue,
    mention,
    speaker: null,
    quotation: 'direct',
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
    why: '',
    speakerWhy: '',
  }
}

/** By statement key: the speaker, or null; and why. */
export function settled(marked: string) {
  const { reading, statements, keys } = article(marked)
  const found = findSpeakers(reading, statements)
  const byId = new Map(found.speakers.map((speaker) => [speaker.id, speaker]))
  const speakers = new Map<string, Speaker | null>()
  const whys = new Map<string, string>()
  found.statements.forEach((statement, k) => {
    speakers.set(keys[k] as string, statement.speaker === null ? null : (byId.get(statement.speaker) ?? null))
    whys.set(keys[k] as string, statement.speakerWhy)
  })
  const words = (span: Span) => reading.text.slice(span.start, span.end)
  return { reading, found, speakers, whys, words }
}
