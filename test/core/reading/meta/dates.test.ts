import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, readDate } from '../../../../src/core/reading/meta/dates.js'

describe('readDate', () => {
  it.each([
    ['2024-03-03', '2024-03-03'],
    ['2024-03-03T10:15:00Z', '2024-03-03T10:15:00Z'],
    ['2024-03-03T10:15:00.123+0100', '2024-03-03T10:15:00+01:00'],
    ['2024-03-03T10:15:00.0000000Z', '2024-03-03T10:15:00Z'],
    ['2024-03-03T10:15', '2024-03-03T10:15'],
    ['2024-03-03 10:15:00 -05:00', '2024-03-03T10:15:00-05:00'],
    ['2024-03-03T10:15:00-05:00[America/New_York]', '2024-03-03T10:15:00-05:00'],
    ['2024/03/03', '2024-03-03'],
    ['20240303', '2024-03-03'],
    ['20240303T101500Z', '2024-03-03T10:15:00Z'],
    ['Sun, 03 Mar 2024 10:15:00 GMT', '2024-03-03T10:15:00Z'],
    ['Sun, 03 Mar 2024 10:15:00 +0530', '2024-03-03T10:15:00+05:30'],
    ['Sun Mar 03 2024 10:15:00 GMT+0200 (Eastern European Standard Time)', '2024-03-03T10:15:00+02:00'],
    ['Sun Mar  3 10:15:00 2024', '2024-03-03T10:15:00'],
    ['1709461000', '2024-03-03T10:16:40Z'],
    ['1709461000123', '2024-03-03T10:16:40Z'],
    ['3 March 2024 10:15 GMT', '2024-03-03T10:15Z'],
    ['3rd of March, 2024', '2024-03-03'],
    ['3-Mar-2024', '2024-03-03'],
    ['2024, March 3', '2024-03-03'],
    ['Posted on 12 May 2020', '2020-05-12'],
    ['March 3, 2024 at 10:15 a.m. ET', '2024-03-03T10:15-05:00'],
    ['March 10, 2024 at 1:59 a.m. ET', '2024-03-10T01:59-05:00'],
    ['March 10, 2024 at 3:00 a.m. ET', '2024-03-10T03:00-04:00'],
    ['July 3, 2024 at 10:15 PM PT', '2024-07-03T22:15-07:00'],
    ['November 3, 2024 3:00 am CT', '2024-11-03T03:00-06:00'],
    ['12:05 am, March 3, 2024', '2024-03-03T00:05'],
    ['10:15 GMT, Sunday 3 March 2024', '2024-03-03T10:15Z'],
    ['Published 10:15 AM EST, Sun March 3, 2024', '2024-03-03T10:15-05:00'],
    ['3 March 2024 10:15 IST', '2024-03-03T10:15'],
    ['3. März 2024, 10:15 Uhr', '2024-03-03T10:15'],
    ['3 de marzo de 2024', '2024-03-03'],
    ['Publié le 3 mars 2024 à 10h15', '2024-03-03T10:15'],
    ['3 août 2024', '2024-08-03'],
    ['3 марта 2024', '2024-03-03'],
    ['2024年3月3日', '2024-03-03'],
    ['2024년 3월 3일', '2024-03-03'],
    ['29 February 2024', '2024-02-29'],
  ])('reads %s', (words, iso) => {
    expect(readDate(words, true)).toBe(iso)
  })

  it.each([
    '',
    'yesterday',
    'March 2024',
    '2024',
    '2024-03',
    '31 February 2024',
    '29 February 2023',
    '2024-13-40',
    '99999999',
    '9999999999999999999',
    '3 March 99999',
    '12345',
    'version 1.2.2024.5',
    'two weeks ago',
    'Ana Ruiz',
    '0000-00-00',
  ])('finds no date in "%s"', (words) => {
    expect(readDate(words, true)).toBeNull()
  })

  it('reads figures day first or month first as told, and whichever way makes a day', () => {
    expect(readDate('03/04/2024', true)).toBe('2024-04-03')
    expect(readDate('03/04/2024', false)).toBe('2024-03-04')
    expect(readDate('13/04/2024', false)).toBe('2024-04-13')
    expect(readDate('04/13/2024', true)).toBe('2024-04-13')
    expect(readDate('03.04.2024', false)).toBe('2024-04-03')
    expect(readDate('3/4/24', true)).toBe('2024-04-03')
    expect(readDate('13/13/2024', true)).toBeNull()
  })

  it('gives back any day and time that ISO 8601 writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = `${date.toISOString().slice(0, 19)}Z`
          expect(readDate(iso, true)).toBe(iso)
        },
      ),
    )
  })

  it('bears any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.boolean(), (words, dayFirst) => {
        for (const d of findDates(words, dayFirst)) {
          expect(d.end).toBeGreaterThan(d.start)
          expect(Number.isNaN(Date.parse(d.iso.slice(0, 10)))).toBe(false)
        }
      }),
    )
  })
})

describe('findDates', () => {
  it('gives each date its place and its own time', () => {
    const words = 'Posted March 3, 2024 | Updated 4:30 p.m. March 5, 2024'
    expect(findDates(words, false).map((d) => [d.iso, words.slice(d.start, d.end)])).toEqual([
      ['2024-03-03', 'March 3, 2024'],
      ['2024-03-05T16:30', '4:30 p.m. March 5, 2024'],
    ])
  })

  it('does not take a duration for a time', () => {
    expect(findDates('Mar 3, 2024 · 8 min read', false).map((d) => d.iso)).toEqual(['2024-03-03'])
  })
})
