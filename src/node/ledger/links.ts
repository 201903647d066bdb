import {
  answerKeys,
  answersOf,
  type Candidate,
  type Comparable,
  claimKeys,
  comparable,
  FULL_PAIR,
  keysAsAnswer,
  keysOfAnswers,
  type Response,
  responsesOnPage,
} from '../../core/compare/responses.js'
import { daysOf } from '../../core/ledger/said-of.js'
import type { Batch } from './batch.js'
import { type Connection, inChunks } from './engine.js'
import { speakersOf } from './entries.js'
import { addedOrder } from './months.js'
import { headFrom, unpackSaid } from './text.js'

/** Statements of other pages that are weighed for one of a new page: those that share most pairs of words with it. */
const ELSEWHERE = 8
/** Pairs of words that one must share to be weighed: a single pair is mostly chance. */
const PAIRS = 2
/** What is said this long after a claim hardly ever answers it. Days. */
const WITHIN = 60

/** A statement of a page that is being added. */
export interface LinkingRow {
  readonly n: number
  readonly compared: Comparable
  /** The ledger's id of its speaker. */
  readonly speaker: string | null
  readonly first: number | null
}

/** A statement that may answer another or be answered. */
interface Other {
  readonly n: number
  readonly own: Comparable
  readonly leads: boolean
}

/**
 * Finds what a new page's statements answer, on their page and elsewhere, and what elsewhere answers them. What repeats an
 * older statement is passed over: its links are those of the first. Work is bounded by the page, not by the ledger.
 */
export async function linkStatements(tx: Connection, batch: Batch, rows: readonly LinkingRow[]): Promise<void> {
  const own = rows.map(({ n, compared, speaker }, i) => ({ n, own: spokenBy(compared, speaker), leads: i === 0 }))
  const byId = new Map(own.map(({ n, own: { said } }) => [said.id as string, n]))
  const found: { answer: number; claim: number; link: Response }[] = []
  const ready = own.filter((_, i) => rows[i]?.first === null)
  const isNew = new Set(ready.map(({ own: { said } }) => said.id as string))
  for (const link of responsesOnPage(own.map((each) => each.own))) {
    if (!isNew.has(link.answer) && !isNew.has(link.claim)) continue
    found.push({ answer: byId.get(link.answer) as number, claim: byId.get(link.claim) as number, link })
  }
  const keys = ready.map((row) => ({ row, claims: answerKeys(row.own), answers: keysOfAnswers(row.own) }))
  const byKey = await batch.links.find(keys.flatMap(({ claims, answers }) => [...claims, ...answers]))
  const wanted = keys.map(({ row, claims, answers }) => ({
    row,
    claims: mostShared(claims, byKey),
    answers: mostShared(answers, byKey),
  }))
  const others = await othersOf(tx, [...new Set(wanted.flatMap(({ claims, answers }) => [...claims, ...answers]))])
  for (const { row, claims, answers } of wanted) {
    found.push(
      ...linksBetween(
        row,
        claims.flatMap((n) => others.get(n) ?? []),
      ),
    )
    for (const n of answers) {
      const answer = others.get(n)
      if (answer) found.push(...linksBetween(answer, [row]))
    }
  }
  batch.responses(
    found.map(({ answer, claim, link: { kind, confidence, asserted, why } }) => ({
      answer,
      claim,
      kind,
      confidence,
      asserted: asserted ? 1 : 0,
      why: JSON.stringify(why),
    })),
  )
  await keepKeys(batch, ready)
}

/** A statement whose speaker has the ledger's id, so that one speaker is one across pages. */
function spokenBy(own: Comparable, id: string | null): Comparable {
  const { said } = own
  return id === null || !said.speaker ? own : { ...own, said: { ...said, speaker: { ...said.speaker, id } } }
}

function linksBetween(answer: Other, claims: readonly Other[]): { answer: number; claim: number; link: Response }[] {
  const numbers = new Map(claims.map(({ n, own }) => [own.said.id as string, n]))
  const candidates = claims
    .filter(({ own }) => inTime(own.said.date, answer.own.said.date))
    .map(({ own, leads }): Candidate => ({ claim: own, between: { steps: null, leads, speaksAgain: false } }))
  return answersOf(answer.own, candidates).map((link) => ({
    answer: answer.n,
    claim: numbers.get(link.claim) as number,
    link,
  }))
}

function inTime(claim: string | null, answer: string | null): boolean {
  const [from] = daysOf(claim)
  const [, to] = daysOf(answer)
  if (from === null || to === null) return false
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days >= 0 && days <= WITHIN
}

/** The statements that share most keys, and more than one: a single pair of words is mostly chance. */
function mostShared(keys: readonly number[], byKey: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>()
  for (const key of keys) for (const other of byKey.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .filter(([, pairs]) => pairs >= PAIRS)
    .sort((a, b) => b[1] - a[1] || addedOrder(b[0]) - addedOrder(a[0]))
    .slice(0, ELSEWHERE)
    .map(([other]) => other)
}

async function othersOf(tx: Connection, ns: readonly number[]): Promise<Map<number, Other>> {
  const found = new Map<number, Other>()
  for (const some of inChunks(ns)) {
    const rows = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .leftJoin('speakers', 'speakers.n', 'statements.speaker')
      .select([
        'statements.n',
        'statements.id',
        'statements.at',
        'speakers.id as speaker',
        'merged',
        'said',
        'head',
        'status',
      ])
      .where('statements.n', 'in', some)
      .execute()
    const roots = await speakersOf(
      tx,
      rows.flatMap(({ merged }) => merged ?? []),
    )
    for (const { n, id, at, speaker, merged, said, head, status } of rows) {
      if (status === 'rejected') continue
      const root = merged === null ? speaker : (roots.get(merged)?.id ?? speaker)
      const own = comparable(unpackSaid(said, { id, page: headFrom(head) }))
      found.set(n, { n, own: spokenBy(own, root), leads: at === 0 })
    }
  }
  return found
}

async function keepKeys(batch: Batch, rows: readonly Other[]): Promise<void> {
  const wanted = rows.flatMap(({ n, own }) => [...claimKeys(own), ...keysAsAnswer(own)].map((key) => ({ key, n })))
  const counts = await batch.links.count(wanted.map(({ key }) => key))
  batch.links.add(wanted.filter(({ key }) => (counts.get(key) ?? 0) < FULL_PAIR))
}
