import {
  estimatedShare,
  FULL_BAND,
  isCopy,
  type Shingles,
  shinglesOf,
  sketchOf,
  WORTH_A_LOOK,
} from '../../core/compare/copies.js'
import { FULL_PRINT, printsOf } from '../../core/compare/prints.js'
import { type RepeatRelation, repeatOf } from '../../core/compare/repeats.js'
import type { Said } from '../../core/compare/said.js'
import type { PageRecord } from '../../core/exports/record.js'
import type { PageHead } from '../../core/ledger/port.js'
import type { PageId } from '../../core/model/index.js'
import type { Connection, Engine } from './engine.js'
import { speakersOf } from './entries.js'
import { addedOrder } from './months.js'
import { packedRecord } from './packed.js'
import { bytesOf, headFrom, unpackRecord, unpackSaid } from './text.js'

/** Pages that are held against a new one, those that share most of it first. */
const PAGES = 12
/** Statements that are held against a new one, those that share most prints first. */
const STATEMENTS = 16
const AT_ONCE = 400

/** A page that is being added, as far as its repeats need it. */
export interface Repeating {
  readonly n: number
  /** Its address: what an older version of it says is no repeat elsewhere. */
  readonly address: string | null
  /** The article's body. */
  readonly body: string
  readonly rows: readonly RepeatingRow[]
  /** The body of another page's article. */
  readonly bodyOf: (record: PageRecord) => string
}

interface RepeatingRow {
  readonly n: number
  readonly said: Said
  readonly speaker: number | null
  first: number | null
}

/**
 * Finds what a page repeats of those before it: the page of which it is a near copy, and for each statement the first that
 * it says again. Keeps what later pages are held against. Work is bounded by the page, not by the ledger.
 */
export async function findRepeats(tx: Connection, engine: Engine, page: Repeating): Promise<PageId | null> {
  const copy = await findCopy(tx, engine, page)
  await findStatements(tx, page, copy?.pages ?? [])
  return copy?.id ?? null
}

async function findCopy(
  tx: Connection,
  engine: Engine,
  { n, body, bodyOf }: Repeating,
): Promise<{ id: PageId; pages: number[] } | null> {
  const shingles = shinglesOf(body)
  const sketch = sketchOf(shingles)
  if (!sketch) return null
  const found = await tx
    .selectFrom('bands')
    .select(['key', 'page'])
    .where('key', 'in', [...sketch.bands])
    .execute()
  const perKey = new Map<number, number>()
  const perPage = new Map<number, number>()
  for (const { key, page } of found) {
    perKey.set(key, (perKey.get(key) ?? 0) + 1)
    perPage.set(page, (perPage.get(page) ?? 0) + 1)
  }
  const free = [...new Set(sketch.bands)].filter((key) => (perKey.get(key) ?? 0) < FULL_BAND)
  if (free.length > 0)
    await tx
      .insertInto('bands')
      .values(free.map((key) => ({ key, page: n })))
      .execute()
  await tx
    .updateTable('pages')
    .set({ sketch: minimaBytes(sketch.minima, sketch.shingles) })
    .where('n', '=', n)
    .execute()
  const candidates = [...perPage]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, PAGES)
    .map(([page]) => page)
  if (candidates.length === 0) return null
  const pages = await tx
    .selectFrom('pages')
    .select(['n', 'id', 'copy_of', 'sketch'])
    .where('n', 'in', candidates)
    .execute()
  const byRow = new Map(pages.map((row) => [row.n, row]))
  for (const candidate of candidates) {
    const row = byRow.get(candidate)
    if (!row?.sketch) continue
    if (estimatedShare(sketch, sketchFrom(bytesOf(row.sketch))) < WORTH_A_LOOK) continue
    const theirs: Shingles = shinglesOf(bodyOf(unpackRecord(engine.packing, await packedRecord(tx, engine, row.n))))
    if (!isCopy(shingles, theirs)) continue
    const first = row.copy_of ?? row.n
    await tx.updateTable('pages').set({ copy_of: first }).where('n', '=', n).execute()
    const { id } = await tx.selectFrom('pages').select('id').where('n', '=', first).executeTakeFirstOrThrow()
    return { id: id as PageId, pages: [...new Set([first, row.n])] }
  }
  return null
}

/** The sketch as it is kept: the number of shingles, then the minima, 32 bits each, the lowest byte first. */
function minimaBytes(minima: Uint32Array, shingles: number): Uint8Array {
  const bytes = new Uint8Array(4 + minima.length * 4)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, shingles, true)
  minima.forEach((value, i) => {
    view.setUint32(4 + i * 4, value, true)
  })
  return bytes
}

function sketchFrom(bytes: Uint8Array): { minima: Uint32Array; shingles: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const minima = new Uint32Array(bytes.byteLength / 4 - 1)
  for (let i = 0; i < minima.length; i++) minima[i] = view.getUint32(4 + i * 4, true)
  return { minima, shingles: view.getUint32(0, true) }
}

interface Candidate {
  readonly n: number
  readonly page: number
  readonly address: string | null
  readonly speaker: number | null
  readonly first: number | null
  readonly said: Said
}

