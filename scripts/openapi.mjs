#!/usr/bin/env node
/**
 * Writes schema/openapi.json and the desk's types of it, from the built server (dist/server.js).
 *
 *   npm run openapi             write both
 *   npm run openapi -- --check  fail where they are not what the server says
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENT = join(ROOT, 'schema/openapi.json')
const TYPES = join(ROOT, 'src/desk/api/generated/api.d.ts')

const { openApiDocument } = await import(pathToFileURL(join(ROOT, 'dist/server.js')).href)
const document = openApiDocument()
const json = `${JSON.stringify(document, null, 2)}\n`
const types = astToString(await openapiTS(document))

if (process.argv.includes('--check')) {
  const stale = [
    [DOCUMENT, json],
    [TYPES, types],
  ].filter(([path, wanted]) => !existsSync(path) || readFileSync(path, 'utf8') !== wanted)
  for (const [path] of stale)
    console.error(`${path} is not what the server says. Run: npm run build && npm run openapi`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  writeFileSync(DOCUMENT, json)
  writeFileSync(TYPES, types)
}
