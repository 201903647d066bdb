import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Element } from '../../../src/core/reading/element.js'
import { FEATURES, WIDTH } from '../../../src/core/reading/features/index.js'
import type { PlainShape } from '../../../src/core/reading/features/plain/index.js'
import { type PackedForest, probability, unpackForest } from '../../../src/core/reading/forest.js'
import { FURTHER, furtherColumns } from '../../../src/core/reading/second.js'
import { FURTHER_TEXT, furtherTextColumns } from '../../../src/core/reading/second-text.js'
import type { Unit } from '../../../src/core/reading/unit.js'

// Made by training/reading/parity.py from made-up numbers: what LightGBM and the training's own code give for them.
const parity = JSON.parse(readFileSync(new URL('./parity.json', import.meta.url), 'utf8')) as {
  forest: PackedForest
  width: number
  rows: (number | null)[]
  probabilities: number[]
  page: {
    n: number
    parents: number[]
    grands: number[]
    likes: number[]
    words: number[]
    one: number[]
    lengths: number[]
    prose: number[]
    looks: number[]
    terms: number[][]
  }
  further: (number | null)[]
  furtherText: (number | null)[]
}
const numbers = (list: readonly (number | null)[]) => list.map((v) => v ?? Number.NaN)

describe('the forest', () => {
  test('gives what LightGBM gives, missing values included', () => {
    const forest = unpackForest(parity.forest)
    const rows = Float32Array.from(numbers(parity.rows))
    const found = parity.probabilities.map((_, i) => probability(forest, rows, i * parity.width))
    for (const [i, p] of found.entries()) expect(p).toBeCloseTo(parity.probabilities[i] as number, 5)
  })
})

describe('the columns of pass two', () => {
  test('are those that training computes', () => {
    const { n, parents, grands, likes, words, one } = parity.page
    const units = Array.from({ length: n }, (_, i): Unit => {
      const grand = element('div', grands[i] as number, null, '')
      const parent = element('section', parents[i] as number, grand, '')
      const own = element('p', 1000 + i, parent, `like${likes[i]}`)
      return {
        start: i,
        end: i + 1,
        layout: null,
        markup: { element: own, linkLength: 0, links: 0, boldLength: 0, italicLength: 0, mediaBefore: 0 },
      }
    })
    const rows = new Float32Array(n * WIDTH)
    for (let i = 0; i < n; i++) rows[i * WIDTH + FEATURES.indexOf('words')] = words[i] as number
    const further = furtherColumns(units, rows, Float64Array.from(one))
    expect(further.length).toBe(n * FURTHER)
    expectSame(further, numbers(parity.further))
  })

  test('are those that training computes, in plain text', () => {
    const { n, one, lengths, prose, looks, terms } = parity.page
    const shapes = lengths.map(
      (wordCount, i): PlainShape => ({
        words: [],
        wordCount,
        topical: new Set((terms[i] as number[]).map(String)),
        prose: prose[i] === 1,
        ends: false,
        stamp: false,
        dated: false,
        credit: false,
        first: 0,
        last: 0,
        glued: 0,
        allCaps: false,
        persons: 0,
        look: looks[i] as number,
      }),
    )
    const further = furtherTextColumns(shapes, Float64Array.from(one))
    expect(further.length).toBe(n * FURTHER_TEXT)
    expectSame(further, numbers(parity.furtherText))
  })
})

function expectSame(found: Float64Array, expected: readonly number[]): void {
  for (const [i, v] of expected.entries()) {
    if (Number.isNaN(v)) expect(found[i]).toBeNaN()
    else expect(found[i]).toBeCloseTo(v, 6)
  }
}

function element(name: string, index: number, parent: Element | null, className: string): Element {
  return {
    name,
    attributes: className ? [{ name: 'class', value: className, start: 0, end: 0 }] : [],
    parent,
    index,
    depth: 0,
    hidden: false,
    start: 0,
    openEnd: 0,
    end: 0,
    textStart: 0,
    textEnd: 0,
  }
}
