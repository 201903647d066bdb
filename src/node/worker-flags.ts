import type { WorkerOptions } from 'node:worker_threads'

/**
 * What a worker is started with beside its data: Node's own flags are handed on to it, but for those of a program that is
 * given on the command line (`node --input-type=module --eval …`), with which no worker starts.
 */
export function workerFlags(): Pick<WorkerOptions, 'execArgv'> {
  return process.execArgv.some((flag) => flag.startsWith('--input-type')) ? { execArgv: [] } : {}
}
