/** How parts of the text for a person are coloured; each takes plain text and gives it back painted, or as it is. */
export interface Palette {
  title(text: string): string
  /** Who said it. */
  name(text: string): string
  /** The mark beside words that are all in quotation marks, partly, not at all. */
  direct(text: string): string
  mixed(text: string): string
  indirect(text: string): string
  /** The cue's words. */
  cue(text: string): string
  /** Roles of the article's body and head. */
  body(text: string): string
  head(text: string): string
  /** What can be passed over: places, reasons, furniture. */
  quiet(text: string): string
  /** What a reader must not miss. */
  notice(text: string): string
}

/** What text is laid out for. */
export interface Terminal {
  /** Cells of a line. */
  readonly columns: number
  readonly palette: Palette
  /** Cells that a text without line ends and controls takes: wide characters two, combining ones none. */
  width(text: string): number
}

const asItIs = (text: string) => text

/** Paints nothing. */
export const PLAIN: Palette = {
  title: asItIs,
  name: asItIs,
  direct: asItIs,
  mixed: asItIs,
  indirect: asItIs,
  cue: asItIs,
  body: asItIs,
  head: asItIs,
  quiet: asItIs,
  notice: asItIs,
}
