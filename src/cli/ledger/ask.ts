import { cell } from '../../core/exports/csv.js'
import { readableDate } from '../../core/exports/date.js'
import { escaped, linked } from '../../core/exports/markdown.js'
import { Sheet } from '../../core/exports/sheet.js'
import type { Terminal } from '../../core/exports/terminal.js'
import { visible } from '../../core/exports/visible.js'
import { ENTRY_HEADER, entryCsv } from '../../core/ledger/entry-csv.js'
import { entryMarkdown } from '../../core/ledger/entry-markdown.js'
import { pageNamed, speakerNamed, statementNamed } from '../../core/ledger/named.js'
import type {
  Answers,
  Dispute,
  Entry,
  Filters,
  Ledger,
  Link,
  Person,
  Profile,
  Question,
} from '../../core/ledger/port.js'
import { type AnyOf, parseWords } from '../../core/ledger/words.js'
import { ACTS, OnrecordError, type SpeakerKind } from '../../core/model/index.js'
import { fileOutput, standardOutput } from '../output.js'
import { layOut, looksFor } from '../terminal.js'
import { count, disputesText, entriesText, personsText, profilesText, putEntry, shownText } from './entry-text.js'
import type { ASK_FORMATS } from './formats.js'
import { type LedgerFlag, withLedger } from './place.js'

/** The flags that all questions have. */
export interface AskFlags extends LedgerFlag {
  readonly format: (typeof ASK_FORMATS)[number]
  readonly output?: string
  readonly limit: number
  readonly offset: number
}

/** The flags that narrow a question. */
export interface FilterFlags {
  readonly speaker?: readonly string[]
  readonly act?: readonly string[]
  readonly quotation?: readonly ('direct' | 'indirect' | 'mixed')[]
  readonly from?: string
  readonly to?: string
  readonly outlet?: string
  readonly inResponseTo?: string
  readonly versions?: true
  readonly distinct?: true
  readonly offered?: true
}

/** The flags of `onrecord find`. */
export interface FindFlags extends AskFlags, FilterFlags {
  readonly sort?: 'relevance' | 'newest' | 'oldest'
  readonly articles?: true
  readonly save?: string
}

/** `onrecord find`. @returns the exit code. @throws OnrecordError `usage` where a flag would be without effect */
export function findWords(words: readonly string[], flags: FindFlags): Promise<number> {
  checkFlags(flags)
  return withLedger(flags, { create: false }, async (ledger) => {
    const question = await questionOf(ledger, words, flags)
    const terms = question.words === '' ? [] : parseWords(question.words)
    if (flags.save !== undefined) {
      await ledger.saveSearch({ name: flags.save, question })
      process.stderr.write(`Kept as "${visible(flags.save)}"; what is new: onrecord watch ${visible(flags.save)}\n`)
    }
    if (flags.articles) {
      const found = await ledger.findArticles(question)
      await printArticles(found, flags)
      return 0
    }
    const found = await ledger.find(question)
    await print(flags, {
      json: found,
      items: found.items,
      csv: { header: ENTRY_HEADER, row: entryCsv },
      markdown: (entry) => entryMarkdown(entry),
      text: (terminal) => withTotal(entriesText(found.items, terms, terminal), found, flags, terminal),
    })
    return 0
  })
}

/** What narrows or sorts statements alone. */
const OF_STATEMENTS = [
  ['speaker', '--speaker'],
  ['act', '--act'],
  ['quotation', '--quotation'],
  ['inResponseTo', '--in-response-to'],
  ['distinct', '--distinct'],
  ['sort', '--sort'],
] as const

function checkFlags(flags: FindFlags): void {
  const idle = flags.articles && OF_STATEMENTS.find(([flag]) => flags[flag] !== undefined)
  if (idle)
    throw new OnrecordError(
      'usage',
      `${idle[1]} is about statements, and --articles looks for articles. Leave one out.`,
    )
  if (flags.save?.trim() === '')
    throw new OnrecordError('usage', 'A kept search has a name, by which onrecord watch tells of it: --save NAME')
}

