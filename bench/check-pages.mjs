/**
 * Made-up news pages with known statements, and drafts that quote them, truly or altered in a known way. The same seed
 * gives the same pages and drafts.
 */

/** A seeded random number generator (mulberry32). */
export function random(seed) {
  let a = seed
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n) => Math.floor(next() * n)
  return {
    next,
    below,
    between: (a2, b) => a2 + below(b - a2 + 1),
    pick: (list) => list[below(list.length)],
    chance: (p) => next() < p,
  }
}

const words = (text) => text.trim().split(/\s+/)
const phrases = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

const NOUNS = words(`
  road bridge harbour clinic school reservoir quarry mill depot market tunnel ferry pipeline orchard archive prison
  hospital courthouse library embankment station warehouse refinery hangar vineyard cemetery laboratory observatory
  shelter canal turbine substation workshop greenhouse monastery barracks airfield dock granary aqueduct lighthouse`)
const THINGS = words(`
  report budget contract permit survey inquiry petition treaty licence census audit ballot verdict statute tariff
  schedule ledger memorandum blueprint inspection settlement subsidy pension quota mandate appeal warrant charter levy
  appraisal grant protocol manifesto amendment referendum injunction invoice`)
const PEOPLE = words(`
  drivers nurses teachers farmers pilots miners tenants fishermen engineers witnesses pensioners students shopkeepers
  inspectors welders translators volunteers apprentices residents surveyors widows prisoners clerks firefighters
  beekeepers carpenters electricians librarians gardeners bakers`)
const VERBS = words(`
  repaired abandoned inspected guarded flooded emptied rebuilt mapped searched closed sealed painted sold leased
  demolished measured photographed evacuated registered renamed restored surrendered transferred occupied`)
const ADJECTIVES = words(`
  narrow crowded ancient muddy silent fragile costly empty broken rusty frozen temporary crooked distant hollow bitter
  patient stubborn careless generous secretive hurried reckless tired loyal wooden shallow sturdy foreign rural`)
const TIMES = phrases(`
  before the harvest
  during the long winter
  after the second flood
  by the end of spring
  in the middle of the night
  within a few days
  through the whole summer
  since the old mayor left
  at the height of the season
  on the day of the funeral`)
const ENDS = phrases(`
  and nobody from the ministry came to see it
  and that is what the families remember
  as every child in the valley can tell you
  which is more than the company ever promised
  while the cameras looked the other way
  and the bill has gone to the wrong village
  because the old maps were drawn by strangers
  with a patience that shames the rest of us
  and the smell of smoke is still in the curtains
  so the work begins again from the foundations`)
const FIRST = words(`
  Ana Bruno Celia Dorian Edda Farid Greta Hamid Ines Jorun Katya Lorens Mirela Nadim Oskar Petra Quirin Rosa Stellan
  Tamsin Ursel Viktor Wanda Yusuf Zora Amal Benedek Carmen Dagny Emre Fiona Goran Hedda Ivo Jadwiga Kolya`)
const ONSETS = words('b br d dr f g gr h j k kl l m n p pr r s sk st t tr v w z')
const VOWELS = words('a e i o u ae ei ou')
const CODAS = words('l n r s t ck nd rn sk lt m v')
const ROLES = phrases(`
  the mayor of PLACE
  deputy director of the PLACE clinic
  a nurse in PLACE
  who leads the PLACE farmers’ union
  a former judge
  spokesman for the PLACE harbour board
  the chief engineer
  a teacher from PLACE`)
const FILLER = phrases(`
  The meeting began an hour late and ended without a vote.
  Shops along the river stayed open through the afternoon.
  Trains on the coastal line ran with delays of up to an hour.
  A light rain fell for most of the morning.
  The building has stood unused for more than a decade.
  Copies of the plan were handed out at the door.`)

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)
const figure = (r) => (r.chance(0.5) ? String(r.between(13, 980)) : `${r.between(1, 89)},${r.between(100, 999)}`)

