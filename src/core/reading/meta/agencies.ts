import { folded } from './words.js'

/** News agencies by the names that credits give them: the name first, then other writings of it. */
const AGENCIES: readonly (readonly string[])[] = [
  ['Reuters', 'Thomson Reuters'],
  ['Associated Press', 'The Associated Press', 'AP', 'AP News'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['dpa', 'Deutsche Presse-Agentur'],
  ['EFE', 'Agencia EFE'],
  ['Europa Press'],
  ['ANSA'],
  ['Xinhua', 'Xinhua News Agency'],
  ['TASS', 'ITAR-TASS'],
  ['Interfax'],
  ['RIA Novosti'],
  ['Kyodo', 'Kyodo News'],
  ['Jiji Press'],
  ['Yonhap', 'Yonhap News Agency'],
  ['UPI', 'United Press International'],
  ['PA', 'PA Media', 'Press Association'],
  ['AAP', 'Australian Associated Press'],
  ['Canadian Press', 'The Canadian Press', 'La Presse Canadienne'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS', 'Indo-Asian News Service'],
  ['Anadolu Agency', 'Anadolu'],
  ['Lusa'],
  ['Agência Brasil'],
  ['APA', 'Austria Presse Agentur'],
  ['Belga'],
  ['ANP'],
  ['NTB'],
  ['Ritzau'],
  ['Keystone-SDA'],
  ['CTK', 'ČTK'],
  ['PAP', 'Polish Press Agency'],
  ['Bernama'],
  ['Antara', 'Antara News'],
  ['Ukrinform'],
  ['Bloomberg', 'Bloomberg News'],
  ['Tribune News Service', 'TNS'],
  ['Inter Press Service', 'IPS'],
]

const BY_NAME: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((names) => names.map((name): [string, string] => [folded(name), names[0] as string])),
)

/** An agency named in words. Offsets are half-open, in UTF-16 code units of the words. */
export interface AgencyFound {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The agency that words name as a whole ("Reuters", "The Associated Press"); null where they name none. */
export function agencyNamed(words: string): string | null {
  return words.length > 60 ? null : (BY_NAME.get(folded(words)) ?? null)
}

/**
 * The agency in a dateline at the start of running text: `LIMA (Reuters) —`, `LIMA, March 3 (AP) -`, `(AFP) –`. Only
 * the first 120 code units are looked at.
 */
export function agencyInDateline(words: string): AgencyFound | null {
  const head = words.slice(0, 120)
  const open = head.indexOf('(')
  const close = head.indexOf(')', open)
  if (open < 0 || close < 0 || close - open > 50) return null
  // What stands before the bracket is a place and perhaps a date, not a sentence.
  if (
    !/^(?:\p{Lu}[^!?"“”]{0,80})?$/u.test(head.slice(0, open)) ||
    /(?<!\p{Ll})\p{Ll}{3,} \p{Ll}{2,} \p{Ll}{2}/u.test(head.slice(0, open))
  ) {
    return null
  }
  if (!/^\s?[-–—:.]/.test(head.slice(close + 1))) return null
  for (const part of partsOf(head, open + 1, close)) {
    const name = agencyNamed(head.slice(part.start, part.end))
    if (name) return { name, ...part }
  }
  return null
}

/** The agency in a short credit: "Source: Reuters", "— AP", "By Ana Ruiz, Associated Press", "Reuters/AFP". */
export function agencyInCredit(words: string): AgencyFound | null {
  if (words.length > 200) return null
  for (const part of partsOf(words, 0, words.length)) {
    const name = agencyNamed(words.slice(part.start, part.end))
    if (name) return { name, ...part }
  }
  return null
}

/** The parts of words between marks of punctuation and words such as "by" and "with". */
function partsOf(words: string, from: number, to: number): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = from
  const add = (end: number): void => {
    const raw = words.slice(start, end)
    const part = raw.trim()
    if (part !== '') {
      const first = start + raw.indexOf(part)
      parts.push({ start: first, end: first + part.length })
    }
  }
  for (const m of words
    .slice(from, to)
    .matchAll(/[,;:/|()[\]–—•·©.]|\s-\s|\b(?:by|with|from|and|via|source|for)\b/gi)) {
    add(from + m.index)
    start = from + m.index + m[0].length
  }
  add(to)
  return parts
}
