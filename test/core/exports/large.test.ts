import { expect, test } from 'vitest'
import {
  fromBrat,
  fromCitron,
  fromJson,
  fromJsonl,
  fromWebAnno,
  fromWebAnnotation,
  type PageRecord,
  recordJson,
  recordOf,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toSchemaOrg,
  toWebAnno,
  toWebAnnotation,
} from '../../../src/core/exports/index.js'
import { type Reading, type StatementId, span } from '../../../src/core/model/index.js'
import { story } from './records.js'

/** A record of `n` paragraphs with a statement each, the last reported by the one before. */
function large(n: number): PageRecord {
  const line = '“We will not sail 🚢 by night,” pilot Ana Ruiz said on Friday. '
  const text = line.repeat(n)
  const at = (i: number, words: string) => {
    const start = i * line.length + line.indexOf(words)
    return span(text, start, start + words.length)
  }
  const reading: Reading = {
    ...story.reading,
    text,
    blocks: Array.from({ length: n }, (_, i) => ({
      start: i * line.length,
      end: (i + 1) * line.length - 1,
      role: 'paragraph',
      level: null,
      body: null,
      why: 'made',
    })),
    origin: null,
  }
  const [first] = story.statements
  if (!first) throw new Error('the story has no statement')
  const statements = Array.from({ length: n }, (_, i) => ({
    ...first,
    id: `s${i}` as StatementId,
    content: [at(i, '“We will not sail 🚢 by night,”')],
    cue: at(i, 'said'),
    mention: at(i, 'pilot Ana Ruiz'),
    speaker: null,
    hedges: [at(i, 'will')],
    when: { span: at(i, 'on Friday'), date: null },
    addressee: null,
    medium: null,
    within: i === 0 ? null : (`s${i - 1}` as StatementId),
  }))
  return recordOf({ ...story.page, text: '' }, reading, statements, [])
}

const record = large(5000)
const { text } = record.reading

test.each<[string, () => string | { readonly statements: readonly unknown[] }]>([
  ['JSON', () => fromJson(toJson(record))],
  ['JSON lines', () => toJsonl(record)],
  ['JSON lines back', () => fromJsonl(JSON.stringify(recordJson(record)))[0] ?? ''],
  ['CSV', () => toCsv(record)],
  ['Markdown', () => toMarkdown(record)],
  ['HTML', () => toHtml(record)],
  ['W3C Web Annotation', () => fromWebAnnotation(toWebAnnotation(record))],
  ['schema.org', () => toSchemaOrg(record)],
  ['Citron', () => fromCitron(toCitron(record), 'a')],
  ['brat', () => fromBrat(toBrat(record), text, 'a')],
  ['WebAnno TSV', () => fromWebAnno(toWebAnno(record), 'a')],
])('%s of 5,000 statements is made', (_, make) => {
  // A form that takes time with the square of its statements takes minutes, which vitest ends.
  const made = make()
  if (typeof made !== 'string') expect(made.statements).toHaveLength(record.statements.length)
  else expect(made.length).toBeGreaterThan(text.length / 2)
})
