/**
 * Pages of news that nobody wrote, as many as are asked for: the same seed and number give the same page. Words are made up
 * and as uneven in frequency as those of a language, speakers come back under the same names with the same roles, and
 * some of what they say is said again elsewhere. About ten statements a page.
 *
 *   import { syntheticPage, htmlOf, arrivalOf } from './synthetic-pages.mjs'
 */
import { createHash } from 'node:crypto'

/** Mulberry32 (Tommy Ettinger, public domain): a number from 0 to 1 each time, from a seed. */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st t th tr v w'.split(' ')
const NUCLEI = 'a e i o u ai ea ie oa ou'.split(' ')
const CODAS = ['', '', 'n', 'r', 'l', 's', 't', 'nd', 'rk', 'm', 'ck', 'st', 'lt']

function wordsMade(count, seed, least) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const made = new Set()
  while (made.size < count) {
    let word = ''
    const syllables = least + Math.floor(next() * 2)
    for (let i = 0; i < syllables; i++) word += pick(ONSETS) + pick(NUCLEI) + (i === syllables - 1 ? pick(CODAS) : '')
    made.add(word)
  }
  return [...made]
}

const capital = (word) => word[0].toUpperCase() + word.slice(1)
const NOUNS = wordsMade(12_000, 11, 2)
const VERBS = wordsMade(2_500, 12, 1).map((word) => `${word}ed`)
const ADJECTIVES = wordsMade(2_500, 13, 2)
const FIRST = wordsMade(400, 14, 2).map(capital)
const LAST = wordsMade(3_000, 15, 2).map(capital)
const PLACES = wordsMade(600, 16, 2).map(capital)
const OUTLETS = PLACES.slice(0, 200).map(
  (place, i) => `${place} ${['Courier', 'Times', 'Post', 'Ledger', 'News'][i % 5]}`,
)
const OFFICES = [
  'mayor',
  'governor',
  'minister for water',
  'director of the river office',
  'chief of police',
  'head of the union',
]
const PERSONS = 20_000
const ACTS = ['state', 'state', 'state', 'state', 'deny', 'accuse', 'confirm', 'demand', 'promise', 'warn']
const CUES = {
  state: 'said',
  deny: 'denied',
  accuse: 'charged',
  confirm: 'confirmed',
  demand: 'demanded',
  promise: 'promised',
  warn: 'warned',
}

/** A speaker by number: always the same name and role. */
export function person(number) {
  const next = random(9_000_000 + number)
  const name = `${FIRST[Math.floor(next() * FIRST.length)]} ${LAST[Math.floor(next() * LAST.length)]}`
  return {
    name,
    role: `the ${OFFICES[Math.floor(next() * OFFICES.length)]} of ${PLACES[Math.floor(next() * PLACES.length)]}`,
  }
}

/** Draws like words of a language: the n-th is drawn about 1/n as often as the first (Zipf). */
function zipf(next, count) {
  return Math.min(count - 1, Math.floor(count ** next()) - 1)
}

function clause(next, topic) {
  const noun = () => (next() < 0.25 ? topic[Math.floor(next() * topic.length)] : NOUNS[zipf(next, NOUNS.length)])
  const verb = () => VERBS[zipf(next, VERBS.length)]
  const adjective = () => ADJECTIVES[zipf(next, ADJECTIVES.length)]
  const parts = ['the']
  if (next() < 0.5) parts.push(adjective())
  parts.push(noun(), verb(), 'the')
  if (next() < 0.5) parts.push(adjective())
  parts.push(noun())
  if (next() < 0.6) parts.push('of the', noun())
  if (next() < 0.5) parts.push('in', PLACES[zipf(next, PLACES.length)])
  if (next() < 0.4) parts.push('after', String(2 + Math.floor(next() * 900)), `${noun()}s were`, verb())
  return parts.join(' ')
}

/**
 * A page: title, outlet, date, address, paragraphs. A paragraph with a statement has its parts: `content` (as said),
 * `quotation`, `speaker` (a number for `person`), `cue`, `mention`, `act`.
 */
export function syntheticPage(seed, index) {
  const next = random(Math.imul(seed, 1_000_003) + index + 1)
  const topic = Array.from({ length: 8 }, () => NOUNS[Math.floor(next() * NOUNS.length)])
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(next() * 3_650) * 86_400_000)
  const outlet = OUTLETS[zipf(next, OUTLETS.length)]
  const title = capital(clause(next, topic))
  const speakers = Array.from({ length: 2 + Math.floor(next() * 4) }, () => zipf(next, PERSONS))
  const paragraphs = []
  const plain = () => {
    const sentences = Array.from(
      { length: 1 + Math.floor(next() * 2) },
      () => `${capital(clause(next, topic))}, and ${clause(next, topic)}.`,
    )
    paragraphs.push({ text: sentences.join(' ') })
  }
  plain()
  const introduced = new Set()
  const statements = 8 + Math.floor(next() * 5)
  for (let i = 0; i < statements; i++) {
    if (next() < 0.35) plain()
    const speaker = speakers[Math.floor(next() * speakers.length)]
    const { name, role } = person(speaker)
    const act = ACTS[Math.floor(next() * ACTS.length)]
    const cue = CUES[act]
    // What a speaker is quoted with most often is quoted by several outlets.
    const words =
      next() < 0.06 ? saying(speaker, Math.floor(next() * 4)) : `${clause(next, topic)} and ${clause(next, topic)}`
    const mention = introduced.has(speaker) ? name.split(' ')[1] : name
    const isNew = !introduced.has(speaker)
    introduced.add(speaker)
    if (next() < 0.5) {
      const content = `“${capital(words)},”`
      const text = `${content} ${cue} ${mention}${isNew ? `, ${role}` : ''}.`
      paragraphs.push({ text, content, cue, mention, role: isNew ? role : null, speaker, act, quotation: 'direct' })
    } else {
      const content = `that ${words}`
      const text = `${mention}${isNew ? `, ${role},` : ''} ${cue} ${content}.`
      paragraphs.push({ text, content, cue, mention, role: isNew ? role : null, speaker, act, quotation: 'indirect' })
    }
  }
  plain()
  return {
    index,
    title,
    outlet,
    date: day.toISOString().slice(0, 10),
    url: `https://${outlet.toLowerCase().replace(/ /g, '-')}.example/${day.getUTCFullYear()}/${index}`,
    paragraphs,
  }
}

