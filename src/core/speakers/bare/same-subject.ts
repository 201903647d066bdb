import { shown } from '../constructs/construct.js'
import type { Step } from '../discourse.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import { rank } from '../ranker.js'
import { type BareConstruct, endOf } from './bare.js'

/** Words that stand between a statement and one more of the same subject: "…, and also said". */
const JOINED =
  /^[\s,;–—-]*(?:(?:and|but|or|then|also|later|while|by|before|after|even|has|had|again|once|who)[\s,]*){0,4}(?:["”’']+\s*)?$/i

/** Further than this from the sentence's subject, in UTF-16 code units, it is not looked for. */
const FURTHEST = 400

/** Roe said it was safe and *added* that … · Roe, *citing* …: the subject of the same sentence. */
export const sameSubject: BareConstruct = {
  name: 'same-subject',
  settle(statement, block, d) {
    const { cue } = statement
    if (!cue) return null
    const { text } = d.reading
    const words = text
      .slice(cue.start, Math.min(cue.end, cue.start + 80))
      .toLowerCase()
      .split(/\s+/)
    const owner = words
      .slice(0, 3)
      .map((word) => PRONOUNS.get(word))
      .find((pronoun) => pronoun?.isOwner && pronoun.person === 3)
    if (owner) {
      const at = { at: cue.start, sentence: d.steps.at(-1)?.sentence ?? 0, block }
      const [best, second] = rank(d, { plural: owner.plural, gender: owner.gender, isThing: owner.isThing, ...at })
      if (best && (!second || best.score - second.score > 0.3))
        return { entity: best.entity, why: `the words that carry it are “${shown(d, best.entity)}”’s own` }
    }
    if (words.some((word) => PASSIVE.has(word))) return null
    const last = NOUNISH.has(words[0] ?? '') ? undefined : d.turns.at(-1)
    if (last?.entity && last.block === block) {
      const from = endOf(d.statements[last.statement] as (typeof d.statements)[number])
      if (from <= cue.start && cue.start - from < 80 && JOINED.test(text.slice(from, cue.start)))
        return { entity: last.entity, why: `goes on with the same subject, “${shown(d, last.entity)}”` }
    }
    const gerund = words[0] === 'by' || words[0] === 'in' ? words[1] : words[0]
    if (!gerund?.endsWith('ing') || gerund.length < 6) return null
    // "…, saying", "by citing"; in "demanding it is unwise" nobody does.
    if (
      gerund === words[0] &&
      !/[,—–-]\s*$|\b(?:by|in|while|before|after)\s+$/.test(text.slice(Math.max(0, cue.start - 12), cue.start))
    )
      return null
    let subject: Step | null = null
    for (let i = d.steps.length - 1; i >= 0; i--) {
      const step = d.steps[i] as (typeof d.steps)[number]
      if (
        step.block !== block ||
        cue.start - step.at > FURTHEST ||
        /[.!?]["”’']*\s/.test(text.slice(step.at, cue.start).replace(/\b\p{Lu}\p{L}{0,4}\./gu, ''))
      )
        break
      if (step.isSubject && !step.isQuoted) subject = step
    }
    if (subject)
      return { entity: subject.entity, why: `said while the sentence’s subject, “${shown(d, subject.entity)}”, acts` }
    return null
  },
}
/** Words by which what carries a statement begins with a noun: "the vision of", "three supporters of". */
const NOUNISH = new Set(
  'the a an this that these those some many most several few no any all both three two one'.split(' '),
)
const PASSIVE = new Set(['was', 'were', 'is', 'are', 'be', 'been', 'being', "'s"])
