// Step 3: the feature rows of every unit, each page's with the word tables of the other folds: rows-KIND.f32 and .json
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpOf, STYLES } from './dumps.mjs'
import { CACHE, foldOf, pages, source } from './sources.mjs'

const {
  readMarkup,
  markupUnits,
  textUnits,
  featureRows,
  WIDTH,
  FEATURES,
  marksOf,
  statedBody,
  unitWords,
  likeness,
  PLAIN,
  PLAIN_WIDTH,
  plainFeatures,
  Ancestries,
} = await source('core/reading/training.ts')
const tables = JSON.parse(readFileSync(join(CACHE, 'tables.json'), 'utf8'))
const maps = Object.fromEntries(
  Object.entries(tables).map(([k, t]) => [
    k,
    {
      words: new Map(Object.entries(t.words)),
      classes: new Map(Object.entries(t.classes)),
      phrases: new Map(Object.entries(t.phrases)),
    },
  ]),
)
const NOTHING = { title: null, summary: null, stated: null }
const kinds = ['html', ...STYLES]
const outs = Object.fromEntries(kinds.map((k) => [k, createWriteStream(join(CACHE, `rows-${k}.f32`))]))
const index = Object.fromEntries(kinds.map((k) => [k, []]))
for (const page of pages()) {
  const markup = readMarkup(page.html)
  const t = maps[foldOf(page.host)]
  const seen = marksOf(markup, page.url)
  const marks = {
    title: seen.title?.value ?? null,
    summary: seen.standfirst?.value ?? null,
    stated: statedBody(markup, unitWords),
  }
  const put = (kind, text, units) => {
    const rows = featureRows(text, units, kind === 'html' ? marks : NOTHING, t.words, new Ancestries(t.classes))
    const plain = kind === 'html' ? null : plainFeatures(text, units, rows, t.phrases)
    const bytes = plain ? sideBySide(rows, plain.rows, units.length) : rows
    outs[kind].write(Buffer.from(Float32Array.from(bytes).buffer))
    index[kind].push({
      id: page.id,
      set: page.set,
      fold: foldOf(page.host),
      n: units.length,
      ...(plain
        ? shapesOf(plain.shapes)
        : { parents: parentsOf(units), grands: grandsOf(units), likes: likesOf(units) }),
    })
  }
  put('html', markup.text, markupUnits(markup))
  for (const style of STYLES) {
    const { text } = dumpOf(markup, style)
    put(style, text, textUnits(text))
  }
}
/** The rows of a plain-text page: each unit's columns of FEATURES, then those of PLAIN. */
function sideBySide(rows, plain, n) {
  const width = WIDTH + PLAIN_WIDTH
  const out = new Float32Array(n * width)
  for (let i = 0; i < n; i++) {
    out.set(rows.subarray(i * WIDTH, (i + 1) * WIDTH), i * width)
    out.set(plain.subarray(i * PLAIN_WIDTH, (i + 1) * PLAIN_WIDTH), i * width + WIDTH)
  }
  return out
}
/** What second.py needs of the shapes: how long the units are, which are prose, their look, and their longer words as numbers. */
function shapesOf(shapes) {
  const ids = new Map()
  const idOf = (w) => {
    if (!ids.has(w)) ids.set(w, ids.size)
    return ids.get(w)
  }
  return {
    lengths: shapes.map((s) => s.wordCount),
    prose: shapes.map((s) => Number(s.prose)),
    looks: shapes.map((s) => s.look),
    terms: shapes.map((s) => [...s.topical].map(idOf)),
  }
}
function parentsOf(units) {
  return units.map((u) => u.markup.element.parent?.index ?? -1)
}
function grandsOf(units) {
  return units.map((u) => u.markup.element.parent?.parent?.index ?? -1)
}
function likesOf(units) {
  const ids = new Map()
  return units.map((u) => {
    const key = likeness(u)
    if (!ids.has(key)) ids.set(key, ids.size)
    return ids.get(key)
  })
}
for (const k of kinds) {
  outs[k].end()
  const features = k === 'html' ? FEATURES : [...FEATURES, ...PLAIN]
  writeFileSync(
    join(CACHE, `rows-${k}.json`),
    JSON.stringify({ features, width: features.length, shared: WIDTH, pages: index[k] }),
  )
}
