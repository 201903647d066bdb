#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { CommanderError } from 'commander'
import { OnrecordError } from '../core/model/errors.js'
import { exitCodeOf } from './exit-codes.js'
import { failureLine, failureOf } from './failure.js'
import { endHeld, takeInterrupt } from './interrupt.js'
import { ReaderGone } from './output.js'
import { isDone, program } from './program.js'
import type { AccountCommands } from './program-accounts.js'
import type { LedgerCommands } from './program-ledger.js'
import type { ServeCommands } from './program-serve.js'
import type { WorkCommands } from './program-work.js'

let isEnding = false
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    const handle = takeInterrupt()
    if (handle) return handle(signal)
    const ending = isEnding ? null : endHeld()
    if (!isEnding) process.stderr.write('onrecord: Interrupted; what was not finished is not kept. [interrupted]\n')
    isEnding = true
    if (ending === null) process.exit(exitCode)
    void ending.then(() => process.exit(exitCode))
  })
}
// Help may go to a reader that leaves; what else is written to standard output tells of its errors itself.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const ask = () => import('./ledger/ask.js')
const care = () => import('./ledger/care.js')
const correcting = () => import('./ledger/correcting.js')
const ledger: LedgerCommands = {
  add: async (...given) => (await import('./ledger/add.js')).addSources(...given),
  find: async (...given) => (await ask()).findWords(...given),
  who: async (...given) => (await ask()).whoIs(...given),
  timeline: async (...given) => (await ask()).timeline(...given),
  speakers: async (...given) => (await ask()).speakers(...given),
  merge: async (...given) => (await correcting()).mergeSpeakers(...given),
  split: async (...given) => (await correcting()).splitSpeaker(...given),
  disputes: async (...given) => (await ask()).listDisputes(...given),
  show: async (...given) => (await ask()).showOne(...given),
  watch: async (...given) => (await import('./ledger/watch.js')).watch(...given),
  correct: async (...given) => (await correcting()).correctOne(...given),
  corrections: async (...given) => (await correcting()).listCorrections(...given),
  undo: async (...given) => (await correcting()).undoOne(...given),
  verify: async (...given) => (await care()).verifyLedger(...given),
  export: async (...given) => (await import('./ledger/export.js')).exportLedger(...given),
  import: async (...given) => (await care()).importArchives(...given),
}

const users = () => import('./users.js')
const tokens = () => import('./tokens.js')
const accounts: AccountCommands = {
  addUser: async (...given) => (await users()).addUser(...given),
  listUsers: async (...given) => (await users()).listUsers(...given),
  setPassword: async (...given) => (await users()).setPassword(...given),
  changeUser: async (...given) => (await users()).changeUser(...given),
  removeUser: async (...given) => (await users()).removeUser(...given),
  addToken: async (...given) => (await tokens()).addToken(...given),
  listTokens: async (...given) => (await tokens()).listTokens(...given),
  revokeToken: async (...given) => (await tokens()).revokeToken(...given),
}

const serve: ServeCommands = {
  desk: async (...given) => (await import('./desk.js')).desk(...given),
  deskStatic: async (...given) => (await import('./desk-static.js')).deskStatic(...given),
  mcp: async (...given) => (await import('./mcp.js')).serveMcp(...given),
}

const jobs = () => import('./work/jobs.js')
const work: WorkCommands = {
  addJobs: async (...given) => (await jobs()).addJobs(...given),
  showJobs: async (...given) => (await jobs()).showJobs(...given),
  failedJobs: async (...given) => (await jobs()).failedJobs(...given),
  retryJobs: async (...given) => (await jobs()).retryJobs(...given),
  worker: async (...given) => (await import('./work/worker.js')).worker(...given),
}

const commands = {
  read: async (...given: Parameters<typeof import('./read.js').readPages>) =>
    (await import('./read.js')).readPages(...given),
  pipe: async (...given: Parameters<typeof import('./pipe.js').pipeLines>) =>
    (await import('./pipe.js')).pipeLines(...given),
  score: async (...given: Parameters<typeof import('./score.js').scoreFiles>) =>
    (await import('./score.js')).scoreFiles(...given),
  check: async (...given: Parameters<typeof import('./check.js').checkDrafts>) =>
    (await import('./check.js')).checkDrafts(...given),
  ledger,
  accounts,
  serve,
  work,
}

/** Node's exit code where what a module waits for never comes and nothing else keeps the process alive: without a word. */
const UNSETTLED = 13
let isOver = false
process.on('exit', () => {
  if (isOver || (process.exitCode ?? UNSETTLED) !== UNSETTLED) return
  const failure = new OnrecordError('internal', 'The program ended before its work was done. What it told of is kept.')
  writeSync(process.stderr.fd, failureLine(failure))
  process.exitCode = exitCodeOf(failure.code)
})

try {
  await program(commands, (exitCode) => {
    process.exitCode = exitCode
  }).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = isDone(error) ? 0 : 2
  else if (error instanceof ReaderGone) process.exitCode = 141
  else {
    const failure = failureOf(error)
    process.stderr.write(failureLine(failure))
    process.exitCode = exitCodeOf(failure.code)
  }
}
isOver = true
