#!/usr/bin/env node
/**
 * What this project is made of: from package-lock.json alone, without the network, writes sbom.json (CycloneDX 1.6, what
 * people who install the package get) and docs/licences.md, and fails on a licence that is not permissive, an install
 * script that nobody gave a reason for, a package without a hash, or a lock file that names a host.
 *
 *   node scripts/supply-chain.mjs             writes both
 *   node scripts/supply-chain.mjs --check     fails where one of them is not as it would be written
 *   node scripts/supply-chain.mjs --audit     asks the registry for known holes; exit code 3 where it does not answer
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const text = (path) => readFileSync(join(ROOT, path), 'utf8')
const lockText = text('package-lock.json')
const lock = JSON.parse(lockText)
const own = JSON.parse(text('package.json'))

/** Licences that ask for no more than to be named. https://spdx.org/licenses/ */
const PERMISSIVE = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
])
/** Besides, of what only builds and tests use and nobody is given: changes to its own files would have to be published. */
const FOR_DEVELOPMENT = new Set(['MPL-2.0'])
/** What a package's own file says where the word in its package.json is none of SPDX's. */
const MEANT = new Map([['duck BSD', 'BSD-2-Clause']])
/** Packages with install scripts, and why they may be there all the same. None of the scripts is run. */
const INSTALL_SCRIPTS = new Map([
  [
    'protobufjs',
    'comes with onnxruntime-web; looks only whether another version is asked for, and nothing needs it to run',
  ],
  [
    'onnxruntime-node',
    'optional, the faster inference; fetches libraries for graphics cards, which Onrecord does not use, and where it fails npm leaves the package out and onnxruntime-web does the work',
  ],
  ['core-js-pure', 'for development, comes with @apache-annotator/dom; prints a request for donations'],
])

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Where `from` finds its dependency, as Node looks: in its own node_modules, then in those above. */
function resolved(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (lock.packages[path]) return path
    if (at === '') return null
  }
}

function needsOf(path) {
  const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path]
  const names = Object.keys({ ...peerDependencies, ...dependencies, ...optionalDependencies })
  return names.map((name) => resolved(path, name)).filter((found) => found !== null)
}

/** The packages of `starts` and all that they need. */
function closure(starts) {
  const seen = new Set(starts)
  for (const path of seen) for (const need of needsOf(path)) seen.add(need)
  return seen
}

/** Development's packages that the desk is built of: they are in dist/desk and dist/desk-tab. */
function bundled() {
  const names = new Set()
  for (const folder of ['src/desk', 'src/browser']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!/\.(ts|svelte)$/.test(entry.name)) continue
      const source = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      for (const [, specifier] of source.matchAll(/(?:from |import\()'([^'.][^']*)'/g)) {
        const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
        if (own.devDependencies[name]) names.add(name)
      }
    }
  }
  return [...names].map((name) => `node_modules/${name}`)
}

const shipped = new Set(entries.filter(([, { dev, devOptional }]) => !dev && !devOptional).map(([path]) => path))
const inDesk = new Set([...closure(bundled())].filter((path) => !shipped.has(path)))

function licenceOf(path) {
  const said = lock.packages[path].license ?? 'none'
  return MEANT.get(`${nameOf(path)} ${said}`) ?? said
}

/** Whether a licence expression leaves a choice that is permissive. */
function isPermissive(licence, allowed) {
  const inner = licence.replace(/^\((.*)\)$/, '$1')
  if (inner.includes(' OR ')) return inner.split(' OR ').some((each) => isPermissive(each, allowed))
  return inner.split(' AND ').every((each) => allowed(each))
}

