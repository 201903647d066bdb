import { type Command, Option } from 'commander'
import type { LedgerFlag } from './ledger/place.js'
import { ledgerOption } from './program-ledger.js'
import {
  jobs as atOnce,
  exitCodes,
  maxBytes,
  pageMemory,
  pageTimeout,
  precision,
  recall,
  tagger,
  timeout,
} from './program-options.js'
import type { AddJobsFlags, FailedFlags, JobsFlags } from './work/jobs.js'
import type { WorkerFlags } from './work/worker.js'

/** What the commands about jobs and workers do, loaded only when one is run. Each gives the exit code. */
export interface WorkCommands {
  addJobs(sources: readonly string[], flags: AddJobsFlags): Promise<number>
  showJobs(flags: JobsFlags): Promise<number>
  failedJobs(flags: FailedFlags): Promise<number>
  retryJobs(ids: readonly string[], flags: LedgerFlag & { readonly all?: true }): Promise<number>
  worker(flags: WorkerFlags): Promise<number>
}

/** Adds the commands about jobs and workers to the command line. */
export function workCommands(onrecord: Command, commands: WorkCommands, done: (exitCode: number) => void): void {
  const jobs = onrecord
    .command('jobs')
    .summary('put pages in line for workers, and see how they get on')
    .description(
      'Shows how the jobs of a ledger in PostgreSQL stand: what waits, who works at what, how fast, what failed, and how long the rest will take. On a terminal as text, else as JSON.',
    )
    .addOption(ledgerOption())
    .addOption(format(['text', 'json']))
    .option('--watch', 'show it again and again, until interrupted or nothing is left')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Examples:
  onrecord jobs add archive/*.warc.gz --ledger postgres://localhost/news
  onrecord jobs --watch --ledger postgres://localhost/news
  onrecord jobs failed --ledger postgres://localhost/news
  onrecord jobs retry --all --ledger postgres://localhost/news

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord jobs --help')
    .action(async (flags: JobsFlags) => done(await commands.showJobs(flags)))
  jobs
    .command('add')
    .description(
      'Puts sources in line: a job for each web archive (WARC, WACZ), and one for each 64 other pages. The same files, unchanged, are the same job: they are never in line twice.',
    )
    .argument('[source...]', 'files, folders and http(s) addresses, where every worker finds them')
    .option('--list <file>', 'a file that names sources, one a line; - for standard input')
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .action(async (sources: string[], flags: AddJobsFlags, self: Command) =>
      done(await commands.addJobs(sources, { ...ledgerOf(self), ...flags })),
    )
  jobs
    .command('failed')
    .description('Lists jobs that were set aside and pages that failed in others, each with the reason.')
    .addOption(format(['text', 'jsonl']))
    .action(async (flags: Omit<FailedFlags, 'ledger'>, self: Command) =>
      done(await commands.failedJobs({ ...flags, ...ledgerOf(self) })),
    )
  jobs
    .command('retry')
    .description('Puts jobs in line again, from their beginning; pages that are kept are not read again.')
    .argument('[id...]', 'ids of jobs, or their beginnings')
    .option('--all', 'all that were set aside')
    .action(async (ids: string[], flags: { all?: true }, self: Command) =>
      done(await commands.retryJobs(ids, { ...ledgerOf(self), ...flags })),
    )

  onrecord
    .command('worker')
    .summary('do jobs that are in line')
    .description(
      'Takes jobs of a ledger in PostgreSQL, one after another, and reads their pages into it. Any number of workers may run, on any number of machines; they may be added and killed at any time, and every page is kept once. Interrupted, it finishes the pages that it is reading and gives its job back.',
    )
    .addOption(ledgerOption())
    .option('--until-empty', 'end when all jobs are done or set aside')
    .addOption(atOnce())
    .addOption(format(['text', 'jsonl']))
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
  onrecord worker --ledger postgres://localhost/news
  onrecord worker --ledger postgres://localhost/news --until-empty --jobs 8

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord worker --help')
    .action(async (flags: WorkerFlags) => done(await commands.worker(flags)))
}

function ledgerOf(command: Command): LedgerFlag {
  const { ledger } = command.parent?.opts<LedgerFlag>() ?? {}
  return ledger === undefined ? {} : { ledger }
}

function format(choices: readonly string[]): Option {
  return new Option('-f, --format <format>', 'what to print; untold, text on a terminal, else for programs').choices(
    choices,
  )
}
