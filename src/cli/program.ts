import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander'
import { VERDICTS } from '../core/check/verdict.js'
import { VERSION } from '../core/version.js'
import type { CheckFlags } from './check.js'
import type { PipeOptions } from './pipe.js'
import { type AccountCommands, accountCommands } from './program-accounts.js'
import { type LedgerCommands, ledgerCommands, ledgerOption } from './program-ledger.js'
import {
  exitCodes,
  jobs,
  maxBytes,
  output,
  pageMemory,
  pageTimeout,
  precision,
  recall,
  redaction,
  tagger,
  timeout,
} from './program-options.js'
import { type ServeCommands, serveCommands } from './program-serve.js'
import { type WorkCommands, workCommands } from './program-work.js'
import type { ReadOptions } from './read.js'
import type { ScoreOptions } from './score.js'

/** What the commands do, loaded only when one is run. */
export interface Commands {
  read(pages: readonly string[], options: ReadOptions): Promise<number>
  pipe(options: PipeOptions): Promise<number>
  score(gold: string, predicted: string, options: ScoreOptions): Promise<number>
  check(drafts: readonly string[], options: CheckFlags): Promise<number>
  readonly serve: ServeCommands
  readonly ledger: LedgerCommands
  readonly accounts: AccountCommands
  readonly work: WorkCommands
}

/** The formats of `onrecord read`. */
export const FORMATS = [
  'text',
  'json',
  'jsonl',
  'markdown',
  'csv',
  'html',
  'web-annotation',
  'schema-org',
  'citron',
  'brat',
  'brat-text',
  'webanno',
] as const

/** What the statements of a page are put in order by. */
export const ORDERS = ['speaker', 'order', 'act'] as const

/** The members of an output line of `onrecord pipe`, after `id`, in order. */
export const FIELDS = [
  'page',
  'kind',
  'url',
  'article',
  'text',
  'blocks',
  'meta',
  'speakers',
  'statements',
  'hidden',
  'reader',
  'origin',
] as const

/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number]

/**
 * The command line. `done` is called with the exit code of the command that ran.
 *
 * @throws CommanderError where the command line is wrong or only help was asked for
 */
