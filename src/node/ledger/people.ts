import { type Insertable, type Selectable, sql } from 'kysely'
import type { Voice } from '../../core/compare/said.js'
import { searchWords } from '../../core/ledger/tokens.js'
import type { SpeakerKind } from '../../core/model/index.js'
import { type Named, nameKeys, sameSpeaker } from '../../core/speakers/across.js'
import { type Connection, type Engine, inChunks } from './engine.js'
import type { Tables } from './tables.js'
import { column, listFrom } from './text.js'

/** Names and roles that are kept of a speaker; what pages say beyond them is in their records. */
const MOST = 48
/** Speakers of one name that a page's speaker is compared with. */
const NAMESAKES = 24
/** Speakers of one name that are looked at for these: several may have been merged into one. */
const LOOKED_AT = 2 * NAMESAKES
/** Values in one question. */
const AT_ONCE = 400
/** Rows of several values in one. */
const ROWS = 200

/** A ledger's speaker as the writer knows it. */
interface Known extends Named {
  readonly n: number
  readonly id: string
  otherNames: string[]
  roles: string[]
}

/** A page's speaker and how many statements it has there. */
export interface Arriving {
  readonly voice: Voice
  readonly statements: number
}

/** One of the ledger's speakers: its row and its id. */
export interface Settled {
  readonly n: number
  readonly id: string
}

/**
 * Settles which of the ledger's speakers a page's are, makes those that are new, and keeps what the page says of each.
 *
 * @returns by the id in the page's record
 */
export async function settleSpeakers(
  tx: Connection,
  engine: Engine,
  arriving: readonly Arriving[],
): Promise<Map<string, Settled>> {
  const settled = new Map<string, Settled>()
  if (arriving.length === 0) return settled
  const keys = new Map(arriving.map(({ voice }) => [voice.id, nameKeys(voice).map(column)]))
  const known = await namesakes(tx, engine, [...new Set([...keys.values()].flat())])
  const fresh: { voice: Voice; statements: number; perhaps: [string, string][] }[] = []
  const larger = new Map<Known, Larger>()
  for (const { voice, statements } of arriving) {
    const candidates = [...new Set((keys.get(voice.id) ?? []).flatMap((key) => known.get(key) ?? []))]
    const perhaps: [string, string][] = []
    const same: { speaker: Known; roles: boolean }[] = []
    for (const speaker of candidates) {
      const { same: is, why } = sameSpeaker(voice, speaker)
      if (is === 'yes') same.push({ speaker, roles: why.includes('have to do with') })
      if (is === 'perhaps') perhaps.push([speaker.id, why])
    }
    // Of namesakes, the one with a role in common; where none or several have, no one can tell.
    const sure = same.filter(({ roles }) => roles)
    const [found] = sure.length === 1 ? sure : same.length === 1 ? same : []
    if (found) {
      const { n, id } = found.speaker
      settled.set(voice.id, { n, id })
      const more = larger.get(found.speaker) ?? { statements: 0, names: [] }
      larger.set(found.speaker, more)
      enlarge(found.speaker, more, voice, statements)
    } else {
      for (const { speaker } of same) perhaps.push([speaker.id, `several are named "${voice.name}"`])
      fresh.push({ voice, statements, perhaps })
    }
  }
  await keepLarger(tx, larger)
  const named = [...larger].flatMap(([{ n }, { names }]) => names.map((voice) => ({ speaker: n, voice })))
  for (const { n, voice } of await make(tx, fresh)) {
    settled.set(voice.id, { n, id: voice.id })
    named.push({ speaker: n, voice })
  }
  await nameRowsOfAll(tx, named)
  return settled
}

/** A page's speakers as they are kept. */
export function speakerRows(
  page: { readonly n: number; readonly day: string | null },
  arriving: readonly Arriving[],
  settled: ReadonlyMap<string, Settled>,
): Insertable<Tables['page_speakers']>[] {
  return arriving.map(({ voice }) => ({
    page: page.n,
    id: voice.id,
    speaker: (settled.get(voice.id) as Settled).n,
    roles: JSON.stringify(voice.roles.slice(0, MOST)),
    day: page.day,
  }))
}

/** The ledger's speakers by key of their names, merged ones as what they were merged into. */
async function namesakes(tx: Connection, engine: Engine, keys: readonly string[]): Promise<Map<string, Known[]>> {
  const found = new Map<string, Known[]>()
  const byRow = new Map<number, Known>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const words = keys.slice(from, from + AT_ONCE).map((key) => `=${key}`)
    const rows = [...(await engine.speakersOfWords(tx, words, LOOKED_AT))].sort((a, b) => a.speaker - b.speaker)
    const roots = await rootsOf(tx, [...new Set(rows.map(({ speaker }) => speaker))])
    for (const { word, speaker: own } of rows) {
      const row = roots.get(own)
      if (!row) continue
      const speaker = byRow.get(row.n) ?? row
      byRow.set(row.n, speaker)
      const list = found.get(word.slice(1)) ?? []
      if (!list.includes(speaker) && list.length < NAMESAKES) list.push(speaker)
      found.set(word.slice(1), list)
    }
  }
  return found
}

