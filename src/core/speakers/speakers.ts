import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Mention, type Span, type Speaker, type SpeakerId, type SpeakerKind, span } from '../model/index.js'
import { shown } from './constructs/construct.js'
import { formOf } from './constructs/named.js'
import type { Discourse } from './discourse.js'
import type { Entity } from './entities.js'
import type { SpeakersFound } from './index.js'

/** Makes the record's speakers and statements of what was settled. @param whys by statement */
export function speakersOf(d: Discourse, whys: readonly string[]): SpeakersFound {
  const entities = new Set<Entity>()
  for (const entity of d.speakers) if (entity) entities.add(entity)
  const ids = new Map<Entity, SpeakerId>()
  const speakers: Speaker[] = []
  const taken = new Set<SpeakerId>()
  for (const entity of entities) {
    const speaker = speakerOf(d, entity, taken)
    taken.add(speaker.id)
    ids.set(entity, speaker.id)
    speakers.push(speaker)
  }
  speakers.sort((a, b) => (a.mentions[0]?.span.start ?? 0) - (b.mentions[0]?.span.start ?? 0) || (a.id < b.id ? -1 : 1))
  const statements = d.statements.map((statement, k) => {
    const entity = d.speakers[k]
    return { ...statement, speaker: (entity && ids.get(entity)) ?? null, speakerWhy: whys[k] ?? '' }
  })
  return { speakers, statements }
}

function speakerOf(d: Discourse, entity: Entity, taken: ReadonlySet<SpeakerId>): Speaker {
  const { text } = d.reading
  const full = fullest(text, entity)
  const named = span(text, full.start, full.end)
  const mentions = mentionsOf(d, entity)
  return {
    id: idOf(d, mentions[0]?.span ?? named, taken),
    name: text.slice(named.start, named.end),
    named,
    kind: kindOf(entity),
    roles: distinct(
      text,
      entity.occurrences.flatMap(({ roles }) => roles),
    ),
    otherNames: distinct(
      text,
      entity.isNamed
        ? entity.occurrences
            .filter(({ isName }) => isName)
            .map(({ coreStart, coreEnd }) => ({ start: coreStart, end: coreEnd }))
        : [],
      text.slice(named.start, named.end),
    ),
    anonymity: entity.anonymity ? span(text, entity.anonymity.start, entity.anonymity.end) : null,
    mentions,
    statements: [...entity.statements]
      .sort((a, b) => a - b)
      .map((k) => (d.statements[k] as (typeof d.statements)[number]).id),
  }
}

// Of places that overlap, the ones that a statement rests on are kept.
function mentionsOf(d: Discourse, entity: Entity): Mention[] {
  const { text } = d.reading
  const own = [...entity.mentions.values()]
  const starts = new Set(own.map((mention) => mention.span.start))
  const spans = own.map((mention) => mention.span).sort((a, b) => a.start - b.start)
  for (const occurrence of entity.occurrences) {
    const at = { start: occurrence.isName ? occurrence.coreStart : occurrence.start, end: occurrence.coreEnd }
    if (starts.has(at.start) || overlaps(spans, at)) continue
    starts.add(at.start)
    const form = formOf(occurrence, entity)
    const why =
      form === 'name'
        ? 'the name in full'
        : occurrence.apposed
          ? 'stands beside the name'
          : `stands for “${shown(d, entity)}”`
    own.push({ span: at, form, why })
  }
  return own
    .sort((a, b) => a.span.start - b.span.start)
    .map((mention) => ({ ...mention, span: span(text, mention.span.start, mention.span.end) }))
}

function overlaps(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((spans[mid]?.end ?? 0) > start) high = mid
    else low = mid + 1
  }
  const next = spans[low]
  return next !== undefined && next.start < end
}

/** What goes on with a description and tells which one is meant: "of the interior", "of Marrow", "for Human Rights". */
const GOES_ON = /^ (?:of|for) (?:(?:the|an?) )?[\p{L}\p{N}][\p{L}\p{N}'’.-]{0,40}(?: \p{Lu}[\p{L}'’-]{0,40}){0,5}/u

// A description is shown as far as the page gives it at fullest: "government of Marrow", not "government".
function fullest(text: string, { isNamed, named, occurrences }: Entity): Span {
  if (isNamed) return named
  const words = text.slice(named.start, named.end).toLowerCase()
  let best = named
  for (const { coreStart: start, coreEnd } of occurrences) {
    const from = coreEnd - words.length
    if (from < start || text.slice(from, coreEnd).toLowerCase() !== words) continue
    const more = GOES_ON.exec(text.slice(coreEnd, coreEnd + 120))?.[0].replace(/(?<![.'’-])[.'’-]+$/u, '').length ?? 0
    if (coreEnd + more - from > best.end - best.start) best = { start: from, end: coreEnd + more }
  }
  return best
}

const GOVERNMENTS = new Set(['government', 'regime', 'junta', 'administration'])

function kindOf({ kind, plural, isNamed, anonymity, words }: Entity): SpeakerKind {
  if (anonymity) return 'unnamed'
  if (kind === 'organisation' && !plural && GOVERNMENTS.has(words.at(-1) ?? '')) return 'government'
  if (kind === 'person' && plural) return 'group'
  return kind === 'unknown' && !isNamed && plural ? 'group' : kind
}

// The first place of each wording, in order, but `but`.
function distinct(text: string, spans: readonly Span[], but = ''): Span[] {
  const seen = new Set([but.toLowerCase()])
  const out: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const words = text.slice(start, end).toLowerCase()
    if (seen.has(words)) continue
    seen.add(words)
    out.push(span(text, start, end))
  }
  return out
}

// 128 bits of a SHA-256 over the page's id and the first mention. Where two begin with the same words ("officials" and
// "officials in Marrow" of one mention), the one whose statement comes later is numbered.
function idOf(d: Discourse, first: Span, taken: ReadonlySet<SpeakerId>): SpeakerId {
  for (let n = 1; ; n++) {
    const name = `${d.reading.page} speaker ${first.start}-${first.end}${n > 1 ? ` ${n}` : ''}`
    const id = bytesToHex(sha256(utf8ToBytes(name))).slice(0, 32) as SpeakerId
    if (!taken.has(id)) return id
  }
}
