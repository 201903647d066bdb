import type { Piece } from './tokens.js'

/** How a place names somebody: in full, by a part of the name, by initials, or inside an address, handle or file name. */
export type HitForm = 'name' | 'part' | 'initials' | 'address'

/** A place in a text that names somebody. Offsets count UTF-16 code units. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly form: HitForm
  /** Whom it can stand for, by index; several where the name, or the part, is several people's. In order. */
  readonly people: readonly number[]
  /** The part is a first name, and nothing else. */
  readonly isFirst: boolean
  /** The part stands beside another's initial: "B. Kovač" is not Ana Kovač. */
  readonly isOthers: boolean
}

/**
 * The hits but those that begin inside the one before and add nothing to it that is not found by itself: the "Kovač, Ana" in
 * "Ana Kovač, Ana Kovač said".
 */
export function withoutRivals(hits: readonly Hit[], pieces: readonly Piece[]): Hit[] {
  const out: Hit[] = []
  let p = 0
  let reach = 0
  hits.forEach((hit, h) => {
    if (hit.start >= reach || hit.end <= reach) {
      reach = Math.max(reach, hit.end)
      out.push(hit)
      return
    }
    while (p < pieces.length && (pieces[p] as Piece).end <= reach) p++
    let own = h
    let covered = reach
    let isFound = true
    for (let k = p; isFound && k < pieces.length && (pieces[k] as Piece).end <= hit.end; k++) {
      const piece = pieces[k] as Piece
      while (own < hits.length && (hits[own] as Hit).start < piece.start) own++
      const next = hits[own]
      if (next?.start === piece.start) covered = Math.max(covered, next.end)
      isFound = piece.end <= covered
    }
    if (isFound) return
    reach = hit.end
    out.push(hit)
  })
  return out
}

/** The hits in order, those that overlap made one. */
export function apart(hits: readonly Hit[]): Hit[] {
  const out: Hit[] = []
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || hit.start >= last.end) {
      out.push(hit)
      continue
    }
    if (hit.end <= last.end && hit.form !== 'address') continue
    // An address ends where it ends; a name that begins in it goes on after it.
    if (last.form === 'address' && hit.form !== 'address') {
      out.push({ ...hit, start: last.end })
      continue
    }
    const people = [...new Set([...last.people, ...hit.people])].sort((a, b) => a - b)
    const form = hit.form === 'address' ? 'address' : last.form === 'name' ? 'name' : hit.form
    out[out.length - 1] = { ...last, form, people, end: Math.max(last.end, hit.end), isFirst: false }
  }
  return out
}
