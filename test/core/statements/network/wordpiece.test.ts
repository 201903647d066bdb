import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordPiece } from '../../../../src/core/statements/network/wordpiece.js'

const PIECES =
  '[PAD] [UNK] [CLS] [SEP] we will not sail , . “ ” " \' s har ##bo ##ur ##s ##master un ##known ca ##fe 龍 i ##i - ; ss'
const wordPiece = new WordPiece(PIECES.split(' ').join('\n'))
const names = PIECES.split(' ')

/** Each piece as `name=words of the text`. */
function encoded(text: string): string[] {
  const out = { ids: [], starts: [], ends: [] } as { ids: number[]; starts: number[]; ends: number[] }
  wordPiece.encode(text, 0, text.length, out)
  return out.ids.map((id, i) => `${names[id]}=${text.slice(out.starts[i], out.ends[i])}`)
}

describe('WordPiece', () => {
  it.each([
    ['the longest pieces first', 'Harbours', ['har=Har', '##bo=bo', '##ur=ur', '##s=s']],
    ['punctuation by itself', '“We will, not”', ['“=“', 'we=We', 'will=will', ',=,', 'not=not', '”=”']],
    ['one unknown piece where none fits', 'Sail harp.', ['sail=Sail', '[UNK]=harp', '.=.']],
    ['no accents, in lower case', 'CAFÉ cafe\u0301', ['ca=CA', '##fe=FÉ', 'ca=ca', '##fe=fe']],
    ['Chinese characters by themselves', 'we龍we', ['we=we', '龍=龍', 'we=we']],
    ['what a character turns into', 'İi\u037e', ['i=İ', '##i=i', ';=\u037e']],
    ['nothing of controls and form feeds', 'w\u0000e\f we\u200d', ['we=w\u0000e', 'we=we']],
    ['no gap but where white space is', 'we\u00a0not\u2003sail\n', ['we=we', 'not=not', 'sail=sail']],
    ['an unknown piece for a word without end', 'a'.repeat(101), [`[UNK]=${'a'.repeat(101)}`]],
  ])('gives %s', (_, text, pieces) => {
    expect(encoded(text)).toEqual(pieces)
  })

  it('gives pieces in order, inside the text, whatever the text', () => {
    const any = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) })
    fc.assert(
      fc.property(fc.oneof(any, fc.string({ unit: 'binary' })), (text) => {
        const out = { ids: [] as number[], starts: [] as number[], ends: [] as number[] }
        wordPiece.encode(text, 0, text.length, out)
        let end = 0
        out.ids.forEach((id, i) => {
          expect(id).toBeLessThan(wordPiece.size)
          // Two pieces may come of one character, never of overlapping stretches.
          expect(out.starts[i]).toBeGreaterThanOrEqual(Math.min(end, out.starts[i - 1] ?? 0))
          expect(out.ends[i]).toBeGreaterThan(out.starts[i] as number)
          end = out.ends[i] as number
        })
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('says which piece a vocabulary lacks', () => {
    expect(() => wordPiece.id('[MASK]')).toThrow('[MASK]')
    expect(() => new WordPiece('a\nb')).toThrow('[UNK]')
  })
})
