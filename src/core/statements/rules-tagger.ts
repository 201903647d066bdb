import { analyse } from './analysis.js'
import { confidenceOf } from './calibration.js'
import { cueLexicon } from './cue-lexicon.js'
import { THRESHOLD } from './decode.js'
import { type Finding, findAll } from './findings.js'
import { goOn } from './going-on.js'
import { posModel } from './pos-model.js'
import { RULES } from './rules/index.js'
import type { Rule } from './rules/rule.js'
import { rulesModel } from './rules-model.js'
import type { Anchor, Passage, Tagger } from './tagger.js'

/**
 * The small, instant tagger: named constructs ({@link RULES}) weighed by counts and log-linear weights that are learnt
 * on PolNeAR train (Newell, Margolin and Ruths 2018). No network, no waiting; the same anchors for the same passage.
 */
export const rulesTagger: Tagger = {
  name: 'rules 0.1.0',
  async tag(passages) {
    return passages.map(tagPassage)
  },
}

function tagPassage(passage: Passage): readonly Anchor[] {
  const a = analyse(passage, posModel(), cueLexicon())
  return goOn(a, findAll(a, rulesModel()).map(anchorOf), THRESHOLD)
}

function anchorOf(finding: Finding): Anchor {
  const { site, content, mention } = finding
  const rule = RULES[finding.rule] as Rule
  return {
    cue: [site.first, site.end],
    score: confidenceOf(finding),
    content: content.map(([first, end]) => ({ first, end, score: 1 })),
    mention: mention ? [{ first: mention[0], end: mention[1], score: 1 }] : [],
    why: `${rule.name}: ${rule.why}`,
  }
}
