import fc from 'fast-check'
import { HtmlValidate } from 'html-validate/node'
import { describe, expect, test } from 'vitest'
import {
  type Checked,
  check,
  checkedJson,
  type Draft,
  isAsGrave,
  memorySources,
  type Source,
  toCheckHtml,
  toJunit,
  toSarif,
  VERDICTS,
} from '../../../src/core/check/index.js'
import { pageFromText } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'
import { findQuotations } from '../../../src/core/statements/quotations.js'

const SOURCE = `The harbour board said on Tuesday that the channel was safe.

“We will not sail by night until the lights are mended, and I do not think they will be,” Mara Ostrander told reporters. “Nine pilots have signed.”

“The board has 14 tugs and every one of them is out,” said Bo Venn, who heads the board. “If the wind turns, we may close the port.”

“It was not the tide’s fault,” Ostrander said.`

async function sourceOf(text: string, name: string): Promise<Draft> {
  const reading = read(pageFromText(text, { kind: 'article' }))
  const found = await findStatements(reading, rulesTagger)
  return { name, reading, ...findSpeakers(reading, found), quotations: findQuotations(reading) }
}

const checked = async (draft: string, ...sources: readonly string[]): Promise<Checked> =>
  check(
    await sourceOf(draft, 'draft'),
    memorySources(
      await Promise.all((sources.length > 0 ? sources : [SOURCE]).map((s, i) => sourceOf(s, `source ${i}`))),
    ),
  )

