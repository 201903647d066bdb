import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotes, type Quote } from '../../../src/core/statements/quotation-marks.js'
import type { Token } from '../../../src/core/statements/tagger.js'
import { tokenize } from '../../../src/core/statements/tokens.js'

function parse(text: string): { text: string; tokens: Token[]; quotes: Quote[] } {
  const tokens: Token[] = []
  const ends: number[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    tokenize(text, line.index, line.index + line[0].length, tokens)
    ends.push(tokens.length)
  }
  return { text, tokens, quotes: findQuotes(text, tokens, ends) }
}

/** Each quotation as its text, indented by its depth; a trailing … where no mark closes it. */
function quotes(text: string): string[] {
  const parsed = parse(text)
  return parsed.quotes.map((q) => {
    const words = text.slice(parsed.tokens[q.open]?.start, parsed.tokens[q.end - 1]?.end)
    return `${'  '.repeat(q.depth)}${words}${q.closed ? '' : '…'}`
  })
}

describe('quotation marks', () => {
  it.each([
    ['straight', '"We were never asked," she said.', ['"We were never asked,"']],
    ['curly', '“We were never asked,” she said.', ['“We were never asked,”']],
    ['two in a sentence', '"Yes," she said, "but no."', ['"Yes,"', '"but no."']],
    ['single, straight', "'We were never asked,' she said.", ["'We were never asked,'"]],
    ['single, curly', '‘We were never asked,’ she said.', ['‘We were never asked,’']],
    ['guillemets', '« On ne nous a rien dit », a-t-elle dit.', ['« On ne nous a rien dit »']],
    ['guillemets reversed', '»Niemand hat uns gefragt«, sagte sie.', ['»Niemand hat uns gefragt«']],
    ['low-9', '„Niemand hat uns gefragt“, sagte sie.', ['„Niemand hat uns gefragt“']],
    ['low-9 with a high closing mark', '„Nikt nas nie pytał”, powiedziała.', ['„Nikt nas nie pytał”']],
    ['graves', "``We were never asked,'' she said.", ["``We were never asked,''"]],
    ['doubled apostrophes', "''We were never asked,'' she said.", ["''We were never asked,''"]],
    ['full width', '＂We were never asked,＂ she said.', ['＂We were never asked,＂']],
    ['after a bracket', 'The plan (“a mess”) failed.', ['“a mess”']],
    ['after a dash', 'The plan—“a mess”—failed.', ['“a mess”']],
    ['brackets inside', '"She [the mayor] knew," he said.', ['"She [the mayor] knew,"']],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })

  it.each([
    ['curly', '“He told me, ‘Go home,’ and left,” she said.', ['“He told me, ‘Go home,’ and left,”', '  ‘Go home,’']],
    [
      'straight',
      '"He told me, \'Go home,\' and left," she said.',
      ['"He told me, \'Go home,\' and left,"', "  'Go home,'"],
    ],
    ['closing together', '“He told me, ‘Go home.’”', ['“He told me, ‘Go home.’”', '  ‘Go home.’']],
    ['British', '‘He said “no” to us,’ she said.', ['‘He said “no” to us,’', '  “no”']],
  ])('nested: %s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })

  it.each([
    ['inside words', "They don't know whose it is; it's Ana's."],
    ['inside words, curly', 'They don’t know whose it is; it’s Ana’s.'],
    ['plural possessive', "The workers' pay and the owners' debts grew."],
    ['plural possessive, curly', 'The workers’ pay and the owners’ debts grew.'],
    ['decades', "Back in the '90s and the '80s' end."],
    ['elisions', "Get 'em while they're hot, 'til noon."],
    ['elisions, curly', 'Get ’em while they’re hot, ’til noon.'],
    ['feet and inches', 'The gap is 6\' 2" wide and 12" deep.'],
  ])('apostrophes and measures are no quotations: %s', (_, text) => {
    expect(quotes(text)).toEqual([])
  })

  it('tells an apostrophe from the closing mark inside a single quotation', () => {
    expect(quotes("'The workers' pay was cut,' she said.")).toEqual(["'The workers' pay was cut,'"])
  })

  it('takes an unbalanced quotation to the end of its block', () => {
    expect(quotes('She said: “We were never asked.\nThe crowd left.')).toEqual(['“We were never asked.…'])
  })

  it('ignores a closing mark that nothing opened', () => {
    expect(quotes('We were never asked,” she said.')).toEqual([])
  })

  it('ends an unclosed quotation where another opens', () => {
    expect(quotes('“We were never asked, she said. “Nobody told us.”')).toEqual([
      '“We were never asked, she said.…',
      '“Nobody told us.”',
    ])
  })

  it('goes on over blocks that reopen it', () => {
    const { quotes } = parse('She said: “One.\n“Two.\n“Three.”\n“Four.”')
    expect(quotes.map((q) => [q.closed, q.continues])).toEqual([
      [false, -1],
      [false, 0],
      [true, 1],
      [true, -1],
    ])
  })

  it('keeps its promises on any mixture of marks', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      '‚',
      '`',
      "''",
      ' ',
      'a',
      's',
      '5',
      '.',
      ',',
      '\n',
      '😀',
      '—',
      '(',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const { tokens, quotes } = parse(pieces.join(''))
        let outerEnd = 0
        for (const q of quotes) {
          expect(q.open).toBeLessThan(q.end)
          expect(q.end).toBeLessThanOrEqual(tokens.length)
          if (q.depth > 0) continue
          expect(q.open).toBeGreaterThanOrEqual(outerEnd)
          outerEnd = q.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['"', '“', '‘', "'", '«', '„', '" ', ' "', '“a', '‘a ', "'a "])('finishes on a million of %j', (mark) => {
    const { tokens, quotes } = parse(mark.repeat(1_000_000))
    expect(tokens.length).toBeGreaterThan(0)
    expect(quotes.length).toBeLessThanOrEqual(tokens.length)
  })
})
