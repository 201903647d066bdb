import { parseLine } from '../../../src/cli/pipe-line.js'
import {
  fromBrat,
  fromCitron,
  fromJson,
  fromJsonl,
  fromWebAnno,
  fromWebAnnotation,
  type GoldDocument,
  goldOf,
  type PageRecord,
  PLAIN,
  type Terminal,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toReadingText,
  toSchemaOrg,
  toText,
  toWebAnno,
  toWebAnnotation,
} from '../../../src/core/exports/index.js'
import { archiveLine } from '../../../src/core/ledger/archive.js'
import { OnrecordError } from '../../../src/core/model/index.js'
import { score } from '../../../src/core/score/index.js'
import { parseConfig, WordPiece } from '../../../src/core/statements/network/index.js'
import { anyRecord, story } from '../../core/exports/records.js'
import { anyBytes, attempt, bytesOf, choice, chosen, hold, same, type Target, textOf, valueFrom } from '../target.js'
import { recordOfPage } from './pages.js'

/** Every form of a record; each must be made, whatever is in it. */
function exportAll(made: PageRecord): void {
  const terminal: Terminal = { columns: 80, palette: PLAIN, width: (words) => words.length }
  for (const order of ['page', 'speaker', 'act'] as const) {
    toText(made, terminal, order)
    toMarkdown(made, order)
  }
  toReadingText(made, terminal)
  toCsv(made)
  toHtml(made)
  toBrat(made)
  toWebAnno(made)
  for (const form of [toJson(made), toWebAnnotation(made), toSchemaOrg(made), toCitron(made)]) JSON.parse(form)
  for (const line of toJsonl(made).trimEnd().split('\n')) if (line !== '') JSON.parse(line)
}

export const record: Target = {
  name: 'record',
  about: 'a record as JSON, taken in and given out again in every form',
  most: 32_768,
  seeds: () => [bytesOf(toJson(story)), bytesOf(toJson(story).replaceAll(/\s+/g, ' '))],
  words: [
    '"schema":"onrecord/record/',
    '"statements":[',
    '"speakers":[',
    '"within":',
    '[0,1]',
    'null',
    '"__proto__":',
    '"blocks":[',
    '1e999',
    '-0',
  ],
  async run(input) {
    const outcome = await attempt(['record-invalid', 'record-version'], () => fromJson(textOf(input)))
    if ('failure' in outcome) return
    const json = toJson(outcome.value)
    same(toJson(fromJson(json)), json, 'what comes back')
    exportAll(outcome.value)
  },
}

export const exports: Target = {
  name: 'exports',
  about: 'odd records in every form, and back',
  seeds: anyBytes,
  run(input) {
    const made = valueFrom(anyRecord, input)
    exportAll(made)
    const json = toJson(made)
    same(toJson(fromJson(json)), json, 'the record that comes back from JSON')
    const gold = goldOf(made)
    expectGold([gold])
    const { text } = made.reading
    // Half a character at the edge of a text is no UTF-8: no form but JSON carries it.
    if (/\p{Surrogate}/u.test(text)) return
    // brat has no annotation of white space alone.
    const least = gold.statements.filter(({ content }) =>
      content.some((span) => /\S/.test(text.slice(span.start, span.end))),
    ).length
    for (const back of [fromWebAnnotation(toWebAnnotation(made), 'x', text), fromBrat(toBrat(made), text, 'x')])
      hold(
        back.statements.length >= least && back.statements.length <= gold.statements.length,
        () => `${back.statements.length} of ${gold.statements.length} statements come back`,
      )
  },
}

function expectGold(documents: readonly GoldDocument[]): void {
  for (const { text, statements } of documents) {
    for (const { content, cue, mention, within } of statements) {
      hold(content.length > 0, () => 'a statement without content')
      for (const { start, end } of [...content, ...cue, ...mention])
        hold(start >= 0 && start < end && end <= text.length, () => `[${start}, ${end}) of ${text.length}`)
      hold(
        within === undefined || within === null || (within >= 0 && within < statements.length),
        () => `within ${within}`,
      )
    }
  }
}

const TEXT = '“No,” said Zoe Ruiz. The board denied it.'
const FORMS: readonly ((source: string) => readonly GoldDocument[])[] = [
  fromJsonl,
  (source) => [fromBrat(source, TEXT, 'x')],
  (source) => [fromCitron(source, 'x', TEXT)],
  (source) => [fromWebAnno(source, 'x')],
  (source) => [fromWebAnnotation(source, 'x', TEXT)],
  (source) => [fromCitron(source, 'x')],
  (source) => [fromWebAnnotation(source)],
]

