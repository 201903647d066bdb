import { chunksOf, decoded } from './chunks.js'
import { apart, type Hit, withoutRivals } from './hits.js'
import { type Called, formsOf, isWordToo } from './names.js'
import { phraseAt } from './phrases.js'
import { GAP, type Piece, piecesOf } from './tokens.js'
import { type End, type Node, step, Trie } from './trie.js'
import { isCaseless, isHangul, isHangulEnding, isKatakana } from './unspaced.js'

/** So many letters may follow a name as its ending: "Kovača", "Petrovym". */
const LONGEST_ENDING = 3
/** A part of a name with fewer letters has no endings but the plural's. */
const LEAST_INFLECTED = 4
/** Shorter parts are looked for only where they have a capital. */
const LEAST_SMALL = 4
/** Inside addresses and handles shorter names are looked for only between marks. */
const LEAST_INSIDE = 4
/** Names of so few pieces are none where a word of katakana goes on: アナ in アナウンス. */
const MOST_CUT = 3
/** Steps from one place; no name of a list comes near it. */
const MOST_STEPS = 4096
/** Between two parts of one name, as a nickname in quotation marks: no more code units than this. */
const WIDEST_NICKNAME = 24

/** Finds people by their names, in any text. */
export class NameFinder {
  readonly #trie = new Trie()
  readonly #initials = new Map<string, number[]>()
  readonly #letters: Set<string>[] = []

  /** @param people by index */
  constructor(people: readonly Called[]) {
    for (const person of people) this.add(person)
  }

  /** One more person, with the next index. */
  add(called: Called): void {
    const person = this.#letters.length
    const { forms, initials } = formsOf(called)
    for (const form of forms) this.#trie.put({ person, form })
    for (const each of initials) this.#initials.set(each, [...(this.#initials.get(each) ?? []), person])
    this.#letters.push(new Set(forms.flatMap(({ words }) => words.map((word) => [...word][0] as string))))
  }

