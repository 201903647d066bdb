import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../src/core/model/index.js'
import { settled } from './article.js'

const only = (marked: string, key = '1') => {
  const { speakers, words } = settled(marked)
  return { speaker: speakers.get(key) as Speaker, words }
}

describe('what a speaker is', () => {
  it.each([
    ['person', `[1:Ana Ruiz] <1:said> {1:no}.`],
    ['person', `[1:Mr. Carro] <1:said> {1:no}.`],
    ['organisation', `[1:The Clean Rivers Trust] <1:said> {1:no}.`],
    ['organisation', `[1:the ministry] <1:said> {1:no}.`],
    ['organisation', `[1:Carro’s office] <1:said> {1:no}.`],
    ['organisation', `[1:NATO] <1:said> {1:no}.`],
    ['government', `[1:Beijing] <1:said> {1:no}.`],
    ['government', `[1:The White House] <1:said> {1:no}.`],
    ['government', `It rained in Marrow. [1:Marrow] <1:said> {1:no}.`],
    ['group', `[1:rights groups] <1:said> {1:no}.`],
    ['group', `[1:About 40 states] <1:said> {1:no}.`],
    ['group', `[1:Democrats] <1:said> {1:no}.`],
    ['group', `[1:Ana Ruiz and Bo Carro] <1:said> {1:no}.`],
    ['document', `[1:The 58-page report, released in Halden] <1:said> {1:no}.`],
    ['document', `[1:A letter seen by the paper] <1:said> {1:no}.`],
    ['document', `[1:polls] <1:show> {1:no}.`],
    ['unnamed', `[1:an official] <1:said> {1:no}.`],
    ['unnamed', `[1:two officials] <1:said> {1:no}.`],
    ['unnamed', `[1:a spokeswoman for the trust] <1:said> {1:no}.`],
    ['unnamed', `[1:Someone] <1:said> {1:no}.`],
  ])('%s: %s', (kind, marked) => {
    expect(only(marked).speaker.kind).toBe(kind)
  })
})

describe('what the page says of a speaker', () => {
  it('roles and affiliations, each where it stands', () => {
    const { speaker, words } = only(
      `[1:Peru's envoy to the bloc, Ana Ruiz,] <1:said> {1:no}. Trade minister Ana Ruiz left. Ruiz, a lawyer, is 52. Ruiz of the Clean Rivers Trust knew.`,
    )
    expect(speaker.roles.map(words)).toEqual([
      "Peru's envoy to the bloc",
      'Trade minister',
      'a lawyer',
      'the Clean Rivers Trust',
    ])
  })

  it('its other names, the first place of each', () => {
    const { speaker, words } = only(`[1:Ana T. Ruiz] <1:said> {1:no}. Ruiz left. Ana Ruiz came back. Ruiz slept.`)
    expect(speaker.name).toBe('Ana T. Ruiz')
    expect(speaker.otherNames.map(words)).toEqual(['Ruiz', 'Ana Ruiz'])
  })

  it('every mention, with its form', () => {
    const { speaker, words } = only(
      `[1:Ana Ruiz, the envoy,] <1:said> {1:no}. {2:“Yes,”} [2:she] <2:said>. [3:Ruiz] <3:said> {3:so}. [4:The envoy] <4:left> {4:it}.`,
    )
    expect(speaker.mentions.map(({ span, form }) => `${words(span)}: ${form}`)).toEqual([
      'Ana Ruiz: name',
      'the envoy: role',
      'she: pronoun',
      'Ruiz: part-of-name',
      'The envoy: role',
    ])
    expect(speaker.statements).toEqual(['1', '2', '3', '4'])
  })

  it('why a source has no name', () => {
    const { speaker, words } = only(
      `[1:An official who asked not to be named because the talks go on] <1:said> {1:no}.`,
    )
    expect(speaker.kind).toBe('unnamed')
    expect(words(speaker.anonymity as NonNullable<Speaker['anonymity']>)).toBe(
      'who asked not to be named because the talks go on',
    )
  })

  it('also between commas', () => {
    const { speaker, words } = only(
      `[1:An aide], speaking on condition of anonymity to discuss the talks, <1:said> {1:no}.`,
    )
    expect(words(speaker.anonymity as NonNullable<Speaker['anonymity']>)).toBe(
      'speaking on condition of anonymity to discuss the talks',
    )
  })

  it('never a name for one who asked for none', () => {
    const { speakers } = settled(
      `[1:Ana Ruiz] <1:said> {1:no}. [2:An official who asked not to be named] <2:said> {2:yes}. {3:“So,”} [3:the official] <3:said>.`,
    )
    expect(speakers.get('2')?.name).toBe('official')
    expect(speakers.get('3')?.id).toBe(speakers.get('2')?.id)
    expect(speakers.get('1')?.statements).toEqual(['1'])
  })
})

describe('labels', () => {
  it('of a transcript are its speakers, the same label the same speaker', () => {
    const { speakers } = settled(
      `[1:MAYOR ROE]<1::> {1:Good morning.}
       [2:Q]<2::> {2:Is it safe?}
       [3:MAYOR ROE]<3::> {3:It is.}
       [4:Q]<4::> {4:Since when?}`,
    )
    expect(speakers.get('1')?.name).toBe('ROE')
    expect(speakers.get('3')?.id).toBe(speakers.get('1')?.id)
    expect(speakers.get('2')?.name).toBe('Q')
    expect(speakers.get('4')?.id).toBe(speakers.get('2')?.id)
    expect(speakers.get('2')?.mentions.map(({ form }) => form)).toEqual(['label', 'label'])
  })
})
