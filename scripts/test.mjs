#!/usr/bin/env node
/**
 * The whole of CI: sets up what it needs, then builds, checks types, formatting and imports, runs every test, and tries
 * the packed package. Each step is shown with its time; what a failing one printed is shown whole. The last line is
 * `N passed, N failed`, with `, N skipped` where something was: vitest's tests, and one for each other step.
 *
 * What cannot be set up on a developer's machine is skipped and told of; with CI=true it fails.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { haveChromium } from './chromium.mjs'
import { haveProgram } from './debian.mjs'
import { haveParallel } from './parallel.mjs'
import { startPostgres } from './postgres.mjs'

const ROOT = join(import.meta.dirname, '..')
const CI = process.env.CI === 'true' || process.env.CI === '1'
const bin = (name) => join(ROOT, 'node_modules', '.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const skips = []
/** Tests that need a Chromium. */
const IN_BROWSER = ['test/browser/**', 'test/in-browser/**', 'test/desk/**']
let postgres = null

/** Runs a command; gives its exit code and all that it printed. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    const parts = []
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (part) => parts.push(part))
    child.stderr.on('data', (part) => parts.push(part))
    child.on('error', (error) => done({ code: 127, output: `${command}: ${error.message}\n` }))
    child.on('close', (code, signal) =>
      done({
        code: code ?? 1,
        output: Buffer.concat(parts).toString('utf8') + (signal ? `\nended by ${signal}\n` : ''),
      }),
    )
  })
}

/** Runs a step and shows how it went; `work` gives {ok, output, note}. */
async function step(name, work) {
  const began = performance.now()
  if (process.stdout.isTTY) process.stdout.write(`     ${name} …\r`)
  const { ok, output, note } = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(34)}${seconds} s${note ? `   ${note}` : ''}`)
  if (!ok && output) console.log(output.trimEnd())
  return ok
}

/** A step that is one command, counted as one test. */
async function check(name, command, args) {
  const ok = await step(name, async () => {
    const { code, output } = await run(command, args)
    return { ok: code === 0, output }
  })
  totals[ok ? 'passed' : 'failed']++
  return ok
}

/** Runs checks that need nothing of each other, two at a time: the longest must come first. */
async function checks(waiting) {
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next)
  }
  await Promise.all([lane(), lane()])
}

function skip(what, reason) {
  if (CI) {
    totals.failed++
    console.log(`FAIL ${what}: ${reason}; with CI=true nothing is skipped`)
  } else {
    totals.skipped++
    skips.push(`skipped: ${what}: ${reason}`)
  }
}

/** Runs vitest and adds up the tests of its report. */
async function tests(name, args, env) {
  const report = join(folder, `${name}.json`)
  await step(name, async () => {
    const { code, output } = await run(
      bin('vitest'),
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      env,
    )
    if (!existsSync(report)) {
      totals.failed++
      return { ok: false, output }
    }
    const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    // A file that could not be loaded has failed without a test of its own; an error outside any test, without a file.
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((r) => r.status === 'failed'),
    ).length
    const stray = code !== 0 && numFailedTests + unloaded === 0 ? 1 : 0
    totals.passed += numPassedTests
    totals.failed += numFailedTests + unloaded + stray
    const skipped = numPendingTests + numTodoTests
    totals[CI ? 'failed' : 'skipped'] += skipped
    const isWhole = !CI || skipped === 0
    return { ok: code === 0 && isWhole, output, note: `${numPassedTests} tests in ${testResults.length} files` }
  })
}

try {
  let chromium = null
  await step('chromium', async () => {
    const { path, reason } = haveChromium()
    chromium = path
    if (!path) skip('tests in a browser (test/browser, test/in-browser, test/desk)', reason)
    return { ok: path !== null || !CI, output: reason, note: path ?? 'not to be had' }
  })
  await step('postgresql', async () => {
    postgres = await startPostgres()
    const { address, reason, version } = postgres
    if (!address) skip('ledgers in PostgreSQL (test/node/ledger)', reason)
    return { ok: address !== null || !CI, output: reason, note: version ?? 'not to be had' }
  })
  await step('gnu parallel', async () => {
    const reason = haveParallel()
    if (reason) skip('pipe under GNU parallel (test/cli/pipe-scale)', reason)
    return { ok: reason === null || !CI, output: reason, note: reason === null ? '' : 'not to be had' }
  })
  await step('iproute2', async () => {
    const reason = haveProgram('iproute2', 'ip on PATH', () => spawnSync('ip', ['-V']).status === 0)
    if (reason) skip('faults of disks and networks (test/faults)', reason)
    return { ok: reason === null || !CI, output: reason, note: reason === null ? '' : 'not to be had' }
  })
  const built =
    (await check('build', bin('tsdown'), ['--logLevel', 'error'])) &&
    (await check('build: the desk', bin('vite'), ['build', '--logLevel', 'error'])) &&
    (await check('build: the desk in a tab', bin('vite'), ['build', '--mode', 'tab', '--logLevel', 'error']))
  await checks([
    ['regular expressions', process.execPath, ['scripts/guard-regexes.mjs']],
    ['types', bin('tsc'), ['--noEmit']],
    ['types: the desk', bin('svelte-check'), ['--tsconfig', 'src/desk/tsconfig.json', '--fail-on-warnings']],
    ['types: the core without DOM or Node', bin('tsc'), ['--noEmit', '-p', 'src/core']],
    ['lint', bin('biome'), ['check', '.']],
    ['imports', process.execPath, ['scripts/guard-imports.mjs']],
    ['licences and bill of materials', process.execPath, ['scripts/supply-chain.mjs', '--check']],
    ...(built ? [['the API’s document', process.execPath, ['scripts/openapi.mjs', '--check']]] : []),
  ])
  if (!built) skip('the API’s document', 'the build failed')
  await tests('tests', chromium ? [] : IN_BROWSER.flatMap((files) => ['--exclude', files]), {
    ...(chromium ? { CHROMIUM: chromium } : {}),
    ...(postgres?.address ? { ONRECORD_TEST_POSTGRES: postgres.address } : {}),
  })
  if (built) await check('package', process.execPath, ['scripts/check-package.mjs'])
  else skip('package', 'the build failed')
} finally {
  await postgres?.stop?.()
  rmSync(folder, { recursive: true, force: true })
}

for (const line of skips) console.log(line)
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
)
process.exitCode = totals.failed === 0 ? 0 : 1
