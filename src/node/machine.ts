import { OnrecordError } from '../core/model/index.js'

/** What the system's codes say that a process has used up. */
const USED_UP: Readonly<Record<string, string>> = {
  EMFILE: 'This process may open no more files. Raise its limit (ulimit -n), or read fewer pages at once (--jobs)',
  ENFILE: 'This machine can open no more files. End other programs, or raise its limit',
  ENOMEM: 'This machine has no more memory. End other programs, or read fewer pages at once (--jobs)',
  ERR_WORKER_INIT_FAILED:
    'No thread could be started. Raise the limits of open files and processes (ulimit -n, ulimit -u)',
}

/**
 * What was thrown as `machine-limit`, where it is the machine that gives no more and not a page or a file that is wrong;
 * null: it is something else.
 */
export function machineLimit(thrown: unknown): OnrecordError | null {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown }
  const what = typeof code === 'string' ? USED_UP[code] : undefined
  return what === undefined
    ? null
    : new OnrecordError('machine-limit', `${what}; then run it again. (${String(message)})`, { cause: thrown })
}
