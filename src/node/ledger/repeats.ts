import {
  estimatedShare,
  FULL_BAND,
  isCopy,
  type Shingles,
  type Sketch,
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
import type { Batch } from './batch.js'
import { type Connection, type Engine, inChunks } from './engine.js'
import { speakersOf } from './entries.js'
import { addedOrder } from './months.js'
import { packedRecord } from './packed.js'
import { bytesOf, headFrom, unpackRecord, unpackSaid } from './text.js'

/** Pages that are held against a new one, those that share most of it first. */
const PAGES = 12
/** Statements that are held against a new one, those that share most prints first. */
const STATEMENTS = 16

/** What of a page its repeats are found by. */
export interface Prints {
  readonly shingles: Shingles
  readonly sketch: Sketch | null
  /** By statement. */
  readonly statements: readonly (readonly number[])[]
}

/** A page's prints: the body of its article, and its statements. */
export function printsOfPage(body: string, said: readonly Said[]): Prints {
  const shingles = shinglesOf(body)
  return { shingles, sketch: sketchOf(shingles), statements: said.map(printsOf) }
}

/** A page that is being added, as far as its repeats need it. */
export interface Repeating {
  /** Its address: what an older version of it says is no repeat elsewhere. */
  readonly address: string | null
  readonly prints: Prints
  readonly said: readonly Said[]
  /** By statement: its speaker's row. */
  readonly speakers: readonly (number | null)[]
  /** The body of another page's article. */
  readonly bodyOf: (record: PageRecord) => string
}

/** What a page repeats. */
export interface Repeats {
  /** The first of the pages of which it is a near copy. */
  readonly copy: { readonly n: number; readonly id: PageId } | null
  /** The sketch as it is kept. */
  readonly sketch: Uint8Array | null
  /** By statement: what it repeats. */
  readonly statements: readonly (Repeat | null)[]
  /** Keys under which it is kept, for later pages to be held against. */
  readonly bands: readonly number[]
  readonly prints: readonly (readonly number[])[]
}

/** What a statement repeats: the first that said it. */
export interface Repeat {
  readonly first: number
  readonly relation: RepeatRelation
  /** Whether that one is of an older version of the page. */
  readonly isVersion: boolean
}

/**
 * Finds what a page repeats of those before it: the page of which it is a near copy, and for each statement the first that
 * it says again. Work is bounded by the page, not by the ledger.
 */
export async function findRepeats(tx: Connection, engine: Engine, batch: Batch, page: Repeating): Promise<Repeats> {
  const { bands, copy } = await findCopy(tx, engine, batch, page)
  const { repeats, prints } = await findStatements(tx, batch, page, copy?.pages ?? [])
  const { sketch } = page.prints
  return {
    copy: copy && { n: copy.n, id: copy.id },
    sketch: sketch && minimaBytes(sketch.minima, sketch.shingles),
    statements: repeats,
    bands,
    prints,
  }
}

/** Keeps what was found of a page that is added now, and what later pages are held against. */
export async function keepRepeats(
  tx: Connection,
  batch: Batch,
  page: number,
  statements: readonly number[],
  { statements: repeats, bands, prints }: Repeats,
): Promise<void> {
  batch.bands.add(bands.map((key) => ({ key, n: page })))
  batch.prints.add(prints.flatMap((keys, i) => keys.map((key) => ({ key, n: statements[i] as number }))))
  const counts = new Map<number, number>()
  for (const repeat of repeats)
    if (repeat && !repeat.isVersion) counts.set(repeat.first, (counts.get(repeat.first) ?? 0) + 1)
  for (const more of new Set(counts.values())) {
    const firsts = [...counts].flatMap(([n, count]) => (count === more ? [n] : []))
    for (const some of inChunks(firsts)) {
      await tx
        .updateTable('statements')
        .set((eb) => ({ repeats: eb('repeats', '+', more) }))
        .where('n', 'in', some)
        .execute()
    }
  }
}

async function findCopy(
  tx: Connection,
  engine: Engine,
  batch: Batch,
  { prints: { shingles, sketch }, bodyOf }: Repeating,
): Promise<{ bands: number[]; copy: { n: number; id: PageId; pages: number[] } | null }> {
  if (!sketch) return { bands: [], copy: null }
  const found = await batch.bands.find(sketch.bands)
  const bands = [...new Set(sketch.bands)].filter((key) => (found.get(key)?.length ?? 0) < FULL_BAND)
  const perPage = new Map<number, number>()
  for (const pages of found.values()) for (const page of pages) perPage.set(page, (perPage.get(page) ?? 0) + 1)
  const candidates = [...perPage]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, PAGES)
    .map(([page]) => page)
  if (candidates.length === 0) return { bands, copy: null }
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
    const { id } = await tx.selectFrom('pages').select('id').where('n', '=', first).executeTakeFirstOrThrow()
    return { bands, copy: { n: first, id: id as PageId, pages: [...new Set([first, row.n])] } }
  }
  return { bands, copy: null }
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
  /** Through all merges. */
  readonly speaker: number | null
  readonly first: number | null
  readonly said: Said
}

