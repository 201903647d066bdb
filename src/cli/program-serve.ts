import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DeskFlags } from './desk.js'
import type { McpFlags } from './mcp.js'
import { ledgerOption } from './program-ledger.js'
import {
  exitCodes,
  jobs,
  maxBytes,
  pageMemory,
  pageTimeout,
  precision,
  recall,
  tagger,
  timeout,
} from './program-options.js'

/** What the commands that serve do, loaded only when one is run. Each gives the exit code. */
export interface ServeCommands {
  desk(flags: DeskFlags): Promise<number>
  deskStatic(folder: string): Promise<number>
  mcp(flags: McpFlags): Promise<number>
}

/** Adds the commands that serve to the command line. */
export function serveCommands(onrecord: Command, commands: ServeCommands, done: (exitCode: number) => void): void {
  onrecord
    .command('desk')
    .summary('open the desk, a web app on the ledger')
    .description(
      'Serves the desk and its HTTP API on this machine, and opens it in the browser. Nothing leaves the machine, and no other machine can reach it.',
    )
    .addOption(ledgerOption())
    .option('--static <dir>', 'write the desk as files to a folder instead: it then runs in the browser alone')
    .option('--examples', 'open a ledger of the bundled example pages instead')
    .addOption(new Option('--port <n>', 'the port; 7373 untold, or any that is free; 0: any').argParser(port))
    .addOption(new Option('--host <address>', 'the address to listen on').default('127.0.0.1'))
    .option('--no-open', 'open no browser')
    .option('--allowed-host <host...>', 'hosts to answer for besides this machine’s own; needs accounts')
    .option('--plain-http', 'let people sign in over plain http; others on the network can then listen')
    .addOption(
      new Option(
        '--rate <n>',
        'the most requests of one address in a minute; 0: any number; 3000 with accounts untold, else any',
      ).argParser(rate),
    )
    .addOption(new Option('--proxies <n>', 'how many proxies stand before it').argParser(proxies).default(0))
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .addOption(jobs())
    .option('--allow-private', 'also fetch from this machine and private networks')
    .option('--offline', 'never use the network')
    .addOption(maxBytes('the most bytes a page may have; K, M and G may follow'))
    .addOption(timeout())
    .addOption(pageTimeout())
    .addOption(pageMemory())
    .addHelpText(
      'after',
      `
Examples:
  onrecord desk --examples
  onrecord desk --static public/desk
  onrecord desk --ledger newsroom.db --port 8080 --no-open

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord desk --help')
    .action(async (flags: DeskFlags) =>
      done(await (flags.static === undefined ? commands.desk(flags) : commands.deskStatic(flags.static))),
    )

  onrecord
    .command('mcp')
    .summary('serve the ledger to an assistant (MCP)')
    .description(
      'Serves four tools to an assistant over standard input and output, by the Model Context Protocol: read a page, find statements on record, who somebody is, and check a draft’s quotations. The assistant starts it; nothing is changed, and messages go to standard error. It ends when its input does.',
    )
    .addOption(ledgerOption())
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .option('--allow-private', 'also fetch from this machine and private networks')
    .option('--offline', 'never use the network')
    .addOption(timeout())
    .addOption(pageTimeout('300'))
    .addOption(pageMemory())
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
    .action(async (flags: McpFlags) => done(await commands.mcp(flags)))
}

function port(value: string): number {
  const n = /^\d{1,5}$/.test(value) ? Number(value) : 65_536
  if (n > 65_535) throw new InvalidArgumentError('Give a whole number from 0 to 65535.')
  return n
}

function proxies(value: string): number {
  if (!/^\d$/.test(value)) throw new InvalidArgumentError('Give a whole number from 0 to 9.')
  return Number(value)
}

function rate(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('Give a whole number, such as 600.')
  return Number(value)
}
