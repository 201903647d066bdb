import {
  type Block,
  pageFromText,
  type Reading,
  type Role,
  type Statement,
  slice,
} from '../../../src/core/model/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'
import { NO_META } from '../no-meta.js'

/** A reading of which each line is a block; a line that begins with `[role] ` has that role, else it is a paragraph. */
export function readingOf(text: string): Reading {
  const blocks: Block[] = []
  for (const line of text.matchAll(/\S(?:[^\n]*\S)?/g)) {
    const role = /^\[([a-z-]+)\] /.exec(line[0])
    blocks.push({
      start: line.index + (role ? role[0].length : 0),
      end: line.index + line[0].length,
      role: (role?.[1] ?? 'paragraph') as Role,
      level: null,
      body: null,
      why: 'written for a test',
    })
  }
  return {
    page: pageFromText(text, { kind: 'article' }).id,
    url: null,
    text,
    blocks,
    origin: null,
    meta: NO_META,
    hidden: { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 },
    reader: 'test',
  }
}

/** The statements of a text by the rules tagger. */
export const statementsOf = (text: string): Promise<Statement[]> => findStatements(readingOf(text), rulesTagger)

/** A statement as a person would write it down: `mention | cue | content … content`. */
export function written(text: string, s: Statement): string {
  const show = (span: { start: number; end: number } | null) => (span ? slice(text, span) : '-')
  return `${show(s.mention)} | ${show(s.cue)} | ${s.content.map(show).join(' … ')}`
}

/** Each statement of a text that no other one reports, as {@link written}. */
export async function found(text: string): Promise<string[]> {
  return (await statementsOf(text)).filter((s) => s.within === null).map((s) => written(text, s))
}

/** The names of the rules that the statements of a text rest on. */
export async function rulesOf(text: string): Promise<string[]> {
  return (await statementsOf(text)).map((s) => s.why.split(':')[0] as string)
}
