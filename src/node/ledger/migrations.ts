import { type Kysely, sql } from 'kysely'
import { OnrecordError } from '../../core/model/index.js'
import type { Connection, Engine } from './engine.js'
import { indexedRows } from './rows.js'
import type { Tables } from './tables.js'

/**
 * Tells how far the bringing up to date of a ledger is: how many of how many rows are done, and of what. The first time,
 * that it begins.
 */
export type OnUpdate = (done: number, of: number, what: string) => void

type Change = (tx: Connection, engine: Engine, onUpdate: OnUpdate) => Promise<void>

/** Every change of the tables, in order. One that was released is never changed. */
const MIGRATIONS: readonly { readonly name: string; readonly up: Change }[] = [
  { name: '0001-first', up: first },
  { name: '0002-accounts', up: accounts },
  { name: '0003-review', up: review },
  { name: '0004-texts', up: texts },
  { name: '0005-work', up: work },
  { name: '0006-months', up: months },
  { name: '0007-interruptions', up: interruptions },
]

/** The names of all changes that this version knows, in order. */
export const VERSIONS: readonly string[] = MIGRATIONS.map(({ name }) => name)

/**
 * Brings a ledger's tables to this version's, in one transaction: a process that is killed meanwhile leaves them as they
 * were. (Kysely's own migrator uses none on SQLite.)
 *
 * @param upTo the last change to make; for tests of older ledgers
 * @param onUpdate called where the ledger is there already, and of an earlier version
 * @throws OnrecordError `ledger-newer`, `ledger-broken`
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  upTo?: string,
  onUpdate: OnUpdate = () => {},
): Promise<void> {
  const wanted = MIGRATIONS.filter(({ name }) => upTo === undefined || name <= upTo)
  const isDone = (made: readonly string[]) => wanted.every(({ name }) => made.includes(name))
  if (isDone(await madeOn(db))) return
  await engine.write(db, async (tx) => {
    // Another process may have made them meanwhile.
    const made = await madeOn(tx)
    if (isDone(made)) return
    if (made.length === 0) {
      await tx.schema
        .createTable('migrations')
        .addColumn('name', 'text', (c) => c.primaryKey().notNull())
        .execute()
    }
    const tell: OnUpdate = made.length === 0 ? () => {} : onUpdate
    tell(0, 0, '')
    for (const { name, up } of wanted) {
      if (made.includes(name)) continue
      await up(tx, engine, tell)
      await tx.insertInto('migrations').values({ name }).execute()
    }
  })
}

async function madeOn(db: Connection): Promise<string[]> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migrations')) {
    // A database of something else is never written to.
    const [foreign] = tables
    if (foreign) {
      throw new OnrecordError(
        'ledger-broken',
        `This is a database, but no ledger: it has a table "${foreign.name}". Name another file or database.`,
      )
    }
    return []
  }
  const rows = await sql<{ name: string }>`select name from migrations order by name`
    .execute(db)
    .catch(() => ({ rows: [] }))
  const made = rows.rows.map(({ name }) => name)
  const unknown = made.find((name) => !VERSIONS.includes(name))
  if (unknown !== undefined) {
    throw new OnrecordError(
      'ledger-newer',
      `The ledger was made by a newer Onrecord (its tables have "${unknown}"). Update Onrecord; nothing was changed.`,
    )
  }
  if (made.length === 0) {
    throw new OnrecordError(
      'ledger-broken',
      'This is a database, but no ledger: its table "migrations" is not a ledger’s. Name another.',
    )
  }
  return made
}

function makersOf({ schema }: Connection, engine: Engine) {
  return {
    table(name: string) {
      const builder = schema.createTable(name)
      return engine.name === 'sqlite'
        ? builder.addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement())
        : builder.addColumn('n', 'integer', (c) => c.primaryKey().generatedByDefaultAsIdentity())
    },
    // Rows that are found by their key alone need no number of their own.
    keyed(statement: ReturnType<typeof schema.createTable>) {
      return engine.name === 'sqlite' ? statement.modifyEnd(sql`without rowid`) : statement
    },
  }
}

async function first(tx: Connection, engine: Engine): Promise<void> {
  const { schema } = tx
  const { blob, big } = engine
  const blobs = sql.raw(blob)
  const bigs = sql.raw(big)
  const { table, keyed } = makersOf(tx, engine)

  await table('outlets')
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute()
  await table('pages')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('address', 'text')
    .addColumn('head', 'text', (c) => c.notNull())
    .addColumn('outlet', 'integer', (c) => c.references('outlets.n'))
    .addColumn('day', 'text')
    .addColumn('added', 'text', (c) => c.notNull())
    .addColumn('retrieved', 'text', (c) => c.notNull())
    .addColumn('bytes', blobs, (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('record', blobs, (c) => c.notNull())
    .addColumn('record_hash', 'text', (c) => c.notNull())
    .addColumn('statements', 'integer', (c) => c.notNull())
    .addColumn('newer', 'integer', (c) => c.references('pages.n'))
    .addColumn('copy_of', 'integer', (c) => c.references('pages.n'))
    .addColumn('sketch', blobs)
    .execute()
  await schema.createIndex('pages_address').on('pages').columns(['address', 'retrieved']).execute()
  await schema.createIndex('pages_copy_of').on('pages').column('copy_of').execute()
  await table('captures')
    .addColumn('page', 'integer', (c) => c.notNull().references('pages.n'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('retrieved', 'text', (c) => c.notNull())
    .addColumn('capture', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('captures_page').on('captures').columns(['page']).execute()
  await schema.createIndex('captures_name').on('captures').columns(['name', 'retrieved']).execute()
  await table('timestamps')
    .addColumn('page', 'integer', (c) => c.notNull().references('pages.n'))
    .addColumn('token', blobs, (c) => c.notNull())
    .execute()
  await schema.createIndex('timestamps_page').on('timestamps').column('page').execute()

  await table('speakers')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('other_names', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('merged', 'integer', (c) => c.references('speakers.n'))
    .addColumn('perhaps', 'text', (c) => c.notNull())
    .addColumn('statements', 'integer', (c) => c.notNull())
    .execute()
  await schema.createIndex('speakers_merged').on('speakers').column('merged').execute()
  await schema.createIndex('speakers_statements').on('speakers').columns(['statements', 'n']).execute()
  await keyed(schema.createTable('speaker_names'))
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('speaker', 'integer', (c) => c.notNull().references('speakers.n'))
    .addPrimaryKeyConstraint('speaker_names_key', ['word', 'speaker'])
    .execute()
  await keyed(schema.createTable('page_speakers'))
    .addColumn('page', 'integer', (c) => c.notNull().references('pages.n'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('speaker', 'integer', (c) => c.notNull().references('speakers.n'))
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('day', 'text')
    .addPrimaryKeyConstraint('page_speakers_key', ['page', 'id'])
    .execute()
  await schema.createIndex('page_speakers_speaker').on('page_speakers').column('speaker').execute()

  await table('statements')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('page', 'integer', (c) => c.notNull().references('pages.n'))
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('speaker', 'integer', (c) => c.references('speakers.n'))
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('quotation', 'text', (c) => c.notNull())
    .addColumn('day', 'text')
    .addColumn('last_day', 'text')
    .addColumn('confidence', 'double precision', (c) => c.notNull())
    .addColumn('current', 'integer', (c) => c.notNull())
    .addColumn('first', 'integer', (c) => c.references('statements.n'))
    .addColumn('repeat', 'text')
    .addColumn('repeats', 'integer', (c) => c.notNull())
    .addColumn('status', 'text')
    .addColumn('said', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('statements_page').on('statements').columns(['page', 'at']).execute()
  await schema.createIndex('statements_speaker').on('statements').columns(['speaker', 'day', 'n', 'act']).execute()
  await schema.createIndex('statements_day').on('statements').columns(['day', 'n']).execute()
  await schema.createIndex('statements_first').on('statements').column('first').execute()

  for (const [name, of] of [
    ['prints', 'statement'],
    ['bands', 'page'],
  ] as const) {
    await keyed(schema.createTable(name))
      .addColumn('key', bigs, (c) => c.notNull())
      .addColumn(of, 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${name}_key`, ['key', of])
      .execute()
  }
  await keyed(schema.createTable('link_keys'))
    .addColumn('key', bigs, (c) => c.notNull())
    .addColumn('statement', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('link_keys_key', ['key', 'statement'])
    .execute()
  await table('links')
    .addColumn('answer', 'integer', (c) => c.notNull().references('statements.n'))
    .addColumn('claim', 'integer', (c) => c.notNull().references('statements.n'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('confidence', 'double precision', (c) => c.notNull())
    .addColumn('asserted', 'integer', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addUniqueConstraint('links_pair', ['answer', 'claim'])
    .execute()
  await schema.createIndex('links_claim').on('links').column('claim').execute()
  await keyed(schema.createTable('fates'))
    .addColumn('statement', 'integer', (c) => c.notNull().references('statements.n'))
    .addColumn('page', 'integer', (c) => c.notNull().references('pages.n'))
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('words', 'text')
    .addColumn('why', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('fates_key', ['statement', 'page'])
    .execute()

  await table('corrections')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('maker', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('undone_by', 'integer')
    .execute()
  await schema.createIndex('corrections_target').on('corrections').column('target').execute()
  await table('imports')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('began', 'text', (c) => c.notNull())
    .addColumn('finished', 'text')
    .execute()
  await schema.createIndex('imports_key').on('imports').column('key').execute()
  await keyed(schema.createTable('import_items'))
    .addColumn('run', 'integer', (c) => c.notNull().references('imports.n'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('import_items_key', ['run', 'name'])
    .execute()
  await keyed(schema.createTable('searches'))
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('seen', 'integer', (c) => c.notNull())
    .execute()
  await engine.makeSearch(tx)
}

async function accounts(tx: Connection, engine: Engine): Promise<void> {
  const { schema } = tx
  const { table, keyed } = makersOf(tx, engine)
  await table('users')
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('disabled', 'integer', (c) => c.notNull())
    .addColumn('added', 'text', (c) => c.notNull())
    .addColumn('password', 'text', (c) => c.notNull())
    .execute()
  await keyed(schema.createTable('sessions'))
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('user', 'integer', (c) => c.notNull().references('users.n'))
    .addColumn('began', 'text', (c) => c.notNull())
    .addColumn('seen', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('sessions_user').on('sessions').column('user').execute()
  await table('tokens')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('user', 'integer', (c) => c.notNull().references('users.n'))
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('made', 'text', (c) => c.notNull())
    .addColumn('expires', 'text', (c) => c.notNull())
    .addColumn('used', 'text')
    .execute()
  await schema.createIndex('tokens_user').on('tokens').column('user').execute()
  await table('audit')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text')
    .addColumn('token', 'text')
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('target', 'text')
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .execute()
  await engine.makeAppendOnly(tx, 'audit')
}

/** What statements are ranked by, of those that are there already. */
async function texts(tx: Connection, engine: Engine, onUpdate: OnUpdate): Promise<void> {
  await engine.makeTexts(tx)
  // A ledger that has just been made has none, and the other kind of database keeps none.
  if (engine.name !== 'sqlite') return
  const { count } = await tx
    .selectFrom('statements')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  let done = 0
  for (let after = 0; ; ) {
    const rows = await tx.selectFrom('statements').select('n').where('n', '>', after).orderBy('n').limit(400).execute()
    const last = rows.at(-1)
    if (!last) return
    await engine.keepTexts(
      tx,
      await indexedRows(
        tx,
        rows.map(({ n }) => n),
      ),
    )
    after = last.n
    done += rows.length
    onUpdate(done, Number(count), 'statements')
  }
}

