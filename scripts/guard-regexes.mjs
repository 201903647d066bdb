#!/usr/bin/env node
/**
 * Checks every regular expression under src with recheck: none may take more than linear time in its input.
 *
 *   node scripts/guard-regexes.mjs [ROOT]
 *
 * ROOT is the folder that holds `src`; this repository's unless given. Literals are found in the syntax tree of each
 * module and component. What is made at run time (`new RegExp`) is caught as it is made: the module is bundled and loaded,
 * and where loading makes none, used as MAKERS says.
 *
 * What was found safe is remembered in node_modules/.cache, so that the next run checks only what is new.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { check } from 'recheck'
import { rolldown } from 'rolldown'
import { parse } from 'svelte/compiler'
import ts from 'typescript'

const HERE = resolve(import.meta.dirname, '..')
const { version } = createRequire(import.meta.url)('recheck/package.json')
/** Milliseconds that one may take. recheck's search for an attack is bounded by itself; this ends what it cannot settle. */
const LIMIT = 120_000
/** Characters of the attacks that are measured. */
const LENGTHS = [1_250, 5_000, 20_000, 80_000]
const SAFE = join(HERE, 'node_modules', '.cache', 'onrecord-regexes.json')

/** Modules whose regular expressions are made only when they are used, and a use that makes all of them. */
const MAKERS = new Map([
  [
    'src/core/redaction/key.ts',
    ({ placesOf }) => placesOf(['Person 1', 'Person 12', 'Noor El-Amin', 'A. (the elder)']),
  ],
  [
    'src/server/methods.ts',
    ({ methodsOf }) => {
      const { paths } = JSON.parse(readFileSync(join(HERE, 'schema', 'openapi.json'), 'utf8'))
      const routes = Object.keys(paths).map((path) => ({ method: 'GET', path: path.replace(/\{(\w+)\}/g, ':$1') }))
      methodsOf(routes)('/')
    },
  ],
])

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|svelte)$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The literals of a module with their lines, and the lines on which others are made at run time. */
function inModule(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false)
  const literals = []
  const made = []
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
  const look = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral)
      literals.push({ line: lineOf(node), literal: node.getText(source) })
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node)
    if (isMade && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') made.push(lineOf(node))
    ts.forEachChild(node, look)
  }
  look(source)
  return { literals, made }
}

function inComponent(text) {
  const literals = []
  const made = []
  const lineAt = (at) => text.slice(0, at).split('\n').length
  const look = (node) => {
    if (typeof node !== 'object' || node === null) return
    if (node.type === 'Literal' && node.regex)
      literals.push({ line: lineAt(node.start), literal: `/${node.regex.pattern}/${node.regex.flags}` })
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee?.name === 'RegExp')
      made.push(lineAt(node.start))
    for (const [key, child] of Object.entries(node)) if (key !== 'loc') look(child)
  }
  look(parse(text, { modern: true }))
  return { literals, made }
}

/** The regular expressions that a module makes at run time, as literals. */
async function madeBy(path, use) {
  mkdirSync(join(HERE, 'node_modules', '.cache'), { recursive: true })
  const folder = mkdtempSync(join(HERE, 'node_modules', '.cache', 'onrecord-made-'))
  const Own = globalThis.RegExp
  try {
    const bundle = await rolldown({ input: path, platform: 'node', external: /^(?![./])/, logLevel: 'silent' })
    const { output } = await bundle.write({ dir: folder, entryFileNames: 'made.mjs' })
    const made = new Set()
    globalThis.RegExp = new Proxy(Own, {
      construct(target, given, like) {
        const pattern = Reflect.construct(target, given, like)
        made.add(String(pattern))
        return pattern
      },
      apply(target, self, given) {
        const pattern = Reflect.apply(target, self, given)
        made.add(String(pattern))
        return pattern
      },
    })
    const module = await import(pathToFileURL(join(folder, output[0].fileName)).href)
    use?.(module)
    return [...made]
  } finally {
    globalThis.RegExp = Own
    rmSync(folder, { recursive: true, force: true })
  }
}

function parts(literal) {
  const at = literal.lastIndexOf('/')
  return [literal.slice(1, at), literal.slice(at + 1)]
}

