// The corpora's pages, and the reader's own modules bundled from source, for the scripts beside this file.
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const CORPORA = process.env.ONRECORD_CORPORA ?? resolve(ROOT, '../shared/corpora')
/** Where the scripts keep what they make; not committed. */
export const CACHE = join(ROOT, '.cache', 'reading')
mkdirSync(CACHE, { recursive: true })

/** Bundles a module of src for Node and imports it. */
export async function source(path) {
  const file = join(CACHE, `${path.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`)
  const bundle = await rolldown({ input: join(ROOT, 'src', path), platform: 'node', logLevel: 'silent' })
  await bundle.write({ file })
  await bundle.close()
  return import(`${pathToFileURL(file)}?${Date.now()}`)
}

/** Every page of the two reading corpora: {id, set, url, host, html, gold, title}. */
export function* pages(sets = ['pages', 'web']) {
  for (const set of sets) {
    for (const line of readFileSync(join(CORPORA, set, 'gold.jsonl'), 'utf8').split('\n')) {
      if (line.trim() === '') continue
      const gold = JSON.parse(line)
      const html = gunzipSync(readFileSync(join(CORPORA, set, 'html', `${gold.id}.html.gz`))).toString('utf8')
      yield {
        id: gold.id,
        set,
        url: gold.url,
        host: new URL(gold.url).hostname.replace(/^www\./, ''),
        html,
        gold: gold.text ?? '',
      }
    }
  }
}

/** Fold of a page, 0 to 4, by its host, so that no site is in two folds. FNV-1a. */
export function foldOf(host) {
  let h = 0x811c9dc5
  for (let i = 0; i < host.length; i++) h = Math.imul(h ^ host.charCodeAt(i), 0x01000193) >>> 0
  return h % 5
}