describe('a quotation', () => {
  test.each([
    ['as it is', '“Nine pilots have signed,” Ostrander said.', 'verbatim'],
    ['cut at a clause', '“We will not sail by night until the lights are mended,” Mara Ostrander said.', 'verbatim'],
    ['with other marks', '"It was not the tide\'s fault," Ostrander said.', 'marks'],
    ['with another first letter', 'Ostrander said that “nine pilots have signed”.', 'marks'],
    ['with an ellipsis', '“The board has 14 tugs … out,” said Bo Venn.', 'marks'],
    ['with a bracket', '“Nine pilots [of the guild] have signed,” Ostrander said.', 'marks'],
    ['with a word changed', '“Nine pilots have resigned,” Ostrander said.', 'altered'],
    ['with a “not” left out', '“It was the tide’s fault,” Ostrander said.', 'altered'],
    ['with a number changed', '“The board has 41 tugs and every one of them is out,” said Bo Venn.', 'altered'],
    ['by somebody else', '“Nine pilots have signed,” Bo Venn said.', 'other-speaker'],
    ['put together from two', '“Nine pilots have signed, and every one of them is out,” Ostrander said.', 'spliced'],
    ['that nobody said', '“The lighthouse burnt down in the spring of that year,” Ostrander said.', 'not-found'],
    ['without its condition', '“We may close the port,” said Bo Venn.', 'cut'],
  ])('%s: %s', async (_, draft, verdict) => {
    const { verdicts } = await checked(draft)
    expect(verdicts.filter(({ statement }) => statement !== null).map((v) => [v.verdict, v.reasons])[0]?.[0]).toBe(
      verdict,
    )
  })

  test('names what a change turns', async () => {
    const kinds = async (draft: string) =>
      (await checked(draft)).verdicts.flatMap(({ difference }) => difference.flatMap((d) => d.kinds))
    expect(await kinds('“It was the tide’s fault,” Ostrander said.')).toContain('negation')
    expect(await kinds('“The board has 41 tugs and every one of them is out,” said Bo Venn.')).toContain('number')
  })

  // A single word beyond what was left out is worth less than the gap costs: it belongs to the match all the same.
  test.each([
    ['after one word', 'We do not recognise this account', 'We recognise this account', 'Left out: “do not”'],
    ['before one word', 'The channel was clear and not safe', 'The channel was clear and safe', 'Left out: “not”'],
    ['after two words', 'The board will never again close', 'The board will close', 'Left out: “never again”'],
  ])('names what was left out %s', async (_, source, draft, change) => {
    const { verdicts } = await checked(`“${draft},” Bo Venn said.`, `“${source},” Bo Venn said.`)
    expect(verdicts.map((v) => [v.verdict, v.reasons.join(' ')])).toEqual([
      ['altered', expect.stringContaining(`${change}. This turns the sense`)],
    ])
  })

  test.each([
    ['a “not”', 'We have [not] paid for the new lamps.', 'altered'],
    ['a “no” for “every”', 'We have lit [no] lamp on the quay.', 'altered'],
    ['a hedge', 'We have [perhaps] paid for the new lamps.', 'altered'],
    ['part of a word that turns it', 'The quay is [un]safe and we can wait.', 'altered'],
    ['the end of a word that turns it', 'The quay is safe and we can[not] wait.', 'altered'],
    ['who is meant', '[The keepers] have paid for the new lamps.', 'marks'],
    ['when it was', 'We have paid [in March] for the new lamps.', 'marks'],
    ['a number that explains', 'We have paid for the [14] new lamps.', 'marks'],
  ])('with %s in brackets: %s', async (_, draft, verdict) => {
    const source =
      '“We have paid for the new lamps. We have lit every lamp on the quay. The quay is safe and we can wait,” Bo Venn said.'
    const { verdicts } = await checked(`“${draft}” Bo Venn said.`, source)
    expect(verdicts.map((v) => [v.verdict, v.reasons])).toEqual([[verdict, expect.anything()]])
  })

  test.each([
    ['I deny that the pumps failed in the night', 'cut'],
    ['I do not deny that the pumps failed in the night', 'verbatim'],
    ['It is false that the pumps failed in the night', 'cut'],
    ['It is a lie that the pumps failed in the night', 'cut'],
    ['It would be wrong to claim that the pumps failed in the night', 'cut'],
    ['We have yet to see proof that the pumps failed in the night', 'cut'],
    ['I refuse to believe that the pumps failed in the night', 'cut'],
    ['The claim that the pumps failed in the night is simply false', 'cut'],
    ['The rumour that the pumps failed in the night is spreading', 'cut'],
    ['According to the first reports, the pumps failed in the night', 'cut'],
    ['In theory the pumps failed in the night', 'cut'],
    ['Only once the valves were shut the pumps failed in the night', 'cut'],
    ['Had the crew gone home, the pumps failed in the night', 'cut'],
    ['The pumps failed in the night, as far as we can tell from here', 'cut'],
    ['The pumps failed in the night as far as the bridge', 'verbatim'],
    ['It is right to say that the pumps failed in the night', 'verbatim'],
    ['The crew had gone home and the pumps failed in the night', 'verbatim'],
  ])('out of “%s”: %s', async (source, verdict) => {
    const { verdicts } = await checked('“The pumps failed in the night,” Bo Venn said.', `“${source},” Bo Venn said.`)
    expect(verdicts.map((v) => (v.verdict === 'marks' ? 'verbatim' : v.verdict))).toEqual([verdict])
  })

  test.each([
    ['the speaker', 'Nia Falk', 'cut'],
    ['the one who said it', 'Abel Moro', 'verbatim'],
  ])('of another within a quotation, given to %s: %s', async (_, name, verdict) => {
    const source = '“Abel Moro told us ‘I saw the ferry turn back in the fog’ and we believed him,” Nia Falk said.'
    const { verdicts } = await checked(`“I saw the ferry turn back in the fog,” ${name} said.`, source)
    expect(verdicts.map((v) => v.verdict)).toEqual([verdict])
  })

  test('is its speaker’s also where it tells what others knew or said, and is judged once', async () => {
    const words = 'The board knew in March that nine of the lamps were out and it hid that from the pilots'
    const of = async (name: string) =>
      (await checked(`“${words},” ${name} said.`, `“${words},” Bo Venn said.`)).verdicts.map((v) => v.verdict)
    expect(await of('Bo Venn')).toEqual(['verbatim'])
    expect(await of('Mara Ostrander')).toEqual(['other-speaker'])
  })

  test('is as grave as what else holds of it; a report is as grave as its verdict', () => {
    expect(isAsGrave({ verdict: 'spliced', also: ['altered'] }, 'altered')).toBe(true)
    expect(isAsGrave({ verdict: 'spliced', also: [] }, 'altered')).toBe(false)
    expect(isAsGrave({ verdict: 'unsupported', also: ['other-speaker'] }, 'cut')).toBe(false)
  })

  test('names the words in its brackets', async () => {
    const { verdicts } = await checked('“Nine pilots [of the guild] have signed,” Ostrander said.')
    expect(verdicts[0]?.reasons).toContain('In brackets, not in the source: “of the guild”.')
  })

  test('is found where no statement was, and its speaker is then not settled', async () => {
    const { verdicts } = await checked(
      '“Nobody knows why the bell rang,” Ada Kell said.',
      'Nobody knows why the bell rang.',
    )
    expect(verdicts[0]).toMatchObject({ verdict: 'verbatim', speaker: 'not-settled' })
  })

  test('of nobody and of few words is passed over, with a reason', async () => {
    const { verdicts, passedOver } = await checked('It is the so-called “night rule”.')
    expect(verdicts).toEqual([])
    expect(passedOver[0]?.why).toContain('fewer than')
  })
})

