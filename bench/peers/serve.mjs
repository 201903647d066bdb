/**
 * What every peer in JavaScript does around its own call: one document of JSON a line in, one answer a line out, each with
 * what the call took in milliseconds of the clock and of the processor (all threads of the process).
 */
import { createInterface } from 'node:readline'

/** The peers' own chatter must not get between the answers. */
console.log = console.error
console.info = console.error

/** @param work takes a document and is timed; @param finish makes the scorer's form of what it gave, and is not. */
export async function serve(work, finish = (found) => found) {
  for await (const line of createInterface({ input: process.stdin })) {
    const document = JSON.parse(line)
    const began = performance.now()
    const before = process.cpuUsage()
    let found = null
    let error
    try {
      found = await work(document)
    } catch (thrown) {
      error = String(thrown).split('\n')[0].slice(0, 200)
    }
    const { user, system } = process.cpuUsage(before)
    const wall = performance.now() - began
    const answer = error === undefined ? finish(found, document) : { error }
    process.stdout.write(`${JSON.stringify({ id: document.id, ...answer, wall, cpu: (user + system) / 1000 })}\n`)
  }
}
