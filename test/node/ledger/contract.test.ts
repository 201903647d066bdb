import { describe, expect, test } from 'vitest'
import type { ArchiveLine } from '../../../src/core/ledger/archive.js'
import { addedId, splitId } from '../../../src/core/ledger/corrected.js'
import type { Entry, Ledger } from '../../../src/core/ledger/port.js'
import type { Rereader } from '../../../src/core/ledger/reread.js'
import type { StatementId } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'
import { openLedger } from '../../../src/node/ledger/open.js'
import { pageFromBytes } from '../../../src/node/page.js'
import { arrival, article, SURVEY } from './pages.js'
import { storeKinds } from './stores.js'

const BY = { by: 'R. Editor', at: '2026-05-20T10:00:00.000Z' }
const words = ({ said }: Entry) => said.content.join(' ')

describe.each(storeKinds())('a ledger in $name', ({ name: kind, fresh, spoil }) => {
  const withLedger = async (work: (ledger: Ledger, place: string) => Promise<void>) => {
    const place = await fresh()
    const ledger = await openLedger(place)
    try {
      await work(ledger, place)
    } finally {
      await ledger.close()
    }
  }
  const linesOf = async (ledger: Ledger) => {
    const lines: ArchiveLine[] = []
    for await (const line of ledger.exportAll()) lines.push(line)
    return lines
  }

  test('keeps a page with its record, and finds its statements by their words', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      const [added] = await ledger.add([page])
      expect(added).toMatchObject({ page: page.record.page.id, how: 'new', statements: page.record.statements.length })
      expect(await ledger.record(page.record.page.id)).toEqual(page.record)
      const { items, total } = await ledger.find({ words: 'night "without notice"' })
      expect(total).toBe(1)
      expect(words(items[0] as Entry)).toContain('at night and without notice')
      expect(items[0]?.said.speaker?.name).toBe('Ana Okafor')
      expect(items[0]?.page).toMatchObject({ outlet: 'The Tarn Ledger', url: 'https://tarn.example/survey' })
    }))

  test('keeps the same page once, and that it was seen again', () =>
    withLedger(async (ledger) => {
      const first = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      const again = {
        ...first,
        capture: { ...first.capture, retrieved: '2026-06-01T00:00:00.000Z', headers: [['etag', '"1"']] as const },
      }
      await ledger.add([first])
      expect((await ledger.add([again, first])).map(({ how }) => how)).toEqual(['known', 'known'])
      expect((await ledger.counts()).pages).toBe(1)
      const { items } = await ledger.find({ words: 'notice' })
      const { captures } = await ledger.show(items[0]?.said.id as StatementId)
      expect(captures.map(({ retrieved }) => retrieved)).toEqual([
        '2026-05-14T09:30:00.000Z',
        '2026-06-01T00:00:00.000Z',
      ])
      expect(captures[1]?.headers).toEqual([['etag', '"1"']])
      expect(await ledger.knownCaptures([first.capture, { ...first.capture, name: 'other' }])).toEqual(
        new Set([first.capture.name]),
      )
    }))

  test('refuses bytes that are not those of the record, and then keeps nothing of the batch', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY)
      const forged = { ...page, bytes: Buffer.from('other bytes') }
      const other = await arrival(article('Another', ['The mayor said on Monday that the bridge would open.']))
      await expect(ledger.add([other, forged])).rejects.toMatchObject({ code: 'record-invalid' })
      expect(await ledger.counts()).toEqual({ pages: 0, statements: 0, speakers: 0, distinct: 0 })
    }))

  test('puts a changed page beside the old one, and says what became of its statements', () =>
    withLedger(async (ledger) => {
      const url = 'https://tarn.example/survey'
      const changed = SURVEY.replace(
        'No family was removed without a hearing',
        'Hardly any family was removed without a hearing',
      ).replace(/<p>The group Open Gates[^<]*<\/p>/, '')
      await ledger.add([await arrival(SURVEY, { url })])
      const [added] = await ledger.add([
        await arrival(changed, { url: `${url}#top`, retrieved: '2026-05-15T00:00:00.000Z' }),
      ])
      expect(added?.how).toBe('version')
      const { items: notices } = await ledger.find({ words: '"without notice"' })
      expect(notices.map(({ page }) => page.url)).toEqual([`${url}#top`])
      expect((await ledger.find({ words: '"without notice"', versions: true })).total).toBe(2)
      const { items: lost } = await ledger.find({ words: 'independent inquiry' })
      expect(lost).toHaveLength(1)
      const { versions } = await ledger.show(lost[0]?.said.id as StatementId)
      expect(versions.map(({ how }) => how)).toEqual(['lost'])
      const { items: denials } = await ledger.find({ words: 'family removed hearing', quotation: ['direct'] })
      expect(denials.map(words).sort()).toHaveLength(2)
    }))

  test('takes an older version in after the newer one, in its place by time', () =>
    withLedger(async (ledger) => {
      const url = 'https://tarn.example/survey'
      await ledger.add([await arrival(SURVEY, { url, retrieved: '2026-05-15T00:00:00.000Z' })])
      await ledger.add([await arrival(SURVEY.replace('412', '410'), { url, retrieved: '2026-05-14T00:00:00.000Z' })])
      const { items } = await ledger.find({ words: '"without notice"' })
      expect(items).toHaveLength(1)
      const shown = await ledger.show(items[0]?.said.id as StatementId)
      expect(shown.captures[0]?.retrieved).toBe('2026-05-15T00:00:00.000Z')
    }))

  test('finds by prefix, phrase, alternatives and what must not stand there; accents and possessives are no matter', () =>
    withLedger(async (ledger) => {
      await ledger.add([
        await arrival(
          article('Ports', [
            'Luis Peña said the ports’ cranes were stopped.',
            'Peña said that the strike would end soon.',
            'Peña said that the cranes would not be sold.',
          ]),
        ),
      ])
      const total = async (text: string) => (await ledger.find({ words: text })).total
      expect(await total('crane*')).toBe(2)
      expect(await total('cranes -sold')).toBe(1)
      expect(await total('strike OR sold')).toBe(2)
      expect(await total('"cranes were stopped"')).toBe(1)
      expect(await total('"were cranes stopped"')).toBe(0)
      expect(await total('PENA port*')).toBe(1)
      expect(await total(`quote' ) OR ("`)).toBe(0)
      await expect(ledger.find({ words: '-cranes' })).rejects.toMatchObject({ code: 'usage' })
      expect((await ledger.findArticles({ words: '"strike would end"' })).items[0]).toMatchObject({
        page: { title: 'Ports' },
      })
    }))

  test('narrows by speaker, act, kind of quotation, outlet and date', () =>
    withLedger(async (ledger) => {
      await ledger.add([
        await arrival(SURVEY),
        await arrival(
          article('Later', ['Pavel Dorn, the interior minister, said on Friday that the valley would be resettled.'], {
            published: '2027-01-09',
            publisher: 'Morning Post',
          }),
          { name: 'later.html' },
        ),
      ])
      const [dorn] = await ledger.who('Pavel Dorn')
      expect(dorn).toMatchObject({ name: 'Pavel Dorn', pages: 2 })
      const speakers = [dorn?.id as string]
      const all = await ledger.find({ words: '', speakers })
      expect(all.total).toBe(dorn?.statements)
      expect(all.items[0]?.page.outlet).toBe('Morning Post')
      expect((await ledger.find({ words: '', speakers, outlet: 'morning post' })).total).toBe(1)
      expect((await ledger.find({ words: '', speakers, from: '2027', to: '2027' })).total).toBe(1)
      expect((await ledger.find({ words: '', speakers, to: '2026-12' })).total).toBe(all.total - 1)
      expect((await ledger.find({ words: '', speakers, from: '1990', to: '2026-05-31' })).total).toBe(all.total - 1)
      expect((await ledger.find({ words: '', acts: ['deny'] })).items.map(({ said }) => said.act)).toContain('deny')
      expect(
        (await ledger.find({ words: '', quotation: ['direct'] })).items.every(
          ({ said }) => said.quotation === 'direct',
        ),
      ).toBe(true)
      await expect(ledger.find({ words: '', from: '2027', to: '2026' })).rejects.toMatchObject({ code: 'usage' })
      await expect(ledger.find({ words: '', from: 'soon' })).rejects.toMatchObject({ code: 'usage' })
    }))

  test('keeps namesakes apart and offers them; merges and splits by hand, and takes both back', () =>
    withLedger(async (ledger) => {
      const page = (role: string, said: string, file: string) =>
        arrival(article(file, [`Maria Lund, ${role}, said ${said}.`, 'Lund said she would go on.']), { name: file })
      await ledger.add([
        await page('the mayor of Tarn', 'the bridge was safe', 'a.html'),
        await page('the mayor of Tarn', 'the budget was sound', 'b.html'),
        await page('a cellist with the Marrow Quartet', 'the hall was cold', 'c.html'),
      ])
      const lunds = await ledger.who('Lund')
      expect(lunds.map(({ pages }) => pages).sort()).toEqual([1, 2])
      const cellist = lunds.find(({ pages }) => pages === 1)
      const mayor = lunds.find(({ pages }) => pages === 2)
      if (!cellist || !mayor) throw new Error('two are named Lund')
      expect(cellist.perhaps.map(({ id }) => id)).toEqual([mayor.id])
      const merge = await ledger.correct({ change: { kind: 'merge', from: cellist.id, into: mayor.id }, ...BY })
      expect((await ledger.who('Lund')).map(({ pages, statements }) => [pages, statements])).toEqual([
        [3, cellist.statements + mayor.statements],
      ])
      await ledger.correct({ change: { kind: 'undo', correction: merge.number }, ...BY })
      expect((await ledger.who('Lund')).map(({ statements }) => statements).sort()).toEqual(
        [cellist.statements, mayor.statements].sort(),
      )
      const second = (await ledger.find({ words: 'budget sound' })).items[0]?.said.page
      if (!second) throw new Error('the second page has a statement')
      const into = splitId(mayor.id, [second])
      const split = await ledger.correct({ change: { kind: 'split', from: mayor.id, pages: [second], into }, ...BY })
      expect((await ledger.who('Lund')).map(({ pages }) => pages)).toEqual([1, 1, 1])
      expect((await ledger.find({ words: '', speakers: [into] })).items.every(({ said }) => said.page === second)).toBe(
        true,
      )
      await ledger.correct({ change: { kind: 'undo', correction: split.number }, ...BY })
      expect((await ledger.find({ words: '', speakers: [mayor.id] })).total).toBe(mayor.statements)
    }))

  test('finds speakers by the beginning of a name where that is asked for, those with the whole word first', () =>
    withLedger(async (ledger) => {
      const page = (...names: string[]) =>
        arrival(
          article(
            names.join(' '),
            names.map((name, i) => `${name}, a pilot, said that ferry ${i} was late.`),
          ),
          { name: `${names[0]}.html` },
        )
      await ledger.add([await page('Mila Brennick', 'Mila Brenn', 'Ines Brennick')])
      await ledger.add([await page('Mila Brennick')])
      const named = async (name: string, begins = true) =>
        (await ledger.speakers({ name, begins })).items.map((person) => person.name)
      expect(await named('Brenn')).toEqual(['Mila Brenn', 'Mila Brennick', 'Ines Brennick'])
      expect(await named('mila brennic')).toEqual(['Mila Brennick'])
      expect(await named('Mil')).toHaveLength(2)
      expect(await named('Brenn Mila')).toEqual(['Mila Brenn'])
      expect(await named('rennick')).toEqual([])
      // Whoever means one person is not given another.
      expect(await named('Brenn', false)).toEqual(['Mila Brenn'])
      expect(await named('Brennic', false)).toEqual([])
      expect(await ledger.who('Brennic')).toEqual([])
      const { items, total } = await ledger.speakers({ name: 'Brenn', begins: true, limit: 1, offset: 1 })
      expect([items.map((person) => person.name), total]).toEqual([['Mila Brennick'], 3])
    }))

  test('keeps what people correct beside what was found, and takes it back', () =>
    withLedger(async (ledger, place) => {
      const page = await arrival(SURVEY)
      await ledger.add([page])
      const found = (await ledger.find({ words: 'notice' })).items[0] as Entry
      const id = found.said.id
      const reject = await ledger.correct({ change: { kind: 'reject', statement: id }, ...BY })
      expect((await ledger.find({ words: 'notice' })).total).toBe(0)
      expect((await ledger.show(id)).status).toBe('rejected')
      await ledger.correct({ change: { kind: 'undo', correction: reject.number }, ...BY })
      expect((await ledger.find({ words: 'notice' })).items).toEqual([found])
      await expect(
        ledger.correct({ change: { kind: 'undo', correction: reject.number }, ...BY }),
      ).rejects.toMatchObject({ code: 'usage' })

      const statement = page.record.statements.find((each) => each.id === id)
      const content = statement?.content[0]
      if (!content) throw new Error('the statement has content')
      const start = page.record.reading.text.indexOf('The clearances', content.start)
      const edit = await ledger.correct({
        change: { kind: 'edit', statement: id, act: 'accuse', content: [[start, start + 14]] },
        note: 'only this',
        ...BY,
      })
      const edited = (await ledger.find({ words: 'clearances', acts: ['accuse'] })).items[0]
      expect(edited).toMatchObject({ status: 'corrected', said: { act: 'accuse' } })
      expect(words(edited as Entry)).toBe(page.record.reading.text.slice(start, start + 14))
      expect((await ledger.corrections({ target: id })).map(({ number, undoneBy }) => [number, undoneBy])).toEqual([
        [1, 2],
        [edit.number, null],
      ])
      // What the machine found stays as it was.
      expect(await ledger.record(page.record.page.id)).toEqual(page.record)
      await expect(
        ledger.correct({ change: { kind: 'edit', statement: id, content: [[0, 10_000_000]] }, ...BY }),
      ).rejects.toMatchObject({ code: 'span-invalid' })
      await expect(
        ledger.correct({ change: { kind: 'accept', statement: 'f'.repeat(32) as StatementId }, ...BY }),
      ).rejects.toMatchObject({
        code: 'not-found',
      })
      // Accepted or rejected as it was corrected, it is no damage; what no correction says is.
      await ledger.correct({ change: { kind: 'speaker', statement: id, speaker: null }, ...BY })
      for (const kind of ['accept', 'reject'] as const) {
        await ledger.correct({ change: { kind, statement: id }, ...BY })
        expect((await ledger.verify()).faults).toEqual([])
      }
      await spoil(
        place,
        `update statements set said = replace(said, 'The clearances', 'No clearances') where id = '${id}'`,
      )
      expect((await ledger.verify()).faults.map(({ what }) => what)).toEqual(['statement'])
    }))

  test('what was rejected stays so, however it is changed, until it is accepted', () =>
    withLedger(async (ledger) => {
      await ledger.add([await arrival(SURVEY)])
      const id = ((await ledger.find({ words: '"without notice"' })).items[0] as Entry).said.id
      const status = async () => [
        (await ledger.show(id)).status,
        (await ledger.find({ words: '"without notice"' })).total,
      ]
      await ledger.correct({ change: { kind: 'reject', statement: id }, ...BY })
      await ledger.correct({ change: { kind: 'edit', statement: id, act: 'accuse' }, ...BY })
      await ledger.correct({ change: { kind: 'speaker', statement: id, speaker: null }, ...BY })
      expect(await status()).toEqual(['rejected', 0])
      expect((await ledger.verify()).faults).toEqual([])
      await ledger.correct({ change: { kind: 'accept', statement: id }, ...BY })
      expect(await status()).toEqual(['corrected', 1])
      expect((await ledger.show(id)).said).toMatchObject({ act: 'accuse', speaker: null })
    }))

  test('taking back what is not there says so, and nothing is kept of it', () =>
    withLedger(async (ledger) => {
      await expect(ledger.correct({ change: { kind: 'undo', correction: 1 }, ...BY })).rejects.toMatchObject({
        code: 'not-found',
      })
      expect(await ledger.corrections()).toEqual([])
    }))

  test('counts a page once for speakers who were merged', () =>
    withLedger(async (ledger) => {
      await ledger.add([await arrival(SURVEY)])
      const { items } = await ledger.speakers({})
      const [into, from] = items
      await ledger.correct({ change: { kind: 'merge', from: from?.id as string, into: into?.id as string }, ...BY })
      expect((await ledger.speakers({})).items.map(({ pages }) => pages)).toEqual(items.slice(1).map(() => 1))
    }))

  test('takes in a statement that was missed, with its speaker', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY)
      await ledger.add([page])
      const { text } = page.record.reading
      const start = text.indexOf('forced clearances')
      const content = [[start, start + 'forced clearances'.length] as const]
      const [okafor] = await ledger.who('Ana Okafor')
      const statement = addedId(page.record.page.id, content, null, null)
      const change = {
        kind: 'add',
        page: page.record.page.id,
        statement,
        content,
        cue: null,
        mention: null,
        act: 'find',
        speaker: okafor?.id ?? null,
      } as const
      const { number } = await ledger.correct({ change, ...BY })
      const { items } = await ledger.find({ words: '"forced clearances"', acts: ['find'] })
      expect(items[0]).toMatchObject({ status: 'added', said: { id: statement, speaker: { name: 'Ana Okafor' } } })
      expect((await ledger.verify()).faults).toEqual([])
      await ledger.correct({ change: { kind: 'undo', correction: number }, ...BY })
      expect((await ledger.find({ words: '"forced clearances"', acts: ['find'] })).total).toBe(0)
      expect((await ledger.verify()).faults).toEqual([])
    }))

  test('tells of every change behind its back', () =>
    withLedger(async (ledger, place) => {
      await ledger.add([await arrival(SURVEY)])
      expect(await ledger.verify()).toMatchObject({ pages: 1, faults: [] })
      await spoil(place, `update statements set said = replace(said, 'notice', 'noise')`)
      expect((await ledger.verify()).faults.map(({ what }) => what)).toEqual(['statement'])
      await spoil(place, `update pages set record_hash = 'x'`)
      await spoil(place, `update ${kind === 'SQLite' ? 'pages' : 'readings'} set bytes = record`)
      expect(new Set((await ledger.verify()).faults.map(({ what }) => what))).toEqual(
        new Set(['bytes', 'record', 'statement']),
      )
    }))

  test('gives what a kept search has not told of yet', () =>
    withLedger(async (ledger) => {
      await ledger.add([await arrival(SURVEY)])
      await ledger.saveSearch({ name: 'valley', question: { words: 'valley' } })
      expect((await ledger.news('valley')).items).toEqual([])
      await ledger.add([
        await arrival(article('More', ['The mayor said that the valley was empty.']), { name: 'more.html' }),
      ])
      const { items, mark } = await ledger.news('valley')
      expect(items.map(words)).toEqual(['that the valley was empty'])
      expect((await ledger.news('valley')).items).toHaveLength(1)
      await ledger.seen('valley', mark)
      expect((await ledger.news('valley')).items).toEqual([])
      expect(await ledger.searches()).toEqual([{ name: 'valley', question: { words: 'valley' } }])
      await ledger.dropSearch('valley')
      await expect(ledger.news('valley')).rejects.toMatchObject({ code: 'not-found' })
    }))

  test('goes on with a run that was broken off', () =>
    withLedger(async (ledger) => {
      const run = await ledger.beginImport('a b', '2026-05-20T10:00:00Z')
      await ledger.add([await arrival(SURVEY, { name: 'a' })], run)
      await ledger.note(run, [
        { name: 'b', outcome: 'failed', why: 'no network' },
        { name: 'c', outcome: 'skipped', why: 'an image' },
      ])
      const again = await ledger.beginImport('a b', '2026-05-20T11:00:00Z')
      expect(again).toEqual({ id: run.id, resumed: true })
      expect(await ledger.doneIn(again, ['a', 'b', 'c', 'd'])).toEqual(new Set(['a', 'c']))
      await ledger.finishImport(again, '2026-05-20T12:00:00Z')
      expect((await ledger.beginImport('a b', '2026-05-21T10:00:00Z')).resumed).toBe(false)
    }))

  test('knows near copies of a page, and what is said again elsewhere, in the same words or in others', () =>
    withLedger(async (ledger) => {
      const first = await arrival(SURVEY, { name: 'first.html' })
      await ledger.add([first])
      const copy = SURVEY.replace(/Office reports[^<]*/g, 'Valley cleared by force').replace(
        'The Tarn Ledger',
        'Morning Post',
      )
      const [copied] = await ledger.add([await arrival(copy, { name: 'copy.html' })])
      expect(copied?.copyOf).toBe(first.record.page.id)
      const requoted = (words: string) =>
        article('Looking back', [`Ana Okafor, the office’s deputy director, spoke again. “${words},” said Okafor.`], {
          published: '2026-06-01',
          publisher: 'Evening Echo',
        })
      await ledger.add([
        await arrival(requoted('The clearances were carried out at night and without notice'), { name: 'exact.html' }),
        await arrival(requoted('The clearances were carried out by night and without any notice'), {
          name: 'altered.html',
        }),
      ])
      const { items } = await ledger.find({ words: 'clearances night', sort: 'oldest' })
      expect(items).toHaveLength(4)
      expect((await ledger.find({ words: 'clearances night', copies: false })).total).toBe(1)
      expect(items.map(({ repeats }) => repeats)).toEqual([3, 3, 3, 3])
      const { elsewhere } = await ledger.show(items[3]?.said.id as StatementId)
      expect(elsewhere.map(({ first: isFirst }) => isFirst)).toEqual([true, false, false])
      const kinds = await Promise.all(
        items.map(async ({ said }) => (await ledger.show(said.id)).elsewhere.map(({ kind }) => kind)),
      )
      expect(new Set(kinds.flat())).toEqual(new Set(['exact', 'altered']))
      const { distinct, statements } = await ledger.counts()
      expect(distinct).toBeLessThan(statements)
    }))

  test('joins a denial to what it denies, on its page and across pages, and takes a person’s word for it', () =>
    withLedger(async (ledger) => {
      await ledger.add([await arrival(SURVEY)])
      const { items } = await ledger.disputes({ words: '', offered: true })
      const dispute = items.find(({ claim }) => words(claim).includes('412 families had been removed'))
      const denial = dispute?.links.find(({ answer }) => answer.said.speaker?.name === 'Pavel Dorn')
      expect(denial).toMatchObject({ kind: 'denies' })
      expect(denial?.why).not.toBe('')
      const claim = dispute?.claim.said.id as StatementId
      const answer = denial?.answer.said.id as StatementId
      const answers = async () =>
        (await ledger.find({ words: '', inResponseTo: claim })).items.map(({ said }) => said.id)
      expect((await ledger.disputes({ words: 'bridge', offered: true })).total).toBe(0)

      const yes = await ledger.correct({ change: { kind: 'link', answer, claim, is: 'denies' }, ...BY })
      expect(await answers()).toContain(answer)
      expect((await ledger.disputes({ words: 'families' })).items.map((each) => each.claim.said.id)).toContain(claim)
      await ledger.correct({ change: { kind: 'link', answer, claim, is: null }, ...BY })
      expect(await answers()).not.toContain(answer)
      expect(
        (await ledger.disputes({ words: 'families', offered: true })).items.flatMap(({ links }) =>
          links.map((link) => link.answer.said.id),
        ),
      ).not.toContain(answer)
      await ledger.correct({ change: { kind: 'undo', correction: yes.number + 1 }, ...BY })
      await ledger.correct({ change: { kind: 'undo', correction: yes.number }, ...BY })
      expect((await ledger.show(answer)).links.find((link) => link.claim.said.id === claim)).toEqual(denial)
      await expect(
        ledger.correct({ change: { kind: 'link', answer: claim, claim, is: 'denies' }, ...BY }),
      ).rejects.toMatchObject({ code: 'usage' })

      const reply = article(
        'Dorn answers the Office for River Rights',
        [
          'Pavel Dorn, the interior minister, rejected the finding of the Office for River Rights that families had been removed from the Marrow valley without a hearing.',
        ],
        { published: '2026-05-20', publisher: 'Morning Post' },
      )
      await ledger.add([await arrival(reply, { name: 'reply.html' })])
      const shown = await ledger.show(claim)
      // Across pages a link may be no more than offered; a person can make it certain.
      for (const link of shown.links) expect(link.confidence).toBeGreaterThan(0)
      const elsewhere = (await ledger.find({ words: '', outlet: 'Morning Post' })).items[0]?.said.id as StatementId
      await ledger.correct({ change: { kind: 'link', answer: elsewhere, claim, is: 'denies' }, ...BY })
      expect((await ledger.find({ words: '', inResponseTo: claim })).items.map(({ said }) => said.id)).toContain(
        elsewhere,
      )
    }))

  test('an older version of the same page is no repeat elsewhere', () =>
    withLedger(async (ledger) => {
      const url = 'https://tarn.example/survey'
      await ledger.add([await arrival(SURVEY, { url })])
      await ledger.add([await arrival(SURVEY.replace('412', '413'), { url, retrieved: '2026-05-16T00:00:00Z' })])
      const { items } = await ledger.find({ words: '"without notice"' })
      expect(items.map(({ repeats }) => repeats)).toEqual([0])
      expect((await ledger.show(items[0]?.said.id as StatementId)).elsewhere).toEqual([])
    }))

  test('keeps pages that are added together as those that are added one by one', async () => {
    const url = 'https://tarn.example/survey'
    const survey = await arrival(SURVEY, { url })
    const echo = article(
      'Looking back',
      [
        'Ana Okafor, the office’s deputy director, spoke again. “The clearances were carried out at night and without notice,” said Okafor.',
        'Pavel Dorn, the interior minister, rejected the finding of the Office for River Rights that 412 families had been removed from the Marrow valley without a hearing.',
      ],
      { published: '2026-05-20', publisher: 'Evening Echo' },
    )
    const pages = [
      survey,
      { ...survey, capture: { ...survey.capture, name: 'seen again' } },
      survey,
      await arrival(SURVEY.replace('The Tarn Ledger', 'Morning Post'), { name: 'copy.html' }),
      await arrival(SURVEY.replace('412', '413'), { url, retrieved: '2026-05-16T00:00:00.000Z' }),
      await arrival(echo, { name: 'echo.html' }),
    ]
    const kept = async (groups: readonly (typeof pages)[]) => {
      const ledger = await openLedger(await fresh())
      const added = []
      for (const group of groups) added.push(...(await ledger.add(group)))
      const { items } = await ledger.find({ words: '' })
      const shown = await Promise.all(items.map(({ said }) => ledger.show(said.id)))
      const { items: speakers } = await ledger.speakers({})
      const faults = (await ledger.verify()).faults
      const counts = await ledger.counts()
      await ledger.close()
      return { added, items, shown, speakers, counts, faults }
    }
    const together = await kept([pages])
    expect(together.added.map(({ how }) => how)).toEqual(['new', 'known', 'known', 'new', 'version', 'new'])
    expect(together.added[3]?.copyOf).toBe(survey.record.page.id)
    expect(together.shown.flatMap(({ links }) => links)).not.toEqual([])
    expect(together.shown.flatMap(({ elsewhere }) => elsewhere)).not.toEqual([])
    expect(together).toEqual(await kept(pages.map((page) => [page])))
  })

  test('comes back from its archive byte for byte, in either kind of store', () =>
    withLedger(async (ledger) => {
      const url = 'https://tarn.example/survey'
      const nul = Buffer.from('Dorn said that \u0000 “all is well” 😀.\n\nOkafor said it was not.')
      const first = await arrival(SURVEY, { url, headers: [['x-odd', 'a\u0000b\ud800']] })
      await ledger.add([first, await arrival(nul, { name: 'odd \u0000.txt' })])
      await ledger.add([{ ...first, capture: { ...first.capture, retrieved: '2026-07-01T00:00:00Z' } }])
      await ledger.addTimestamp(first.record.page.id, new Uint8Array([0, 255, 7]))
      const { items } = await ledger.find({ words: 'notice' })
      await ledger.correct({ change: { kind: 'accept', statement: items[0]?.said.id as StatementId }, ...BY })
      await ledger.saveSearch({ name: 'valley', question: { words: 'valley' } })
      const lines = await linesOf(ledger)
      for (const kind of storeKinds()) {
        const copy = await openLedger(await kind.fresh())
        try {
          const counts = await copy.importAll(stream(lines))
          expect(counts).toEqual(await ledger.counts())
          expect(await linesOf(copy)).toEqual(lines)
          expect(await copy.find({ words: 'valley' })).toEqual(await ledger.find({ words: 'valley' }))
          // Taking it in once more changes nothing.
          await copy.importAll(stream(lines))
          expect(await linesOf(copy)).toEqual(lines)
        } finally {
          await copy.close()
        }
      }
    }))

  test('tells of a record that is not what its page’s bytes say, where pages are read again, and takes no such archive in', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY)
      const { record } = page
      const { reading } = record
      const reread: Rereader = async ({ page: { kind, charset, url, name } }, bytes) => {
        const again = await pageFromBytes(bytes, { kind, charset, url, name: name ?? '' })
        return { page: again, reading: read(again) }
      }
      const told = { ...reading, text: reading.text.replace('No family was removed', 'My family was removed') }
      const dated = { ...reading, meta: { ...reading.meta, published: '2025-05-13' } }
      for (const [n, forged] of [told, dated].entries()) {
        const other = await openLedger(await fresh())
        try {
          await other.add([{ ...page, record: { ...record, reading: forged } }])
          expect((await other.verify()).faults).toEqual([])
          const { faults } = await other.verify({ reread })
          expect(faults.map(({ page: of, what }) => [of, what])).toEqual([[record.page.id, 'record']])
          const taken = ledger.importAll(stream(await linesOf(other)), { reread })
          await expect(taken, `${n}`).rejects.toMatchObject({ code: 'archive-invalid' })
          expect((await ledger.counts()).pages).toBe(0)
        } finally {
          await other.close()
        }
      }
      // What another version read differently may be right.
      await ledger.add([{ ...page, record: { ...record, reading: { ...told, reader: 'onrecord 0.0.1' } } }])
      await ledger.add([await arrival('Dorn said that “all is well”.', { name: 'own.txt' })])
      expect(await ledger.verify({ reread })).toMatchObject({ pages: 2, faults: [], otherVersions: 1 })
    }))

  test('an archive that was cut off between two lines is told of, and what came before is there', () =>
    withLedger(async (ledger) => {
      await ledger.add([
        await arrival(SURVEY, { name: 'a.html' }),
        await arrival(`${SURVEY}<!-- -->`, { name: 'b.html' }),
      ])
      const { items } = await ledger.find({ words: '"without notice"' })
      await ledger.correct({ change: { kind: 'reject', statement: items[0]?.said.id as StatementId }, ...BY })
      const lines = await linesOf(ledger)
      expect(lines.at(-1)).toEqual({ end: { pages: 2, corrections: 1, searches: 0 } })
      const takenIn = async (part: readonly ArchiveLine[]) => {
        const copy = await openLedger(await fresh())
        try {
          await expect(copy.importAll(stream(part))).rejects.toMatchObject({ code: 'archive-invalid' })
          return (await copy.counts()).pages
        } finally {
          await copy.close()
        }
      }
      expect(await takenIn(lines.slice(0, 1))).toBe(0)
      expect(await takenIn(lines.slice(0, 2))).toBe(1)
      expect(await takenIn(lines.slice(0, -1))).toBe(2)
      expect(await takenIn(lines.filter((line) => !('correction' in line)))).toBe(2)
      const before = lines.map((line) =>
        'archive' in line ? { ...line, archive: 'onrecord/archive/1' as const } : line,
      )
      await ledger.importAll(stream(before.slice(0, -1)))
    }))

  test('takes writers one at a time, from several connections at once', () =>
    withLedger(async (ledger, place) => {
      const other = await openLedger(place)
      try {
        const pages = await Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            arrival(article(`Page ${i}`, [`Maria Lund, the mayor of Tarn, said the plan had ${i} parts.`]), {
              name: `${i}.html`,
            }),
          ),
        )
        await Promise.all(pages.map((page, i) => (i % 2 === 0 ? ledger : other).add([page])))
        expect((await other.counts()).pages).toBe(12)
        expect((await ledger.who('Maria Lund')).map(({ pages: n }) => n)).toEqual([12])
      } finally {
        await other.close()
      }
    }))

  test('refuses a ledger of a newer version, and a database that is no ledger, without touching them', async () => {
    const place = await fresh()
    await (await openLedger(place)).close()
    await spoil(place, `insert into migrations (name) values ('9999-later')`)
    await expect(openLedger(place)).rejects.toMatchObject({ code: 'ledger-newer' })
    const foreign = await fresh()
    await spoil(foreign, 'create table accounts (id integer)')
    await expect(openLedger(foreign)).rejects.toMatchObject({
      code: 'ledger-broken',
      message: expect.stringContaining('accounts'),
    })
  })

  test('lists pages, those added last first, and those whose title, outlet or address has words', () =>
    withLedger(async (ledger) => {
      const survey = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      const ferry = await arrival(
        article('Ferry "sold" for 100%_ more', ['“It is sold,” said Ilse Brandt.'], { publisher: 'River Post' }),
        { name: 'ferry.html' },
      )
      await ledger.add([survey])
      await ledger.add([ferry])
      const ids = async (words?: string) =>
        (await ledger.pages(words === undefined ? {} : { words })).items.map(({ page }) => page.id)
      expect(await ids()).toEqual([ferry.record.page.id, survey.record.page.id])
      expect(await ids('RIVER "sold"')).toEqual([ferry.record.page.id])
      expect(await ids('100%_')).toEqual([ferry.record.page.id])
      expect(await ids('1%more')).toEqual([])
      expect(await ids('[fs]erry')).toEqual([])
      const mill = await arrival(
        article('Мельница ПРОДАНА [дважды]', ['“It is sold,” said Ilse Brandt again.'], { publisher: 'Éclair ΦΩΣ' }),
        { name: 'mill.html' },
      )
      await ledger.add([mill])
      for (const words of ['мельница', 'МЕЛЬНИЦА проДана', '[ДВАЖДЫ]', 'éCLAIR', 'ÉCLAIR', 'φως', 'mill.html'])
        expect(await ids(words), words).toEqual([mill.record.page.id])
      for (const words of ['мельницы', '[два]', 'mill?html', '.*']) expect(await ids(words), words).toEqual([])
      expect(await ids('tarn.example/survey')).toEqual([survey.record.page.id])
      expect(await ledger.pages({ limit: 1, offset: 2 })).toMatchObject({
        total: 3,
        items: [{ size: survey.bytes.length, statements: survey.record.statements.length, reviewed: 0, newer: null }],
      })
    }))

  test('shows a page with its versions, its statements and what people made of them, and its own bytes', () =>
    withLedger(async (ledger) => {
      const older = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      const newer = await arrival(SURVEY.replace('stood by its report', 'stood by all of its report'), {
        url: 'https://tarn.example/survey',
        retrieved: '2026-05-15T09:30:00.000Z',
      })
      await ledger.add([older])
      await ledger.add([newer])
      const id = older.record.page.id
      const rejected = older.record.statements[1]?.id as StatementId
      await ledger.correct({ ...BY, change: { kind: 'reject', statement: rejected } })
      const page = await ledger.page(id)
      expect(page.versions.map((each) => each.id)).toEqual([id, newer.record.page.id])
      expect(page.newer).toBe(newer.record.page.id)
      expect(page.captures).toEqual([older.capture])
      expect(page.reviewed).toBe(1)
      expect(page.entries.map(({ said }) => said.id)).toEqual(older.record.statements.map((each) => each.id))
      expect(page.entries.find(({ said }) => said.id === rejected)?.status).toBe('rejected')
      expect(page.speakers.map(({ own }) => own).sort()).toEqual(older.record.speakers.map((each) => each.id).sort())
      const [okafor] = await ledger.who('Ana Okafor')
      expect(page.speakers.map((each) => each.id)).toContain(okafor?.id)
      expect(Buffer.from(await ledger.bytes(id)).equals(Buffer.from(older.bytes))).toBe(true)
      await expect(ledger.page('0'.repeat(64) as never)).rejects.toMatchObject({ code: 'not-found' })
      await expect(ledger.bytes('0'.repeat(64) as never)).rejects.toMatchObject({ code: 'not-found' })
    }))

  test('counts what the answers to a question are of', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      await ledger.add([page])
      const all = await ledger.facets({ words: '' })
      const sum = (facets: readonly { statements: number }[]) => facets.reduce((n, each) => n + each.statements, 0)
      expect(all.counted).toBe(page.record.statements.length)
      expect(sum(all.acts)).toBe(all.counted)
      expect(sum(all.quotation)).toBe(all.counted)
      expect(all.outlets).toEqual([{ value: 'The Tarn Ledger', name: 'The Tarn Ledger', statements: all.counted }])
      const okafor = all.speakers.find(({ name }) => name === 'Ana Okafor')
      expect(okafor?.statements).toBe((await ledger.find({ words: '', speakers: [okafor?.value ?? ''] })).total)
      const some = await ledger.facets({ words: 'findings', acts: ['deny'] })
      expect(some.acts.map(({ value }) => value)).toEqual(['deny'])
      expect(some.counted).toBe((await ledger.find({ words: 'findings', acts: ['deny'] })).total)
    }))

  test('offers what is least sure first, until somebody has looked at it', () =>
    withLedger(async (ledger) => {
      const page = await arrival(SURVEY, { url: 'https://tarn.example/survey' })
      await ledger.add([page])
      const before = await ledger.unsure({})
      expect(before.total).toBe(page.record.statements.length)
      const sure = before.items.map(({ confidence }) => confidence)
      expect(sure).toEqual([...sure].sort((a, b) => a - b))
      const first = before.items[0]?.said.id as StatementId
      await ledger.correct({ ...BY, change: { kind: 'accept', statement: first } })
      const after = await ledger.unsure({ page: page.record.page.id })
      expect(after.items.map(({ said }) => said.id)).toEqual(before.items.slice(1).map(({ said }) => said.id))
    }))

  test('tells how runs of add went', () =>
    withLedger(async (ledger) => {
      const run = await ledger.beginImport('key', '2026-05-14T09:30:00.000Z')
      await ledger.note(run, [
        { name: 'a.html', outcome: 'failed', why: 'The page is empty.' },
        { name: 'b.gif', outcome: 'skipped', why: 'no page' },
      ])
      await ledger.add([await arrival(SURVEY)], run)
      const [told] = await ledger.runs(5)
      expect(told).toEqual({
        id: run.id,
        began: '2026-05-14T09:30:00.000Z',
        finished: null,
        added: 1,
        known: 0,
        skipped: 1,
        failed: 1,
        failures: [{ name: 'a.html', why: 'The page is empty.' }],
      })
    }))
})

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
