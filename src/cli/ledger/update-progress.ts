import type { OnUpdate } from '../../node/ledger/open.js'

/**
 * Says on a stream that a ledger of an earlier version is brought up to date, and on a terminal how far that is: what
 * `openLedger` calls.
 */
export function updateProgress(stream: NodeJS.WriteStream): OnUpdate {
  return (done, of, what) => {
    if (of === 0) stream.write('The ledger is of an earlier version; it is brought up to date. That is done once.\n')
    else if (stream.isTTY) stream.write(`\r\u001b[K${done < of ? `${what}, ${done} of ${of}` : ''}`)
  }
}
