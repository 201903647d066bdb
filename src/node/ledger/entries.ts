import type { Said } from '../../core/compare/said.js'
import type { Entry } from '../../core/ledger/port.js'
import type { Connection } from './engine.js'
import { headFrom, unpackSaid } from './text.js'

const AT_ONCE = 400

/** Statements as they are shown, by row number, with the ledger's speakers through all merges. */
export async function entriesOf(tx: Connection, rows: readonly number[]): Promise<Map<number, Entry>> {
  const entries = new Map<number, Entry>()
  const ns = [...new Set(rows)]
  for (let from = 0; from < ns.length; from += AT_ONCE) {
    const found = await tx
      .selectFrom('statements')
      .innerJoin('pages', 'pages.n', 'statements.page')
      .leftJoin('statements as firsts', 'firsts.n', 'statements.first')
      .select([
        'statements.n',
        'statements.id',
        'statements.said',
        'statements.speaker',
        'statements.status',
        'statements.confidence',
        'statements.current',
        'statements.repeats',
        'firsts.repeats as others',
        'pages.head',
      ])
      .where('statements.n', 'in', ns.slice(from, from + AT_ONCE))
      .execute()
    const speakers = await speakersOf(
      tx,
      found.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
    )
    for (const row of found) {
      const speaker = row.speaker === null ? null : (speakers.get(row.speaker) ?? null)
      const page = headFrom(row.head)
      const said = unpackSaid(row.said, { id: row.id, page })
      entries.set(row.n, {
        said: speaker === null ? { ...said, speaker: null } : { ...said, speaker: withLedgers(said, speaker) },
        page,
        status: row.status as Entry['status'],
        confidence: row.confidence,
        repeats: row.others ?? row.repeats,
        superseded: row.current === 0,
      })
    }
  }
  return entries
}

/** A statement's speaker under the ledger's id; the name stays that of the page, which is what can be checked. */
function withLedgers(said: Said, speaker: SpeakerRow): Said['speaker'] {
  const { id, name, kind } = speaker
  if (!said.speaker) return { id, name, kind: kind as never, otherNames: [], roles: [] }
  return { ...said.speaker, id, name: said.speaker.name }
}

/** A speaker's row, as far as views need it. */
export interface SpeakerRow {
  readonly n: number
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** By row: the speaker that it stands for, through all merges. */
export async function speakersOf(tx: Connection, rows: readonly number[]): Promise<Map<number, SpeakerRow>> {
  const found = new Map<number, SpeakerRow>()
  let open = new Map(rows.map((n) => [n, n]))
  while (open.size > 0) {
    const wanted = [...new Set(open.values())]
    const byRow = new Map<number, SpeakerRow & { merged: number | null }>()
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = await tx
        .selectFrom('speakers')
        .select(['n', 'id', 'name', 'kind', 'merged'])
        .where('n', 'in', wanted.slice(from, from + AT_ONCE))
        .execute()
      for (const row of some) byRow.set(row.n, row)
    }
    const next = new Map<number, number>()
    for (const [asked, at] of open) {
      const row = byRow.get(at)
      if (row?.merged != null) next.set(asked, row.merged)
      else if (row) found.set(asked, row)
    }
    open = next
  }
  return found
}

/** The rows of everything that was merged into a speaker, and its own. */
export async function mergedInto(tx: Connection, n: number): Promise<number[]> {
  const all = [n]
  for (let at = 0; at < all.length; ) {
    const some = all.slice(at, at + AT_ONCE)
    at += some.length
    const rows = await tx.selectFrom('speakers').select('n').where('merged', 'in', some).orderBy('n').execute()
    for (const row of rows) if (!all.includes(row.n)) all.push(row.n)
  }
  return all
}
