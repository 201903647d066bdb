import { type Palette, PLAIN, type Terminal } from '../core/exports/terminal.js'

/** What is written to, as far as its looks matter. */
export interface Screen {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** What is known of a terminal before any text is. */
export type Looks = Omit<Terminal, 'width'>

/**
 * How to lay out text for a screen. Width: the terminal's, else COLUMNS, else 80. Colour: on a terminal, unless NO_COLOR
 * is set or TERM is `dumb`; FORCE_COLOR overrules both (`0` and `false` turn colour off).
 */
export function looksFor(screen: Screen, env: NodeJS.ProcessEnv = process.env): Looks {
  const columns = screen.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80
  return { columns, palette: wantsColour(screen, env) ? COLOURS : PLAIN }
}

/**
 * Lays text out. Most pages are all characters of one cell; what measures the others takes a tenth of a short run to
 * load, so it is loaded for the first text that turns out to have some, which is then laid out again.
 */
export async function layOut(looks: Looks, make: (terminal: Terminal) => string): Promise<string> {
  if (!measuring) {
    let exact = true
    const width = (text: string) => {
      exact = false
      return text.length
    }
    const text = make({ ...looks, width })
    if (exact) return text
  }
  return make({ ...looks, width: await measure() })
}

let measuring: Promise<(text: string) => number> | undefined

/** What measures text of any characters. */
export function measure(): Promise<(text: string) => number> {
  measuring ??= import('string-width').then(({ default: stringWidth }) => {
    // Measuring takes some microseconds, and a page uses few characters: those measured once are kept, up to a bound.
    const known = new Map<string, number>()
    return (text) => {
      let width = known.get(text)
      if (width === undefined) {
        width = stringWidth(text)
        if (text.length <= 8 && known.size < 10_000) known.set(text, width)
      }
      return width
    }
  })
  return measuring
}

function wantsColour({ isTTY }: Screen, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return Boolean(isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
}

/** Select Graphic Rendition (ECMA-48): on, the text, off. */
const paint = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`

const bold = paint(1, 22)
const cyan = paint(36, 39)
const green = paint(32, 39)
const dim = paint(2, 22)

/** The terminal's own sixteen colours, so that they suit its background. */
const COLOURS: Palette = {
  title: bold,
  name: (text) => bold(cyan(text)),
  direct: green,
  mixed: paint(33, 39),
  indirect: paint(34, 39),
  cue: paint(3, 23),
  body: green,
  head: cyan,
  quiet: dim,
  notice: paint(35, 39),
}