async function findStatements(tx: Connection, { rows, address }: Repeating, copied: readonly number[]): Promise<void> {
  const prints = new Map(rows.map((row) => [row.n, printsOf(row.said)]))
  const keys = [...new Set([...prints.values()].flat())]
  const byKey = new Map<number, number[]>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const found = await tx
      .selectFrom('prints')
      .select(['key', 'statement'])
      .where('key', 'in', keys.slice(from, from + AT_ONCE))
      .execute()
    for (const { key, statement } of found) {
      const known = byKey.get(key)
      if (known) known.push(statement)
      else byKey.set(key, [statement])
    }
  }
  const wanted = new Map<number, number[]>()
  for (const row of rows) {
    const shared = new Map<number, number>()
    for (const key of prints.get(row.n) ?? []) {
      for (const statement of byKey.get(key) ?? []) shared.set(statement, (shared.get(statement) ?? 0) + 1)
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || addedOrder(a[0]) - addedOrder(b[0])).slice(0, STATEMENTS)
    wanted.set(
      row.n,
      best.map(([statement]) => statement),
    )
  }
  const candidates = await candidatesOf(tx, [...new Set([...wanted.values()].flat())])
  const roots = await speakersOf(tx, speakerRows([...rows, ...candidates.values()]))
  const root = (speaker: number | null) => (speaker === null ? null : (roots.get(speaker)?.n ?? speaker))
  const settled: { n: number; first: number; relation: RepeatRelation; isVersion: boolean }[] = []
  for (const row of rows) {
    let best: { first: number; relation: RepeatRelation; isVersion: boolean } | null = null
    for (const n of wanted.get(row.n) ?? []) {
      const candidate = candidates.get(n)
      if (!candidate) continue
      const repeat = repeatOf(row.said, candidate.said)
      if (!repeat) continue
      const [mine, theirs] = [root(row.speaker), root(candidate.speaker)]
      const sameSpeaker = mine === null || theirs === null || mine === theirs || namesAgree(row.said, candidate.said)
      // Two who say the same are two statements, unless one page is a copy of the other.
      if (!sameSpeaker && !copied.includes(candidate.page)) continue
      if (best === null || ORDER.indexOf(repeat.relation) < ORDER.indexOf(best.relation))
        best = {
          first: candidate.first ?? candidate.n,
          relation: repeat.relation,
          isVersion: address !== null && candidate.address === address,
        }
    }
    if (best) {
      row.first = best.first
      settled.push({ n: row.n, ...best })
    }
  }
  const counts = new Map<number, number>()
  for (const { n, first, relation, isVersion } of settled) {
    await tx.updateTable('statements').set({ first, repeat: relation }).where('n', '=', n).execute()
    if (!isVersion) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  for (const [n, more] of counts) {
    await tx
      .updateTable('statements')
      .set((eb) => ({ repeats: eb('repeats', '+', more) }))
      .where('n', '=', n)
      .execute()
  }
  // Whatever repeats a statement word for word is found by the first.
  const exact = new Set(settled.filter(({ relation }) => relation === 'exact').map(({ n }) => n))
  const kept = rows
    .filter(({ n }) => !exact.has(n))
    .flatMap(({ n }) =>
      (prints.get(n) ?? [])
        .filter((key) => (byKey.get(key)?.length ?? 0) < FULL_PRINT)
        .map((key) => ({ key, statement: n })),
    )
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    await tx
      .insertInto('prints')
      .values(kept.slice(from, from + AT_ONCE))
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

const ORDER: readonly RepeatRelation[] = ['exact', 'trimmed', 'ellipsis', 'altered']

const speakerRows = (list: readonly { readonly speaker: number | null }[]): number[] =>
  list.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))

/** Two pages may give one person as "Okafor" and "Ana Okafor": too little to settle a speaker, enough beside the same words. */
function namesAgree({ speaker: a }: Said, { speaker: b }: Said): boolean {
  if (!a || !b) return true
  const names = (voice: NonNullable<Said['speaker']>) =>
    [voice.name, ...voice.otherNames].map((name) =>
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    )
  for (const mine of names(a)) {
    for (const theirs of names(b)) {
      const [short, long] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine]
      if (short.length > 0 && short.every((word) => long.includes(word))) return true
    }
  }
  return false
}

async function candidatesOf(tx: Connection, ns: readonly number[]): Promise<Map<number, Candidate>> {
  const found = new Map<number, Candidate>()
  const heads = new Map<number, PageHead>()
  for (let from = 0; from < ns.length; from += AT_ONCE) {
    const rows = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .select([
        'statements.n',
        'statements.id',
        'statements.page',
        'address',
        'speaker',
        'first',
        'said',
        'head',
        'status',
      ])
      .where('statements.n', 'in', ns.slice(from, from + AT_ONCE))
      .execute()
    for (const { n, id, page, address, speaker, first, said, head, status } of rows) {
      if (status === 'rejected') continue
      const own = heads.get(page) ?? headFrom(head)
      heads.set(page, own)
      found.set(n, { n, page, address, speaker, first, said: unpackSaid(said, { id, page: own }) })
    }
  }
  return found
}
