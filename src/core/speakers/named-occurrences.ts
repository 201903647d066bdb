import type { SpeakerKind } from '../model/index.js'
import { POS } from '../statements/parts-of-speech.js'
import { isBodyNoun, isNamingWord, KNOWN_BODIES } from './lexicon/bodies.js'
import { isAmericanState, isGovernment } from './lexicon/governments.js'
import { isPaperNoun } from './lexicon/papers.js'
import { isPersonNoun, nounGender } from './lexicon/people.js'
import type { Gender } from './lexicon/pronouns.js'
import { stateIn } from './lexicon/states.js'
import { titleGender } from './lexicon/titles.js'
import type { NameRun } from './names.js'
import type { Occurrence } from './occurrence.js'
import { roleSpan, rolesOf } from './roles.js'
import { isSubject } from './subjects.js'
import type { View } from './view.js'

/** The occurrence that a run of capitals is. @param runAt by token: index of its run, or -1 */
export function nameOf(v: View, run: NameRun, runAt: Int32Array, runs: readonly NameRun[]): Occurrence {
  const { text, tokens, low } = v
  const words: string[] = []
  for (let i = run.core; i < run.end; i++)
    if (v.pos[i] !== POS.GENITIVE || low[i] !== "'s") words.push(low[i] as string)
  // "Bill and Hillary Roe": the first name takes its surname from the next.
  const next = runs[runAt[run.end + 1] ?? -1]
  const isCouple =
    words.length === 1 &&
    low[run.end] === 'and' &&
    next !== undefined &&
    next.core === run.end + 1 &&
    next.end - next.core === 2 &&
    kindOfName(v, next, false) === 'person'
  if (isCouple) words.push(low[next.end - 1] as string)
  // "a lawyer from Sellim, Ohio,": the state has no role.
  const isState = run.core === run.first && isPlaceName(words.join(' '))
  const roles = isState ? [] : rolesOf(v, run, runAt, runs)
  const isTitled = run.core > run.first && titlesPerson(v, run)
  let gender: Gender = null
  for (let i = run.first; i < run.core; i++) gender ??= titleGender(low[i] as string)
  for (const { head } of roles) gender ??= nounGender(head)
  const kind = kindOfName(
    v,
    run,
    isTitled || roles.some(({ head }) => isPersonNoun(head) && !isBodyNoun(head)) || isCouple,
  )
  const end = tokens[run.end - 1]?.end ?? 0
  return {
    start: tokens[run.first]?.start ?? 0,
    end,
    coreStart: tokens[run.core]?.start ?? 0,
    coreEnd: end,
    isName: true,
    words,
    kind,
    gender: kind === 'person' || kind === 'unknown' ? gender : null,
    plural: false,
    article: v.low[run.first - 1] === 'the' ? 'the' : 'bare',
    sentence: v.sentence[run.core] as number,
    block: v.block[run.core] as number,
    isSubject: isSubject(v, run.first, run.close),
    isOwner: v.pos[run.end] === POS.GENITIVE || isModifier(v, run.end - 1),
    isQuoted: v.quoted[run.core] === 1,
    isWeak: false,
    alias: run.alias >= 0 ? (low[run.alias] as string) : null,
    roles: roles.map((role) => roleSpan(v, role)),
    roleHeads: [...roles.map(({ head }) => head), ...sharedTitle(v, run, runBefore(runAt, runs, run))].filter(
      (head) => head !== '',
    ),
    owner: null,
    together: [],
    isRestricted: false,
    ofWhat: null,
    state: run.close > run.end ? stateIn(text.slice(end, tokens[run.close - 1]?.end)) : null,
    isPlaced:
      PLACED.has(low[run.first - 1] as string) ||
      (PLACED.has(low[run.first - 2] as string) && low[run.first - 1] === 'the'),
    roleWords: roles.flatMap(({ first, end }) => low.slice(first, end)),
    apposed: null,
    entity: null,
    options: null,
  }
}

const isPlaceName = (name: string): boolean => isGovernment(name) || isAmericanState(name)

/** Where somebody is not, but something happens: a name after these is mostly a place's. */
const PLACED = new Set(['in', 'near', 'outside', 'across', 'throughout'])

// The run that ends where the word before this run begins, its brackets left out: "(Ky.) and".
function runBefore(runAt: Int32Array, runs: readonly NameRun[], run: NameRun): NameRun | undefined {
  for (let i = run.first - 2; i >= Math.max(0, run.first - 8); i--) {
    const before = runs[runAt[i] as number]
    if (before && before.close === run.first - 1) return before
  }
  return undefined
}

// "Sens. Ana Roe and Bo Hallam": the title is both's.
function sharedTitle(v: View, run: NameRun, before: NameRun | undefined): string[] {
  if (!before || before.core === before.first || run.core > run.first) return []
  if (v.low[run.first - 1] !== 'and' || !v.low[before.core - 1]?.endsWith('s.')) return []
  return v.low[before.core - 1] === 'sens.' ? ['senator'] : v.low[before.core - 1] === 'reps.' ? ['representative'] : []
}

// "the Roe campaign": the name says whose the noun after it is.
function isModifier(v: View, last: number): boolean {
  let low = 0
  let high = v.phrases.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((v.phrases[mid]?.end ?? 0) > last) high = mid
    else low = mid + 1
  }
  const phrase = v.phrases[low]
  return phrase !== undefined && phrase.first <= last && phrase.head > last && v.shape[phrase.head] === 0
}

// "Justice Department" has no title; "Justice Roe" has.
const titlesPerson = (v: View, run: NameRun): boolean =>
  run.core > run.first && !isNamingWord(v.low[run.end - 1] as string)

function kindOfName(v: View, run: NameRun, isPerson: boolean): SpeakerKind {
  const { low } = v
  if (isPerson) return 'person'
  const name = low.slice(run.core, run.end).join(' ')
  if (isPlaceName(name)) return 'government'
  const length = run.end - run.core
  for (let i = run.core; i < run.end; i++) {
    const word = low[i] as string
    const next = low[i + 1]
    if (
      isNamingWord(word) &&
      (length > 1 || i > run.core) &&
      (i === run.end - 1 || next === 'of' || next === 'for' || i > run.core || length > 2)
    )
      return 'organisation'
  }
  const last = low[run.end - 1] as string
  if (KNOWN_BODIES.has(name) || (length === 1 && isBodyNoun(last) && v.low[run.first - 1] === 'the'))
    return 'organisation'
  if (length > 1 && isPaperNoun(last)) return 'document'
  if (
    length === 1 &&
    v.shape[run.core] === 2 &&
    v.capitals[run.core] === 0 &&
    /^[a-z&.]{2,7}$/.test(last) &&
    low[run.end] !== ':'
  )
    return 'organisation'
  for (let i = run.core; i < run.end; i++)
    if (low[i] === 'of' || low[i] === 'for' || low[i] === '&') return 'organisation'
  if (v.low[run.first - 1] === 'the' && length > 1 && !isModifier(v, run.end - 1)) return 'organisation'
  if (length >= 2 && length <= 4) return 'person'
  return 'unknown'
}
