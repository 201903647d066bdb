import { WITHIN } from '../ancestry.js'
import { HINT } from '../hints.js'
import type { Candidate, RoleRule } from './rule.js'

/** A rule for furniture: by what its box is named, or by how its words begin. */
function furniture(
  role: Exclude<ReturnType<RoleRule['look']>, null>['role'],
  bit: number,
  words: RegExp | null,
  most: number,
  names: string,
): RoleRule {
  return {
    name: role,
    look(c) {
      if (c.isBody) return null
      if ((c.hints & bit) !== 0) return { role, why: `its box is named for ${names}` }
      if (words && c.words <= most && words.test(c.text)) return { role, why: `reads as ${names} does` }
      return null
    },
  }
}

/** Type to search */
export const search = furniture(
  'search',
  HINT.search,
  /^(?:type to search|search|enter (?:your )?(?:search|keyword)|find:?$)/i,
  8,
  'a search box',
)

/** Share this article · Tweet · Print */
export const share = furniture(
  'share',
  HINT.share,
  /^(?:share|tweet|e-?mail|print|pin it|follow us|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram|flipboard|pocket|pinterest|bookmark|save|like us|send)\b/i,
  8,
  'sharing',
)

/** Get our weekly briefing in your inbox */
export const newsletter = furniture(
  'newsletter',
  HINT.newsletter,
  /\b(?:newsletter|subscribe|sign up|sign-up|in your inbox|to your inbox|subscription|subscriber|enter your e-?mail|email address|create an account|log in|sign in|register now|support (?:our|us|independent)|donate|become a member)\b/i,
  70,
  'a newsletter or subscription box',
)

/** We use cookies to … */
export const cookieNotice = furniture(
  'cookie-notice',
  HINT.cookie,
  /\b(?:we use cookies|uses cookies|use of cookies|cookie (?:policy|settings|preferences|notice|consent)|accept (?:all|cookies)|manage (?:your )?(?:privacy|consent|preferences))\b/i,
  160,
  'a cookie notice',
)

/** 3 comments · Leave a reply */
export const comment = furniture(
  'comment',
  HINT.comment,
  /^(?:\d{1,6}\s+(?:comments?|replies|responses)|comments?\b|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|view comments|reply|report abuse|log in to comment|have your say|what do you think)/i,
  14,
  'comments',
)

/** Advertisement */
export const advertisement = furniture(
  'advertisement',
  HINT.advertisement,
  /^(?:advert|advertisement|ad|ads|advertising|sponsored|sponsored (?:content|links?|stories)|promoted|paid (?:content|post)|partner content|story continues below|continue reading below|article continues|skip advertisement|anzeige|publicidad|publicité)\b.{0,40}$/i,
  10,
  'an advertisement',
)

/** © 2024 Harbour Post. All rights reserved. */
export const legalNotice = furniture(
  'legal-notice',
  HINT.legal,
  /(?:©|\(c\)\s{0,3}\d{4}|\bcopyright\b|all rights reserved|terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice|statement)|may not be (?:published|reproduced)|do not sell|disclaimer\b)/i,
  120,
  'a legal notice',
)

/** BREAKING: … */
export const ticker = furniture(
  'ticker',
  HINT.ticker,
  /^(?:breaking(?: news)?|live|just in|latest|developing)\s{0,3}[:|-]/i,
  30,
  'a ticker',
)

/** How what points to other stories begins. */
export const RELATED =
  /^(?:related|keep reading|recommended stories|list of \d+ items|list \d+ of \d+|end of list|read more|see also|also read|read also|read next|recommended|you may also like|you might also like|more from|more on|more in|most (?:read|popular|viewed|shared)|trending|popular|latest|top stories|don['’]t miss|editors?['’]? (?:picks?|choice)|also (?:on|in)|from our|up next|next article|previous article|in this series|further reading|what to read)\b/i

/**
 * Keep reading
 * list of 4 items
 * Morvane: How a valley of orchards became a closed zone
 */
export const teasers: RoleRule = {
  name: 'teasers',
  look(c, place) {
    // Below the article other rules tell teasers from the page's foot.
    if (c.inTeasers && c.index < place.lastBody)
      return { role: 'related', why: 'under a line that points to other stories' }
    if (c.tag === '' && c.words <= 25 && !c.endsSentence && TEASER.test(c.text)) {
      return { role: 'related', why: 'points to another story' }
    }
    return null
  },
}

