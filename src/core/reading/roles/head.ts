import { WITHIN } from '../ancestry.js'
import { HINT } from '../hints.js'
import { MONTHS } from '../meta/months.js'
import { type Candidate, foldedWords, type PagePlaces, type RoleRule } from './rule.js'

/** The article's own headline: the unit that shows the title that the page's marks give, or the first h1. */
export const title: RoleRule = {
  name: 'title',
  look(c, place) {
    if (c.index !== place.title) return null
    return { role: 'title', why: c.tag === 'h1' ? 'the headline, <h1>' : "shows the page's title" }
  },
}

/** How a byline begins. */
export const BY = /^(?:by|von|por|par|di|door|words by|written by|text by|story by|posted by|from)[:\s]\s*\p{Lu}/iu
/**
 * A month's name, whole, or cut as English does: "Mar", "March", "Juli"; not "markets". Other languages' short names are
 * English words too often ("out", "set", "ago").
 */
export const MONTH = new RegExp(
  `(?<!\\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|${[...MONTHS.keys()].filter((name) => name.length > 4 || /^(?:june|july|juni|juli|maio|mayo|juin)$/.test(name)).join('|')})(?!\\p{L})`,
  'iu',
)
const NUMERIC_DATE = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/
const CLOCK = /\b\d{1,2}[:.]\d{2}\b/

/** Staff Writer */
const POST = /\b(?:writer|reporter|correspondent|columnist|editor|critic)$/i

/**
 * By Ana Ruiz and Tom Okafor
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const byline: RoleRule = {
  name: 'byline',
  look(c, place) {
    if (c.words > 30 || !nearHead(c, place, 12)) return null
    if (BY.test(c.text) && c.words <= 20 && !c.endsSentence)
      return { role: 'byline', why: 'begins "By" and a name, near the title' }
    if (place.byline >= 0 && c.index === place.byline + 1 && c.words <= 6 && !c.endsSentence && POST.test(c.text))
      return { role: 'byline', why: "the author's post, under the name" }
    const folded = place.authors.length > 0 ? foldedWords(c.text) : ''
    for (const author of place.authors) {
      if (author !== '' && folded.includes(author) && c.words <= author.split(' ').length + 12) {
        return { role: 'byline', why: "names the page's author near the title" }
      }
    }
    if ((c.hints & HINT.byline) !== 0 && c.words <= 12 && !MONTH.test(c.text) && !CLOCK.test(c.text)) {
      return { role: 'byline', why: 'its box is named for the author' }
    }
    return null
  },
}

/**
 * Published 3 March 2024, 10:15 GMT
 * LIMA, March 3
 */
export const dateline: RoleRule = {
  name: 'dateline',
  look(c, place) {
    if (c.words > 24 || !nearHead(c, place, 14)) return null
    const dated = (MONTH.test(c.text) && /\d/.test(c.text)) || NUMERIC_DATE.test(c.text)
    if (dated) return { role: 'dateline', why: 'a date near the title' }
    if ((c.hints & HINT.date) !== 0 && /\d/.test(c.text) && c.words <= 14)
      return { role: 'dateline', why: 'its box is named for the date' }
    if ((c.within & WITHIN.time) !== 0 && c.words <= 14)
      return { role: 'dateline', why: 'inside <time>, near the title' }
    return null
  },
}

/** A byline that the classifier takes for body: what the page calls so, or a line with its author's name. */
export const namedByline: RoleRule = {
  name: 'named-byline',
  look(c, place) {
    if (!c.isBody || c.endsSentence || place.title < 0 || c.index <= place.title || c.index > place.title + 6)
      return null
    if (c.words > 14 || (c.hints & HINT.byline) === 0) return null
    const folded = foldedWords(c.text)
    if (place.authors.some((author) => author !== '' && folded.includes(author)))
      return { role: 'byline', why: "names the page's author, in a box named for the author" }
    return null
  },
}

const STATES_DATE = /^(?:(?:last|first|date)\s)?(?:updated?|published|posted|modified|created)\b/i

/**
 * Last updated: 3 March 2024 10:15
 * 10:15    (a <time> by itself: of an update, of a teaser)
 */
export const statedDate: RoleRule = {
  name: 'stated-date',
  look(c) {
    if (!c.isBody || c.endsSentence || c.words > 14) return null
    if ((c.within & WITHIN.time) !== 0 && c.words <= 8) return { role: 'dateline', why: 'a <time> by itself' }
    if (STATES_DATE.test(c.text) && /\d/.test(c.text) && (MONTH.test(c.text) || NUMERIC_DATE.test(c.text)))
      return { role: 'dateline', why: 'says when the page was published or updated' }
    return null
  },
}

/** A standfirst that the classifier takes for body: what the page itself calls so, between the headline and the byline. */
export const namedStandfirst: RoleRule = {
  name: 'named-standfirst',
  look(c, place) {
    if (place.title < 0 || c.index <= place.title || c.index > place.title + 3 || c.words > 60) return null
    if (c.tag === '' && c.index === place.title + 1 && c.words >= 7 && c.words <= 30 && !c.endsSentence) {
      return { role: 'standfirst', why: 'a line without a full stop under the title' }
    }
    if ((c.hints & HINT.standfirst) === 0) return null
    if (c.index <= place.byline)
      return { role: 'standfirst', why: 'its box is named for a summary, between the title and the byline' }
    if (place.byline < 0 && c.index === place.title + 1 && c.words >= 5)
      return { role: 'standfirst', why: 'its box is named for a summary, right under the title' }
    return null
  },
}

/** The sentence or two under the headline that sum the story up. */
export const standfirst: RoleRule = {
  name: 'standfirst',
  look(c, place) {
    if (place.title < 0 || c.index <= place.title || c.index > place.title + 8) return null
    if (place.firstBody >= 0 && c.index > place.firstBody) return null
    if (c.words < 5 || c.words > 90 || c.linkShare > 0.5) return null
    if ((c.hints & HINT.standfirst) !== 0)
      return { role: 'standfirst', why: 'its box is named for a summary, under the title' }
    if (place.standfirst !== '') {
      const folded = foldedWords(c.text)
      if (
        folded.length > 20 &&
        (place.standfirst.startsWith(folded.slice(0, 60)) || folded.startsWith(place.standfirst.slice(0, 60)))
      ) {
        return { role: 'standfirst', why: "is the page's own description, under the title" }
      }
    }
    if (c.tag === 'h2' && c.words >= 6) return { role: 'standfirst', why: '<h2> under the title' }
    if (c.tag === '' && c.index === place.title + 1 && c.words >= 7 && !c.isBody) {
      return { role: 'standfirst', why: 'the line under the title' }
    }
    return null
  },
}

function nearHead(c: Candidate, place: PagePlaces, reach: number): boolean {
  const { title: at, firstBody } = place
  if (at >= 0) return c.index >= at - 4 && c.index <= at + reach
  return firstBody >= 0 && c.index < firstBody && c.index >= firstBody - 6
}
