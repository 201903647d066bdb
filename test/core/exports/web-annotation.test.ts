import { parseAnnotation } from '@dokieli/web-annotation'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { toWebAnnotation, WEB_ANNOTATION_CONTEXT } from '../../../src/core/exports/index.js'
import { anyRecord, story } from './records.js'

/** The context as the package @dokieli/web-annotation has it: nothing is fetched. */
const CONTEXT_FILE = '../../../node_modules/@dokieli/web-annotation/dist/contexts/anno.js'
const { WEB_ANNOTATION_CONTEXT_DOCUMENT } = (await import(CONTEXT_FILE)) as { WEB_ANNOTATION_CONTEXT_DOCUMENT: object }

const documentLoader = async (url: string) => {
  if (url !== WEB_ANNOTATION_CONTEXT) throw new Error(`${url} would be fetched`)
  return { contextUrl: null, document: WEB_ANNOTATION_CONTEXT_DOCUMENT, documentUrl: url }
}

/** The shapes of the Web Annotation Data Model that the export makes (its sections 3, 4 and 5). */
const SCHEMA = {
  type: 'object',
  required: ['@context', 'id', 'type', 'total', 'first'],
  properties: {
    '@context': { type: 'array', prefixItems: [{ const: WEB_ANNOTATION_CONTEXT }] },
    id: { $ref: '#/$defs/iri' },
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'partOf', 'startIndex', 'items'],
      properties: {
        id: { $ref: '#/$defs/iri' },
        type: { const: 'AnnotationPage' },
        startIndex: { const: 0 },
        items: { type: 'array', items: { $ref: '#/$defs/annotation' } },
      },
    },
  },
  $defs: {
    iri: { type: 'string', format: 'uri' },
    motivation: {
      enum: ['describing', 'classifying', 'identifying', 'linking'],
    },
    annotation: {
      type: 'object',
      required: ['id', 'type', 'motivation', 'target', 'body'],
      properties: {
        id: { $ref: '#/$defs/iri' },
        type: { const: 'Annotation' },
        motivation: { $ref: '#/$defs/motivation' },
        target: { type: 'array', minItems: 1, items: { $ref: '#/$defs/place' } },
        body: {
          type: 'array',
          items: { anyOf: [{ $ref: '#/$defs/place' }, { $ref: '#/$defs/words' }, { $ref: '#/$defs/link' }] },
        },
      },
    },
    words: {
      type: 'object',
      required: ['type', 'value', 'purpose'],
      properties: {
        type: { const: 'TextualBody' },
        value: { type: 'string' },
        format: { const: 'text/plain' },
        purpose: { $ref: '#/$defs/motivation' },
      },
    },
    link: {
      type: 'object',
      required: ['type', 'source', 'purpose'],
      properties: {
        type: { const: 'SpecificResource' },
        source: { $ref: '#/$defs/iri' },
        selector: false,
        purpose: { const: 'linking' },
      },
    },
    place: {
      type: 'object',
      required: ['type', 'source', 'selector'],
      properties: {
        type: { const: 'SpecificResource' },
        source: { $ref: '#/$defs/iri' },
        selector: {
          type: 'array',
          minItems: 2,
          maxItems: 2,
          prefixItems: [
            {
              type: 'object',
              required: ['type', 'exact', 'prefix', 'suffix'],
              properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string', minLength: 1 } },
            },
            {
              type: 'object',
              required: ['type', 'start', 'end'],
              properties: {
                type: { const: 'TextPositionSelector' },
                start: { type: 'integer', minimum: 0 },
                end: { type: 'integer', minimum: 1 },
              },
            },
          ],
        },
      },
    },
  },
}
const ajv = new Ajv2020({ strict: false, allErrors: true })
// @ts-expect-error its types name the default export otherwise than Node does
addFormats(ajv)
const valid = ajv.compile(SCHEMA)

