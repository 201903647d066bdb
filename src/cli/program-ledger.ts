import { type Command, InvalidArgumentError, Option } from 'commander'
import { ACTS, OnrecordError } from '../core/model/index.js'
import type { AddFlags } from './ledger/add.js'
import type { AskFlags, FilterFlags, FindFlags } from './ledger/ask.js'
import type { VerifyFlags } from './ledger/care.js'
import type { ByFlags, CorrectFlags } from './ledger/correcting.js'
import type { ExportFlags } from './ledger/export.js'
import { ASK_FORMATS, RECORD_FORMATS } from './ledger/formats.js'
import type { LedgerFlag } from './ledger/place.js'
import type { WatchFlags } from './ledger/watch.js'
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

/** What the commands about a ledger do, loaded only when one is run. Each gives the exit code. */
export interface LedgerCommands {
  add(sources: readonly string[], flags: AddFlags): Promise<number>
  find(words: readonly string[], flags: FindFlags): Promise<number>
  who(name: readonly string[], flags: AskFlags): Promise<number>
  timeline(words: readonly string[], flags: FindFlags): Promise<number>
  speakers(name: readonly string[], flags: AskFlags): Promise<number>
  merge(from: string, into: string, flags: ByFlags): Promise<number>
  split(from: string, pages: readonly string[], flags: ByFlags & { readonly into?: string }): Promise<number>
  disputes(words: readonly string[], flags: AskFlags & FilterFlags): Promise<number>
  show(id: string, flags: AskFlags): Promise<number>
  watch(name: string | undefined, flags: WatchFlags): Promise<number>
  correct(id: string, flags: CorrectFlags): Promise<number>
  corrections(flags: LedgerFlag & { readonly format: 'text' | 'json' | 'jsonl' }): Promise<number>
  undo(number: string, flags: ByFlags): Promise<number>
  verify(flags: VerifyFlags): Promise<number>
  export(flags: ExportFlags): Promise<number>
  import(files: readonly string[], flags: LedgerFlag): Promise<number>
}