function faults() {
  const found = []
  if (/"resolved"|https?:\/\/[^"]*\.tgz/.test(lockText))
    found.push('package-lock.json names where packages come from. Install with the settings of .npmrc.')
  for (const [path, { integrity, hasInstallScript, link }] of entries) {
    const name = nameOf(path)
    const isGiven = shipped.has(path) || inDesk.has(path)
    const licence = licenceOf(path)
    if (!isPermissive(licence, (each) => PERMISSIVE.has(each) || (!isGiven && FOR_DEVELOPMENT.has(each))))
      found.push(
        `${name} is under ${licence}, which is not among the licences of scripts/supply-chain.mjs. Use another package.`,
      )
    if (!integrity && !link) found.push(`${name} has no hash in package-lock.json. Install it anew.`)
    if (hasInstallScript && !INSTALL_SCRIPTS.has(name))
      found.push(
        `${name} runs a script when it is installed. Do without it, or give the reason in scripts/supply-chain.mjs.`,
      )
    if (hasInstallScript && own.allowScripts?.[name] !== false)
      found.push(`${name} runs a script when it is installed. Refuse it: npm install-scripts deny ${name}`)
  }
  return found
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const packageUrl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function licences(licence) {
  if (/ (OR|AND) /.test(licence)) return [{ expression: licence }]
  return [{ license: { id: licence } }]
}

/** https://cyclonedx.org/docs/1.6/json/ — without time, serial number and tools, so that the same lock gives the same. */
function billOfMaterials() {
  const paths = [...shipped, ...inDesk]
  // Two copies of one version are one component.
  const reference = (path) => packageUrl(nameOf(path), lock.packages[path].version)
  const components = new Map()
  const needs = new Map()
  for (const path of paths.sort(order)) {
    const { version, integrity, optional } = lock.packages[path]
    const [scope, name] = nameOf(path).startsWith('@') ? nameOf(path).split('/') : [undefined, nameOf(path)]
    const [algorithm, hash] = integrity.split('-', 2)
    const ref = reference(path)
    components.set(ref, {
      'bom-ref': ref,
      type: 'library',
      ...(scope ? { group: scope } : {}),
      name,
      version,
      scope: optional ? 'optional' : 'required',
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
      licenses: licences(licenceOf(path)),
      purl: ref,
      ...(inDesk.has(path) ? { properties: [{ name: 'onrecord:bundled', value: 'dist/desk, dist/desk-tab' }] } : {}),
    })
    const known = needs.get(ref) ?? new Set()
    for (const need of needsOf(path)) if (shipped.has(need) || inDesk.has(need)) known.add(reference(need))
    needs.set(ref, known)
  }
  const model = 'onrecord:model'
  const root = packageUrl(own.name, own.version)
  const direct = Object.keys({ ...own.dependencies, ...own.optionalDependencies }).map((name) => `node_modules/${name}`)
  const rootNeeds = [...direct, ...bundled()].map(reference)
  const weights = readdirSync(join(ROOT, 'model'))
    .filter((file) => file.endsWith('.onnx'))
    .sort(order)
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': root,
        type: 'application',
        name: own.name,
        version: own.version,
        description: own.description,
        licenses: licences(own.license),
        purl: root,
      },
    },
    components: [
      ...[...components.values()].sort((a, b) => order(a['bom-ref'], b['bom-ref'])),
      {
        'bom-ref': model,
        type: 'machine-learning-model',
        name: 'onrecord tagger',
        version: own.version,
        licenses: licences(own.license),
        components: weights.map((file) => ({
          type: 'file',
          name: `model/${file}`,
          hashes: [
            {
              alg: 'SHA-256',
              content: createHash('sha256')
                .update(readFileSync(join(ROOT, 'model', file)))
                .digest('hex'),
            },
          ],
        })),
      },
    ],
    dependencies: [
      { ref: root, dependsOn: [...new Set([...rootNeeds, model])].sort(order) },
      ...[...needs]
        .map(([ref, on]) => ({ ref, ...(on.size === 0 ? {} : { dependsOn: [...on].sort(order) }) }))
        .sort((a, b) => order(a.ref, b.ref)),
    ],
  }
}

