/** `onrecord read` of one page, from the process's start to its end. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { median, ROOT, table } from './library.mjs'

export const title = 'Start to end'

const RUNS = 20
const PAGES = ['news-page.html', 'wire-story.txt']

export async function run() {
  const cli = join(ROOT, 'dist', 'cli', 'main.js')
  if (!existsSync(cli)) throw new Error('There is no dist: run npm run build.')
  const time = (args) => {
    const times = []
    for (let i = 0; i < RUNS; i++) {
      const began = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
      times.push((performance.now() - began) / 1000)
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
    }
    return { middle: median(times), most: Math.max(...times) }
  }
  const rows = [['command', 'median, s', 'slowest, s']]
  const figures = {}
  for (const tagger of ['rules', 'network']) {
    for (const page of PAGES) {
      const { middle, most } = time([cli, 'read', '--tagger', tagger, join('examples', page)])
      rows.push([`\`onrecord read --tagger ${tagger} examples/${page}\``, middle.toFixed(3), most.toFixed(3)])
      figures[`${tagger} ${page}`] = middle
    }
  }
  const node = time(['-e', '0'])
  rows.push(['`node -e 0`, for comparison', node.middle.toFixed(3), node.most.toFixed(3)])
  return { body: `${table(rows)}\n\n${RUNS} runs each.`, figures }
}
