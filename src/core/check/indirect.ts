import { type Words, wordsOf } from '../anchor/index.js'
import { stemOf } from '../compare/stem.js'
import type { Act, Span, Statement } from '../model/index.js'
import { type Clause, clausesIn, contradict, denialsIn, isBearing } from './clauses.js'
import { isBelief, isHedge } from './hedges.js'
import { areOpposite, BELIEFS, isNegation } from './lexicon.js'
import { compareSpeakers, type SameSpeaker } from './names.js'
import { numbersIn } from './numbers.js'
import { shorten } from './reasons.js'
import type { Sources } from './sources.js'
import { sentenceEndsBefore } from './texts.js'
import { misdated } from './times.js'
import type { Draft, Nearest, Source, Verdict, VerdictName } from './verdict.js'

/** Stretches of the sources that are looked at closely. */
const PLACES = 32
/** Statements that are weighed one by one. */
const STATEMENTS = 96
/** A report of which less is said in a statement is not supported by it. Set on seed 1 of bench/check.mjs. */
const SUPPORTS = 0.55
/** The nearest are shown from here. */
const NEAR = 0.3

/** Words that bear what a sentence of a statement says, by stem, with what turns and what weakens it. */
interface Gist {
  readonly stems: ReadonlySet<string>
  readonly numbers: readonly string[]
  readonly negative: boolean
  /** How many words deny. */
  readonly denials: number
  readonly clauses: readonly Clause[]
  readonly keys: readonly string[]
  /** A word that weakens it; null: none. */
  readonly hedge: string | null
}

interface Weighed {
  readonly source: Source
  readonly statement: Statement
  /** Of the statement's sentences the one that is nearest. */
  readonly gist: Gist
  /** Share of the report's words that it has, 0 to 1. */
  readonly share: number
  readonly speaker: SameSpeaker
}

/**
 * Judges a statement that the draft gives in its own words: whether a statement of the sources says as much, by the
 * words that they share, by numbers and "not", and by how firmly each says it. A judgement, with its reasons.
 */
export async function checkReport(draft: Draft, statement: Statement, sources: Sources): Promise<Verdict> {
  const own = wholeOf(draft, statement)
  const span = spanOf(statement)
  const found: Weighed[] = []
  const seen = new Set<Statement>()
  for (const { source, start, end } of await sources.find(own.keys, 'anywhere', PLACES)) {
    for (const theirs of statementsIn(source, start, end)) {
      if (seen.has(theirs) || seen.size >= STATEMENTS) continue
      seen.add(theirs)
      const { gist, share } = nearestSentence(own, source, theirs)
      found.push({ source, statement: theirs, gist, share, speaker: compareSpeakers(draft, statement, source, theirs) })
    }
  }
  // What another said is no support, but shows where the words are.
  const rank = ({ share, speaker }: Weighed) => share + (speaker === 'same' ? 0.15 : speaker === 'other' ? -0.3 : 0)
  found.sort((a, b) => rank(b) - rank(a))
  const nearest = found
    .filter(({ share }) => share >= NEAR)
    .slice(0, 3)
    .map(nearestOf)
  const common = { span, statement, difference: [], marks: [] } as const
  const best = found[0]
  const unsupported = (reasons: readonly string[], also: readonly VerdictName[] = []): Verdict => ({
    ...common,
    verdict: 'unsupported',
    also,
    places: [],
    speaker: best?.speaker ?? 'not-settled',
    reasons,
    nearest,
    similarity: best?.share ?? 0,
  })
  if (!best || best.share < NEAR) return unsupported(['No statement in the sources says anything near it.'])
  const { source, statement: theirs, gist, share, speaker } = best
  const words = `“${shorten(theirs.content.map((part) => source.reading.text.slice(part.start, part.end)).join(' … '))}”`
  const percent = `${Math.round(share * 100)} % of its words`
  if (share < SUPPORTS) return unsupported([`The nearest statement has ${percent} only: ${words}.`])
  if (speaker === 'other') return unsupported([`What says as much was said by another: ${words}.`], ['other-speaker'])
  const numbers = own.numbers.filter((value) => value !== '1' && !gist.numbers.includes(value))
  if (numbers.length > 0 && gist.numbers.length > 0)
    return unsupported([
      `The numbers differ: the draft has ${numbers.join(', ')}, the source ${gist.numbers.join(', ')}, in ${words}.`,
    ])
  if (denies(draft, statement, own) !== denies(source, theirs, gist) || hasOpposite(own, gist))
    return unsupported([`One denies what the other says: ${words}.`])
  if (deniesInPart(draft, statement, own, source, theirs, gist))
    return unsupported([`One denies what the other says, or a part of it: ${words}.`])
  const when = misdated(statement, source, theirs)
  const place = nearestOf(best)
  const reasons = [`${words} has ${percent}.`]
  const missing = missingFrom(own, gist, wholeOf(source, theirs))
  if (missing.length > 0) reasons.push(`Not in it: ${missing.map((word) => `“${word}”`).join(', ')}.`)
  if (speaker === 'not-settled') reasons.push('Whether it is this speaker’s is not settled.')
  if (when) reasons.push(when)
  const also: VerdictName[] = when ? ['misdated'] : []
  const [mine, others] = [firmnessOf(draft, statement, own), firmnessOf(source, theirs, gist)]
  const verdict = mine.value > others.value ? 'stronger' : mine.value < others.value ? 'weaker' : ('supported' as const)
  if (verdict !== 'supported') reasons.unshift(`The draft: ${mine.why}. The source: ${others.why}.`)
  return { ...common, verdict, also, places: [place], speaker, reasons, nearest: [], similarity: share }
}

