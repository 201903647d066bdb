import type { Span } from '../model/index.js'
import type { Pairing, Worded } from './pairing.js'
import { isSame, isSameSpeaker, speakersOf } from './tally.js'

/** What can be wrong with a statement, in the order in which it is shown. */
export const MISTAKES = {
  missed: 'gold has it, and nothing predicted shares a word of its content',
  'half found': 'gold has it, and what is predicted there shares less than half of its words',
  spurious: 'predicted, and paired with nothing in gold',
  'content too long': 'found, with more words than gold has',
  'content too short': 'found, with fewer words than gold has',
  'content otherwise': 'found, with other words at its edges',
  'wrong mention': 'found, and the words that name who said it share none with gold’s',
  'mention cut otherwise': 'found, with the right mention cut otherwise',
  'wrong cue': 'found, with other cue words',
  'wrong speaker': 'found, and whoever it is given to is another',
  'wrong act': 'found, and said to do something else',
  'wrong quotation': 'found, and said to be of another kind of quotation',
} as const

/** One of {@link MISTAKES}. */
export type MistakeName = keyof typeof MISTAKES

/** One mistake, with its place. */
export interface Mistake {
  readonly name: MistakeName
  readonly document: string
  /** Offset of the statement, in UTF-16 code units of the document's text. */
  readonly at: number
  /** The words of gold, and of what was predicted; null: it has none. */
  readonly gold: string | null
  readonly predicted: string | null
}

/** The mistakes of a document. */
export function mistakesOf(document: string, pairing: Pairing): Mistake[] {
  const { text } = pairing
  const out: Mistake[] = []
  const put = (name: MistakeName, at: Worded, gold: string | null, predicted: string | null) =>
    out.push({ name, document, at: startOf(at), gold, predicted })
  const words = (spans: readonly Span[]) =>
    spans.length === 0 ? null : spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  const content = ({ statement }: Worded) => words(statement.content)
  const taken = new Set<Worded>()
  const speakers = speakersOf(pairing)
  for (const { gold, predicted, who } of pairing.pairs) {
    taken.add(predicted)
    const [a, b] = [gold.statement, predicted.statement]
    if (!isSame(gold.content, predicted.content)) {
      const isLonger = [...gold.content].every((word) => predicted.content.has(word))
      const isShorter = [...predicted.content].every((word) => gold.content.has(word))
      const name = isLonger ? 'content too long' : isShorter ? 'content too short' : 'content otherwise'
      put(name, gold, content(gold), content(predicted))
    }
    if (!who) put('wrong mention', gold, words(a.mention), words(b.mention))
    else if (!isSame(gold.mention, predicted.mention))
      put('mention cut otherwise', gold, words(a.mention), words(b.mention))
    if (!isSame(gold.cue, predicted.cue)) put('wrong cue', gold, words(a.cue), words(b.cue))
    if (a.speaker !== undefined && !isSameSpeaker(a.speaker, b.speaker ?? null, speakers))
      put('wrong speaker', gold, a.speaker, b.speaker ?? null)
    if (a.act !== undefined && a.act !== b.act) put('wrong act', gold, a.act, b.act ?? null)
    if (a.quotation !== undefined && a.quotation !== b.quotation)
      put('wrong quotation', gold, a.quotation, b.quotation ?? null)
  }
  for (const [own, near] of pairing.nearest)
    put(near ? 'half found' : 'missed', own, content(own), near && content(near))
  for (const own of pairing.predicted) if (!taken.has(own)) put('spurious', own, null, content(own))
  return out
}

const startOf = ({ statement }: Worded): number => statement.content[0]?.start ?? 0
