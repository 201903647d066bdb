import type { Finding } from './findings.js'
import { CALIBRATION } from './generated/calibration.js'
import { RULES } from './rules/index.js'

/** The weights' own probability is counted in this many equal steps. */
export const STEPS = 10

/** Findings of a rule count for the rule alone by this many; below, the count over all rules weighs more. */
const PRIOR = 12

/** The weights' own, uncalibrated probability that a finding is right in rule, edges and mention. */
export const rawScore = (f: Finding): number => f.ruleScore * Math.sqrt(f.edgeScore * f.mentionScore)

/** In which step a raw score falls. */
export const stepOf = (raw: number): number => Math.min(STEPS - 1, Math.floor(raw * STEPS))

/**
 * The share of findings of the same rule and about the same raw score that were right (content found, mention right)
 * in documents that the weights had not seen, counted by cross-validation on PolNeAR train; rules seen seldom lean on
 * the count over all rules. Between the middles of steps, a straight line.
 */
export function confidenceOf(finding: Finding): number {
  return confidenceAt(RULES[finding.rule]?.name ?? '', rawScore(finding))
}

/** The confidence of a rule, by name, at a raw score, 0 to 1: see {@link confidenceOf}. */
export function confidenceAt(name: string, raw: number): number {
  const at = raw * STEPS - 0.5
  const low = Math.max(0, Math.min(STEPS - 1, Math.floor(at)))
  const high = Math.min(STEPS - 1, low + 1)
  const part = Math.max(0, Math.min(1, at - low))
  return share(name, low) * (1 - part) + share(name, high) * part
}

function share(rule: string, step: number): number {
  const [right, all] = CALIBRATION.all?.[step] ?? [0, 0]
  const base = (right + 0.5) / (all + 1)
  const [r, n] = CALIBRATION[rule]?.[step] ?? [0, 0]
  return (r + PRIOR * base) / (n + PRIOR)
}
