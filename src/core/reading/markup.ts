import { QuoteType, type TokenizerCallbacks } from 'htmlparser2'
import type { Hidden, OriginMap } from '../model/index.js'
import { type Attribute, attribute, type Element, type RawText } from './element.js'
import { OriginBuilder } from './origin.js'
import { attributeText, ReferenceReader, type TextSink } from './references.js'
import { SCOPE_TAGS, type Tag, tagOf } from './tags.js'
import { tokenize } from './tokenize.js'
import { isWhiteSpace } from './white-space.js'

/** A run of the page's visible text without a line of its own inside: what becomes a block. */
export interface RawBlock {
  /** In `Reading.text`, half-open, UTF-16 code units, edges without white space. */
  readonly start: number
  readonly end: number
  /** The innermost element that holds all of it. */
  readonly element: Element
  /** Code units of it inside links, and the number of links. */
  readonly linkLength: number
  readonly links: number
  /** Code units of it inside b or strong, and inside i or em. */
  readonly boldLength: number
  readonly italicLength: number
  /** Images and other media since the block before. */
  readonly mediaBefore: number
}

/** An HTML page, parsed once: its light tree, its visible text in raw blocks, and where each came from. */
export interface Markup {
  /** The decoded page. */
  readonly page: string
  readonly text: string
  readonly origin: OriginMap
  /** In order of their opening tags; void elements included. At most {@link MOST_ELEMENTS}. */
  readonly elements: readonly Element[]
  readonly blocks: readonly RawBlock[]
  /** Titles and JSON scripts. */
  readonly raw: readonly RawText[]
  readonly hidden: Hidden
}

/** Chromium's own limit on nesting; deeper elements become siblings at this depth. */
const MOST_DEPTH = 512

/**
 * Past this many elements further tags still break lines and hide text, but are no longer kept in the tree. The largest
 * page of the corpora has under 20,000; the limit keeps memory bounded on pages made to exhaust it.
 */
export const MOST_ELEMENTS = 1_000_000

const HIDING_STYLE = /(?:^|;)\s{0,8}(?:display\s{0,8}:\s{0,8}none|visibility\s{0,8}:\s{0,8}hidden)/i
const STREAMED_ID = /^S:[0-9a-f]{1,8}$/i
const COLLAPSED = /accordion|collaps|expandable|faq/i
const JSON_TYPE = /^\s{0,8}application\/(?:ld\+)?json/i

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12

/** The attributes that something here reads, each name as one string, which is compared with at less cost; no other is kept. */
const READ_ATTRIBUTES = new Map(
  (
    'class id style href name content property type rel role hidden open datetime http-equiv ' +
    'itemprop itemscope itemtype typeof lang xml:lang data-testid data-component data-module'
  )
    .split(' ')
    .map((name) => [name, name]),
)

const NO_ATTRIBUTES: readonly Attribute[] = []

interface OpenElement extends Element {
  readonly tag: Tag
  /** Its end tag came while a line-making element inside it was still open (`<a><div></a></div>`). */
  ended: boolean
}

/**
 * Parses HTML in one pass, linear in its length, without recursion. Follows the HTML Standard's tree construction where
 * that matters for text (implied end tags, scopes, unclosed heads); never fails, whatever the input.
 */
export function readMarkup(page: string): Markup {
  const reader = new MarkupReader(page)
  tokenize(page, reader)
  return reader.finish()
}

class MarkupReader implements TokenizerCallbacks, TextSink {
  private readonly elements: Element[] = []
  private elementCount = 0
  private readonly blocks: RawBlock[] = []
  private readonly raw: RawText[] = []
  private readonly origin: OriginBuilder
  private readonly root: OpenElement
  private stack: OpenElement[]
  /** By names as the page writes them. */
  private readonly tags = new Map<string, Tag>()
  private readonly paragraph: Tag

  private readonly references: ReferenceReader
  /** Inside an element whose text has no character references, such as a script. */
  private literal = false

  private tagStart = 0
  private tag: Tag
  private attributes: Attribute[] | null = null
  private attributeName = ''
  private attributeStart = 0
  private attributeEnd = 0

  private linkDepth = 0
  private boldDepth = 0
  private italicDepth = 0
  private preDepth = 0
  private foreignDepth = 0

