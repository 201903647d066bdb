import type { Terminal } from './terminal.js'
import { cellsOf, type Line, wrap } from './wrap.js'

/** Lines are no wider than this however wide the terminal is: longer ones are hard to read. */
const MEASURE = 96

/** Paints text that is put on a line. */
export type Paint = (text: string) => string

/** Text in one colour. */
export interface Run {
  readonly text: string
  readonly paint?: Paint | undefined
}

/** Lines being laid out for a terminal. Widths are of the text alone, paint takes no room. */
export class Sheet {
  readonly columns: number
  readonly #terminal: Terminal
  readonly #lines: string[] = []

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.columns = Math.max(20, Math.min(terminal.columns, MEASURE))
  }

  get palette(): Terminal['palette'] {
    return this.#terminal.palette
  }

  /** An empty line. */
  gap(): void {
    this.#lines.push('')
  }

  /** Runs of text, wrapped; each line after `margins[0]` (the first) or `margins[1]` (the others), which keep their paint. */
  put(runs: readonly Run[], margins: readonly [Run, Run] = [NONE, NONE]): void {
    this.#putLines(this.#wrap(runs, this.columns - this.#width(margins[0])), margins)
  }

  /** As `put`, with more text at the right edge of the last line, or of one of its own where there is no room. */
  putBoth(runs: readonly Run[], right: Run, margins: readonly [Run, Run] = [NONE, NONE]): void {
    const room = this.columns - this.#width(margins[0])
    const width = this.#width(right)
    const lines = this.#wrap(runs, room)
    const last = lines.at(-1)
    const free = last ? room - last.width - width : -1
    if (last && free >= 2)
      lines[lines.length - 1] = { text: last.text + ' '.repeat(free) + painted(right), width: room }
    else {
      for (const line of this.#wrap([right], room))
        lines.push({ text: ' '.repeat(room - line.width) + line.text, width: room })
    }
    this.#putLines(lines, margins)
  }

  /** All lines, each ended. */
  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  #putLines(lines: readonly { text: string }[], [first, others]: readonly [Run, Run]): void {
    lines.forEach(({ text }, i) => {
      this.#lines.push(painted(i === 0 ? first : others) + text)
    })
  }

  #width({ text }: Run): number {
    return cellsOf(text, this.#terminal)
  }

  /** Wraps the runs' text as one, then paints each line's stretches; wrapping changes nothing but spaces. */
  #wrap(runs: readonly Run[], columns: number): Line[] {
    const plain = runs.map(({ text }) => text).join('')
    let run = 0
    let runEnd = runs[0]?.text.length ?? 0
    let at = 0
    return wrap(plain, columns, this.#terminal).map((line) => {
      let text = ''
      let from = 0
      let current = run
      for (let i = 0; i < line.text.length; i++) {
        if (line.text[i] === ' ') continue
        while (plain[at] === ' ') at++
        while (at >= runEnd && run < runs.length - 1) runEnd += runs[++run]?.text.length ?? 0
        if (run !== current) {
          text += painted({ text: line.text.slice(from, i), paint: runs[current]?.paint })
          from = i
          current = run
        }
        at++
      }
      text += painted({ text: line.text.slice(from), paint: runs[current]?.paint })
      return { text, width: line.width }
    })
  }
}

const NONE: Run = { text: '' }

function painted({ text, paint }: Run): string {
  return paint && text !== '' ? paint(text) : text
}