describe('a report in the draft’s own words', () => {
  test('is judged, and only where that is asked for', async () => {
    const draft = 'The harbour board said the channel was safe.'
    expect((await checked(draft)).verdicts[0]?.verdict).toBe('supported')
    const without = await check(await sourceOf(draft, 'draft'), memorySources([await sourceOf(SOURCE, 's')]), {
      reports: false,
    })
    expect(without.verdicts).toEqual([])
    expect(without.passedOver).toHaveLength(1)
  })
})

describe('a block quotation', () => {
  const block = (words: string) =>
    checked(`Here is what the pilots were told by the board:\n\n> ${words}\n\nSo it ended.`)

  test.each([
    ['We will not sail by night until the lights\n> are mended', ['marks']],
    ['We will sail by night until the lights\n> are mended', ['altered']],
    ['Lamps are cheap, and this page is where we list their prices', []],
    ['[!NOTE]\n> We will sail by night until the lights are mended', []],
  ])('“%s”: %j', async (words, verdicts) => {
    expect((await block(words)).verdicts.map((v) => v.verdict)).toEqual(verdicts)
  })

  test('that no source has is passed over, with a reason', async () => {
    const { passedOver } = await block('Lamps are cheap, and this page is where we list their prices')
    expect(passedOver.map(({ why }) => why)).toEqual([expect.stringContaining('a block quotation')])
  })

  test('with quotation marks in it is checked by these', async () => {
    const { verdicts } = await block('“Nine pilots have signed,” Ostrander said, and no more was to be had of her.')
    expect(verdicts.map((v) => v.verdict)).toEqual(['verbatim'])
  })
})

describe('what a report is held against', () => {
  const source =
    '“No pilot left the port and nobody rang a bell,” Bo Venn said.\n\n' +
    '“We did not close the channel to the ferries, and we have no wish to do so this year,” Mara Ostrander said.\n\n' +
    '“Neither pilots nor crews were hurt in the fog,” Lou Tamm said.\n\n' +
    '“The wardens held two men at the lock gate,” Ada Kell said.'

  test.each([
    ['Bo Venn said a pilot left the port and somebody rang a bell.', 'unsupported'],
    ['Bo Venn said no pilot left the port and nobody rang a bell.', 'supported'],
    ['Lou Tamm said pilots and crews were hurt in the fog.', 'unsupported'],
    ['Lou Tamm said pilots and crews were not hurt in the fog.', 'supported'],
    ['Mara Ostrander said that the board did close the channel to the ferries.', 'unsupported'],
    ['Mara Ostrander said that the board did not close the channel and had no wish to do so this year.', 'supported'],
    ['Ada Kell said the wardens held two women at the lock gate.', 'unsupported'],
  ])('%s: %s', async (draft, verdict) => {
    const { verdicts } = await checked(draft, source)
    expect(verdicts.map((v) => v.verdict)).toEqual([verdict])
  })

  test('what it has not is named', async () => {
    const { verdicts } = await checked('Ada Kell said the wardens beat two men at the lock gate.', source)
    expect(verdicts[0]?.reasons.join(' ')).toContain('Not in it: “beat”.')
  })
})

