#!/usr/bin/env node
/**
 * `npm run faults`: makes every fault of test/faults, or those that are named, and holds what comes of them against
 * docs/reliability.md. With --update that table is written anew.
 */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { haveProgram } from './debian.mjs'
import { startPostgres } from './postgres.mjs'

const ROOT = join(import.meta.dirname, '..')
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const update = process.argv.includes('--update')

for (const [name, what, args] of [
  ['faketime', 'faketime on PATH', ['faketime', ['--version']]],
  ['iproute2', 'ip on PATH', ['ip', ['-V']]],
]) {
  const reason = haveProgram(name, what, () => spawnSync(...args).status === 0)
  if (reason) console.error(`Faults are left out: ${reason}`)
}

const postgres = await startPostgres()
if (!postgres.address) console.error(`Without PostgreSQL: ${postgres.reason}`)
const child = spawn(
  join(ROOT, 'node_modules', '.bin', 'vitest'),
  ['run', '--reporter=verbose', join('test', 'faults')],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ONRECORD_FAULTS: names.length > 0 ? names.join(',') : 'whole',
      ...(update ? { ONRECORD_FAULTS_UPDATE: '1' } : {}),
      ...(postgres.address ? { ONRECORD_TEST_POSTGRES: postgres.address } : {}),
    },
  },
)
child.on('close', async (code) => {
  await postgres.stop?.()
  process.exitCode = code ?? 1
})