/** `onrecord timeline`: statements in order of date. @returns the exit code */
export function timeline(words: readonly string[], flags: FindFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const question = { ...(await questionOf(ledger, words, flags)), sort: flags.sort ?? 'oldest' }
    const terms = question.words === '' ? [] : parseWords(question.words)
    const found = await ledger.find(question)
    await print(flags, {
      json: found,
      items: found.items,
      csv: { header: ENTRY_HEADER, row: entryCsv },
      markdown: (entry, i) => {
        const before = found.items[i - 1]
        const heading = i > 0 && before?.said.date === entry.said.date ? '' : `## ${dateWords(entry)}\n\n`
        return heading + entryMarkdown(entry)
      },
      text: (terminal) => withTotal(timelineText(found.items, terms, terminal), found, flags, terminal),
    })
    return 0
  })
}

const dateWords = ({ said }: Entry): string => (said.date === null ? 'No date' : readableDate(said.date))

function timelineText(entries: readonly Entry[], terms: readonly AnyOf[], terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  let date: string | null | undefined
  for (const entry of entries) {
    if (date !== undefined) sheet.gap()
    if (entry.said.date !== date) sheet.put([{ text: visible(dateWords(entry)), paint: terminal.palette.title }])
    date = entry.said.date
    putEntry(sheet, entry, terms, true)
  }
  return sheet.text()
}

/** `onrecord who`. @returns the exit code: 10 where nobody has that name */
export function whoIs(name: readonly string[], flags: AskFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const profiles = await ledger.who(name.join(' '), flags.limit)
    if (profiles.length === 0)
      throw new OnrecordError(
        'not-found',
        `The ledger has no speaker named "${name.join(' ')}". See: onrecord speakers`,
      )
    await print<Profile>(flags, {
      json: profiles,
      items: profiles,
      csv: { header: PERSON_HEADER, row: personCsv },
      markdown: profileMarkdown,
      text: (terminal) => profilesText(profiles, terminal),
    })
    return 0
  })
}

/** `onrecord speakers`. @returns the exit code */
export function speakers(name: readonly string[], flags: AskFlags & { readonly kind?: SpeakerKind }): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const found = await ledger.speakers({
      ...(name.length > 0 ? { name: name.join(' ') } : {}),
      ...(flags.kind ? { kind: flags.kind } : {}),
      limit: flags.limit,
      offset: flags.offset,
    })
    await print<Person>(flags, {
      json: found,
      items: found.items,
      csv: { header: PERSON_HEADER, row: personCsv },
      markdown: personMarkdown,
      text: (terminal) => withTotal(personsText(found.items, terminal), found, flags, terminal, 'speaker'),
    })
    return 0
  })
}

/** `onrecord disputes`. @returns the exit code */
export function listDisputes(words: readonly string[], flags: AskFlags & FilterFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const found = await ledger.disputes(await questionOf(ledger, words, flags))
    await print<Dispute>(flags, {
      json: found,
      items: found.items,
      csv: {
        header: `claim_or_answer,${ENTRY_HEADER}`,
        row: ({ claim, links }) =>
          `claim,${entryCsv(claim)}${links.map(({ kind, answer }) => `${kind},${entryCsv(answer)}`).join('')}`,
      },
      markdown: ({ claim, links }) => entryMarkdown(claim, links),
      text: (terminal) => withTotal(disputesText(found.items, terminal), found, flags, terminal, 'claim'),
    })
    return 0
  })
}

