import { sql } from 'kysely'
import type { Connection, Parts } from './engine.js'
import { monthOfPart, PART } from './months.js'

/** The tables that are parted, each by its column `n`. */
const PARTED = ['statements', 'statement_words', 'readings', 'page_words'] as const
/** The part of a month, in SQL; the same as `monthPart`. */
const partOf = (time: string) =>
  `case when ${time} ~ '^\\d{4}-(0[1-9]|1[0-2])' and left(${time}, 4) between '1700' and '2040'
    then (left(${time}, 4)::integer - 1700) * 12 + substr(${time}, 6, 2)::integer else 0 end`
/** The part of a statement, in SQL; the same as `statementPart`. */
const STATEMENT_PART = `case when s.day is null then ${partOf('p.retrieved')}
  when left(s.day, 7) = left(s.last_day, 7) then ${partOf('s.day')} else 0 end`
const READING_PART = partOf('coalesce(p.day, p.retrieved)')
/** A page's number among its readings. */
const READING = `(p.part::bigint * ${PART} + p.n)`

/** Conditions on a parted table's numbers that leave only the parts where what is looked for may be. */
export function boundsOf({ first, last }: Parts): string {
  const bounds = [
    ...(first === null ? [] : [`w.n >= ${first * PART}`]),
    ...(last === null ? [] : [`w.n < ${(last + 1) * PART}`]),
  ]
  // What is of no one month may be in any.
  return bounds.length === 0 ? 'true' : `(w.n < ${PART} or (${bounds.join(' and ')}))`
}

/** A row's place in the order of adding, in SQL; the same as `addedOrder`. */
export const ADDED = `(w.n & ${PART - 1})`

/** Parts that are known to be there, by table. */
export class KnownParts {
  readonly #known = new Set<string>()