export const gold: Target = {
  name: 'gold',
  about: 'annotated texts: JSON lines, brat, Citron, WebAnno TSV, Web Annotation; and scoring them',
  most: 32_768,
  seeds: () => [
    chosen(0, toJsonl(story)),
    chosen(
      1,
      'T1\tContent 0 5\t“No,”\nT2\tCue 6 10\tsaid\nT3\tSource 11 19\tZoe Ruiz\nE1\tCue:T2 Content:T1 Source:T3\nA1\tAct E1 state\nR1\tWithin Arg1:E1 Arg2:E1\n',
    ),
    chosen(1, toBrat(story)),
    chosen(2, toCitron(story)),
    chosen(3, toWebAnno(story)),
    chosen(4, toWebAnnotation(story)),
    chosen(5, toCitron(story)),
    chosen(6, toWebAnnotation(story)),
  ],
  words: [
    '\tContent ',
    '\tCue ',
    '\tSource ',
    '\nE2\t',
    '\nR1\t',
    ';',
    '#Text=',
    '#FORMAT=WebAnno TSV 3.3',
    '\t_\t_',
    '[1]',
    '"quotes":[',
    '"selector":',
    '"start":',
    '"end":',
    '\n',
  ],
  async run(input) {
    const { n, rest } = choice(input)
    const form = FORMS[n % FORMS.length] as (source: string) => readonly GoldDocument[]
    const outcome = await attempt(['gold-invalid', 'record-invalid', 'record-version'], () => form(textOf(rest)))
    if ('failure' in outcome) return
    expectGold(outcome.value)
    const scored = await attempt(['gold-invalid', 'usage'], () => score(outcome.value, outcome.value))
    if ('value' in scored) JSON.stringify(scored.value)
  },
}

export const pipe: Target = {
  name: 'pipe',
  about: 'lines of onrecord pipe',
  seeds: () => [
    bytesOf('{"id":1,"html":"<p>“No,” said Ruiz."}'),
    bytesOf('{"id":"a","text":"“No,” said Ruiz.","kind":"article","url":"https://a.example/"}'),
    bytesOf('\ufeff{"id":null,"text":"\\ud83d"}'),
    bytesOf('  \t'),
  ],
  words: [
    '"id":',
    '"html":"',
    '"text":"',
    '"kind":"',
    '"url":"',
    '\\ud800',
    '\\u0000',
    '\\n',
    '{"',
    '"}',
    'null',
    '1e400',
  ],
  async run(input) {
    for (const kind of ['text', 'article'] as const) {
      const outcome = await attempt(['pipe-line-invalid'], () => parseLine(Buffer.from(input), 1, kind))
      if ('failure' in outcome) {
        const { id } = outcome.failure as unknown as { id: unknown }
        hold(id === null || typeof id === 'string' || typeof id === 'number', () => `the id ${String(id)}`)
      } else if (outcome.value) await recordOfPage(outcome.value.page)
    }
  },
}

const CONFIG = JSON.stringify({
  name: 'x 1',
  before: 1,
  after: 1,
  look: 8,
  window: 32,
  overlap: 4,
  least: 0.1,
  decode: { enter: [0, 1, 1, 1], mark: 0.5, keep: 0.5, taken: 0.5, margin: 0.1, quoted: 0.5 },
  weights: [0, 0, 0, 0, 0, 0, 0, 0],
  final: [0, 0, 0],
  thresholds: { balance: 0, precision: 1, recall: -1 },
})
const VOCABULARY = '[PAD]\n[UNK]\n[CLS]\n[SEP]\nno\nsaid\n##s\nru\n##iz\n,\n“\n”\na\n##a'

export const model: Target = {
  name: 'model',
  about: 'a model’s files: its config, its vocabulary',
  seeds: () => [chosen(0, CONFIG), chosen(1, VOCABULARY), chosen(2, '“No,” said Ruiz’s İ ß 漢字 \u0301')],
  async run(input) {
    const { n, rest } = choice(input)
    if (n % 3 === 0) {
      await attempt(['model-broken'], () => parseConfig(textOf(rest)))
      return
    }
    const text = n % 3 === 1 ? '“No,” said Ruiz.' : textOf(rest)
    let pieces: WordPiece
    try {
      pieces = new WordPiece(n % 3 === 1 ? textOf(rest) : VOCABULARY)
    } catch (error) {
      // Told of in its doc: whoever loads a vocabulary makes a `model-broken` of it.
      hold(error instanceof RangeError && !(error instanceof OnrecordError), () => String(error))
      return
    }
    const out = { ids: [] as number[], starts: [] as number[], ends: [] as number[] }
    pieces.encode(text, 0, text.length, out)
    let end = 0
    for (const [i, id] of out.ids.entries()) {
      const [from, to] = [out.starts[i] as number, out.ends[i] as number]
      hold(id >= 0 && id < pieces.size, () => `the piece ${id}`)
      hold(from >= 0 && to <= text.length && from <= to && to >= end, () => `a piece at [${from}, ${to}) after ${end}`)
      end = to
    }
  },
}

export const archive: Target = {
  name: 'archive',
  about: 'lines of a ledger’s archive',
  most: 32_768,
  seeds: () => [
    bytesOf('{"archive":"onrecord/archive/2","onrecord":"0.1.0"}'),
    bytesOf(
      `{"page":"${'a'.repeat(64)}","added":"2026-05-14T09:30:00.000Z","captures":[{"name":"a","url":null,"retrieved":"2026-05-14T09:30:00.000Z","headers":[]}],"bytes":"YQ==","timestamps":[],"record":{}}`,
    ),
    bytesOf(
      '{"correction":{"number":1,"change":{"kind":"accept","statement":"a"},"by":"M","at":"2026-05-14T09:30:00.000Z","note":""}}',
    ),
    bytesOf('{"search":{"name":"a","question":{"words":"b"}}}'),
    bytesOf('{"end":{"pages":1,"corrections":0,"searches":0}}'),
  ],
  async run(input) {
    for (const number of [1, 2]) await attempt(['archive-invalid'], () => archiveLine(textOf(input), number))
  },
}
