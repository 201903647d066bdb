import { analysed } from './analysed.js'
import type { Analysis } from './analysis.js'
import { confidenceAt, confidenceOf } from './calibration.js'
import { THRESHOLD } from './decode.js'
import { type Finding, findAll } from './findings.js'
import { goOn } from './going-on.js'
import { RULES } from './rules/index.js'
import type { Rule } from './rules/rule.js'
import { rulesModel } from './rules-model.js'
import type { Anchor, Tagger } from './tagger.js'
import { findTurns, isWithin, type Transcript, type Turn } from './turns.js'

/**
 * The small, instant tagger: named constructs ({@link RULES}) weighed by counts and log-linear weights that are learnt
 * on PolNeAR train (Newell, Margolin and Ruths 2018). No network, no waiting; the same anchors for the same passage.
 */
export const rulesTagger: Tagger = {
  name: 'rules 0.1.0',
  threshold: THRESHOLD,
  async tag(passages) {
    return passages.map((passage) => {
      const a = analysed(passage)
      return anchorsOf(a, findAll(a, rulesModel()), findTurns(a, passage), confidenceOf, THRESHOLD)
    })
  },
}

/**
 * The anchors of a passage's turns, and of its findings outside them, that can stand together and score at least
 * `threshold`, bare quotations given to the statements that they go on with.
 *
 * @param score from a finding to its anchor's score: the calibrated confidence, but for the script that calibrates
 */
export function anchorsOf(
  a: Analysis,
  findings: readonly Finding[],
  transcript: Transcript,
  score: (finding: Finding) => number,
  threshold: number,
): readonly Anchor[] {
  const anchors = transcript.turns.map(turnAnchor)
  for (const finding of findings) {
    if (isWithin(transcript, finding.site.head)) continue
    const { site, cueEnd, content, mention } = finding
    const rule = RULES[finding.rule] as Rule
    anchors.push({
      cue: [site.first, cueEnd],
      score: score(finding),
      content: content.map(([first, end]) => ({ first, end, score: 1 })),
      mention: mention ? [{ first: mention[0], end: mention[1], score: 1 }] : [],
      why: `${rule.name}: ${rule.why}`,
    })
  }
  return goOn(a, anchors, threshold)
}

/** A turn is the surest kind of label and colon: calibrated as such, for the corpus has too few transcripts to count. */
export const turnAnchor = ({ label, colon, content }: Turn): Anchor => ({
  cue: [colon, colon + 1],
  score: confidenceAt('label-colon', 1),
  content: content.map(([first, end]) => ({ first, end, score: 1 })),
  mention: [{ first: label[0], end: label[1], score: 1 }],
  why: 'turn: a speaker’s label that recurs, and what follows up to the next label',
})
