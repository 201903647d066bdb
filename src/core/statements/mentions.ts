import type { Analysis } from './analysis.js'
import { bucket, type Features, phraseBefore, posAt, wordAt } from './features.js'
import { hashOf } from './hashing.js'
import type { Phrase } from './noun-phrases.js'
import { isVerb, POS } from './parts-of-speech.js'
import type { Place, Proposal } from './rules/rule.js'
import { closesQuote, isThat, opensQuote } from './rules/surroundings.js'
import type { Site } from './sites.js'

/** A possible mention: tokens [first, end). `first === end`: the page does not say. */
export interface MentionCandidate {
  readonly first: number
  readonly end: number
  /** The token of its head. */
  readonly head: number
  readonly place: Place
  /** 0 the phrase alone, 1 with what hangs on it, 2 with an apposition. */
  readonly variant: number
  /** How many phrases stand nearer to the cue. */
  readonly rank: number
}

const NEAREST = 6
const LONGEST = 24

/** How far between a mention and its cue words are looked at, in tokens. */
const WITHIN = 60
/** Forms that, unlike "released", are never participles. */
const PAST_AUXILIARIES = new Set(['was', 'were', 'had', 'did'].map(hashOf))
const BY = new Set(['by', 'from', 'of', 'among'].map(hashOf))

/** The mentions that a proposal leaves open, "the page does not say" last. Bounded in number and reach. */
export function mentionsFor(a: Analysis, site: Site, proposal: Proposal): MentionCandidate[] {
  const out: MentionCandidate[] = []
  for (const place of proposal.places) {
    if (place === 'before') before(a, site, proposal.from, out)
    else if (place === 'after') after(a, site.end, place, out)
    else if (place === 'possessor') possessor(a, site, out)
    else if (place === 'label') label(a, site, proposal.from, out)
    else {
      for (let i = proposal.from - 1; i < proposal.from + 2; i++) {
        if (!BY.has(a.word[i] ?? 0)) continue
        after(a, i + 1, place, out)
        break
      }
    }
  }
  out.push({ first: site.head, end: site.head, head: site.head, place: 'before', variant: 0, rank: NEAREST })
  return out
}

function before(a: Analysis, site: Site, from: number, out: MentionCandidate[]): void {
  // "Roe, who said …": the page's word for the speaker is "who". But "that" names nobody: "a report by Roe that says".
  const near = site.first - 1
  const isRelative = near >= from && a.pos[near] === POS.WH
  if (isRelative && isThat(a, near)) {
    antecedents(a, site, near, from, out)
    return
  }
  if (isRelative) out.push({ first: near, end: near + 1, head: near, place: 'before', variant: 3, rank: 0 })
  let p = (a.phraseFrom[site.first] ?? a.phrases.length) - 1
  for (let rank = 0; rank < NEAREST && p >= 0; rank++, p--) {
    const phrase = a.phrases[p] as Phrase
    if (phrase.first < from) break
    if (phrase.end > site.first) continue
    out.push({ first: phrase.first, end: phrase.end, head: phrase.head, place: 'before', variant: 0, rank })
    // With all that stands between it and the verb: "the director of the office", "Roe, a nurse,".
    let end = site.first
    while (
      end > phrase.end &&
      (a.pos[end - 1] === POS.COMMA || a.pos[end - 1] === POS.ADVERB || a.pos[end - 1] === POS.WH)
    )
      end--
    if (end > phrase.end && end - phrase.first <= LONGEST && joins(a, phrase.end, end)) {
      out.push({ first: phrase.first, end, head: phrase.head, place: 'before', variant: 1, rank })
    } else if (site.first - phrase.end > 1) {
      const far = reachOf(a, phrase, site.first)
      if (far > phrase.end && far !== end)
        out.push({ first: phrase.first, end: far, head: phrase.head, place: 'before', variant: 2, rank })
    }
  }
  // Far back, the subject of the whole sentence: "Roe praised the plan, met …, and said …".
  const opening = a.phrases[a.phraseFrom[from] ?? a.phrases.length]
  if (p >= 0 && opening && opening.first >= from && opening.end <= (a.phrases[p] as Phrase).end) {
    const { first, end, head } = opening
    out.push({ first, end, head, place: 'before', variant: 0, rank: NEAREST })
    const far = reachOf(a, opening, site.first)
    if (far > end) out.push({ first, end: far, head, place: 'before', variant: 2, rank: NEAREST })
  }
}

