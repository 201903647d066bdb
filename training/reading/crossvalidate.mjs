// The reader on every page with the classifier of the folds that do not hold the page's site; prints what
// `onrecord pipe` would (id, article), for score/reading.mjs:
//
//   node training/reading/crossvalidate.mjs html|copy|lines|blank|wrapped SET > predicted.jsonl
import { dumpOf } from './dumps.mjs'
import { foldOf, pages, source } from './sources.mjs'
import { packed } from './write.mjs'

const [kind, set] = process.argv.slice(2)
const { readWith, articleText, unpackClassifier, pageFromText, readMarkup } = await source('core/reading/training.ts')
const classifiers = Array.from({ length: 5 }, (_, fold) => {
  const what = kind === 'html' ? 'html' : 'text'
  const one = unpackClassifier(packed(what, String(fold)))
  return { html: one, text: one }
})
for (const page of pages([set])) {
  const text = kind === 'html' ? page.html : dumpOf(readMarkup(page.html), kind).text
  let article = ''
  try {
    const reading = readWith(
      pageFromText(text, { kind: kind === 'html' ? 'html' : 'text', url: page.url }),
      classifiers[foldOf(page.host)],
    )
    article = articleText(reading.text, reading.blocks)
  } catch (error) {
    if (error.code !== 'page-empty') throw error
  }
  process.stdout.write(`${JSON.stringify({ id: page.id, article })}\n`)
}
