import { isSiteName, NO_SITE, type SiteNames } from './site.js'
import { folded } from './words.js'

/** How much a string is trusted to be names and nothing else. */
export type NameForm =
  /** A machine-readable value: a name, or several with commas between. */
  | 'mark'
  /** Words that a reader sees, which may say more: "By Ana Ruiz in Lima, 3 March 2024". */
  | 'visible'
  /** A bibliography's: "Ruiz, Ana". */
  | 'inverted'

/** Longer strings are no byline. */
const MOST_LENGTH = 1000
const MOST_NAMES = 60

const BY =
  /^(?:[([]\s?)?(?:(?:this )?(?:article|story|post|blog|page|content|text|words|report|analysis|review|opinion|guest post)?\s?(?:is |was )?(?:originally )?(?:written|posted|published|reported|authored|created|submitted|contributed|compiled|edited|shared|prepared|added)?(?: and (?:photographed|illustrated|edited|reviewed))?\s?by|authors?|author\(s\)|author name|byline|autore?s?|auteurs?|autor(?:en|in)?|by the|por|von|par|door|di|da|av|af|napisa[lł]|yazar)\s?(?:[:;–-]\s*|\s+)|^(?:by|authors?|written by|posted by|words|text[eo]?|testo|текст|автор)\s?:\s?/i

/** Only its first word tells a visible byline; `da`, `di`, `par` are left to marks, where nothing else can stand. */
const VISIBLE_BY =
  /^(?:[([]\s?)?(?:(?:this )?(?:article|story|post|blog|words|text|report|analysis|opinion|guest post)?\s?(?:is |was )?(?:originally )?(?:written|posted|published|reported|authored|created|submitted|contributed|compiled|prepared|added)?(?: and (?:photographed|illustrated|edited))?\s?by|authors?\s?:|byline|autore?s?\s?:|auteurs?\s?:|por|von|par)(?:\s?[:;–-]\s*|\s+)/i

const PARTICLES = new Set(
  "de del della der den des di da das do dos du van von vom zu zur ter ten la le el al bin ibn ben y e af av d' o'".split(
    ' ',
  ),
)

const JOB =
  /\b(?:editors?|reporters?|writers?|correspondents?|contributors?|contributing|journalists?|columnists?|staff|producers?|directors?|managers?|ceo|cto|cmo|coo|cfo|co-?founders?|founders?|specialists?|analysts?|professors?|president|vice|head|chief|officer|author|photographers?|strategists?|consultants?|coach|engineers?|developers?|associate|assistant|experts?|lecturer|researchers?|scientists?|fellow|owner|partner|principal|senior|junior|lead|executive|managing|deputy|bureau|freelance|guest|reviewer|attorney|lawyer|advisor|adviser|planner|dietitian|nutritionist|therapist|psychologist|blogger|marketer|designer|architect|librarian|teacher|instructor|tutor|trainer|agent|broker|realtor|accountant|nurse|physician|doctor|dentist|marketing|editorial)\b/i

const ORGANISATION =
  /\b(?:team|staff|department|center|centre|university|college|school|institute|inc|llc|ltd|corp|company|group|agency|association|foundation|society|committee|council|office|services?|desk|news|media|magazine|press|editors|studio|labs?|research|bank|ministry|bureau|network|clinic|hospital|solutions|marketing)\b/i

/** Letters after a name: degrees and certificates. */
const CREDENTIAL =
  /^(?:ph\.?\s?d|m\.?\s?d|d\.?\s?o|m\.?\s?a|b\.?\s?a|m\.?\s?s|b\.?\s?s|m\.?\s?s\.?c|b\.?\s?s\.?c|psy\.?\s?d|ed\.?\s?d|pharm\.?\s?d|dr\.?\s?ph|d\.?\s?d\.?\s?s|r\.?\s?n|esq|certified .{1,60}|licensed .{1,60}|registered .{1,60}|board[- ]certified .{0,60})\.?$/i

/**
 * The names in one value, in order: what introduces them ("By"), job titles, letters after the name, addresses and
 * places are left off. A name is never split where it is an organisation's; no name, no value.
 *
 * @param site its own name stays whole, whatever it holds
 */
export function namesIn(words: string, form: NameForm, site: SiteNames = NO_SITE): readonly string[] {
  if (words.length > MOST_LENGTH) return []
  const text = withoutAddresses(words)
  if (text === '') return []
  const unled = text.replace(form === 'visible' ? VISIBLE_BY : BY, '')
  if (isSiteName(unled, site)) return [unled]
  const turned = form === 'inverted' ? turnedName(text) : null
  if (turned !== null) return [turned]
  const stretch = form === 'visible' ? visibleStretch(text) : markStretch(text)
  const names: string[] = []
  for (const piece of listPieces(stretch, form, site)) {
    if (names.length >= MOST_NAMES) break
    const name = trimmed(piece)
    // After a person, the publisher's name says whom they write for.
    if (form === 'visible' && names.length > 0 && isSiteName(name, site)) continue
    if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(name) && names.length > 0) {
      names[names.length - 1] += `, ${name}`
      continue
    }
    if (isName(name, form, names.length === 0, name === stretch)) names.push(name)
  }
  return names
}

/** Names without doubles (compared folded), the first writing kept, in order. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = folded(name) || name
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Whether visible words begin as a byline does: "By …", "Written by …". */
export function beginsByline(words: string): boolean {
  const head = unglued(words.slice(0, 80))
  const m = VISIBLE_BY.exec(head)
  if (m === null) return false
  const rest = head.slice(m[0].length)
  // A name in lower case (a reader's handle) is one only where nothing else stands in the line.
  return /^[^a-z]/.test(rest) || /^by [a-z][a-z0-9._-]{2,20}$/.test(words)
}

function withoutAddresses(words: string): string {
  const kept = words
    .split(/\s+/)
    .filter((w) => !/^(?:https?:|www\.|mailto:)/i.test(w) && !/^[<(]?[^\s@]*@[^\s@]*$/.test(w))
    .join(' ')
  return trimmed(kept.replace(/\([^()]*\)|\[[^[\]]*\]|\s\([^()]*$/g, ' ').replace(/\s+/g, ' '))
}

/** Machine-readable: what introduces the names is left off; a bar or a bullet ends them. */
function markStretch(text: string): string {
  const unled = text.replace(BY, '')
  const cut = /\s[|•·⋅–—]\s|\s-\s/.exec(unled)
  return cut && cut.index > 0 ? unled.slice(0, cut.index) : unled
}

/** Visible: the part of the words that names people. */
function visibleStretch(text: string): string {
  const parts = unglued(text)
    .split(/(?:(?<!\s)\s+)?[|•·⋅∙‧]\s*|(?<!\s)\s+[–—-]\s+/)
    .filter((p) => p !== '')
  let part = parts.find((p) => VISIBLE_BY.test(p)) ?? parts.find((p) => !/\d/.test(p)) ?? parts[0] ?? ''
  const lead = VISIBLE_BY.exec(part)
  if (lead) part = part.slice(lead[0].length)
  else {
    // "3 March 2024 by Ana Ruiz"
    const by = /\s(?:written |posted )?by\s+(?![a-z\s]|$)/i.exec(part)
    if (by) part = part.slice(by.index + by[0].length)
  }
  const words = part.split(' ')
  const kept: string[] = []
  for (const [i, word] of words.entries()) {
    if (/\d/.test(word) && i > 0) {
      // "Ana Ruiz March 3": the month goes too.
      while (kept.length > 0 && isDateWord(kept[kept.length - 1] as string)) kept.pop()
      break
    }
    if (
      kept.length > 0 &&
      /^(?:in|on|at|for|from|of|is|has|was|updated|published|posted|last|special|the|about|min|minutes?|read|share|follow|view|see|reviewed|edited|fact|medically|publiziert|veröffentlicht|am|el|le|il|publicado|publié|pubblicato|photos?|photography|illustrat\w*|reporting|via|\/|▪|●)$/i.test(
        word,
      )
    ) {
      break
    }
    kept.push(word)
  }
  return kept.join(' ')
}

/** "Written byAna Ruiz", "Ana RuizSenior Editor": words that only the page's looks keep apart. */
function unglued(text: string): string {
  return text
    .replace(/^((?:written|posted|published|reviewed)\s)?(by)(?=\p{Lu})/iu, '$1$2 ')
    .replace(
      /(\p{Ll})(?=(?:Founder|Editor|Senior|Staff|Writer|Reporter|Contribut|Author|Director|Manager|Head|Chief|Published|Updated|Posted)(?:\P{Ll}|[a-z]{0,6}(?:\P{L}|$)))/gu,
      '$1, ',
    )
}

const isDateWord = (word: string): boolean =>
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[.,]?$|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?$/i.test(
    word,
  )

function listPieces(text: string, form: NameForm, site: SiteNames): readonly string[] {
  const pieces: string[] = []
  for (const comma of text.split(/(?:(?<!\s)\s+)?[,;，、]\s*/)) {
    const unled = comma.replace(/^(?:and|&)\s+/i, '')
    if (isSiteName(unled, site)) {
      pieces.push(unled)
      continue
    }
    const parts = unled.split(/(?<!\s)\s+(?:and|&|\+|und|et|y|e|och|og|with|\/)\s+/i)
    const isPeople = parts.length > 1 && parts.every((p) => isPersonLike(p))
    if (isPeople) pieces.push(...parts)
    else if (form === 'visible' && parts.length > 1 && looksLikePerson(parts[0] as string)) {
      pieces.push(...parts.filter((p) => isPersonLike(p)))
    } else pieces.push(unled)
  }
  return pieces
}

/** Whether a name is written as people's are: two to five words, capitalised but for particles, without digits. */
export function looksLikePerson(name: string): boolean {
  const words = name.split(' ')
  if (words.length < 2 || words.length > 5 || /[\d!?:&#]/.test(name) || name.length > 50) return false
  return words.every((w) => /^\p{Lu}/u.test(w) || PARTICLES.has(w.toLowerCase())) && !NO_PERSON.test(name)
}

const NO_PERSON =
  /\b(?:tips|guides?|strategy|insights|wellness|finance|planning|blogs?|articles?|news|read|more|posts?|home|about|contact|share|follow|reviews?|best|how|what|why|learn|your|our|the|and|all|updates?|resources|get|sign)\b/i

/** One to five words, capitalised or particles, and no organisation's. */
function isPersonLike(name: string): boolean {
  const words = name.split(' ')
  if (words.length > 5 || name === '' || ORGANISATION.test(name)) return false
  return words.every((w) => /^[^\p{Ll}]/u.test(w) || PARTICLES.has(w.toLowerCase()))
}

/** `isAlone`: it is all that the value says. */
function isName(name: string, form: NameForm, isFirst: boolean, isAlone: boolean): boolean {
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return false
  if (!isFirst && (CREDENTIAL.test(name) || isLetters(name) || JOB.test(name))) return false
  if (
    /^(?:admin|administrator|webmaster|root|by|author|authors|and|null|undefined|none|n\/a|unknown|byline|share|view all posts|about the author|about|read more|updated|posted|published|written)$/i.test(
      name,
    )
  )
    return false
  const words = name.split(' ')
  // A word alone after a name is no name.
  if (form === 'visible' && !isFirst && words.length === 1) return false
  // Links run together ("Wedding PlanningJust Engaged"), which only the page's looks keep apart.
  if (form === 'visible' && (name.match(/\p{Ll}{3}\p{Lu}\p{Ll}/gu) ?? []).length > 1) return false
  if (words.length > (form === 'visible' ? 6 : 12)) return false
  // Words that a reader sees are a name only if they look like one.
  return (
    form !== 'visible' || /^\p{Lu}|^[^\p{Ll}\p{Lu}\d]/u.test(name) || (isAlone && /^[a-z][a-z0-9._-]{2,20}$/.test(name))
  )
}

/** "CFP®", "E-RYT 200", "MSc": no word in it is written as a name is. */
const isLetters = (name: string): boolean =>
  name.length <= 12 && !/\p{Ll}{3}/u.test(name) && !/^\p{Lu}\p{Ll}+$/u.test(name)

/** "Ruiz, Ana" as "Ana Ruiz"; null where it is written otherwise. */
function turnedName(text: string): string | null {
  const [family = '', given, ...rest] = text.split(/(?:(?<!\s)\s+)?,\s*/)
  if (!given || rest.length > 0) return null
  const names = family.split(' ').filter((w) => !PARTICLES.has(w.toLowerCase()))
  return names.length === 1 ? `${given} ${family}` : null
}

const trimmed = (words: string): string =>
  words.replace(/^[\s,;:.|/／*–—-]+|(?<![\s,;:|/／*–—-])[\s,;:|/／*–—-]+$/g, '')
