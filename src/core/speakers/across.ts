import type { SpeakerKind } from '../model/index.js'

/** A speaker by the words that pages use for it. */
export interface Named {
  readonly name: string
  readonly kind: SpeakerKind
  readonly otherNames: readonly string[]
  readonly roles: readonly string[]
}

/** Whether two are one, and why, as words for a person. `perhaps` is for a person to settle, and never acted on. */
export interface Sameness {
  readonly same: 'yes' | 'perhaps' | 'no'
  readonly why: string
}

/** Words before a name that are no part of it. */
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister president vice prime minister chancellor senator sen rep representative congressman congresswoman governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commissioner ambassador king queen prince princess sheikh imam rabbi bishop archbishop cardinal pope saint secretary chief chairman chairwoman chair'.split(
    ' ',
  ),
)
const SUFFIXES = new Set('jr sr ii iii iv phd md mp mep qc kc obe mbe esq'.split(' '))
const COMPANY = new Set('inc ltd llc plc corp corporation co company gmbh ag sa limited incorporated'.split(' '))
/** Names that any page may give to its own: they tell nobody apart. */
const ANYBODYS = new Set(
  'police officials official authorities government ministry army court courts state council parliament senate congress office agency department commission committee board union party opposition military prosecutors prosecutor residents witnesses experts scientists researchers critics report statement letter administration company spokesman spokeswoman spokesperson source sources'.split(
    ' ',
  ),
)
/** Words that roles of different people share. */
const PLAIN_ROLE = new Set(
  'the a an of for at in and to on its his her their with from by former then who is was new senior chief deputy acting head spokesman spokeswoman spokesperson member leader official director executive president minister secretary chair chairman chairwoman founder co manager general'.split(
    ' ',
  ),
)

/**
 * Names as they are looked up: lower case, without accents, titles, initials and forms of company. The first is that of
 * the name itself. None where the words name nobody outside their page ("the ministry", "an official").
 */
export function nameKeys({ name, kind, otherNames }: Named): string[] {
  if (kind === 'unnamed' || kind === 'document' || kind === 'group') return []
  const keys = [name, ...otherNames].map((each) => keyOf(each, kind)).filter((key) => key !== '')
  return [...new Set(keys)]
}

function keyOf(name: string, kind: SpeakerKind): string {
  const words = partsOf(name)
  // A name is written with a capital somewhere; a description is not.
  if (words.length === 0 || !/\p{Lu}|\p{Lo}/u.test(name.replace(/^the\s+/i, ''))) return ''
  if (kind === 'person') {
    const parts = personParts(words)
    return parts.join(' ')
  }
  const own = words.filter((word, i) => !(i === 0 && word === 'the') && !COMPANY.has(word))
  if (own.length === 0 || own.every((word) => ANYBODYS.has(word))) return ''
  return own.join(' ')
}

function partsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]s(?=\s|$)/g, '')
    .replace(/['\u2018\u2019.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function personParts(words: readonly string[]): string[] {
  let from = 0
  while (from < words.length - 1 && TITLES.has(words[from] as string)) from++
  let to = words.length
  while (to - from > 1 && SUFFIXES.has(words[to - 1] as string)) to--
  const parts = words.slice(from, to)
  // A middle initial is given by one outlet and not by another.
  return parts.filter((word, i) => i === 0 || i === parts.length - 1 || word.length > 1)
}

/**
 * Whether a speaker of one page is a speaker of others. The same full name is enough unless their roles have nothing in
 * common: then they may be namesakes, or one whose role changed, and only a person can tell. A surname alone settles
 * nothing. Organisations and governments go by their names.
 */
export function sameSpeaker(one: Named, other: Named): Sameness {
  if (!kindsAgree(one.kind, other.kind)) return { same: 'no', why: `one is ${one.kind}, the other ${other.kind}` }
  const [mine, theirs] = [nameKeys(one), nameKeys(other)]
  const shared = mine.filter((key) => theirs.includes(key))
  const isPerson = one.kind === 'person' || other.kind === 'person'
  const full = shared.find((key) => !isPerson || key.includes(' '))
  if (full !== undefined) {
    if (!isPerson) return { same: 'yes', why: `both are named "${full}"` }
    const roles = sharedRole(one.roles, other.roles)
    if (roles === 'none given') return { same: 'yes', why: `both are named "${full}", and their roles do not differ` }
    if (roles !== null) return { same: 'yes', why: `both are named "${full}" and have to do with "${roles}"` }
    return {
      same: 'perhaps',
      why: `both are named "${full}", but their roles have nothing in common: ${one.roles[0]}; ${other.roles[0]}`,
    }
  }
  if (!isPerson) return { same: 'no', why: 'their names differ' }
  const surname = surnameOf(mine).find((name) => surnameOf(theirs).includes(name))
  if (surname === undefined) return { same: 'no', why: 'their names differ' }
  const isBare = mine.every((key) => !key.includes(' ')) || theirs.every((key) => !key.includes(' '))
  const role = sharedRole(one.roles, other.roles)
  if (isBare && role !== null && role !== 'none given') {
    return { same: 'perhaps', why: `both are named "${surname}" and have to do with "${role}"` }
  }
  return { same: 'no', why: 'only their surnames are the same' }
}

const surnameOf = (keys: readonly string[]): string[] => keys.map((key) => key.slice(key.lastIndexOf(' ') + 1))

function kindsAgree(one: SpeakerKind, other: SpeakerKind): boolean {
  return one === other || one === 'unknown' || other === 'unknown'
}

/** A telling word that roles share; null: they share none; `none given` where one side has no role that tells. */
function sharedRole(one: readonly string[], other: readonly string[]): string | null {
  const telling = (roles: readonly string[]) =>
    new Set(roles.flatMap(partsOf).filter((word) => word.length > 2 && !PLAIN_ROLE.has(word)))
  const plain = (roles: readonly string[]) => new Set(roles.flatMap(partsOf))
  const mine = telling(one)
  const theirs = telling(other)
  if (one.length === 0 || other.length === 0) return 'none given'
  for (const word of mine) if (theirs.has(word)) return word
  if (mine.size > 0 && theirs.size > 0) return null
  // "president" and "the president of Peru": one of them has no more than the plain word.
  const those = plain(other)
  for (const word of plain(one)) if (word.length > 2 && word !== 'the' && word !== 'and' && those.has(word)) return word
  return null
}
