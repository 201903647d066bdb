import { readFileSync } from 'node:fs'
import type { PageRecord } from '../core/exports/record.js'
import { visible } from '../core/exports/visible.js'
import { OnrecordError } from '../core/model/index.js'
import { type Finding, type Listed, parsePeople, Redactor, type Review, reviewText } from '../core/redaction/index.js'
import { folderWith, type KeyFile, openKey, redirected } from './key-file.js'
import { fileOutput, keepInputs, standardOutput } from './output.js'

/** The flags that say whose names are replaced. */
export interface RedactFlags {
  /** A list of people. */
  readonly redact?: string
  readonly pseudonyms?: true
  /** A list of people who stay. */
  readonly public?: string
  /** Where it is kept whom each pseudonym stands for. */
  readonly key?: string
  /** A file of names to stand for people. */
  readonly pseudonymList?: string
  readonly keepIds?: true
  readonly keepAddresses?: true
  readonly dryRun?: true
  readonly output?: string
}

/** What the flags ask for, once checked. */
export interface Redaction {
  /**
   * Looks the records through, writes the key, then has them written redacted; in a dry run it prints what would be done
   * instead. Progress and what a person should look at go to standard error.
   *
   * @param records gives them and is called twice. What it gives the second time alone, as a page that somebody added
   *   meanwhile, is left out
   * @throws OnrecordError `output-failed` where a record is another the second time
   */
  run(
    records: () => AsyncIterable<PageRecord> | Iterable<PageRecord>,
    write: (redacted: AsyncIterable<PageRecord>) => Promise<void>,
  ): Promise<void>
}

/** Of each kind of finding so many are told; a dry run has them all. */
const MOST_TOLD = 5

/**
 * What the flags ask for; null: no name is to be replaced. Lists and key are read now, so that what is wrong with them is
 * told before any page is read.
 *
 * @param isFolder whether the output is a folder
 * @throws OnrecordError `usage`, `output-failed`
 */
export function redactionOf(flags: RedactFlags, isFolder = false): Redaction | null {
  if (flags.redact === undefined && !flags.pseudonyms) {
    const alone = (
      [
        ['public', '--public'],
        ['key', '--key'],
        ['pseudonymList', '--pseudonym-list'],
        ['keepIds', '--keep-ids'],
        ['keepAddresses', '--keep-addresses'],
        ['dryRun', '--dry-run'],
      ] as const
    ).find(([flag]) => flags[flag] !== undefined)
    if (alone)
      throw new OnrecordError('usage', `${alone[1]} goes with --redact FILE or --pseudonyms, and neither was given.`)
    return null
  }
  keepInputs(flags.output, [flags.redact, flags.public, flags.pseudonymList, flags.key])
  const listed = flags.redact === undefined ? [] : peopleIn(flags.redact)
  if (flags.redact !== undefined && listed.length === 0)
    throw new OnrecordError('usage', `${flags.redact} lists nobody. Write a name a line.`)
  const stay = flags.public === undefined ? [] : peopleIn(flags.public)
  const output = flags.output === undefined ? null : { path: flags.output, isFolder }
  const keyFile = flags.key === undefined ? null : openKey(flags.key, flags.dryRun ? null : output)
  const redactor = new Redactor({
    listed,
    everybody: flags.pseudonyms === true,
    stay,
    key: keyFile?.key ?? [],
    pseudonyms: flags.pseudonymList === undefined ? [] : peopleIn(flags.pseudonymList).map(({ name }: Listed) => name),
    keepIds: flags.keepIds === true,
    keepAddresses: flags.keepAddresses === true,
  })
  return {
    async run(records, write) {
      let foreign = 0
      const surveyed = new Set<string>()
      for await (const record of records()) {
        redactor.survey(record)
        surveyed.add(record.page.id)
        const { language } = record.reading.meta
        if (language !== null && !/^en\b/i.test(language)) foreign++
      }
      redactor.settle()
      const redacted = async function* (): AsyncGenerator<PageRecord> {
        for await (const record of records()) if (surveyed.has(record.page.id)) yield redactor.redact(record)
      }
      if (flags.dryRun) {
        for await (const _ of redacted());
        await print(reviewText(redactor.review()), flags.output)
        return
      }
      keyFile?.write(redactor.key())
      await write(redacted())
      for (const line of told(redactor.review(), flags, keyFile, foreign)) process.stderr.write(`onrecord: ${line}\n`)
      const folder = flags.redact === undefined ? null : folderWith(flags.redact, output ?? redirected())
      if (folder !== null)
        process.stderr.write(
          `onrecord: The list ${visible(flags.redact ?? '')} has the names and lies with what is published, in ${visible(folder)}. Take it out before anything is sent.\n`,
        )
    },
  }
}

function peopleIn(path: string): Listed[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    throw new OnrecordError(
      'usage',
      `${path} cannot be read as a list of names (${(cause as Error).message}). Give a UTF-8 text, a name a line.`,
      { cause },
    )
  }
  return parsePeople(text, path)
}

async function print(text: string, path: string | undefined): Promise<void> {
  // It has the names: nobody else's to read.
  const output = path === undefined ? standardOutput() : fileOutput(path, 0o600)
  try {
    await output.write(text)
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
}

/** What a person is told at the end, in lines. */
function told(review: Review, flags: RedactFlags, key: KeyFile | null, foreign: number): string[] {
  const { people, records, findings } = review
  const replaced = people.filter(({ places }) => places > 0)
  const lines = [
    `${count(replaced.length, 'name')} replaced in ${count(records, 'record')}${key ? `; who is who is in ${visible(flags.key ?? '')}, keep it apart` : ''}.`,
  ]
  const missing = people.filter(({ because, places }) => because === 'listed' && places === 0)
  if (missing.length > 0)
    lines.push(`Listed and found nowhere: ${some(missing.map(({ name }) => name))}. Is it spelt as on the page?`)
  if (flags.pseudonyms && foreign > 0)
    lines.push(
      `${count(foreign, 'record')} not in English: names are found in English only. List them with --redact, or do not publish these.`,
    )
  for (const [kind, what] of TOLD) {
    const theirs = findings.filter((finding) => finding.kind === kind)
    if (theirs.length > 0) lines.push(`${what}: ${some(theirs.map(({ words }) => words))}.`)
  }
  const described = replaced.filter((person) => person.described.length > 0)
  if (described.length > 0)
    lines.push(
      `May still tell who it is: ${some(described.map((person) => `${person.pseudonym}: ${person.described.join(', ')}`))}.`,
    )
  if (lines.length > 1)
    lines.push('Look at all of it with --dry-run before anything is published (docs/publishing.md).')
  return lines
}

const TOLD: readonly (readonly [Finding['kind'], string])[] = [
  ['near', 'Nearly a listed name, and left'],
  ['first-name', 'Has a listed first name, and left'],
  ['word', 'Also a word, and left in small letters or in a fixed phrase'],
  ['withheld', 'Could be several people’s, so no pseudonym was put'],
  ['label', 'The page’s own label and a pseudonym of the key, so withheld'],
  ['contact', 'Leads to somebody, and left'],
  ['digits', 'Has digits, so was taken for no name, and left'],
  ['unnamed', 'Said of a source without a name, and left'],
]

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

function some(items: readonly string[]): string {
  const shown = items.slice(0, MOST_TOLD).map((item) => visible(item))
  return shown.join('; ') + (items.length > MOST_TOLD ? `; and ${items.length - MOST_TOLD} more` : '')
}
