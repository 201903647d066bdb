import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { standardInput } from '../node/file.js'
import { MOST_MESSAGE_BYTES, mcpServer } from '../server/mcp/index.js'
import { MOST_BYTES } from '../server/mcp/page.js'
import { failureLine, failureOf } from './failure.js'
import { onInterrupt } from './interrupt.js'
import type { LedgerFlag } from './ledger/place.js'
import { JsonLines } from './mcp-lines.js'
import type { PageLimits } from './page-limits.js'
import { nodeParts } from './parts.js'
import type { TaggerOptions } from './taggers.js'

/** The flags of `onrecord mcp`. */
export interface McpFlags extends TaggerOptions, LedgerFlag, PageLimits {
  /** Milliseconds. */
  readonly timeout: number
  readonly allowPrivate?: true
  readonly offline?: true
}

/**
 * Serves the tools over standard input and output until the input ends, the reader of the output goes away, or a signal
 * comes.
 *
 * @returns the exit code: 130 where it was interrupted (SIGINT), otherwise 0
 */
export async function serveMcp(flags: McpFlags): Promise<number> {
  const { parts, close } = await nodeParts({ ...flags, maxBytes: MOST_BYTES })
  let exitCode = 0
  try {
    const lines = new JsonLines(standardInput(), process.stdout, MOST_MESSAGE_BYTES)
    const server = serveStdio(() => mcpServer(parts), {
      transport: lines,
      onerror: (error) => process.stderr.write(failureLine(failureOf(error))),
    })
    onInterrupt((signal) => {
      if (signal === 'SIGINT') exitCode = 130
      void server.close()
    })
    await lines.closed
  } finally {
    onInterrupt(null)
    await close()
  }
  return exitCode
}