/** What is read of a speaker to compare it. */
const ROOT = ['n', 'id', 'name', 'kind', 'other_names', 'roles', 'merged'] as const

/** By row: the speaker that it stands for, through all merges. */
async function rootsOf(tx: Connection, rows: readonly number[]): Promise<Map<number, Known>> {
  const roots = new Map<number, Known>()
  let open = new Map(rows.map((n) => [n, n]))
  while (open.size > 0) {
    const byRow = new Map<number, Pick<Selectable<Tables['speakers']>, (typeof ROOT)[number]>>()
    for (const ns of inChunks([...new Set(open.values())])) {
      const found = await tx.selectFrom('speakers').select(ROOT).where('n', 'in', ns).execute()
      for (const row of found) byRow.set(row.n, row)
    }
    const next = new Map<number, number>()
    for (const [asked, at] of open) {
      const row = byRow.get(at)
      if (!row) continue
      if (row.merged !== null) next.set(asked, row.merged)
      else {
        roots.set(asked, {
          n: row.n,
          id: row.id,
          name: row.name,
          kind: row.kind as SpeakerKind,
          otherNames: listFrom(row.other_names),
          roles: listFrom(row.roles),
        })
      }
    }
    open = next
  }
  return roots
}

/** What a page adds to a speaker: statements, and whoever has names that it had not. */
interface Larger {
  statements: number
  readonly names: Named[]
}

function enlarge(speaker: Known, more: Larger, voice: Voice, statements: number): void {
  const names = [voice.name, ...voice.otherNames].filter(
    (name) => name !== speaker.name && !speaker.otherNames.includes(name),
  )
  const roles = voice.roles.filter((role) => !speaker.roles.includes(role))
  speaker.otherNames.push(...names.slice(0, Math.max(0, MOST - speaker.otherNames.length)))
  speaker.roles.push(...roles.slice(0, Math.max(0, MOST - speaker.roles.length)))
  more.statements += statements
  if (names.length > 0) more.names.push({ ...voice, otherNames: names })
}

async function keepLarger(tx: Connection, larger: ReadonlyMap<Known, Larger>): Promise<void> {
  const rows = [...larger].map(
    ([{ n, otherNames, roles }, { statements }]) =>
      sql`(cast(${n} as bigint), cast(${statements} as bigint), ${JSON.stringify(otherNames)}, ${JSON.stringify(roles)})`,
  )
  for (let from = 0; from < rows.length; from += ROWS) {
    await sql`with more (speaker, said, names, held) as (values ${sql.join(rows.slice(from, from + ROWS))})
      update speakers set statements = statements + more.said, other_names = more.names, roles = more.held
      from more where speakers.n = more.speaker`.execute(tx)
  }
}

async function make(
  tx: Connection,
  fresh: readonly { voice: Voice; statements: number; perhaps: [string, string][] }[],
): Promise<{ n: number; voice: Voice }[]> {
  const made = new Map<string, number>()
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const rows = await tx
      .insertInto('speakers')
      .values(
        fresh.slice(from, from + AT_ONCE).map(({ voice, statements, perhaps }) => ({
          id: voice.id,
          name: column(voice.name),
          kind: voice.kind,
          other_names: JSON.stringify(voice.otherNames.slice(0, MOST)),
          roles: JSON.stringify(voice.roles.slice(0, MOST)),
          merged: null,
          perhaps: JSON.stringify(perhaps),
          statements,
        })),
      )
      .returning(['n', 'id'])
      .execute()
    for (const { id, n } of rows) made.set(id, n)
  }
  return fresh.map(({ voice }) => ({ n: made.get(voice.id) as number, voice }))
}

/** The words by which a speaker is looked for: whole names behind `=`, and each word of its names. */
export async function nameRows(tx: Connection, speaker: number, voice: Named): Promise<void> {
  await nameRowsOfAll(tx, [{ speaker, voice }])
}

async function nameRowsOfAll(tx: Connection, list: readonly { speaker: number; voice: Named }[]): Promise<void> {
  const rows = list.flatMap(({ speaker, voice }) => {
    const keys = nameKeys(voice).map((key) => column(`=${key}`))
    // "An official" and "a report" are nobody's names; they are found by their statements.
    const names = keys.length === 0 ? [] : [voice.name, ...voice.otherNames].flatMap(searchWords)
    return [...new Set([...keys, ...names])].map((word) => ({ word, speaker }))
  })
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('speaker_names')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((c) => c.doNothing())
      .execute()
  }
}