  /** The places, in order, none overlapping. Linear in the text. */
  find(text: string): Hit[] {
    const pieces = piecesOf(text)
    const hasCapitals = pieces.some(({ isCapital, isDigits, key }) => isCapital && !isDigits && key.length > 1)
    const found: Hit[] = []
    for (let i = 0; i < pieces.length; i++) {
      const hit = this.#nameAt(text, pieces, i, hasCapitals) ?? this.#initialsAt(text, pieces, i)
      if (hit) found.push(hit)
    }
    const joined = this.#joined(text, pieces, apart(withoutRivals(found, pieces)))
    return apart([...joined, ...this.#addresses(text, joined)])
  }

  #nameAt(text: string, pieces: readonly Piece[], at: number, hasCapitals: boolean): Hit | null {
    const first = pieces[at] as Piece
    if (first.gap === GAP.none && !beginsInside(pieces, at)) return null
    let best: { end: number; ends: End[]; length: number } | null = null
    const take = (ends: readonly End[], last: Piece, rest: number) => {
      const kept = ends.filter(({ form }) => accepts(form, first, last, rest, hasCapitals))
      if (kept.length === 0) return
      const length = Math.max(...kept.map(({ form }) => form.words.length))
      if (best && (best.end > last.end || (best.end === last.end && best.length > length))) return
      best =
        best && best.end === last.end && best.length === length
          ? { ...best, ends: [...best.ends, ...kept] }
          : { end: last.end, ends: kept, length }
    }
    const open: [Node, number, number][] = [[this.#trie.root, at, 0]]
    // Arabic and Hebrew write "and", "the", "to" as part of the word after it.
    const prefix = /^(?:[ولبفك]?ال|[وفبلك]|[והבלמשכ])/u.exec(first.key)?.[0].length ?? 0
    if (prefix > 0 && first.key.length - prefix > 2) open.push([this.#trie.root, at, prefix])
    for (let steps = 0; open.length > 0 && steps < MOST_STEPS; steps++) {
      let [node, i, c] = open.pop() as [Node, number, number]
      const piece = pieces[i] as Piece
      for (;;) {
        if (c > 0 && node.ends.length > 0) take(node.ends, piece, piece.key.length - c)
        if (c >= piece.key.length) break
        if (c > 0 && node.boundary) open.push([node.boundary, i, c])
        const next = step(node, piece.key.charCodeAt(c))
        if (!next) break
        node = next
        c++
      }
      const follows = pieces[i + 1]
      if (c < piece.key.length || !follows || follows.gap === GAP.wide) continue
      if (follows.gap !== GAP.join) open.push([node, i + 1, 0])
      if (node.boundary) open.push([node.boundary, i + 1, 0])
    }
    if (!best) return null
    const { end, ends, length } = best as { end: number; ends: End[]; length: number }
    if (length === 1 && end === first.end && phraseAt(text, pieces, at)) return null
    if (length <= MOST_CUT && isCut(pieces, at, end)) return null
    const wholes = ends.filter(({ form }) => form.isWhole)
    const kept = wholes.length > 0 ? wholes : ends
    return {
      start: first.start,
      end,
      form: wholes.length > 0 ? 'name' : 'part',
      people: peopleOf(kept),
      isFirst: kept.every(({ form }) => form.isFirst && !form.isWhole),
      isOthers: false,
    }
  }

  // "A.K.", "A. K."; "AK:" at a line's beginning.
  #initialsAt(text: string, pieces: readonly Piece[], at: number): Hit | null {
    const first = pieces[at] as Piece
    if (!first.isUpper || first.isDigits || first.gap === GAP.none) return null
    const isLabel =
      (at === 0 || beginsLine(text.slice(Math.max(0, first.start - 8), first.start))) &&
      /^\s?:/.test(text.slice(first.end, first.end + 2))
    if (isLabel) {
      const people = this.#initials.get(first.key)
      if (people) return { ...INITIALS, start: first.start, end: first.end, people }
    }
    let key = first.key
    let end = at
    let best: Hit | null = null
    while ([...key].length === end - at + 1 && end - at < MOST_INITIALS) {
      const next = pieces[end + 1] as Piece | undefined
      if (text[pieces[end]?.end ?? 0] !== '.' || !next?.isUpper || next.key.length > 2) break
      if (!/^\.[\s-]?$/u.test(text.slice(pieces[end]?.end, next.start))) break
      end++
      key += next.key
      const people = this.#initials.get(key)
      const dotted = text[next.end] === '.' ? 1 : 0
      if (people) best = { ...INITIALS, start: first.start, end: next.end + dotted, people }
    }
    return best
  }

  // What stands around a part and is of the same name: initials before and after, a middle name, a nickname.
  #joined(text: string, pieces: readonly Piece[], hits: readonly Hit[]): Hit[] {
    const out: Hit[] = []
    let p = 0
    for (const hit of hits) {
      if (hit.form === 'initials') {
        out.push(hit)
        continue
      }
      let { start, end, form } = hit
      let people = hit.people
      let isOthers = false
      while (p < pieces.length && (pieces[p] as Piece).start < start) p++
      const initials: Piece[] = []
      for (let k = p - 1; initials.length < MOST_INITIALS; k--) {
        const piece = pieces[k]
        if (!piece || !isInitial(text, piece) || pieces[k + 1]?.gap === GAP.wide) break
        // "I saw Kovač" has no initial.
        if (text[piece.end] !== '.' && piece.key === 'i') break
        initials.push(piece)
      }
      if (initials.length > 0) {
        const theirs = people.filter((person) => initials.some(({ key }) => this.#letters[person]?.has(key)))
        if (theirs.length > 0) {
          people = theirs
          start = (initials.at(-1) as Piece).start
        } else isOthers = form === 'part'
      }
      let after = p
      while (after < pieces.length && (pieces[after] as Piece).start < end) after++
      const next = pieces[after]
      if (form === 'part' && hit.isFirst && next && next.gap === GAP.join && isInitial(text, next)) {
        const theirs = people.filter((person) => this.#letters[person]?.has(next.key))
        const dotted = text[next.end] === '.'
        if (theirs.length > 0 && (dotted || next.key !== 'i')) {
          people = theirs
          end = next.end + (dotted ? 1 : 0)
          form = 'name'
        }
      }
      const last = out.at(-1)
      const shared = last && last.form !== 'initials' ? last.people.filter((person) => people.includes(person)) : []
      if (
        last &&
        shared.length > 0 &&
        (last.form === 'part' || form === 'part') &&
        goesOn(text, pieces, last.end, start, p)
      )
        out[out.length - 1] = { ...last, end, form: 'name', people: shared, isFirst: false }
      else if (!last || start >= last.end)
        out.push({ start, end, form, people, isFirst: hit.isFirst && form === 'part', isOthers })
      else out[out.length - 1] = { ...last, end: Math.max(end, last.end) }
    }
    return out
  }

  // Addresses, handles, hashtags and file names that hold a name are one place as a whole: what is left of one leads to it.
  #addresses(text: string, hits: readonly Hit[]): Hit[] {
    const out: Hit[] = []
    let h = 0
    for (const { start, end } of chunksOf(text)) {
      const inside: Hit[] = []
      while (h < hits.length && (hits[h] as Hit).end <= start) h++
      for (let k = h; k < hits.length && (hits[k] as Hit).start < end; k++) inside.push(hits[k] as Hit)
      const people = new Set(inside.flatMap((hit) => hit.people))
      for (const person of this.#insideOf(text.slice(start, end))) people.add(person)
      if (people.size > 0)
        out.push({
          start,
          end,
          form: 'address',
          people: [...people].sort((a, b) => a - b),
          isFirst: false,
          isOthers: false,
        })
    }
    return out
  }

  // Marks, digits and percent-encoding between letters do not count here, nor where a word begins.
  #insideOf(chunk: string): Set<number> {
    const people = new Set<number>()
    const plain = decoded(chunk)
    let letters = ''
    const edges = new Set<number>([0])
    for (const piece of piecesOf(plain)) {
      edges.add(letters.length)
      if (piece.isDigits) continue
      letters += piece.key
      edges.add(letters.length)
    }
    edges.add(letters.length)
    for (let i = 0; i < letters.length; i++) {
      const open: [Node, number][] = [[this.#trie.root, i]]
      for (let steps = 0; open.length > 0 && steps < MOST_STEPS; steps++) {
        let [node, c] = open.pop() as [Node, number]
        for (;;) {
          for (const { person, form } of node.ends) {
            if (form.endings) continue
            const length = c - i
            const isEdged = edges.has(i) && edges.has(c)
            if (isEdged ? length > 1 : length >= LEAST_INSIDE && !isWordToo(form.words.join(''))) people.add(person)
          }
          if (node.boundary) open.push([node.boundary, c])
          const next = c < letters.length ? step(node, letters.charCodeAt(c)) : null
          if (!next) break
          node = next
          c++
        }
      }
    }
    return people
  }
}

const INITIALS = { form: 'initials', isFirst: false, isOthers: false } as const
const MOST_INITIALS = 4

const peopleOf = (ends: readonly End[]): number[] =>
  [...new Set(ends.map(({ person }) => person))].sort((a, b) => a - b)

// "TeamKovac" begins a name inside the word; "McDonald" does not.
function beginsInside(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]
  const piece = pieces[at] as Piece
  if (!before || piece.isDigits) return false
  return before.isDigits || !/^(?:m[ac]?c|fitz|d[aei]|l[ae]|v[ao]n|o|d|l)$/.test(before.key)
}

/** Whether katakana stands right before or after a name of katakana. */
function isCut(pieces: readonly Piece[], at: number, end: number): boolean {
  const first = pieces[at] as Piece
  if (!isKatakana(first.key)) return false
  let after = at
  while (after < pieces.length && (pieces[after] as Piece).start < end) after++
  const [before, next] = [pieces[at - 1], pieces[after]]
  return (first.gap === GAP.none && isKatakana(before?.key ?? '')) || (next?.gap === GAP.none && isKatakana(next.key))
}

/** @param rest how many folded letters of the last piece the name leaves over */
function accepts(form: End['form'], first: Piece, last: Piece, rest: number, hasCapitals: boolean): boolean {
  const word = form.words.at(-1) as string
  const ending = rest === 0 ? '' : last.key.slice(-rest)
  if (form.endings) return form.endings.has(ending) && last.isCapital && !isWordToo(last.key)
  if (rest > 0 && isHangul(word)) return isHangulEnding(ending, word.length < LEAST_INFLECTED ? 0 : LONGEST_ENDING)
  // "Kovač left" is not Le Kovač.
  const isShort = word.length < LEAST_INFLECTED
  if (form.words.length > 1) return rest === 0 || (rest <= LONGEST_ENDING && (!isShort || last.isCapital))
  const isWord = isWordToo(word)
  const isPlural = ending === 's' || ending === 'es'
  if (rest > 0 && !(isPlural && word.length > 2)) {
    if (rest > LONGEST_ENDING || isShort || isWord || !last.isCapital) return false
  }
  if (first.isCapital) return true
  if (word.length < LEAST_SMALL) return !hasCapitals && !isWord
  return !isWord || !hasCapitals
}

const isInitial = (text: string, piece: Piece): boolean =>
  piece.isUpper && !piece.isDigits && [...piece.key].length === 1 && /^[.\s\-’']/u.test(text[piece.end] ?? ' ')

/** Whether two parts with this between them are one name. @param at index of the piece with which the second begins */
function goesOn(text: string, pieces: readonly Piece[], from: number, to: number, at: number): boolean {
  const between = text.slice(from, to)
  if (isCaseless(text, from)) return false
  if (between.length > WIDEST_NICKNAME || /[!?:;…]|\n\s*\n/.test(between)) return false
  const words: Piece[] = []
  for (let i = at - 1; i >= 0 && (pieces[i] as Piece).start >= from; i--) {
    if ((pieces[i] as Piece).start < to) words.push(pieces[i] as Piece)
  }
  // "Ana. Kovač": a name of one word each side of a stop is two, which costs nothing.
  if (words.length === 0) return /^[\s\-.'’_]*$/u.test(between)
  return words.length <= 2 && !/[,;]/.test(between) && words.every(({ isCapital, isDigits }) => isCapital && !isDigits)
}

/** Whether nothing but space stands between a line's break and the end of what comes before. */
const beginsLine = (before: string): boolean => /[\r\n]/.test(before.slice(before.trimEnd().length))