const nearestOf = ({ source, statement, share }: Weighed): Nearest => ({
  source,
  statement,
  span: spanOf(statement),
  similarity: share,
})

/** From the first word of a statement's content to its last. */
export function spanOf({ content }: Statement): Span {
  return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 }
}

/** The statements whose content reaches into [start, end), by halving; those of a page are in order. */
function* statementsIn({ statements }: Source, start: number, end: number): Generator<Statement> {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spanOf(statements[middle] as Statement).start >= start) high = middle
    else low = middle + 1
  }
  // The one before may reach in.
  for (let i = Math.max(0, low - 2); i < statements.length; i++) {
    const statement = statements[i] as Statement
    const span = spanOf(statement)
    if (span.start >= end) return
    if (span.end > start) yield statement
  }
}

/** Whether a statement says that what its words are about is not so: "denied that anyone was hurt", "said nobody was". */
function denies(source: Source, statement: Statement, gist: Gist): boolean {
  const cue = cueOf(source.reading.text, statement)
  const byCue = statement.act === 'deny' || cue.some((key) => DENIES.has(key))
  const negated = statement.negated || cue.some(isNegation)
  // Who does not deny does not affirm either: how firm that is, is another question.
  return (byCue && !negated) !== gist.negative
}

/**
 * Whether denials that cancel each other out hide that a clause says the contrary: "no soldier left and nobody fired"
 * told as "a soldier left and somebody fired". Where a verb that denies carries a statement, its clauses tell nothing.
 */
function deniesInPart(
  draft: Source,
  statement: Statement,
  own: Gist,
  source: Source,
  theirs: Statement,
  gist: Gist,
): boolean {
  if (own.denials === gist.denials) return false
  if (denies(draft, statement, own) !== own.negative || denies(source, theirs, gist) !== gist.negative) return false
  return contradict(own.clauses, gist.clauses)
}

/** The draft's bearing words that a statement does not have, as far as a reason names them. */
function missingFrom(own: Gist, ...theirs: readonly Gist[]): string[] {
  const missing = own.keys.filter((key) => isBearing(key) && !theirs.some(({ stems }) => stems.has(stemOf(key))))
  return [...new Set(missing)].slice(0, 6)
}

const gists = new WeakMap<Statement, readonly Gist[]>()

/** The gists of a statement: of each of its sentences, and of all of them together where they are several. */
function gistsOf({ reading }: Source, statement: Statement): readonly Gist[] {
  let known = gists.get(statement)
  if (!known) {
    const all = statement.content.map(({ start, end }) => wordsOf(reading.text, start, end))
    const sentences = all.flatMap((words) => {
      const out: Gist[] = []
      let from = 0
      for (let i = 1; i <= words.key.length; i++) {
        if (i < words.key.length && !sentenceEndsBefore(words, i)) continue
        out.push(gistOf(words, from, i))
        from = i
      }
      return out
    })
    known = sentences.length < 2 ? sentences : [...sentences, together(sentences)]
    gists.set(statement, known)
  }
  return known
}

function gistOf(words: Words, from: number, to: number): Gist {
  const keys = words.key.slice(from, to)
  let hedge: string | null = null
  for (let i = from; i < to; i++) if (isHedge(words, i) || isBelief(words, i)) hedge ??= words.key[i] as string
  const stems = new Set(keys.filter(isBearing).map(stemOf))
  const denials = denialsIn(keys)
  const clauses = clausesIn(words, from, to)
  return { keys, stems, numbers: numbersIn(keys), negative: denials % 2 === 1, denials, clauses, hedge }
}

