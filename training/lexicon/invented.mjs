// Invented sentences in the forms that PolNeAR's American newspapers hardly have: transcripts, British quotation marks
// before the comma, inverted verbs, headline tails, polls and noun cues. Made from lists by a seeded generator; they are learnt from beside
// the corpus, and never counted in the lexicon or the calibration.
import { random } from './library.mjs'

const SPEAKERS = (
  'the mayor|Ana Roe|the ministry|a spokesman for the company|Mr. Okafor|police|the union|Dr. Lena Brandt|residents|' +
  'the prime minister|officials|Councillor Idris Vane|the hospital|Beijing|campaigners|she|he|they|the airline|' +
  'Tomas Keller, who runs the port|the regulator|a witness|Professor Amara Diallo|the court|Oslo|a government source|' +
  'Harbour Master Ines Aalto|the Court of Session in Leith|the Bakers’ Union|the health ministry|a state broadcaster|' +
  "City Treasurer Bram Oduya|the Dockers' League|the head of the museum in Aarle"
).split('|')
const CLAUSES = (
  'the bridge will stay closed until May|nobody was told about the plan|two people had been hurt|the river is rising|' +
  'prices are likely to fall next year|the company owes its workers an apology|there is no evidence of fraud|' +
  'we will not pay for this|the talks have failed|the school should never have been built there|it was an accident|' +
  'the vote was neither free nor fair|more than 200 homes were damaged|the tests were not finished in time|' +
  'the new line would open in the spring|our members have waited long enough|the dam was safe|I was not in the room'
).split('|')
const SAY = ['said', 'said', 'said', 'says', 'added', 'warned', 'insisted', 'told reporters', 'argued', 'claimed']
const INVERTED = ['said', 'said', 'said', 'says', 'added', 'warned', 'explained', 'insisted']
const MARKS = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['„', '“'],
]

const capital = (s) => s.charAt(0).toUpperCase() + s.slice(1)

// Builds a text from parts; a part [role, text] is a role's span.
function build(...parts) {
  let text = ''
  const statement = { speaker: [], cue: [], content: [] }
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
      continue
    }
    const [role, words] = part
    statement[role].push([text.length, text.length + words.length])
    text += words
  }
  return { text, statement }
}

