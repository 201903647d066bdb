import type { Reading, Speaker, Statement } from '../model/index.js'
import { wordsOf } from './place.js'
import type { PageRecord } from './record.js'

/** Statements that belong together in a view. */
export interface Group {
  /** The speaker's name, or the mention's words as they first stand on the page; null: the page does not say who. */
  readonly name: string | null
  /** Who that is, where it is settled. */
  readonly speaker: Speaker | null
  readonly statements: readonly Statement[]
}

/**
 * Groups statements by who made them: by speaker where that is settled, else by the words of their mentions. Groups come
 * in the order of their first statement; those of which the page does not say who made them last.
 */
export function groupBySpeaker({ reading, statements, speakers }: PageRecord): Group[] {
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const groups = new Map<string, { name: string | null; speaker: Speaker | null; statements: Statement[] }>()
  const last: Statement[] = []
  for (const statement of statements) {
    const speaker = statement.speaker === null ? null : (known.get(statement.speaker) ?? null)
    if (!speaker && !statement.mention) {
      last.push(statement)
      continue
    }
    const name = speaker ? speaker.name : mentionOf(reading, statement)
    const key = speaker ? `speaker ${speaker.id}` : `mention ${fold(name ?? '')}`
    const group = groups.get(key)
    if (group) group.statements.push(statement)
    else groups.set(key, { name, speaker, statements: [statement] })
  }
  const all: Group[] = [...groups.values()]
  if (last.length > 0) all.push({ name: null, speaker: null, statements: last })
  return all
}

function mentionOf(reading: Reading, { mention }: Statement): string | null {
  return mention && wordsOf(reading, mention)
}

/** Compatibility forms, case, white space, a possessive ending and marks at the edges do not count. */
function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ s$/, '')
}
