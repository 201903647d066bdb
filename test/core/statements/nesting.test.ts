import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Statement, slice } from '../../../src/core/model/index.js'
import { findStatements, rulesTagger, type Tagger } from '../../../src/core/statements/index.js'
import { readingOf, statementsOf, written } from './found.js'

/** Each statement of a text as a person would write it down, behind a `>` for each that it stands within. */
async function tree(text: string): Promise<string[]> {
  const statements = await statementsOf(text)
  const depth = new Map<string, number>()
  return statements.map((s) => {
    const own = s.within === null ? 0 : (depth.get(s.within) as number) + 1
    depth.set(s.id, own)
    return `${'> '.repeat(own)}${written(text, s)}`
  })
}

describe('a statement within another', () => {
  it.each([
    [
      'The chair said that the clerk had admitted that the minutes were false.',
      [
        'The chair | said | that the clerk had admitted that the minutes were false',
        '> the clerk | had admitted | that the minutes were false',
      ],
    ],
    [
      'Dockers said the foreman had told them that the crane was safe.',
      [
        'Dockers | said | the foreman had told them that the crane was safe',
        '> the foreman | had told | that the crane was safe',
      ],
    ],
    [
      '“The clerk said, ‘Come back on Monday,’ and shut the door,” Roe recalled.',
      [
        'Roe | recalled | “The clerk said, ‘Come back on Monday,’ and shut the door,”',
        '> The clerk | said | ‘Come back on Monday,’',
      ],
    ],
    [
      '“The clerk told us,” Roe said, “that the archive was closed.”',
      [
        'Roe | said | “The clerk told us,” … “that the archive was closed.”',
        '> The clerk | told | that the archive was closed',
      ],
    ],
    [
      'The harbour board, pilots say, insists that the channel is deep enough.',
      [
        'pilots | say | The harbour board … insists that the channel is deep enough',
        '> The harbour board | insists | that the channel is deep enough',
      ],
    ],
    [
      'The consul said that the colonel had told him that the king believed the maps were false.',
      [
        'The consul | said | that the colonel had told him that the king believed the maps were false',
        '> the colonel | had told | that the king believed the maps were false',
        '> > the king | believed | the maps were false',
      ],
    ],
    [
      'Parents say they were told that the bus had been sold.',
      ['Parents | say | they were told that the bus had been sold', '> - | were told | that the bus had been sold'],
    ],
  ])('%s', async (text, expected) => {
    expect(await tree(text)).toEqual(expected)
  })

  it('is found in each sentence of a turn', async () => {
    const text =
      'CHAIR VETCH: Good morning.\n\nDR. AALTO: The winter was hard. The mayor promised us that coal would come. It came late.\n\nCHAIR VETCH: Thank you.\n\nDR. AALTO: Thank you.'
    expect((await tree(text)).filter((line) => line.startsWith('>'))).toEqual([
      '> The mayor | promised | that coal would come',
    ])
  })

  it('is direct where it is quoted within a quotation, indirect where it is told in one', async () => {
    const kinds = async (text: string) => (await statementsOf(text)).map((s) => s.quotation)
    expect(await kinds('“The clerk said, ‘Come back on Monday,’” Roe recalled.')).toEqual(['direct', 'direct'])
    expect(await kinds('“The clerk said that the archive was closed,” Roe recalled.')).toEqual(['direct', 'indirect'])
  })
})

describe('an outer statement that was cut short or lost', () => {
  it.each([
    [
      'garbled mention',
      'Prosecutors allege that Mr Rehn assured the buyers that the land was dry.',
      [
        'Prosecutors | allege | that Mr Rehn assured the buyers that the land was dry',
        '> Mr Rehn | assured | that the land was dry',
      ],
    ],
    [
      'what a passive goes on with',
      'The dean is accused by two lecturers of telling them to change the marks.',
      [
        'two lecturers | is accused | The dean … of telling them to change the marks',
        '> The dean | telling | to change the marks',
      ],
    ],
    [
      '“according to” within a clause',
      'Residents accuse the council of hiding a survey that, according to two builders, showed rot in the beams.',
      [
        'Residents | accuse | the council of hiding a survey that, according to two builders, showed rot in the beams',
        '> two builders | according to | that … showed rot in the beams',
      ],
    ],
    [
      '“according to” amid a report',
      'The coroner told the court that the wound was, according to the surgeon, old.',
      [
        'The coroner | told | that the wound was, according to the surgeon, old',
        '> the surgeon | according to | the wound was … old',
      ],
    ],
    [
      '“according to” after a report',
      'Papers reported in June that the abbot had told the prior to sell the bells, according to a letter.',
      [
        'a letter | according to | Papers reported in June that the abbot had told the prior to sell the bells',
        '> Papers | reported | that the abbot had told the prior to sell the bells',
        '> > the abbot | had told | the prior to sell the bells',
      ],
    ],
    [
      'one beside the other',
      'The pool was closed, he said they were told.',
      ['he | said | The pool was closed … they were told', '> - | were told | The pool was closed'],
    ],
    [
      '“and that”',
      'One of them told police that a broker had demanded cash, and that the broker had fled.',
      [
        'One of them | told | that a broker had demanded cash, and that the broker had fled',
        '> a broker | had demanded | cash',
      ],
    ],
    [
      '“in which”',
      'Two clerks confirmed a letter in which the bishop urged the bank to wait.',
      [
        'Two clerks | confirmed | a letter in which the bishop urged the bank to wait',
        '> the bishop | urged | the bank to wait',
      ],
    ],
    [
      'a subject before two commas',
      'His captors, he told the radio, had promised to free him by spring.',
      [
        'he | told | His captors … had promised to free him by spring',
        '> His captors | had promised | to free him by spring',
      ],
    ],
    [
      'a headline’s source',
      '[title] Guards slept on duty, inmates told court: report',
      ['report | : | Guards slept on duty, inmates told court', '> inmates | told | Guards slept on duty'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await tree(text)).toEqual(expected)
  })
})

describe('what looks like it and is none', () => {
  it.each([
    ['two side by side', 'The mayor said the pier was safe, and the union said it was not.'],
    ['another sense', 'The firm said it had ordered new ropes.'],
    ['another sense', 'The museum said the note had been found in a desk.'],
    ['what a speaker thinks', 'Roe said she hoped to be home by May.'],
    ['what a speaker thinks', '“I think the pier is safe,” the engineer said.'],
    ['what a speaker does by saying it', '“We demand a new vote,” the lecturers wrote.'],
    ['what anybody knows', '“You know that the pier is old,” the engineer said.'],
    ['what nobody has said yet', '“She will say that the pier is safe,” the engineer said.'],
    ['what is not sure', '“If she says that it is safe, we wait,” the engineer said.'],
    ['a question', '“Who told you that it was safe?” the judge asked.'],
    ['nothing reported', 'The mayor said the pier would open in May.'],
  ])('%s: %s', async (_, text) => {
    const statements = await statementsOf(text)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.filter((s) => s.within !== null)).toEqual([])
  })
})

