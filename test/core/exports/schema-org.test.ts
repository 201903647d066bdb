import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { toSchemaOrg } from '../../../src/core/exports/index.js'
import type { PageRecord } from '../../../src/core/exports/record.js'
import { anyRecord, record, story } from './records.js'

const FOLDER = join(import.meta.dirname, '..', '..', '..', '.cache', `schema-org-${process.pid}`)

/**
 * What the vocabulary as TypeScript types (Google's schema-dts) says of each group of documents: types and properties that
 * it has not.
 */
function problems(...groups: readonly (readonly string[])[]): string[][] {
  mkdirSync(FOLDER, { recursive: true })
  try {
    const files = groups.map((documents, g) => {
      const file = join(FOLDER, `documents-${g}.ts`)
      const lines = documents.map((json, i) => `export const d${i}: Graph = ${json}`)
      writeFileSync(file, `import type { Graph } from 'schema-dts'\n${lines.join('\n')}`)
      return file
    })
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
    })
    return files.map((file) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    )
  } finally {
    rmSync(FOLDER, { recursive: true, force: true })
  }
}

interface Node {
  readonly '@type': string
  readonly '@id': string
  readonly text?: string
  readonly [property: string]: unknown
}
const nodesOf = (of: PageRecord): Node[] => JSON.parse(toSchemaOrg(of))['@graph']

describe('schema.org', () => {
  test('keeps to the vocabulary', () => {
    const kinds = ['person', 'organisation', 'government', 'group', 'document', 'unnamed', 'unknown'] as const
    const everyKind = record(
      [['paragraph', 'aides who asked not to be named, a role, once said it would go']],
      kinds.map((_, speaker) => ({ content: ['it would go'], cue: 'said', speaker, act: 'predict' as const })),
      { form: 'none', standfirst: 'In short', modified: '2031-03-15', agency: 'Wire' },
      {},
      kinds.map((kind) => ({ name: 'aides', kind, roles: ['a role'], otherNames: ['it'], anonymity: 'who asked' })),
    )
    const some = fc.sample(anyRecord, { numRuns: 20, seed: 7 })
    const [good, ...wrong] = problems(
      [story, everyKind, ...some].map(toSchemaOrg),
      // That the check finds something is part of the check.
      [toSchemaOrg(story).replace('"appearance"', '"apearance"')],
      [toSchemaOrg(story).replace('"Quotation"', '"Quote"')],
    )
    expect(existsSync(FOLDER)).toBe(false)
    expect(good).toEqual([])
    for (const found of wrong) expect(found).not.toEqual([])
  }, 120_000)

  test('every reference leads to a node of the document', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const nodes = nodesOf(any)
        const ids = new Set(nodes.map((node) => node['@id']))
        expect(ids.size).toBe(nodes.length)
        const references = [...JSON.stringify(nodes).matchAll(/\{"@id":("[^"]*")\}/g)].map((match) =>
          JSON.parse(match[1] as string),
        )
        for (const reference of references) expect(ids).toContain(reference)
      }),
    )
  })

  test('words in quotation marks are quotations, what somebody says is so a claim that appears on the page', () => {
    const nodes = nodesOf(story)
    const page = { '@id': 'https://kelmouth-courier.example/pilots' }
    const claim = nodes.find((node) => node.text === 'she had warned it of “three” shoals')
    expect(claim).toMatchObject({ '@type': 'Claim', appearance: page, additionalType: 'urn:onrecord:act:deny' })
    expect(nodes.find((node) => node.text === '“three”')).toMatchObject({ '@type': 'Quotation', isPartOf: page })
    // Declined, so nothing is claimed; of the other the page says that it was not said.
    expect(nodes.find((node) => node.text === '“No,” … “not by night.”')?.['@type']).toBe('Statement')
    expect(nodes.find((node) => node.text === 'it of “three” shoals')?.['@type']).toBe('Statement')
    const who = nodes.find((node) => node.name === 'Zoe\u0301 Ruiz')
    expect(who).toMatchObject({ '@type': 'Person', jobTitle: ['pilot'] })
    expect(nodes.filter((node) => node['@type'] === 'Quotation')[0]).toMatchObject({
      spokenByCharacter: { '@id': who?.['@id'] },
    })
  })
})
