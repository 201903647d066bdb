import { repeatOf } from '../../core/compare/repeats.js'
import { type Run, Sheet } from '../../core/exports/sheet.js'
import type { Terminal } from '../../core/exports/terminal.js'
import { visible } from '../../core/exports/visible.js'
import { notesOf, sourceOf, whoOf } from '../../core/ledger/entry-notes.js'
import type { Dispute, Entry, Link, Person, Profile, Shown } from '../../core/ledger/port.js'
import { matchesIn } from '../../core/ledger/snippet.js'
import type { AnyOf } from '../../core/ledger/words.js'

/** The beginning of an id that is shown: what a person types, and long enough to name one of a million. */
export const SHORT_ID = 12

const BAR = { direct: '│ ', mixed: '┆ ', indirect: '  ' } as const
const INDENT: Run = { text: '  ' }
const DEEPER: Run = { text: '    ' }
const ANSWERS = { denies: 'denied', confirms: 'confirmed', supports: 'supported', disputes: 'disputed' } as const

/** Statements for a person, what was looked for marked in their words. */
export function entriesText(entries: readonly Entry[], terms: readonly AnyOf[], terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  entries.forEach((entry, i) => {
    if (i > 0) sheet.gap()
    putEntry(sheet, entry, terms, true)
  })
  return sheet.text()
}

/** Puts one statement: who, its words, what is to be said of it, where it stands and its id. */
export function putEntry(sheet: Sheet, entry: Entry, terms: readonly AnyOf[], withWho: boolean): void {
  const { palette } = sheet
  const { said } = entry
  if (withWho) {
    const who = whoOf(entry)
    sheet.putBoth(
      [
        who === null
          ? { text: 'The page does not say who', paint: palette.notice }
          : { text: visible(who), paint: palette.name },
      ],
      { text: said.id.slice(0, SHORT_ID), paint: palette.quiet },
    )
  }
  const margin: Run = { text: `  ${BAR[said.quotation]}`, paint: palette[said.quotation] }
  sheet.put(marked(said.content.join(' … '), terms, palette.title), [margin, margin])
  const notes = [...notesOf(entry), sourceOf(entry)]
  if (!withWho) notes.push(said.id.slice(0, SHORT_ID))
  sheet.put([{ text: notes.map(visible).join(' · '), paint: palette.quiet }], [DEEPER, DEEPER])
}

/** A text in runs, what matches painted. */
function marked(text: string, terms: readonly AnyOf[], paint: (text: string) => string): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of terms.length === 0 ? [] : matchesIn(text, terms)) {
    if (start > at) runs.push({ text: visible(text.slice(at, start)) })
    runs.push({ text: visible(text.slice(start, end)), paint })
    at = end
  }
  if (at < text.length) runs.push({ text: visible(text.slice(at)) })
  return runs
}

