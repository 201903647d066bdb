import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMATS } from '../../src/cli/program.js'
import { ROLES } from '../../src/core/model/index.js'
import { builtCli } from '../build.js'

/** docs/api.md and the README against the built package: examples are compiled, run and compared; exports have words. */
const ROOT = join(import.meta.dirname, '..', '..')
// Inside the package, so that `onrecord` is the package itself.
const FOLDER = join(ROOT, '.cache', `docs-${process.pid}`)
const API = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8')

interface Example {
  readonly name: string
  readonly code: string
  readonly printed: string
}

/** Each `ts` block with the `text` block that follows it. */
function examplesOf(markdown: string, name: string): Example[] {
  const found: Example[] = []
  for (const match of markdown.matchAll(/^```ts\n([\s\S]*?)^```\n+(?:^```text\n([\s\S]*?)^```$)?/gm)) {
    found.push({ name: `${name} ${found.length + 1}`, code: match[1] as string, printed: match[2] ?? '' })
  }
  return found
}

/** As `examplesOf`, where the first block makes what all others go on from. */
function continued(markdown: string, name: string): Example[] {
  const [first, ...rest] = examplesOf(markdown, name)
  return rest.map((example) => ({ ...example, code: `${first?.code}\n${example.code}` }))
}

const EXPORTS = readFileSync(join(ROOT, 'docs', 'exports.md'), 'utf8')
const EXAMPLES = [
  ...examplesOf(API, 'api'),
  ...continued(EXPORTS, 'exports'),
  ...examplesOf(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'readme'),
]
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts'],
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
}
const fileOf = ({ name }: Example, extension: string) => join(FOLDER, `${name.replace(' ', '-')}.${extension}`)

let program: ts.Program

beforeAll(async () => {
  await builtCli()
  mkdirSync(FOLDER, { recursive: true })
  for (const example of EXAMPLES) writeFileSync(fileOf(example, 'mts'), example.code)
  program = ts.createProgram(
    [
      ...EXAMPLES.map((example) => fileOf(example, 'mts')),
      ...['index', 'exports', 'ledger', 'server', 'node/index'].map((e) => join(ROOT, 'dist', `${e}.d.ts`)),
    ],
    OPTIONS,
  )
}, 120_000)

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

test('there are examples, and each shows what it prints', () => {
  expect(EXAMPLES.length).toBeGreaterThan(6)
  for (const { name, printed } of EXAMPLES) expect(printed, name).not.toBe('')
})

test.each(EXAMPLES)('example $name compiles and prints what the page says', (example) => {
  const source = program.getSourceFile(fileOf(example, 'mts'))
  const faults = ts
    .getPreEmitDiagnostics(program, source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(faults).toEqual([])
  const { outputText } = ts.transpileModule(example.code, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  })
  const file = fileOf(example, 'mjs')
  writeFileSync(file, outputText)
  expect(execFileSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' })).toBe(example.printed)
})

test.each(['index', 'exports', 'ledger', 'server', 'node/index'])(
  'every export of dist/%s.d.ts has a doc comment and stands in docs/api.md',
  (entry) => {
    const checker = program.getTypeChecker()
    const source = program.getSourceFile(join(ROOT, 'dist', `${entry}.d.ts`))
    if (!source) throw new Error(`dist/${entry}.d.ts is not in the program`)
    const module = checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`dist/${entry}.d.ts is no module`)
    const exports = checker.getExportsOfModule(module)
    expect(exports.length).toBeGreaterThan(5)
    const silent: string[] = []
    const unnamed: string[] = []
    for (const symbol of exports) {
      const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      if (own.getDocumentationComment(checker).length === 0) silent.push(symbol.name)
      if (!new RegExp(`\`${symbol.name}\\b[^\`]*\``).test(API)) unnamed.push(symbol.name)
    }
    expect({ silent, unnamed }).toEqual({ silent: [], unnamed: [] })
  },
)

test('docs/exports.md has a heading with an example for every form, and names the format of each', () => {
  const headings = [...EXPORTS.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^## (.*)$/gm)].map((match) => match[1])
  const rows = [...EXPORTS.matchAll(/^\| \[(.*?)\]\(#.*?\) \| (.*?) \|/gm)]
  expect([...rows.map((row) => row[1]), 'Gold']).toEqual(headings)
  expect(examplesOf(EXPORTS, 'exports')).toHaveLength(headings.length + 1)
  const formats = rows.flatMap((row) => [...(row[2] as string).matchAll(/`(.*?)`/g)].map((match) => match[1]))
  expect(['text', ...formats].sort()).toEqual([...FORMATS].sort())
})

test('docs/reading.md defines every role, and no other', () => {
  const reading = readFileSync(join(ROOT, 'docs', 'reading.md'), 'utf8')
  const rows = [...reading.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map((match) => match[1])
  expect(rows).toEqual([...ROLES])
})
