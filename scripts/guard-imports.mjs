#!/usr/bin/env node
/**
 * Fails on any import in src that the table of folders forbids, and says what to do instead.
 *
 *   node scripts/guard-imports.mjs [ROOT]
 *
 * ROOT is the folder that holds `src` and `package.json`; this repository's unless given. Type-only imports count: what a
 * folder may not import it may not know the shape of either.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * The table. `folders`: what a folder may import besides itself. `packages`: the packages it may; `'declared'`: any that
 * package.json's dependencies name; `'bundled'`: its devDependencies too, for what is built into files of its own. `node`:
 * whether it may import Node's own modules. `instead`: what to do.
 */
const CORE = 'The core runs in Node, in a worker and in a browser tab.'
const HAND_IN =
  'Take what you need as a parameter, in the smallest shape that does, and let src/node or src/cli hand it in.'
/** What of src/node has no Node in it, and runs in a browser too. */
const PORTABLE = [
  ...[
    'add',
    'alike',
    'any-case',
    'archives',
    'batch',
    'check-sources',
    'correct',
    'engine',
    'entries',
    'facets',
    'find',
    'ledger',
    'library',
    'links',
    'migrations',
    'months',
    'packed',
    'packing',
    'people',
    'persons',
    'records',
    'repeats',
    'rows',
    'show',
    'failure',
    'bm25',
    'sqlite-query',
    'sqlite-ranking',
    'sqlite-texts',
    'sqlite-search',
    'tables',
    'text',
    'verify',
    'versions',
  ].map((name) => `ledger/${name}`),
  'charsets',
  'format',
  'formats/converted',
  'formats/docx-page',
  'formats/mail',
  'formats/markdown',
  'formats/pdf',
  'gzip-bytes',
  'latin1',
  'limit',
  'page-making',
].map((name) => `src/node/${name}.ts`)
const PORTABLE_IN_WORDS = 'what is named in PORTABLE in scripts/guard-imports.mjs'
const TABLE = [
  core('model', [], ['@noble/hashes']),
  core('reading', ['model'], ['htmlparser2', 'entities', 'chrono-node']),
  core('statements', ['model'], ['@noble/hashes', 'chrono-node']),
  core('speakers', ['model', 'statements'], ['@noble/hashes']),
  core('anchor', ['model'], ['approx-string-match']),
  core('compare', ['model', 'anchor'], []),
  core('check', ['model', 'anchor', 'compare'], []),
  core('exports', ['model'], []),
  core('score', ['model', 'exports'], []),
  core('redaction', ['model', 'exports', 'speakers'], ['@noble/hashes']),
  core('ledger', ['model', 'anchor', 'compare', 'exports'], ['@noble/hashes']),
  core('accounts', ['model'], ['@noble/hashes']),
  ...PORTABLE.map((folder) => ({
    folder,
    folders: ['src/core', ...PORTABLE],
    packages: 'declared',
    node: false,
    instead: `${folder} runs in a browser too: it may import src/core and ${PORTABLE_IN_WORDS}. Take what only Node has as a parameter, as src/node/page-making.ts does.`,
  })),
  {
    folder: 'src/node',
    folders: ['src/core'],
    packages: 'declared',
    node: true,
    instead:
      'src/node may import src/core only. Move what both need into src/core, or let src/cli wire the two together.',
  },
  {
    folder: 'src/server',
    folders: ['src/core'],
    packages: 'declared',
    node: false,
    instead:
      'src/server turns a Request into a Response and is handed its store and its reader: take them as parameters.',
  },
  {
    folder: 'src/browser',
    folders: ['src/core', 'src/server', ...PORTABLE],
    packages: 'bundled',
    node: false,
    instead: `src/browser runs in a browser: of src/node it may import what has no Node in it (PORTABLE in scripts/guard-imports.mjs). Take the part that you need out of its module into one of its own, and name it there.`,
  },
  {
    folder: 'src/cli',
    folders: ['src/core', 'src/node', 'src/server'],
    packages: 'declared',
    node: true,
    instead: 'src/cli may import everything but src/desk. The desk talks HTTP: serve its built files.',
  },
  {
    folder: 'src/desk',
    folders: ['src/core/model', 'src/core/exports', 'src/browser'],
    packages: 'bundled',
    node: false,
    instead:
      "src/desk talks HTTP and may import only the core's types and views (src/core/model, src/core/exports), and what runs the server in a tab (src/browser).",
  },
]

/** Files that stand in no folder of the table, and what they may import. */
const FILES = new Map([
  [
    'src/index.ts',
    { folders: ['src/core'], instead: "src/index.ts is the browser's entry too: export the core only." },
  ],
  ['src/exports.ts', { folders: ['src/core'], instead: 'src/exports.ts is for browsers too: export the core only.' }],
  ['src/core/version.ts', { folders: [], instead: 'The version stands alone, so that all may import it.' }],
])
/** What every folder may import besides what the table says. */
const FOR_ALL = 'src/core/version.ts'

