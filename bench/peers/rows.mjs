/** Each peer's row: installed, run, and kept, so that an interrupted run can go on where it was. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { CACHE, CORPORA } from '../library.mjs'
import { fileName, install } from './install.mjs'
import { measure } from './measure.mjs'

const HERE = import.meta.dirname
/** A file a peer: its answers and what they took. */
const KEPT = join(CACHE, 'peers')

/** What a row rests on: with the same of these, it need not be measured again. */
function keyOf(peer, place, first, documents) {
  const made = createHash('sha256')
  const own = peer.command(place).map((part) => basename(part))
  for (const file of readdirSync(HERE).sort()) {
    if (own.includes(file) || /^(serve|text|measure)\./.test(file)) made.update(readFileSync(join(HERE, file)))
  }
  if (peer.env?.ONRECORD_BUNDLE) made.update(readFileSync(peer.env.ONRECORD_BUNDLE))
  made.update(JSON.stringify([place, peer.command(place), first, documents.map(({ id }) => id)]))
  return made.digest('hex')
}

/**
 * Runs one after the other. @param first the document that ends a start-up; @param warm how many of the documents go before
 * the clock counts; @param resume takes what an earlier run has kept.
 * @returns for each peer {peer, answers: Map by id, start, wall, cpu, peak, load}, or {peer, failed}: why it has no row.
 */
export async function rowsOf(peers, { first, warm, documents, resume }) {
  mkdirSync(KEPT, { recursive: true })
  const isShown = process.stderr.isTTY
  const rows = []
  for (const peer of peers) {
    const began = performance.now()
    const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
    const show = (line) => isShown && process.stderr.write(`\r\x1b[2K  ${peer.name}: ${line}`)
    const tell = (line) => process.stderr.write(`${isShown ? '\r\x1b[2K' : ''}  ${peer.name}: ${line}\n`)
    try {
      show('installing')
      const place = await install(peer, CORPORA)
      const key = keyOf(peer, place, first, documents)
      const file = join(KEPT, `${fileName(peer.name)}.json`)
      const kept = resume && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
      if (kept?.key === key) {
        rows.push({ peer, ...kept, answers: new Map(kept.answers.map((answer) => [answer.id, answer])) })
        tell('kept from an earlier run')
        continue
      }
      show('starting')
      const program = { command: peer.command(place), env: peer.env, cwd: place }
      const got = await measure(program, first, documents.slice(0, warm), documents, (n) => {
        if (n % 5 === 0) show(`${n} of ${documents.length}, ${seconds()}`)
      })
      const row = { ...got, load: loadavg()[0] }
      writeFileSync(file, JSON.stringify({ key, ...row, answers: [...got.answers.values()] }))
      rows.push({ peer, ...row })
      tell(seconds())
    } catch (error) {
      rows.push({ peer, failed: error.message.replaceAll('|', '/') })
      tell(`not run: ${error.message}`)
    }
  }
  return rows
}