/** `onrecord show`. @returns the exit code */
export function showOne(id: string, flags: AskFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const ids = await ledger.idsOf(id)
    if (ids.statements.length === 0 && ids.pages.length === 1) {
      const page = await pageNamed(ledger, id)
      const record = await ledger.correctedRecord(page)
      const { toJson, toJsonl, toCsv, CSV_HEADER, toMarkdown, toText } = await import('../../core/exports/index.js')
      await write(flags, async () => {
        if (flags.format === 'json') return toJson(record)
        if (flags.format === 'jsonl') return toJsonl(record)
        if (flags.format === 'csv') return CSV_HEADER + toCsv(record)
        if (flags.format === 'markdown') return toMarkdown(record)
        return layOut(looksFor(flags.output === undefined ? process.stdout : {}), (terminal) =>
          toText(record, terminal),
        )
      })
      const { entries } = await ledger.page(page)
      const corrected = entries.filter(({ status }) => status !== null).length
      if (corrected > 0)
        process.stderr.write(
          `As people corrected it (${count(corrected, 'statement')} accepted, changed, added or rejected): onrecord corrections\n`,
        )
      return 0
    }
    const shown = await ledger.show(await statementNamed(ledger, id))
    const { record: _, ...rest } = shown
    await print(flags, {
      json: rest,
      items: [rest],
      csv: { header: ENTRY_HEADER, row: () => entryCsv(shown) },
      markdown: () =>
        entryMarkdown(
          shown,
          shown.links.filter(({ claim }) => claim.said.id === shown.said.id),
        ),
      text: (terminal) => shownText(shown, terminal),
    })
    return 0
  })
}

/**
 * What a person asks for.
 *
 * @throws OnrecordError `usage`, `not-found` where a speaker or statement is not there
 */
