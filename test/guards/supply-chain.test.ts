import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** The guard of what the project is made of, on copies of the lock file with one thing wrong in each. */
const ROOT = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-supply-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Entry = Record<string, unknown>
let count = 0

/** Runs the guard on a copy in which `change` was made to the lock file. */
function guard(change: (packages: Record<string, Entry>) => void, flags: readonly string[] = ['--check']) {
  const root = join(folder, String(++count))
  for (const each of [
    'scripts/supply-chain.mjs',
    'package.json',
    'sbom.json',
    'docs/licences.md',
    'src/desk',
    'src/browser',
  ])
    cpSync(join(ROOT, each), join(root, each), { recursive: true })
  symlinkSync(join(ROOT, 'model'), join(root, 'model'))
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  change(lock.packages)
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/supply-chain.mjs', ...flags], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stderr, root }
}

const entry = (packages: Record<string, Entry>, name: string): Entry => packages[`node_modules/${name}`] as Entry

test('what is committed is current', () => {
  const { status, stderr } = guard(() => {})
  expect([status, stderr]).toEqual([0, ''])
})

test.each<[what: string, change: (packages: Record<string, Entry>) => void, said: string]>([
  [
    'a licence that is not permissive',
    (p) => Object.assign(entry(p, 'pg'), { license: 'GPL-3.0-only' }),
    'pg is under GPL-3.0-only',
  ],
  ['no licence', (p) => delete entry(p, 'zod').license, 'zod is under none'],
  [
    'one that only builds may have',
    (p) => Object.assign(entry(p, 'svelte'), { license: 'MPL-2.0' }),
    'svelte is under MPL-2.0',
  ],
  [
    'two licences, one of them not permissive',
    (p) => Object.assign(entry(p, 'pako'), { license: '(MIT AND GPL-2.0-only)' }),
    'pako is under',
  ],
  ['no hash', (p) => delete entry(p, 'hono').integrity, 'hono has no hash'],
  ['an install script', (p) => Object.assign(entry(p, 'libsql'), { hasInstallScript: true }), 'libsql runs a script'],
  [
    'an install script that is not refused',
    (p) => Object.assign(entry(p, 'libsql'), { hasInstallScript: true }),
    'npm install-scripts deny libsql',
  ],
  [
    'a host',
    (p) => Object.assign(entry(p, 'vite'), { resolved: 'https://packages.example/vite.tgz' }),
    'names where packages come from',
  ],
  [
    'a version that the files do not know',
    (p) => Object.assign(entry(p, 'kysely'), { version: '0.99.0' }),
    'sbom.json is not what',
  ],
])('%s in the lock file is told of', (_, change, said) => {
  const { status, stderr } = guard(change)
  expect(status).toBe(1)
  expect(stderr).toContain(said)
})

test('the bill of materials names every direct dependency with its hash, and no time, host or folder', () => {
  const text = readFileSync(join(ROOT, 'sbom.json'), 'utf8')
  const bom = JSON.parse(text)
  const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const names = new Map<string, { hashes: unknown[]; licenses: unknown[] }>(
    bom.components.map((each: { group?: string; name: string }) => [
      [each.group, each.name].filter(Boolean).join('/'),
      each,
    ]),
  )
  for (const name of Object.keys({ ...own.dependencies, ...own.optionalDependencies })) {
    expect(names.get(name)?.hashes, name).toHaveLength(1)
    expect(names.get(name)?.licenses, name).toHaveLength(1)
  }
  expect(bom.metadata.timestamp ?? bom.serialNumber).toBeUndefined()
  expect(text.replace(/"\$schema": ".*"/, '')).not.toMatch(/https?:|"[^"]*node_modules/)
  const references = new Set([bom.metadata.component, ...bom.components].map((each) => each['bom-ref']))
  for (const { ref, dependsOn = [] } of bom.dependencies)
    for (const each of [ref, ...dependsOn]) expect(references).toContain(each)
})

test('writing the files anew changes nothing where nothing changed', () => {
  const { status, root } = guard(() => {}, [])
  expect(status).toBe(0)
  for (const file of ['sbom.json', 'docs/licences.md'])
    expect(readFileSync(join(root, file))).toEqual(readFileSync(join(ROOT, file)))
})