  // The block being made.
  private blockElement: Element | null = null
  private blockStart = 0
  private linkLength = 0
  private links = 0
  private boldLength = 0
  private italicLength = 0
  private mediaBefore = 0
  private newLink = false
  // White space and line ends seen since its last visible character.
  private spaceAt = -1
  private spaceLength = 0
  private lineEnds = 0
  private lineEndAt = 0
  private lineEndLength = 0

  private readonly counts = { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 }
  private rawText: { element: Element; parts: string[]; start: number; end: number } | null = null

  constructor(private readonly page: string) {
    this.origin = new OriginBuilder(page)
    this.references = new ReferenceReader(page, this)
    this.paragraph = this.tagNamed('p')
    this.root = {
      name: '#document',
      tag: tagOf('#document'),
      attributes: NO_ATTRIBUTES,
      parent: null,
      index: -1,
      depth: 0,
      hidden: false,
      start: 0,
      openEnd: 0,
      end: page.length,
      textStart: 0,
      textEnd: 0,
      ended: false,
    }
    this.tag = this.root.tag
    this.stack = [this.root]
  }

  finish(): Markup {
    while (this.stack.length > 1) this.pop(this.page.length)
    this.breakLine()
    const text = this.origin.text()
    return {
      page: this.page,
      text,
      origin: this.origin.map(),
      elements: this.elements,
      blocks: trimmed(text, this.blocks),
      raw: this.raw,
      hidden: this.counts,
    }
  }

  // ---- tokens

  isInForeignContext(): boolean {
    return this.foreignDepth > 0
  }

  onopentagname(start: number, end: number): void {
    this.tagStart = start - 1
    this.tag = this.tagNamed(this.page.slice(start, end))
    this.literal = this.foreignDepth === 0 && this.tag.literal
    this.attributes = null
  }

  onattribname(start: number, end: number): void {
    const name = this.page.slice(start, end)
    this.attributeName = READ_ATTRIBUTES.get(name) ?? READ_ATTRIBUTES.get(name.toLowerCase()) ?? ''
    this.attributeStart = end
    this.attributeEnd = end
  }

  onattribdata(start: number, end: number): void {
    this.attributeStart = start
    this.attributeEnd = end
  }

  onattribentity(): void {}

  onattribend(quote: QuoteType, end: number): void {
    if (this.attributeName === '') return
    const start = this.attributeStart
    const value = attributeText(this.page.slice(start, this.attributeEnd))
    const valueEnd = quote === QuoteType.NoValue ? start : Math.max(start, quote === QuoteType.Unquoted ? end : end - 1)
    const made = { name: this.attributeName, value, start, end: valueEnd }
    if (this.attributes === null) this.attributes = [made]
    else this.attributes.push(made)
  }

  onopentagend(end: number): void {
    this.open(end + 1, false)
  }

  onselfclosingtag(end: number): void {
    this.open(end + 1, this.foreignDepth > 0)
  }

  onclosetag(start: number, end: number): void {
    this.literal = false
    // The tokenizer's end is the `>` itself.
    this.close(this.tagNamed(this.page.slice(start, end)), end + 1, start - 2)
  }

  ontext(start: number, end: number): void {
    // A tag cut off by the page's end is given as text that begins nowhere (htmlparser2 12); a browser drops it too.
    if (start < 0) return
    if (this.literal) this.plain(start, end)
    else this.references.read(start, end)
  }

  ontextentity(): void {}

  oncdata(start: number, end: number, offset: number): void {
    if (this.foreignDepth > 0) this.plain(start, end - offset)
    else this.counts.comments++
  }

  oncomment(): void {
    this.counts.comments++
  }

  ondeclaration(): void {}

  onprocessinginstruction(): void {
    this.counts.comments++
  }

  onend(): void {}

  // ---- the tree

  private top(): OpenElement {
    return this.stack[this.stack.length - 1] as OpenElement
  }

  private tagNamed(written: string): Tag {
    const known = this.tags.get(written)
    if (known) return known
    const name = written.toLowerCase().trimEnd()
    const tag = this.tags.get(name) ?? tagOf(name)
    this.tags.set(name, tag)
    this.tags.set(written, tag)
    return tag
  }

  private isOpen(name: string): boolean {
    return (this.tags.get(name)?.open ?? 0) > 0
  }