async function findStatements(
  tx: Connection,
  batch: Batch,
  { prints, said, speakers, address }: Repeating,
  copied: readonly number[],
): Promise<{ repeats: (Repeat | null)[]; prints: number[][] }> {
  const byKey = await batch.prints.find(prints.statements.flat())
  const wanted = prints.statements.map((keys) => {
    const shared = new Map<number, number>()
    for (const key of keys)
      for (const statement of byKey.get(key) ?? []) shared.set(statement, (shared.get(statement) ?? 0) + 1)
    return [...shared]
      .sort((a, b) => b[1] - a[1] || addedOrder(a[0]) - addedOrder(b[0]))
      .slice(0, STATEMENTS)
      .map(([statement]) => statement)
  })
  const candidates = await candidatesOf(tx, [...new Set(wanted.flat())])
  const repeats = said.map((own, i) => {
    let best: Repeat | null = null
    for (const n of wanted[i] ?? []) {
      const candidate = candidates.get(n)
      if (!candidate) continue
      const repeat = repeatOf(own, candidate.said)
      if (!repeat) continue
      const [mine, theirs] = [speakers[i] ?? null, candidate.speaker]
      const sameSpeaker = mine === null || theirs === null || mine === theirs || namesAgree(own, candidate.said)
      // Two who say the same are two statements, unless one page is a copy of the other.
      if (!sameSpeaker && !copied.includes(candidate.page)) continue
      if (best === null || ORDER.indexOf(repeat.relation) < ORDER.indexOf(best.relation))
        best = {
          first: candidate.first ?? candidate.n,
          relation: repeat.relation,
          isVersion: address !== null && candidate.address === address,
        }
    }
    return best
  })
  return {
    repeats,
    prints: prints.statements.map((keys, i) =>
      // Whatever repeats a statement word for word is found by the first.
      repeats[i]?.relation === 'exact' ? [] : keys.filter((key) => (byKey.get(key)?.length ?? 0) < FULL_PRINT),
    ),
  }
}

const ORDER: readonly RepeatRelation[] = ['exact', 'trimmed', 'ellipsis', 'altered']

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
  for (const some of inChunks(ns)) {
    const rows = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .leftJoin('speakers', 'speakers.n', 'statements.speaker')
      .select([
        'statements.n',
        'statements.id',
        'statements.page',
        'address',
        'speaker',
        'merged',
        'first',
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
    for (const { n, id, page, address, speaker, merged, first, said, head, status } of rows) {
      if (status === 'rejected') continue
      const own = heads.get(page) ?? headFrom(head)
      heads.set(page, own)
      const root = merged === null ? speaker : (roots.get(merged)?.n ?? speaker)
      found.set(n, { n, page, address, speaker: root, first, said: unpackSaid(said, { id, page: own }) })
    }
  }
  return found
}
