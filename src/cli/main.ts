#!/usr/bin/env node
import { CommanderError } from 'commander'
import { exitCodeOf } from './exit-codes.js'
import { failureLine, failureOf } from './failure.js'
import { ReaderGone } from './output.js'
import { isDone, program } from './program.js'

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    process.stderr.write('onrecord: Interrupted; what was not finished is not kept. [interrupted]\n')
    process.exit(exitCode)
  })
}
process.stderr.on('error', () => {})

const commands = {
  read: async (...given: Parameters<typeof import('./read.js').readPages>) =>
    (await import('./read.js')).readPages(...given),
  pipe: async (...given: Parameters<typeof import('./pipe.js').pipeLines>) =>
    (await import('./pipe.js')).pipeLines(...given),
  score: async (...given: Parameters<typeof import('./score.js').scoreFiles>) =>
    (await import('./score.js')).scoreFiles(...given),
  check: async (...given: Parameters<typeof import('./check.js').checkDrafts>) =>
    (await import('./check.js')).checkDrafts(...given),
}

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