  private open(openEnd: number, selfClosed: boolean): void {
    const { tag } = this
    const { name } = tag
    if (name === 'html' || name === 'body') {
      if (this.top().name === 'head') this.pop(this.tagStart)
      if (tag.open > 0) return
    }
    if (this.top().name === 'head' && !tag.inHead) this.pop(this.tagStart)
    if (this.foreignDepth === 0) this.closeImplied(tag)
    if (tag.breaks) this.breakLine()
    const parent = this.top()
    const isVoid = tag.isVoid && this.foreignDepth === 0
    const attributes = this.attributes ?? NO_ATTRIBUTES
    const hides = this.hides(tag, attributes)
    const element: OpenElement = {
      name,
      tag,
      attributes,
      parent: parent === this.root ? null : parent,
      index: this.elementCount++,
      depth: this.stack.length - 1,
      hidden: parent.hidden || hides,
      start: this.tagStart,
      openEnd,
      end: openEnd,
      textStart: this.origin.length,
      textEnd: this.origin.length,
      ended: false,
    }
    if (this.elements.length < MOST_ELEMENTS) this.elements.push(element)
    if (hides && !parent.hidden && name !== 'head') this.counts.elements++
    if (name === 'script') this.counts.scripts++
    else if (name === 'style') this.counts.styles++
    if (isVoid || selfClosed) {
      if (!element.hidden) this.openVoid(name, openEnd)
      return
    }
    if (this.stack.length > MOST_DEPTH) {
      // Past the limit an element has no depth of its own; a hidden one still hides its text.
      if (!element.hidden || parent.hidden) {
        tag.unpushed++
        return
      }
    }
    this.stack.push(element)
    tag.open++
    this.enter(element)
  }

  private openVoid(name: string, openEnd: number): void {
    if (name === 'br') {
      if (this.lineEnds === 0) {
        this.lineEndAt = this.tagStart
        this.lineEndLength = openEnd - this.tagStart
      }
      this.lineEnds++
    } else if (name === 'img' || name === 'embed') this.mediaBefore++
    else if (name === 'wbr') return
  }

  private enter(element: OpenElement): void {
    switch (element.name) {
      case 'a':
        this.linkDepth++
        this.newLink = true
        break
      case 'b':
      case 'strong':
        this.boldDepth++
        break
      case 'i':
      case 'em':
        this.italicDepth++
        break
      case 'pre':
      case 'textarea':
        this.preDepth++
        break
      case 'svg':
      case 'math':
        this.foreignDepth++
        break
      case 'video':
      case 'iframe':
      case 'object':
        this.mediaBefore++
        break
      case 'title':
        if (this.foreignDepth === 0) this.rawText = { element, parts: [], start: element.openEnd, end: element.openEnd }
        break
      case 'script':
        if (JSON_TYPE.test(attribute(element, 'type') ?? '')) {
          this.rawText = { element, parts: [], start: element.openEnd, end: element.openEnd }
        }
        break
    }
  }

  private leave(element: OpenElement): void {
    switch (element.name) {
      case 'a':
        if (!element.ended) this.linkDepth--
        break
      case 'b':
      case 'strong':
        if (!element.ended) this.boldDepth--
        break
      case 'i':
      case 'em':
        if (!element.ended) this.italicDepth--
        break
      case 'pre':
      case 'textarea':
        this.preDepth--
        break
      case 'svg':
      case 'math':
        this.foreignDepth--
        break
    }
    if (this.rawText?.element === element) {
      const { parts, start, end } = this.rawText
      this.raw.push({ element, text: parts.join(''), start, end })
      this.rawText = null
    }
  }

  private hides(tag: Tag, attributes: readonly Attribute[]): boolean {
    if (tag.unseen) return true
    if (this.foreignDepth > 0 && tag.unseenInSvg) return true
    let hidden = tag.name === 'dialog' && !attributes.some((a) => a.name === 'open')
    for (const a of attributes) {
      if (a.name === 'hidden') hidden = a.value.toLowerCase() !== 'until-found'
      else if (a.name === 'style' && HIDING_STYLE.test(a.value)) hidden = true
    }
    return hidden && !opens(attributes) && !this.inCollapsed()
  }

  /** Whether one of the two elements around names itself for content that opens at a click. */
  private inCollapsed(): boolean {
    for (let i = this.stack.length - 1; i > 0 && i > this.stack.length - 3; i--) {
      const e = this.stack[i] as OpenElement
      if (e.name === 'body') return false
      if (opens(e.attributes)) return true
    }
    return false
  }

  private closeImplied(tag: Tag): void {
    if (tag.endsParagraph && this.paragraph.open > 0) this.popThrough((e) => e.name === 'p', SCOPE_TAGS, true)
    if (tag.isHeading && this.top().tag.isHeading) this.pop(this.tagStart)
    const rule = tag.closes
    if (!rule) return
    let any = false
    for (const n of rule.names) if (this.isOpen(n)) any = true
    if (any) this.popThrough((e) => rule.names.has(e.name), rule.until, false)
  }

