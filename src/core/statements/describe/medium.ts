import { type Span, span } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import type { CueClause } from './cue-clause.js'

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What words are put in: "in an email". */
const TEXTS = set(
  'statement statements email e-mail emails e-mails interview interviews letter letters tweet tweets retweet report reports speech speeches message messages post posts ' +
    'release memo memorandum note notes filing filings lawsuit complaint op-ed article articles essay column editorial book books memoir autobiography blog video videos podcast ' +
    'broadcast call calls address remarks comments testimony papers documents affidavit ad ads advertisement commercial commercials text texts debate debates briefing briefings ruling ' +
    'decision opinion order survey poll study paper transcript recording recordings clip profile newsletter pamphlet leaflet brochure website petition deposition brief motion ' +
    'announcement exchange conversation chat discussion caption headline story piece thread reply response obituary magazine newspaper journal dispatch cable telegram ' +
    'fax voicemail livestream webcast q&a questionnaire document summary indictment judgment judgement verdict sermon toast eulogy lecture manifesto platform proposal resolution communique communiqué declaration',
)
/** Where words are spoken before others: "at a rally". */
const EVENTS = set(
  'conference conferences briefing hearing hearings rally rallies event events forum meeting meetings hall halls debate debates fundraiser fundraisers stop stops summit trial ceremony ' +
    'luncheon lunch dinner breakfast gathering inquest session convention vigil funeral march protest panel seminar symposium workshop reception gala appearance appearances service ' +
    'inquiry tribunal congress assembly town-hall roundtable podium launch commencement graduation conclave retreat visit tour presser interview interviews speech speeches ' +
    'call broadcast address testimony sermon lecture talk tribute proceedings deposition telecast screening town halls parade picnic barbecue barbeque caucus',
)
/** What words go out on: "on Twitter". */
const CHANNELS = set(
  'twitter facebook instagram reddit youtube snapchat tumblr telegram whatsapp tiktok linkedin mastodon bluesky weibo periscope medium television tv radio air cnn msnbc fox nbc cbs abc ' +
    'pbs npr bbc c-span cnbc univision telemundo bloomberg itv sky hbo phone telephone call calls website site blog page program programme show podcast news media line floor ' +
    'press stump hotline channel network newscast morning today tonight nation broadcast webcast livestream social',
)
const BY = set('telephone phone email e-mail letter text fax mail post telegram message radio video videolink')
const THROUGH = set(
  'spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney interpreter translator representative publicist statement aide twitter facebook instagram email e-mail skype zoom text telephone phone video tweet website intermediary intermediaries',
)
const OVER = set('phone telephone radio loudspeaker intercom email coffee airwaves')
/** A cue that names its own means. */
const VERBS = set(
  'tweet tweets tweeted tweeting retweet retweets retweeted retweeting live-tweeted email emails emailed emailing e-mailed e-mails text texted texting blogged blogs blogging telephoned telegraphed cabled phoned faxed ' +
    'facebooked instagrammed livestreamed broadcast televised radioed',
)

