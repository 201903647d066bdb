import { describe, expect, test } from 'vitest'
import { call, codeOf, fresh, type Output, parts, textOf } from './mcp-calls.js'

describe('find_statements', () => {
  type One = Output<'find_statements'>['statements'][number]
  const find = async (args: object) => (await call('find_statements', args)).structuredContent

  test('gives what is on record, as the ledger has it', async () => {
    const result = await call('find_statements', { words: 'clearances notice', sort: 'oldest' })
    const { statements, total, leftOut } = result.structuredContent
    const { items } = await parts.ledger.find({ words: 'clearances notice', sort: 'oldest' })
    expect(statements.map(({ id }) => id)).toEqual(items.map(({ said }) => said.id))
    expect({ total, leftOut }).toEqual({ total: 2, leftOut: 0 })
    expect(statements[0]).toMatchObject({
      content: items[0]?.said.content,
      speaker: { name: 'Ana Okafor', kind: 'person' },
      page: { outlet: 'The Tarn Ledger', url: 'https://tarn.example/survey', published: '2026-05-13' },
    })
    for (const one of statements) expect(textOf(result)).toContain(`Statement ${one.id}`)
    expect(textOf(result)).toContain('> Address: https://tarn.example/survey')
  })

  test('takes every filter of the ledger', async () => {
    const all = await find({ limit: 50 })
    const only = async (args: object, holds: (one: One) => boolean) => {
      const { statements, total } = await find({ ...args, limit: 50 })
      expect(total, JSON.stringify(args)).toBeGreaterThan(0)
      expect(total).toBeLessThan(all.total)
      expect(statements.map(({ id }) => id).sort()).toEqual(
        all.statements
          .filter(holds)
          .map(({ id }) => id)
          .sort(),
      )
    }
    await only({ speakers: ['Okafor'] }, (one) => one.speaker?.name === 'Ana Okafor')
    await only({ speakers: ['Okafor', 'Pavel Dorn'] }, (one) => /Okafor|Dorn/.test(one.speaker?.name ?? ''))
    await only({ acts: ['deny'] }, (one) => one.act === 'deny')
    await only({ quotation: ['direct'] }, (one) => one.quotation === 'direct')
    await only({ from: '2026-05-14' }, ({ date }) => (date ?? '') >= '2026-05-14')
    await only({ to: '2026-05-13' }, ({ date }) => (date ?? '') <= '2026-05-13')
    await only({ outlet: 'marrow dispatch' }, (one) => one.page.outlet === 'Marrow Dispatch')
    const page = all.statements[0]?.page.id ?? ''
    await only({ page: page.slice(0, 12) }, (one) => one.page.id === page)
    const distinct = await find({ copies: false, limit: 50 })
    expect(distinct.total).toBe(all.total - 1)
    const answers = await parts.ledger.disputes({ words: '' })
    const claim = answers.items[0]
    expect(claim?.links.length).toBeGreaterThan(0)
    const answering = await find({ inResponseTo: claim?.claim.said.id })
    expect(answering.statements.map(({ id }) => id)).toContain(claim?.links[0]?.answer.said.id)
  })

  test('goes on with an offset, and tells of what it left out', async () => {
    const { statements, total } = await find({ limit: 50 })
    const parted = []
    for (let offset = 0; offset < total; offset += 3) {
      const one = await find({ limit: 3, offset })
      expect(one.leftOut).toBe(total - one.statements.length)
      parted.push(...one.statements)
    }
    expect(parted).toEqual(statements)
  })

  test('tells what is not there: a word, a speaker, a page, any page at all', async () => {
    const nothing = await call('find_statements', { words: 'unicorns' })
    expect(nothing.structuredContent).toMatchObject({ statements: [], total: 0, leftOut: 0 })
    expect(textOf(nothing)).toBe('No statement on record matches, on 2 pages.')
    expect(codeOf(await call('find_statements', { speakers: ['Nobody Atall'] }))).toBe('not-found')
    expect(codeOf(await call('find_statements', { page: '00000000' }))).toBe('not-found')
    expect(codeOf(await call('find_statements', { words: '-not' }))).toBe('usage')
    expect(textOf(await call('find_statements', {}, await fresh()))).toContain('no pages yet')
  })
})

describe('who', () => {
  test('gives profiles as the ledger has them', async () => {
    const result = await call('who', { name: 'Okafor' })
    const [profile] = result.structuredContent.profiles
    if (!profile) throw new Error('nobody was found')
    const [known] = await parts.ledger.who('Okafor')
    expect(profile).toMatchObject({ id: known?.id, name: 'Ana Okafor', kind: 'person', pages: 2 })
    expect(profile.statements).toBe(known?.statements)
    expect(profile.roles.map(({ words }) => words).join()).toContain('deputy director')
    expect(profile.latest.map(({ id }) => id)).toEqual(known?.latest.slice(0, 8).map((one) => one.said.id))
    expect(profile.leftOut).toBe(profile.statements - profile.latest.length)
    expect(textOf(result)).toContain('> Name: Ana Okafor')
  })

  test('nobody of that name is no error', async () => {
    const result = await call('who', { name: 'Nobody Atall' })
    expect(result.structuredContent.profiles).toEqual([])
    expect(textOf(result)).toContain('no speaker of that name')
  })
})
