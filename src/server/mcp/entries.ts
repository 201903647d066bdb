import type { z } from 'zod'
import { notesOf, sourceOf, whoOf } from '../../core/ledger/entry-notes.js'
import type { Entry } from '../../core/ledger/port.js'
import { bounded, quotedLine } from './quoted.js'
import type { entry } from './shapes.js'

/** Names and roles of one speaker that a statement carries: a much-quoted one has hundreds. */
const MOST_ROLES = 8

/** A statement of the ledger as data. */
export function entryData({ said, page, status, confidence, repeats, superseded }: Entry): z.output<typeof entry> {
  const { id, quotation, act, negated, date, within, at } = said
  return {
    id,
    content: said.content.map(bounded),
    quoted: said.quoted.map(bounded),
    quotation,
    act,
    negated,
    hedges: said.hedges.map(bounded),
    cue: orNull(said.cue),
    mention: orNull(said.mention),
    speaker: said.speaker && {
      id: said.speaker.id,
      name: bounded(said.speaker.name),
      kind: said.speaker.kind,
      roles: said.speaker.roles.slice(0, MOST_ROLES).map(bounded),
    },
    addressee: orNull(said.addressee),
    date,
    within,
    confidence,
    status,
    repeats,
    superseded,
    at,
    page: {
      id: page.id,
      title: orNull(page.title),
      outlet: orNull(page.outlet),
      url: page.url,
      name: bounded(page.name),
      published: page.published,
    },
  }
}

/** A statement of the ledger for reading: what Onrecord says of it, then the page's words behind their marks. */
export function entryText(entry: Entry): string {
  const { said, confidence, page } = entry
  const lines = [
    `Statement ${said.id} · confidence ${confidence.toFixed(2)}`,
    quotedLine('Who', whoOf(entry) ?? '(the page does not say)'),
    quotedLine('Words', said.content.join(' … ')),
    quotedLine('How', notesOf(entry).join(' · ')),
    quotedLine('Where', sourceOf(entry)),
  ]
  if (page.url !== null) lines.push(quotedLine('Address', page.url))
  return lines.join('\n')
}

const orNull = (words: string | null): string | null => words && bounded(words)
