import type { Schemas } from '../api/client.js'

/** [start, end) in UTF-16 code units of the record's text. */
export type Pair = readonly [number, number]

/** What a person may change of a statement's places. */
export interface Spans {
  readonly content: readonly Pair[]
  readonly cue: Pair | null
  readonly mention: Pair | null
}

/** The span that is being changed: a part of the content by its place among them, the cue, or the mention. */
export type Edited = { readonly part: 'content'; readonly at: number } | { readonly part: 'cue' | 'mention' }

/** The places of a statement. */
export const spansOf = ({ content, cue, mention }: Schemas['RecordStatement']): Spans => ({ content, cue, mention })

/** The span that is being changed; null: there is none yet. */
export function pairOf(spans: Spans, edited: Edited): Pair | null {
  return edited.part === 'content' ? (spans.content[edited.at] ?? null) : spans[edited.part]
}

/** Spans with one of them replaced. A content part that is set to null goes, unless it is the last. */
export function withPair(spans: Spans, edited: Edited, pair: Pair | null): Spans {
  if (edited.part !== 'content') return { ...spans, [edited.part]: pair }
  const content = spans.content.flatMap((each, i) => (i === edited.at ? (pair === null ? [] : [pair]) : [each]))
  return content.length === 0 ? spans : { ...spans, content }
}

/** Whether two sets of spans are the same. */
export const isSame = (a: Spans, b: Spans): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The members of `now` that differ from what they were, as a correction takes them. */
export function changesOf(
  was: Spans,
  now: Spans,
): { content?: [number, number][]; cue?: [number, number] | null; mention?: [number, number] | null } {
  const copy = (pair: Pair | null): [number, number] | null => pair && [pair[0], pair[1]]
  const differs = (part: keyof Spans) => JSON.stringify(was[part]) !== JSON.stringify(now[part])
  return {
    ...(differs('content') ? { content: now.content.map(([a, b]): [number, number] => [a, b]) } : {}),
    ...(differs('cue') ? { cue: copy(now.cue) } : {}),
    ...(differs('mention') ? { mention: copy(now.mention) } : {}),
  }
}

/** The words between two offsets, as [start, end): runs of letters and digits, and single marks. */
export function wordsBetween(text: string, from: number, to: number): Pair[] {
  return [
    ...text.slice(from, to).matchAll(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu),
  ].map(({ index, 0: word }) => [from + index, from + index + word.length])
}

/**
 * A span with one edge moved by a word, inside the stretch given; never empty.
 *
 * @param by 1: to the next word's edge; -1: to the one before
 */
export function moved(text: string, pair: Pair, edge: 'start' | 'end', by: 1 | -1, within: Pair): Pair {
  const words = wordsBetween(text, within[0], within[1])
  const edges = words.map(([start, end]) => (edge === 'start' ? start : end))
  const now = edge === 'start' ? pair[0] : pair[1]
  const next = by === 1 ? edges.find((each) => each > now) : edges.findLast((each) => each < now)
  if (next === undefined) return pair
  const moved: Pair = edge === 'start' ? [next, pair[1]] : [pair[0], next]
  return moved[0] < moved[1] ? moved : pair
}

/** A span with one edge at an offset, set to the nearest word's edge; never empty. */
export function movedTo(text: string, pair: Pair, edge: 'start' | 'end', offset: number, within: Pair): Pair {
  const words = wordsBetween(text, within[0], within[1])
  const edges = words.map(([start, end]) => (edge === 'start' ? start : end))
  let best = edge === 'start' ? pair[0] : pair[1]
  for (const each of edges) {
    const fits = edge === 'start' ? each < pair[1] : each > pair[0]
    if (fits && Math.abs(each - offset) < Math.abs(best - offset)) best = each
  }
  return edge === 'start' ? [best, pair[1]] : [pair[0], best]
}
