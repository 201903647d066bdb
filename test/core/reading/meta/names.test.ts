import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginsByline, distinct, namesIn } from '../../../../src/core/reading/meta/names.js'

const ledger = { names: new Set(['thedailyledger', 'hillandsons']), hosts: ['dailyledger'] }

describe('namesIn, of a mark', () => {
  it.each([
    ['Ana Ruiz', ['Ana Ruiz']],
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['Ana Ruiz, Tomás Vega and Lee O’Dell', ['Ana Ruiz', 'Tomás Vega', 'Lee O’Dell']],
    ['Ana Ruiz & Tomás Vega', ['Ana Ruiz', 'Tomás Vega']],
    ['Ana Ruiz; Tomás Vega', ['Ana Ruiz', 'Tomás Vega']],
    ['Ana Ruiz, Senior Editor', ['Ana Ruiz']],
    ['Ana Ruiz, PhD, CFP®', ['Ana Ruiz']],
    ['Ana Ruiz, E-RYT 200', ['Ana Ruiz']],
    ['Sam Poe, Jr.', ['Sam Poe, Jr.']],
    ['Ana Ruiz ana.ruiz@example.org', ['Ana Ruiz']],
    ['Ana Ruiz (Lima)', ['Ana Ruiz']],
    ['Ana Ruiz | The Daily Ledger', ['Ana Ruiz']],
    ['https://example.org/people/ana-ruiz', []],
    ['ana.ruiz@example.org', []],
    ['Centre for Water Research and Policy', ['Centre for Water Research and Policy']],
    ['The Daily Ledger', ['The Daily Ledger']],
    ['Hill and Sons', ['Hill and Sons']],
    ['María de la Cruz and Jan van der Berg', ['María de la Cruz', 'Jan van der Berg']],
    ['anaruiz', ['anaruiz']],
    ['admin', []],
    ['', []],
    ['1234567', []],
  ])('%s', (words, names) => {
    expect(namesIn(words, 'mark', ledger)).toEqual(names)
  })

  it('turns a bibliography’s names round', () => {
    expect(namesIn('Ruiz, Ana', 'inverted')).toEqual(['Ana Ruiz'])
    expect(namesIn('van der Berg, Jan', 'inverted')).toEqual(['Jan van der Berg'])
    expect(namesIn('Ana Ruiz', 'inverted')).toEqual(['Ana Ruiz'])
    expect(namesIn('Ana Ruiz, Tomás Vega', 'inverted')).toEqual(['Ana Ruiz', 'Tomás Vega'])
  })
})

describe('namesIn, of visible words', () => {
  it.each([
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['By Ana Ruiz in Lima, 3 March 2024', ['Ana Ruiz']],
    ['By Ana Ruiz March 3, 2024', ['Ana Ruiz']],
    ['By Ana Ruiz and Tomás Vega | 3 March 2024', ['Ana Ruiz', 'Tomás Vega']],
    ['3 March 2024 • By Ana Ruiz', ['Ana Ruiz']],
    ['Written byAna Ruiz', ['Ana Ruiz']],
    ['By Ana RuizSenior Editor', ['Ana Ruiz']],
    ['By Ana Ruiz ⋅ Senior Editor ⋅ Updated May 6, 2025', ['Ana Ruiz']],
    ['By Ana Ruiz, The Daily Ledger', ['Ana Ruiz']],
    ['By Ana Ruiz for the Water Desk', ['Ana Ruiz']],
    ['by aruiz', ['aruiz']],
    ['Por Ana Ruiz', ['Ana Ruiz']],
  ])('%s', (words, names) => {
    expect(namesIn(words, 'visible', ledger)).toEqual(names)
  })

  it('bears any words and gives none that are empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 1500 }),
        fc.constantFrom('mark', 'visible', 'inverted'),
        (words, form) => {
          for (const name of namesIn(words, form, ledger)) expect(name.trim()).not.toBe('')
        },
      ),
    )
  })
})

describe('beginsByline', () => {
  it('knows a byline from a sentence', () => {
    expect(beginsByline('By Ana Ruiz')).toBe(true)
    expect(beginsByline('Written by Ana Ruiz')).toBe(true)
    expect(beginsByline('By the time the rain came')).toBe(false)
    expect(beginsByline('by far the best')).toBe(false)
    expect(beginsByline('Bystanders saw it')).toBe(false)
  })
})

describe('distinct', () => {
  it('keeps the first writing and the order', () => {
    expect(distinct(['Tomás Vega', 'Ana Ruiz', 'TOMAS VEGA', '李娜', '李娜'])).toEqual([
      'Tomás Vega',
      'Ana Ruiz',
      '李娜',
    ])
  })
})