export async function questionOf(
  ledger: Ledger,
  words: readonly string[],
  flags: Partial<FindFlags>,
): Promise<Question> {
  const { act, quotation, from, to, outlet, sort, limit, offset } = flags
  const speakerIds: string[] = []
  for (const given of flags.speaker ?? []) speakerIds.push(await speakerNamed(ledger, given))
  const filters: Filters = {
    ...(speakerIds.length > 0 ? { speakers: speakerIds } : {}),
    ...(act && act.length > 0 ? { acts: ACTS.map(({ name }) => name).filter((name) => act.includes(name)) } : {}),
    ...(quotation && quotation.length > 0 ? { quotation } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(flags.inResponseTo === undefined ? {} : { inResponseTo: await statementNamed(ledger, flags.inResponseTo) }),
    ...(flags.versions ? { versions: true } : {}),
    ...(flags.distinct ? { copies: false } : {}),
    ...(flags.offered ? { offered: true } : {}),
  }
  return {
    // The shell has taken a phrase's marks away; what it left as one word with spaces was one.
    words: words
      .map((word) => (words.length > 1 && /\s/.test(word) && !word.includes('"') ? `"${word}"` : word))
      .join(' '),
    ...filters,
    ...(sort ? { sort } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  }
}

/** What is printed of a list of answers, in each format. */
interface Printed<T> {
  readonly json: unknown
  readonly items: readonly T[]
  readonly csv: { readonly header: string; readonly row: (item: T) => string }
  readonly markdown: (item: T, index: number) => string
  readonly text: (terminal: Terminal) => string
}

async function print<T>(flags: Pick<AskFlags, 'format' | 'output'>, printed: Printed<T>): Promise<void> {
  await write(flags, async () => {
    switch (flags.format) {
      case 'json':
        return `${JSON.stringify(printed.json, null, 2)}\n`
      case 'jsonl':
        return printed.items.map((item) => `${JSON.stringify(item)}\n`).join('')
      case 'csv':
        return printed.csv.header + printed.items.map(printed.csv.row).join('')
      case 'markdown':
        return printed.items.map((item, i) => `${printed.markdown(item, i)}\n`).join('\n')
      default:
        return layOut(looksFor(flags.output === undefined ? process.stdout : {}), printed.text)
    }
  })
}

/** Writes what `make` gives where the flags say, whole or not at all. */
export async function write(
  { output: path }: { readonly output?: string },
  make: () => Promise<string>,
): Promise<void> {
  const text = await make()
  const output = path === undefined ? standardOutput() : fileOutput(path)
  try {
    await output.write(text)
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
}

function withTotal(
  text: string,
  { items, total, more }: Answers<unknown>,
  { offset }: AskFlags,
  { palette }: Terminal,
  noun = 'statement',
): string {
  if (total === 0) return `${palette.quiet(`No ${noun}s match.`)}\n`
  const all = more ? `more than ${total.toLocaleString('en-GB')}` : count(total, noun)
  if (items.length === 0)
    return `${palette.quiet(`${all}, and none after the first ${offset.toLocaleString('en-GB')}`)}\n`
  const line =
    items.length === total && !more
      ? `${all}`
      : `${offset + 1} to ${offset + items.length} of ${all}${more ? ', the latest added' : ''}; go on with --offset ${offset + items.length}`
  return `${text}\n${palette.quiet(line)}\n`
}

async function printArticles(found: Awaited<ReturnType<Ledger['findArticles']>>, flags: FindFlags): Promise<void> {
  await print(flags, {
    json: found,
    items: found.items,
    csv: {
      header: 'page,outlet,title,published,url,statements,snippet\r\n',
      row: ({ page, statements, snippet }) =>
        `${[page.id, page.outlet, page.title, page.published, page.url, statements, snippet].map(cell).join(',')}\r\n`,
    },
    markdown: ({ page, snippet }) =>
      `> ${escaped(snippet)}\n>\n> — ${[page.outlet, page.title]
        .filter((part) => part !== null)
        .map((part) => escaped(part as string))
        .join(', ')}${page.url === null ? '' : ` · ${linked(page.url)}`}`,
    text: (terminal) => {
      const sheet = new Sheet(terminal)
      const { palette } = terminal
      found.items.forEach(({ page, snippet, marks, statements }, i) => {
        if (i > 0) sheet.gap()
        sheet.putBoth([{ text: visible(page.title ?? 'No title'), paint: palette.title }], {
          text: page.id.slice(0, 12),
          paint: palette.quiet,
        })
        const runs = []
        let at = 0
        for (const [start, end] of marks) {
          runs.push(
            { text: visible(snippet.slice(at, start)) },
            { text: visible(snippet.slice(start, end)), paint: palette.name },
          )
          at = end
        }
        runs.push({ text: visible(snippet.slice(at)) })
        sheet.put(runs, [{ text: '  ' }, { text: '  ' }])
        const facts = [
          page.outlet ?? page.name,
          page.published === null ? 'no date' : readableDate(page.published),
          count(statements, 'statement'),
        ]
        sheet.put([{ text: visible(facts.join(' · ')), paint: palette.quiet }], [{ text: '    ' }, { text: '    ' }])
      })
      return withTotal(sheet.text(), found, flags, terminal, 'article')
    },
  })
}

const PERSON_HEADER = 'speaker,name,kind,roles,other_names,statements,pages,first,last\r\n'

function personCsv({ id, name, kind, roles, otherNames, statements, pages, first, last }: Person): string {
  const words = roles.map((role) => role.words).join(' … ')
  return `${[id, name, kind, words, otherNames.join(' … '), statements, pages, first, last].map(cell).join(',')}\r\n`
}

function personMarkdown({ name, kind, roles, statements, pages, first, last }: Person): string {
  const who = [kind, ...roles.slice(0, 8).map(({ words }) => words)].map(escaped)
  return `**${escaped(name)}** · ${who.join(' · ')} · ${count(statements, 'statement')} on ${count(pages, 'page')}${first === null ? '' : ` · ${first} to ${last}`}`
}

function profileMarkdown(profile: Profile): string {
  const parts = [`## ${escaped(profile.name)}`, personMarkdown(profile)]
  if (profile.acts.length > 0) parts.push(profile.acts.map(({ act, statements }) => `${act} ${statements}`).join(' · '))
  const links = (title: string, list: readonly Link[], side: 'claim' | 'answer') => {
    if (list.length > 0)
      parts.push(`### ${title}`, ...list.map((link) => `${link.kind}\n\n${entryMarkdown(link[side])}`))
  }
  parts.push(...profile.latest.map((entry) => entryMarkdown(entry)))
  links('In answer to', profile.answers, 'claim')
  links('Answered by', profile.answered, 'answer')
  return parts.join('\n\n')
}