function core(name, folders, packages) {
  const may = folders.length === 0 ? 'nothing else of src' : folders.map((f) => `src/core/${f}`).join(', ')
  return {
    folder: `src/core/${name}`,
    folders: folders.map((f) => `src/core/${f}`),
    packages,
    node: false,
    instead: `src/core/${name} may import ${may}. Pass the value in from the stage that calls it, or move the type to src/core/model.`,
  }
}

const BUILTIN = new Set(builtinModules)

function filesOf(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The imports of a module, of every form, in order: `specifier` null where it is made at run time. */
function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX)
  const found = []
  const add = (node, specifier) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    found.push({ line: line + 1, specifier: specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null })
  }
  for (const reference of source.typeReferenceDirectives) {
    const { line } = source.getLineAndCharacterOfPosition(reference.pos)
    found.push({ line: line + 1, specifier: reference.fileName === 'node' ? 'node:types' : reference.fileName })
  }
  const open = [source]
  while (open.length > 0) {
    const node = open.pop()
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier)
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(node, node.moduleReference.expression)
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null)
    else if (ts.isCallExpression(node)) {
      const { expression } = node
      const isRequire = ts.isIdentifier(expression) && expression.text === 'require'
      if (expression.kind === ts.SyntaxKind.ImportKeyword || isRequire) add(node, node.arguments[0])
    }
    ts.forEachChild(node, (child) => {
      open.push(child)
    })
  }
  return found.sort((a, b) => a.line - b.line)
}

/** `node:fs/promises` and `fs` are Node's; `@a/b/c` is the package `@a/b`. */
const isNodes = (specifier) => specifier.startsWith('node:') || BUILTIN.has(specifier.split('/')[0])
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
const inside = (path, folder) => path === folder || path.startsWith(`${folder}/`)

function rowOf(file) {
  const row = TABLE.find(({ folder }) => inside(file, folder))
  if (row) return row
  const own = FILES.get(file)
  return own ? { folder: file, packages: [], node: false, ...own } : null
}

/** What is wrong with one import, as a sentence or two; null: nothing. */
function wrong(row, file, specifier, declared, bundled) {
  const isCore = inside(file, 'src/core')
  if (specifier === null) {
    return isCore ? `imports a module whose name is made at run time, which no table can check. ${HAND_IN}` : null
  }
  if (isNodes(specifier)) {
    if (row.node) return null
    return `imports ${specifier}, but ${row.folder} has no Node in it. ${isCore ? `${CORE} ${HAND_IN}` : row.instead}`
  }
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier)
    if (row.packages === 'bundled' && bundled.has(name)) return null
    if (!declared.has(name)) {
      return `imports the package ${name}, which package.json's dependencies do not name. Add it there (npm install ${name}), or do without.`
    }
    if (typeof row.packages === 'string' || row.packages.includes(name)) return null
    const may = row.packages.length === 0 ? 'no package' : `only ${row.packages.join(', ')}`
    return `imports the package ${name}, but ${row.folder} may import ${may}. ${isCore ? HAND_IN : row.instead}`
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/\.js$/, '.ts')
  if (target === FOR_ALL) return null
  if (!inside(target, 'src')) {
    return `imports ${target}, which is outside src and not in the package. Move what is needed under src.`
  }
  if (inside(target, row.folder) || row.folders.some((folder) => inside(target, folder))) return null
  return `imports ${target}, which the table forbids. ${row.instead}`
}

/** How many modules `root` has under src, and for each import that the table forbids a line `file:line: what is wrong`. */
export function checkImports(root) {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const declared = new Set(Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
  const bundled = new Set(Object.keys(devDependencies ?? {}))
  const faults = []
  const paths = filesOf(join(root, 'src'))
  for (const path of paths) {
    const file = relative(root, path).split(sep).join('/')
    const row = rowOf(file)
    if (row === null) {
      faults.push(
        `${file}:1: stands in no folder of the table. Put it in one of ${TABLE.map(({ folder }) => folder).join(', ')}, or add a row to DESIGN.md and to scripts/guard-imports.mjs.`,
      )
      continue
    }
    for (const { line, specifier } of importsOf(file, readFileSync(path, 'utf8'))) {
      const fault = wrong(row, file, specifier, declared, bundled)
      if (fault) faults.push(`${file}:${line}: ${fault}`)
    }
  }
  if (paths.length === 0) {
    faults.push(`${join(root, 'src')} has no modules: nothing was checked. Give the repository's root.`)
  }
  return { modules: paths.length, faults }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { modules, faults } = checkImports(resolve(process.argv[2] ?? join(import.meta.dirname, '..')))
  for (const fault of faults) console.error(fault)
  if (faults.length === 0) console.log(`${modules} modules import only what the table allows`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
