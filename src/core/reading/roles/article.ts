import type { Block } from '../../model/index.js'
import type { Unit } from '../unit.js'

/**
 * The blocks of clean article text: all of it is the article. Its first unit is the title where it stands alone, short,
 * without a full stop; bullets are list items; short lines without a full stop between paragraphs are headings.
 */
export function articleBlocks(text: string, units: readonly Unit[]): Block[] {
  return units.map((unit, i) => {
    const shown = text.slice(unit.start, Math.min(unit.end, unit.start + 400))
    const words = shown.split(/\s+/).length
    const open = !/[.!?…:;,]["'”’)\]]{0,3}$/.test(text.slice(Math.max(unit.start, unit.end - 5), unit.end))
    const short = unit.layout?.lines === 1 && open
    const make = (role: Block['role'], why: string): Block => ({
      start: unit.start,
      end: unit.end,
      role,
      level: null,
      body: null,
      why,
    })
    if (i === 0 && units.length > 1 && short && words <= 25)
      return make('title', 'the first line, short and without a full stop')
    if (unit.layout?.bullet) return make('list-item', 'begins with a bullet')
    if (short && words <= 10 && i < units.length - 1 && !/^["'“‘«„]/.test(shown)) {
      return make('heading', 'a short line without a full stop')
    }
    return make('paragraph', 'article text')
  })
}