/** Adds the commands about a ledger to the command line. */
export function ledgerCommands(onrecord: Command, commands: LedgerCommands, done: (exitCode: number) => void): void {
  const command = (name: string, summary: string, description: string, examples: string) =>
    onrecord
      .command(name)
      .summary(summary)
      .description(description)
      .addOption(ledgerOption())
      .addHelpText('after', `\nExamples:\n${examples}\n\nExit codes:\n${exitCodes()}`)
      .showHelpAfterError(`Try: onrecord ${name} --help`)

  command(
    'add',
    'read pages into the ledger',
    'Reads every page of the sources and keeps it in the ledger with its bytes and its statements: files, folders, web archives (WARC, WACZ), http(s) addresses, feeds, sitemaps, lists of addresses, or - for such a list on standard input. A page that was added is kept, whatever happens next; run the same command again after an interruption, and it goes on where it was.',
    `  onrecord add saved-pages/
  onrecord add https://example.org/feed.xml archive.warc.gz
  onrecord add --strict --format jsonl pages/ > added.jsonl`,
  )
    .argument('<source...>', 'files, folders, archives, http(s) addresses, or -')
    .addOption(
      new Option('-f, --format <format>', 'print a report for a person, or a line for each page')
        .choices(['text', 'jsonl'])
        .default('text'),
    )
    .option('--strict', 'end with an exit code if anything failed')
    .addOption(tagger())
    .addOption(precision())
    .addOption(recall())
    .addOption(jobs())
    .option('--timestamp <url>', 'have a time-stamping authority (RFC 3161) sign each new page’s hash')
    .option('--allow-private', 'also fetch from this machine and private networks')
    .option('--offline', 'never use the network')
    .addOption(maxBytes('the most bytes a page may have; K, M and G may follow'))
    .addOption(timeout())
    .addOption(pageTimeout())
    .addOption(pageMemory())
    .action(async (sources: string[], flags: AddFlags) => done(await commands.add(sources, flags)))

  filtered(
    asking(
      command(
        'find',
        'look for statements by their words',
        'Looks for statements (or, with --articles, articles) that have all the words: "several in a row", beg* for a beginning, -without, one OR another. Without words, whatever the filters leave, the newest first.',
        `  onrecord find clearances "without notice"
  onrecord find --speaker Okafor --act deny --from 2026-05
  onrecord find valley --articles
  onrecord find valley --save valley && onrecord watch valley`,
      ).argument('[words...]', 'words to look for'),
    ),
  )
    .addOption(sort())
    .option('--articles', 'look in whole articles, not in statements')
    .option('--save <name>', 'keep the search under a name, for onrecord watch')
    .action(async (words: string[], flags: FindFlags) => done(await commands.find(words, flags)))

  asking(
    command(
      'who',
      'print who somebody is and what they said',
      'Prints who a speaker is by the words of the pages, under which names and roles and when, what they said, about what, in answer to whom, and who answered.',
      `  onrecord who Ana Okafor
  onrecord who "interior ministry" --format json`,
    ).argument('<name...>', 'a name, a part of one, or an id'),
    5,
  ).action(async (name: string[], flags: AskFlags) => done(await commands.who(name, flags)))

  filtered(
    asking(
      command(
        'timeline',
        'print statements in order of date',
        'Prints the statements that match in the order in which they were said, as far as pages tell; those without a date last.',
        '  onrecord timeline --speaker Dorn clearances',
      ).argument('[words...]', 'words to look for'),
    ),
  )
    .addOption(sort())
    .action(async (words: string[], flags: FindFlags) => done(await commands.timeline(words, flags)))

  const speakers = asking(
    command(
      'speakers',
      'list, merge and split speakers',
      'Lists speakers, those with most statements first, each with those who may be the same. What belongs together is merged, and what does not is split, by hand; both can be undone.',
      `  onrecord speakers
  onrecord speakers Lund
  onrecord speakers merge 5c1f09a2b3d4 "Maria Lund"
  onrecord speakers split "Maria Lund" 9be14a5c7711`,
    ).argument('[name...]', 'a name or a part of one'),
  ).addOption(
    new Option('--kind <kind>', 'only speakers of that kind').choices([
      'person',
      'organisation',
      'government',
      'group',
      'document',
      'unnamed',
      'unknown',
    ]),
  )
  speakers.action(async (name: string[], flags: AskFlags) => done(await commands.speakers(name, flags)))
  by(speakers.command('merge').description('Makes two speakers one: what is FROM’s becomes INTO’s.'))
    .argument('<from>', 'a name that only one has, or an id')
    .argument('<into>', 'a name that only one has, or an id')
    .action(async (from: string, into: string, flags: ByFlags, self: Command) =>
      done(await commands.merge(from, into, { ...self.parent?.opts(), ...flags })),
    )
  by(speakers.command('split').description('Gives what a speaker said on some pages to another.'))
    .argument('<speaker>', 'a name that only one has, or an id')
    .argument('<page...>', 'ids of the pages')
    .option('--into <speaker>', 'to whom; a new speaker untold')
    .action(async (from: string, pages: string[], flags: ByFlags & { into?: string }, self: Command) =>
      done(await commands.split(from, pages, { ...self.parent?.opts(), ...flags })),
    )

  filtered(
    asking(
      command(
        'disputes',
        'list claims with their denials',
        'Lists claims that somebody denies or disputes, each with what answers it, the newest first.',
        '  onrecord disputes clearances',
      ).argument('[words...]', 'words in the claim or the answer'),
    ),
  )
    .option('--offered', 'also links that are not settled, each with its confidence')
    .action(async (words: string[], flags: AskFlags & FilterFlags) => done(await commands.disputes(words, flags)))

  asking(
    command(
      'show',
      'print everything about one statement or page',
      'Prints a statement with its context, where and when its page was come by, where else it stands, what answers it, what became of it in newer versions of the page, and its corrections; or a page with its statements.',
      '  onrecord show 5c1f09a2b3d4',
    ).argument('<id>', 'the id of a statement or a page, or its beginning'),
  ).action(async (id: string, flags: AskFlags) => done(await commands.show(id, flags)))

  command(
    'watch',
    'print what a kept search has not told of yet',
    'Prints the statements that match a kept search and were added since it was last asked for. Without a name, the kept searches.',
    `  onrecord find valley --save valley
  onrecord watch valley`,
  )
    .argument('[name]', 'the name of a kept search')
    .addOption(format())
    .option('--peek', 'print them again the next time')
    .option('--drop', 'keep the search no longer')
    .addOption(output())
    .action(async (name: string | undefined, flags: WatchFlags) => done(await commands.watch(name, flags)))

  const correct = by(
    command(
      'correct',
      'correct a statement, or add one that was missed',
      'Keeps a person’s correction of a statement beside what the machine found. Words are given exactly as they stand on the page. Every correction can be undone.',
      `  onrecord correct 5c1f09a2b3d4 --accept
  onrecord correct 5c1f09a2b3d4 --act deny --content "no family was removed"
  onrecord correct 5c1f09a2b3d4 --speaker "Ana Okafor" --note "named in the caption"
  onrecord correct 5c1f09a2b3d4 --answers 77aa01b2c3d4 --as denies
  onrecord correct 9be14a5c7711 --add --content "all is well" --speaker "Pavel Dorn"`,
    ).argument('<id>', 'the id of a statement, or with --add that of a page'),
  )
    .option('--accept', 'it is right as it stands')
    .option('--reject', 'it is no statement')
    .addOption(new Option('--act <act>', 'what it does').choices(ACTS.map(({ name }) => name)))
    .option('--content <words>', 'the words that were said')
    .option('--cue <words>', 'the words that carry it')
    .option('--mention <words>', 'the words that name who said it')
    .option('--no-mention', 'the page does not name who said it')
    .option('--speaker <speaker>', 'who said it: a name that only one has, or an id')
    .option('--no-speaker', 'who said it is not settled')
    .option('--add', 'add a statement to a page')
    .option('--answers <id>', 'it answers that statement')
    .addOption(
      new Option('--as <kind>', 'how it answers').choices(['denies', 'confirms', 'supports', 'disputes', 'none']),
    )
    .action(async (id: string, flags: CorrectFlags) => done(await commands.correct(id, withoutUntold(flags))))
  for (const name of ['mention', 'speaker']) notBoth(correct, name)

  command(
    'corrections',
    'list all corrections',
    'Lists all corrections in the order in which they were made.',
    '  onrecord corrections',
  )
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['text', 'json', 'jsonl']).default('text'))
    .action(async (flags: LedgerFlag & { format: 'text' | 'json' | 'jsonl' }) =>
      done(await commands.corrections(flags)),
    )

  by(
    command(
      'undo',
      'take a correction back',
      'Takes a correction back. It stays in the list, with who took it back.',
      '  onrecord undo 12',
    ).argument('<number>', 'the number of the correction'),
  ).action(async (number: string, flags: ByFlags) => done(await commands.undo(number, flags)))

  command(
    'verify',
    'prove that every page and statement is as it was kept',
    'Holds every kept page against its SHA-256 and every statement against the words of its page, and tells of each that is not as it was kept.',
    '  onrecord verify',
  )
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .option('--authorities <file>', 'certificates (PEM) of the time-stamping authorities to trust')
    .option('--reread', 'read every page again from its bytes, and hold its record against that')
    .action(async (flags: VerifyFlags) => done(await commands.verify(flags)))

  redaction(
    command(
      'export',
      'copy the ledger to an archive, or its records to files',
      'Writes the whole ledger as JSON lines that onrecord import takes in, pages and all (--all); the records of the pages that people corrected, as corrected, for training (--training); or the records of all pages, as corrected, in any form or as tables for analysis (--records, --format). Records can be redacted, an archive cannot.',
      `  onrecord export --all -o ledger.jsonl
  onrecord export --training -o gold.jsonl
  onrecord export --records --format csv -o statements.csv
  onrecord export --format parquet -o tables/
  onrecord export --redact people.txt --key ~/keys/valley.json --format html -o to-publish/`,
    ),
  )
    .option('--all', 'everything, as an archive')
    .option('--training', 'what people corrected, as records')
    .option('--records', 'the records of all pages, as corrected')
    .addOption(
      new Option(
        '-f, --format <format>',
        'the form of the records; one file a page, in a folder, where a file holds one',
      )
        .choices(RECORD_FORMATS)
        .default('jsonl'),
    )
    .addOption(new Option('-o, --output <path>', 'write to a file or folder, whole or not at all'))
    .action(async (flags: ExportFlags) => done(await commands.export(flags)))

  command(
    'import',
    'take an archive into the ledger',
    'Takes archives of onrecord export --all in. What is there already is not taken in twice.',
    '  onrecord import ledger.jsonl --ledger postgres://localhost/newsroom',
  )
    .argument('<file...>', 'archives, or - for standard input')
    .action(async (files: string[], flags: LedgerFlag) => done(await commands.import(files, flags)))
}