/** How far jobs are, and how fast they go. Workers need PostgreSQL. */
async function work(tx: Connection, engine: Engine): Promise<void> {
  if (engine.name !== 'postgres') return
  await sql`create table work_jobs (
    id uuid primary key, name text not null, size bigint not null, expected integer, run integer references imports (n),
    worker text, began timestamptz, changed timestamptz, mark integer not null default 0, tried integer not null default 0,
    added integer not null default 0, known integer not null default 0, skipped integer not null default 0,
    failed integer not null default 0, statements integer not null default 0,
    skips jsonb not null default '{}', times jsonb not null default '{}')`.execute(tx)
  await sql`create index work_jobs_run on work_jobs (run)`.execute(tx)
  await sql`create table work_rates (
    slot timestamptz not null, worker text not null, pages integer not null, statements integer not null,
    primary key (slot, worker))`.execute(tx)
}

/** Jobs whose worker is gone are counted apart from those that failed. */
async function interruptions(tx: Connection, engine: Engine): Promise<void> {
  if (engine.name !== 'postgres') return
  await sql`alter table work_jobs add column interrupted integer not null default 0`.execute(tx)
}

/** Statements and readings are parted by months, where the database can. */
async function months(tx: Connection, engine: Engine, onUpdate: OnUpdate): Promise<void> {
  await engine.makeParts(tx, onUpdate)
}

/** What is least sure is looked through by confidence; pages are counted by whether they were looked at. */
async function review({ schema }: Connection): Promise<void> {
  await schema.createIndex('statements_unsure').on('statements').columns(['status', 'confidence', 'n']).execute()
}
