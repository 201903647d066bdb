/** False statements in passages that hold no attribution at all: bench/no-statements/*.txt, written for this. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { library, ROOT, table } from './library.mjs'

export const title = 'Text without statements'

const FOLDER = join(ROOT, 'bench', 'no-statements')

/** The passages by name. */
const passages = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.txt'.length), text: readFileSync(join(FOLDER, file), 'utf8') }))

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '').length

/** What stands in a span of the text, on one line, cut where it is long. */
function excerpt(text, span, limit = 60) {
  const line = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return `“${line.length > limit ? `${line.slice(0, limit)}…` : line}”`
}

/** A statement that should not be there: its cue word, or the start of what it takes for said where it has none. */
const shown = (text, { cue, content }) => (cue === null ? `no cue, ${excerpt(text, content[0])}` : excerpt(text, cue))

/** The statements that a tagger finds, by passage; every one of them is false. */
async function falseOnes({ findStatements, pageFromText, read }, tagger, all) {
  const found = []
  for (const { name, text } of all) {
    const reading = read(pageFromText(text, { kind: 'article' }))
    const statements = await findStatements(reading, tagger)
    if (statements.length > 0) found.push({ name, cues: statements.map((one) => shown(reading.text, one)) })
  }
  return found
}

export async function run() {
  const onrecord = await library()
  const all = passages()
  const words = all.reduce((sum, { text }) => sum + wordsOf(text), 0)
  const rows = [['tagger', 'false statements', 'per 1,000 words', 'passages with any']]
  const lists = []
  const figures = {}
  for (const [name, tagger] of [
    ['rules', onrecord.rulesTagger],
    ['trained', await onrecord.loadTagger()],
  ]) {
    const found = await falseOnes(onrecord, tagger, all)
    const count = found.reduce((sum, { cues }) => sum + cues.length, 0)
    figures[name] = (1000 * count) / words
    rows.push([name, count, figures[name].toFixed(2), found.length])
    const lines = found.map((passage) => `- ${passage.name}: ${passage.cues.join(', ')}`)
    lists.push(`The ${name} tagger, by passage, with the cue words:\n\n${lines.join('\n') || '- none'}`)
  }
  const note = `${all.length} passages, ${words} words, in bench/no-statements: nobody in them says, thinks, wants or orders anything, so every statement found is false.`
  return { body: `${table(rows)}\n\n${note}\n\n${lists.join('\n\n')}`, figures }
}
