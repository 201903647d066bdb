import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { builtCli } from '../build.js'
import { ownFolder } from './run.js'

/** deploy as it stands, over lines of which two cannot be read. */
const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples')
const DEPLOY = join(import.meta.dirname, '..', '..', 'deploy')
const folder = ownFolder()
const hasParallel =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ?? false
const shim = join(folder.path, 'bin', 'onrecord')
const calls = join(folder.path, 'calls')
let alone = ''
let pages = ''

/** Lines, those that could not be read without their numbers: a part's are counted anew. */
const unnumbered = (text: string) => text.replaceAll(/"Line \d+:/g, '"Line N:')

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(command, args, {
    encoding: 'utf8',
    env: { PATH: `${join(folder.path, 'bin')}${delimiter}${process.env.PATH}`, HOME: folder.path, ...env },
  })
}

beforeAll(async () => {
  const cli = await builtCli()
  mkdirSync(join(folder.path, 'bin'))
  // FAIL names a part at which it dies, as a machine does that is switched off.
  writeFileSync(
    shim,
    `#!/bin/sh\necho "$*" >> '${calls}'\ncase "$*" in *"\${FAIL:-none}"*) kill -9 $$ ;; esac\nexec '${process.execPath}' '${cli}' "$@"\n`,
  )
  chmodSync(shim, 0o755)
  const stories = ['wire-story.txt', 'press-release.txt', 'news-page.html', 'attic.html'].map((name) =>
    JSON.stringify({
      id: name,
      [name.endsWith('.html') ? 'html' : 'text']: readFileSync(join(EXAMPLES, name), 'utf8'),
    }),
  )
  const lines = [...stories.slice(0, 2), '{"id": "neither"}', ...stories.slice(2), 'no JSON']
  pages = folder.file('pages.jsonl', `${lines.join('\n')}\n`)
  const one = spawnSync(process.execPath, [cli, 'pipe', '--jobs', '1', '--tagger', 'rules'], {
    input: readFileSync(pages),
    encoding: 'utf8',
  })
  expect(one.status).toBe(5)
  alone = unnumbered(one.stdout)
}, 120_000)

describe.skipIf(!hasParallel)('GNU parallel', () => {
  test('gives in blocks what one process gives, in order', { timeout: 240_000 }, () => {
    const command = `parallel --will-cite --pipe --block 12k --keep-order --jobs 2 onrecord pipe --jobs 1 --tagger rules < '${pages}'`
    const { stdout, stderr } = run('sh', ['-c', command])
    expect(stderr).not.toContain('[')
    expect(unnumbered(stdout)).toBe(alone)
  })

  test('goes on after an interruption, and does no part twice', { timeout: 240_000 }, () => {
    const out = join(folder.path, "o'ut put")
    const script = join(DEPLOY, 'parallel.sh')
    const env = { LINES_PER_PART: '2', JOBS: '2' }
    const args = [pages, out, '--tagger', 'rules']
    const broken = run(script, args, { ...env, FAIL: 'part-000001' })
    expect(broken.status).not.toBe(0)
    expect(existsSync(join(out, 'results.jsonl'))).toBe(false)
    expect(readdirSync(join(out, 'out'))).toEqual(['part-000000.jsonl', 'part-000002.jsonl'])

    writeFileSync(calls, '')
    expect(run(script, args, env).status).toBe(5)
    expect(readFileSync(calls, 'utf8').trimEnd().split('\n')).toEqual([expect.stringContaining('part-000001.jsonl')])
    expect(unnumbered(readFileSync(join(out, 'results.jsonl'), 'utf8'))).toBe(alone)
  })
})

describe('a Kubernetes Job', () => {
  test('reads in each pod the part of its number, once', { timeout: 240_000 }, () => {
    const data = join(folder.path, 'data')
    mkdirSync(join(data, 'in'), { recursive: true })
    mkdirSync(join(data, 'out'))
    const lines = readFileSync(pages, 'utf8').trimEnd().split('\n')
    lines.forEach((line, i) => {
      writeFileSync(join(data, 'in', `part-00000${i}.jsonl`), `${line}\n`)
    })
    writeFileSync(calls, '')
    // The part that cannot be read is done too: its line says so.
    for (const index of [2, 4, 4]) {
      const { status } = run(join(DEPLOY, 'shard.sh'), ['--tagger', 'rules'], {
        DATA: data,
        JOB_COMPLETION_INDEX: String(index),
      })
      expect(status).toBe(0)
    }
    expect(readFileSync(calls, 'utf8').trimEnd().split('\n')).toHaveLength(2)
    expect(readFileSync(join(data, 'out', 'part-000002.jsonl'), 'utf8')).toContain('"id":"neither","error"')
    expect(JSON.parse(readFileSync(join(data, 'out', 'part-000004.jsonl'), 'utf8')).id).toBe('attic.html')
    const missing = run(join(DEPLOY, 'shard.sh'), [], { DATA: data, JOB_COMPLETION_INDEX: '99' })
    expect(missing.status).not.toBe(0)
  })

  test('runs as nobody in particular, may write nowhere else and reaches nothing', () => {
    const [job, policy] = parseAllDocuments(readFileSync(join(DEPLOY, 'job.yaml'), 'utf8')).map((each) => each.toJS())
    const pod = job.spec.template.spec
    const [container] = pod.containers
    expect(job.spec.completionMode).toBe('Indexed')
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(pod.automountServiceAccountToken).toBe(false)
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(policy).toMatchObject({ kind: 'NetworkPolicy', spec: { policyTypes: ['Ingress', 'Egress'] } })
    expect(policy.spec.egress ?? policy.spec.ingress).toBeUndefined()
    expect(policy.spec.podSelector.matchLabels['batch.kubernetes.io/job-name']).toBe(job.metadata.name)
  })
})
