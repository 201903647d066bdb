/**
 * The API against schemathesis (https://schemathesis.readthedocs.io): requests made of schema/openapi.json, right and wrong
 * ones, sent to `onrecord desk` on the bundled pages. Needs Python 3 and, where VENV has no schemathesis yet, the network:
 * `node bench/schemathesis.mjs [VENV] [EXAMPLES]`, VENV a folder for it (made where it is not there). Prints schemathesis's
 * own report and ends as it does: 0 where nothing was found.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.mjs'
import { ROOT } from './library.mjs'

const VERSION = '4.32.5'
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
  'negative_data_rejection',
  'unsupported_method',
]
/** Without the network an address is answered with 503, `offline`. */
const SETTINGS = `[checks]
not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", "503"]
`
const SEED = 2027

function must(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status ?? error}`)
}

const [, , venv = join(tmpdir(), 'onrecord-schemathesis'), examples = '100'] = process.argv
const program = join(venv, 'bin', 'st')
if (!existsSync(program)) {
  must('python3', ['-m', 'venv', venv])
  must(join(venv, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`])
}
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const desk = spawn(
  process.execPath,
  [
    join(ROOT, 'dist', 'cli', 'main.js'),
    ...['desk', '--examples', '--no-open', '--offline', '--tagger', 'rules', '--port', String(port)],
  ],
  { stdio: 'ignore', env: { ...process.env, XDG_DATA_HOME: folder } },
)
try {
  for (;;) {
    if (desk.exitCode !== null) throw new Error(`onrecord desk ended with ${desk.exitCode}`)
    const runs = await fetch(`${url}/api/imports`).then(
      (answer) => answer.json(),
      () => null,
    )
    if (runs && runs.runs.length > 0 && runs.open.length === 0) break
    await wait(200)
  }
  const settings = join(folder, 'schemathesis.toml')
  writeFileSync(settings, SETTINGS)
  const args = [
    ...['--config-file', settings, 'run', join(ROOT, 'schema', 'openapi.json'), '--url', url],
    ...['--checks', CHECKS.join(','), '--phases', 'examples,coverage,fuzzing', '--max-examples', examples],
    // Accounts have routes of their own; without any they answer 404 and 403.
    ...['--exclude-path-regex', '^/api/(users|tokens|audit|session)', '--continue-on-failure', '--seed', String(SEED)],
  ]
  const child = spawn(program, args, { stdio: 'inherit', cwd: folder })
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 1
} finally {
  if (desk.exitCode === null) {
    desk.kill('SIGTERM')
    await once(desk, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
}
