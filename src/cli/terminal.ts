import pico from 'picocolors'
import stringWidth from 'string-width'
import { type Palette, PLAIN, type Terminal } from '../core/exports/terminal.js'

/** What is written to, as far as its looks matter. */
export interface Screen {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/**
 * How to lay out text for a screen. Width: the terminal's, else COLUMNS, else 80. Colour: on a terminal, unless NO_COLOR
 * is set or TERM is `dumb`; FORCE_COLOR overrules both (`0` and `false` turn colour off).
 */
export function terminalFor(screen: Screen, env: NodeJS.ProcessEnv = process.env): Terminal {
  const columns = screen.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80
  return { columns, palette: wantsColour(screen, env) ? COLOURS : PLAIN, width: measure() }
}

/** Measuring takes some microseconds, and a page uses few characters: those measured once are kept, up to a bound. */
function measure(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    let width = known.get(text)
    if (width === undefined) {
      width = stringWidth(text)
      if (text.length <= 8 && known.size < 10_000) known.set(text, width)
    }
    return width
  }
}

function wantsColour({ isTTY }: Screen, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return Boolean(isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
}

const { bold, dim, italic, cyan, green, yellow, magenta, blue } = pico.createColors(true)

/** The terminal's own sixteen colours, so that they suit its background. */
const COLOURS: Palette = {
  title: bold,
  name: (text) => bold(cyan(text)),
  direct: green,
  mixed: yellow,
  indirect: blue,
  cue: italic,
  body: green,
  head: cyan,
  quiet: dim,
  notice: magenta,
}
