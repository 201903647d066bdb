import { describe, expect, test } from 'vitest'
import { ownFolder, run } from './run.js'

const folder = ownFolder()
const SOURCE = folder.file(
  'source.txt',
  '“We will not sail by night,” Mara Ostrander told reporters on Friday.\n\nThe harbour board said the channel was safe.',
)
const draft = (name: string, text: string) => folder.file(name, text)
const TRUE = draft('true.md', '“We will not sail by night,” Mara Ostrander said.')
const FALSE = draft('false.md', 'A line.\n\n“We will sail by night,” Mara Ostrander said.')

describe('onrecord check', () => {
  test('a draft that holds ends with 0', async () => {
    const { code, stdout, stderr } = await run(['check', TRUE, '--against', SOURCE])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^1 verbatim$/m)
    expect(stdout).toMatch(/^✓ We will not sail by night, · verbatim · /m)
    expect(stdout).toMatch(/source\.txt\s+1:2/)
  })

  test('one that does not ends with 8, and shows what is different and where', async () => {
    const { code, stdout } = await run(['check', FALSE, '--against', SOURCE])
    expect(code).toBe(8)
    expect(stdout).toMatch(/^✗ Altered +3:2\n {2}We will \[-not-\] sail by night$/m)
    expect(stdout).toContain('This turns the sense: a word that denies.')
    expect(stdout).toContain('source.txt 1:2')
  })

  test('--fail-on says what counts', async () => {
    const check = async (...args: string[]) => (await run(['check', FALSE, '--against', SOURCE, ...args])).code
    expect(await check('--fail-on', 'never')).toBe(0)
    expect(await check('--fail-on', 'altered')).toBe(8)
    expect((await run(['check', TRUE, '--against', SOURCE, '--fail-on', 'verbatim'])).code).toBe(8)
  })

  test('several drafts and sources; the forms for programs', async () => {
    const json = await run(['check', TRUE, FALSE, '--against', SOURCE, 'examples/wire-story.txt', '--format', 'json'])
    expect(json.code).toBe(8)
    const { runs } = JSON.parse((await run(['check', TRUE, FALSE, '--against', SOURCE, '--format', 'sarif'])).stdout)
    expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['verbatim', 'altered'])
    const junit = await run(['check', FALSE, '--against', SOURCE, '--format', 'junit'])
    expect(junit.stdout).toContain('<testsuite name="')
    expect(junit.stdout).toContain('failures="1"')
  })

  test('--no-reports checks quotations alone', async () => {
    const told = draft('told.md', 'The harbour board said the channel was closed.')
    expect((await run(['check', told, '--against', SOURCE, '--no-reports'])).stdout).toContain(
      'Nothing was found to check.',
    )
    expect((await run(['check', told, '--against', SOURCE])).stdout).toContain('(a judgement, not a fact)')
  })

  test.each([
    ['neither sources nor a ledger', ['check', TRUE, '--ledger', 'nowhere.db'], 9, 'ledger-missing'],
    ['a draft that is not there', ['check', 'nowhere.md', '--against', SOURCE], 3, 'page-unreadable'],
    ['a source that is not there', ['check', TRUE, '--against', 'nowhere.html'], 3, 'page-unreadable'],
    ['a verdict that there is not', ['check', TRUE, '--against', SOURCE, '--fail-on', 'wrong'], 2, 'usage'],
  ])('%s is an error with a code', async (_, args, exitCode, error) => {
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(exitCode)
    expect(stdout).toBe('')
    expect(stderr).toContain(`[${error}]`)
  })
})
