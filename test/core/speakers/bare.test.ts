import { describe, expect, it } from 'vitest'
import { settled } from './article.js'

const cases: readonly (readonly [string, string, Readonly<Record<string, string | null>>, RegExp])[] = [
  [
    'goes on in the same paragraph',
    `{1:“We were never asked,”} [1:Ana Ruiz] <1:said>. {2:“Nobody told us.”}`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz' },
    /same paragraph, after the words of “Ana Ruiz”/,
  ],
  [
    'follows what somebody does',
    `{1:“We were never asked,”} [1:Ana Ruiz] <1:said>.
     Bo Carro shook his head. {2:“Never.”}`,
    { 1: 'Ana Ruiz', 2: 'Bo Carro' },
    /a sentence about “Bo Carro”/,
  ],
  [
    'goes on after the paragraph before',
    `{1:“We were never asked,”} [1:Ana Ruiz] <1:said>.
     {2:“Nobody told us.”}`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz' },
    /after the paragraph before/,
  ],
  [
    'is led in by a colon',
    `Ana Ruiz was unmoved by it:
     {2:“Nobody told us.”}`,
    { 2: 'Ana Ruiz' },
    /led in by the paragraph before/,
  ],
  [
    'alternates in a dialogue',
    `{1:“Is it safe?”} [1:Ana Ruiz] <1:asked>.
     {2:“It is,”} <2:said> [2:Bo Carro].
     {3:“Since when?”} [3:Ruiz] <3:asked>.
     {4:“Since May.”}
     {5:“And before that?”}`,
    { 1: 'Ana Ruiz', 2: 'Bo Carro', 3: 'Ana Ruiz', 4: 'Bo Carro', 5: 'Ana Ruiz' },
    /two speak in turn/,
  ],
  [
    'is undecided after one exchange',
    `{1:“Is it safe?”} [1:Ana Ruiz] <1:asked>.
     {2:“It is,”} <2:said> [2:Bo Carro].
     {3:“Since when?”}`,
    { 1: 'Ana Ruiz', 2: 'Bo Carro', 3: null },
    /undecided between “Bo Carro”.*“Ana Ruiz”/,
  ],
  [
    'is undecided after a paragraph in which two speak',
    `[1:Ana Ruiz] <1:said> {1:it was safe}, but [2:Bo Carro] <2:said> {2:it was not}.
     {3:“It never was.”}`,
    { 1: 'Ana Ruiz', 2: 'Bo Carro', 3: null },
    /undecided between/,
  ],
  [
    'goes on with the same subject',
    `[1:Ana Ruiz] <1:said> {1:it was safe} and <2:added> {2:that it had been in May}.`,
    { 1: 'Ana Ruiz', 2: 'Ana Ruiz' },
    /same subject/,
  ],
  [
    'is the sentence’s subject',
    `Ana Ruiz left the hall, <2:saying> {2:that it was safe}.`,
    { 2: 'Ana Ruiz' },
    /the sentence’s subject/,
  ],
  ['is nobody’s in the passive', `Ana Ruiz <2:was told> {2:that it was safe}.`, { 2: null }, /does not say who/],
  ['is nobody’s with a noun', `Ana Ruiz spoke of <2:the claim> {2:that it was safe}.`, { 2: null }, /does not say who/],
  ['is nobody’s where nobody is near', `{2:“Nobody told us.”}`, { 2: null }, /does not say who/],
]

describe('a statement without a mention', () => {
  it.each(cases)('%s', (_, marked, expected, why) => {
    const { speakers, whys } = settled(marked)
    const names = Object.fromEntries([...speakers].map(([key, speaker]) => [key, speaker?.name ?? null]))
    expect(names, JSON.stringify([...whys])).toEqual(expected)
    expect([...whys.values()].at(-1)).toMatch(why)
  })
})
