import { faultOf } from './people.js'

/** Why somebody is replaced: a list or the key names them, or they were found on the pages. */
export type Because = 'listed' | 'key' | 'found'

/** Somebody who is replaced. */
export interface ReviewedPerson {
  readonly name: string
  readonly variants: readonly string[]
  /** Null: the name stands in none of the records. */
  readonly pseudonym: string | null
  readonly because: Because
  /** `unknown`: a name of which the pages do not tell whether it is a person's. */
  readonly kind: 'person' | 'unknown'
  /** Places that were replaced, and on how many records. */
  readonly places: number
  readonly records: number
  /** What the pages say beside the name, in their words; it stays, and may tell who it is. */
  readonly described: readonly string[]
  /** Of these, those that name an office or another part in public life; null: none does. */
  readonly office: string | null
}

/** Something that a person should look at before anything is published. */
export interface Finding {
  /**
   * `withheld`: a name that could be several people's, or a relative's, was replaced by no pseudonym; `first-name`: the
   * first name of somebody listed, in another's name, stays; `word`: a name that is a word too stays where it is in small
   * letters, or with a capital in a fixed phrase ("3 May 2024", "New York"); `near`: a word that is nearly a name stays;
   * `contact`: an address or number stays; `unnamed`: what a page says of a source that it does not name stays; `outlet`: who
   * published a page stays; `digits`: what may be a name stays, for it has digits in it; `label`: a page's own label that is
   * a pseudonym of the key was withheld; `cut`: members that this version does not know were left out, or words of the page's
   * head that its article does not show.
   */
  readonly kind:
    | 'withheld'
    | 'first-name'
    | 'word'
    | 'near'
    | 'contact'
    | 'unnamed'
    | 'outlet'
    | 'digits'
    | 'label'
    | 'cut'
  readonly words: string
  /** How often. */
  readonly places: number
}

/** What a redaction does, to be looked at before it is written. It has the names in it: keep it with the key. */
export interface Review {
  readonly records: number
  readonly people: readonly ReviewedPerson[]
  /** Public names that stay, each with how often it stands in the records. */
  readonly stay: readonly { readonly name: string; readonly places: number }[]
  readonly findings: readonly Finding[]
}

const TITLES: Readonly<Record<Finding['kind'], string>> = {
  near: 'Nearly a name, and left as it is. Is it somebody’s? Then add it to the list as another name',
  'first-name': 'Has the first name of somebody listed, and left as it is',
  word: 'A name that is a word too, in small letters or in a fixed phrase, and left as it is',
  withheld: 'Could stand for several people or for a relative: [name withheld] was put, and no pseudonym',
  contact: 'Leads to somebody, and left as it is',
  unnamed: 'Said of a source without a name, and left as it is',
  digits: 'Has digits in it, so that it was taken for no name, and left as it is',
  outlet: 'Published the page, and left as it is',
  label: 'The page’s own, and a pseudonym of the key too: [label withheld] was put',
  cut: 'Left out, for it cannot be told what it holds',
}

/**
 * The review as text that is a list of people again: what is replaced as lines, all else as comments. Edited, it can be
 * given as the list.
 */
export function reviewText({ records, people, stay, findings }: Review): string {
  const lines: string[] = []
  const section = (title: string) => lines.push(...(lines.length > 0 ? [''] : []), `# ${title}`)
  const found = people.filter(({ pseudonym }) => pseudonym !== null)
  section(`Replaced in ${count(records, 'record')}: ${count(found.length, 'name')}`)
  for (const { name, variants, pseudonym, because, kind, places, records } of found) {
    const why = because === 'listed' ? 'listed' : because === 'key' ? 'in the key' : 'found on the page'
    const doubt = kind === 'unknown' ? ', perhaps no person' : ''
    lines.push(
      `${[name, ...variants].map(listable).join(' | ')} = ${oneLine(pseudonym ?? '')}  # ${count(places, 'place')} in ${count(records, 'record')}; ${why}${doubt}`,
    )
  }
  const missing = people.filter(({ pseudonym, because }) => pseudonym === null && because === 'listed')
  if (missing.length > 0) {
    section('Listed, and found nowhere: is it spelt as on the page?')
    for (const { name } of missing) lines.push(`#   ${oneLine(name)}`)
  }
  if (stay.length > 0) {
    section('Public, and left as it is')
    for (const { name, places } of stay) lines.push(`#   ${oneLine(name)}: ${count(places, 'place')}`)
  }
  const offices = found.filter(({ because, office }) => because === 'found' && office !== null)
  if (offices.length > 0) {
    section('Has an office by the page’s own words. To leave the name, put it in the list for --public')
    for (const { name, office } of offices) lines.push(`#   ${oneLine(name)}  # ${oneLine(office ?? '')}`)
  }
  const described = found.filter((person) => person.described.length > 0)
  if (described.length > 0) {
    section('May still tell who it is: the page’s words beside the name')
    for (const { pseudonym, described: words } of described)
      lines.push(`#   ${oneLine(pseudonym ?? '')}: ${words.map(oneLine).join('; ')}`)
  }
  for (const kind of Object.keys(TITLES) as Finding['kind'][]) {
    const theirs = findings.filter((finding) => finding.kind === kind)
    if (theirs.length === 0) continue
    section(TITLES[kind])
    for (const { words, places } of theirs) lines.push(`#   ${oneLine(words)}${places > 1 ? ` (${places} times)` : ''}`)
  }
  return `${lines.join('\n')}\n`
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** A name as a list takes it in: marks that mean something there are none of its letters. */
function listable(name: string): string {
  const words = oneLine(name)
  const marks = faultOf(words) === null ? /[|=#]/gu : /[|=#;,，、()[\]{}]/gu
  return words.replace(marks, ' ').replace(/\s+/gu, ' ').trim()
}

/** A page's words must not begin a line of the list, nor steer a terminal. */
const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/gu, '\ufffd')
    .trim()
