import type { Analysis } from './analysis.js'
import { endFeatures, endsFrom, Features, MOST_EDGES, siteFeatures, startFeatures, startsTo } from './features.js'
import { hashOf } from './hashing.js'
import { type MentionCandidate, mentionFeatures, mentionsFor } from './mentions.js'
import { POS } from './parts-of-speech.js'
import { RULES } from './rules/index.js'
import type { Proposal } from './rules/rule.js'
import type { RulesModel } from './rules-model.js'
import { softmax, weigh } from './scorer.js'
import { findSites, type Site } from './sites.js'

/** What the rules and their weights make of one site. Indices are the passage's tokens. */
export interface Finding {
  readonly site: Site
  /** Index into RULES. */
  readonly rule: number
  /** One past the cue's last token: the site's, or the preposition after it ("called for"). */
  readonly cueEnd: number
  /** Content before the cue and after it, [first, end); in order. */
  readonly content: readonly (readonly [number, number])[]
  /** [first, end); null: the page does not say. */
  readonly mention: readonly [number, number] | null
  /** Probability, by the weights, that the rule is right here; and of the edges and the mention, given that it is. */
  readonly ruleScore: number
  readonly edgeScore: number
  readonly mentionScore: number
}

/** Below this the rule's probability is not worth weighing edges for: no threshold in use keeps such a finding. */
const LEAST = 0.18

/** Weighs every site of a passage: at most one finding a site, in order. */
export function findAll(a: Analysis, model: RulesModel): Finding[] {
  const out: Finding[] = []
  const f = new Features()
  const scores = new Float64Array(Math.max(RULES.length + 1, MOST_EDGES + 1, 64))
  const fits: number[] = []
  const proposals: Proposal[] = []
  for (const site of findSites(a)) {
    fits.length = 0
    proposals.length = 0
    for (let r = 0; r < RULES.length; r++) {
      const proposal = RULES[r]?.look(a, site)
      if (!proposal) continue
      fits.push(r)
      proposals.push(proposal)
    }
    const n = fits.length
    if (n === 0) continue
    siteFeatures(a, site, f)
    for (let k = 0; k < n; k++) scores[k] = weigh(f, (fits[k] as number) + 1, model.site)
    scores[n] = 0
    softmax(scores, n + 1)
    let best = 0
    for (let k = 1; k < n; k++) if ((scores[k] as number) > (scores[best] as number)) best = k
    const ruleScore = 1 - (scores[n] as number)
    if (ruleScore < LEAST) continue
    const finding = settle(a, site, fits[best] as number, proposals[best] as Proposal, ruleScore, model, f, scores)
    if (!saysNothing(a, finding.content)) out.push(finding)
  }
  return out
}

/** Words that say what was said all the same: "He said so", "Roe thinks otherwise". */
const STANDING_FOR = new Set(['so', 'that', 'not', 'yes', 'no', 'otherwise', 'never', 'now'].map(hashOf))

// Whether content is only how, where or when: "She spoke briefly", "The board put it off again".
function saysNothing(a: Analysis, content: Finding['content']): boolean {
  for (const [first, end] of content) {
    for (let i = first; i < end; i++) {
      const tag = a.pos[i] as number
      const isSmall = tag === POS.ADVERB || tag === POS.PREPOSITION || tag === POS.CONJUNCTION || tag >= POS.COMMA
      if (!isSmall || (a.quoteAt[i] as number) >= 0 || STANDING_FOR.has(a.word[i] as number)) return false
    }
  }
  return true
}

function settle(
  a: Analysis,
  site: Site,
  rule: number,
  proposal: Proposal,
  ruleScore: number,
  model: RulesModel,
  f: Features,
  scores: Float64Array,
): Finding {
  const content: [number, number][] = []
  let edgeScore = 1
  if (proposal.before !== null) {
    const starts = startsTo(a, proposal.before)
    const k = bestOf(starts.length, scores, (i) => {
      startFeatures(a, site, rule, proposal.before as number, starts, i, f)
      return weigh(f, 0, model.edge)
    })
    edgeScore *= scores[k] as number
    content.push([starts[k] as number, proposal.before])
  }
  if (proposal.after !== null) {
    const ends = endsFrom(a, proposal.after)
    const k = bestOf(ends.length, scores, (i) => {
      endFeatures(a, site, rule, proposal.after as number, ends, i, f)
      return weigh(f, 0, model.edge)
    })
    edgeScore *= scores[k] as number
    content.push([proposal.after, ends[k] as number])
  }
  const mentions = mentionsFor(a, site, proposal)
  let k = 0
  let mentionScore = 1
  if (mentions.length > 1) {
    k = bestOf(mentions.length, scores, (i) => {
      mentionFeatures(a, site, rule, mentions, i, f)
      return weigh(f, 0, model.mention)
    })
    mentionScore = scores[k] as number
  }
  const { first, end } = mentions[k] as MentionCandidate
  const preposition = proposal.after === site.end + 1 && a.pos[site.end] === POS.PREPOSITION
  const cueEnd = preposition ? site.end + 1 : site.end
  return { site, rule, cueEnd, content, mention: first < end ? [first, end] : null, ruleScore, edgeScore, mentionScore }
}

// Fills `scores` with the probabilities of `n` options; the best one's index.
function bestOf(n: number, scores: Float64Array, weight: (i: number) => number): number {
  for (let i = 0; i < n; i++) scores[i] = weight(i)
  softmax(scores, n)
  let best = 0
  for (let i = 1; i < n; i++) if ((scores[i] as number) > (scores[best] as number)) best = i
  return best
}
