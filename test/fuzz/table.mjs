import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BENCH = join(import.meta.dirname, '..', '..', 'bench')
const RUNS = join(BENCH, 'fuzz.jsonl')

function runsIn(path) {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** All runs, of bench/fuzz.jsonl and of a corpus, by when they began. */
export function runsOf(corpus) {
  const runs = new Map()
  for (const run of [...runsIn(RUNS), ...runsIn(join(corpus, 'runs.jsonl'))])
    runs.set(`${run.began} ${run.target}`, run)
  return [...runs.values()].sort((a, b) => (a.began < b.began ? -1 : 1))
}

/** Adds the runs of a corpus to bench/fuzz.jsonl, and writes bench/FUZZ.md of all. */
export function writeTable(corpus) {
  const all = runsOf(corpus)
  writeFileSync(RUNS, all.map((run) => `${JSON.stringify(run)}\n`).join(''))
  const byTarget = Map.groupBy ? Map.groupBy(all, ({ target }) => target) : grouped(all)
  const rows = [...byTarget.entries()].sort().map(([target, list]) => {
    const sum = (name) => list.reduce((total, run) => total + run[name], 0)
    const last = list.at(-1)
    return `| ${target} | ${sum('minutes').toFixed(1)} | ${sum('cpuMinutes').toFixed(1)} | ${sum('executions').toLocaleString('en')} | ${Math.max(...list.map(({ edges }) => edges)).toLocaleString('en')} | ${last.corpus.toLocaleString('en')} | ${sum('finds')} | ${last.warm} → ${last.end} | ${Math.max(...list.map(({ load }) => load)).toFixed(1)} |`
  })
  writeFileSync(
    join(BENCH, 'FUZZ.md'),
    `# Fuzzing

Written by \`npm run fuzz -- --table\`, of the runs in [fuzz.jsonl](fuzz.jsonl). How it works, and what was found:
[docs/decisions/fuzzing.md](../docs/decisions/fuzzing.md).

| target | minutes | of CPU | inputs fed | branches reached | inputs kept | found | MB held, warm → end | highest load |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

*Minutes* are by the clock; *of CPU* says how much of them the target had, on a machine with other work. *Found* counts
ways of failing when they were first found, whether the code was wrong or what was held of it; docs/decisions/fuzzing.md says
what came of them.
`,
  )
  console.log(`bench/FUZZ.md: ${rows.length} targets, ${all.length} runs`)
}

function grouped(runs) {
  const groups = new Map()
  for (const run of runs) groups.set(run.target, [...(groups.get(run.target) ?? []), run])
  return groups
}
