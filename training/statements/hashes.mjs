/** Keeps the SHA-256 of each of a model's other files in its config.json: `node hashes.mjs FOLDER`. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
const path = join(folder, 'config.json')
const names = readdirSync(folder)
  .filter((name) => /\.(?:onnx|txt)$/.test(name) && !name.includes('fp32'))
  .sort()
const hashOf = (name) =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
const files = Object.fromEntries(names.map((name) => [name, hashOf(name)]))
writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), files }, null, 2)}\n`)
