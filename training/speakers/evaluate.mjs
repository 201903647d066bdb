// Measures findSpeakers on articles of PolNeAR whose speakers were annotated by hand, with the gold statements' spans given.
//
//   node training/speakers/evaluate.mjs GOLD… [--errors]
//
// GOLD is a JSONL file of {id, speakers: [{key, kind, names: [[start, end], …]}], statements: [key or null, …]}, with
// offsets into the corpus's texts. A statement is right where gold has no speaker and neither do we; or where the name we
// give, in small letters and without titles and determiners, is one of the gold speaker's names; or where a place at which
// we say that the speaker is named or described overlaps one of the gold speaker's names, while the speaker's fullest name
// does not stand on another gold speaker's. `--errors` lists what is wrong, and is for train alone.
import { readFileSync } from 'node:fs'
import { articleOf } from '../lexicon/gold.mjs'
import { documents, load } from '../lexicon/library.mjs'

const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
const showErrors = args.includes('--errors')
const m = await load('src/core/model/index.ts', 'src/core/speakers/index.ts')

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

const texts = new Map([
  ...documents('train').map((d) => [d.id, ['train', d]]),
  ...documents('dev').map((d) => [d.id, ['dev', d]]),
])
const counts = new Map()
const add = (name, right) => {
  const c = counts.get(name) ?? [0, 0]
  c[0] += right ? 1 : 0
  c[1]++
  counts.set(name, c)
}
const kinds = [0, 0]
const confusions = new Map()
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const gold = JSON.parse(line)
    const [split, document] = texts.get(gold.id)
    const { reading, statements } = inputsOf(m, document)
    const found = m.findSpeakers(reading, statements)
    const byId = new Map(found.speakers.map((s) => [s.id, s]))
    gold.statements.forEach((key, k) => {
      const statement = found.statements[k]
      const speaker = statement.speaker === null ? null : byId.get(statement.speaker)
      const right = isRight(document.text, gold, key, speaker)
      const form = formOf(document.text, statement.mention)
      add('all', right)
      add(form, right)
      const entity = gold.speakers.find((s) => s.key === key)
      if (right && entity && speaker) {
        kinds[1]++
        if (entity.kind === speaker.kind) kinds[0]++
        else {
          const name = `${entity.kind} taken for ${speaker.kind}`
          confusions.set(name, [...(confusions.get(name) ?? []), speaker.name])
        }
      }
      if (!right && showErrors && split === 'train') {
        const { start, end } = statement.mention ?? statement.cue ?? statement.content[0]
        const around = `${document.text.slice(Math.max(0, start - 90), start)}[${document.text.slice(start, end)}]${document.text.slice(end, end + 50)}`
        console.log(
          `${gold.id.slice(0, 30)} ${k} ${form}: gold ${key ?? '-'}, ours ${speaker ? `${speaker.name} (${speaker.kind})` : '-'}`,
        )
        console.log(`    ${around.replace(/\n/g, '¶')}\n    ${statement.speakerWhy}`)
      }
    })
  }
}
for (const [name, [right, all]] of counts)
  console.log(`${name.padEnd(12)} ${right} of ${all} = ${((100 * right) / all).toFixed(1)} %`)
console.log(`kind         ${kinds[0]} of ${kinds[1]} = ${((100 * kinds[0]) / kinds[1]).toFixed(1)} %`)
if (showErrors) for (const [name, list] of confusions) console.log(`    ${name}: ${[...new Set(list)].join('; ')}`)
