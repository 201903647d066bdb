#!/usr/bin/env node
/**
 * Runs deploy/spark.py on a Spark of this machine over pages of its own, and holds what comes out against one
 * `onrecord pipe` over the same lines.
 *
 *   npm run spark                       PySpark is installed in .cache/spark the first time; it wants Java 17 and Python 3
 *   ONRECORD_PYTHON=python3 npm run spark    a Python that has it
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-spark-'))

function python() {
  if (process.env.ONRECORD_PYTHON) return process.env.ONRECORD_PYTHON
  const place = join(ROOT, '.cache', 'spark')
  const own = join(place, 'bin', 'python')
  if (!existsSync(join(place, 'bin', 'pyspark'))) {
    console.error(`Installing PySpark in ${place} …`)
    execFileSync('python3', ['-m', 'venv', place])
    execFileSync(own, ['-m', 'pip', 'install', '--quiet', 'pyspark'], { stdio: 'inherit' })
  }
  return own
}

/** Pages, and among them a line that is no page and one that is no JSON. */
function lines() {
  const examples = join(ROOT, 'examples')
  const pages = readdirSync(examples)
    .filter((name) => /\.(html|txt)$/.test(name))
    .map((name) => {
      const content = readFileSync(join(examples, name), 'utf8')
      return JSON.stringify({ id: name, [name.endsWith('.html') ? 'html' : 'text']: content })
    })
  pages.splice(3, 0, '{"id": "neither"}', '', 'no JSON')
  return pages
}

/** Lines in a fixed order; those in a partition are numbered anew. */
const sorted = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/"Line \d+:/, '"Line N:'))
    .sort()

try {
  const interpreter = python()
  const shim = join(folder, 'onrecord')
  writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@" --tagger rules\n`)
  chmodSync(shim, 0o755)
  const given = lines()
  const input = join(folder, 'pages.jsonl')
  writeFileSync(input, `${given.join('\n')}\n`)
  const alone = spawnSync(shim, ['pipe'], { input: readFileSync(input), encoding: 'utf8', maxBuffer: 1 << 30 })
  const results = join(folder, 'results')
  const spark = spawnSync(interpreter, [join(ROOT, 'deploy', 'spark.py'), input, results, '3'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      PYSPARK_PYTHON: interpreter,
      PYSPARK_SUBMIT_ARGS:
        '--master local[2] --driver-memory 1g --conf spark.ui.showConsoleProgress=false pyspark-shell',
      SPARK_LOCAL_IP: '127.0.0.1',
    },
  })
  const said = spark.stderr.split('\n').find((line) => /lines in, /.test(line)) ?? spark.stderr.slice(-2_000)
  const parts = existsSync(results) ? readdirSync(results).filter((name) => name.startsWith('part-')) : []
  const found = parts.map((name) => readFileSync(join(results, name), 'utf8')).join('')
  const isSame = JSON.stringify(sorted(found)) === JSON.stringify(sorted(alone.stdout))
  console.log(`${said}; ${parts.length} partitions; exit code ${spark.status}`)
  if (!isSame || spark.status !== 5 || alone.status !== 5) {
    console.error(
      isSame
        ? `Spark ended with ${spark.status}, onrecord pipe alone with ${alone.status}; both should end with 5.`
        : 'The lines are not those of one onrecord pipe.',
    )
    process.exitCode = 1
  } else console.log(`the same ${sorted(found).length} lines as one onrecord pipe`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
