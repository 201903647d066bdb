import type { Analysis } from '../analysis.js'
import { hashOf } from '../hashing.js'
import { insideRuns } from '../overlap.js'
import { isVerb, POS } from '../parts-of-speech.js'
import { groupStart, type Site } from '../sites.js'
import type { Anchor } from '../tagger.js'
import type { Construct } from './construct.js'
import { accordingTo, accordingToInClause } from './constructs/according-to.js'
import { heardFrom } from './constructs/heard-from.js'
import { nounBy } from './constructs/noun-by.js'
import { saidAfter } from './constructs/said-after.js'
import { says } from './constructs/says.js'
import { wasTold } from './constructs/was-told.js'
import { isKept, isSaying } from './settling.js'
import { ADDRESSED, CLAUSAL_MIND, CUE_NOUNS, HEARING, SAYING_VERBS } from './words.js'

/** Of those that fit a site the first is taken. */
const CONSTRUCTS: readonly Construct[] = [says, wasTold, heardFrom, saidAfter, nounBy, accordingToInClause, accordingTo]

const ACCORDING = hashOf('according')

/**
 * Plain constructs in what somebody says that a tagger has passed over, or of which it has taken only the addressee for
 * what was said. A tagger learns them from news in which the statement around them counts and they do not.
 */
export function withConstructs(a: Analysis, anchors: readonly Anchor[]): readonly Anchor[] {
  const more: Anchor[] = []
  for (const site of sitesOf(a)) {
    for (const { look, isSure } of CONSTRUCTS) {
      const found = look(a, site)
      if (!found) continue
      if (isSure || !anchors.some((anchor) => speaksOf(anchor, site))) more.push(found)
      break
    }
  }
  if (more.length === 0) return anchors
  return [...anchors.filter((anchor) => !more.some((found) => touches(anchor, found))), ...more]
}

// Not only those whose word the cue lexicon has: "sworn" and "bragged" are too rare in PolNeAR train.
function sitesOf(a: Analysis): Site[] {
  const out: Site[] = []
  for (let i = 0; i < a.tokens.length; i++) {
    const word = a.word[i] as number
    const isNoun = a.pos[i] === POS.NOUN && CUE_NOUNS.has(word)
    const limit = a.sentenceEnd[i] as number
    if (word === ACCORDING && i + 1 < limit) out.push({ kind: 'according', head: i, first: i, end: i + 2 })
    else if (isNoun) out.push({ kind: 'noun', head: i, first: i, end: i + 1 })
    else if ((isVerb(a.pos[i] as number) || isKept(a, i) || isSaying(a, i)) && isSiteWord(word))
      out.push({ kind: 'verb', head: i, first: groupStart(a, i), end: i + 1 })
  }
  return out
}

const isSiteWord = (word: number): boolean =>
  SAYING_VERBS.has(word) || ADDRESSED.has(word) || HEARING.has(word) || CLAUSAL_MIND.has(word)

// Whether an anchor has a site's words in its cue, and says something.
function speaksOf({ cue, content }: Anchor, site: Site): boolean {
  const tokens = insideRuns(content).reduce((n, run) => n + run.end - run.first, 0)
  return cue !== null && cue[0] < site.end && site.head < cue[1] && tokens > 1
}

// A weaker reading of the same words, or one of what the construct says, which is looked into in turn.
function touches(anchor: Anchor, found: Anchor): boolean {
  const [cue, own] = [anchor.cue, found.cue]
  if (cue && own && cue[0] < own[1] && own[0] < cue[1]) return true
  if (cue && found.content.some(({ first, end }) => first <= cue[0] && cue[1] <= end)) return true
  return (
    anchor.score < found.score &&
    insideRuns(anchor.content).some((run) => found.content.some((x) => run.first < x.end && x.first < run.end))
  )
}