/** `--ledger`. */
export function ledgerOption(): Option {
  return new Option(
    '--ledger <place>',
    'the ledger: a file, or a postgres:// address; your own untold (ONRECORD_LEDGER)',
  )
}

function format(): Option {
  return new Option('-f, --format <format>', 'what to print').choices(ASK_FORMATS).default('text')
}

function asking(command: Command, limit = 20): Command {
  return command
    .addOption(format())
    .addOption(new Option('-n, --limit <n>', 'how many to print').argParser(some).default(limit))
    .addOption(new Option('--offset <n>', 'how many to pass over first').argParser(whole).default(0))
    .addOption(output())
}

function filtered(command: Command): Command {
  return command
    .option('--speaker <speaker...>', 'said by one of them: names that only one has, or ids')
    .addOption(new Option('--act <act...>', 'that do one of these').choices(ACTS.map(({ name }) => name)))
    .addOption(new Option('--quotation <kind...>', 'given in that way').choices(['direct', 'indirect', 'mixed']))
    .option('--from <date>', 'said on or after: 2026, 2026-05 or 2026-05-12')
    .option('--to <date>', 'said on or before')
    .option('--outlet <name>', 'on pages of that outlet')
    .option('--in-response-to <id>', 'in answer to that statement')
    .option('--versions', 'also in older versions of pages, where a newer one says the same')
    .option('--distinct', 'only the first of statements that are repeated')
}

