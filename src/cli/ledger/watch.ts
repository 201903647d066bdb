import { visible } from '../../core/exports/visible.js'
import { ENTRY_HEADER, entryCsv } from '../../core/ledger/entry-csv.js'
import { entryMarkdown } from '../../core/ledger/entry-markdown.js'
import { parseWords } from '../../core/ledger/words.js'
import { OnrecordError } from '../../core/model/index.js'
import { layOut, looksFor } from '../terminal.js'
import { type AskFlags, write } from './ask.js'
import { entriesText } from './entry-text.js'
import { withLedger } from './place.js'

/** The flags of `onrecord watch`. */
export interface WatchFlags extends Pick<AskFlags, 'ledger' | 'format' | 'output'> {
  readonly peek?: true
  readonly drop?: true
}

/** `onrecord watch NAME`: what a kept search has not told of yet; without a name, the kept searches. @returns the exit code */
export function watch(name: string | undefined, flags: WatchFlags): Promise<number> {
  if (name === undefined && (flags.drop || flags.peek))
    throw new OnrecordError('usage', `${flags.drop ? '--drop' : '--peek'} goes with the name of a kept search.`)
  return withLedger(flags, { create: false }, async (ledger) => {
    const searches = await ledger.searches()
    if (name === undefined) {
      await write(flags, async () => {
        if (flags.format === 'json') return `${JSON.stringify(searches, null, 2)}\n`
        if (flags.format === 'jsonl') return searches.map((search) => `${JSON.stringify(search)}\n`).join('')
        if (searches.length === 0) return 'No searches are kept. Keep one with: onrecord find WORDS --save NAME\n'
        return searches
          .map(({ name: own, question }) => `${visible(own)}: ${visible(JSON.stringify(question))}\n`)
          .join('')
      })
      return 0
    }
    const search = searches.find((each) => each.name === name)
    if (!search)
      throw new OnrecordError(
        'not-found',
        `There is no search named "${name}". Keep one with: onrecord find WORDS --save ${name}`,
      )
    if (flags.drop) {
      await ledger.dropSearch(name)
      return 0
    }
    // The mark is moved only when what is new was written.
    const { items: entries, mark } = await ledger.news(name)
    const terms = search.question.words === '' ? [] : parseWords(search.question.words)
    await write(flags, async () => {
      switch (flags.format) {
        case 'json':
          return `${JSON.stringify(entries, null, 2)}\n`
        case 'jsonl':
          return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
        case 'csv':
          return ENTRY_HEADER + entries.map(entryCsv).join('')
        case 'markdown':
          return entries.map((entry) => `${entryMarkdown(entry)}\n`).join('\n')
        default:
          if (entries.length === 0) return 'Nothing new.\n'
          return layOut(looksFor(flags.output === undefined ? process.stdout : {}), (terminal) =>
            entriesText(entries, terms, terminal),
          )
      }
    })
    if (!flags.peek) await ledger.seen(name, mark)
    return 0
  })
}
