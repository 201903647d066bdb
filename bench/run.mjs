#!/usr/bin/env node
/**
 * Runs benchmarks and writes each one's section of bench/RESULTS.md.
 *
 *   npm run bench -- reading|pages|start|hostile|accuracy|metadata|network|speakers|batch|no-statements|check|add|ledger|server|repeats|kill|desk|memory|scale|peers …
 *   npm run bench -- hostile --only NAME     a part of the families, printed and not written; so with peers
 *   npm run bench -- peers --resume          goes on with an interrupted run
 *
 * peers writes bench/PEERS.md, gets the peers by their registries' clients, and takes some 25 minutes.
 *
 * The corpora are looked for in ONRECORD_CORPORA, then in ../shared/corpora.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CORPORA, corpus, ROOT } from './library.mjs'

const BENCHES = [
  'reading',
  'pages',
  'start',
  'hostile',
  'accuracy',
  'metadata',
  'network',
  'speakers',
  'batch',
  'no-statements',
  'check',
  'add',
  'ledger',
  'server',
  'repeats',
  'kill',
  'desk',
  'memory',
  'scale',
  'peers',
]
const RESULTS = join(ROOT, 'bench', 'RESULTS.md')
const HEAD = '# Figures\n\nMeasured, not promised: each section is written by the command that stands in it.\n'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, resume: { type: 'boolean' } },
})
if (positionals.length === 0 || positionals.some((name) => !BENCHES.includes(name))) {
  console.error(`Give one or more of ${BENCHES.join(', ')}.`)
  process.exit(2)
}

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()

/** Where and on what it was measured. */
function circumstances(name) {
  const changed = git('status', '--porcelain', '--', 'src', 'package.json') === '' ? '' : ', with changes'
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores`
  return `\`npm run bench -- ${name}\` · ${day} · commit ${git('rev-parse', '--short', 'HEAD')}${changed} · ${machine} · Node ${process.versions.node}`
}

/** The section between its marks is replaced; a new one goes to the end. */
function write(name, section) {
  const open = `<!-- ${name} -->`
  const close = `<!-- /${name} -->`
  const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : HEAD
  const start = old.indexOf(open)
  const end = old.indexOf(close)
  const whole = `${open}\n${section}\n${close}`
  const made =
    start < 0 ? `${old.trimEnd()}\n\n${whole}\n` : `${old.slice(0, start)}${whole}${old.slice(end + close.length)}`
  writeFileSync(RESULTS, made)
}

/** bench/metadata.mjs prints its figures by itself. */
const metadata = {
  title: 'Metadata',
  run: async () => {
    corpus('web')
    const printed = execFileSync(process.execPath, ['bench/metadata.mjs', CORPORA], { cwd: ROOT, encoding: 'utf8' })
    return { body: `\`\`\`\n${printed.trimEnd()}\n\`\`\`` }
  },
}

for (const name of positionals) {
  const { title, run, results } = name === 'metadata' ? metadata : await import(`./${name}.mjs`)
  console.error(`${name} …`)
  const { body } = await run({ only: values.only ?? null, resume: values.resume ?? false })
  console.log(`\n## ${title}\n\n${body}\n`)
  if (values.only !== undefined) continue
  if (results) writeFileSync(join(ROOT, 'bench', results), `# ${title}\n\n${circumstances(name)}\n\n${body}\n`)
  else write(name, `## ${title}\n\n${circumstances(name)}\n\n${body}`)
}