describe('the edge of a mention', () => {
  it.each([
    ['Mayor Edda Voss, who', 4, 'Mayor Edda Voss'],
    ['The 58-page report, released in', 6, 'The 58-page report'],
    ['Roe and', 2, 'Roe'],
    ['the board of', 3, 'the board'],
    ['who', 1, 'who'],
    ['Roe (the boss)', 5, 'Roe (the boss)'],
    ['Roe, a nurse', 4, 'Roe, a nurse'],
  ])('%s', async (words, end, mention) => {
    const text = `${words} said so.`
    const tagger: Tagger = {
      name: 'fixed 1',
      threshold: 0,
      tag: async (passages) =>
        passages.map(({ tokens }) => {
          const said = tokens.findIndex((token) => slice(text, token) === 'said')
          return [
            {
              cue: [said, said + 1],
              score: 1,
              content: [{ first: said + 1, end: said + 2, score: 1 }],
              mention: [{ first: 0, end, score: 1 }],
              why: 'a test',
            },
          ]
        }),
    }
    const [statement] = await findStatements(readingOf(text), tagger)
    expect(statement?.mention && slice(text, statement.mention)).toBe(mention)
  })
})

describe('invariants', () => {
  const word = fc.constantFrom(
    ...'Roe the mayor clerk union they she who said says told that which had was been denied promised to warned by of'.split(
      ' ',
    ),
    ...'according in a letter and claims report quoted as saying bridge closed them him never insists 😀 “ ” ‘ ’'.split(
      ' ',
    ),
    ...[',', ',', '.', ':', '\n', '\n[title] '],
  )
  const soup = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '))

  function holds(text: string, statements: readonly Statement[]): void {
    const reading = readingOf(text)
    const blockOf = (at: number) => reading.blocks.find((block) => block.start <= at && at < block.end)
    const before = new Map<string, Statement>()
    for (const s of statements) {
      expect(before.has(s.id)).toBe(false)
      before.set(s.id, s)
      if (s.within === null) continue
      const outer = before.get(s.within)
      if (!outer) throw new Error('stands before the statement that it is within')
      const isSaid = (span: { start: number; end: number }) =>
        outer.content.some((own) => own.start <= span.start && span.end <= own.end)
      expect(s.content.every(isSaid)).toBe(true)
      expect(s.cue && isSaid(s.cue)).toBe(true)
      const blocks = outer.content.map(({ start }) => blockOf(start))
      if (s.mention) expect(blocks).toContain(blockOf(s.mention.start))
      expect(s.confidence).toBeGreaterThan(0)
      expect(s.confidence).toBeLessThanOrEqual(1)
    }
  }

  it('hold on any mixture of words that report', async () => {
    let nested = 0
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const statements = await statementsOf(text)
        holds(text, statements)
        nested += statements.filter((s) => s.within !== null).length
        expect(await statementsOf(text)).toEqual(statements)
      }),
      { numRuns: 1500 },
    )
    expect(nested).toBeGreaterThan(0)
  })

  it('ask the tagger for the page alone', async () => {
    const asked: number[] = []
    const tagger: Tagger = {
      ...rulesTagger,
      tag(passages) {
        asked.push(passages.length)
        return rulesTagger.tag(passages)
      },
    }
    await findStatements(readingOf('The mayor said the board had told her that the pier was safe. It is long.'), tagger)
    expect(asked).toEqual([1])
  })
})

describe('hostile text', () => {
  it.each([
    ['reports in reports', 'he said that the clerk told her that ', 3_000],
    ['sources', 'the clerk said so, according to a letter. ', 5_000],
    ['sources without an end', 'according to the clerk, ', 10_000],
    ['quotations in quotations', '“he said, ‘she told us, ', 8_000],
    ['clauses', 'Roe said that it was, and that ', 3_000],
    ['headlines', '[title] guards slept, inmates told court: report\n', 5_000],
  ])('finishes on a great many %s', async (_, piece, times) => {
    const statements = await statementsOf(piece.repeat(times))
    expect(statements.every((s) => s.content.length > 0)).toBe(true)
  })
})
