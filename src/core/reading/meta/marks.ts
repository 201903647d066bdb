/** A value as the page's marks give it: its words, cleaned of markup, and where they stand in the page. */
export interface Mark {
  readonly words: string
  /** For `MetaSource.from`, e.g. `meta og:title`. */
  readonly from: string
  /** In the decoded page, half-open, UTF-16 code units: the value as it is written, without its quotation marks. */
  readonly start: number
  readonly end: number
  /** Words that the page shows, which may say more than the value alone. */
  readonly isVisible?: true
}

/** What marks can tell. */
export type Field =
  | 'title'
  | 'standfirst'
  | 'authors'
  | 'publisher'
  | 'agency'
  | 'published'
  | 'modified'
  | 'language'
  | 'canonicalUrl'
  | 'section'

/** Several values of one field that one source gives together (two authors in one script); most have one. */
export interface MarkGroup {
  /** Lower is trusted more; see {@link TRUST}. */
  readonly trust: number
  readonly marks: Mark[]
}

/** Values kept of one source; what a page made to exhaust memory gives past them is no author list. */
const MOST_MARKS = 200

/** The marks of a page by field, in the order they were found; {@link inOrderOfTrust} sorts them. */
export class MarkList {
  private readonly groups = new Map<string, { trust: number; marks: Mark[] }>()
  private readonly fields = new Map<Field, MarkGroup[]>()

  /** Adds a value; `group` names what belongs together within its field. */
  add(field: Field, trust: number, group: string, mark: Mark): void {
    if (mark.words === '') return
    const key = `${field}\n${group}`
    const known = this.groups.get(key)
    if (known) {
      if (known.marks.length < MOST_MARKS) known.marks.push(mark)
      return
    }
    const made = { trust, marks: [mark] }
    this.groups.set(key, made)
    const list = this.fields.get(field)
    if (list) list.push(made)
    else this.fields.set(field, [made])
  }

  /** The groups of a field, most trusted first; the page's order among equals. */
  inOrderOfTrust(field: Field): readonly MarkGroup[] {
    return [...(this.fields.get(field) ?? [])].sort((a, b) => a.trust - b.trust)
  }
}