  /**
   * Makes the parts of a table that are not there. Readers go on meanwhile: a part is made by itself and then attached. A
   * part is taken for known only when it is found in a later transaction: this one may yet be rolled back.
   */
  async ensure(tx: Connection, table: (typeof PARTED)[number], parts: readonly number[]): Promise<void> {
    const wanted = [...new Set(parts)].filter((part) => !this.#known.has(nameOf(table, part)))
    if (wanted.length === 0) return
    const names = wanted.map((part) => nameOf(table, part))
    const { rows } = await sql<{ name: string }>`
      select name from unnest(${names}::text[]) as name where to_regclass(name) is not null`.execute(tx)
    const there = new Set(rows.map(({ name }) => name))
    for (const name of there) this.#known.add(name)
    for (const part of wanted) if (!there.has(nameOf(table, part))) await makePart(tx, table, part)
  }
}

function nameOf(table: string, part: number): string {
  return `${table}_${monthOfPart(part)?.replace('-', '_') ?? 'none'}`
}

async function makePart(tx: Connection, table: string, part: number): Promise<void> {
  const name = nameOf(table, part)
  const [from, to] = [part * PART, (part + 1) * PART]
  await sql.raw(`create table ${name} (like ${table} including all)`).execute(tx)
  // `create table … partition of` would lock the whole table against readers too.
  await sql.raw(`alter table ${table} attach partition ${name} for values from (${from}) to (${to})`).execute(tx)
}

/**
 * Parts the tables by months, with all that is in them. Numbers of statements are given anew, so that they tell the month;
 * whatever names a statement is written again. A copy is made of each table, and the old one dropped: there must be room
 * for the largest of them twice.
 */
export async function makeParts(
  tx: Connection,
  progress: (done: number, of: number, what: string) => void,
): Promise<void> {
  const steps = stepsOf()
  const { rows } = await sql<{ is: boolean }>`select exists (select from pages) as is`.execute(tx)
  const isFilled = rows[0]?.is === true
  for (const [i, { what, run }] of steps.entries()) {
    if (isFilled) progress(i, steps.length, what)
    await run(tx)
  }
  if (isFilled) progress(steps.length, steps.length, 'done')
}

interface Step {
  readonly what: string
  readonly run: (tx: Connection) => Promise<void>
}

function stepsOf(): Step[] {
  const all = async (tx: Connection, statements: readonly string[]) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  }
  const filling = async (tx: Connection, table: (typeof PARTED)[number], numbers: string) => {
    const { rows } = await sql
      .raw<{ part: number }>(`select distinct n / ${PART} as part from (${numbers}) numbers (n) order by part`)
      .execute(tx)
    await new KnownParts().ensure(
      tx,
      table,
      rows.map(({ part }) => Number(part)),
    )
  }
  /** A table that names statements, made again with their new numbers. */
  const renumbered = (table: string, columns: readonly string[], others: string): Step => ({
    what: table,
    run: (tx) =>
      all(tx, [
        ...columns.map((column) => `alter table ${table} drop constraint if exists ${table}_${column}_fkey`),
        ...columns.map((column) => `alter table ${table} alter column ${column} type bigint`),
        `create table renumbered as select ${[...columns.map((column, i) => `m${i}.new as ${column}`), others].join(', ')}
         from ${table} t ${columns.map((column, i) => `join numbers m${i} on m${i}.old = t.${column}`).join(' ')}`,
        `truncate ${table}`,
        `insert into ${table} (${[...columns, others.replaceAll('t.', '')].join(', ')}) select * from renumbered`,
        'drop table renumbered',
      ]),
  })
  return [
    {
      what: 'numbers',
      run: (tx) =>
        all(tx, [
          `create temporary table numbers on commit drop as
           select s.n as old, (${STATEMENT_PART})::bigint * ${PART} + s.n as new from statements s join pages p on p.n = s.page`,
          'create unique index on numbers (old)',
          'analyze numbers',
          'alter table pages add column part integer not null default 0',
          `update pages p set part = ${READING_PART}`,
          'create table statement_marks (last bigint not null)',
          'insert into statement_marks select coalesce(max(old), 0) from numbers',
          'alter table searches alter column seen type bigint',
        ]),
    },
    renumbered('prints', ['statement'], 't.key'),
    renumbered('link_keys', ['statement'], 't.key'),
    renumbered('links', ['answer', 'claim'], 't.n, t.kind, t.confidence, t.asserted, t.why'),
    renumbered('fates', ['statement'], 't.page, t.how, t.words, t.why'),
    {
      what: 'statements',
      run: async (tx) => {
        await all(tx, [
          'alter table statements rename to statements_before',
          ...['page', 'day', 'first', 'speaker', 'unsure'].map((name) => `drop index statements_${name}`),
          'alter table statements_before drop constraint statements_id_key',
          'alter table statements_before drop constraint statements_pkey cascade',
          `create table statements (
             n bigint not null, id text not null, page integer not null references pages (n), at integer not null,
             speaker integer references speakers (n), act text not null, quotation text not null, day text, last_day text,
             confidence double precision not null, current integer not null, first bigint, repeat text,
             repeats integer not null, status text, said text not null, primary key (n)
           ) partition by range (n)`,
          'create sequence statement_numbers as bigint',
          `select setval('statement_numbers', greatest(1, (select last from statement_marks)), (select last > 0 from statement_marks))`,
        ])
        await filling(tx, 'statements', 'select new from numbers')
        await all(tx, [
          `insert into statements select m.new, s.id, s.page, s.at, s.speaker, s.act, s.quotation, s.day, s.last_day,
             s.confidence, s.current, f.new, s.repeat, s.repeats, s.status, s.said
           from statements_before s join numbers m on m.old = s.n left join numbers f on f.old = s.first order by m.new`,
          'drop table statements_before cascade',
          // Ids are made of the page and the place in it, and pages are there once.
          'create index statements_id on statements (id)',
          'create index statements_page on statements (page, at)',
          'create index statements_speaker on statements (speaker, day, n, act)',
          'create index statements_day on statements (day, n)',
          'create index statements_first on statements (first)',
          'create index statements_unsure on statements (status, confidence, n)',
        ])
      },
    },
    {
      what: 'the search for statements',
      run: async (tx) => {
        await all(tx, [
          'alter table statement_words rename to statement_words_before',
          'alter table statement_words_before drop constraint statement_words_pkey',
          'drop index statement_words_search',
          'create table statement_words (n bigint not null primary key, search tsvector not null) partition by range (n)',
        ])
        await filling(tx, 'statement_words', 'select new from numbers')
        await all(tx, [
          `insert into statement_words select m.new, w.search from statement_words_before w join numbers m on m.old = w.n order by 1`,
          'drop table statement_words_before',
          'create index statement_words_search on statement_words using gin (search)',
          `create index statement_words_added on statement_words ((n & ${PART - 1}))`,
        ])
      },
    },
    {
      what: 'readings',
      run: async (tx) => {
        await all(tx, [
          'create table readings (n bigint not null primary key, bytes bytea not null, record bytea not null) partition by range (n)',
          // They are packed already.
          'alter table readings alter column bytes set storage external, alter column record set storage external',
        ])
        await filling(tx, 'readings', `select ${READING} from pages p`)
        await all(tx, [
          `insert into readings select ${READING}, bytes, record from pages p order by 1`,
          'alter table pages drop column bytes, drop column record',
        ])
      },
    },
    {
      what: 'the search for articles',
      run: async (tx) => {
        await all(tx, [
          'alter table page_words rename to page_words_before',
          'alter table page_words_before drop constraint page_words_pkey',
          'drop index page_words_search',
          `create table page_words (n bigint not null, chunk integer not null, search tsvector not null, primary key (n, chunk))
           partition by range (n)`,
        ])
        await filling(tx, 'page_words', `select ${READING} from pages p`)
        await all(tx, [
          `insert into page_words select ${READING}, w.chunk, w.search from page_words_before w join pages p on p.n = w.n order by 1, 2`,
          'drop table page_words_before',
          'create index page_words_search on page_words using gin (search)',
          `create index page_words_added on page_words ((n & ${PART - 1}))`,
        ])
      },
    },
  ]
}
