// Step 1: the units of every page and dump, with the words that carry weights: .cache/reading/units.jsonl
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { dumpOf, STYLES } from './dumps.mjs'
import { CACHE, foldOf, pages, source } from './sources.mjs'

const {
  readMarkup,
  markupUnits,
  textUnits,
  unitWords,
  weighedWords,
  classTokens,
  plainWords,
  phraseKeys,
  promiseKeys,
  PROSE_WORDS,
} = await source('core/reading/training.ts')
const out = createWriteStream(join(CACHE, 'units.jsonl'))
let n = 0
for (const page of pages()) {
  const markup = readMarkup(page.html)
  const line = (kind, text, units, places) =>
    JSON.stringify({
      id: page.id,
      set: page.set,
      kind,
      fold: foldOf(page.host),
      host: page.host,
      gold: kind === 'html' ? page.gold : undefined,
      units: units.map((u) => ({
        text: kind === 'html' ? text.slice(u.start, u.end) : undefined,
        at: [u.start, u.end],
        words: weighedWords(unitWords(text.slice(u.start, u.end))),
        classes: kind === 'html' ? chain(u.markup.element) : undefined,
        ...(kind === 'html' ? phrasesOf(plainWords(text, u)) : {}),
      })),
      places,
    })
  const chain = (e) => {
    const seen = new Set()
    for (let level = 0; e && level < 8; e = e.parent, level++) for (const t of classTokens(e)) seen.add(t)
    return [...seen]
  }
  const phrasesOf = (words) => ({
    count: words.length,
    phrases: phraseKeys(words),
    promises: promiseKeys(words),
    prose: words.length >= PROSE_WORDS ? [...new Set(words)].map((w) => `~${w}`) : [],
  })
  out.write(`${line('html', markup.text, markupUnits(markup))}\n`)
  for (const style of STYLES) {
    const { text, places } = dumpOf(markup, style)
    out.write(`${line(style, text, textUnits(text), places)}\n`)
  }
  if (++n % 100 === 0) console.error(`${n} pages`)
}
out.end()