/** Packages by licence, each with its versions. */
function listed(paths) {
  const byLicence = new Map()
  for (const path of paths) {
    const licence = licenceOf(path)
    const names = byLicence.get(licence) ?? new Map()
    const versions = names.get(nameOf(path)) ?? new Set()
    names.set(nameOf(path), versions.add(lock.packages[path].version))
    byLicence.set(licence, names)
  }
  const cells = [...byLicence].map(([licence, names]) => {
    const each = [...names]
      .sort(([a], [b]) => order(a, b))
      .map(([name, versions]) => `${name} ${[...versions].sort(order).join(', ')}`)
    return [licence, each]
  })
  cells.sort(([a, m], [b, n]) => n.length - m.length || order(a, b))
  return [
    '| licence | packages |',
    '| --- | --- |',
    ...cells.map(([licence, each]) => `| ${licence} | ${each.join(' · ')} |`),
  ].join('\n')
}

function licencesPage() {
  const rest = entries.map(([path]) => path).filter((path) => !shipped.has(path) && !inDesk.has(path))
  const scripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
  return `# Licences

Written by \`npm run supply-chain\` from the lock file, and checked in every build. Onrecord itself is under ${own.license}. Licences
are those of [SPDX](https://spdx.org/licenses/). What people are given must be permissive; what only builds and tests use may also be
under MPL-2.0. [sbom.json](../sbom.json) says the same for programs (CycloneDX), with hashes.

## Installed with Onrecord

${shipped.size} packages, those for other machines and the optional ones included.

${listed([...shipped])}

## Built into the desk

${inDesk.size} more, some of which only build it; the licences' texts of those in it are in \`licences.md\` beside its files.

${listed([...inDesk])}

## For development

${rest.length} packages, which nobody who installs Onrecord gets.

${listed(rest)}

## Install scripts

Packages that would run a script when they are installed. In a clone none is run (\`allowScripts\` in package.json, which npm 11
heeds); \`npm install --ignore-scripts\` leaves them out anywhere, and Onrecord works.

| package | why it may be there |
| --- | --- |
${[...new Set(scripts)]
  .sort(order)
  .map((name) => `| ${name} | ${INSTALL_SCRIPTS.get(name) ?? 'no reason given'} |`)
  .join('\n')}
`
}

function audit() {
  let worst = 0
  for (const [what, flags] of [
    ['what people install', ['--omit=dev']],
    ['with development', []],
  ]) {
    const { stdout } = spawnSync('npm', ['audit', '--json', ...flags], { cwd: ROOT, encoding: 'utf8' })
    let report = {}
    try {
      report = JSON.parse(stdout)
    } catch {}
    const counts = report.metadata?.vulnerabilities
    if (!counts) {
      console.error(
        `${what}: the registry gives no answer to an audit (${report.message ?? report.error?.summary ?? 'no reason given'}).`,
      )
      worst = 3
      continue
    }
    console.log(`${what}: ${counts.total} known holes`)
    for (const { name, severity, range } of Object.values(report.vulnerabilities))
      console.log(`  ${severity}: ${name} ${range}`)
    if (counts.total > 0) worst ||= 1
  }
  return worst
}

const wrong = faults()
for (const fault of wrong) console.error(fault)
if (wrong.length > 0) process.exitCode = 1
else if (process.argv.includes('--audit')) process.exitCode = audit()
else {
  const made = { 'sbom.json': `${JSON.stringify(billOfMaterials(), null, 2)}\n`, 'docs/licences.md': licencesPage() }
  for (const [path, content] of Object.entries(made)) {
    const isCurrent = existsSync(join(ROOT, path)) && text(path) === content
    if (process.argv.includes('--check')) {
      if (isCurrent) continue
      console.error(`${path} is not what package-lock.json makes it. Write it anew: npm run supply-chain`)
      process.exitCode = 1
    } else if (!isCurrent) writeFileSync(join(ROOT, path), content)
  }
  console.log(
    `${shipped.size} packages installed, ${inDesk.size} more in the desk, ${entries.length} in all: licences permissive, hashes there`,
  )
}
