/** An attribute of an element, its value with character references resolved. */
export interface Attribute {
  /** In lower case. */
  readonly name: string
  readonly value: string
  /** Where the value stands in the decoded page, half-open, UTF-16 code units; equal where there is no value. */
  readonly start: number
  readonly end: number
}

/** An element of the light tree. Offsets "in the page" count the decoded page's UTF-16 code units. */
export interface Element {
  /** In lower case. */
  readonly name: string
  readonly attributes: readonly Attribute[]
  readonly parent: Element | null
  /** Position in {@link Markup.elements}, or past its end where the page has too many; no two have the same. */
  readonly index: number
  /** Number of ancestors. */
  readonly depth: number
  /** Not shown to a reader, by itself or through an ancestor. */
  readonly hidden: boolean
  /** Of the opening tag in the page: its `<`, and one past its `>`. */
  readonly start: number
  readonly openEnd: number
  /** One past the closing tag in the page, or where it was closed for it. */
  end: number
  /** The stretch of `Reading.text` made inside it, half-open; may take in white space at its edges. */
  readonly textStart: number
  textEnd: number
}

/** The raw text of a `title` or a JSON script, which a reader of the page does not see. */
export interface RawText {
  readonly element: Element
  /** With character references resolved (title) or as written (script). */
  readonly text: string
  /** In the page, half-open. */
  readonly start: number
  readonly end: number
}

/** The value of an attribute; null where the element lacks it. */
export function attribute(element: Element, name: string): string | null {
  for (const a of element.attributes) if (a.name === name) return a.value
  return null
}

/** The attribute itself, with its place; null where the element lacks it. */
export function attributeNode(element: Element, name: string): Attribute | null {
  for (const a of element.attributes) if (a.name === name) return a
  return null
}