/** One of the few sentences that a speaker says again and again. */
export function saying(speaker, number) {
  const next = random(Math.imul(speaker + 7, 65_537) + number)
  const topic = Array.from({ length: 4 }, () => NOUNS[Math.floor(next() * NOUNS.length)])
  return `${clause(next, topic)} and ${clause(next, topic)}`
}

const MENU = ['Home', 'World', 'Politics', 'Business', 'Sport', 'Weather', 'Subscribe', 'Sign in']

/** The page as a site would send it: a menu, the article, what else to read, a footer. */
export function htmlOf({ title, outlet, date, url, paragraphs }, furniture = 0) {
  const next = random(furniture + 77)
  const others = Array.from(
    { length: 6 },
    () => `<li><a href="/${Math.floor(next() * 1e6)}">${capital(clause(next, NOUNS.slice(0, 50)))}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<link rel="canonical" href="${url}"><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${date}"></head>
<body><nav><ul>${MENU.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></nav>
<main><article><h1>${title}</h1>
${paragraphs.map(({ text }) => `<p>${text}</p>`).join('\n')}
</article></main><aside><h2>More to read</h2><ul>${others.join('')}</ul></aside>
<footer><p>Copyright ${outlet}. All rights reserved.</p></footer></body></html>`
}

const hash = (text) => createHash('sha256').update(text).digest('hex')

/**
 * The page as it arrives at a ledger, its record made from what is known of it: reading pages is measured elsewhere.
 * Shapes are those of src/core/ledger/port.ts.
 */
export function arrivalOf(page) {
  const { title, outlet, date, url, paragraphs } = page
  const text = [title, ...paragraphs.map((paragraph) => paragraph.text)].join('\n\n')
  const bytes = Buffer.from(text)
  const id = createHash('sha256').update(bytes).digest('hex')
  const blocks = []
  const statements = []
  const speakers = new Map()
  let at = 0
  const span = (start, length) => ({ start, end: start + length })
  for (const [i, paragraph] of [{ text: title }, ...paragraphs].entries()) {
    const own = { start: at, end: at + paragraph.text.length }
    blocks.push({
      ...own,
      role: i === 0 ? 'title' : 'paragraph',
      level: i === 0 ? 1 : null,
      body: i === 0 ? null : 0.9,
      why: 'made so',
    })
    if (paragraph.content) {
      const content = span(at + paragraph.text.indexOf(paragraph.content), paragraph.content.length)
      const afterContent = paragraph.quotation === 'direct' ? paragraph.content.length : 0
      const mention = span(at + paragraph.text.indexOf(paragraph.mention, afterContent), paragraph.mention.length)
      const cue = span(at + paragraph.text.indexOf(` ${paragraph.cue} `, afterContent) + 1, paragraph.cue.length)
      const known = speakers.get(paragraph.speaker)
      const speaker = known ?? {
        id: hash(`${id} speaker ${paragraph.speaker}`).slice(0, 32),
        name: person(paragraph.speaker).name,
        named: mention,
        kind: 'person',
        roles: paragraph.role ? [span(at + paragraph.text.indexOf(paragraph.role), paragraph.role.length)] : [],
        otherNames: [],
        anonymity: null,
        mentions: [],
        statements: [],
      }
      speakers.set(paragraph.speaker, speaker)
      speaker.mentions.push({ span: mention, form: known ? 'part-of-name' : 'name', why: 'made so' })
      const statement = {
        id: hash(`${id} ${content.start} ${content.end}`).slice(0, 32),
        content: [content],
        cue,
        mention,
        speaker: speaker.id,
        quotation: paragraph.quotation,
        quoted: [],
        act: paragraph.act,
        negated: false,
        hedges: [],
        addressee: null,
        medium: null,
        when: null,
        within: null,
        confidence: 0.9,
        model: 'made',
        why: 'made so',
        speakerWhy: '',
      }
      speaker.statements.push(statement.id)
      statements.push(statement)
    }
    at = own.end + 2
  }
  const meta = {
    title,
    standfirst: null,
    authors: [],
    publisher: outlet,
    agency: null,
    published: date,
    modified: null,
    language: 'en',
    canonicalUrl: url,
    section: null,
    form: 'article',
    sources: {},
  }
  const hidden = { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 }
  return {
    capture: { name: url, url, retrieved: `${date}T12:00:00.000Z`, headers: [] },
    bytes,
    record: {
      page: { id, kind: 'article', url, charset: 'utf-8', name: url },
      reading: { page: id, url, text, blocks, origin: null, meta, hidden, reader: 'made' },
      statements,
      speakers: [...speakers.values()],
    },
  }
}
