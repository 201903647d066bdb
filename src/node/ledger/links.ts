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
import type { Said } from '../../core/compare/said.js'
import { daysOf } from '../../core/ledger/said-of.js'
import type { Connection } from './engine.js'
import { speakersOf } from './entries.js'
import { addedOrder } from './months.js'
import { headFrom, unpackSaid } from './text.js'

/** Statements of other pages that are weighed for one of a new page: those that share most pairs of words with it. */
const ELSEWHERE = 8
/** Pairs of words that one must share to be weighed: a single pair is mostly chance. */
const PAIRS = 2
/** What is said this long after a claim hardly ever answers it. Days. */
const WITHIN = 60
const AT_ONCE = 400

/** A statement of a page that is being added. */
export interface LinkingRow {
  readonly n: number
  readonly said: Said
  readonly speaker: number | null
  readonly first: number | null
}

/** A statement of another page. */
interface Other {
  readonly n: number
  readonly own: Comparable
  readonly leads: boolean
}

/**
 * Finds what a new page's statements answer, on their page and elsewhere, and what elsewhere answers them. What repeats an
 * older statement is passed over: its links are those of the first. Work is bounded by the page, not by the ledger.
 */
export async function linkStatements(tx: Connection, rows: readonly LinkingRow[]): Promise<void> {
  const own = await withRoots(tx, rows)
  const byId = new Map(rows.map(({ n, said }) => [said.id as string, n]))
  const found: { answer: number; claim: number; link: Response }[] = []
  const isNew = new Set(rows.filter(({ first }) => first === null).map(({ said }) => said.id as string))
  for (const link of responsesOnPage(own.map(({ said }) => said))) {
    if (!isNew.has(link.answer) && !isNew.has(link.claim)) continue
    found.push({ answer: byId.get(link.answer) as number, claim: byId.get(link.claim) as number, link })
  }
  const fresh = own.map((each, i) => ({ ...each, leads: i === 0 })).filter((_, i) => rows[i]?.first === null)
  const ready = fresh.map(({ n, said, leads }): Other => ({ n, own: comparable(said), leads }))
  const asClaims = await lookUp(tx, ready, answerKeys)
  const asAnswers = await lookUp(tx, ready, keysOfAnswers)
  const others = await othersOf(tx, [...new Set([...asClaims.values(), ...asAnswers.values()].flat())])
  for (const row of ready) {
    const candidates = (asClaims.get(row.n) ?? []).flatMap((n) => others.get(n) ?? [])
    found.push(...linksBetween(row, candidates))
    for (const n of asAnswers.get(row.n) ?? []) {
      const answer = others.get(n)
      if (answer) found.push(...linksBetween(answer, [row]))
    }
  }
  await keep(tx, found)
  await keepKeys(tx, ready)
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

async function lookUp(
  tx: Connection,
  rows: readonly Other[],
  keysOf: (own: Comparable) => number[],
): Promise<Map<number, number[]>> {
  const keys = new Map(rows.map(({ n, own }) => [n, keysOf(own)]))
  const all = [...new Set([...keys.values()].flat())]
  const byKey = new Map<number, number[]>()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const found = await tx
      .selectFrom('link_keys')
      .select(['key', 'statement'])
      .where('key', 'in', all.slice(from, from + AT_ONCE))
      .execute()
    for (const { key, statement } of found) {
      const known = byKey.get(key)
      if (known) known.push(statement)
      else byKey.set(key, [statement])
    }
  }
  return new Map(
    rows.map(({ n }) => {
      const shared = new Map<number, number>()
      for (const key of keys.get(n) ?? []) {
        for (const other of byKey.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      const best = [...shared]
        .filter(([, pairs]) => pairs >= PAIRS)
        .sort((a, b) => b[1] - a[1] || addedOrder(b[0]) - addedOrder(a[0]))
        .slice(0, ELSEWHERE)
      return [n, best.map(([other]) => other)]
    }),
  )
}

/** The speakers of statements under the ledger's ids, so that one speaker is one across pages. */
async function withRoots(tx: Connection, rows: readonly LinkingRow[]): Promise<LinkingRow[]> {
  const roots = await speakersOf(
    tx,
    rows.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  )
  return rows.map((row) => {
    const root = row.speaker === null ? undefined : roots.get(row.speaker)
    if (!root || !row.said.speaker) return row
    return { ...row, said: { ...row.said, speaker: { ...row.said.speaker, id: root.id } } }
  })
}

async function othersOf(tx: Connection, ns: readonly number[]): Promise<Map<number, Other>> {
  const found = new Map<number, Other>()
  for (let from = 0; from < ns.length; from += AT_ONCE) {
    const rows = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .select(['statements.n', 'statements.id', 'statements.at', 'speaker', 'first', 'said', 'head', 'status'])
      .where('statements.n', 'in', ns.slice(from, from + AT_ONCE))
      .execute()
    const kept = rows
      .filter(({ status }) => status !== 'rejected')
      .map(({ n, id, at, speaker, first, said, head }) => ({
        n,
        at,
        speaker,
        first,
        said: unpackSaid(said, { id, page: headFrom(head) }),
      }))
    const rooted = await withRoots(tx, kept)
    rooted.forEach((row, i) => {
      found.set(row.n, { n: row.n, own: comparable(row.said), leads: kept[i]?.at === 0 })
    })
  }
  return found
}

async function keep(
  tx: Connection,
  found: readonly { answer: number; claim: number; link: Response }[],
): Promise<void> {
  const rows = found.map(({ answer, claim, link: { kind, confidence, asserted, why } }) => ({
    answer,
    claim,
    kind,
    confidence,
    asserted: asserted ? 1 : 0,
    why: JSON.stringify(why),
  }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('links')
      .values(rows.slice(from, from + AT_ONCE))
      // What a person said of a pair stands.
      .onConflict((c) => c.columns(['answer', 'claim']).doNothing())
      .execute()
  }
}

async function keepKeys(tx: Connection, rows: readonly Other[]): Promise<void> {
  const wanted = rows.flatMap(({ n, own }) =>
    [...claimKeys(own), ...keysAsAnswer(own)].map((key) => ({ key, statement: n })),
  )
  const keys = [...new Set(wanted.map(({ key }) => key))]
  const full = new Set<number>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const counts = await tx
      .selectFrom('link_keys')
      .select((eb) => ['key', eb.fn.countAll<number>().as('count')])
      .where('key', 'in', keys.slice(from, from + AT_ONCE))
      .groupBy('key')
      .execute()
    for (const { key, count } of counts) if (Number(count) >= FULL_PAIR) full.add(key)
  }
  const kept = wanted.filter(({ key }) => !full.has(key))
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    await tx
      .insertInto('link_keys')
      .values(kept.slice(from, from + AT_ONCE))
      .onConflict((c) => c.doNothing())
      .execute()
  }
}
