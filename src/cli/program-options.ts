import { type Command, InvalidArgumentError, Option } from 'commander'
import { EXIT_CODES } from './exit-codes.js'
import { TAGGERS } from './taggers.js'

/** What a process ends with, as lines of help. */
export function exitCodes(): string {
  return Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
    .join('\n')
}

/** `--tagger`. */
export function tagger(): Option {
  return new Option('--tagger <name>', 'what finds the statements').choices(TAGGERS).default(TAGGERS[0])
}

/** `--precision`. */
export function precision(): Option {
  return new Option('--precision', 'leave out statements that may be wrong, at the price of missing some')
}

/** `--recall`. */
export function recall(): Option {
  return new Option('--recall', 'find more statements, at the price of some that are wrong')
}

/** `--output`. */
export function output(): Option {
  return new Option('-o, --output <file>', 'write to a file, whole or not at all, instead of standard output')
}

/** The flags that say whose names are replaced. */
export function redaction(command: Command): Command {
  return command
    .option('--redact <file>', 'replace the people whom a list names, one a line: Name | another name = Pseudonym')
    .option('--pseudonyms', 'replace everybody whom the articles are found to name, and withhold the rest of the page')
    .option('--public <file>', 'a list of people whose names stay')
    .option('--key <file>', 'keep there whom each pseudonym stands for, and use it again; apart from what is published')
    .option('--pseudonym-list <file>', 'names to stand for people, one a line, instead of "Person 1"')
    .option('--keep-ids', 'keep the ids, by which whoever has a page can prove that it is the one')
    .option('--keep-addresses', 'keep the addresses and file names of pages, where they hold no name')
    .option('--dry-run', 'print what would be replaced and what to look at, and write nothing else')
}

/** `--max-bytes`. */
export function maxBytes(description: string): Option {
  return new Option('--max-bytes <n>', description).argParser(bytes).default(64 * 1024 * 1024, '64M')
}

const UNITS = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 } as const

function bytes(value: string): number {
  const parts = /^(\d{1,12})([KMG]?)$/.exec(value.toUpperCase())
  const n = parts ? Number(parts[1]) * UNITS[parts[2] as keyof typeof UNITS] : 0
  if (n < 1) throw new InvalidArgumentError('Give a whole number, such as 500000, 500K or 64M.')
  return n
}

/** `--timeout`. */
export function timeout(): Option {
  return new Option('--timeout <seconds>', 'how long fetching an address may take')
    .argParser(seconds)
    .default(30_000, '30')
}

/** Seconds as milliseconds. */
function seconds(value: string): number {
  const n = /^\d{1,6}(?:\.\d+)?$/.test(value) ? Number(value) : 0
  if (n <= 0) throw new InvalidArgumentError('Give seconds, such as 30.')
  return n * 1000
}

/** `--jobs`. */
export function jobs(description = 'how many pages to read at once; one for each core untold'): Option {
  return new Option('-j, --jobs <n>', description).argParser((value) => {
    const n = /^\d{1,3}$/.test(value) ? Number(value) : 0
    if (n < 1) throw new InvalidArgumentError('Give a whole number from 1 to 999.')
    return n
  })
}

/** `--page-timeout`. */
export function pageTimeout(untold = '900'): Option {
  return new Option('--page-timeout <seconds>', 'how long reading a page may take')
    .argParser(seconds)
    .default(Number(untold) * 1000, untold)
}

/** `--page-memory`. */
export function pageMemory(): Option {
  return new Option('--page-memory <megabytes>', 'how much memory reading a page may take')
    .argParser((value) => {
      const n = /^\d{1,7}$/.test(value) ? Number(value) : 0
      if (n < 64) throw new InvalidArgumentError('Give a whole number of megabytes, 64 at least.')
      return n
    })
    .default(3072)
}
