import { reviewed, saidOfReviewed } from '../../core/ledger/corrected.js'
import type { Change, Correction, NewCorrection } from '../../core/ledger/corrections.js'
import { targetOf } from '../../core/ledger/corrections.js'
import { daysOf, voiceOf } from '../../core/ledger/said-of.js'
import { OnrecordError } from '../../core/model/index.js'
import type { Connection, Engine } from './engine.js'
import { mergedInto, speakersOf } from './entries.js'
import { statementPart } from './months.js'
import { packedRecord } from './packed.js'
import { nameRows } from './people.js'
import { reindex } from './rows.js'
import { column, packSaid, unpackRecord } from './text.js'

/** Corrections as they were made, in order. */
export async function correctionsOf(
  tx: Connection,
  filter: { readonly target?: string; readonly page?: number } = {},
): Promise<Correction[]> {
  let query = tx.selectFrom('corrections').selectAll()
  if (filter.target !== undefined) query = query.where('target', '=', filter.target)
  const { page } = filter
  if (page !== undefined) {
    query = query.where('target', 'in', (eb) =>
      eb.selectFrom('statements').select('statements.id').where('page', '=', page),
    )
  }
  const rows = await query.orderBy('n').execute()
  return rows.map(({ n, at, maker, note, change, undone_by }) => ({
    number: n,
    change: JSON.parse(change) as Change,
    by: maker,
    at,
    note,
    undoneBy: undone_by,
  }))
}

/**
 * Makes a correction and keeps it, in a transaction that is open.
 *
 * @throws OnrecordError `not-found` where it names what the ledger has not, `span-invalid`, `usage`
 */
