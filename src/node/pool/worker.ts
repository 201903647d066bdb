import { parentPort, workerData } from 'node:worker_threads'
import { OnrecordError, type Page } from '../../core/model/index.js'
import { read } from '../../core/reading/index.js'
import { findSpeakers } from '../../core/speakers/index.js'
import { findStatements, rulesTagger, type Tagger } from '../../core/statements/index.js'
import { loadTagger } from '../inference.js'
import { machineLimit } from '../machine.js'
import { pageFromBytes } from '../page.js'
import type { PageFindings, WorkerAnswer, WorkerSetup, WorkerTask } from './messages.js'

const { tagger: name, network } = workerData as WorkerSetup

const answer = (message: WorkerAnswer) => parentPort?.postMessage(message)

async function findingsOf(page: Page, tagger: Tagger | null): Promise<PageFindings> {
  const reading = read(page)
  const found = tagger ? await findStatements(reading, tagger) : []
  const { text: _, ...head } = page
  return { reading, ...findSpeakers(reading, found), page: head }
}

/** Answers with what `work` gives, or with its failure; whether it gave something. */
async function attempt(work: () => Promise<WorkerAnswer>): Promise<boolean> {
  try {
    answer(await work())
    return true
  } catch (thrown) {
    const known = thrown instanceof OnrecordError ? thrown : machineLimit(thrown)
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    answer({ kind: 'failure', code: known?.code ?? 'internal', message: known?.message ?? message })
    return false
  }
}

let tagger: Tagger | null = null
const isReady = await attempt(async () => {
  tagger = name === 'network' ? await loadTagger(network) : name === 'rules' ? rulesTagger : null
  return { kind: 'ready' }
})
// A worker that cannot start ends here.
if (isReady) {
  parentPort?.on('message', (task: WorkerTask) =>
    attempt(async () => {
      const page = 'page' in task ? task.page : await pageFromBytes(task.bytes, task.options)
      return { kind: 'findings', findings: await findingsOf(page, tagger) }
    }),
  )
}
