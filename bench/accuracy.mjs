/**
 * Accuracy by the scorers that come with the corpora, over what `onrecord pipe` prints. Its classifier has seen
 * corpora/pages and corpora/web: their figures here are those of the shipped reader, and the cross-validated ones
 * (training/reading/crossvalidate.mjs) stand beside them. PolNeAR dev was never trained on.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CACHE, corpus, gold, pagesOf, ROOT, SCORE, table } from './library.mjs'

export const title = 'Accuracy'

/** Feeds lines to `onrecord pipe` and keeps what it prints in a file. */
async function pipe(name, lines, args) {
  const file = join(CACHE, `${name}.jsonl`)
  const child = spawn(process.execPath, ['dist/cli/main.js', 'pipe', ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = new Promise((done) => child.on('close', done))
  await Promise.all([
    pipeline(Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)), child.stdin),
    pipeline(child.stdout, createWriteStream(file)),
  ])
  const code = await closed
  // 5: a page without words; its line says so, and the scorer counts it as an empty text.
  if (code !== 0 && code !== 5) throw new Error(`onrecord pipe ended with ${code} on ${name}`)
  return file
}

function scorer(script) {
  const path = join(SCORE, script)
  if (existsSync(path)) return path
  console.error(`There is no ${script} in ${SCORE}. Name the scorers' folder in ONRECORD_SCORE.`)
  process.exit(2)
}

const score = (script, goldFile, predicted) =>
  execFileSync(process.execPath, [scorer(script), goldFile, predicted], { encoding: 'utf8', maxBuffer: 2 ** 26 }).trim()

/** The reader as cross-validation made it; null where the folds were not trained on this machine. */
export function crossValidated(kind, set) {
  const file = join(CACHE, `cross-${kind}-${set}.jsonl`)
  try {
    execFileSync(process.execPath, ['training/reading/crossvalidate.mjs', kind, set], {
      cwd: ROOT,
      stdio: ['ignore', openSync(file, 'w'), 'pipe'],
    })
  } catch {
    return null
  }
  return file
}

export async function run() {
  const rows = [['pages', 'reader', 'F1', 'precision', 'recall', 'exact']]
  const figures = {}
  const add = (pages, reader, set, file) => {
    const printed = score('reading.mjs', join(corpus(set), 'gold.jsonl'), file)
    const get = (name) => new RegExp(`${name}\\D*([\\d.]+)`, 'i').exec(printed)?.[1] ?? '?'
    rows.push([pages, reader, get('f1'), get('precision'), get('recall'), get('exact')])
    figures[`${set} ${reader}`] = Number(get('f1'))
  }
  for (const set of ['pages', 'web']) {
    const lines = pagesOf(set).map(({ id, html, url }) => ({ id, html, url }))
    add(`corpora/${set}, HTML`, 'shipped', set, await pipe(set, lines, ['--no-statements', '--fields', 'article']))
  }
  for (const kind of ['html', 'copy', 'lines', 'blank', 'wrapped']) {
    for (const set of ['pages', 'web']) {
      const file = crossValidated(kind, set)
      const what = kind === 'html' ? 'HTML' : `plain-text dump, ${kind}`
      if (file) add(`corpora/${set}, ${what}`, 'cross-validated', set, file)
      else rows.push([`corpora/${set}, ${what}`, 'cross-validated', 'not trained here', '', '', ''])
    }
  }
  const folder = corpus('polnear')
  const articles = gold(folder, 'dev.jsonl').map(({ id, text }) => ({ id, text, kind: 'article' }))
  const file = await pipe('polnear-dev', articles, ['--fields', 'statements', '--tagger', 'rules'])
  const printed = score('attribution.mjs', join(folder, 'dev.jsonl'), file)
  return {
    body: `Article text, by score/reading.mjs:\n\n${table(rows)}\n\nWho said what, PolNeAR dev, \`--tagger rules\`, kind \`article\`, by score/attribution.mjs:\n\n\`\`\`\n${printed}\n\`\`\``,
    figures,
  }
}
