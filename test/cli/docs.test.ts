import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { EXIT_CODES, exitCodeOf } from '../../src/cli/exit-codes.js'
import { FIELDS, FORMATS, program } from '../../src/cli/program.js'
import type { AccountCommands } from '../../src/cli/program-accounts.js'
import type { LedgerCommands } from '../../src/cli/program-ledger.js'
import type { ServeCommands } from '../../src/cli/program-serve.js'
import type { WorkCommands } from '../../src/cli/program-work.js'
import { TAGGERS } from '../../src/cli/taggers.js'
import { ERROR_CODES } from '../../src/core/model/index.js'

const cli = readFileSync('docs/cli.md', 'utf8')
const errors = readFileSync('docs/errors.md', 'utf8')
const pipe = readFileSync('docs/pipe.md', 'utf8')

const onrecord = program(
  {
    read: async () => 0,
    pipe: async () => 0,
    score: async () => 0,
    check: async () => 0,
    ledger: {} as LedgerCommands,
    accounts: {} as AccountCommands,
    serve: {} as ServeCommands,
    work: {} as WorkCommands,
  },
  () => {},
)

/** Text under a heading, up to the next of its level or above. */
function section(doc: string, heading: string): string {
  const lines = doc.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`there is no heading "${heading}"`)
  const level = heading.indexOf(' ')
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level)
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n')
}
const headings = (doc: string, level: number) =>
  [...doc.matchAll(new RegExp(`^#{${level}} (.*)$`, 'gm'))].map((match) => match[1])
const flagHeading = (flags: string) =>
  flags
    .replace(/ <.*>/, '')
    .split(', ')
    .map((flag) => `\`${flag}\``)
    .join(', ')

describe('docs/cli.md', () => {
  test('has a heading for every command, and for no other', () => {
    const commands = onrecord.commands.map((command) => `\`onrecord ${command.name()}\``)
    expect(headings(cli, 2)).toEqual([...commands, 'Exit codes'])
  })

  test.each(onrecord.commands.map((command): [string, Command] => [command.name(), command]))(
    'has a heading for every flag of %s, and for no other',
    (name, command) => {
      const flags = command.options.map((option) => flagHeading(option.flags))
      expect(headings(section(cli, `## \`onrecord ${name}\``), 3).sort()).toEqual(flags.sort())
    },
  )

  test('has a heading for every exit code, and for no other', () => {
    expect(headings(section(cli, '## Exit codes'), 3)).toEqual(Object.keys(EXIT_CODES).map((code) => `\`${code}\``))
  })

  test('says of each exit code what the help says', () => {
    for (const [code, meaning] of Object.entries(EXIT_CODES)) {
      expect(section(cli, `### \`${code}\``).toLowerCase()).toContain(meaning.toLowerCase())
    }
  })

  test('names every format and every choice of a flag', () => {
    for (const format of FORMATS) expect(section(cli, '### `-f`, `--format`')).toContain(`\`${format}\``)
    for (const command of onrecord.commands) {
      const text = section(cli, `## \`onrecord ${command.name()}\``)
      for (const choice of command.options.flatMap(({ argChoices }) => argChoices ?? []))
        expect(text + cli).toContain(choice)
    }
  })
})

test('docs/errors.md has a heading for every error code, in order, and for no other, with its exit code', () => {
  expect(headings(errors, 2)).toEqual(ERROR_CODES.map((code) => `\`${code}\``))
  for (const code of ERROR_CODES) expect(section(errors, `## \`${code}\``)).toContain(`Exit code ${exitCodeOf(code)}.`)
})

test('docs/pipe.md lists every member of a line, in order', () => {
  const members = [...section(pipe, '## `onrecord pipe`: lines out').matchAll(/^\| `(\w+)` \|/gm)].map(
    (match) => match[1],
  )
  expect(members).toEqual(['id', ...FIELDS])
})

test('the flag offers every tagger there is', () => {
  for (const command of onrecord.commands) {
    const flag = command.options.find(({ long }) => long === '--tagger')
    if (!['read', 'pipe', 'check', 'add', 'desk', 'mcp'].includes(command.name())) expect(flag).toBeUndefined()
    else expect(flag?.argChoices).toEqual([...TAGGERS])
  }
})

test('help has examples and exit codes', () => {
  for (const command of onrecord.commands) {
    let help = ''
    command
      .configureOutput({
        writeOut: (text) => {
          help += text
        },
      })
      .outputHelp()
    expect(help).toContain('Examples:\n')
    for (const [code, meaning] of Object.entries(EXIT_CODES)) expect(help).toContain(`${code}  ${meaning}\n`)
  }
})
