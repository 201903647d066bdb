import type { Span, Statement } from '../model/index.js'
import { shown } from './visible.js'

/** What of a statement stands on a stretch of text. */
export type Part = 'content' | 'cue' | 'mention'

/** One part of one statement, numbered as it is shown. */
interface Mark {
  readonly number: number
  readonly part: Part
  readonly statement: Statement
}

/** A place in the text where marks begin or end. */
interface Edge {
  readonly at: number
  readonly begin: readonly Mark[]
  readonly end: readonly Mark[]
  /** Statements whose content begins, and whose content ends here. */
  readonly first: readonly number[]
  readonly last: readonly number[]
}

/** Text as HTML: nothing in it can become markup, and no character that steers the display is sent as it is. */
export function escapedHtml(text: string): string {
  return shown(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The marks of a text, to be asked for stretches in order. */
export class MarkedText {
  readonly #text: string
  readonly #edges: readonly Edge[]
  readonly #open = new Set<Mark>()
  #next = 0

  /** @param nameOf who said it, for the tooltip of a mark */
  constructor(
    text: string,
    statements: readonly Statement[],
    readonly nameOf: (statement: Statement) => string | null,
  ) {
    this.#text = text
    this.#edges = edgesOf(statements)
  }

  /** A stretch as HTML, its marks cut at every edge; stretches must be asked for in order, and never overlap. */
  html({ start, end }: Span): string {
    let html = ''
    let at = start
    const put = (to: number) => {
      const words = escapedHtml(this.#text.slice(at, to))
      if (words !== '') html += this.#open.size === 0 ? words : this.#mark(words)
      at = to
    }
    for (let edge = this.#edges[this.#next]; edge && edge.at <= end; edge = this.#edges[this.#next]) {
      // Marks that begin where the stretch ends belong to the next one.
      const isLast = edge.at === end
      if (edge.at > at) put(edge.at)
      for (const mark of edge.end) this.#open.delete(mark)
      for (const number of edge.last) html += `<sup><a href="#e${number}">[${number}]</a></sup>`
      if (isLast && edge.begin.length > 0) {
        this.#edgeLeft(edge)
        return html
      }
      for (const number of edge.first) html += `<span id="s${number}"></span>`
      for (const mark of edge.begin) this.#open.add(mark)
      this.#next++
    }
    put(end)
    return html
  }

  /** Of an edge at the end of a stretch only what begins is left. */
  #edgeLeft(edge: Edge): void {
    ;(this.#edges as Edge[])[this.#next] = { ...edge, end: [], last: [] }
  }

  #mark(words: string): string {
    const open = [...this.#open]
    const classes = new Set<string>(open.map(({ part }) => part))
    for (const { part, statement } of open) if (part === 'content') classes.add(statement.quotation)
    const title = open.map(({ number, part, statement }) => {
      const name = this.nameOf(statement)
      return `${part} of ${number}${name === null ? '' : `: ${name}`}`
    })
    return `<mark class="${[...classes].join(' ')}" title="${escapedHtml(title.join('; '))}">${words}</mark>`
  }
}

function edgesOf(statements: readonly Statement[]): Edge[] {
  const edges = new Map<number, { at: number; begin: Mark[]; end: Mark[]; first: number[]; last: number[] }>()
  const edgeAt = (at: number) => {
    const known = edges.get(at)
    if (known) return known
    const edge = { at, begin: [], end: [], first: [], last: [] }
    edges.set(at, edge)
    return edge
  }
  statements.forEach((statement, i) => {
    const { content, cue, mention } = statement
    const number = i + 1
    const put = (span: Span, part: Part) => {
      const mark: Mark = { number, part, statement }
      edgeAt(span.start).begin.push(mark)
      edgeAt(span.end).end.push(mark)
    }
    for (const span of content) put(span, 'content')
    if (cue) put(cue, 'cue')
    if (mention) put(mention, 'mention')
    const [first, last] = [content[0], content.at(-1)]
    if (first) edgeAt(first.start).first.push(number)
    if (last) edgeAt(last.end).last.push(number)
  })
  return [...edges.values()].sort((a, b) => a.at - b.at)
}