// What "that", at token `near`, may stand for: the phrase before it, and the phrases that this one hangs on.
function antecedents(a: Analysis, site: Site, near: number, from: number, out: MentionCandidate[]): void {
  let p = (a.phraseFrom[site.first] ?? a.phrases.length) - 1
  let rank = 0
  for (; rank < NEAREST && p >= 0; p--) {
    const phrase = a.phrases[p] as Phrase
    if (phrase.first < from) return
    if (phrase.end > near) continue
    const end = phrase.end === near ? near : reachOf(a, phrase, near + 1)
    if (end < near) return
    const variant = phrase.end === near ? 0 : 2
    out.push({ first: phrase.first, end: near, head: phrase.head, place: 'before', variant, rank: rank++ })
  }
}

// Whether [first, end) may hang on a noun phrase: it begins with a preposition, a comma, "and" or a question word.
function joins(a: Analysis, first: number, end: number): boolean {
  const tag = a.pos[first] as number
  if (
    tag !== POS.PREPOSITION &&
    tag !== POS.COMMA &&
    tag !== POS.CONJUNCTION &&
    tag !== POS.WH &&
    tag !== POS.PUNCTUATION &&
    tag !== POS.TO
  )
    return false
  let isClause = false
  for (let i = first; i < end; i++) {
    const here = a.pos[i] as number
    if (here === POS.STOP || opensQuote(a, i) || closesQuote(a, i)) return false
    if (here === POS.WH || here === POS.COMMA) isClause = true
    // "The board of Aarle has refused a plan …": the phrase is the subject of this verb, and no more hangs on it.
    else if (!isClause && (here === POS.PRESENT || here === POS.MODAL || PAST_AUXILIARIES.has(a.word[i] as number)))
      return false
  }
  return true
}

// The phrase with the prepositional phrases and coordinated phrases that follow it directly.
function reachOf(a: Analysis, phrase: Phrase, limit: number): number {
  let end = phrase.end
  while (end < limit - 1 && end - phrase.first < LONGEST) {
    const tag = a.pos[end] as number
    if (tag !== POS.PREPOSITION && tag !== POS.CONJUNCTION) break
    const next = a.phrases[a.phraseFrom[end + 1] ?? a.phrases.length]
    if (!next || next.first !== end + 1 || next.end > limit) break
    end = next.end
  }
  return end
}

function after(a: Analysis, start: number, place: Place, out: MentionCandidate[]): void {
  const limit = Math.min(a.sentenceEnd[Math.min(start, a.tokens.length - 1)] as number, start + LONGEST)
  let p = a.phraseFrom[start] ?? a.phrases.length
  for (let rank = 0; rank < 2; rank++, p++) {
    const phrase = a.phrases[p]
    if (!phrase || phrase.first > start + 4 || phrase.end > limit) return
    const first = Math.max(phrase.first, start)
    if (phrase.head < first) return
    out.push({ first, end: phrase.end, head: phrase.head, place, variant: 0, rank })
    const far = reachOf(a, phrase, limit)
    if (far > phrase.end) out.push({ first, end: far, head: phrase.head, place, variant: 1, rank })
    if (a.pos[far] === POS.COMMA) {
      const next = a.phrases[a.phraseFrom[far + 1] ?? a.phrases.length]
      if (next && next.first === far + 1 && next.end <= limit) {
        const end = reachOf(a, next, limit)
        if (!isVerb(posAt(a, end, first, limit))) out.push({ first, end, head: phrase.head, place, variant: 2, rank })
      } else if (a.pos[far + 1] === POS.WH) {
        let end = far + 1
        while (end < limit && a.pos[end] !== POS.COMMA && a.pos[end] !== POS.STOP && !opensQuote(a, end)) end++
        out.push({ first, end, head: phrase.head, place, variant: 3, rank })
      }
    }
  }
}

function possessor(a: Analysis, site: Site, out: MentionCandidate[]): void {
  const phrase = a.phrases[a.phraseFrom[site.head] ?? a.phrases.length]
  if (!phrase || phrase.first >= site.head) return
  for (let i = site.head - 1; i > phrase.first; i--) {
    if (a.pos[i] !== POS.GENITIVE) continue
    out.push({ first: phrase.first, end: i + 1, head: i - 1, place: 'possessor', variant: 0, rank: 0 })
    return
  }
  if (a.pos[phrase.first] === POS.POSSESSIVE)
    out.push({
      first: phrase.first,
      end: phrase.first + 1,
      head: phrase.first,
      place: 'possessor',
      variant: 1,
      rank: 0,
    })
  else if (a.pos[site.head - 1] === POS.NAME || a.pos[site.head - 1] === POS.NOUN)
    out.push({ first: phrase.first, end: site.head, head: site.head - 1, place: 'possessor', variant: 2, rank: 0 })
}

