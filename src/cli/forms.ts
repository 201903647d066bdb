import {
  CSV_BOM,
  CSV_HEADER,
  type Order,
  type PageRecord,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toReadingText,
  toSchemaOrg,
  toText,
  toWebAnno,
  toWebAnnotation,
} from '../core/exports/index.js'
import type { FORMATS, ORDERS } from './program.js'

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number]

/** The flags that say in what form records are printed. */
export interface FormFlags {
  readonly format: Format
  readonly show: 'statements' | 'reading'
  readonly by: (typeof ORDERS)[number]
  /** The same as `by` order. */
  readonly order?: true
  readonly bom?: true
  readonly output?: string
}

/** Formats of which a file holds one page, and the endings of those files. */
export const OF_ONE_PAGE: ReadonlyMap<Format, string> = new Map<Format, string>([
  ['html', 'html'],
  ['citron', 'json'],
  ['brat', 'ann'],
  ['brat-text', 'txt'],
  ['webanno', 'tsv'],
])

/** What is printed of the pages: `between` any two, `before` and `after` all, `page` for each. */
export interface Printer {
  readonly before: string
  readonly between: string
  readonly after: string
  page(record: PageRecord): string | Promise<string>
}

/** What prints records in a form. @param several whether there may be more than one */
export async function printerFor(options: FormFlags, several: boolean): Promise<Printer> {
  const { format, show, bom, output } = options
  const order: Order = options.order || options.by === 'order' ? 'page' : options.by
  const plain = (page: Printer['page']): Printer => ({ before: '', between: '', after: '', page })
  const list = (page: Printer['page']): Printer =>
    several ? { before: '[\n', between: ',\n', after: ']\n', page } : plain(page)
  switch (format) {
    case 'json':
      return list(toJson)
    case 'jsonl':
      return plain(toJsonl)
    case 'csv':
      return { ...plain(toCsv), before: bom ? CSV_BOM + CSV_HEADER : CSV_HEADER }
    case 'markdown':
      return { ...plain((record) => toMarkdown(record, order)), between: '\n' }
    case 'html':
      return plain(toHtml)
    case 'web-annotation':
      return list(toWebAnnotation)
    case 'schema-org':
      return list(toSchemaOrg)
    case 'citron':
      return plain(toCitron)
    case 'brat':
      return plain(toBrat)
    case 'brat-text':
      return plain(({ reading }) => reading.text)
    case 'webanno':
      return plain(toWebAnno)
    case 'text': {
      const { layOut, looksFor } = await import('./terminal.js')
      const looks = looksFor(output === undefined ? process.stdout : {})
      const page = (record: PageRecord) =>
        layOut(looks, (terminal) =>
          show === 'reading' ? toReadingText(record, terminal) : toText(record, terminal, order),
        )
      return {
        before: '',
        between: `\n${looks.palette.quiet('─'.repeat(Math.min(looks.columns, 96)))}\n\n`,
        after: '',
        page,
      }
    }
  }
}
