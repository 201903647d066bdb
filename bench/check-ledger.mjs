/**
 * A draft of fifty quotations against a ledger of a million statements: half of them as they were said, half with a word
 * changed. Needs a ledger that bench/ledger.mjs filled: `node bench/check-ledger.mjs PAGES PLACE`.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, table } from './library.mjs'
import { person, random, syntheticPage } from './synthetic-pages.mjs'

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)
const [, , pages = '10000', place] = process.argv
const { openLedger, sourcesOf } = await load('ledger.js')
const { check, findQuotations, findSpeakers, findStatements, pageFromText, read, rulesTagger } = await load('index.js')

const next = random(99)
const paragraphs = []
const altered = []
while (paragraphs.length < 50) {
  const page = syntheticPage(1, Math.floor(next() * Number(pages)))
  const quoted = page.paragraphs.filter(({ quotation }) => quotation === 'direct')
  const { content, speaker } = quoted[Math.floor(next() * quoted.length)] ?? {}
  if (!content) continue
  const isAltered = paragraphs.length % 2 === 1
  const words = content.split(' ')
  if (isAltered) words[2 + Math.floor(next() * (words.length - 4))] = 'entirely'
  altered.push(isAltered)
  paragraphs.push(`${words.join(' ')} said ${person(speaker).name}.`)
}
const reading = read(pageFromText(paragraphs.join('\n\n'), { kind: 'article' }))
const found = findSpeakers(reading, await findStatements(reading, rulesTagger))
const draft = { name: 'draft', reading, ...found, quotations: findQuotations(reading) }
const times = []
let verdicts = []
for (let round = 0; round < 3; round++) {
  const ledger = await openLedger(place)
  const began = performance.now()
  const checked = await check(draft, sourcesOf(ledger), { reports: false })
  times.push(performance.now() - began)
  verdicts = checked.verdicts
  await ledger.close()
}
const right = verdicts.filter(({ verdict }, i) =>
  altered[i] ? verdict === 'altered' : verdict === 'verbatim' || verdict === 'marks',
).length
console.log(
  table([
    ['quotations', 'right verdict', 'time, median of 3', 'slowest'],
    [
      String(verdicts.length),
      String(right),
      `${(times.sort((a, b) => a - b)[1] / 1000).toFixed(2)} s`,
      `${(times[2] / 1000).toFixed(2)} s`,
    ],
  ]),
)
