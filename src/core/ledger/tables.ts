/** What a column's values are. Of a list or a group none is ever null; a group's members may be. */
export type ColumnType =
  /** A text. */
  | 'text'
  /** A whole number of 32 bits. */
  | 'integer'
  | 'number'
  | 'boolean'
  /** A day, `2026-05-13`. */
  | 'day'
  /** A moment, as ISO 8601 with a zone: `2026-05-13T09:12:00+01:00`. */
  | 'moment'
  | { readonly list: ColumnType }
  | { readonly members: readonly Column[] }

/** A column of a table, or a member of a group. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** Whether it may be null. */
  readonly optional: boolean
  /** What stands in it, as words for a person. */
  readonly what: string
}

/** What stands in a cell: the words of its column's type; a list; a group's members by name. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [member: string]: Cell }

/** A row: a cell for each column of its table, by name. */
export type Row = Readonly<Record<string, Cell>>

/** The tables of a ledger for analysis, each with its columns in order. */
export type TableName = 'pages' | 'speakers' | 'statements'

const always = (name: string, type: ColumnType, what: string): Column => ({ name, type, optional: false, what })
const maybe = (name: string, type: ColumnType, what: string): Column => ({ name, type, optional: true, what })

const PLACE = [
  always('start', 'integer', 'offset of its first UTF-16 code unit in the text of its page'),
  always('end', 'integer', 'one past the last'),
]
/** Words of a page and where they stand. */
const WORDS: ColumnType = { members: [always('words', 'text', 'as they stand on the page'), ...PLACE] }
const MENTION: ColumnType = {
  members: [
    ...WORDS.members,
    always('form', 'text', '`name`, `pronoun`, `role` …'),
    always('why', 'text', 'why it is this speaker'),
  ],
}
const TIME: ColumnType = {
  members: [...WORDS.members, maybe('date', 'text', 'ISO 8601: a date, month, year, or two of them with a slash')],
}
const BLOCK: ColumnType = {
  members: [
    always('role', 'text', '[what the block is](reading.md)'),
    ...PLACE,
    maybe('level', 'integer', 'a heading’s, 1 to 6'),
  ],
}

/** The columns of each table, in order. */
export const TABLES: { readonly [name in TableName]: readonly Column[] } = {
  pages: [
    always('page', 'text', 'SHA-256 of the page’s bytes, 64 hexadecimal digits'),
    maybe('name', 'text', 'the path or address as it was given'),
    maybe('url', 'text', 'where it came from, after redirects'),
    always('kind', 'text', '`html`, `text` or `article`'),
    maybe('charset', 'text', 'what it was decoded with'),
    maybe('title', 'text', 'its title'),
    maybe('standfirst', 'text', 'its standfirst'),
    always('authors', { list: 'text' }, 'its authors'),
    maybe('publisher', 'text', 'the site or organisation that publishes it'),
    maybe('agency', 'text', 'the news agency it is credited to'),
    maybe('published', 'text', 'when, as the page gives it: ISO 8601'),
    maybe('published_day', 'day', 'the day of that, in its own zone'),
    maybe('published_at', 'moment', 'the moment of that, where the page gives a time with a zone'),
    maybe('modified', 'text', 'when it was changed, as the page gives it'),
    maybe('modified_at', 'moment', 'the moment of that, likewise'),
    maybe('language', 'text', 'BCP 47'),
    maybe('canonical_url', 'text', 'the address that the page calls its own'),
    maybe('section', 'text', 'its section'),
    always('form', 'text', '`article`, `live-blog`, `stub` or `none`'),
    always('text', 'text', 'every visible word of the page; what all offsets count in'),
    always('article', 'text', 'the article’s body text alone'),
    always('blocks', { list: BLOCK }, 'the blocks of `text` in order, furniture included'),
    always('statements', 'integer', 'how many rows of `statements` it has'),
    always('reader', 'text', 'name and version of the code that read it'),
    maybe('retrieved', 'moment', 'when it was first got'),
    maybe('added', 'moment', 'when the ledger took it in'),
    maybe('newer', 'text', 'the newer version of its address that took its place'),
    maybe('copy_of', 'text', 'the page of which it is a near copy'),
  ],
  speakers: [
    always('page', 'text', 'the page; a speaker has a row for each page'),
    always('speaker', 'text', 'its id on that page'),
    maybe('person', 'text', 'its id in the ledger, the same on all pages'),
    always('name', 'text', 'as the page gives it at fullest'),
    always('kind', 'text', '`person`, `organisation`, `government`, `group`, `document`, `unnamed` or `unknown`'),
    always('named', WORDS, 'where the name stands'),
    always('roles', { list: WORDS }, 'roles and affiliations in the page’s words'),
    always('other_names', { list: WORDS }, 'other names that the page uses'),
    maybe('anonymity', WORDS, 'what the page says of a source that it does not name'),
    always('mentions', { list: MENTION }, 'every mention, in order'),
    always('statements', { list: 'text' }, 'ids of its statements, in order'),
  ],
  statements: [
    always('page', 'text', 'the page that it stands on'),
    always('statement', 'text', 'its id: the same page and spans give the same'),
    maybe('url', 'text', 'its page’s'),
    maybe('publisher', 'text', 'its page’s'),
    maybe('title', 'text', 'its page’s'),
    maybe('published', 'text', 'its page’s'),
    maybe('published_day', 'day', 'its page’s'),
    maybe('speaker', 'text', 'who said it: the speaker’s id on the page; null: not settled'),
    maybe('person', 'text', 'the speaker’s id in the ledger, the same on all pages'),
    maybe('speaker_name', 'text', 'the speaker’s name on the page'),
    maybe('speaker_kind', 'text', 'as `kind` of `speakers`'),
    always('said', 'text', 'what was said; pieces joined by " … "'),
    always('content', { list: WORDS }, 'the pieces of it'),
    maybe('cue', WORDS, 'the words that carry it; null: a bare quotation'),
    maybe('mention', WORDS, 'the words that name who said it; null: the page does not say'),
    always('quotation', 'text', '`direct`, `indirect` or `mixed`'),
    always('quoted', { list: WORDS }, 'the parts of a mixed one that stand in quotation marks'),
    always('act', 'text', '[what it does](acts.md)'),
    always('negated', 'boolean', 'whether the page says that it was not said'),
    always('hedges', { list: WORDS }, 'words that weaken it'),
    maybe('addressee', WORDS, 'to whom it was said'),
    maybe('medium', WORDS, 'by what means'),
    maybe('when', TIME, 'when it was said, as far as the page says'),
    maybe('first_day', 'day', 'the first day on which it may have been said: of `when`, else of `published`'),
    maybe('last_day', 'day', 'the last such day'),
    always('block', 'integer', 'index of its block, from 0; -1: between blocks'),
    always('start', 'integer', 'offset of its first UTF-16 code unit in the text of its page'),
    maybe('within', 'text', 'the statement that reports it'),
    always('confidence', 'number', 'calibrated, 0 to 1'),
    always('model', 'text', 'name and version of what found it'),
    always('why', 'text', 'what it rests on'),
    always('speaker_why', 'text', 'why this speaker, or what it was undecided between'),
    maybe('status', 'text', 'what people made of it: `accepted`, `corrected` or `added`; null: nobody looked'),
    maybe('repeats', 'text', 'the first statement of those that it repeats'),
    maybe('superseded', 'boolean', 'whether a newer version of its page has it too'),
  ],
}
