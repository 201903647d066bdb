import { type Command, Option } from 'commander'
import type { McpFlags } from './mcp.js'
import { ledgerOption } from './program-ledger.js'
import { exitCodes, seconds, tagger } from './program-options.js'

/** What the commands that serve do, loaded only when one is run. Each gives the exit code when it ends. */
export interface ServeCommands {
  mcp(options: McpFlags): Promise<number>
}

/** Adds the commands that serve a ledger to the command line. */
export function serveCommands(onrecord: Command, commands: ServeCommands, done: (exitCode: number) => void): void {
  onrecord
    .command('mcp')
    .summary('serve the ledger to an assistant (MCP)')
    .description(
      'Serves four tools to an assistant over standard input and output, by the Model Context Protocol: read a page, find statements on record, who somebody is, and check a draft’s quotations. The assistant starts it; nothing is changed, and messages go to standard error. It ends when its input does.',
    )
    .addOption(ledgerOption())
    .addOption(tagger())
    .option('--precision', 'leave out statements that may be wrong, at the price of missing some')
    .option('--recall', 'find more statements, at the price of some that are wrong')
    .option('--allow-private', 'also fetch from this machine and private networks')
    .option('--offline', 'never use the network')
    .addOption(
      new Option('--timeout <seconds>', 'how long fetching an address may take')
        .argParser(seconds)
        .default(30_000, '30'),
    )
    .addHelpText(
      'after',
      `
Examples:
  onrecord mcp
  onrecord mcp --ledger newsroom.db --offline

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord mcp --help')
    .action(async (options: McpFlags) => done(await commands.mcp(options)))
}
