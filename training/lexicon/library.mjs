// Bundles the core's TypeScript into one module in a temporary folder, so that training and the product share every
// line of tokenising and feature code, and finds the corpora.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..')

/** Folder of the corpora: ONRECORD_CORPORA, or ../shared/corpora beside the repository. */
export const CORPORA = process.env.ONRECORD_CORPORA ?? resolve(ROOT, '../shared/corpora')

/** Folder of the scorers: ONRECORD_SCORE, or ../shared/score beside the repository. */
export const SCORE = process.env.ONRECORD_SCORE ?? resolve(ROOT, '../shared/score')

/** Imports TypeScript files of src/, bundled; returns their exports, merged. */
export async function load(...files) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-training-'))
  const entry = Object.fromEntries(files.map((file, i) => [`m${i}`, join(ROOT, file)]))
  const bundle = await rolldown({ input: entry, platform: 'node', logLevel: 'silent', cwd: ROOT })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' })
  await bundle.close()
  const modules = await Promise.all(files.map((_, i) => import(pathToFileURL(join(folder, `m${i}.mjs`)).href)))
  return Object.assign({}, ...modules)
}

/** The documents of a PolNeAR split (`train` or `dev`). */
export function documents(split) {
  return readFileSync(join(CORPORA, 'polnear', `${split}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** CoreNLP's tokens of a split: document id -> [{start, end, tag, first}]. */
export function partsOfSpeech(split) {
  const out = new Map()
  let list = null
  for (const line of gunzipSync(readFileSync(join(CORPORA, 'polnear', `${split}.conll.gz`)))
    .toString('utf8')
    .split('\n')) {
    if (line.startsWith('# doc ')) {
      list = []
      out.set(line.slice(6).trim(), list)
    } else if (line !== '') {
      const f = line.split('\t')
      list.push({ start: Number(f[1]), end: Number(f[2]), word: f[3], lemma: f[4], tag: f[5] })
    }
  }
  return out
}

/** Which eighth of a split a document is in, 0 to 7, by a hash of its id. */
export function slot(id) {
  let h = 2166136261
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 16777619)
  return (h >>> 8) % 8
}

/** Whether a document is held out for choosing: one eighth of train. */
export const heldOut = (id) => slot(id) === 0

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Weights from -31 to 31 as one base64 digit each: what src/core/statements/weights.ts reads. */
export const digits = (weights) => Array.from(weights, (w) => DIGITS[w + 32]).join('')

/** A seeded random number generator (mulberry32): 0 to 1. */
export function random(seed) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `list` in a random order. */
export function shuffled(list, next) {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[out[i], out[j]] = [out[j], out[i]]
  }
  return out
}
