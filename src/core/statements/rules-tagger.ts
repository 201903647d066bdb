import { type Analysis, analyse } from './analysis.js'
import { confidenceOf } from './calibration.js'
import { cueLexicon } from './cue-lexicon.js'
import { THRESHOLD } from './decode.js'
import { type Finding, findAll } from './findings.js'
import { goOn } from './going-on.js'
import { posModel } from './pos-model.js'
import { RULES } from './rules/index.js'
import type { Rule } from './rules/rule.js'
import { rulesModel } from './rules-model.js'
import type { Anchor, Tagger } from './tagger.js'

/**
 * The small, instant tagger: named constructs ({@link RULES}) weighed by counts and log-linear weights that are learnt
 * on PolNeAR train (Newell, Margolin and Ruths 2018). No network, no waiting; the same anchors for the same passage.
 */
export const rulesTagger: Tagger = {
  name: 'rules 0.1.0',
  async tag(passages) {
    return passages.map((passage) => {
      const a = analyse(passage, posModel(), cueLexicon())
      return anchorsOf(a, findAll(a, rulesModel()), confidenceOf, THRESHOLD)
    })
  },
}

/**
 * The anchors of a passage's findings that can stand together and score at least `threshold`, bare quotations given to
 * the statements that they go on with.
 *
 * @param score from a finding to its anchor's score: the calibrated confidence, but for the script that calibrates
 */
export function anchorsOf(
  a: Analysis,
  findings: readonly Finding[],
  score: (finding: Finding) => number,
  threshold: number,
): readonly Anchor[] {
  const anchors = findings.map((finding): Anchor => {
    const { site, cueEnd, content, mention } = finding
    const rule = RULES[finding.rule] as Rule
    return {
      cue: [site.first, cueEnd],
      score: score(finding),
      content: content.map(([first, end]) => ({ first, end, score: 1 })),
      mention: mention ? [{ first: mention[0], end: mention[1], score: 1 }] : [],
      why: `${rule.name}: ${rule.why}`,
    }
  })
  return goOn(a, anchors, threshold)
}