export function program(commands: Commands, done: (exitCode: number) => void): Command {
  const onrecord = new Command('onrecord')
    .description('Reads a page and keeps a checkable record of who said what.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', `\nExit codes:\n${exitCodes()}`)
    .showHelpAfterError('Try: onrecord --help')
    .configureOutput({
      outputError: (message, write) => write(message.replace(/^error: (.*?)\n?$/s, 'onrecord: $1 [usage]\n')),
    })
    .exitOverride()

  redaction(onrecord.command('read'))
    .summary('print who said what on a page')
    .description(
      'Reads pages and prints who said what on each: its title, source and date, then every statement with its kind of quotation and its place. A page that cannot be read never stops the others.',
    )
    .argument('<page...>', 'files, http(s) addresses, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(FORMATS).default('text'))
    .addOption(
      new Option('--show <what>', 'statements, or the reading: every block with its role and why it has it')
        .choices(['statements', 'reading'])
        .default('statements'),
    )
    .addOption(
      new Option('--by <what>', 'put statements in order by speaker, as they stand on the page (order), or by act')
        .choices(ORDERS)
        .default('speaker'),
    )
    .option('--order', 'the same as --by order')
    .option('--bom', 'begin CSV with a byte order mark, so that Excel takes it for UTF-8')
    .addOption(kind('how to read the page; article: plain text that is an article and nothing else'))
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .option('--charset <label>', 'the charset of the page, where it is wrong about it itself')
    .option('--allow-private', 'also fetch from this machine and private networks')
    .addOption(maxBytes('the most bytes a page may have; K, M and G may follow'))
    .addOption(timeout())
    .addOption(pageTimeout())
    .addOption(pageMemory())
    .addOption(output())
    .addHelpText(
      'after',
      `
Examples:
  onrecord read story.html
  onrecord read https://example.org/story --by act
  pbpaste | onrecord read -
  onrecord read --show reading story.html
  onrecord read --format csv --bom -o quotes.csv saved/*.html
  onrecord read --format html -o story-marked.html story.html
  onrecord read --redact people.txt --dry-run story.html

Exit codes (of the first page that failed):
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord read --help')
    .action(async (pages: string[], options: ReadOptions) => done(await commands.read(pages, options)))

  onrecord
    .command('pipe')
    .summary('read pages as JSON lines, for programs')
    .description(
      'Reads JSON lines {"id", "html" or "text", "url"?, "kind"?} from standard input and prints one JSON line for each, in order: {"id", "article", "text", "blocks", "meta", "statements", …}. A bad line gives {"id", "error"}; the rest go on.',
    )
    .addOption(
      new Option('--kind <kind>', 'how to read a line that has "text" and no "kind"')
        .choices(['text', 'article'])
        .default('text'),
    )
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .option('--no-statements', 'do not look for statements')
    .addOption(
      new Option('--fields <names>', `members to print after id, with commas between: ${FIELDS.join(', ')}`).argParser(
        fields,
      ),
    )
    .addOption(maxBytes('the most bytes a line may have; K, M and G may follow'))
    .addOption(jobs())
    .addOption(pageTimeout())
    .addOption(pageMemory())
    .addOption(output())
    .addHelpText(
      'after',
      `
Examples:
  onrecord pipe < pages.jsonl > records.jsonl
  onrecord pipe --no-statements --fields article,meta < pages.jsonl
  onrecord pipe --kind article < articles.jsonl

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord pipe --help')
    .action(async (options: PipeOptions) => done(await commands.pipe(options)))

  onrecord
    .command('score')
    .summary('measure found statements against annotated ones')
    .description(
      'Scores predicted statements against gold ones: how many are found, with whom, and how exactly; speakers, acts and kinds of quotation as far as gold has them; with 95 % intervals and a table of mistakes. Reads JSON lines (of onrecord pipe, or a corpus), records, W3C Web Annotation, Citron, brat and WebAnno TSV; of a folder, all such files.',
    )
    .argument('<gold>', 'file or folder with the annotated texts')
    .argument('<predicted>', 'file or folder with what was found in them')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--examples <n>', 'how many examples of each mistake to print').argParser(examples).default(3),
    )
    .addOption(output())
    .addHelpText(
      'after',
      `
Examples:
  onrecord score examples/score/gold.jsonl examples/score/found.jsonl
  onrecord pipe --kind article < texts.jsonl > found.jsonl && onrecord score gold.jsonl found.jsonl
  onrecord score annotated-in-brat/ found.jsonl --format json

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord score --help')
    .action(async (gold: string, predicted: string, options: ScoreOptions) =>
      done(await commands.score(gold, predicted, options)),
    )

  onrecord
    .command('check')
    .summary('hold a draft’s quotations against its sources')
    .description(
      'Looks every quotation and attributed statement of a draft up in the sources and says whether it holds: verbatim, altered (which words), cut, spliced, someone else’s words, not found, and so on, with the place in both. A draft may be a language model’s answer.',
    )
    .argument('<draft...>', 'files, http(s) addresses, or - for standard input')
    .option('--against <source...>', 'the sources: files or http(s) addresses; the ledger untold')
    .addOption(ledgerOption())
    .addOption(
      new Option('-f, --format <format>', 'what to print')
        .choices(['text', 'json', 'sarif', 'html', 'junit'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <verdict>', 'the mildest verdict that makes the exit code 8')
        .choices([...VERDICTS.map(({ name }) => name), 'never'])
        .default('cut'),
    )
    .option('--no-reports', 'check only what stands in quotation marks, not what is told in the draft’s own words')
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .option('--charset <label>', 'the charset of the pages, where they are wrong about it themselves')
    .option('--allow-private', 'also fetch from this machine and private networks')
    .addOption(maxBytes('the most bytes a page may have; K, M and G may follow'))
    .addOption(timeout())
    .addOption(pageTimeout())
    .addOption(pageMemory())
    .addOption(output())
    .addHelpText(
      'after',
      `
Examples:
  onrecord check examples/check/draft.md --against examples/wire-story.txt
  onrecord check draft.md --against sources/*.html https://example.org/story
  onrecord check draft.md --ledger newsroom.db
  onrecord check answer.txt --against sources/* --format sarif -o check.sarif

Exit codes:
${exitCodes()}`,
    )
    .showHelpAfterError('Try: onrecord check --help')
    .action(async (drafts: string[], options: CheckFlags) => done(await commands.check(drafts, options)))

  ledgerCommands(onrecord, commands.ledger, done)
  accountCommands(onrecord, commands.accounts, done)
  serveCommands(onrecord, commands.serve, done)
  workCommands(onrecord, commands.work, done)
  return onrecord
}

/** Whether commander stopped because there was nothing more to do, as after `--help`. */
export function isDone(error: CommanderError): boolean {
  return error.exitCode === 0
}

function kind(description: string): Option {
  return new Option('--kind <kind>', description).choices(['auto', 'html', 'text', 'article']).default('auto')
}

function examples(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Give a whole number, such as 10, or 0 for none.')
  return Number(value)
}

function fields(value: string): Field[] {
  const names = value.split(',').map((name) => name.trim())
  for (const name of names) {
    if (!(FIELDS as readonly string[]).includes(name)) {
      throw new InvalidArgumentError(`There is no member "${name}". Choose from ${FIELDS.join(', ')}.`)
    }
  }
  return FIELDS.filter((field) => names.includes(field))
}