describe('whatever is quoted', () => {
  const words = [...SOURCE.matchAll(/“([^”]*)”/g)].flatMap(([, quoted]) => [(quoted as string).split(' ')])

  test('true words are never called altered, and a dropped “not” is never called verbatim', async () => {
    const sources = memorySources([await sourceOf(SOURCE, 'source')])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), fc.nat(), fc.nat(), async (list, a, b) => {
        const first = a % list.length
        const length = 1 + (b % (list.length - first))
        const cut = list.slice(first, first + length).join(' ')
        const verdictOf = async (text: string) =>
          (await check(await sourceOf(`“${text}” it says.`, 'draft'), sources)).verdicts[0]?.verdict
        const own = await verdictOf(cut)
        if (length >= 5) expect(['verbatim', 'marks', 'cut']).toContain(own)
        if (length >= 5 && cut.includes(' not ')) {
          const turned = await verdictOf(cut.replace(' not ', ' '))
          expect(['verbatim', 'marks']).not.toContain(turned)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('spans lie in their texts, on any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '“',
            '”',
            'Roe said ',
            'not ',
            '14 ',
            '… ',
            '[sic] ',
            '🙂',
            'é́ ',
            'שלום ',
            'the tide ',
            '\n\n',
          ),
          {
            maxLength: 40,
          },
        ),
        async (pieces) => {
          const { draft, verdicts } = await checked(`x ${pieces.join('')}`)
          for (const { span, places, difference } of verdicts) {
            expect(span.end).toBeLessThanOrEqual(draft.reading.text.length)
            for (const place of places) expect(place.span.end).toBeLessThanOrEqual(place.source.reading.text.length)
            for (const part of difference) if (part.draft) expect(part.draft.start).toBeLessThan(part.draft.end)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('many quotations take time in proportion', async () => {
    const draft = '“Nine pilots have signed and every one of them is out,” Ostrander said. '.repeat(400)
    const { verdicts } = await checked(draft)
    expect(verdicts.length).toBeGreaterThan(300)
  })
})

describe('reports', () => {
  const draft = '“It was the tide’s fault,” Ostrander said.\n\n“Nine pilots <have> signed,” Bo Venn said.'

  test('JSON has words and places of both sides', async () => {
    const json = checkedJson(await checked(draft))
    expect(json).toMatchObject({ schema: 'onrecord/check/1', draft: 'draft' })
    expect(json.verdicts[0]).toMatchObject({
      verdict: 'altered',
      words: 'It was the tide’s fault,',
      line: 1,
      column: 2,
      places: [{ source: 'source 0', line: 7, column: 2 }],
    })
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })

  test('SARIF names every rule, and gives each result its region and level', async () => {
    const log = JSON.parse(toSarif([await checked(draft)], '0.0.0'))
    const [{ tool, results }] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(VERDICTS.map(({ name }) => name))
    expect(results[0]).toMatchObject({
      ruleId: 'altered',
      level: 'error',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'draft' }, region: { startLine: 1, startColumn: 2 } } },
      ],
    })
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  test('JUnit is XML whatever the words, and fails from the verdict that is given', async () => {
    const one = await checked(draft)
    const xml = toJunit([one], 'altered')
    expect(xml).toContain('tests="2" failures="')
    expect(xml).not.toContain('<have>')
    expect((xml.match(/<failure /g) ?? []).length).toBe(
      one.verdicts.filter(({ verdict }) => verdict === 'altered').length,
    )
    const hostile: Source = { ...one.draft, name: '\u0000"<&\ud800' }
    expect(toJunit([{ ...one, draft: { ...one.draft, name: hostile.name } }], 'altered')).toContain('�&quot;&lt;&amp;�')
  })

  test('HTML is one valid page that needs nothing else, and no word of a draft or source becomes markup', async () => {
    const evil =
      '“We will sail <img src=x onerror=alert(1)> by night until the lights are mended,” said </title><script>alert(2)</script> Bo Venn.'
    const cut =
      '“We will sail by night until the lights are mended, and I do not think they will be,” Mara Ostrander told reporters.'
    const html = toCheckHtml([await checked(evil), await checked(cut)])
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
    const { results } = await validator.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([])
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object)|url\(|https?:/)
    expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;')
    expect(html).toContain('<del><span class="sr">in the source: </span>not</del>')
  })
})