function by(command: Command): Command {
  return command
    .option('--by <name>', 'who makes the correction; the name of your account untold (ONRECORD_BY)')
    .option('--note <words>', 'why')
}

function sort(): Option {
  return new Option('--sort <order>', 'in which order').choices(['relevance', 'newest', 'oldest'])
}

// Of a flag and its --no- form Commander would take the last.
function notBoth(command: Command, name: string): void {
  const given = new Set<string>()
  for (const each of [name, `no-${name}`]) {
    command.on(`option:${each}`, () => {
      if (given.add(each).size > 1)
        throw new OnrecordError('usage', `--${name} and --no-${name} contradict each other. Give one of them.`)
    })
  }
}

// Commander gives a flag that has a --no- form the value true where neither was given.
function withoutUntold(flags: CorrectFlags): CorrectFlags {
  const { mention, speaker, ...rest } = flags as Omit<CorrectFlags, 'mention' | 'speaker'> & {
    mention?: string | boolean
    speaker?: string | boolean
  }
  return {
    ...rest,
    ...(mention === undefined || mention === true ? {} : { mention }),
    ...(speaker === undefined || speaker === true ? {} : { speaker }),
  }
}

/** The most answers that a ledger gives to a question at once. */
const MOST = 1000

function some(value: string): number {
  const n = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (n < 1 || n > MOST)
    throw new InvalidArgumentError('Give a whole number from 1 to 1000, and --offset to go on from there.')
  return n
}

function whole(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('Give a whole number, such as 20.')
  return Number(value)
}