function label(a: Analysis, site: Site, from: number, out: MentionCandidate[]): void {
  if (site.first > from)
    out.push({ first: from, end: site.first, head: site.first - 1, place: 'label', variant: 0, rank: 0 })
  const phrase = phraseBefore(a, site.first)
  if (phrase && phrase.end > site.first - 2 && phrase.first > from)
    out.push({ first: phrase.first, end: phrase.end, head: phrase.head, place: 'label', variant: 1, rank: 0 })
}

const PLACES: Record<Place, number> = { before: 0, after: 1, by: 2, possessor: 3, label: 4 }

/** What tells whether a candidate is the mention. */
export function mentionFeatures(
  a: Analysis,
  site: Site,
  rule: number,
  list: readonly MentionCandidate[],
  k: number,
  f: Features,
): void {
  const c = list[k] as MentionCandidate
  const verb = a.word[site.head] as number
  const verbPos = a.pos[site.head] as number
  f.length = 0
  if (c.first === c.end) {
    f.add2(201, rule, list.length > 1 ? 1 : 0)
    f.add(202, verb)
    f.add2(203, verbPos, rule)
    f.add2(204, wordAt(a, site.first, 0, a.tokens.length), verbPos)
    f.add2(205, posAt(a, site.first - 1, 0, a.tokens.length), verbPos)
    f.add2(206, wordAt(a, site.first - 1, 0, a.tokens.length), rule)
    f.add2(207, site.head - site.first, verbPos)
    return
  }
  const place = PLACES[c.place] * 4 + c.variant
  const low = a.sentenceStart[c.first] as number
  const high = a.sentenceEnd[c.end - 1] as number
  const head = a.word[c.head] as number
  const headPos = a.pos[c.head] as number
  const gap = c.place === 'before' ? site.first - c.end : c.first - site.end
  let commas = 0
  let verbs = 0
  let wh = 0
  let marks = 0
  const from = c.place === 'before' ? c.end : site.end
  const to = c.place === 'before' ? site.first : c.first
  for (let i = Math.max(from, to - WITHIN); i < to; i++) {
    const tag = a.pos[i] as number
    if (tag === POS.COMMA) commas++
    else if (tag === POS.WH) wh = 1
    else if (tag === POS.MARK) marks = 1
    else if (isVerb(tag)) verbs++
  }
  commas = Math.min(commas, 2)
  verbs = Math.min(verbs, 2)
  const back = posAt(a, c.first - 1, low, high)
  const next = posAt(a, c.end, low, high)
  const quoted = ((a.quoteAt[c.head] as number) >= 0 ? 2 : 0) + ((a.quoteAt[site.head] as number) >= 0 ? 1 : 0)
  const between = (commas * 3 + verbs) * 4 + wh * 2 + marks
  f.add2(211, place, rule)
  f.add3(212, place, c.rank, rule)
  f.add3(213, place, headPos, c.rank)
  f.add2(214, head, c.variant)
  f.add2(215, a.suffix[c.head] as number, headPos)
  f.add3(216, place, bucket(gap), verbPos)
  f.add3(217, place, between, verbPos)
  f.add3(218, between, c.rank, rule)
  f.add3(219, back, next, place)
  f.add3(220, wordAt(a, c.first - 1, low, high), headPos, c.place === 'before' ? 1 : 0)
  f.add3(221, wordAt(a, c.end, low, high), place, 0)
  f.add3(222, bucket(c.end - c.first), place, next)
  f.add2(223, quoted, place)
  f.add3(224, c.first === low ? 1 : 0, place, c.rank)
  f.add3(225, a.shape[c.head] as number, headPos, place)
  f.add3(226, a.word[c.first] as number, c.variant, headPos)
  f.add3(227, posAt(a, from, low, high), posAt(a, to - 1, low, high), place)
  f.add3(228, back, headPos, c.rank)
  f.add3(229, wordAt(a, from, low, high), verbPos, place)
  f.add3(230, headPos, between, verbPos)
  f.add3(231, a.pos[c.first] as number, place, c.rank)
  f.add3(232, verb, c.rank, place)
  f.add3(233, wordAt(a, site.first, 0, a.tokens.length), c.rank, place)
}
