import { POS } from '../../statements/parts-of-speech.js'
import type { MentionLook } from '../collect.js'
import { type Discourse, entityOf } from '../discourse.js'
import type { Entity } from '../entities.js'
import { atWord, type Head, headOf } from '../heads.js'
import { isPersonNoun } from '../lexicon/people.js'
import { PRONOUNS } from '../lexicon/pronouns.js'
import type { Occurrence } from '../occurrence.js'
import { togetherOf } from '../together.js'
import { type Construct, shown, wordsSpan } from './construct.js'

/** *Ana Roe and her husband* said · *Roe, Hallam and Voss* agree · *Roe and others* want it: they speak together. */
export const joint: Construct = {
  name: 'joint',
  settle(look, d) {
    const head = headOf(look, d)
    const { occurrence: first } = head
    if (!first || !isSomebody(first)) return null
    const list = listOf(look, head)
    if (!list) return null
    // "Roe, the mayor and chair" is one; so is "the mayor and chair": a name first, or a determiner each.
    if (!first.isName && look.pos[0] !== POS.DETERMINER) return null
    const parts = [first, ...list.others]
      .map((o) => entityOf(d, o))
      .filter((entity): entity is Entity => entity !== null)
    const span = wordsSpan(look, 0, list.end)
    const entity = togetherOf(d, parts, span, look.low.slice(0, list.end))
    const names = parts.map((part) => `“${shown(d, part)}”`)
    const why = parts.length > 1 ? `${names.join(' and ')} together` : `${names.join('')} with others`
    return { entity, span, form: 'description', why }
  },
}

/** *Both men* said · *the two* agreed: the ones last named together. */
export const bothOf: Construct = {
  name: 'both-of',
  settle(look, d) {
    const [first, second] = look.low
    const isBoth = first === 'both' && look.low.length <= 2
    const isTwo =
      first === 'the' &&
      (second === 'two' || second === 'pair' || second === 'couple' || second === 'duo') &&
      look.low.length <= 3
    if (!isBoth && !isTwo) return null
    const step = latestTogether(d, look.span.start)
    if (!step) return null
    return {
      entity: step,
      span: wordsSpan(look, 0, look.low.length),
      form: 'description',
      why: `those last named together, “${shown(d, step)}”`,
    }
  },
}

/** Those named together stand no further back than this, in places spoken of. */
const MOST = 80

function latestTogether(d: Discourse, before: number): Entity | null {
  for (let i = d.steps.length - 1; i >= Math.max(0, d.steps.length - MOST); i--) {
    const step = d.steps[i]
    if (step && step.at < before && step.entity.parts.length > 1) return step.entity
  }
  return null
}

const isSomebody = ({ kind, isName }: Occurrence): boolean =>
  kind === 'person' || kind === 'unnamed' || (isName && kind === 'unknown')

// What is joined to the head: further names after commas, and after "and" the last of them, or others.
function listOf(
  look: MentionLook,
  head: Head,
): { readonly others: readonly Occurrence[]; readonly end: number } | null {
  const others: Occurrence[] = []
  let at = head.end
  while (look.pos[at] === POS.COMMA) {
    const next = nameAt(look, head, at + 1)
    if (!next || look.low[next.end] === undefined) break
    if (look.pos[next.end] !== POS.COMMA && look.low[next.end] !== 'and') break
    others.push(next.name)
    at = next.end
  }
  if (look.pos[at] === POS.COMMA && look.low[at + 1] === 'and' && others.length > 0) at++
  if (look.low[at] !== 'and' || (head.occurrence?.isName === false && others.length > 0)) return null
  at++
  const word = look.low[at] ?? ''
  const next = nameAt(look, head, at)
  if (next) return { others: [...others, next.name], end: next.end }
  if (word === 'others' || word === 'other' || word === 'several' || word === 'many') return { others, end: at + 1 }
  const second = atWord(look, head.inside, at) ?? atWord(look, head.inside, at + 1)
  const isOwned = PRONOUNS.get(word)?.isOwner === true && look.low[at + 1] !== undefined
  const isLed =
    look.pos[at] === POS.DETERMINER &&
    (isPersonNoun(second?.words.at(-1) ?? '') || isPersonNoun(look.low[at + 1] ?? ''))
  if (!second || (!isOwned && !isLed)) return null
  let end = at + 1
  while (end < look.low.length && (look.starts[end] as number) < second.coreEnd) end++
  return { others: [...others, second], end }
}

// The name, with its titles, that begins at word `at`, and one past its last word and brackets.
function nameAt(
  look: MentionLook,
  { inside }: Head,
  at: number,
): { readonly name: Occurrence; readonly end: number } | null {
  const start = look.starts[at]
  if (start === undefined) return null
  const name = inside.find(
    (o) =>
      o.isName &&
      o.kind !== 'organisation' &&
      (o.start === start || o.coreStart === start || o.roles.some((role) => role.start === start)),
  )
  if (!name) return null
  let end = at + 1
  while (end < look.low.length && (look.starts[end] as number) < name.coreEnd) end++
  if (look.low[end] === '(') {
    const close = look.low.indexOf(')', end)
    if (close > 0) end = close + 1
  }
  return { name, end }
}