/** What is used of packages without types of their own that fit here. */
interface DomRange {
  selectNodeContents(node: object): void
  toString(): string
}
interface Dom {
  readonly JSDOM: new (
    html: string,
  ) => {
    readonly window: {
      readonly Node: object
      readonly NodeFilter: object
      readonly document: { querySelector(name: string): { textContent: string }; createRange(): DomRange }
    }
  }
}
interface JsonLd {
  readonly default: {
    expand(document: object, options: object): Promise<Record<string, { '@list': Record<string, unknown>[] }[]>[]>
  }
}
type MakeMatcher = (selector: object) => (scope: DomRange) => AsyncIterable<DomRange>
interface Annotator {
  readonly createTextPositionSelectorMatcher: MakeMatcher
  readonly createTextQuoteSelectorMatcher: MakeMatcher
}
const load = async <T>(name: string): Promise<T> => (await import(name)) as T

interface Place {
  readonly role: string
  readonly selector: readonly [
    { readonly exact: string; readonly prefix: string; readonly suffix: string },
    { readonly start: number; readonly end: number },
  ]
}
interface Annotation {
  readonly target: readonly Place[]
  readonly body: readonly (Place | { readonly role: string; readonly value: string })[]
}
const annotationsOf = (json: string): Annotation[] => JSON.parse(json).first.items
const placesOf = (json: string) =>
  annotationsOf(json).flatMap(({ target, body }) => [
    ...target,
    ...body.filter((each): each is Place => 'selector' in each),
  ])

describe('W3C Web Annotations', () => {
  test('keep to the data model, whatever the page', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(valid(JSON.parse(toWebAnnotation(any))) ? null : valid.errors).toBeNull()
      }),
    )
  })

  test('expand as JSON-LD to the vocabulary’s terms, every member known', async () => {
    const { default: jsonld } = await load<JsonLd>('jsonld')
    const [collection] = await jsonld.expand(JSON.parse(toWebAnnotation(story)), { documentLoader, safe: true })
    if (!collection) throw new Error('nothing was expanded')
    expect(collection['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection'])
    const page = collection['http://www.w3.org/ns/activitystreams#first']?.[0] as unknown as
      | typeof collection
      | undefined
    const items = page?.['http://www.w3.org/ns/activitystreams#items']?.[0]?.['@list'] ?? []
    expect(items).toHaveLength(story.statements.length)
    for (const item of items) {
      expect(item['@type']).toEqual(['http://www.w3.org/ns/oa#Annotation'])
      expect(item['http://www.w3.org/ns/oa#motivatedBy']).toEqual([{ '@id': 'http://www.w3.org/ns/oa#describing' }])
    }
  })

  test('are understood by another program', async () => {
    const { '@context': context, first } = JSON.parse(toWebAnnotation(story))
    const read = await parseAnnotation({ '@context': context, ...first.items[3] })
    expect(read).toMatchObject({
      motivatedBy: 'oa:describing',
      target: { source: story.page.url, selector: { type: 'TextQuoteSelector', exact: '“לא”' } },
    })
  })

  test('position counts Unicode code points, and quotes what stands there with what is around it', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const characters = [...any.reading.text]
        for (const { selector } of placesOf(toWebAnnotation(any))) {
          const [{ exact, prefix, suffix }, { start, end }] = selector
          expect(characters.slice(start, end).join('')).toBe(exact)
          // By whole code points, so that no context cuts a character in two.
          const before = [...prefix].length
          expect(characters.slice(start - before, start).join('')).toBe(prefix)
          expect(characters.slice(end, end + [...suffix].length).join('')).toBe(suffix)
          if (before < start) expect(prefix).not.toMatch(/^\p{M}/u)
        }
      }),
    )
  })

  test('are found by Apache Annotator, by position and by quotation, in a page with the text', async () => {
    const { JSDOM } = await load<Dom>('jsdom')
    const annotator = await load<Annotator>('@apache-annotator/dom')
    const { document, Node, NodeFilter } = new JSDOM('<p></p>').window
    vi.stubGlobal('Node', Node)
    vi.stubGlobal('NodeFilter', NodeFilter)
    const paragraph = document.querySelector('p')
    paragraph.textContent = story.reading.text
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    const places = placesOf(toWebAnnotation(story))
    expect(places.length).toBeGreaterThan(12)
    for (const { selector } of places) {
      const [quote, position] = selector
      for (const matcher of [
        annotator.createTextPositionSelectorMatcher({ type: 'TextPositionSelector', ...position }),
        annotator.createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', ...quote }),
      ]) {
        const found: string[] = []
        for await (const match of matcher(range)) found.push(match.toString())
        expect(found).toEqual([quote.exact])
      }
    }
  })
})
