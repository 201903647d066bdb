import type { PageRecord } from '../../core/exports/record.js'
import { correctedRecord } from '../../core/ledger/corrected.js'
import type { KeptRecord, StatementFacts } from '../../core/ledger/port.js'
import type { PageId, SpeakerId, StatementId } from '../../core/model/index.js'
import { correctionsOf } from './correct.js'
import type { Connection, Engine } from './engine.js'
import { speakersOf } from './entries.js'
import { packedRecord } from './packed.js'
import { unpackRecord } from './text.js'

/** A page's record with people's corrections made in it. */
export async function corrected(tx: Connection, engine: Engine, n: number): Promise<PageRecord> {
  const record = unpackRecord(engine.packing, await packedRecord(tx, engine, n))
  const corrections = await correctionsOf(tx, { page: n })
  if (corrections.length === 0) return record
  const own = await tx
    .selectFrom('page_speakers')
    .innerJoin('speakers', 'speakers.n', 'page_speakers.speaker')
    .select(['page_speakers.id', 'speakers.id as ledgers'])
    .where('page_speakers.page', '=', n)
    .orderBy('page_speakers.id')
    .execute()
  const byLedgers = new Map(own.map((each) => [each.ledgers, each.id as SpeakerId]))
  return correctedRecord(record, corrections, (ledgers) => byLedgers.get(ledgers) ?? null)
}

/** Every page's record as corrected, with what the ledger knows beside it, in the order in which pages came. */
export async function* allRecords(tx: Connection, engine: Engine): AsyncGenerator<KeptRecord, undefined> {
  for (let last = 0; ; ) {
    const row = await tx
      .selectFrom('pages')
      .leftJoin('pages as newest', 'newest.n', 'pages.newer')
      .leftJoin('pages as originals', 'originals.n', 'pages.copy_of')
      .select(['pages.n', 'pages.retrieved', 'pages.added', 'newest.id as newer', 'originals.id as copyOf'])
      .where('pages.n', '>', last)
      .orderBy('pages.n')
      .limit(1)
      .executeTakeFirst()
    if (!row) return
    last = row.n
    yield {
      record: await corrected(tx, engine, row.n),
      retrieved: row.retrieved,
      added: row.added,
      newer: row.newer as PageId | null,
      copyOf: row.copyOf as PageId | null,
      ...(await known(tx, row.n)),
    }
  }
}

async function known(tx: Connection, page: number): Promise<Pick<KeptRecord, 'persons' | 'statements'>> {
  const own = await tx
    .selectFrom('page_speakers')
    .select(['id', 'speaker'])
    .where('page', '=', page)
    .orderBy('id')
    .execute()
  const statements = await tx
    .selectFrom('statements')
    .leftJoin('statements as firsts', 'firsts.n', 'statements.first')
    .select(['statements.id', 'statements.speaker', 'statements.status', 'statements.current', 'firsts.id as repeats'])
    .where('statements.page', '=', page)
    .orderBy('statements.n')
    .execute()
  const rows = [...own, ...statements].flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))
  const speakers = await speakersOf(tx, rows)
  const idOf = (speaker: number | null) => (speaker === null ? null : (speakers.get(speaker)?.id ?? null))
  return {
    persons: new Map(
      own.flatMap(({ id, speaker }) => {
        const person = idOf(speaker)
        return person === null ? [] : [[id, person] as const]
      }),
    ),
    statements: new Map(
      statements.map(({ id, speaker, status, current, repeats }) => [
        id,
        {
          person: idOf(speaker),
          status: status as StatementFacts['status'],
          repeats: repeats as StatementId | null,
          superseded: current === 0,
        },
      ]),
    ),
  }
}
