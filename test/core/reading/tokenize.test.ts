import { decodeHTML } from 'entities/decode'
import fc from 'fast-check'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { attributeText, ReferenceReader } from '../../../src/core/reading/references.js'
import { tokenize } from '../../../src/core/reading/tokenize.js'
import { debris, MONSTERS } from '../../monsters.js'

const NAMES = [
  'onattribdata',
  'onattribend',
  'onattribentity',
  'onattribname',
  'oncdata',
  'onclosetag',
  'oncomment',
  'ondeclaration',
  'onend',
  'onopentagend',
  'onopentagname',
  'onprocessinginstruction',
  'onselfclosingtag',
  'ontext',
  'ontextentity',
] as const

/** All that is told to the callbacks, as lines. */
function tokensOf(run: (callbacks: TokenizerCallbacks) => void): string[] {
  const told: string[] = []
  const callbacks = Object.fromEntries(
    NAMES.map((name) => [name, (...given: number[]) => told.push([name, ...given].join(' '))]),
  )
  run(callbacks as unknown as TokenizerCallbacks)
  return told
}

function plainly(page: string, callbacks: TokenizerCallbacks): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, callbacks)
  tokenizer.write(page)
  tokenizer.end()
}

describe('tokenize', () => {
  it('gives the tokens that the plain tokenizer gives, on any page', () => {
    const pages = Object.values(MONSTERS).map(({ make }) => make(3000))
    for (let seed = 1; seed <= 400; seed++) pages.push(debris(seed).text)
    for (const page of pages) {
      expect(tokensOf((callbacks) => tokenize(page, callbacks))).toEqual(
        tokensOf((callbacks) => plainly(page, callbacks)),
      )
    }
  })
})

/** What a text comes to, and for each piece where it stood. */
function resolved(text: string): { readonly text: string; readonly pieces: readonly string[] } {
  let out = ''
  const pieces: string[] = []
  const reader = new ReferenceReader(text, {
    plain(start, end) {
      out += text.slice(start, end)
      pieces.push(text.slice(start, end))
    },
    reference(codePoint, start, end) {
      out += String.fromCodePoint(codePoint)
      pieces.push(text.slice(start, end))
    },
  })
  reader.read(0, text.length)
  return { text: out, pieces }
}

describe('ReferenceReader', () => {
  it.each([
    ['no reference at all', 'no reference at all', ['no reference at all']],
    ['a &amp; b', 'a & b', ['a ', '&amp;', ' b']],
    ['&#8220;We&#x201d', '“We”', ['&#8220;', 'We', '&#x201d']],
    ['&notit; R&D &am', '¬it; R&D &am', ['&not', 'it; R&D &am']],
    ['&acE;', '∾̳', ['&acE;', '&acE;']],
    ['&#xD800; &#0;', '� �', ['&#xD800;', ' ', '&#0;']],
  ])('%j is %j', (written, shown, pieces) => {
    expect(resolved(written)).toEqual({ text: shown, pieces })
  })

  it('resolves what the library resolves in one go', () => {
    const piece = fc.constantFrom('&', 'amp', ';', '#', 'x', '38', 'not', 'in', 'acE', ' ', '“', '&lt', '&#x2014;', '=')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        expect(resolved(parts.join('')).text).toBe(decodeHTML(parts.join('')))
      }),
    )
  })

  it('leaves a query in an attribute as it is', () => {
    expect(attributeText('/a?b=1&copy=2&amp;c')).toBe('/a?b=1&copy=2&c')
  })
})
