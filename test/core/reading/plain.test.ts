import { describe, expect, test } from 'vitest'
import { Ancestries } from '../../../src/core/reading/ancestry.js'
import { featureRows } from '../../../src/core/reading/features/index.js'
import { plainColumn } from '../../../src/core/reading/features/plain/columns.js'
import { PLAIN, PLAIN_WIDTH, plainFeatures } from '../../../src/core/reading/features/plain/index.js'
import { phraseKeys, promiseKeys, strongest } from '../../../src/core/reading/features/plain/phrases.js'
import { textUnits } from '../../../src/core/reading/lines.js'

const PAGE = `Harbour Post
Menu
Harbour board delays dredging until autumn
By Lena Ortiz

The harbour board voted on Monday to delay the dredging of the northern basin until the autumn, citing costs.

Dredging would have begun in June. The board said that two of the three bidders had asked for more time.

Boats at the quay in March.Image: Runa Dahlgren

Fishermen had asked the board for a delay, since the dredging would have closed the basin in the herring season.

Comments

Ana, 3 days ago at 7:47 am

I think you will find my neighbours agree with me, and that we all want our quay to stay open this summer.

Tom, 2 days ago at 9:12 pm

You are right!

Ida, 12 days ago at 1:05 am

What about us?
`

const phrases = new Map([
  ['>=comments', -2.5],
  ['^by', -1],
  ['^by lena', -3],
  ['=menu', -4],
  ['~board', 2],
  ['~delay', 2],
])
const units = textUnits(PAGE)
const features = plainFeatures(
  PAGE,
  units,
  featureRows(PAGE, units, { title: null, summary: null, stated: null }, new Map(), new Ancestries(new Map())),
  phrases,
)
const at = (start: string) => units.findIndex((u) => PAGE.startsWith(start, u.start))
const value = (start: string, name: string) => features.rows[at(start) * PLAIN_WIDTH + plainColumn(name)]

describe('the columns of plain text', () => {
  test('have names of their own', () => {
    expect(new Set(PLAIN).size).toBe(PLAIN_WIDTH)
    expect(() => plainColumn('nothing')).toThrow('no column nothing')
  })

  test('weigh a line by the strongest of the phrases that it is known by', () => {
    expect(value('Menu', 'lineWeight')).toBe(-4)
    expect(value('By Lena', 'startWeight')).toBe(-3)
    expect(value('By Lena', 'lineWeight')).toBeNaN()
    // "board" and "delay", by the root of two.
    expect(value('The harbour board', 'proseWeight')).toBeCloseTo(4 / Math.sqrt(2), 5)
  })

  test('say what the lines above promise', () => {
    expect(value('Fishermen', 'promise')).toBeNaN()
    expect(value('Fishermen', 'worstPromise')).toBe(0)
    expect(value('I think', 'promise')).toBe(-2.5)
    expect(value('I think', 'sincePromise')).toBe(2)
    expect(value('What about', 'sinceWorst')).toBe(6)
  })

  test('know comments by their stamps and by the template of their lines', () => {
    for (const line of ['Ana, 3', 'Tom, 2', 'Ida, 12']) expect(value(line, 'stamp')).toBe(1)
    expect(value('Boats', 'stamp')).toBe(0)
    expect(value('Ana, 3', 'template')).toBe(0)
    expect(value('I think', 'persons')).toBeGreaterThan(0.2)
    expect(value('I think', 'sinceStamp')).toBe(1)
    expect(value('Fishermen', 'untilStamp')).toBe(2)
  })

  test('see a caption and its credit run together', () => {
    expect(value('Boats', 'glued')).toBe(1)
    expect(value('Boats', 'credit')).toBe(1)
    expect(value('Fishermen', 'glued')).toBe(0)
  })

  test('take for the headline the line whose words come again', () => {
    expect(value('Harbour board delays', 'fromHeadline')).toBe(0)
    expect(value('Dredging would', 'fromHeadline')).toBe(3)
    expect(value('Dredging would', 'cohesionRun')).toBeGreaterThan(value('I think', 'cohesionRun') as number)
  })

  test('join prose over what is none, as far as the bridge goes', () => {
    expect(value('The harbour', 'runUnits0')).toBe(2)
    expect(value('The harbour', 'runUnits2')).toBe(4)
    expect(value('I think', 'runUnits0')).toBe(1)
    expect(value('I think', 'runFrom2')).toBe(6)
    expect(value('Harbour Post', 'runUnits6')).toBeNaN()
  })
})

describe('phrases', () => {
  test('are the whole of a short line, its start and its end', () => {
    expect(phraseKeys(['read', 'more'])).toEqual(['=read more', '^read', 'more$'])
    expect(phraseKeys('a b c d e f g'.split(' '))).toEqual(['^a', 'g$', '^a b', 'f g$', '^a b c', 'e f g$'])
    expect(phraseKeys([])).toEqual([])
  })

  test('promise something in short lines only', () => {
    expect(promiseKeys(['read', 'more'])).toEqual(['>=read more', '>^read'])
    expect(promiseKeys('a b c d e f g h i'.split(' '))).toEqual([])
  })

  test('the strongest counts, whatever its sign', () => {
    const weights = new Map([
      ['a', 1],
      ['b', -2],
      ['c', 1.5],
    ])
    expect(strongest(['a', 'b', 'c'], weights)).toBe(-2)
    expect(strongest(['d'], weights)).toBeNaN()
  })
})
