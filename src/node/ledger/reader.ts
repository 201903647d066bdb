import { parentPort, workerData } from 'node:worker_threads'
import type { Answers } from '../../core/ledger/port.js'
import { OnrecordError } from '../../core/model/index.js'
import { KyselyLedger } from './ledger.js'
import type { Answered, Asked, ReaderAnswer, ReaderTask } from './reader-messages.js'
import { sqliteEngine } from './sqlite.js'

const place = workerData as string
let opened: Promise<KyselyLedger> | null = null

async function open(): Promise<KyselyLedger> {
  opened ??= KyselyLedger.open(sqliteEngine(place, { isReader: true }), place)
  try {
    return await opened
  } catch (error) {
    // What was in the way may be gone with the next question.
    opened = null
    throw error
  }
}

async function answer({ number, name, args }: Asked): Promise<ReaderAnswer> {
  try {
    const ledger = await open()
    const ask = ledger[name].bind(ledger) as (...args: readonly unknown[]) => Promise<unknown>
    const found = await ask(...args)
    return { number, json: JSON.stringify(found), list: listOf(found) }
  } catch (thrown) {
    const code = thrown instanceof OnrecordError ? thrown.code : 'internal'
    return { number, code, message: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

function listOf(found: unknown): Answered['list'] {
  if (typeof found !== 'object' || found === null || !('items' in found)) return null
  const { items, total, more } = found as Answers<unknown>
  return { count: items.length, total, more }
}

parentPort?.on('message', async (task: ReaderTask) => {
  if (task !== 'close') {
    parentPort?.postMessage(await answer(task))
    return
  }
  // A connection that ends with its thread could leave its lock on the ledger.
  await (await opened?.catch(() => null))?.close()
  parentPort?.close()
})
