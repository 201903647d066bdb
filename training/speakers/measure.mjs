// Gold articles as readings and statements, and whether a speaker is the gold one: what evaluate.mjs and tune.mjs share.
import { articleOf } from '../lexicon/gold.mjs'

const TITLES =
  /^(?:(?:the|a|an|mr|mrs|ms|dr|prof|rev|sir|dame|lord|lady|sen|rep|gov|gen|col|lt|sgt|capt|president|senator|governor|mayor|secretary|minister|judge|justice|pope|king|queen|prince|princess)\.? +)+/

const folded = (name) => name.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').trim().replace(TITLES, '')

const PRONOUN =
  /^(?:he|she|it|they|we|i|who|which|that|his|her|their|its|my|our|him|them|us|me|both|whose|whom|himself|herself)$/i

const META = {
  title: null,
  standfirst: null,
  authors: [],
  publisher: null,
  agency: null,
  published: null,
  modified: null,
}
Object.assign(META, { language: null, canonicalUrl: null, section: null, form: 'article', sources: {} })

/** A gold article as a reading and its gold statements. */
export function inputsOf(m, document) {
  const article = articleOf(m, document.text)
  const hidden = { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 }
  const reading = { ...article, url: null, origin: null, meta: META, hidden, reader: 'gold' }
  const spansOf = (list) => list.filter(([a, b]) => a < b).map(([start, end]) => ({ start, end }))
  const joined = (list) =>
    list.length > 0 ? { start: Math.min(...list.map((s) => s[0])), end: Math.max(...list.map((s) => s[1])) } : null
  const statements = document.statements.map((s, k) => ({
    id: `${k}`,
    content: spansOf(s.content).sort((a, b) => a.start - b.start),
    cue: joined(s.cue),
    mention: joined(s.speaker),
    speaker: null,
    quotation: 'indirect',
    quoted: [],
    act: 'state',
    negated: false,
    hedges: [],
    addressee: null,
    medium: null,
    when: null,
    within: null,
    confidence: 1,
    model: 'gold',
    why: '',
    speakerWhy: '',
  }))
  return { reading, statements }
}

/** How a mention names its speaker, for the table. */
export function formOf(text, mention) {
  if (!mention) return 'none'
  const words = text.slice(mention.start, mention.end).trim().split(/\s+/)
  if (PRONOUN.test(words[0].replace(/[’'].*$/, '').replace(/[^\p{L}].*$/u, ''))) return 'pronoun'
  return words
    .slice(0, 12)
    .some(
      (word, i) =>
        /^["“‘']*\p{Lu}/u.test(word) && (i > 0 || /^(?!The\b|A\b|An\b|Some\b|Those\b|One\b|People\b)/.test(word)),
    )
    ? 'name'
    : 'description'
}

/** Whether our speaker is the gold one. */
export function isRight(text, gold, key, speaker) {
  if (key === null || key === undefined) return speaker === null
  if (!speaker) return false
  const entity = gold.speakers.find((s) => s.key === key)
  if (!entity) return false
  const overlaps = ({ start, end }, list) => list.some(([a, b]) => a < end && start < b)
  if (entity.names.some(([a, b]) => folded(text.slice(a, b)) === folded(speaker.name))) return true
  const others = gold.speakers.filter((s) => s !== entity).flatMap((s) => s.names)
  const isOthers = overlaps(speaker.named, others) && !overlaps(speaker.named, entity.names)
  const places = speaker.mentions.filter(({ form }) => form !== 'pronoun').map(({ span }) => span)
  return !isOthers && (overlaps(speaker.named, entity.names) || places.some((span) => overlaps(span, entity.names)))
}
