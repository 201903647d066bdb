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

/** Tags that stand in titles and descriptions; anything else between angle brackets ("Vec<T>") is words. */
const TAGS = new Set(
  'a abbr b br cite code del div em font h1 h2 h3 h4 i img ins li mark ol p q s small span strong sub sup u ul wbr'.split(
    ' ',
  ),
)
const PARTING_TAGS = new Set(['br', 'div', 'h1', 'h2', 'h3', 'h4', 'li', 'p'])

function withoutMarkup(value: string): string {
  let out = ''
  /** One past what has been read. */
  let done = 0
  let isTag = false
  const tag = (nameStart: number, nameEnd: number): void => {
    const name = value.slice(nameStart, nameEnd).toLowerCase()
    isTag = TAGS.has(name)
    if (PARTING_TAGS.has(name)) out += ' '
  }
  const tagEnd = (end: number): void => {
    if (!isTag) out += value.slice(done, end + 1)
    isTag = false
    done = end + 1
  }
  const past = (_start: number, end: number): void => {
    done = end + 1
  }
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        out += value.slice(start, end)
        done = end
      },
      ontextentity: (codepoint, end) => {
        out += String.fromCodePoint(codepoint)
        done = end
      },
      onopentagname: tag,
      onopentagend: tagEnd,
      onselfclosingtag: tagEnd,
      onclosetag: (start, end) => {
        tag(start, end)
        tagEnd(end)
      },
      onend: nothing,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: past,
      oncomment: past,
      ondeclaration: past,
      onprocessinginstruction: past,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(value)
  tokenizer.end()
  // What began like a tag and did not end is words too, unless it is a tag of ours cut off.
  return isTag ? out : out + value.slice(done)
}