  /** Closes the outermost matching element that stands above any element of `until`; with `first`, the innermost. */
  private popThrough(matches: (e: OpenElement) => boolean, until: ReadonlySet<string>, first: boolean): void {
    let found = -1
    for (let i = this.stack.length - 1; i > 0; i--) {
      const e = this.stack[i] as OpenElement
      if (until.has(e.name)) break
      if (matches(e)) {
        found = i
        if (first) break
      }
    }
    if (found > 0) while (this.stack.length > found) this.pop(this.tagStart)
  }

  private close(tag: Tag, end: number, tagStart: number): void {
    const { name } = tag
    if (tag.unpushed > 0) {
      tag.unpushed--
      if (tag.breaks) this.breakLine()
      return
    }
    if (tag.open <= 0) {
      if (name === 'p') this.breakLine()
      else if (name === 'br') {
        this.tagStart = tagStart
        if (!this.top().hidden) this.openVoid('br', end)
      }
      return
    }
    if (name === 'body' || name === 'html') return
    for (let i = this.stack.length - 1; i > 0; i--) {
      const e = this.stack[i] as OpenElement
      if (e.tag === tag && !e.ended) {
        while (this.stack.length > i + 1) this.pop(tagStart)
        this.pop(end)
        return
      }
      if (!tag.isTable && e.tag.isScope) return
      if (!tag.breaks && e.tag.breaks) {
        this.endEarly(tag, i - 1)
        return
      }
    }
  }

  /** An inline element's end tag inside a line-making child: the rest of it is no longer link, bold or italic. */
  private endEarly(tag: Tag, from: number): void {
    for (let i = from; i > 0; i--) {
      const e = this.stack[i] as OpenElement
      if (e.tag.isScope) return
      if (e.tag !== tag || e.ended) continue
      this.leave(e)
      tag.open--
      e.ended = true
      return
    }
  }

  private pop(end: number): void {
    const element = this.stack.pop() as OpenElement
    if (!element.ended) element.tag.open--
    if (element.tag.breaks) this.breakLine()
    this.leave(element)
    element.end = Math.max(end, element.openEnd)
    element.textEnd = this.origin.length
    while (this.stack.length > 1 && this.top().ended) {
      const e = this.stack.pop() as OpenElement
      if (e.tag.breaks) this.breakLine()
      e.end = Math.max(end, e.openEnd)
      e.textEnd = this.origin.length
    }
  }

  // ---- the text

  /** Text of the page as it is written, without a character reference. */
  plain(start: number, end: number): void {
    if (this.rawText) {
      this.rawText.parts.push(this.page.slice(start, end))
      this.rawText.end = end
    }
    if (this.top().hidden) this.countHidden(start, end)
    else if (this.preDepth > 0) this.keep(start, end)
    else this.fold(start, end)
  }

  /** A character that the page writes as a reference, [start, end). */
  reference(codePoint: number, start: number, end: number): void {
    const value = String.fromCodePoint(codePoint)
    if (this.rawText) {
      this.rawText.parts.push(value)
      this.rawText.end = end
    }
    if (this.top().hidden) {
      if (!isSpace(codePoint)) this.counts.characters++
      return
    }
    if (isSpace(codePoint) && this.preDepth === 0) this.space(start, end)
    else {
      this.beforeVisible()
      this.measure(value.length)
      this.origin.put(value, start, end - start)
    }
  }

  private countHidden(start: number, end: number): void {
    // Raw text of scripts and styles is no text for a reader; only what would have been words is counted.
    const name = this.top().name
    if (name === 'script' || name === 'style' || name === 'title') return
    for (let i = start; i < end; i++) if (!isSpace(this.page.charCodeAt(i))) this.counts.characters++
  }

  /** Text as HTML shows it: runs of white space are one space. */
  private fold(start: number, end: number): void {
    const page = this.page
    let i = start
    while (i < end) {
      if (isSpace(page.charCodeAt(i))) {
        const from = i
        while (i < end && isSpace(page.charCodeAt(i))) i++
        this.space(from, i)
        continue
      }
      // A stretch with single blanks only is taken whole.
      const from = i
      this.beforeVisible()
      for (;;) {
        while (i < end && !isSpace(page.charCodeAt(i))) i++
        if (i + 1 < end && page.charCodeAt(i) === 32 && !isSpace(page.charCodeAt(i + 1))) i++
        else break
      }
      this.measure(i - from)
      this.origin.copy(from, i)
    }
  }

