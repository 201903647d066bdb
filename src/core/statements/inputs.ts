import type { Analysis } from './analysis.js'
import { INSIDE, insideRuns } from './overlap.js'
import type { Anchor } from './tagger.js'

/** What the network is given of each token beside its letters; training/statements/README.md lists the values. */
export interface TokenInputs {
  /** 0 lower case, 1 capital first, 2 all capitals, 3 begins with a digit, 4 not a word. */
  readonly shape: Uint8Array
  /** 0 outside a quotation; 1 opening mark, 2 inside, 3 closing mark; 4 to 6 the same where it spans blocks; 7 nested. */
  readonly quote: Uint8Array
  /** 0 inside a sentence, 1 its first token, 2 its block's first token; plus 3 in a title. */
  readonly edge: Uint8Array
  /** Part of speech, as in POS. */
  readonly pos: Uint8Array
  /** What the rules tagger says: 0 nothing, 1 content, 2 mention, 3 cue; plus 3 where its confidence is half or more. */
  readonly rule: Uint8Array
}

/**
 * Reads the inputs off a passage's analysis and the rules tagger's anchors in it.
 *
 * @param titles for each token whether it stands in a title
 */
export function inputsOf(a: Analysis, anchors: readonly Anchor[], titles: ArrayLike<number | boolean>): TokenInputs {
  const n = a.tokens.length
  const edge = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const at = a.blockStart[i] === i ? 2 : a.sentenceStart[i] === i ? 1 : 0
    edge[i] = at + (titles[i] ? 3 : 0)
  }
  return { shape: a.shape, quote: quoteStates(a), edge, pos: a.pos, rule: ruleRoles(anchors, n) }
}

function quoteStates(a: Analysis): Uint8Array {
  const out = new Uint8Array(a.tokens.length)
  const wide = new Set<number>()
  a.quotes.forEach((quote, q) => {
    if (quote.continues < 0) return
    wide.add(q)
    wide.add(quote.continues)
  })
  a.quotes.forEach((quote, q) => {
    if (quote.depth > 0) {
      out.fill(7, quote.open, quote.end)
      return
    }
    const base = wide.has(q) ? 3 : 0
    out.fill(base + 2, quote.open, quote.end)
    out[quote.open] = base + 1
    if (quote.closed) out[quote.end - 1] = base + 3
  })
  return out
}

function ruleRoles(anchors: readonly Anchor[], n: number): Uint8Array {
  const out = new Uint8Array(n)
  const put = (first: number, end: number, value: number) => {
    for (let i = first; i < end; i++) if ((out[i] as number) < value) out[i] = value
  }
  for (const anchor of anchors) {
    const more = anchor.score >= INSIDE ? 3 : 0
    for (const run of insideRuns(anchor.content)) put(run.first, run.end, 1 + more)
    for (const run of insideRuns(anchor.mention)) put(run.first, run.end, 2 + more)
    if (anchor.cue) put(anchor.cue[0], anchor.cue[1], 3 + more)
  }
  return out
}
