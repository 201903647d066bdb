import type { Quotation, Statement } from '../model/index.js'
import { readableDate } from './date.js'
import { groupByMention } from './grouping.js'
import { type Place, placeOf, wordsOf } from './place.js'
import type { PageRecord } from './record.js'
import { type Run, Sheet } from './sheet.js'
import type { Palette, Terminal } from './terminal.js'
import { visible } from './visible.js'

/** How statements are put in order: by who said them, or as they stand on the page. */
export type Order = 'speaker' | 'page'

/**
 * A record for a person at a terminal: the page's title, source and date, then who said what, each statement with its
 * words exactly as on the page, its kind of quotation and its place. Characters that could steer the terminal are shown,
 * never sent. Every line is ended.
 */
export function toText(record: PageRecord, terminal: Terminal, order: Order = 'speaker'): string {
  const { reading, statements } = record
  const { palette } = terminal
  const sheet = new Sheet(terminal)
  putHead(sheet, record)
  sheet.gap()
  sheet.put(
    statements.length === 0
      ? [{ text: 'No statements were found.', paint: palette.quiet }]
      : legend(statements, palette),
  )
  const places = new Map(statements.map((statement) => [statement.id, placeOf(reading, statement)]))
  if (order === 'page') {
    for (const statement of statements) {
      sheet.gap()
      putStatement(sheet, record, statement, places, true)
    }
    return sheet.text()
  }
  for (const { name, statements: theirs } of groupByMention(reading, statements)) {
    sheet.gap()
    sheet.putBoth(
      [name === null ? { text: NOT_SAID, paint: palette.notice } : { text: visible(name), paint: palette.name }],
      { text: count(theirs.length, 'statement'), paint: palette.quiet },
    )
    theirs.forEach((statement, i) => {
      if (i > 0) sheet.gap()
      putStatement(sheet, record, statement, places, false)
    })
  }
  return sheet.text()
}

const NOT_SAID = 'The page does not say who'

/** Puts the page's title, where it is from and when, and what sort of page it is where that is no plain article. */
export function putHead(sheet: Sheet, { page, reading: { meta } }: PageRecord): void {
  const { palette } = sheet
  sheet.put([
    meta.title ? { text: visible(meta.title), paint: palette.title } : { text: 'No title', paint: palette.notice },
  ])
  const source = meta.publisher ?? hostOf(page.url) ?? page.name ?? 'No source given'
  const parts = [source, meta.published ? readableDate(meta.published) : 'no date given']
  if (meta.authors.length > 0) parts.push(`by ${meta.authors.join(', ')}`)
  if (meta.agency && meta.agency !== meta.publisher) parts.push(meta.agency)
  sheet.put([{ text: visible(parts.join(' · ')) }])
  const address = page.url ?? page.name
  if (address && address !== source) sheet.put([{ text: visible(address), paint: palette.quiet }])
  const form = FORMS[meta.form]
  if (form) sheet.put([{ text: form, paint: palette.notice }])
}

const FORMS = {
  article: null,
  stub: 'Only the beginning of the article is on the page.',
  'live-blog': 'A live blog.',
  none: 'No article was found on the page.',
} as const

/** How many statements there are of each kind, each with the mark that it has below. */
function legend(statements: readonly Statement[], palette: Palette): Run[] {
  const runs: Run[] = [{ text: count(statements.length, 'statement') }]
  for (const kind of ['direct', 'mixed', 'indirect'] as const) {
    const n = statements.filter(({ quotation }) => quotation === kind).length
    if (n > 0) runs.push({ text: ` · ` }, { text: BARS[kind], paint: palette[kind] }, { text: ` ${n} ${kind}` })
  }
  return runs
}

/** A mark that tells the kind of quotation also where there is no colour: unbroken, broken, thin. */
const BARS: Readonly<Record<Quotation, string>> = { direct: '┃', mixed: '┇', indirect: '│' }

function putStatement(
  sheet: Sheet,
  { reading }: PageRecord,
  statement: Statement,
  places: ReadonlyMap<string, Place>,
  withMention: boolean,
): void {
  const { palette } = sheet
  const { content, cue, mention, quotation, within } = statement
  const bar: Run = { text: `  ${BARS[quotation]} `, paint: palette[quotation] }
  sheet.put([{ text: content.map((span) => visible(wordsOf(reading, span))).join(' … ') }], [bar, bar])

  const parts: Run[] = []
  const words = (span: NonNullable<typeof cue>) => visible(wordsOf(reading, span))
  if (withMention && !mention) parts.push({ text: NOT_SAID.toLowerCase(), paint: palette.notice })
  if (cue) parts.push({ text: words(cue), paint: palette.cue })
  if (withMention && mention) {
    const name = { text: words(mention), paint: palette.name }
    if (cue && cue.start < mention.start) parts.push(name)
    else parts.unshift(name)
  }
  const facts: Run[] = parts.flatMap((part) => [part, { text: ' ' }])
  const outer = within === null ? undefined : places.get(within)
  const kind = outer ? `${quotation}, inside the statement at ${placeWords(outer)}` : quotation
  facts.push({ text: parts.length > 0 ? `· ${kind}` : kind, paint: palette.quiet })
  const place = placeWords(places.get(statement.id) ?? placeOf(reading, statement))
  sheet.putBoth(facts, { text: place, paint: palette.quiet }, [MARGIN, MARGIN])
}

const MARGIN: Run = { text: '    ' }

function placeWords({ block, offset }: Place): string {
  return block < 0 ? `offset ${offset}` : `block ${block}, offset ${offset}`
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (/^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? null)
}

/** `1 statement`, `3 statements`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
