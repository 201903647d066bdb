/** What the benchmarks share: the sources bundled as they are checked out, the corpora, and places. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export const ROOT = resolve(import.meta.dirname, '..')
export const CORPORA = resolve(process.env.ONRECORD_CORPORA ?? join(ROOT, '..', 'shared', 'corpora'))
export const SCORE = resolve(process.env.ONRECORD_SCORE ?? join(CORPORA, '..', 'score'))
/** Where the benchmarks keep what they make; not committed. */
export const CACHE = join(ROOT, '.cache', 'bench')
mkdirSync(CACHE, { recursive: true })

/** The folder of a corpus; ends the process, saying what to do, where it is not there. */
export function corpus(name) {
  const folder = join(CORPORA, name)
  if (existsSync(folder)) return folder
  console.error(
    `There is no ${name} in ${CORPORA}. This benchmark needs the corpora, which are not in the repository: put them there, or name their folder in ONRECORD_CORPORA.`,
  )
  process.exit(2)
}

/** Bundles what the benchmarks measure, as it is checked out, and gives the file's path; it goes when the process ends. */
export async function bundleLibrary() {
  const id = join(ROOT, 'bench-entry.ts')
  const code = [
    "export { findSpeakers, pageFromText, read } from './src/index.ts'",
    "export { findStatements, rulesTagger } from './src/core/statements/index.ts'",
    "export { articleText } from './src/core/reading/index.ts'",
    "export { loadTagger } from './src/node/inference.ts'",
  ].join('\n')
  const file = join(CACHE, `library-${process.pid}.mjs`)
  process.on('exit', () => rmSync(file, { force: true }))
  const bundle = await rolldown({
    input: id,
    platform: 'node',
    // It finds its own binaries, which a bundle would take it away from.
    external: [/^onnxruntime/],
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? code : null),
      },
    ],
  })
  await bundle.write({ file })
  await bundle.close()
  return file
}

/** The library: the bundle that ONRECORD_BUNDLE names, so that many processes measure one state; else bundled now. */
export async function library() {
  return import(pathToFileURL(process.env.ONRECORD_BUNDLE ?? (await bundleLibrary())).href)
}

/** The gold lines of a corpus. */
export function gold(folder, file = 'gold.jsonl') {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** The pages of a reading corpus: {id, url, bytes}. */
export function bytesOf(name) {
  const folder = corpus(name)
  return gold(folder).map(({ id, url }) => ({
    id,
    url,
    bytes: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
  }))
}

/** The pages of a reading corpus, decoded: {id, url, html}. */
export const pagesOf = (name) => bytesOf(name).map(({ id, url, bytes }) => ({ id, url, html: bytes.toString('utf8') }))

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

/** A Markdown table; the first row is its head, numbers stand right. */
export function table(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  const isNumber = (column) => rows.slice(1).every((row) => /^[\s\d.,×%<≈-]|^$/.test(String(row[column])))
  const rule = rows[0].map((_, i) => (isNumber(i) ? '--:' : '---'))
  return [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n')
}
