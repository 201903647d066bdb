import fc from 'fast-check'
import { ERROR_CODES } from '../../../src/core/model/index.js'
import { type DeskApp, filledApp, type Listed } from '../../server/desk-app.js'
import { faultsOf, type Operation, operations } from '../../server/document.js'
import { anyBytes, hold, type Target, valueFrom } from '../target.js'

const hostile = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '%00',
      'a\0b',
      '\ud800',
      '"',
      '("',
      '*',
      '-',
      'OR',
      "'",
      'NEAR(a b)',
      '{a b}:c',
      '^a',
      '\\',
      '%',
      '_',
      '🦉',
    ],
    ...[
      '2026-13-45',
      '2026-02-30',
      '0000',
      '-1',
      '0',
      '1e9',
      '9'.repeat(40),
      'NaN',
      'null',
      'true',
      '__proto__',
      'x'.repeat(3000),
    ],
    ...[
      '../..',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'javascript:x',
      '=1+1',
      '<b>',
      '\u202e',
      'oZZ',
      'o1',
      'ozzzzzzz',
    ],
  ),
  fc.string({ maxLength: 16 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
/** What is known to the app, by a letter: put in where the request is made. */
const known = fc.constantFrom(
  '$S',
  '$P',
  '$K',
  '$T',
  'json',
  'csv',
  'html',
  'jsonl',
  'markdown',
  'text',
  'brat',
  'direct',
  'deny',
  'state',
  'person',
  'newest',
  'bridge',
  'clear*',
  '2026',
  '2026-05',
  'Mara',
)
const value = fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: hostile })

const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    value,
    fc.constantFrom(null, true, false, 0, -1, 1, 0.5, 1e308, 2 ** 53),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'words',
          'text',
          'html',
          'name',
          'address',
          'addresses',
          'texts',
          'against',
          'change',
          'kind',
          'statement',
          'speaker',
          'page',
          'content',
          'cue',
          'mention',
          'act',
          'by',
          'note',
          'mark',
          'from',
          'into',
          'pages',
          'answer',
          'claim',
          'is',
          'correction',
          'acts',
          'url',
          '__proto__',
          'x',
        ],
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value

/** Bodies near to what is asked for, of which any part may be something else. */
const near = (shape: Record<string, unknown>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(shape).map(([key, right]) => [
        key,
        fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: anyJson }),
      ]),
    ),
    { requiredKeys: [] },
  )

const change = fc.oneof(
  ...[
    { kind: 'accept', statement: '$S' },
    { kind: 'edit', statement: '$S', content: [[0, 9]], cue: null, mention: [3, 9], act: 'deny' },
    { kind: 'speaker', statement: '$S', speaker: '$K' },
    { kind: 'add', page: '$P', content: [[0, 9]], cue: null, mention: null, act: 'state', speaker: '$K' },
    { kind: 'merge', from: '$K', into: '$T' },
    { kind: 'split', from: '$K', pages: ['$P'] },
    { kind: 'link', answer: '$S', claim: '$S', is: 'denies' },
    { kind: 'undo', correction: 1 },
  ].map(near),
)
const bodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  read: near({ text: '“No,” said Ruiz.', html: '<p>x', name: 'a', address: 'http://a.example/', kind: 'text' }),
  check: near({ text: '“No,” said Ruiz.', name: 'a', against: [{ name: 's', text: 'Ruiz said no.' }], reports: true }),
  correct: fc.record({ change, by: fc.oneof(fc.constant('Mara'), value), note: value }, { requiredKeys: ['change'] }),
  addPages: near({ addresses: ['https://a.example/'], texts: [{ name: 'n', text: 'Ruiz said no.' }] }),
  saveSearch: near({ words: 'bridge', acts: ['deny'], outlet: 'x', from: '2026', speakers: ['$K'] }),
  seen: near({ mark: 1 }),
  signIn: near({ name: 'a', password: 'b' }),
  addUser: near({ name: 'a', role: 'editor', password: 'seven owls on a wire' }),
  changeUser: near({ role: 'reader' }),
  addToken: near({ scope: 'read', days: 3 }),
}

