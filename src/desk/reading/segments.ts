import { ARTICLE_ROLES } from '../../core/model/reading.js'
import type { Schemas } from '../api/client.js'

/** What part of a statement words are. */
export type PartName = 'content' | 'cue' | 'mention' | 'hedge'

/** A run of a block that belongs to the same parts of the same statements. Offsets count UTF-16 code units of the text. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** The innermost statement first: a reader who points at words means the one that says just them. */
  readonly parts: readonly { readonly id: string; readonly part: PartName }[]
}

type Statement = Schemas['RecordStatement']

interface Mark {
  readonly start: number
  readonly end: number
  readonly id: string
  readonly part: PartName
}

/** The spans of statements, in order of their start. */
export function marksOf(statements: readonly Statement[]): Mark[] {
  const marks: Mark[] = []
  for (const { id, content, cue, mention, hedges } of statements) {
    for (const [start, end] of content) marks.push({ start, end, id, part: 'content' })
    for (const [start, end] of hedges) marks.push({ start, end, id, part: 'hedge' })
    if (cue) marks.push({ start: cue[0], end: cue[1], id, part: 'cue' })
    if (mention) marks.push({ start: mention[0], end: mention[1], id, part: 'mention' })
  }
  return marks.sort((a, b) => a.start - b.start)
}

/** The segments of each block, in order. Linear in blocks, marks and what marks overlap. */
export function segmentsOf(blocks: readonly Schemas['Block'][], marks: readonly Mark[]): Segment[][] {
  let next = 0
  let open: Mark[] = []
  return blocks.map(({ start, end }) => {
    while (next < marks.length && (marks[next] as Mark).start < end) open.push(marks[next++] as Mark)
    open = open.filter((mark) => mark.end > start)
    const edges = new Set([start, end])
    for (const mark of open) {
      if (mark.start > start && mark.start < end) edges.add(mark.start)
      if (mark.end > start && mark.end < end) edges.add(mark.end)
    }
    const places = [...edges].sort((a, b) => a - b)
    return places.slice(0, -1).map((from, i) => {
      const to = places[i + 1] as number
      const parts = open
        .filter((mark) => mark.start <= from && to <= mark.end)
        .sort((a, b) => a.end - a.start - (b.end - b.start))
        .map(({ id, part }) => ({ id, part }))
      return { start: from, end: to, parts }
    })
  })
}

/** A stretch of blocks that are the article, or that are furniture. */
export interface Stretch {
  readonly isFurniture: boolean
  readonly first: number
  readonly last: number
}

/** The blocks in stretches: what is folded together. */
export function stretchesOf(blocks: readonly Schemas['Block'][]): Stretch[] {
  const stretches: Stretch[] = []
  blocks.forEach(({ role }, i) => {
    const isFurniture = !ARTICLE_ROLES.has(role)
    const open = stretches.at(-1)
    if (open && open.isFurniture === isFurniture) stretches[stretches.length - 1] = { ...open, last: i }
    else stretches.push({ isFurniture, first: i, last: i })
  })
  return stretches
}
