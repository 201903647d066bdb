import { type Block, BODY_ROLES, type MetaSource, type PageForm } from '../../model/index.js'
import { toPage } from '../origin.js'
import type { Lines } from './visible.js'

/** What beside the blocks tells a page's form. */
export interface FormMarks {
  /** The mark that calls the page a live blog, for `MetaSource.from`; null where none does. */
  readonly liveBlog: string | null
  /** `isAccessibleForFree`; null where nothing says. */
  readonly isFree: boolean | null
  /** Something in the marks calls the page an article. */
  readonly isArticle: boolean
}

/** Body text below this, on a page whose marks say that it is not free, is what stands before the paywall. */
const STUB_LENGTH = 1500
/** With words that say so beside the cut, a longer teaser is a stub too. */
const SAID_STUB_LENGTH = 3000
/** Less running text than a short paragraph is no article. */
const NO_ARTICLE_LENGTH = 140
/** A page that calls itself an article is one with a line of text; briefs and photo pages have little. */
const MARKED_ARTICLE_LENGTH = 40
/** Entries that make a live blog of a page whose title says that it is live. */
const LIVE_ENTRIES = 4
/** Without such a title it takes more: running times of clips and programmes of events stand in lines of their own too. */
const UNSAID_LIVE_ENTRIES = 8
const LIVE_TITLE =
  /\b(?:live|liveblog|as it happened|latest updates|en vivo|en direct|liveticker|ao vivo|in diretta)\b/i

const SUBSCRIBE: readonly RegExp[] = [
  /(?:subscribe|sign up|log in|sign in|register|become a (?:member|subscriber))[^.!?]{0,60}(?:to (?:continue|keep|read|unlock|access)|for (?:full|unlimited) access)/i,
  /(?:to (?:continue|keep) reading|to read (?:the (?:full|rest)|this (?:article|story)|more))[^.!?]{0,60}(?:subscribe|sign|log in|register|member)/i,
  /(?:this (?:article|story|content) is|available) (?:only )?(?:for|to) (?:paying )?(?:subscribers|members)|already a subscriber\?|subscriber[- ]only|suscr[ií]bete para|abonnez-vous pour|réservé aux abonnés|jetzt weiterlesen|weiterlesen mit/i,
]

const TIME_LINE =
  /^(?:updated |at )?(\d{1,2})[:.h](\d{2})\s?(a\.?m\.?|p\.?m\.?)?(?: ?(?:[A-Z]{2,5}|uhr))?(?: ?\([A-Z]{2,5}\))?$/i

/** A page's form, and what it was told by; null source: nothing tells, or too little text does. */
export interface FormFound {
  readonly form: PageForm
  readonly source: MetaSource | null
}

/** The page's form. Blocks null: before roles are known, only the marks tell. Says `article` where nothing tells. */
export function formOf(marks: FormMarks, { text, origin }: Lines, blocks: readonly Block[] | null): FormFound {
  if (marks.liveBlog !== null) return { form: 'live-blog', source: { from: marks.liveBlog, at: null } }
  if (blocks === null) return { form: 'article', source: null }
  const paid: FormFound = { form: 'stub', source: { from: 'json-ld isAccessibleForFree', at: null } }
  let length = 0
  let last = -1
  for (const [i, b] of blocks.entries()) {
    if (!BODY_ROLES.has(b.role)) continue
    if (b.role !== 'heading') length += b.end - b.start
    last = i
  }
  if (length < (marks.isArticle ? MARKED_ARTICLE_LENGTH : NO_ARTICLE_LENGTH)) {
    return marks.isFree === false ? paid : { form: 'none', source: null }
  }
  if (hasTimedEntries(text, blocks)) return { form: 'live-blog', source: { from: 'visible times', at: null } }
  if (marks.isFree === false && length < STUB_LENGTH) return paid
  if (length < SAID_STUB_LENGTH) {
    // The words stand in the body's last block or in one of the few below it.
    for (let i = last; i < blocks.length && i <= last + 6; i++) {
      const b = blocks[i] as Block
      if (b.end - b.start > 400) continue
      const words = text.slice(b.start, b.end)
      const m = SUBSCRIBE.map((pattern) => pattern.exec(words)).find((found) => found !== null)
      if (!m) continue
      const start = b.start + m.index
      return { form: 'stub', source: { from: 'visible words', at: toPage(origin, start, start + m[0].length) } }
    }
  }
  return { form: 'article', source: null }
}

/** Times in lines of their own, all rising or all falling, with running text between them. */
function hasTimedEntries(text: string, blocks: readonly Block[]): boolean {
  const title = blocks.find((b) => b.role === 'title')
  const isSaid = title !== undefined && LIVE_TITLE.test(text.slice(title.start, title.end))
  const times: number[] = []
  let hasText = true
  for (const b of blocks) {
    const length = b.end - b.start
    const m = length <= 30 ? TIME_LINE.exec(text.slice(b.start, b.end)) : null
    if (m) {
      if (!hasText) return false
      const half = (m[3] ?? '').toLowerCase()
      const hour = half === '' ? Number(m[1]) : (Number(m[1]) % 12) + (half.startsWith('p') ? 12 : 0)
      times.push(hour * 60 + Number(m[2]))
      hasText = false
    } else if (b.role === 'paragraph' && length > 60) hasText = true
  }
  if (times.length < (isSaid ? LIVE_ENTRIES : UNSAID_LIVE_ENTRIES)) return false
  let rises = 0
  let falls = 0
  for (let i = 1; i < times.length; i++) {
    if ((times[i] as number) >= (times[i - 1] as number)) rises++
    if ((times[i] as number) <= (times[i - 1] as number)) falls++
  }
  // One step may cross midnight.
  return Math.max(rises, falls) >= times.length - 2
}