const asked = fc.array(
  fc.record({
    operation: fc.nat(operations.length - 1),
    params: fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom('$S', '$P', '$K', '1') }, { weight: 1, arbitrary: hostile }),
      { minLength: 1, maxLength: 1 },
    ),
    query: fc.array(fc.tuple(fc.nat(20), value), { maxLength: 4 }),
    how: fc.nat(9),
    any: anyJson,
    raw: hostile,
    pick: fc.nat(50),
    fitting: fc.record(bodies as Record<string, fc.Arbitrary<unknown>>),
  }),
  { minLength: 1, maxLength: 4 },
)
type Asked = ReturnType<(typeof asked)['generate']>['value'][number]

interface Ids {
  readonly statements: readonly string[]
  readonly pages: readonly string[]
  readonly speakers: readonly string[]
}

/** The letters of what is known, as the app knows it. */
function filledIn(text: string, { statements, pages, speakers }: Ids, pick: number): string {
  const of = (list: readonly string[], n: number) => list[n % Math.max(1, list.length)] ?? ''
  return text
    .replaceAll('$S', of(statements, pick))
    .replaceAll('$P', of(pages, pick))
    .replaceAll('$K', of(speakers, pick))
    .replaceAll('$T', of(speakers, pick + 1))
}

/** The text with U+FFFD in place of half characters, which no request can carry. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
]

async function ask({ app, ids }: Opened, each: Asked): Promise<void> {
  const operation = operations[each.operation] as Operation
  const fill = (text: string) => filledIn(text, ids, each.pick)
  const encoded = (text: string) => encodeURIComponent(whole(fill(text)))
  const path = operation.path.replace(/\{\w+\}/g, () => encoded(each.params[0] as string) || 'x')
  const names = operation.query
  const query = each.query
    .map(([n, given]) => `${names[n % Math.max(1, names.length)] ?? 'x'}=${encoded(given)}`)
    .join('&')
  let body: string | undefined
  const type = TYPES[each.how < 6 ? 0 : each.how % TYPES.length] as string
  if (operation.takes.length > 0 && operation.method !== 'GET') {
    const fitting = (each.fitting as Record<string, unknown>)[operation.id] ?? each.any
    body = each.how === 9 ? whole(each.raw) : fill(JSON.stringify(each.how === 8 ? each.any : fitting) ?? 'null')
  }
  const response = await app.ask(operation.method, `${path}${query === '' ? '' : `?${query}`}`, {
    ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
  })
  // 503 and 502: an address is asked for where nothing may be fetched.
  hold(
    response.status < 500 || response.status === 503 || response.status === 502,
    () => `${operation.id}: ${response.status}`,
  )
  if (response.status >= 400) {
    const { error } = (await response.clone().json()) as { error: { code: string; message: string } }
    hold(
      (ERROR_CODES as readonly string[]).includes(error.code) && error.code !== 'internal',
      () => `${operation.id}: ${error.code}`,
    )
    hold(error.message !== '', () => `${operation.id}: no message`)
  }
  const faults = await faultsOf(operation, response)
  hold(faults.length === 0, () => `${operation.id}: ${faults[0]}`)
  if (!response.bodyUsed) await response.text()
  hold(app.faults.length === 0, () => {
    const [fault] = app.faults.splice(0)
    return `${operation.id}: inside: ${fault instanceof Error ? `${fault.message} ${fault.stack?.split('\n')[1]}` : String(fault)}`
  })
}

interface Opened {
  readonly app: DeskApp
  readonly ids: Ids
}

let opened: Promise<Opened> | null = null
/** Inputs that an app is fed before a new one takes its place: its ledger grows with each. */
const LASTS = 200
let left = 0

async function open(): Promise<Opened> {
  const app = await filledApp({ maxBytes: 50_000 })
  const { items } = await app.get<Listed>('/api/statements?limit=50')
  const pages = [...new Set(items.map(({ said }) => said.page))]
  const speakers = [...new Set(items.flatMap(({ said }) => (said.speaker ? [said.speaker.id] : [])))]
  return { app, ids: { statements: items.map(({ said }) => said.id), pages, speakers } }
}

export const api: Target = {
  name: 'api',
  about: 'every route of the HTTP API, with odd paths, queries and bodies',
  seeds: anyBytes,
  most: 2048,
  async run(input) {
    if (left === 0) {
      if (opened) await (await opened).app.close()
      opened = open()
      left = LASTS
    }
    left--
    const app = await (opened as Promise<Opened>)
    for (const each of valueFrom(asked, input)) await ask(app, each)
  },
}