const BY_PREPOSITION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['in', TEXTS],
  ['at', EVENTS],
  ['during', new Set([...EVENTS, ...TEXTS])],
  ['on', CHANNELS],
  ['by', BY],
  ['through', THROUGH],
  ['via', new Set([...THROUGH, ...CHANNELS, ...TEXTS])],
  ['over', OVER],
])
/** What may follow its head within a medium's name: "a press conference", "the Senate floor". */
const LONGEST = 9
/** "in response", "in order", "on air" stand without a determiner; these do not name a means without one. */
const NEEDS_DETERMINER = set(
  'order post address response stop call calls hall service visit call note paper text reply conference floor line page press show program nation morning today tonight air launch session march congress assembly',
)
/** "on the floor" of what: these are means only with their kind before them. */
const KINDS: ReadonlyMap<string, RegExp> = new Map([
  ['floor', /^(?:senate|house|convention|assembly|commons|legislature's)$/],
  ['line', /^(?:phone|telephone|open)$/],
  ['page', /^(?:facebook|web|home|fan|instagram|twitter|gofundme|fundraising)$/],
  ['stop', /^(?:campaign|tour)$/],
  ['stops', /^(?:campaign|tour)$/],
  ['hall', /^(?:town|city)$/],
  ['halls', /^(?:town)$/],
  ['call', /^(?:a|the|conference|phone|telephone|video|zoom|skype|earnings|press|media|private|recent|telephone)$/],
  ['calls', /^(?:conference|phone|telephone|video|zoom|press)$/],
  ['morning', /^(?:good)$/],
  ['today', /^(?:the|show)$/],
  ['tonight', /^(?:entertainment)$/],
  ['nation', /^(?:the)$/],
  ['news', /^(?:fox|abc|cbs|nbc|sky|bbc|national|evening|local|the|cable|cbc)$/],
  ['media', /^(?:social)$/],
  ['social', /^(?:truth)$/],
  ['medium', /^$/],
  ['sky', /^$/],
  ['press', /^(?:the)$/],
  ['order', /^(?:court|executive|written|the|an|his|her)$/],
  ['opinion', /^(?:written|court|majority|dissenting|minority|court's|advisory)$/],
  ['decision', /^(?:written|court|the|a|unanimous|page)$/],
  ['proposal', /^(?:written)$/],
  ['visit', /^(?:a|the|recent|his|her|their|campaign|state)$/],
])

/** By what means a statement was made, as the page says beside its cue: "in an email", "at a rally", or "tweeted" itself. */
export function mediumOf(clause: CueClause, asides: readonly Range[]): Span | null {
  const { words } = clause
  for (const aside of asides) {
    const range = mediumIn(clause, aside)
    if (range) return spanOf(words, range)
  }
  for (let i = clause.cue.first; i < clause.cue.end; i++)
    if (VERBS.has(words.word(i))) return spanOf(words, { first: i, end: i + 1 })
  return null
}

const spanOf = (words: BlockWords, { first, end }: Range): Span =>
  span(words.text, words.tokens[first]?.start ?? 0, words.tokens[end - 1]?.end ?? 0)

function mediumIn({ words }: CueClause, { first, end }: Range): Range | null {
  for (let i = first; i < end; i++) {
    const heads = BY_PREPOSITION.get(words.word(i))
    if (!heads) continue
    const head = headAfter(words, i, Math.min(end, i + 1 + LONGEST), heads)
    if (head < 0) continue
    // "on their social media accounts": the noun phrase goes on.
    let last = head + 1
    while (last < end && words.pos(last) === POS.NOUN && !words.isCapital(last)) last++
    return { first: i, end: last }
  }
  return null
}

// The head of the noun phrase after the preposition at `at`, if it names a means; else -1.
function headAfter(words: BlockWords, at: number, limit: number, heads: ReadonlySet<string>): number {
  let head = -1
  for (let i = at + 1; i < limit; i++) {
    const word = words.word(i)
    if (heads.has(word) && isMeans(words, at, i, word)) head = i
    else if (head >= 0) {
      // "a statement" ends there; "the ABC program" goes on to its last noun.
      if (!words.isCapital(i) && !heads.has(words.word(i + 1))) break
      if (/^[,.;:)]$/.test(word)) break
    } else if (word !== "'s" && STOPS.test(word)) break
  }
  return head
}

const STOPS =
  /^(?:[,.;:()?!"“”]|in|on|at|by|for|from|with|to|as|about|after|before|into|under|through|over|during|who|which|that|when|where|and|but|or|is|was|were|are|has|had|have)$/

function isMeans(words: BlockWords, at: number, i: number, word: string): boolean {
  const before = words.word(i - 1)
  const kind = KINDS.get(word)
  if (kind && !kind.test(before)) return false
  if (i === at + 1 && NEEDS_DETERMINER.has(word)) return word === 'air'
  return true
}