/** Made-up names of places and people, each once. */
function nameMaker(r) {
  const taken = new Set()
  return () => {
    for (;;) {
      const syllable = () => r.pick(ONSETS) + r.pick(VOWELS)
      const name = capital(syllable() + (r.chance(0.6) ? syllable() : '') + r.pick(CODAS))
      if (name.length < 4 || taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}

/** Sentences by what is in them. */
const SENTENCES = {
  plain: [
    (_r, w) => `The ${w.adjective()} ${w.noun()} in ${w.place()} was ${w.verb()} ${w.time()} ${w.end()}`,
    (_r, w) => `${capital(w.people())} from ${w.place()} have ${w.verb()} the ${w.noun()} ${w.time()}`,
    (_r, w) => `We gave the ${w.thing()} to the ${w.people()} ${w.time()} ${w.end()}`,
    (_r, w) =>
      `My father ${w.verb()} this ${w.adjective()} ${w.noun()} with ${w.people()} and ${w.people()} ${w.end()}`,
    (_r, w) => `Every ${w.thing()} about the ${w.noun()} has been ${w.verb()} by ${w.adjective()} ${w.people()}`,
  ],
  negation: [
    (_r, w) => `The ${w.people()} were not told about the ${w.thing()} ${w.time()}`,
    (_r, w) => `The ${w.noun()} in ${w.place()} was never ${w.verb()} by the ${w.adjective()} ${w.people()}`,
    (_r, w) => `We did not sign the ${w.thing()} and the ${w.people()} have ${w.verb()} the ${w.noun()} ${w.time()}`,
    (_r, w) =>
      `There is no ${w.adjective()} ${w.thing()} in ${w.place()} that the ${w.people()} could read ${w.time()}`,
  ],
  number: [
    (r, w) => `There were ${figure(r)} ${w.people()} inside the ${w.noun()} ${w.time()} ${w.end()}`,
    (r, w) => `The ${w.thing()} cost ${figure(r)} crowns and the ${w.people()} have ${w.verb()} the ${w.noun()}`,
    (r, w) => `Only ${figure(r)} of the ${w.adjective()} ${w.people()} came back from ${w.place()} ${w.time()}`,
  ],
  name: [
    (_r, w) => `It was ${w.person()} who ${w.verb()} the ${w.noun()} and hid the ${w.thing()} ${w.time()}`,
    (_r, w) =>
      `The ${w.people()} asked for ${w.person()} because the ${w.thing()} from ${w.place()} was ${w.adjective()}`,
  ],
  condition: [
    (_r, w) =>
      `If the ${w.thing()} is signed ${w.time()}, the ${w.people()} will leave the ${w.adjective()} ${w.noun()} in ${w.place()}`,
    (_r, w) =>
      `Unless the ${w.noun()} is ${w.verb()}, we will burn the ${w.thing()} in front of the ${w.adjective()} ${w.people()}`,
  ],
  belief: [
    (_r, w) =>
      `I think that the ${w.adjective()} ${w.noun()} in ${w.place()} was ${w.verb()} by ${w.people()} ${w.time()}`,
    (_r, w) =>
      `I suspect the ${w.people()} have ${w.verb()} the ${w.adjective()} ${w.noun()} without the ${w.thing()} ${w.time()}`,
  ],
}

/** What nobody said: of the pages' words, but of none of their sentences. */
const MADE_UP = [
  (w) => `Give the ${w.people()} their ${w.thing()} back, or ${w.place()} will lose its last ${w.noun()} to the sea`,
  (w) => `A ${w.noun()} without ${w.people()} is a ${w.adjective()} place, and ${w.place()} has become one`,
  (w) => `Show me the ${w.thing()}, show me the ${w.noun()}, and then talk to me about ${w.place()}`,
  (w) =>
    `What the ${w.people()} in ${w.place()} wanted was a ${w.noun()}; what they got was a ${w.adjective()} ${w.thing()}`,
]

/** A text being put together, and where its pieces stand. */
class Composer {
  text = ''
  put(words_) {
    const start = this.text.length
    this.text += words_
    return { start, end: this.text.length }
  }
}

const NO_MORE = {
  speaker: null,
  quoted: [],
  negated: false,
  hedges: [],
  addressee: null,
  medium: null,
  within: null,
  confidence: 1,
  model: 'made',
  why: 'made',
  speakerWhy: '',
}

/** A statement as the stages would find it. */
function statement(id, { content, cue, mention, quotation, when = null, act = 'state' }) {
  return { ...NO_MORE, id, content, cue, mention, quotation, when, act }
}

const MONTHS = words('January February March April May June July August September October November December')
const dayOf = (r) => ({ month: r.below(12), day: r.between(1, 28) })
const wordsOfDay = ({ month, day }) => `on ${day} ${MONTHS[month]} 2024`
const isoOf = ({ month, day }) => `2024-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/**
 * `count` pages: {name, text, statements, said}. `said` has for each statement what a draft can be made from: its
 * sentences, its speaker and its day.
 */
export function makePages(r, count) {
  const name = nameMaker(r)
  const places = Array.from({ length: 400 }, name)
  const surnames = Array.from({ length: 900 }, name)
  const person = () => `${r.pick(FIRST)} ${r.pick(surnames)}`
  const w = {
    noun: () => r.pick(NOUNS),
    thing: () => r.pick(THINGS),
    people: () => r.pick(PEOPLE),
    verb: () => r.pick(VERBS),
    adjective: () => r.pick(ADJECTIVES),
    time: () => r.pick(TIMES),
    end: () => r.pick(ENDS),
    place: () => r.pick(places),
    person,
  }
  const kinds = Object.keys(SENTENCES)
  const sentence = (kind) => r.pick(SENTENCES[kind])(r, w)
  const pages = []
  for (let p = 0; p < count; p++) {
    const page = new Composer()
    const statements = []
    const said = []
    page.put(`${capital(w.people())} in ${w.place()} wait for the ${w.thing()}\n\n`)
    const speakers = Array.from({ length: 3 }, () => ({
      name: person(),
      role: r.pick(ROLES).replace('PLACE', w.place()),
    }))
    const n = r.between(5, 8)
    for (let s = 0; s < n; s++) {
      if (r.chance(0.5)) page.put(`${r.pick(FILLER)} `)
      const kind = r.pick(kinds)
      const speaker = r.pick(speakers)
      const day = dayOf(r)
      const sentences = [sentence(kind)]
      const more = kind === 'condition' || kind === 'belief' ? 0 : r.between(0, 2)
      for (let k = 0; k < more; k++) sentences.push(sentence(r.pick(['plain', 'negation', 'number'])))
      const id = `p${p}s${s}`
      const facts = { id, page: p, kind, sentences, speaker: speaker.name, day, indirect: false }
      if (r.chance(0.25) && kind !== 'belief') {
        const mention = page.put(`${speaker.name}, ${speaker.role},`)
        page.put(' ')
        const cue = page.put('said')
        page.put(' ')
        const when = page.put(wordsOfDay(day))
        page.put(' ')
        const content = page.put(
          `that ${sentences[0].replace(/^The /, 'the ').replace(/^We /, 'they ').replace(/^My /, 'a ')}`,
        )
        page.put('.\n\n')
        statements.push(
          statement(id, {
            content: [content],
            cue,
            mention,
            quotation: 'indirect',
            when: { span: when, date: isoOf(day) },
          }),
        )
        said.push({ ...facts, indirect: true, sentences: [page.text.slice(content.start + 5, content.end)] })
        continue
      }
      const content = []
      const first = page.put(`“${sentences[0]},”`)
      content.push(first)
      page.put(' ')
      const mention = page.put(`${speaker.name}, ${speaker.role},`)
      page.put(' ')
      const cue = page.put(r.pick(['said', 'told reporters', 'added']))
      page.put(' ')
      const when = page.put(wordsOfDay(day))
      page.put('.')
      if (sentences.length > 1) {
        page.put(' ')
        content.push(page.put(`“${sentences.slice(1).join('. ')}.”`))
      }
      page.put('\n\n')
      statements.push(
        statement(id, { content, cue, mention, quotation: 'direct', when: { span: when, date: isoOf(day) } }),
      )
      said.push(facts)
    }
    page.put(`${r.pick(FILLER)}\n`)
    pages.push({ name: `page-${p}`, text: page.text, statements, said })
  }
  return { pages, words: w, person }
}

const countWords = (text) => text.split(' ').length
const OTHER_WORDS = words('lantern saddle chimney orchestra velvet thistle compass anvil marble feather biscuit walnut')

/** Changes a number into another one that a person could misread it for. */
export function otherNumber(r, digits) {
  const at = r.below(digits.replace(/\D/g, '').length)
  let seen = -1
  const out = digits.replace(/\d/g, (d) => {
    seen++
    return seen === at ? String(1 + ((Number(d) + r.below(8)) % 9)) : d
  })
  return out === digits ? digits.replace(/\d$/, (d) => String((Number(d) + 1) % 10)) : out
}

/**
 * Ways of quoting. Each takes what was said and gives a draft's quotation with the verdict that is right of it, or null
 * where it does not lend itself. `also`: verdicts that are as right.
 */
export const ALTERATIONS = {
  'a “not” left out': (_r, { sentences }) => {
    const text = sentences.join('. ')
    if (!/ (?:not|never|no) /.test(text)) return null
    return { text: text.replace(/ (?:not|never|no) /, ' '), verdict: 'altered', turn: 'negation' }
  },
  'a “not” added': (_r, { sentences }) => {
    const text = sentences.join('. ')
    if (!/ (?:was|were|have|will) (?!not|never)/.test(text)) return null
    return {
      text: text.replace(/ (was|were|have|will) (?!not|never)/, ' $1 not '),
      verdict: 'altered',
      turn: 'negation',
    }
  },
  'a number changed': (r, { sentences }) => {
    const text = sentences.join('. ')
    const found = /\d[\d,]*\d/.exec(text)
    if (!found) return null
    return { text: text.replace(found[0], otherNumber(r, found[0])), verdict: 'altered', turn: 'number' }
  },
  'a name changed': (_r, { sentences }, all) => {
    const text = sentences.join('. ')
    const found = /(?<=[a-z] )[A-Z][a-z]{3,}/.exec(text)
    if (!found) return null
    const other = all.words.place()
    return other === found[0] ? null : { text: text.replace(found[0], other), verdict: 'altered', turn: 'name' }
  },
  'a word changed': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    const at = contentWord(r, list)
    if (at < 0) return null
    return { text: list.with(at, r.pick(OTHER_WORDS)).join(' '), verdict: 'altered' }
  },
  'a word left out': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    const at = contentWord(r, list)
    if (at <= 0 || at >= list.length - 1) return null
    return { text: list.toSpliced(at, 1).join(' '), verdict: 'altered' }
  },
  'a word added': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    return { text: list.toSpliced(r.between(2, list.length - 2), 0, r.pick(OTHER_WORDS)).join(' '), verdict: 'altered' }
  },
  'two statements run together': (r, said, all) => {
    const other = another(r, said, all, (one) => !one.indirect)
    return { text: `${half(said.sentences[0], 0)} ${half(other.sentences[0], 1)}`, verdict: 'spliced' }
  },
  'two statements over an ellipsis': (r, said, all) => {
    const other = another(r, said, all, (one) => !one.indirect)
    return { text: `${half(said.sentences[0], 0)} … ${half(other.sentences.at(-1), 1)}`, verdict: 'spliced' }
  },
  'a gap that is not marked': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    if (list.length < 16) return null
    const from = r.between(5, list.length - 11)
    return { text: list.toSpliced(from, r.between(5, 6)).join(' '), verdict: 'spliced' }
  },
  'another speaker': (r, said, all) => {
    const other = another(r, said, all, (one) => one.speaker.split(' ')[1] !== said.speaker.split(' ')[1])
    return { text: said.sentences.join('. '), verdict: 'other-speaker', speaker: other.speaker }
  },
  'another day': (r, said) => ({
    text: said.sentences.join('. '),
    verdict: 'misdated',
    day: { month: (said.day.month + r.between(1, 11)) % 12, day: said.day.day },
  }),
  'a condition cut off': (_r, { sentences, kind }) => {
    if (kind !== 'condition') return null
    return { text: sentences[0].slice(sentences[0].indexOf(', ') + 2), verdict: 'cut' }
  },
  'a belief cut off': (_r, { sentences, kind }) => {
    if (kind !== 'belief') return null
    return { text: sentences[0].replace(/^I (?:think that|suspect) /, ''), verdict: 'cut' }
  },
  'made up': (r, _said, all) => ({ text: r.pick(MADE_UP)(all.words), verdict: 'not-found' }),
  'straight marks, other spaces': (_r, { sentences }) => {
    const text = sentences.join('. ')
    return { text: text.replace(/’/g, "'").replace(/ (?=\S+$)/, '\u00a0'), verdict: 'marks' }
  },
  'brackets and [sic]': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    const at = r.between(2, list.length - 2)
    return {
      text: list.toSpliced(at, 0, r.pick(['[sic]', '[the minister]', '[in our valley]'])).join(' '),
      verdict: 'marks',
    }
  },
  'an ellipsis in its place': (r, { sentences }) => {
    const list = sentences.join('. ').split(' ')
    if (list.length < 14) return null
    const from = r.between(4, list.length - 9)
    return { text: list.toSpliced(from, r.between(1, 5), '…').join(' '), verdict: 'marks' }
  },
  'first letter': (_r, { sentences, kind }) => {
    if (kind === 'name' || !/^(?:The|We|There|Only|Every|My)/.test(sentences[0])) return null
    return { text: sentences[0].charAt(0).toLowerCase() + sentences[0].slice(1), verdict: 'marks' }
  },
}

const STAY = new Set(
  words('the a an and of in was were not never no by with have been this that before after if unless who'),
)

function contentWord(r, list) {
  for (let tries = 0; tries < 20; tries++) {
    const at = r.between(1, list.length - 2)
    if (/^[a-z]{4,}$/.test(list[at]) && !STAY.has(list[at]) && list[at] !== list[at - 1]) return at
  }
  return -1
}

function half(sentence, which) {
  const list = sentence.split(' ')
  const middle = Math.ceil(list.length / 2)
  return (which === 0 ? list.slice(0, middle) : list.slice(Math.min(middle, list.length - 6))).join(' ')
}

function another(r, said, all, fits) {
  for (;;) {
    const other = r.pick(all.said)
    if (other.id !== said.id && fits(other)) return other
  }
}

/** How a draft can say in its own words what was said, and what is right of it. */
export const REPORTS = {
  'said plainly': ({ sentences }) => ({ cue: 'said', text: `that ${lowered(sentences[0])}`, verdict: 'supported' }),
  'said more firmly': ({ sentences, kind }) =>
    kind === 'belief'
      ? {
          cue: 'confirmed',
          text: `that ${lowered(sentences[0].replace(/^I (?:think that|suspect) /, ''))}`,
          verdict: 'stronger',
        }
      : null,
  'said less firmly': ({ sentences, kind }) =>
    kind === 'plain' ? { cue: 'suggested', text: `that perhaps ${lowered(sentences[0])}`, verdict: 'weaker' } : null,
  'the contrary': ({ sentences }) =>
    / (?:was|were|have) (?!not|never)/.test(sentences[0]) && !/ (?:not|never|no) /.test(sentences[0])
      ? {
          cue: 'said',
          text: `that ${lowered(sentences[0].replace(/ (was|were|have) /, ' $1 not '))}`,
          verdict: 'unsupported',
        }
      : null,
  'another number': ({ sentences }, r) => {
    const found = /\d[\d,]*\d/.exec(sentences[0])
    return found
      ? {
          cue: 'said',
          text: `that ${lowered(sentences[0].replace(found[0], otherNumber(r, found[0])))}`,
          verdict: 'unsupported',
        }
      : null
  },
}

const lowered = (text) => text.replace(/^(?:The|There|Only|Every|My|We|It|If|Unless)\b/, (word) => word.toLowerCase())

/**
 * Drafts of quotations of what was said: half of them true, half altered, one way each, the ways in turn; then reports.
 * Each item: {way, verdict, turn, at (index of its quotation)}. A draft has `size` items.
 */
export function makeDrafts(r, { pages, words: w, person }, { pairs, reports, size }) {
  const all = { said: pages.flatMap(({ said }) => said), words: w, person }
  const direct = all.said.filter(({ indirect }) => !indirect)
  const items = []
  const ways = Object.keys(ALTERATIONS)
  for (let i = 0; i < pairs; i++) {
    const said = r.pick(direct)
    items.push({ way: 'true', verdict: 'verbatim', said, text: trueText(r, said) })
    const way = ways[i % ways.length]
    for (;;) {
      const other = r.pick(direct)
      const altered = ALTERATIONS[way](r, other, all)
      if (!altered || countWords(altered.text) < 5) continue
      items.push({ way, said: other, ...altered })
      break
    }
  }
  const kinds = Object.keys(REPORTS)
  for (let i = 0; i < reports; i++) {
    const way = kinds[i % kinds.length]
    for (;;) {
      const said = r.pick(all.said)
      const made = REPORTS[way](said, r)
      if (!made) continue
      items.push({ way: `report: ${way}`, said, ...made, report: true })
      break
    }
  }
  const drafts = []
  for (let from = 0; from < items.length; from += size)
    drafts.push(composeDraft(items.slice(from, from + size), drafts.length))
  return drafts
}

/** All that was said, or whole sentences of it. */
function trueText(r, { sentences }) {
  const from = r.below(sentences.length)
  const to = r.between(from + 1, sentences.length)
  return sentences.slice(from, to).join('. ')
}

function composeDraft(items, number) {
  const draft = new Composer()
  const statements = []
  const quotations = []
  const out = items.map((item, i) => {
    const { said, text } = item
    const name = item.speaker ?? said.speaker
    const day = item.day ?? said.day
    if (item.report) {
      const mention = draft.put(name)
      draft.put(' ')
      const cue = draft.put(item.cue)
      draft.put(' ')
      const content = draft.put(text)
      draft.put('.\n\n')
      statements.push(statement(`d${number}-${i}`, { content: [content], cue, mention, quotation: 'indirect' }))
      return { ...item, span: content }
    }
    const content = draft.put(`“${text},”`)
    quotations.push({ start: content.start + 1, end: content.end - 2 })
    draft.put(' ')
    const mention = draft.put(name)
    draft.put(' ')
    const cue = draft.put('said')
    draft.put(' ')
    const when = draft.put(wordsOfDay(day))
    draft.put('.\n\n')
    statements.push(
      statement(`d${number}-${i}`, {
        content: [content],
        cue,
        mention,
        quotation: 'direct',
        when: { span: when, date: isoOf(day) },
      }),
    )
    return { ...item, span: { start: content.start + 1, end: content.end - 1 } }
  })
  return { text: draft.text, statements, quotations, items: out }
}
