import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Said } from '../compare/said.js'
import type { PageRecord } from '../exports/record.js'
import {
  type PageId,
  type Reading,
  type Span,
  type SpeakerId,
  type Statement,
  type StatementId,
  span,
} from '../model/index.js'
import type { Change, Correction, Pair } from './corrections.js'
import { saidOfOne, voiceOf } from './said-of.js'

/** What people made of a statement. */
export interface Reviewed {
  readonly statement: Statement
  readonly status: 'accepted' | 'rejected' | 'corrected' | 'added' | null
  /** The ledger's speaker that a person chose: its id; null: none, by a person's word; undefined: as the machine has it. */
  readonly speaker: string | null | undefined
}

/**
 * The statements of a record as people corrected them, those they rejected and added among them, in order of place. The
 * record itself stays as it is. Corrections that were taken back, and those of other pages, change nothing. What was
 * rejected and is changed afterwards stays rejected until somebody accepts it.
 *
 * @param corrections in the order in which they were made
 * @throws OnrecordError `span-invalid` where a correction's span does not fit the page
 */
export function reviewed({ page, reading, statements }: PageRecord, corrections: readonly Correction[]): Reviewed[] {
  const all = new Map<string, Reviewed>(
    statements.map((each) => [each.id, { statement: each, status: null, speaker: undefined }]),
  )
  const rejected = new Set<string>()
  for (const { change, undoneBy, by, number } of corrections) {
    if (undoneBy !== null) continue
    if (change.kind === 'add') {
      if (change.page === page.id) all.set(change.statement, added(reading, change, by, number))
      rejected.delete(change.statement)
      continue
    }
    if (!('statement' in change)) continue
    if (change.kind === 'reject') rejected.add(change.statement)
    if (change.kind === 'accept') rejected.delete(change.statement)
    const known = all.get(change.statement)
    if (known) all.set(change.statement, apply(reading, known, change))
  }
  const start = ({ statement }: Reviewed) => statement.content[0]?.start ?? 0
  return [...all.values()]
    .map((each): Reviewed => (rejected.has(each.statement.id) ? { ...each, status: 'rejected' } : each))
    .sort((a, b) => start(a) - start(b))
}

/** Gives statements of a record, as people corrected them, in their words. Of a speaker whom a person chose, the page has none. */
export function saidOfReviewed({ reading, speakers }: PageRecord): (reviewed: Reviewed) => Said {
  const voices = new Map(speakers.map((speaker) => [speaker.id as string, voiceOf(reading, speaker)]))
  return ({ statement, speaker }) => {
    const voice = speaker === undefined ? voices.get(statement.speaker ?? '') : undefined
    return saidOfOne(reading, statement, voice ?? null)
  }
}

function apply(reading: Reading, known: Reviewed, change: Change): Reviewed {
  switch (change.kind) {
    case 'accept':
      return { ...known, status: known.status === 'corrected' || known.status === 'added' ? known.status : 'accepted' }
    case 'speaker':
      return { ...known, speaker: change.speaker, status: known.status === 'added' ? 'added' : 'corrected' }
    case 'edit': {
      const { content, cue, mention, act } = change
      const { statement } = known
      const spans = content?.map((pair) => spanOf(reading, pair)) ?? statement.content
      const inside = ({ start, end }: Span) => spans.some((outer) => outer.start <= start && end <= outer.end)
      return {
        ...known,
        status: known.status === 'added' ? 'added' : 'corrected',
        statement: {
          ...statement,
          content: spans,
          quoted: statement.quoted.filter(inside),
          hedges: content === undefined ? statement.hedges : statement.hedges.filter(inside),
          cue: cue === undefined ? statement.cue : optional(reading, cue),
          mention: mention === undefined ? statement.mention : optional(reading, mention),
          act: act ?? statement.act,
        },
      }
    }
    default:
      return known
  }
}

function added(reading: Reading, change: Change & { kind: 'add' }, by: string, number: number): Reviewed {
  const content = change.content.map((pair) => spanOf(reading, pair))
  return {
    status: 'added',
    speaker: change.speaker,
    statement: {
      id: change.statement,
      content,
      cue: optional(reading, change.cue),
      mention: optional(reading, change.mention),
      speaker: null,
      quotation: content.every((each) => isQuoted(reading.text, each)) ? 'direct' : 'indirect',
      quoted: [],
      act: change.act,
      negated: false,
      hedges: [],
      addressee: null,
      medium: null,
      when: null,
      within: null,
      confidence: 1,
      model: 'person',
      why: `added by ${by} (correction ${number})`,
      speakerWhy: '',
    },
  }
}

const MARKS = /["\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019'\u2039\u203a]/

function isQuoted(text: string, { start, end }: Span): boolean {
  const opens = MARKS.test(text[start] ?? '') || MARKS.test(text[start - 1] ?? '')
  return opens && (MARKS.test(text[end - 1] ?? '') || MARKS.test(text[end] ?? ''))
}

const spanOf = ({ text }: Reading, [start, end]: Pair): Span => span(text, start, end)
const optional = (reading: Reading, pair: Pair | null): Span | null => pair && spanOf(reading, pair)

/**
 * A record with people's corrections made in it: what they rejected is gone, what they added is there.
 *
 * @param speakerOf the page's own speaker that a speaker of the ledger is, where it has one
 */
export function correctedRecord(
  record: PageRecord,
  corrections: readonly Correction[],
  speakerOf: (ledgers: string) => SpeakerId | null,
): PageRecord {
  const statements = reviewed(record, corrections)
    .filter(({ status }) => status !== 'rejected')
    .map(({ statement, speaker }): Statement => {
      if (speaker === undefined) return statement
      return { ...statement, speaker: speaker === null ? null : speakerOf(speaker), speakerWhy: 'settled by a person' }
    })
  const ids = new Set(statements.map(({ id }) => id))
  const speakers = record.speakers.map((speaker) => ({
    ...speaker,
    statements: statements.filter((each) => each.speaker === speaker.id).map(({ id }) => id),
  }))
  return {
    ...record,
    statements: statements.map((each) =>
      each.within !== null && !ids.has(each.within) ? { ...each, within: null } : each,
    ),
    speakers,
  }
}

/** The id of a statement that a person adds: the same places on the same page give the same. */
export function addedId(page: PageId, content: readonly Pair[], cue: Pair | null, mention: Pair | null): StatementId {
  const name = `${page} added ${JSON.stringify([content, cue, mention])}`
  return bytesToHex(sha256(utf8ToBytes(name))).slice(0, 32) as StatementId
}

/** The id of a speaker that is split off: the same split gives the same. */
export function splitId(from: string, pages: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(`${from} split ${[...pages].sort().join(' ')}`))).slice(0, 32)
}
