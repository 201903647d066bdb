import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWebAnno, WEBANNO_FEATURES, WEBANNO_LINKS, WEBANNO_SPANS } from '../../../src/core/exports/index.js'
import { anyRecord, record, story } from './records.js'

interface Annotation {
  begin: number
  end: number
  readonly features: Record<string, string>
}

/** What INCEpTION has of a document after it took the file in. */
interface Document {
  readonly text: string
  readonly sentences: readonly (readonly [number, number])[]
  readonly tokens: readonly (readonly [number, number])[]
  readonly spans: readonly Annotation[]
  readonly relations: readonly { readonly from: Annotation; readonly to: Annotation; readonly role: string }[]
}

/**
 * Reads a file as INCEpTION's own reader does (its Tsv3XDeserializer): the same order of lines, the same making of the
 * text, the same way from numbers in brackets to annotations, and an error wherever that one throws or asserts.
 */
function readAsInception(tsv: string): Document {
  const lines = tsv.split('\n')
  // Java's readLine gives no line for what stands after the last line end.
  if (lines.at(-1) === '') lines.pop()
  let n = 0
  const next = () => lines[n++] ?? null
  if (next() !== '#FORMAT=WebAnno TSV 3.3') throw new Error('Illegal format header')
  const columns: { layer: string; feature: string }[] = []
  for (let line = next(); line !== null && line.trim() !== ''; line = next()) {
    const match = /^#T_(SP|RL)=(.+)$/.exec(line)
    if (!match) throw new Error(`no layer: ${line}`)
    const [layer = '', ...features] = (match[2] as string).split('|').filter((field) => field !== '')
    for (const feature of features) columns.push({ layer, feature })
  }
  if (next() !== '') throw new Error('there is no second empty line after the header')

  let text = ''
  let header: string[] = []
  let state: 'between' | 'header' | 'token' = 'between'
  const sentences: [number, number][] = []
  const tokens: [number, number][] = []
  const byNumber = new Map<string, Annotation>()
  const spans = new Set<Annotation>()
  const onUnit = new Map<string, Annotation[]>()
  const later: (() => void)[] = []
  const relations: { from: Annotation; to: Annotation; role: string }[] = []
  for (let line = next(); ; line = next()) {
    if (line === null || line === '') {
      if (state !== 'token') throw new Error('expected a sentence header or a token')
      const last = sentences.at(-1) as [number, number]
      last[1] = text.length - 1
      if (line === null) break
      state = 'between'
    } else if (state !== 'token' && line.startsWith('#')) {
      state = 'header'
      if (line.startsWith('#Text=')) header.push(`${unescapedText(line.slice(6))}\n`)
    } else {
      if (state === 'between') throw new Error('expected a sentence header')
      const fields = line.split('\t')
      if (fields.length < columns.length + 3) throw new Error('too few fields')
      const [id, offsets] = fields as [string, string]
      if (id.includes('.')) throw new Error('there are sub-tokens')
      const [begin, end] = offsets.split('-').map(Number) as [number, number]
      if (state === 'header') {
        if (text.length > begin) {
          if (text.length !== begin + 1 || !text.endsWith('\n'))
            throw new Error('a sentence begins before the last ends')
          text = text.slice(0, -1)
        }
        text += ' '.repeat(begin - text.length)
        sentences.push([text.length, -1])
        text += header.join('')
        header = []
        state = 'token'
      }
      const last = tokens.at(-1)
      if (begin >= end || (last && begin < last[1])) throw new Error('tokens overlap')
      if (end > text.length) throw new Error('a token ends after its sentence')
      if (text.slice(begin, end) !== fields[2]) throw new Error(`${fields[2]} is not what stands at ${offsets}`)
      tokens.push([begin, end])
      const here: Annotation[] = []
      onUnit.set(id, here)
      const roles: string[] = []
      columns.forEach(({ layer, feature }, column) => {
        const raw = fields[column + 3] as string
        if (raw === '_') return
        raw.split(/(?<!\\)\|/).forEach((value, index) => {
          if (layer === WEBANNO_LINKS) {
            if (!feature.startsWith('BT_')) {
              roles.push(value)
              return
            }
            const match = /^(\d+-\d+)\[(\d+)_(\d+)\]$/.exec(value)
            if (!match) throw new Error(`no relation: ${value}`)
            later.push(() => {
              const [from, to] = [byNumber.get(match[2] as string), byNumber.get(match[3] as string)]
              if (!from || !to) throw new Error('a relation leads nowhere')
              if (!onUnit.get(match[1] as string)?.includes(from)) throw new Error('a relation begins elsewhere')
              if (!here.includes(to)) throw new Error('a relation ends elsewhere')
              relations.push({ from, to, role: roles[index] as string })
            })
            return
          }
          const match = /^([\s\S]*)\[(\d+)\]$/.exec(value)
          if (!match || value.endsWith('\\]')) throw new Error(`no number: ${value}`)
          const number = match[2] as string
          let annotation = here[index]
          if (!annotation) {
            annotation = byNumber.get(number)
            if (annotation) annotation.end = end
            else annotation = { begin, end, features: {} }
            here.push(annotation)
          }
          byNumber.set(number, annotation)
          spans.add(annotation)
          if (match[1] !== '*') annotation.features[feature] = unescapedValue(match[1] as string)
        })
      })
    }
  }
  for (const act of later) act()
  return { text: text.slice(0, -1), sentences, tokens, spans: [...spans], relations }
}

