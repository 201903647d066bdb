import type { Element } from '../element.js'
import { isSales } from './furniture.js'
import type { Candidate, OpenCandidate } from './rule.js'

/** Units looked at under a line of a subscription box, and the longest one there is, in words. */
const MOST_OFFERS = 12
const LONGEST_OFFER = 40
/** Steps up to the box that a subscription line opens. */
const OFFER_STEPS = 3

/**
 * What stands in one box with "Subscribe to continue reading", below that line, sells the subscription too. The box is the
 * highest of the line's near ancestors that begins with it; long text in it shows that it is the article's.
 */
export function markOffers(candidates: OpenCandidate[]): void {
  for (let i = 1; i < candidates.length - 1; i++) {
    const c = candidates[i] as OpenCandidate
    if (!c.element || !isSales(c) || /^advert/i.test(c.text)) continue
    let box: Element | null = null
    let e: Element | null = c.element
    for (let step = 0; e && step < OFFER_STEPS && !holds(e, candidates[i - 1]); step++, e = e.parent) box = e
    if (!box) continue
    let end = i + 1
    while (end < candidates.length && holds(box, candidates[end])) {
      if ((candidates[end] as OpenCandidate).words > LONGEST_OFFER || end - i > MOST_OFFERS) break
      end++
    }
    if (end < candidates.length && holds(box, candidates[end])) continue
    for (let k = i; k < end; k++) (candidates[k] as OpenCandidate).inOffer = true
  }
}

/** Whether a unit stands inside an element; elements know where their text lies. */
function holds(box: Element, c: Candidate | undefined): boolean {
  return c !== undefined && c.unit.start >= box.textStart && c.unit.end <= box.textEnd
}