/** Who somebody is, in a line or two. */
export function putPerson(sheet: Sheet, person: Person): void {
  const { palette } = sheet
  const { name, kind, otherNames, roles, statements, pages, first, last, perhaps, id } = person
  sheet.putBoth(
    [
      { text: visible(name), paint: palette.name },
      { text: kind === 'person' ? '' : ` · ${kind}`, paint: palette.quiet },
    ],
    { text: id.slice(0, SHORT_ID), paint: palette.quiet },
  )
  const counts = `${count(statements, 'statement')} on ${count(pages, 'page')}`
  const dates = first === null ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`
  sheet.put([{ text: counts + dates }], [INDENT, INDENT])
  if (roles.length > 0) {
    const shown = roles.slice(0, 8).map(({ words, from, to }) => {
      const when = from === null ? '' : from === to ? ` (${from})` : ` (${from} to ${to})`
      return visible(words + (roles.length > 1 ? when : ''))
    })
    if (roles.length > shown.length) shown.push(`${roles.length - shown.length} more`)
    sheet.put([{ text: shown.join(' · ') }], [INDENT, INDENT])
  }
  if (otherNames.length > 0)
    sheet.put([{ text: `also: ${otherNames.map(visible).join(', ')}`, paint: palette.quiet }], [INDENT, INDENT])
  for (const { id: other, name: theirs, why } of perhaps.slice(0, 4)) {
    sheet.put(
      [
        {
          text: `perhaps the same as ${visible(theirs)} (${other.slice(0, SHORT_ID)}): ${visible(why)}`,
          paint: palette.notice,
        },
      ],
      [INDENT, INDENT],
    )
  }
}

/** Profiles for a person. */
export function profilesText(profiles: readonly Profile[], terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  profiles.forEach((profile, i) => {
    if (i > 0) {
      sheet.gap()
      sheet.put([{ text: '─'.repeat(Math.min(sheet.columns, 40)), paint: sheet.palette.quiet }])
      sheet.gap()
    }
    putProfile(sheet, profile)
  })
  return sheet.text()
}

function putProfile(sheet: Sheet, profile: Profile): void {
  const { palette } = sheet
  putPerson(sheet, profile)
  const { acts, about, months, latest, answers, answered } = profile
  if (acts.length > 0)
    sheet.put([{ text: acts.map(({ act, statements }) => `${act} ${statements}`).join(' · ') }], [INDENT, INDENT])
  if (about.length > 0) sheet.put([{ text: `about: ${about.map(visible).join(', ')}` }], [INDENT, INDENT])
  if (months.length > 1) {
    const shown = months.slice(-12).map(({ month, statements }) => `${month}: ${statements}`)
    sheet.put([{ text: shown.join(' · '), paint: palette.quiet }], [INDENT, INDENT])
  }
  const putLinks = (title: string, links: readonly Link[], side: 'claim' | 'answer') => {
    if (links.length === 0) return
    sheet.gap()
    sheet.put([{ text: title, paint: palette.title }])
    for (const link of links.slice(0, 6)) putLink(sheet, link, side)
  }
  if (latest.length > 0) {
    sheet.gap()
    sheet.put([
      {
        text: latest.length < profile.statements ? `The latest ${latest.length} statements` : 'Statements',
        paint: palette.title,
      },
    ])
    latest.forEach((entry, i) => {
      if (i > 0) sheet.gap()
      putEntry(sheet, entry, [], false)
    })
  }
  putLinks('In answer to', answers, 'claim')
  putLinks('Answered by', answered, 'answer')
}

function putLink(sheet: Sheet, link: Link, side: 'claim' | 'answer'): void {
  const { palette } = sheet
  const entry = link[side]
  const verb = side === 'claim' ? link.kind : ANSWERS[link.kind]
  const who = whoOf(entry)
  sheet.put(
    [
      { text: `${verb}${side === 'claim' ? '' : ' by'} `, paint: palette.notice },
      { text: visible(who ?? 'somebody'), paint: palette.name },
      { text: `: ${visible(entry.said.content.join(' … '))}` },
      { text: ` (${visible(sourceOf(entry))}, ${entry.said.id.slice(0, SHORT_ID)})`, paint: palette.quiet },
    ],
    [INDENT, DEEPER],
  )
  if (!link.asserted)
    sheet.put(
      [
        {
          text: `offered, not settled (${Math.round(link.confidence * 100)} %): ${visible(link.why)}`,
          paint: palette.quiet,
        },
      ],
      [DEEPER, DEEPER],
    )
}

/** Claims with what answers them. */
export function disputesText(disputes: readonly Dispute[], terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  disputes.forEach(({ claim, links }, i) => {
    if (i > 0) sheet.gap()
    putEntry(sheet, claim, [], true)
    for (const link of links) putLink(sheet, link, 'answer')
  })
  return sheet.text()
}

/** Speakers, one after another. */
export function personsText(persons: readonly Person[], terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  persons.forEach((person, i) => {
    if (i > 0) sheet.gap()
    putPerson(sheet, person)
  })
  return sheet.text()
}

/** One statement with everything that is known of it. */
export function shownText(shown: Shown, terminal: Terminal): string {
  const sheet = new Sheet(terminal)
  const { palette } = sheet
  putEntry(sheet, shown, [], true)
  sheet.gap()
  const part = (title: string) => sheet.put([{ text: title, paint: palette.title }])
  part('On the page')
  sheet.put([{ text: visible(shown.said.context) }], [INDENT, INDENT])
  const { record, captures, elsewhere, links, corrections, versions } = shown
  const statement = record.statements.find(({ id }) => id === shown.said.id)
  if (statement) {
    sheet.put(
      [{ text: `confidence ${shown.confidence.toFixed(2)} · ${visible(statement.why)}`, paint: palette.quiet }],
      [INDENT, INDENT],
    )
    if (statement.speakerWhy !== '')
      sheet.put([{ text: `speaker: ${visible(statement.speakerWhy)}`, paint: palette.quiet }], [INDENT, INDENT])
  }
  sheet.gap()
  part('Kept')
  sheet.put([{ text: `SHA-256 ${record.page.id}`, paint: palette.quiet }], [INDENT, INDENT])
  for (const { name, url, retrieved } of captures)
    sheet.put([{ text: `${retrieved} · ${visible(url ?? name)}` }], [INDENT, INDENT])
  if (elsewhere.length > 0) {
    sheet.gap()
    part('Elsewhere')
    for (const { kind, entry, first } of elsewhere) {
      sheet.put(
        [
          { text: `${first ? 'first seen' : kind}: `, paint: palette.notice },
          ...(kind === 'altered'
            ? differing(shown, entry, palette)
            : [{ text: visible(entry.said.content.join(' … ')) }]),
          { text: ` (${visible(sourceOf(entry))}, ${entry.said.id.slice(0, SHORT_ID)})`, paint: palette.quiet },
        ],
        [INDENT, DEEPER],
      )
    }
  }
  if (links.length > 0) {
    sheet.gap()
    part('Answers')
    for (const link of links) putLink(sheet, link, link.answer.said.id === shown.said.id ? 'claim' : 'answer')
  }
  if (versions.length > 0) {
    sheet.gap()
    part('In newer versions of the page')
    for (const { retrieved, how, words, why } of versions) {
      sheet.put(
        [
          { text: `${retrieved}: ` },
          { text: how, paint: how === 'exact' ? palette.quiet : palette.notice },
          { text: words === null || how === 'exact' ? ` · ${visible(why)}` : ` · ${visible(words)}` },
        ],
        [INDENT, DEEPER],
      )
    }
  }
  if (corrections.length > 0) {
    sheet.gap()
    part('Corrections')
    for (const { number, change, by, at, note, undoneBy } of corrections) {
      sheet.put(
        [
          { text: `${number} · ${change.kind} by ${visible(by)}, ${at}${note === '' ? '' : `: ${visible(note)}`}` },
          { text: undoneBy === null ? '' : ` · taken back by ${undoneBy}`, paint: palette.notice },
        ],
        [INDENT, DEEPER],
      )
    }
  }
  return sheet.text()
}

/**
 * Another's words for a quotation, what is only here in [- -] and what is only there in [+ +]: one of the two has it wrong.
 * Words are told as they are compared, without capitals and marks.
 */
function differing(here: Entry, there: Entry, palette: Sheet['palette']): Run[] {
  const repeat = repeatOf(here.said, there.said)
  if (!repeat) return [{ text: visible(there.said.content.join(' … ')) }]
  const runs: Run[] = []
  const put = (words: readonly string[], before: string, after: string, paint?: Run['paint']) => {
    if (words.length === 0) return
    if (runs.length > 0) runs.push({ text: ' ' })
    runs.push({ text: before + visible(words.join(' ')) + after, paint })
  }
  for (const { same, a, b } of repeat.stretches) {
    if (same) put(repeat.a.slice(...a), '', '')
    else {
      put(repeat.a.slice(...a), '[-', '-]', palette.quiet)
      put(repeat.b.slice(...b), '[+', '+]', palette.notice)
    }
  }
  return runs
}

/** A number with its noun. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`
}
