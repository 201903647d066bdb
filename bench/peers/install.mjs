/**
 * The peers' code, got by their registries' own clients into a folder outside the repository: ONRECORD_PEERS, else
 * `onrecord-peers` in the system's folder for temporary files. What is there already is used again.
 */
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const HERE = import.meta.dirname
export const PLACES = resolve(process.env.ONRECORD_PEERS ?? join(tmpdir(), 'onrecord-peers'))
/** A whole install, over a slow line: the models of CoreNLP are 470 MB. Milliseconds. */
const LIMIT = 1_800_000

/** A program to its end; throws with the last line that it said which names an error. */
function run([program, ...args], cwd, env = {}) {
  return new Promise((done, fail) => {
    execFile(
      program,
      args,
      { cwd, env: { ...process.env, ...env }, timeout: LIMIT, maxBuffer: 2 ** 26 },
      (error, out, err) => {
        if (!error) return done(out)
        const said = `${out}\n${err}`.split('\n').filter((line) => line.trim() !== '')
        const last = said.findLast((line) => /error|cannot|could not|no such|not found/i.test(line)) ?? said.at(-1)
        fail(new Error(`${program} ${args[0] ?? ''}: ${(last ?? error.message).trim().slice(0, 200)}`))
      },
    )
  })
}

const TOOLS = {
  npm: {
    needs: ['npm'],
    async get({ packages, also, overrides }, place) {
      const manifest = {
        private: true,
        type: 'module',
        dependencies: { ...packages, ...also },
        ...(overrides && { overrides }),
      }
      writeFileSync(join(place, 'package.json'), JSON.stringify(manifest))
      // No script of a package's own runs: none of these needs one, and some would fetch from elsewhere.
      await run(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'], place)
    },
  },
  python: {
    needs: ['python3'],
    async get({ packages }, place) {
      await run(['python3', '-m', 'venv', join(place, 'venv')], place)
      const pip = [join(place, 'venv', 'bin', 'python'), '-m', 'pip', 'install', '--disable-pip-version-check']
      // A venv begins with the pip that came with Python, which may be too old to resolve what is asked.
      await run([...pip, '--upgrade', 'pip'], place)
      await run([...pip, ...Object.entries(packages).map(([name, version]) => `${name}==${version}`)], place)
    },
  },
  maven: {
    needs: ['mvn', 'java', 'javac'],
    async get(_, place) {
      copyFileSync(join(HERE, 'corenlp-pom.xml'), join(place, 'pom.xml'))
      await run(['mvn', '-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${join(place, 'lib')}`], place)
      const source = join(HERE, 'CoreNlpQuotes.java')
      await run(['javac', '-cp', join(place, 'lib', '*'), '-d', join(place, 'classes'), source], place)
    },
  },
  go: {
    needs: ['go'],
    async get({ packages, sources }, place) {
      for (const source of sources) copyFileSync(join(HERE, source), join(place, source))
      await run(['go', 'mod', 'init', 'peer'], place)
      for (const [name, version] of Object.entries(packages)) await run(['go', 'get', `${name}@v${version}`], place)
      await run(['go', 'mod', 'tidy'], place)
      await run(['go', 'build', '-o', 'peer', '.'], place)
    },
  },
}

/** A peer's name as a file's. */
export const fileName = (name) => name.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '')

const isHere = (program) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0

/** The folder of a peer, ready to run; throws, saying why, where it cannot be had. */
export async function install(peer, corpora) {
  const tool = TOOLS[peer.tool]
  const absent = tool.needs.filter((program) => !isHere(program))
  if (absent.length > 0) throw new Error(`needs ${absent.join(' and ')}, not on this machine`)
  const files = (peer.sources ?? []).map((source) => readFileSync(join(HERE, source), 'utf8'))
  const made = createHash('sha256').update(
    JSON.stringify([peer.tool, { ...peer.packages, ...peer.also }, peer.overrides, files]),
  )
  const lessons = peer.lessons?.(corpora)
  if (lessons) made.update(readFileSync(lessons))
  const place = join(PLACES, `${fileName(peer.folder ?? peer.name)}-${made.digest('hex').slice(0, 8)}`)
  const ready = join(place, 'ready')
  if (!existsSync(ready)) {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true })
    await tool.get(peer, place)
    if (lessons) await run(peer.train(place, lessons), place)
    writeFileSync(ready, '')
  }
  // A module finds its packages by where it lies: the adapters in JavaScript are copied beside them, each time anew.
  if (peer.tool === 'npm') {
    for (const file of readdirSync(HERE)) if (file.endsWith('.mjs')) copyFileSync(join(HERE, file), join(place, file))
  }
  return place
}
