import type { Analysis } from './analysis.js'
import { mix } from './hashing.js'
import { POS } from './parts-of-speech.js'
import type { Passage } from './tagger.js'

/** What one speaker says in a transcript, up to the next speaker's label. Token indices of the passage, half-open. */
export interface Turn {
  /** The label without its colon and without what is bracketed in it: “Q” of “Q [off microphone]:”. */
  readonly label: readonly [number, number]
  readonly colon: number
  /** The words said, a range for each block; empty where the label has none. */
  readonly content: readonly (readonly [number, number])[]
}

/** The turns of a passage, and the colons at the start of a block that label no turn (“Present: …”). */
export interface Transcript {
  readonly turns: readonly Turn[]
  readonly strays: ReadonlySet<number>
}

interface Label {
  readonly first: number
  readonly end: number
  readonly colon: number
  readonly key: number
  readonly isCapitals: boolean
}

/** A label is no longer than this, in tokens, brackets and all. */
const LONGEST = 14
/** And has no more words than this. */
const MOST_WORDS = 6

/**
 * Finds the turns of a transcript or an interview. A passage is one where two labels stand at least twice each at the
 * start of blocks whose words make sentences: a list of dates and places does not, and one repeated “Update:” is nobody's
 * label. Then:
 *
 *     MAYOR ROE: Good morning.       a turn goes on over blocks without a label,
 *     I have little to add.
 *     (Laughter.)                    not counting what the transcriber puts in brackets,
 *     Q: Is the bridge safe?         up to the next label, a heading or a row of ornaments.
 *
 * Where most labels are in capitals, every label in capitals opens a turn; else those do that recur, and those after the
 * first of them.
 */
export function findTurns(a: Analysis, passage: Passage): Transcript {
  const blocks = blocksOf(a)
  const labels = blocks.map(([first, end]) => labelOf(a, first, end))
  const counts = new Map<number, number>()
  let sentences = 0
  let labelled = 0
  labels.forEach((label, b) => {
    if (!label) return
    counts.set(label.key, (counts.get(label.key) ?? 0) + 1)
    labelled++
    const [, end] = blocks[b] as readonly [number, number]
    if (a.pos[end - 1] === POS.STOP || a.pos[end - 2] === POS.STOP) sentences++
  })
  const recurring = [...counts.values()].filter((count) => count > 1).length
  if (recurring < 2 || sentences * 2 < labelled) return { turns: [], strays: new Set() }
  const opens = openersOf(labels, counts)
  const breaks = breaksOf(a, passage, blocks)
  const turns: { label: readonly [number, number]; colon: number; content: [number, number][] }[] = []
  const strays = new Set<number>()
  let open: (typeof turns)[number] | null = null
  blocks.forEach(([first, end], b) => {
    const label = labels[b]
    if (breaks[b]) open = null
    if (label && opens[b]) {
      open = { label: [label.first, label.end], colon: label.colon, content: [] }
      turns.push(open)
      if (label.colon + 1 < end) open.content.push([label.colon + 1, end])
      return
    }
    if (label) strays.add(label.colon)
    if (open && !isBracketed(a, first, end)) open.content.push([first, end])
  })
  return { turns: turns.filter((turn) => turn.content.length > 0), strays }
}

function blocksOf(a: Analysis): [number, number][] {
  const out: [number, number][] = []
  for (let i = 0; i < a.tokens.length; i = a.blockEnd[i] as number) out.push([i, a.blockEnd[i] as number])
  return out
}

