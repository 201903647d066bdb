import { Tokenizer } from 'htmlparser2'

const nothing = (): void => {}

/**
 * The words of a value as a reader would see them: character references resolved (twice where they were written twice),
 * tags gone, white space folded to single blanks, none at the edges. Linear.
 */
export function plainWords(value: string): string {
  let words = value
  for (let i = 0; i < 2 && mayHoldMarkup(words); i++) {
    const before = words
    words = withoutMarkup(words)
    if (words === before) break
  }
  return foldSpace(words)
}

/** White space (and control characters) as single blanks, none at the edges. */
export function foldSpace(words: string): string {
  if (!/[\s\u0000-\u001f\u00ad\u200b\ufeff]/.test(words)) return words
  return words
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim()
}

/** Letters and digits alone, in lower case, without diacritics: for comparing, never for showing. */
export function folded(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const mayHoldMarkup = (words: string): boolean => words.includes('&') || words.includes('<')

function withoutMarkup(value: string): string {
  let out = ''
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        out += value.slice(start, end)
      },
      ontextentity: (codepoint) => {
        out += String.fromCodePoint(codepoint)
      },
      // A line break or a block's tag parts words.
      onopentagname: (start, end) => {
        if (/^(?:br|p|div|li)$/i.test(value.slice(start, end))) out += ' '
      },
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(value)
  tokenizer.end()
  return out
}
