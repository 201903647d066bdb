// Measures findSpeakers on articles of PolNeAR whose speakers were annotated by hand, with the gold statements' spans given.
//
//   node training/speakers/evaluate.mjs GOLD… [--errors]
//
// GOLD is a JSONL file of {id, speakers: [{key, kind, names: [[start, end], …]}], statements: [key or null, …]}, with
// offsets into the corpus's texts. A statement is right where gold has no speaker and neither do we; or where the name we
// give, in small letters and without titles and determiners, is one of the gold speaker's names; or where a place at which
// we say that the speaker is named or described overlaps one of the gold speaker's names, while the speaker's fullest name
// does not stand on another gold speaker's. `--errors` lists what is wrong, and is for train alone.
import { readFileSync } from 'node:fs'
import { documents, load } from '../lexicon/library.mjs'
import { formOf, inputsOf, isRight } from './measure.mjs'

const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
const showErrors = args.includes('--errors')
const m = await load('src/core/model/index.ts', 'src/core/speakers/index.ts')

const texts = new Map([
  ...documents('train').map((d) => [d.id, ['train', d]]),
  ...documents('dev').map((d) => [d.id, ['dev', d]]),
])
const counts = new Map()
const add = (name, right) => {
  const c = counts.get(name) ?? [0, 0]
  c[0] += right ? 1 : 0
  c[1]++
  counts.set(name, c)
}
const kinds = [0, 0]
const confusions = new Map()
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const gold = JSON.parse(line)
    const [split, document] = texts.get(gold.id)
    const { reading, statements } = inputsOf(m, document)
    const found = m.findSpeakers(reading, statements)
    const byId = new Map(found.speakers.map((s) => [s.id, s]))
    gold.statements.forEach((key, k) => {
      const statement = found.statements[k]
      const speaker = statement.speaker === null ? null : byId.get(statement.speaker)
      const right = isRight(document.text, gold, key, speaker)
      const form = formOf(document.text, statement.mention)
      add('all', right)
      add(form, right)
      const entity = gold.speakers.find((s) => s.key === key)
      if (right && entity && speaker) {
        kinds[1]++
        if (entity.kind === speaker.kind) kinds[0]++
        else {
          const name = `${entity.kind} taken for ${speaker.kind}`
          confusions.set(name, [...(confusions.get(name) ?? []), speaker.name])
        }
      }
      if (!right && showErrors && split === 'train') {
        const { start, end } = statement.mention ?? statement.cue ?? statement.content[0]
        const around = `${document.text.slice(Math.max(0, start - 90), start)}[${document.text.slice(start, end)}]${document.text.slice(end, end + 50)}`
        console.log(
          `${gold.id.slice(0, 30)} ${k} ${form}: gold ${key ?? '-'}, ours ${speaker ? `${speaker.name} (${speaker.kind})` : '-'}`,
        )
        console.log(`    ${around.replace(/\n/g, '¶')}\n    ${statement.speakerWhy}`)
      }
    })
  }
}
for (const [name, [right, all]] of counts)
  console.log(`${name.padEnd(12)} ${right} of ${all} = ${((100 * right) / all).toFixed(1)} %`)
console.log(`kind         ${kinds[0]} of ${kinds[1]} = ${((100 * kinds[0]) / kinds[1]).toFixed(1)} %`)
if (showErrors) for (const [name, list] of confusions) console.log(`    ${name}: ${[...new Set(list)].join('; ')}`)