/** As `StringUtils.replaceEach` works: at each place the pattern that stands there. */
function unescapedText(text: string): string {
  const letters: Record<string, string> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b', '\\': '\\' }
  return text.replace(/\\([tnfrb\\\0-\x07\x0e-\x1f])/g, (_, c: string) => letters[c] ?? c)
}

function unescapedValue(value: string): string {
  return value.replace(/\\(\\|\[|\]|\||_|->|;|t|n|\*)/g, (_, c: string) => (c === 't' ? '\t' : c === 'n' ? '\n' : c))
}

describe('WebAnno TSV', () => {
  test('is taken in by a reader that works as INCEpTION’s does, whatever the page', () => {
    fc.assert(
      fc.property(
        anyRecord.filter(({ reading }) => reading.text.trim() !== ''),
        (any) => {
          const { text } = any.reading
          const document = readAsInception(toWebAnno(any))
          expect(document.text.replace(/\s/g, ' ')).toBe(text.trimEnd().replace(/\s/g, ' '))
          const isWhite = (at: number) => /\s/.test(document.text[at] ?? ' ')
          for (const [begin, end] of [...document.sentences, ...document.tokens])
            expect([isWhite(begin), isWhite(end - 1)]).toEqual([false, false])
          for (const { begin, end } of document.spans)
            expect([isWhite(begin), isWhite(end - 1)]).toEqual([false, false])
        },
      ),
    )
  })

  test('has every statement: its pieces, what they are, and what leads where', () => {
    const { text } = story.reading
    const { spans, relations, sentences } = readAsInception(toWebAnno(story))
    const words = ({ begin, end }: Annotation) => text.slice(begin, end)
    expect(sentences.map(([begin, end]) => text.slice(begin, end))).toContain(
      'The board denied that she had warned it of “three” shoals.',
    )
    expect(spans.filter(({ features }) => features.act).map((each) => [words(each), each.features])).toEqual([
      ['“No,”', { role: 'content', act: 'decline', negated: 'false', quotation: 'direct', speaker: 'Zoe\u0301 Ruiz' }],
      [
        'she had warned it of “three” shoals',
        { role: 'content', act: 'deny', negated: 'false', quotation: 'mixed', speaker: 'The board' },
      ],
      [
        'it of “three” shoals',
        { role: 'content', act: 'warn', negated: 'true', quotation: 'mixed', speaker: 'Zoe\u0301 Ruiz' },
      ],
      ['“לא”', { role: 'content', act: 'state', negated: 'false', quotation: 'direct' }],
      ['“It felt\nlike a kerb.”', { role: 'content', act: 'state', negated: 'false', quotation: 'direct' }],
    ])
    expect(relations.map(({ from, to, role }) => [words(from), role, words(to)])).toContainEqual([
      'she had warned it of “three” shoals',
      'within',
      'it of “three” shoals',
    ])
    expect(relations).toHaveLength(15)
  })

  test('names its layers as INCEpTION does, and the features of the first', () => {
    expect(toWebAnno(story).split('\n').slice(0, 5)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      `#T_SP=${WEBANNO_SPANS}|${WEBANNO_FEATURES.join('|')}`,
      `#T_RL=${WEBANNO_LINKS}|role|BT_${WEBANNO_SPANS}`,
      '',
      '',
    ])
  })

  test('does not end a sentence at a title or an initial', () => {
    const text = 'Dr. Ana B. Ruiz left. “Why?” Nobody knew.'
    const lines = toWebAnno(record([['paragraph', text]], [])).match(/^#Text=.*$/gm)
    expect(lines).toEqual(['#Text=Dr. Ana B. Ruiz left.', '#Text=“Why?”', '#Text=Nobody knew.'])
  })
})
