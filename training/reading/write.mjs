// Last step: the trees and word tables as a module of the package: src/core/reading/generated/classifiers.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, ROOT } from './sources.mjs'

/** The classifier of one kind of page as the reader unpacks it, from fold `fold` ('all' for the shipped one). */
export function packed(what, fold) {
  const trees = JSON.parse(readFileSync(join(CACHE, `trees-${what}-${fold}.json`), 'utf8'))
  const tables = JSON.parse(readFileSync(join(CACHE, 'tables.json'), 'utf8'))[fold]
  const lines = (table) =>
    Object.entries(table)
      .map(([w, x]) => `${w}=${x}`)
      .join('\n')
  return { ...trees, words: lines(tables.words), classes: what === 'html' ? lines(tables.classes) : '' }
}

if (process.argv[1].endsWith('write.mjs')) {
  const html = packed('html', 'all')
  const text = packed('text', 'all')
  // One table of words serves both.
  const { words, ...textRest } = text
  const dir = join(ROOT, 'src/core/reading/generated')
  mkdirSync(dir, { recursive: true })
  writeFileSync(
    join(dir, 'classifiers.ts'),
    `// Made by training/reading (see its README); do not edit.
import type { PackedClassifier } from '../classifier.js'

const WORDS = ${JSON.stringify(words)}

/** The block classifier for HTML pages. */
export const HTML: PackedClassifier = { ...${JSON.stringify({ ...html, words: undefined })}, words: WORDS }

/** The block classifier for plain-text pages. */
export const TEXT: PackedClassifier = { ...${JSON.stringify(textRest)}, words: WORDS }
`,
  )
}
