import type { Analysis } from '../../analysis.js'
import { POS } from '../../parts-of-speech.js'
import { asInner, type Draft, endOf, firstOf, type Mend, startOf, union } from '../draft.js'

/**
 * The road was closed, she said they were told.
 *                      ^^^ ^^^^ ~~~~~~~~~~~~~~
 *
 * The cue of one statement is what another says: so is what it carries, before, behind or within it.
 */
export const sideBySide: Mend = {
  name: 'side-by-side',
  mend(a, drafts) {
    const owner = new Int32Array(a.tokens.length).fill(-1)
    drafts.forEach(({ content }, k) => {
      for (const { first, end } of content) owner.fill(k, first, end)
    })
    const over = drafts.map(({ anchor }) => (anchor.cue ? (owner[anchor.cue[0]] as number) : -1))
    const inner: Draft[][] = drafts.map(() => [])
    const gone = new Set<number>()
    drafts.forEach((draft, k) => {
      const outer = over[k] as number
      if (outer < 0 || outer === k || (over[outer] as number) >= 0) return
      const its = drafts[outer] as Draft
      // "…, inmates told court: report": what it carries is who says the other; it is read again in what that one says.
      if (isMentionOf(draft, its)) gone.add(k)
      if (gone.has(k) || !isBeside(a, draft, its)) return
      if (a.sentenceStart[firstOf(draft)] !== a.sentenceStart[its.anchor.cue?.[0] ?? 0]) return
      const own = asInner(a, draft)
      if (!own) return
      inner[outer]?.push(own)
      gone.add(k)
    })
    return drafts.flatMap((draft, k) => {
      const own = inner[k] as Draft[]
      if (gone.has(k)) return []
      if (own.length === 0) return [draft]
      const content = union([draft, ...own].flatMap((x) => x.content))
      return [{ ...draft, content, inner: [...draft.inner, ...own] }]
    })
  },
}

// Whether what is carried stands right before the other statement, in what it says, or goes on where that ends.
function isBeside(a: Analysis, draft: Draft, its: Draft): boolean {
  const [first, end] = [firstOf(draft), endOf(draft)]
  if (startOf(its) === (a.pos[end] === POS.COMMA ? end + 1 : end)) return true
  const cueEnd = draft.anchor.cue?.[1] ?? 0
  return its.content.some((own) => (own.first < first && end <= own.end) || (own.end === first && cueEnd <= first))
}

const isMentionOf = ({ content }: Draft, { mention }: Draft): boolean =>
  mention !== null && content.every(({ first, end }) => mention.first <= first && end <= mention.end)
