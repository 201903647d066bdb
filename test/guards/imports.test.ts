import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const GUARD = join(ROOT, 'scripts', 'guard-imports.mjs')

const trees: string[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true })
})

const { checkImports } = (await import(GUARD)) as {
  checkImports(root: string): { modules: number; faults: string[] }
}

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'onrecord-guard-'))
  trees.push(root)
  const dependencies = { htmlparser2: '1', '@noble/hashes': '1', pg: '1' }
  const all = { 'package.json': JSON.stringify({ dependencies, devDependencies: { vitest: '1' } }), ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('what the table allows passes', () => {
  const { modules, faults } = checkImports(
    tree({
      'src/core/model/page.ts': "import { sha256 } from '@noble/hashes/sha2.js'\nexport const id = sha256",
      'src/core/version.ts': "export const VERSION = '1'",
      'src/core/reading/index.ts':
        "import { Tokenizer } from 'htmlparser2'\nimport { id } from '../model/page.js'\nimport { VERSION } from '../version.js'\nexport { a } from './a.js'",
      'src/core/reading/a.ts': 'export const a = 1',
      'src/node/store.ts':
        "import { readFile } from 'node:fs/promises'\nimport pg from 'pg'\nimport { id } from '../core/model/page.js'",
      'src/cli/main.ts': "import '../node/store.js'\nawait import('../core/reading/index.js')",
      'src/index.ts': "export * from './core/model/page.js'",
      'src/node/ledger/text.ts': "import { id } from '../../core/model/page.js'",
      'src/browser/ledger.ts': "import '../node/ledger/text.js'\nimport 'vitest'\nimport 'pg'",
    }),
  )
  expect(faults).toEqual([])
  expect(modules).toBe(9)
})

test.each([
  ['Node in the core', 'src/core/reading/a.ts', "\nimport { readFile } from 'node:fs'", 2, 'has no Node in it'],
  ['Node without its prefix', 'src/core/reading/a.ts', "import fs from 'fs/promises'", 1, 'has no Node in it'],
  ['a type of Node in the core', 'src/core/model/a.ts', "export type B = import('node:buffer').Buffer", 1, 'no Node'],
  ['types of Node by reference', 'src/core/model/a.ts', '/// <reference types="node" />', 1, 'no Node'],
  ['a later stage', 'src/core/reading/a.ts', "import type { T } from '../statements/t.js'", 1, 'src/core/model'],
  ['the core importing out of itself', 'src/core/exports/a.ts', "export * from '../../node/page.js'", 1, 'forbids'],
  ['the model importing a stage', 'src/core/model/a.ts', "\n\n  import('../reading/index.js')", 3, 'forbids'],
  ['a package the folder may not have', 'src/core/model/a.ts', "import 'htmlparser2'", 1, 'only @noble/hashes'],
  ['a package for tests', 'src/node/a.ts', "import { test } from 'vitest'", 1, 'npm install vitest'],
  ['a package nobody declared', 'src/cli/a.ts', "const x = require('left-pad')", 1, 'do not name'],
  ['a name made at run time in the core', 'src/core/model/a.ts', 'const n = "a"; await import(n)', 1, 'run time'],
  ['the desk reaching into Node', 'src/desk/a.ts', "import { page } from '../node/page.js'", 1, 'talks HTTP'],
  ['the command line reaching into the desk', 'src/cli/a.ts', "import '../desk/app.js'", 1, 'everything but src/desk'],
  ['the server reaching for Node', 'src/server/a.ts', "import { createServer } from 'node:http'", 1, 'is handed'],
  ['Node code reaching for the command line', 'src/node/a.ts', "import '../cli/main.js'", 1, 'src/core only'],
  ['a browser reaching for Node', 'src/browser/a.ts', "import { readFile } from 'node:fs'", 1, 'has no Node in it'],
  ['a browser reaching into Node code', 'src/browser/a.ts', "import '../node/page.js'", 1, 'runs in a browser'],
  ['what runs in both reaching for Node', 'src/node/ledger/text.ts', "import 'node:zlib'", 1, 'runs in a browser too'],
  ['what runs in both reaching for what does not', 'src/node/ledger/add.ts', "import './sqlite.js'", 1, 'PORTABLE'],
  ['a package that is not bundled', 'src/server/a.ts', "import 'vitest'", 1, 'do not name'],
  ['something outside src', 'src/cli/a.ts', "import '../../bench/run.mjs'", 1, 'outside src'],
  ["the browser's entry with Node in it", 'src/index.ts', "export * from './node/index.js'", 1, 'export the core only'],
  ['a folder of no row', 'src/helpers/a.ts', '', 1, 'no folder of the table'],
])('%s fails, with its place and what to do', (_, file, text, line, says) => {
  const { faults } = checkImports(tree({ [file]: text }))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}:${line}: `))
  expect(faults[0]).toContain(says)
})

test('an import in a comment or a string is none', () => {
  const { faults } = checkImports(
    tree({
      'src/core/model/a.ts': "// import 'node:fs'\nexport const s = \"import 'node:fs'\" + `require('fs')`",
    }),
  )
  expect(faults).toEqual([])
})

test('each fault is told of, and a tree without modules is no pass', () => {
  expect(checkImports(tree({ 'src/core/model/a.ts': "import 'node:fs'\nimport 'node:os'" })).faults).toHaveLength(2)
  expect(checkImports(tree({})).faults[0]).toContain('nothing was checked')
})

test('the script prints faults to standard error and its exit code tells', () => {
  const run = (files: Record<string, string>) => spawnSync(process.execPath, [GUARD, tree(files)], { encoding: 'utf8' })
  const bad = run({ 'src/core/model/a.ts': "import 'node:fs'" })
  expect(bad.stderr).toMatch(/^src\/core\/model\/a\.ts:1: imports node:fs, /)
  expect(bad.status).toBe(1)
  const good = run({ 'src/core/model/a.ts': 'export const a = 1' })
  expect(good).toMatchObject({ status: 0, stdout: '1 modules import only what the table allows\n', stderr: '' })
})