const TEASER = /^(?:read more|related|see also|also read|read also|read next|keep reading|don['’]t miss)\s?:/i
const SALES =
  /^(?:subscribe (?:to|for|now|today)\b|to continue reading\b|already (?:a subscriber|subscribed|a member)\b|sign up (?:for|to)\b|log in to (?:read|continue)\b|advertisement$)/i

/** Whether a line sells a subscription, or is the word "Advertisement". */
export const isSales = (c: Candidate): boolean => c.words <= 10 && SALES.test(c.text)

/** Subscribe to continue reading: furniture wherever it stands, also in the article's box. */
export const sales: RoleRule = {
  name: 'sales',
  look(c) {
    if (c.inOffer && c.isBody) return { role: 'newsletter', why: 'in the box of a subscription' }
    if (!isSales(c)) return null
    if (/^advertisement$/i.test(c.text)) return { role: 'advertisement', why: 'reads as an advertisement does' }
    return { role: 'newsletter', why: 'reads as a subscription box does' }
  },
}

/** Share Print */
export const buttons: RoleRule = {
  name: 'buttons',
  look(c) {
    if (c.words > 4 || c.endsSentence || !BUTTONS.test(c.text)) return null
    if (c.tag !== '' && (!c.isBody || (c.hints & HINT.share) === 0 || c.linkShare < 0.9)) return null
    return { role: 'share', why: 'reads as sharing does' }
  },
}
const BUTTONS = /^(?:share|print|tweet|e-?mail|save|copy link|follow us|whatsapp|facebook|twitter|linkedin)\b/i

/** All updates · Newest first: what is pressed is not read. */
export const control: RoleRule = {
  name: 'control',
  look(c) {
    if (!c.isBody || c.words > 8 || c.endsSentence || /^(?:li|h[1-6])$/.test(c.tag)) return null
    if ((c.within & (WITHIN.button | WITHIN.select)) === 0) return null
    return { role: 'navigation', why: 'a button' }
  },
}

const END_MARK =
  /^(?:#{3,5}|#\s#\s#|[-–—*]{1,2}\s?30\s?[-–—*]{1,2}|ENDS?|[-–—*[(]{1,2}\s?(?:ENDS?|[Ee]nds?)\s?[-–—*\])]{1,2}|END OF (?:PRESS )?RELEASE)$/
const NOTES = /^notes? (?:to|for) (?:the )?(?:editors?|journalists|newsrooms?)\b/i

/** Whether a unit ends a press release, or begins what it says to newsrooms. */
export function isEndMark(c: Candidate): boolean {
  return (c.words <= 5 && END_MARK.test(c.text)) || NOTES.test(c.text)
}

/** What follows "# # #" or "ENDS": about the company, notes to editors, contacts. */
export const afterEnd: RoleRule = {
  name: 'after-end',
  look(c, place) {
    if (!c.isBody || place.end < 0 || c.index < place.end) return null
    return { role: 'notice', why: 'at or below the line that ends the release' }
  },
}

/** Whether a line claims copyright. */
export const isCopyright = (text: string): boolean => /^(?:©|\(c\)|copyright\s+(?:©|\(c\)|\d{4}))/i.test(text)

const BACK = /^(?:back|return) to\b/i

/** A short line, or links, below the last running text of the article: © 1999 Harbour Post · Back to top */
export const foot: RoleRule = {
  name: 'foot',
  look(c, place) {
    if (!c.isBody || place.lastLong < 0 || c.index <= place.lastLong) return null
    if (isCopyright(c.text) && c.words <= 40)
      return { role: 'legal-notice', why: 'claims copyright, below the article' }
    if (c.linkShare > 0.7 && c.words <= 12 && (c.inLayout || BACK.test(c.text)))
      return { role: 'navigation', why: 'mostly links, below the article' }
    if (c.words <= 6 && !c.endsSentence && c.tag !== 'li' && RELATED.test(c.text))
      return { role: 'related', why: 'points to other stories, below the article' }
    return null
  },
}

/** # # # */
export const ornament: RoleRule = {
  name: 'ornament',
  look(c) {
    return c.words <= 12 && !/[\p{L}\p{N}]/u.test(c.text) ? { role: 'notice', why: 'no words, only marks' } : null
  },
}

/** Read more: Harbour board meets again */
export const related: RoleRule = {
  name: 'related',
  look(c) {
    if (c.isBody) return null
    if ((c.hints & HINT.related) !== 0) return { role: 'related', why: 'its box is named for other stories' }
    if (RELATED.test(c.text) && c.words <= 30) return { role: 'related', why: 'points to other stories' }
    if (isHeadline(c) && (c.linkShare > 0.7 || c.tag === '') && !inFrame(c))
      return { role: 'related', why: 'a headline that is no part of this article' }
    return null
  },
}

/** Home · World · Business */
export const navigation: RoleRule = {
  name: 'navigation',
  look(c) {
    if (c.isBody) return null
    if (inFrame(c)) return { role: 'navigation', why: "inside the page's frame" }
    if ((c.hints & (HINT.navigation | HINT.tags)) !== 0)
      return { role: 'navigation', why: 'its box is named for navigation' }
    if (c.linkShare > 0.5) return { role: 'navigation', why: 'mostly links' }
    if (c.words <= 4 && !c.endsSentence) return { role: 'navigation', why: 'a word or two outside the article' }
    return null
  },
}

/** Whatever else the page says of itself. */
export const notice: RoleRule = {
  name: 'notice',
  look(c) {
    if (c.isBody) return null
    return { role: 'notice', why: 'outside the article' }
  },
}

/** Five words or more, no sentence: how other stories are announced. */
function isHeadline(c: Candidate): boolean {
  return (
    c.words >= 5 && c.words <= 24 && (!c.endsSentence || /[?!]$/.test(c.text)) && !/@|https?:|\btel\b/i.test(c.text)
  )
}

function inFrame(c: Candidate): boolean {
  return (c.within & (WITHIN.nav | WITHIN.footer | WITHIN.button | WITHIN.select)) !== 0
}
