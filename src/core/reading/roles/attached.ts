import { WITHIN } from '../ancestry.js'
import { HINT } from '../hints.js'
import { type Candidate, foldedWords, type PagePlaces, type RoleRule } from './rule.js'

const CREDIT_LEAD =
  /^(?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|pic|video|illustration|graphic|foto|credit|credits)\b(?:\s{0,3}(?:by|credit|credits|courtesy|source))?\s{0,3}[:/|-]/i
const CREDIT_BY =
  /^(?:photo|photos|photograph|photographs|image|images|picture|pictures|video|illustration|graphic)s?\s+(?:by|courtesy|from|via)\b/i
const CREDIT_HOUSE =
  /(?:©|\(c\)|\/|\bvia\b)\s{0,3}(?:getty|reuters|afp|ap\b|epa|shutterstock|istock|alamy|bloomberg|corbis|xinhua|pa\b|wikimedia|flickr|unsplash)|\b(?:getty images|ap photo|afp photo|shutterstock|istockphoto|wikimedia commons)\b/i

/** Photograph: Lena Ortiz/Harbour Pictures */
export const photoCredit: RoleRule = {
  name: 'photo-credit',
  look(c) {
    if (c.isBody && c.words > 12) return null
    if (c.words > 24 || (c.endsSentence && c.words > 14)) return null
    if (CREDIT_LEAD.test(c.text) && c.words <= 14 && c.words >= 2)
      return { role: 'photo-credit', why: 'begins as a credit line does' }
    if (CREDIT_BY.test(c.text) && c.words <= 14) return { role: 'photo-credit', why: 'begins as a credit line does' }
    if (c.isBody) return null
    if (CREDIT_HOUSE.test(c.text) && c.words <= 10) return { role: 'photo-credit', why: 'names a picture agency' }
    if ((c.hints & HINT.credit) !== 0 && c.words <= 16)
      return { role: 'photo-credit', why: 'its box is named for a credit' }
    return null
  },
}

/** The words under a picture. */
export const caption: RoleRule = {
  name: 'caption',
  look(c) {
    if ((c.within & WITHIN.figcaption) !== 0) return { role: 'caption', why: 'inside <figcaption>' }
    if (c.tag === 'caption') return { role: 'caption', why: '<caption> of a table' }
    if (c.words <= 60 && endsInCredit(c.text)) return { role: 'caption', why: 'ends in whose picture it is' }
    if (c.isBody || c.linkShare > 0.6) return null
    if ((c.hints & HINT.caption) !== 0 && c.words <= 120)
      return { role: 'caption', why: 'its box is named for a caption' }
    if ((c.within & WITHIN.figure) !== 0 && c.words >= 3 && c.words <= 120)
      return { role: 'caption', why: 'inside <figure>' }
    if (CAPTION_LEAD.test(c.text) && c.words <= 80) return { role: 'caption', why: 'begins as a caption does' }
    if (CREDIT_HOUSE.test(c.text) && c.words > 10 && c.words <= 80)
      return { role: 'caption', why: 'ends in the name of a picture agency' }
    return null
  },
}
const CAPTION_LEAD =
  /^(?:image caption|media caption|photo caption|caption|pictured|file photo|file picture|image)\s{0,3}[:,]?\s/i

const BRACKETED_CREDIT = /\[(?:file|photo|image|courtesy|[^[\]/]{3,40}\/)[^[\]]{2,60}\]$/i
const PARENTHESISED_CREDIT = /\s\([^()]{0,40}\b(?:photo|photograph|picture|image|credit)s?(?: by|:)[^()]{2,60}\)$/i
const TRAILING_CREDIT = /[.!?]["'”’]?\s(?:photo|photograph|picture|image|credit)s?\s?(?:by|:)[^.!?]{4,61}$/i

/**
 * Guards at the gate of the mine in May [Lena Ortiz/Harbour Pictures]
 * The harbour in 2024. Photo: Runa Dahlgren
 * The mill, looking east. (Gazette photo by Pim Aalto)
 */
export function endsInCredit(text: string): boolean {
  const tail = text.slice(-160)
  return BRACKETED_CREDIT.test(tail) || PARENTHESISED_CREDIT.test(tail) || TRAILING_CREDIT.test(tail)
}

const REPORTING =
  /^\(?\s{0,3}(?:additional\s+|with\s+)?(?:reporting|writing|editing|edited|compiled|translat(?:ion|ed))\b[^.;]{0,80}?\bby\b/i

const SOURCE = /^\(?sources?\s?:\s/i

/** (Reporting by Ana Ruiz in Lima; editing by Tom Okafor) */
export const agencyCredit: RoleRule = {
  name: 'agency-credit',
  look(c) {
    if (c.words > 60) return null
    if (SOURCE.test(c.text) && c.words <= 12 && !c.isBody)
      return { role: 'agency-credit', why: 'names where the text is from' }
    if (!REPORTING.test(c.text)) return null
    return { role: 'agency-credit', why: 'names who reported and who edited' }
  },
}

/** Ana Ruiz is a correspondent in Lima. Follow her … */
export const authorNote: RoleRule = {
  name: 'author-note',
  look(c, place) {
    if (c.isBody && (place.lastBody - c.index > 2 || c.tag === 'li')) return null
    if (c.words < 6 || c.words > 160) return null
    if (place.authors.length > 0 && place.lastBody >= 0 && c.index >= place.lastBody - 1) {
      const folded = foldedWords(c.text.slice(0, 200))
      for (const author of place.authors) {
        if (author.includes(' ') && folded.startsWith(author) && IS_A.test(c.text.slice(0, 200))) {
          return { role: 'author-note', why: 'says who the author is' }
        }
      }
    }
    if (c.isBody) return null
    if ((c.hints & HINT.author) !== 0 && c.linkShare < 0.6)
      return { role: 'author-note', why: "its box is named for the author's note" }
    if (ABOUT_AUTHOR.test(c.text)) return { role: 'author-note', why: 'speaks of the author' }
    return null
  },
}
const IS_A = /\b(?:is|was|writes|covers|has|lives|works|joined|reports|serves|teaches)\b/i
const ABOUT_AUTHOR = /^(?:about the (?:author|writer)|the (?:author|writer) (?:is|was)|follow (?:him|her|them) on)\b/i

/**
 * In plain text a list's line says again what the list before it said, and a heading what the table of contents did: neither
 * is set apart from the running text as a pull quote is.
 */
function isOwnLine(c: Candidate, place: PagePlaces): boolean {
  return place.isTwin(c.text) || (c.words < 10 && !/^["'“‘«„]/.test(c.text))
}

/** A line of the article shown large beside it, said a second time. */
export const pullQuote: RoleRule = {
  name: 'pull-quote',
  look(c, place) {
    if ((c.hints & HINT.pullQuote) !== 0 && c.words >= 3 && c.words <= 90)
      return { role: 'pull-quote', why: 'its box is named for a pull quote' }
    if (c.words < 6 || c.words > 60 || c.linkShare > 0) return null
    if (c.tag === '' && c.isBody && isOwnLine(c, place)) return null
    const set = (c.within & (WITHIN.aside | WITHIN.blockquote)) !== 0 || (c.tag === '' && !c.endsSentence) || !c.isBody
    if (set && place.firstBody >= 0 && c.index > place.firstBody && c.index < place.lastBody && place.isRepeated(c)) {
      return { role: 'pull-quote', why: 'says again, set apart, what the article says' }
    }
    return null
  },
}