const together = (all: readonly Gist[]): Gist => ({
  keys: all.flatMap(({ keys }) => keys),
  stems: new Set(all.flatMap(({ stems }) => [...stems])),
  numbers: all.flatMap(({ numbers }) => numbers),
  negative: all.filter(({ negative }) => negative).length % 2 === 1,
  denials: all.reduce((sum, { denials }) => sum + denials, 0),
  clauses: all.flatMap(({ clauses }) => clauses),
  hedge: all.find(({ hedge }) => hedge !== null)?.hedge ?? null,
})

const NOTHING: Gist = { keys: [], stems: new Set(), numbers: [], negative: false, denials: 0, clauses: [], hedge: null }

const wholeOf = (source: Source, statement: Statement): Gist => gistsOf(source, statement).at(-1) ?? NOTHING

/** The sentence that has most of the report's words; all of them together only where none has nearly as many. */
function nearestSentence(own: Gist, source: Source, statement: Statement): { gist: Gist; share: number } {
  const all = gistsOf(source, statement).map((gist) => ({ gist, share: shareOf(own, gist) }))
  const whole = all.length > 1 ? all.pop() : undefined
  let best = all[0] ?? { gist: NOTHING, share: 0 }
  for (const one of all) if (one.share > best.share) best = one
  return whole && whole.share > best.share + 0.2 ? whole : best
}

function shareOf(own: Gist, theirs: Gist): number {
  if (own.stems.size === 0) return 0
  let same = 0
  for (const stem of own.stems) if (theirs.stems.has(stem)) same++
  return same / own.stems.size
}

function hasOpposite(a: Gist, b: Gist): boolean {
  const [q, w] = [a.keys.slice(0, 200), b.keys.slice(0, 200)]
  const there = new Set(w)
  const own = new Set(q)
  // Who tells of dead and wounded says that some were killed.
  const alsoDead = (key: string) => key === 'killed' && w.some((y) => DEAD.has(y))
  return q.some((x) => !there.has(x) && !alsoDead(x) && w.some((y) => !own.has(y) && areOpposite(x, y)))
}

const DEAD: ReadonlySet<string> = new Set(
  'dead death deaths die dies died dying kill kills killing killings'.split(' '),
)

/** How firmly a statement says what it says: 2 as a fact, 1 as what is thought or likely, 0 as what is left open. */
interface Firmness {
  readonly value: 0 | 1 | 2 | 3
  readonly why: string
}

const SOFT: ReadonlySet<Act> = new Set<Act>(['believe', 'estimate', 'predict', 'wish', 'feel', 'ask'])
const OPEN = new Set(
  'suggest suggests suggested hint hints hinted imply implies implied indicate indicates indicated'.split(' '),
)
const CONFIRMS = new Set('confirm confirms confirmed verify verified prove proves proved proven established'.split(' '))
const DENIES = new Set('deny denies denied rule ruled exclude excluded dismiss dismissed reject rejected'.split(' '))

function firmnessOf({ reading }: Source, statement: Statement, { keys, hedge }: Gist): Firmness {
  const cue = cueOf(reading.text, statement)
  const named = cue.length > 0 ? `“${cue.join(' ')}”` : 'no word that carries it'
  const negated = statement.negated || cue.some(isNegation)
  if (negated && (statement.act === 'deny' || cue.some((key) => DENIES.has(key))))
    return { value: 0, why: `${named} leaves it open` }
  const found = statement.hedges.find(({ start, end }) => isIn(keys, wordsOf(reading.text, start, end).key))
  const weakens = found ? reading.text.slice(found.start, found.end) : hedge
  if (weakens !== null) return { value: 1, why: `“${weakens}” weakens it` }
  if (cue.some((key) => BELIEFS.has(key) || OPEN.has(key)) || SOFT.has(statement.act))
    return { value: 1, why: `${named} gives it as what is thought` }
  if (cue.some((key) => CONFIRMS.has(key)) || statement.act === 'confirm')
    return { value: 3, why: `${named} gives it as settled` }
  return { value: 2, why: `${named} gives it plainly` }
}

const isIn = (keys: readonly string[], some: readonly string[]): boolean => some.every((key) => keys.includes(key))

/** The words that carry a statement, by their keys. */
function cueOf(text: string, { cue }: Statement): string[] {
  if (!cue) return []
  return [...wordsOf(text, cue.start, cue.end).key]
}