  /** Text inside pre and textarea: as it is. */
  private keep(start: number, end: number): void {
    let from = start
    if (this.blockElement === null) {
      while (from < end && isSpace(this.page.charCodeAt(from))) from++
      if (from === end) return
    }
    // White space at its end waits, lest the block end with it.
    let to = end
    while (to > from && isSpace(this.page.charCodeAt(to - 1))) to--
    if (to > from) {
      this.beforeVisible()
      this.measure(to - from)
      this.origin.copy(from, to)
    }
    if (to < end) {
      const lineEnd = this.page.slice(to, end).indexOf('\n')
      if (lineEnd >= 0) {
        this.lineEnds = Math.max(this.lineEnds, 1)
        this.lineEndAt = to + lineEnd
        this.lineEndLength = 1
      } else this.space(to, end)
    }
  }

  private space(start: number, end: number): void {
    if (this.blockElement === null) return
    if (this.spaceAt < 0) {
      this.spaceAt = start
      this.spaceLength = end - start
    } else if (this.spaceAt + this.spaceLength === start) this.spaceLength += end - start
  }

  /** Puts out what stands between the block's last visible character and the next; begins a block where none is open. */
  private beforeVisible(): void {
    if (this.lineEnds > 1 && this.preDepth === 0) this.breakLine()
    const element = this.top()
    if (this.blockElement === null) {
      if (this.blocks.length > 0) this.origin.insert('\n\n')
      this.blockStart = this.origin.length
      this.blockElement = element
    } else {
      if (this.lineEnds > 0) this.origin.put('\n', this.lineEndAt, this.lineEndLength)
      else if (this.spaceAt >= 0) this.origin.put(' ', this.spaceAt, this.spaceLength)
      if (element !== this.blockElement) this.blockElement = shared(this.blockElement, element) ?? this.blockElement
    }
    this.spaceAt = -1
    this.lineEnds = 0
  }

  private measure(length: number): void {
    if (this.linkDepth > 0) {
      this.linkLength += length
      if (this.newLink) {
        this.links++
        this.newLink = false
      }
    }
    if (this.boldDepth > 0) this.boldLength += length
    if (this.italicDepth > 0) this.italicLength += length
  }

  private breakLine(): void {
    this.spaceAt = -1
    this.lineEnds = 0
    if (this.blockElement === null) return
    this.blocks.push({
      start: this.blockStart,
      end: this.origin.length,
      element: this.blockElement,
      linkLength: this.linkLength,
      links: this.links,
      boldLength: this.boldLength,
      italicLength: this.italicLength,
      mediaBefore: this.mediaBefore,
    })
    this.blockElement = null
    this.linkLength = 0
    this.links = 0
    this.boldLength = 0
    this.italicLength = 0
    this.mediaBefore = 0
    this.newLink = this.linkDepth > 0
  }
}

/** Hidden at first, but shown by the page itself or at the reader's click: content, not something left out. */
function opens(attributes: readonly Attribute[]): boolean {
  for (const a of attributes) {
    // React's streamed content: <div hidden id="S:0"> is put in its place as the page loads.
    if (a.name === 'id' && STREAMED_ID.test(a.value)) return true
    if ((a.name === 'class' || a.name === 'id') && a.value.length < 2000 && COLLAPSED.test(a.value)) return true
  }
  return false
}

/** The blocks without the no-break spaces and their like at their edges; none of those alone is a block. */
function trimmed(text: string, blocks: readonly RawBlock[]): RawBlock[] {
  const out: RawBlock[] = []
  let media = 0
  for (const block of blocks) {
    let { start, end } = block
    while (start < end && isWhiteSpace(text.charCodeAt(start))) start++
    while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--
    media += block.mediaBefore
    if (start === end) continue
    const same = start === block.start && end === block.end && media === block.mediaBefore
    out.push(same ? block : { ...block, start, end, mediaBefore: media })
    media = 0
  }
  return out
}

/** The innermost element that holds both; null where that is the document itself. */
function shared(a: Element, b: Element): Element | null {
  let x: Element | null = a
  let y: Element | null = b
  while (x && y && x !== y) {
    if (x.depth >= y.depth) x = x.parent
    else y = y.parent
  }
  return x && y ? x : null
}
