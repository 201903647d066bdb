import type { Quotation, Statement } from '../model/index.js'
import { readableDate } from './date.js'
import { type Facts, factsOf, groupByAct, placeWords, speakerWords } from './facts.js'
import { groupBySpeaker } from './grouping.js'
import { wordsOf } from './place.js'
import { type PageRecord, redactionWords } from './record.js'
import { type Run, Sheet } from './sheet.js'
import type { Palette, Terminal } from './terminal.js'
import { visible } from './visible.js'

/** How statements are put in order: by who said them, as they stand on the page, or by what they do. */
export type Order = 'speaker' | 'page' | 'act'

/**
 * A record for a person at a terminal: the page's title, source and date, then who said what: each speaker with what the
 * page says of who that is, each statement with its words exactly as on the page, its kind of quotation, what it does and
 * its place. Characters that could steer the terminal are shown, never sent. Every line is ended.
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
  const facts = factsOf(record)
  const putGroup = (theirs: readonly Statement[], withWho: boolean) => {
    theirs.forEach((statement, i) => {
      if (i > 0) sheet.gap()
      putStatement(sheet, reading, statement, facts(statement), withWho)
    })
  }
  const putTitle = (title: Run, theirs: readonly Statement[]) => {
    sheet.gap()
    sheet.putBoth([title], { text: count(theirs.length, 'statement'), paint: palette.quiet })
  }
  if (order === 'page' && statements.length > 0) {
    sheet.gap()
    putGroup(statements, true)
  } else if (order === 'act') {
    for (const { act, statements: theirs } of groupByAct(statements)) {
      putTitle({ text: act, paint: palette.title }, theirs)
      putGroup(theirs, true)
    }
  } else if (order === 'speaker') {
    for (const { name, speaker, statements: theirs } of groupBySpeaker(record)) {
      putTitle(
        name === null ? { text: NOT_SAID, paint: palette.notice } : { text: visible(name), paint: palette.name },
        theirs,
      )
      const who = speaker ? speakerWords(reading, speaker) : []
      if (who.length > 0) {
        const margin: Run = { text: '  ' }
        sheet.put([{ text: who.map(visible).join(' · '), paint: palette.quiet }], [margin, margin])
      }
      putGroup(theirs, false)
    }
  }
  return sheet.text()
}

const NOT_SAID = 'The page does not say who'

/** Puts the page's title, where it is from and when, and what sort of page it is where that is no plain article. */
export function putHead(sheet: Sheet, record: PageRecord): void {
  const { page, reading } = record
  const { meta } = reading
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
  const redacted = redactionWords(record)
  if (redacted !== null) sheet.put([{ text: visible(redacted), paint: palette.notice }])
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
  reading: PageRecord['reading'],
  { content, cue, mention, quotation }: Statement,
  { place, who, notes, undecided }: Facts,
  withWho: boolean,
): void {
  const { palette } = sheet
  const bar: Run = { text: `  ${BARS[quotation]} `, paint: palette[quotation] }
  sheet.put([{ text: content.map((span) => visible(wordsOf(reading, span))).join(' … ') }], [bar, bar])

  const parts: Run[] = []
  if (withWho && who === null) parts.push({ text: NOT_SAID.toLowerCase(), paint: palette.notice })
  if (cue) parts.push({ text: visible(wordsOf(reading, cue)), paint: palette.cue })
  if (withWho && who !== null) {
    const name = { text: visible(who), paint: palette.name }
    if (cue && mention && cue.start < mention.start) parts.push(name)
    else parts.unshift(name)
  }
  const facts: Run[] = parts.flatMap((part) => [part, { text: ' ' }])
  const said = notes.map(visible).join(' · ')
  facts.push({ text: parts.length > 0 ? `· ${said}` : said, paint: palette.quiet })
  sheet.putBoth(facts, { text: placeWords(place), paint: palette.quiet }, [MARGIN, MARGIN])
  if (undecided !== null) sheet.put([{ text: visible(undecided), paint: palette.notice }], [MARGIN, MARGIN])
}

const MARGIN: Run = { text: '    ' }

function hostOf(url: string | null): string | null {
  return url === null ? null : (/^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? null)
}

/** `1 statement`, `3 statements`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