// The label that a block begins with: capitalised words, then a colon.
function labelOf(a: Analysis, first: number, end: number): Label | null {
  const limit = Math.min(end, first + LONGEST)
  let i = first
  // A time before the name: [00:12] ROE:
  if (opensBracket(a, i)) i = closingBracket(a, i, limit) + 1
  const from = i
  let key = 0
  let words = 0
  let capitals = 0
  let last = i
  for (; i < limit; i++) {
    const code = codeAt(a, i)
    if (code === 0x3a) break
    if (opensBracket(a, i)) {
      i = closingBracket(a, i, limit)
      continue
    }
    const shape = a.shape[i] as number
    if (shape === 4) {
      if (code !== 0x2e && code !== 0x2c && code !== 0x2d && code !== 0x27 && code !== 0x2019) return null
      continue
    }
    if (words === 0 && shape !== 1 && shape !== 2) return null
    if (shape === 0 && !isSmallWord(a, i)) return null
    if (++words > MOST_WORDS) return null
    if (shape === 2 || (a.tokens[i]?.end ?? 0) - (a.tokens[i]?.start ?? 0) === 1 || isCapitals(a, i)) capitals++
    key = mix(key, a.word[i] as number)
    last = i + 1
  }
  if (i >= limit || words === 0 || codeAt(a, i) !== 0x3a) return null
  // "At 10:31 the bus left": no white space after the colon.
  const next = a.tokens[i + 1]
  if (next && i + 1 < end && next.start === a.tokens[i]?.end) return null
  return { first: from, end: last, colon: i, key, isCapitals: capitals === words }
}

const codeAt = (a: Analysis, i: number): number => a.text.charCodeAt(a.tokens[i]?.start ?? a.text.length)

function opensBracket(a: Analysis, i: number): boolean {
  const code = codeAt(a, i)
  return code === 0x28 || code === 0x5b
}

// The token that closes a bracket, or the limit.
function closingBracket(a: Analysis, i: number, limit: number): number {
  let at = i + 1
  while (at < limit && codeAt(a, at) !== 0x29 && codeAt(a, at) !== 0x5d) at++
  return at
}

// "CAPT.", "McKEE": no small letter but after a first "Mc" or "O'".
function isCapitals(a: Analysis, i: number): boolean {
  const { start, end } = a.tokens[i] as Analysis['tokens'][number]
  return end - start < 40 && /^(?:Mc|Mac|O['’])?[^\p{Ll}]+$/u.test(a.text.slice(start, end))
}

// "of", "the", "and", "'s" within a label.
function isSmallWord(a: Analysis, i: number): boolean {
  const tag = a.pos[i] as number
  return tag === POS.PREPOSITION || tag === POS.DETERMINER || tag === POS.CONJUNCTION || tag === POS.GENITIVE
}

// By block: whether its label opens a turn.
function openersOf(labels: readonly (Label | null)[], counts: ReadonlyMap<number, number>): boolean[] {
  const recurs = (label: Label) => (counts.get(label.key) ?? 0) > 1
  let all = 0
  let capitals = 0
  for (const label of labels) {
    if (!label || !recurs(label)) continue
    all++
    if (label.isCapitals) capitals++
  }
  const first = labels.findIndex((label) => label && recurs(label))
  return labels.map((label, b) => {
    if (!label) return false
    return capitals * 2 > all ? label.isCapitals : recurs(label) || b > first
  })
}

// By block: whether a turn ends before it, because it is a heading or ornaments stand above it.
function breaksOf(a: Analysis, passage: Passage, blocks: readonly (readonly [number, number])[]): boolean[] {
  const { reading } = passage
  let at = passage.firstBlock
  return blocks.map(([first]) => {
    const { start } = a.tokens[first] as Analysis['tokens'][number]
    let isBreak = false
    for (; at < passage.endBlock; at++) {
      const block = reading.blocks[at]
      if (!block) break
      if (block.end > start) return isBreak || block.role === 'heading'
      if (block.role === 'notice' && !/[\p{L}\p{N}]/u.test(reading.text.slice(block.start, block.end).slice(0, 40)))
        isBreak = true
    }
    return isBreak
  })
}

// "(Laughter.)", "[Applause]": what the transcriber says, not the speaker.
function isBracketed(a: Analysis, first: number, end: number): boolean {
  if (!opensBracket(a, first)) return false
  for (let i = first + 1; i < end; i++) {
    const code = codeAt(a, i)
    if (code === 0x29 || code === 0x5d) return i + 2 >= end
  }
  return false
}

/** Whether a finding speaks of words that a transcript gives to its turns, or of a label that opens none. */
export function isWithin(transcript: Transcript, site: number): boolean {
  if (transcript.strays.has(site)) return true
  const { turns } = transcript
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (((turns[middle] as Turn).content.at(-1)?.[1] ?? 0) > site) high = middle
    else low = middle + 1
  }
  const turn = turns[low]
  return turn !== undefined && turn.label[0] <= site
}