export async function correct(
  tx: Connection,
  engine: Engine,
  { change, by, at, note = '' }: NewCorrection,
): Promise<Correction> {
  if (by.trim() === '') throw new OnrecordError('usage', 'A correction says who made it. Give a name.')
  const before = await stateBefore(tx, change)
  const undone = change.kind === 'undo' ? await toUndo(tx, change.correction) : null
  const { n } = await tx
    .insertInto('corrections')
    .values({
      at: column(at),
      maker: column(by),
      note: column(note),
      change: JSON.stringify(change),
      target: targetOf(change),
      before: JSON.stringify(before),
      undone_by: null,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  if (undone) await undo(tx, engine, undone, n)
  else await make(tx, engine, change)
  return { number: n, change, by, at, note, undoneBy: null }
}

/** What is kept so that a correction can be taken back; statements are made again from the record instead. */
type Before =
  | null
  | { readonly moved: readonly (readonly [page: number, id: string])[] }
  | { readonly link: { kind: string; confidence: number; asserted: number; why: string } | null }

async function stateBefore(tx: Connection, change: Change): Promise<Before> {
  switch (change.kind) {
    case 'split': {
      const from = await speakerRow(tx, change.from)
      const pages = await pageRows(tx, change.pages)
      const rows = await tx
        .selectFrom('page_speakers')
        .select(['page', 'id'])
        .where('speaker', 'in', await mergedInto(tx, from))
        .where('page', 'in', pages)
        .orderBy('page')
        .orderBy('id')
        .execute()
      if (rows.length === 0)
        throw new OnrecordError(
          'not-found',
          `The speaker ${change.from} is on none of these pages. See: onrecord who ${change.from}`,
        )
      return { moved: rows.map(({ page, id }): [number, string] => [page, id]) }
    }
    case 'link': {
      const [answer, claim] = [await statementRow(tx, change.answer), await statementRow(tx, change.claim)]
      const row = await tx
        .selectFrom('links')
        .select(['kind', 'confidence', 'asserted', 'why'])
        .where('answer', '=', answer)
        .where('claim', '=', claim)
        .executeTakeFirst()
      return { link: row ?? null }
    }
    default:
      return null
  }
}

async function make(tx: Connection, engine: Engine, change: Change): Promise<void> {
  switch (change.kind) {
    case 'merge': {
      const [from, into] = [await speakerRow(tx, change.from), await speakerRow(tx, change.into)]
      if (from === into) throw new OnrecordError('usage', 'The two speakers are one already. See: onrecord speakers')
      await tx.updateTable('speakers').set({ merged: into }).where('n', '=', from).execute()
      await recount(tx, [into])
      return
    }
    case 'split': {
      const before = (await stateBefore(tx, change)) as { moved: readonly [number, string][] }
      const from = await speakerRow(tx, change.from)
      const into = await splitTarget(tx, engine, change.into, before.moved[0] as [number, string])
      // The same split, taken back before, left them as one.
      await tx.updateTable('speakers').set({ merged: null }).where('n', '=', into).where('merged', '=', from).execute()
      await move(tx, engine, before.moved, into)
      await recount(tx, [from, into])
      return
    }
    case 'link': {
      const [answer, claim] = [await statementRow(tx, change.answer), await statementRow(tx, change.claim)]
      if (answer === claim) throw new OnrecordError('usage', 'A statement does not answer itself. Name two of them.')
      const values = {
        kind: change.is ?? 'disputes',
        confidence: change.is === null ? 0 : 1,
        asserted: change.is === null ? 0 : 1,
        why: JSON.stringify(change.is === null ? 'a person says that it is no answer' : 'a person says so'),
      }
      await setLink(tx, answer, claim, values)
      return
    }
    case 'undo':
      return
    default: {
      if (change.kind === 'speaker' && change.speaker !== null) await speakerRow(tx, change.speaker)
      if (change.kind === 'add') {
        const [page] = await pageRows(tx, [change.page])
        const { statement: id } = change
        const known = await tx.selectFrom('statements').select('page').where('id', '=', id).executeTakeFirst()
        if (known && known.page !== page)
          throw new OnrecordError(
            'usage',
            `The statement ${id} is on another page. Make an id of the page and the span.`,
          )
        await renew(tx, engine, page as number, [id])
      } else {
        const { page } = await tx
          .selectFrom('statements')
          .select('page')
          .where('n', '=', await statementRow(tx, change.statement))
          .executeTakeFirstOrThrow()
        await renew(tx, engine, page, [change.statement])
      }
    }
  }
}

/** A correction that can be taken back, and what was before it. */
interface Undone {
  readonly number: number
  readonly change: Exclude<Change, { kind: 'undo' }>
  readonly before: Before
}

async function toUndo(tx: Connection, number: number): Promise<Undone> {
  const row = await tx.selectFrom('corrections').selectAll().where('n', '=', number).executeTakeFirst()
  if (!row) throw new OnrecordError('not-found', `There is no correction ${number}. See: onrecord corrections`)
  if (row.undone_by !== null)
    throw new OnrecordError('usage', `Correction ${number} was taken back already, by correction ${row.undone_by}.`)
  const change = JSON.parse(row.change) as Change
  if (change.kind === 'undo')
    throw new OnrecordError('usage', `Correction ${number} takes another back. Make that one again instead.`)
  return { number, change, before: JSON.parse(row.before) as Before }
}

async function undo(tx: Connection, engine: Engine, { number, change, before }: Undone, by: number): Promise<void> {
  await tx.updateTable('corrections').set({ undone_by: by }).where('n', '=', number).execute()
  if (change.kind === 'merge') {
    const { n, merged } = await tx
      .selectFrom('speakers')
      .select(['n', 'merged'])
      .where('id', '=', change.from)
      .executeTakeFirstOrThrow()
    await tx.updateTable('speakers').set({ merged: null }).where('n', '=', n).execute()
    await recount(tx, merged === null ? [n] : [n, merged])
  } else if (change.kind === 'split' && before && 'moved' in before) {
    const { n } = await tx.selectFrom('speakers').select('n').where('id', '=', change.from).executeTakeFirstOrThrow()
    const into = await tx.selectFrom('speakers').select('n').where('id', '=', change.into).executeTakeFirst()
    await move(tx, engine, before.moved, n)
    // Nothing is left of who was split off: the two are one again, and the other's address leads here.
    if (into)
      await tx
        .updateTable('speakers')
        .set({ merged: n })
        .where('n', '=', into.n)
        .where('merged', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('page_speakers').select('page').where('speaker', '=', into.n))),
        )
        .execute()
    await recount(tx, into ? [n, into.n] : [n])
  } else if (change.kind === 'link' && before && 'link' in before) {
    const [answer, claim] = [await statementRow(tx, change.answer), await statementRow(tx, change.claim)]
    if (before.link) await setLink(tx, answer, claim, before.link)
    else await tx.deleteFrom('links').where('answer', '=', answer).where('claim', '=', claim).execute()
  } else if ('statement' in change) {
    const { page } = await tx
      .selectFrom('statements')
      .select('page')
      .where('n', '=', await statementRow(tx, change.statement))
      .executeTakeFirstOrThrow()
    await renew(tx, engine, page, [change.statement])
  }
}

async function setLink(
  tx: Connection,
  answer: number,
  claim: number,
  values: { kind: string; confidence: number; asserted: number; why: string },
): Promise<void> {
  await tx
    .insertInto('links')
    .values({ answer, claim, ...values })
    .onConflict((c) => c.columns(['answer', 'claim']).doUpdateSet(values))
    .execute()
}