/** Whether it takes four times as long for an attack four times as long, and not sixteen. */
function isLinear(literal, { pumps, suffix }) {
  const [source, flags] = parts(literal)
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  const attack = (length) => {
    const each = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / pumps.length / pump.length)))
    return each.join('') + suffix
  }
  const quickest = (text) => {
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i < 5; i++) {
      const began = process.cpuUsage()
      for (let n = 0; n < 4; n++) pattern.test(text)
      const { user, system } = process.cpuUsage(began)
      best = Math.min(best, user + system)
    }
    return best
  }
  quickest(attack(LENGTHS[0]))
  const times = []
  for (const length of LENGTHS) {
    times.push(quickest(attack(length)))
    const [before, now] = times.slice(-2)
    if (now >= Math.max(before, 500) * 8) return false
  }
  return true
}

/** What is wrong with one, as a sentence or two; null: nothing. */
async function wrong(literal) {
  const result = await check(...parts(literal), { timeout: LIMIT, randomSeed: 0 })
  if (result.status === 'safe') return null
  if (result.status === 'unknown') {
    return `cannot be checked (${result.error.kind}${result.error.message ? `: ${result.error.message}` : ''}). Write it more simply, or as more than one.`
  }
  const { checker, complexity, attack } = result
  // What recheck proves stands. What it finds by trial, on texts of some thousand characters, is often one that looks a
  // fixed number of characters ahead from each beginning: the very attack, made longer, tells.
  if (checker === 'fuzz' && complexity.type === 'polynomial' && isLinear(literal, attack)) return null
  const tried = attack.pumps.map(({ prefix, pump }) => JSON.stringify([prefix, pump])).join(' ')
  return `takes ${complexity.summary} time: try ${tried} again and again, then ${JSON.stringify(attack.suffix)}. Rewrite it so that each character can be matched in one way only, and from one beginning.`
}

/** How many regular expressions there are under `root`/src, and a line `file:line: what is wrong` for each that is not linear. */
export async function checkRegexes(root, { remember = true } = {}) {
  const places = new Map()
  const faults = []
  const add = (literal, place) => places.set(literal, [...(places.get(literal) ?? []), place])
  for (const path of filesIn(join(root, 'src'))) {
    const file = relative(root, path).split(sep).join('/')
    const text = readFileSync(path, 'utf8')
    const { literals, made } = path.endsWith('.svelte') ? inComponent(text) : inModule(path, text)
    for (const { line, literal } of literals) add(literal, `${file}:${line}`)
    if (made.length === 0) continue
    const caught = path.endsWith('.svelte') ? [] : await madeBy(path, MAKERS.get(file))
    for (const literal of caught) add(literal, `${file}:${made[0]}`)
    if (caught.length === 0) {
      faults.push(
        `${file}:${made[0]}: makes a regular expression at run time that cannot be caught. Write it as a literal, or say in MAKERS of scripts/guard-regexes.mjs how to have all made.`,
      )
    }
  }

  const safe = new Set(remember ? remembered() : [])
  const left = [...places.keys()].filter((literal) => !safe.has(literal))
  const next = async () => {
    for (let literal = left.pop(); literal !== undefined; literal = left.pop()) {
      const fault = await wrong(literal)
      if (fault) for (const place of places.get(literal)) faults.push(`${place}: ${literal} ${fault}`)
      else safe.add(literal)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, next))
  if (remember) {
    mkdirSync(join(SAFE, '..'), { recursive: true })
    writeFileSync(SAFE, JSON.stringify({ version, safe: [...places.keys()].filter((literal) => safe.has(literal)) }))
  }
  return { regexes: places.size, faults: faults.sort() }
}

function remembered() {
  try {
    const kept = JSON.parse(readFileSync(SAFE, 'utf8'))
    return kept.version === version ? kept.safe : []
  } catch {
    return []
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? HERE)
  const { regexes, faults } = await checkRegexes(root, { remember: root === HERE })
  for (const fault of faults) console.error(fault)
  if (faults.length === 0) console.log(`${regexes} regular expressions take linear time`)
  // recheck's own process would keep this one alive.
  process.exit(faults.length === 0 ? 0 : 1)
}
