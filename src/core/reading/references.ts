import { DecodingMode, decodeHTMLAttribute, EntityDecoder, htmlDecodeTree } from 'entities/decode'

/** What takes a page's text, piece by piece. Offsets are in the decoded page, half-open, UTF-16 code units. */
export interface TextSink {
  plain(start: number, end: number): void
  /** Two calls with one place where a reference stands for two code points. */
  reference(codePoint: number, start: number, end: number): void
}

/**
 * Resolves the character references of a page's text (`&amp;`, `&#8220;`) by the HTML Standard's rules, with the place of
 * each. The tokenizer could do it as well, but reads every text letter by letter then; most have no reference at all.
 */
export class ReferenceReader {
  private readonly decoder: EntityDecoder
  /** Up to where the text being read has gone to the sink. */
  private done = 0
  /** The first `&` not read yet; before what is read now it is stale, and the page's length where there is none. */
  private ampersand = -1

  constructor(
    private readonly page: string,
    private readonly sink: TextSink,
  ) {
    this.decoder = new EntityDecoder(htmlDecodeTree, (codePoint, consumed) => {
      const start = this.ampersand
      if (this.done < start) this.sink.plain(this.done, start)
      this.done = start + consumed
      this.sink.reference(codePoint, start, this.done)
    })
  }

  /** The text [start, end) of the page, to the sink. What is read later stands later on the page. */
  read(start: number, end: number): void {
    this.done = start
    if (this.ampersand < start) this.find(start)
    while (this.ampersand < end) {
      this.decoder.startEntity(DecodingMode.Legacy)
      // No reference holds a `<`, so this ends within the text, or at the page's end.
      if (this.decoder.write(this.page, this.ampersand + 1) < 0) this.decoder.end()
      this.find(Math.max(this.done, this.ampersand + 1))
    }
    if (this.done < end) this.sink.plain(this.done, end)
  }

  private find(from: number): void {
    const at = this.page.indexOf('&', from)
    this.ampersand = at < 0 ? this.page.length : at
  }
}

/** The value of an attribute as written, with its references resolved by the rules for attributes. */
export function attributeText(written: string): string {
  return written.includes('&') ? decodeHTMLAttribute(written) : written
}