/** Makes rows of statements again, from the page's record and all corrections that stand. */
async function renew(tx: Connection, engine: Engine, page: number, ids: readonly string[]): Promise<void> {
  const record = unpackRecord(engine.packing, await packedRecord(tx, engine, page))
  const corrections: Correction[] = []
  for (const id of ids) corrections.push(...(await correctionsOf(tx, { target: id })))
  const all = reviewed(record, corrections)
  const inWords = saidOfReviewed(record)
  const settled = new Map(
    (await tx.selectFrom('page_speakers').select(['id', 'speaker']).where('page', '=', page).execute()).map((row) => [
      row.id,
      row.speaker,
    ]),
  )
  const touched: number[] = []
  const counted = new Set<number>()
  for (const id of ids) {
    const found = all.find(({ statement }) => statement.id === id)
    const old = await tx.selectFrom('statements').select(['n', 'speaker']).where('id', '=', id).executeTakeFirst()
    if (!found) {
      // What a person added and took back again stays, as one that was rejected.
      if (old) {
        await tx.updateTable('statements').set({ status: 'rejected' }).where('n', '=', old.n).execute()
        touched.push(old.n)
      }
      continue
    }
    const { statement, status, speaker: chosen } = found
    const own = statement.speaker === null ? null : (settled.get(statement.speaker) ?? null)
    const speaker = chosen === undefined ? own : chosen === null ? null : await speakerRow(tx, chosen)
    const said = inWords(found)
    const [day, lastDay] = daysOf(said.date)
    const values = {
      speaker,
      act: statement.act,
      quotation: statement.quotation,
      day,
      last_day: lastDay,
      status,
      said: packSaid(said),
    }
    if (old) {
      await tx.updateTable('statements').set(values).where('n', '=', old.n).execute()
      touched.push(old.n)
      if (old.speaker !== null) counted.add(old.speaker)
    } else {
      const at = await tx
        .selectFrom('statements')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('page', '=', page)
        .executeTakeFirstOrThrow()
      const { retrieved } = await tx
        .selectFrom('pages')
        .select('retrieved')
        .where('n', '=', page)
        .executeTakeFirstOrThrow()
      const [number] = await engine.numbers(tx, [statementPart(day, lastDay, retrieved)])
      const { n } = await tx
        .insertInto('statements')
        .values({
          ...values,
          ...(number === undefined ? {} : { n: number }),
          id,
          page,
          at: Number(at.n),
          confidence: statement.confidence,
          current: 1,
          first: null,
          repeat: null,
          repeats: 0,
        })
        .returning('n')
        .executeTakeFirstOrThrow()
      touched.push(n)
    }
    if (speaker !== null) counted.add(speaker)
  }
  await reindex(tx, engine, touched)
  await recount(tx, [...counted])
}

/** Gives a page's speakers to a speaker of the ledger, with their statements. */
async function move(
  tx: Connection,
  engine: Engine,
  moved: readonly (readonly [number, string])[],
  speaker: number,
): Promise<void> {
  for (const [page, id] of moved) {
    await tx.updateTable('page_speakers').set({ speaker }).where('page', '=', page).where('id', '=', id).execute()
    const ids = unpackRecord(engine.packing, await packedRecord(tx, engine, page))
      .statements.filter((statement) => statement.speaker === id)
      .map(({ id: own }) => own as string)
    await renew(tx, engine, page, ids)
  }
}

/** Counts the statements of speakers again, merged ones in what they were merged into. */
async function recount(tx: Connection, rows: readonly number[]): Promise<void> {
  const roots = await speakersOf(tx, rows)
  for (const n of new Set([...rows, ...[...roots.values()].map((root) => root.n)])) {
    const { count } = await tx
      .selectFrom('statements')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('speaker', 'in', await mergedInto(tx, n))
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('speakers')
      .set({ statements: Number(count) })
      .where('n', '=', n)
      .execute()
  }
}

async function splitTarget(
  tx: Connection,
  engine: Engine,
  id: string,
  [page, speaker]: readonly [number, string],
): Promise<number> {
  const known = await tx.selectFrom('speakers').select('n').where('id', '=', id).executeTakeFirst()
  if (known) return known.n
  const { reading, speakers } = unpackRecord(engine.packing, await packedRecord(tx, engine, page))
  const own = speakers.find((each) => each.id === speaker)
  if (!own) throw new OnrecordError('not-found', `The page has no speaker ${speaker}.`)
  const voice = voiceOf(reading, own)
  const { n } = await tx
    .insertInto('speakers')
    .values({
      id,
      name: column(voice.name),
      kind: voice.kind,
      other_names: JSON.stringify(voice.otherNames),
      roles: JSON.stringify(voice.roles),
      merged: null,
      perhaps: '[]',
      statements: 0,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  await nameRows(tx, n, voice)
  return n
}

async function speakerRow(tx: Connection, id: string): Promise<number> {
  const row = await tx.selectFrom('speakers').select('n').where('id', '=', id).executeTakeFirst()
  const root = row && (await speakersOf(tx, [row.n])).get(row.n)
  if (!root) throw new OnrecordError('not-found', `The ledger has no speaker "${id}". See: onrecord speakers`)
  return root.n
}

async function statementRow(tx: Connection, id: string): Promise<number> {
  const row = await tx.selectFrom('statements').select('n').where('id', '=', id).executeTakeFirst()
  if (!row) throw new OnrecordError('not-found', `The ledger has no statement "${id}". Look for it with: onrecord find`)
  return row.n
}

async function pageRows(tx: Connection, ids: readonly string[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('pages')
    .select(['n', 'id'])
    .where('id', 'in', [...ids])
    .orderBy('n')
    .execute()
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined || rows.length === 0)
    throw new OnrecordError('not-found', `The ledger has no page "${missing}". Look for it with: onrecord find`)
  return rows.map(({ n }) => n)
}