/** Documents as the corpus has them, one statement a paragraph. */
export function invented(count = 28, perDocument = 16, seed = 5) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const S = (s) => ['speaker', s]
  const Q = (s) => ['cue', s]
  const C = (s) => ['content', s]
  const deeds = () => ({
    text: pick([
      `${pick(['The closure', 'The scheme', 'The new line', 'The rise', 'The sale', 'The dinner', 'The visit', 'The work'])} ${pick(['follows', 'follows', 'followed', 'comes after', 'covers'])} ${pick(['two years of tests', 'an inquiry into the fire', 'a count of 900 boats', 'three dry summers', 'a concert', 'a vote in May', 'talks that the port held in June'])}`,
      `${pick(['She', 'He', 'They', 'The guests', 'Mr. Okafor', 'Ana Roe', 'The captain'])} ${pick(['ordered', 'ordered', 'asked for', 'bought'])} ${pick(['tea', 'soup', 'eggs', 'two beers', 'soup and bread', 'a taxi', 'coffee', 'fish', 'a second cake'])}`,
    ]).concat('.'),
    statement: null,
  })
  const forms = [
    () => build(C(capital(pick(CLAUSES))), ', ', Q(pick(INVERTED)), ' ', S(pick(SPEAKERS)), '.'),
    () => build(C(capital(pick(CLAUSES))), ', ', S(pick(SPEAKERS)), ' ', Q(pick(SAY)), '.'),
    () => build(C(capital(pick(CLAUSES))), ', ', S(pick(SPEAKERS)), ' ', Q('says')),
    () => {
      const [a, b] = pick(MARKS)
      return build(C(`${a}${capital(pick(CLAUSES))}${b}`), ', ', Q(pick(INVERTED)), ' ', S(pick(SPEAKERS)), '.')
    },
    () => {
      const [a, b] = pick(MARKS)
      return build(C(`${a}${capital(pick(CLAUSES))}${b}`), ', ', S(pick(SPEAKERS)), ' ', Q(pick(SAY)), '.')
    },
    () => {
      const [a, b] = pick(MARKS)
      return build(S(capital(pick(SPEAKERS))), ' ', Q(pick(SAY)), ': ', C(`${a}${capital(pick(CLAUSES))}.${b}`))
    },
    () =>
      build(
        S(pick(['ROE', 'KELLER', 'Q', 'A', 'THE CHAIR', 'Okafor', 'Ms. Brandt', 'INTERVIEWER'])),
        Q(':'),
        ' ',
        C(`${capital(pick(CLAUSES))}.`),
      ),
    () =>
      build(
        S(pick(['Mayor', 'Poll', 'Report', 'Police', 'Study', 'Minister', 'Union'])),
        Q(':'),
        ' ',
        C(capital(pick(CLAUSES))),
      ),
    () =>
      build(
        C(capital(pick(CLAUSES))),
        Q(':'),
        ' ',
        S(pick(['mayor', 'poll', 'report', 'police', 'study', 'minister'])),
      ),
    () =>
      build(
        capital(pick(SPEAKERS)),
        ' ',
        Q('was told'),
        ' by ',
        S(pick(SPEAKERS)),
        ' ',
        C(`that ${pick(CLAUSES)}`),
        '.',
      ),
    () => build('Ana Roe, ', S('who'), ' ', Q('said'), ' ', C(pick(CLAUSES)), ', left the room.'),
    () => build(S(capital(pick(SPEAKERS))), ' ', Q(pick(SAY)), ' ', C(pick(CLAUSES)), '.'),
    () => build(Q('According to'), ' ', S(pick(SPEAKERS)), ', ', C(pick(CLAUSES)), '.'),
    () =>
      build(
        Q('According to'),
        ' ',
        S(
          `${pick(['the conductor', 'its owner', 'the town clerk', 'a neighbour', 'her lawyer'])}, ${pick(['Bram Oduya', 'Ana Roe', 'Dr. Lena Brandt', 'Tomas Keller'])}`,
        ),
        ', ',
        C(pick(CLAUSES)),
        '.',
      ),
    () =>
      build(
        C(pick(['The bridge', 'The talks', 'Nobody', 'The dam', 'The new line'])),
        ', ',
        Q('according to'),
        ' ',
        S(pick(SPEAKERS)),
        ', ',
        C(
          pick([
            'will stay closed',
            'was warned',
            'have failed',
            'should never have been built',
            'opens in the spring',
          ]),
        ),
        '.',
      ),
    () => {
      const [a, b] = pick(MARKS)
      return build(
        C(`${a}${pick(['Is it true', 'Who paid for this', 'When will the bridge open', 'Were you in the room'])}?${b}`),
        ' ',
        S(pick(SPEAKERS)),
        ' ',
        Q('asked'),
        '.',
      )
    },
    () =>
      build(
        Q('In'),
        ' ',
        S(pick(['a poll released on Monday', 'a recent survey', 'the report', 'a poll last week', 'a study'])),
        ', ',
        C(
          `${pick(['most voters were', '60 percent of voters were', 'the mayor was', 'few residents were'])} ${pick(['for the bridge', 'against the plan', 'ahead of the senator'])}`,
        ),
        '.',
      ),
    () =>
      build(
        'Engineers laughed about ',
        S(pick(['the mayor’s', 'her', 'his', 'the ministry’s', 'Roe’s'])),
        ' ',
        Q(pick(['claim', 'promise', 'allegation', 'statement'])),
        ' ',
        C(`that ${pick(CLAUSES)}`),
        '.',
      ),
    () =>
      build(
        'There were ',
        Q(pick(['allegations', 'claims', 'complaints', 'fears'])),
        ' ',
        C(`that ${pick(CLAUSES)}`),
        '.',
      ),
    () => {
      const plain = capital(pick(CLAUSES))
      return { text: `${plain}, and ${pick(CLAUSES)}.`, statement: null }
    },
    () => ({
      text: pick([
        'Time: 7.30 p.m.',
        'Tickets: 12 euros',
        'What to know: three things',
        'Photo: the old bridge',
        'It opens at 9:30. It closes at noon.',
        'Date: 14 June',
        'Place: the old mill, Aarle',
        'Price: 3 crowns a head',
      ]),
      statement: null,
    }),
    // Lists of people, and lines that head what is not said by anyone.
    () => ({
      text: pick([
        'Present: Ana Roe; Tomas Keller, the port; Dr. Lena Brandt',
        'In attendance: Councillor Idris Vane, Mr. Okafor, Professor Amara Diallo',
        'Contact: Ana Roe, 0555 010 020',
        'Notes for readers',
        'Note to newsrooms:',
        'About the company',
        'Questions for the board',
        'Comments and contacts',
        'Statements and speeches',
      ]),
      statement: null,
    }),
    // Deeds and pictures, in verbs that elsewhere carry statements.
    deeds,
    deeds,
    deeds,
    () => ({
      text: `${pick([
        'Visitors will not be charged for',
        'Travellers are not charged for',
        'The village is known for',
        'He was known on the coast for',
        'The lane has been known for',
        'The board put off',
        'The committee puts off',
        'Assembly puts off',
      ])} ${pick(['the repairs', 'a new roof', 'the old tower', 'its work on the dam', 'the tour'])}.`,
      statement: null,
    }),
    () => ({
      text: pick([
        'The old mill, looking east.',
        'The quay, facing the town, in 1950.',
        'The square seen from the tower.',
        'Nobody found it.',
        'In the end we found them.',
        'They lost it again.',
        'The children sang loudly.',
        'The clerk forgot it.',
      ]),
      statement: null,
    }),
  ]
  return Array.from({ length: count }, (_, n) => {
    let text = ''
    const statements = []
    for (let i = 0; i < perDocument; i++) {
      const { text: words, statement } = pick(forms)()
      const at = text.length
      if (statement) {
        const move = (list) => list.map(([a, b]) => [a + at, b + at])
        statements.push({
          speaker: move(statement.speaker),
          cue: move(statement.cue),
          content: move(statement.content),
        })
      }
      text += `${words}\n\n`
    }
    return { id: `invented-${n}`, text, statements }
  })
}
