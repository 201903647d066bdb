#!/usr/bin/env node
/**
 * Packs the package as npm would publish it, installs the file in an empty folder, and uses it from there: the command
 * line on an example that came in the package, both entries, the types and the schema.
 *
 * Dependencies come from npm's cache where they are in it (`npm ci` put them there), else from the registry.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'onrecord-package-'))
const user = join(folder, 'user')

function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
}

function expect(what, got, test) {
  if (!test(got)) throw new Error(`${what}: got ${JSON.stringify(got)?.slice(0, 400)}`)
}

const PROGRAM = `
import { findStatements, pageFromText, read, rulesTagger, VERSION } from 'onrecord'
import { fromJson, recordOf, toJson } from 'onrecord/exports'
import { pageFromFile } from 'onrecord/node'
import { createServer } from 'onrecord/server'
import schema from 'onrecord/schema/record.json' with { type: 'json' }
import openapi from 'onrecord/schema/openapi.json' with { type: 'json' }
const page = pageFromText('“We will not sail,” Mara Ostrander told reporters.', { kind: 'article' })
const reading = read(page)
const statements = await findStatements(reading, rulesTagger)
const back = fromJson(toJson(recordOf(page, reading, statements, [])))
console.log(JSON.stringify({ version: VERSION, statements: back.statements.length, file: typeof pageFromFile, schema: schema.title ?? schema.$id, server: typeof createServer, openapi: openapi.openapi }))
`
const TYPES = `
import { type Statement, findStatements, pageFromText, read, rulesTagger } from 'onrecord'
import { toMarkdown } from 'onrecord/exports'
import { pageFromFile } from 'onrecord/node'
const statements: Statement[] = await findStatements(read(pageFromText('x')), rulesTagger)
const n: number = statements.length
void [n, pageFromFile, toMarkdown]
`

try {
  mkdirSync(user)
  // The build has run; packing must not run it a second time.
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT))
  for (const path of [
    'README.md',
    'LICENSE',
    'sbom.json',
    'dist/desk/licences.md',
    'dist/desk-tab/licences.md',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/exports.d.ts',
    'dist/server.d.ts',
    'dist/desk/index.html',
    'dist/desk-tab/index.html',
    'schema/record.json',
    'schema/pipe-out.json',
    'schema/openapi.json',
  ]) {
    expect(`the package holds ${path}`, path, () => packed.files.some((file) => file.path === path))
  }
  writeFileSync(join(user, 'package.json'), '{"name":"user","private":true,"type":"module"}')
  run(
    'npm',
    ['install', '--prefer-offline', '--omit=dev', '--no-audit', '--no-fund', join(folder, packed.filename)],
    user,
  )

  expect('npx onrecord --version', run('npx', ['onrecord', '--version'], user).trim(), (v) => v === version)
  const example = join('node_modules', 'onrecord', 'examples', 'news-page.html')
  expect('onrecord read of an example', run('npx', ['onrecord', 'read', example], user), (text) =>
    /\d+ statements/.test(text),
  )

  writeFileSync(join(user, 'program.mjs'), PROGRAM)
  const printed = JSON.parse(run(process.execPath, ['program.mjs'], user))
  expect(
    'the library',
    printed,
    (p) =>
      p.version === version &&
      p.statements > 0 &&
      p.file === 'function' &&
      p.schema &&
      p.server === 'function' &&
      p.openapi === '3.1.0',
  )

  writeFileSync(join(user, 'types.ts'), TYPES)
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
  const typeRoots = ['--typeRoots', join(ROOT, 'node_modules', '@types')]
  run(join(ROOT, 'node_modules', '.bin', 'tsc'), [...options, ...typeRoots, 'types.ts'], user)
  console.log(
    `${packed.filename}: ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB; installs and runs`,
  )
} catch (error) {
  console.error(error.message)
  console.error(`${error.stdout ?? ''}${error.stderr ?? ''}`.trim())
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
