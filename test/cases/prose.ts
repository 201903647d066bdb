import { type Reading, type Span, type Statement, slice } from '../../src/core/model/index.js'

/** Code units of a block that are enough to know it by. */
const SHOWN = 76

/**
 * A record as prose, for expected.txt: what the page says of itself; each block with its role and first words; each
 * statement as `speaker | cue | content`, `-` where there is none, the pieces of a broken content joined by ` … `,
 * behind a `>` for each statement that it is reported in.
 */
export function proseOf({ text, blocks, meta }: Reading, statements: readonly Statement[]): string {
  const oneLine = (words: string) => words.replace(/\s+/gu, ' ')
  const words = (span: Span | null) => (span ? oneLine(slice(text, span)) : '-')
  const shown = (words: string) => {
    const line = oneLine(words)
    if (line.length <= SHOWN) return line
    const cut = line.lastIndexOf(' ', SHOWN - 2)
    return `${line.slice(0, cut > 0 ? cut : SHOWN - 2)} …`
  }
  const known = new Map(statements.map((s) => [s.id, s]))
  const depth = ({ within }: Statement): number => (within === null ? 0 : 1 + depth(known.get(within) as Statement))
  const lines = [
    `title: ${meta.title ?? '-'}`,
    `standfirst: ${meta.standfirst ?? '-'}`,
    `authors: ${meta.authors.join('; ') || '-'}`,
    `publisher: ${meta.publisher ?? '-'}`,
    `agency: ${meta.agency ?? '-'}`,
    `published: ${meta.published ?? '-'}`,
    `modified: ${meta.modified ?? '-'}`,
    `section: ${meta.section ?? '-'}`,
    `form: ${meta.form}`,
    '',
    ...blocks.map((block) => `${block.role} | ${shown(text.slice(block.start, block.end))}`),
    '',
    ...statements.map(
      (s) => `${'> '.repeat(depth(s))}${words(s.mention)} | ${words(s.cue)} | ${s.content.map(words).join(' … ')}`,
    ),
  ]
  if (statements.length === 0) lines.push('no statements')
  return `${lines.join('\n')}\n`
}
