// Last step: the trees and word tables as a module of the package: src/core/reading/generated/classifiers.ts
//
//   node training/reading/write.mjs [html|text]
//
// With a kind, only its classifier is written; the other one's line stays as it is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CACHE, ROOT } from './sources.mjs'

/** The classifier of one kind of page as the reader unpacks it, from fold `fold` ('all' for the shipped one). */
export function packed(what, fold) {
  const trees = JSON.parse(readFileSync(join(CACHE, `trees-${what}-${fold}.json`), 'utf8'))
  const tables = JSON.parse(readFileSync(join(CACHE, 'tables.json'), 'utf8'))[fold]
  const lines = (table) =>
    Object.entries(table)
      .map(([w, x]) => `${w}=${x}`)
      .join('\n')
  const words = lines(tables.words)
  return what === 'html'
    ? { ...trees, words, classes: lines(tables.classes) }
    : { ...trees, words, classes: '', phrases: lines(tables.phrases) }
}

const FILE = join(ROOT, 'src/core/reading/generated/classifiers.ts')

/** The classifier as it stands in the module now: kept byte for byte where only the other one is written. */
function kept(name) {
  const line = readFileSync(FILE, 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`export const ${name}:`))
  return line
}

/** A classifier's line of the module. One table of words serves both. */
function line(what, name) {
  const { words, ...rest } = packed(what, 'all')
  return `export const ${name}: PackedClassifier = { ...${JSON.stringify(rest)}, words: WORDS }`
}

if (process.argv[1].endsWith('write.mjs')) {
  const wanted = process.argv[2] ?? 'both'
  const { words } = packed(wanted === 'html' ? 'html' : 'text', 'all')
  if (wanted !== 'both' && !readFileSync(FILE, 'utf8').includes(JSON.stringify(words))) {
    throw new Error('The table of words has changed: both classifiers must be written')
  }
  mkdirSync(dirname(FILE), { recursive: true })
  const html = wanted === 'text' ? kept('HTML') : line('html', 'HTML')
  const text = wanted === 'html' ? kept('TEXT') : line('text', 'TEXT')
  writeFileSync(
    FILE,
    `// Made by training/reading (see its README); do not edit.
import type { PackedClassifier } from '../classifier.js'

const WORDS = ${JSON.stringify(words)}

/** The block classifier for HTML pages. */
${html}

/** The block classifier for plain-text pages. */
${text}
`,
  )
}
