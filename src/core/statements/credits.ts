/** A credit at the end of a caption is no longer than this, in code units. */
const LONGEST = 160

const CREDITS: readonly RegExp[] = [
  /\s{0,3}\[(?:file|photo|image|courtesy|[^[\]/]{3,40}\/)[^[\]]{2,60}\]$/i,
  /\s{1,3}\([^()]{0,40}\b(?:photo|photograph|picture|image|credit)s?\b[^()]{0,60}\)$/i,
  /(?<=[.!?]["'”’]?)\s{1,3}(?:photo|photograph|picture|image|credit)s?\s?(?:by|:)[^.!?]{4,61}$/i,
]

/**
 * Where a caption's own words end, before the words that say whose picture it is. Nobody says those.
 *
 *     Guards at the gate of the mine [Lena Ortiz/Harbour Pictures]
 *     The harbour in 2024. Photo: Runa Dahlgren
 *     The mill, looking east. (Gazette photo by Pim Aalto)
 *
 * @param end one past the caption's last code unit; this is returned where no credit ends it
 */
export function creditStart(text: string, start: number, end: number): number {
  const from = Math.max(start, end - LONGEST)
  const tail = text.slice(from, end)
  for (const credit of CREDITS) {
    const found = credit.exec(tail)
    if (found && from + found.index > start) return from + found.index
  }
  return end
}
