import type { Act, Reading, Span, Statement } from '../../model/index.js'
import { posModel } from '../pos-model.js'
import { addresseeOf } from './addressee.js'
import { asidesOf } from './asides.js'
import { BlockWords } from './block-words.js'
import { actOfContent } from './content-act.js'
import type { ContentRun } from './content-reader.js'
import { actOfCue, type CueAct } from './cue-act.js'
import { type CueClause, cueClauseOf } from './cue-clause.js'
import { hedgesOf } from './hedges.js'
import { mediumOf } from './medium.js'
import { quotedOf } from './quoted.js'
import { isInquiry, isPerson, isPlural, pronounOf } from './speaker-kind.js'
import { Calendar, whenOf } from './when.js'

/**
 * What each statement does: `quoted`, `act`, `negated`, `hedges`, `addressee`, `medium` and `when`, filled from the page's
 * own words. All else is as it was. Linear in the reading and the statements' contents.
 */
export function describe(reading: Reading, statements: readonly Statement[]): Statement[] {
  const page = new PageWords(reading)
  const calendar = new Calendar(reading.meta.published)
  return statements.map((statement) => {
    const clause = clauseOf(page, statement)
    const runs = runsOf(page, statement)
    const asides = clause ? asidesOf(clause) : []
    return {
      ...statement,
      quoted: statement.quotation === 'mixed' ? quotedOf(runs) : [],
      ...actOf(statement, clause, runs),
      hedges: hedgesOf(runs, clause),
      addressee: clause ? addresseeOf(clause, asides) : null,
      medium: clause ? mediumOf(clause, asides) : null,
      when: clause ? whenOf(clause, asides, calendar) : null,
    }
  })
}

const NO_CUE: CueAct = { act: 'state', negated: false, isNeutral: true, entry: '' }

function actOf(
  statement: Statement,
  clause: CueClause | null,
  runs: readonly ContentRun[],
): { act: Act; negated: boolean } {
  const { quotation } = statement
  const cue = clause ? actOfCue(clause, quotation) : NO_CUE
  const { negated } = cue
  if (!cue.isNeutral || negated) return { act: cue.act, negated }
  const manner = {
    quotation,
    cue: cue.entry,
    isPerson: !clause || isPerson(clause),
    isPlural: clause !== null && isPlural(clause),
    pronoun: clause ? pronounOf(clause) : '',
  }
  const own = actOfContent(runs, manner)
  // An inquiry has no mind: "the survey found they want it" is not its wish.
  const isFinding = clause !== null && isInquiry(clause) && !(own === 'recommend' || own === 'demand' || own === 'deny')
  return { act: isFinding ? 'find' : (own ?? cue.act), negated }
}

/** The words of a reading's blocks, each made when first asked for. */
class PageWords {
  readonly #blocks = new Map<number, BlockWords>()

  constructor(readonly reading: Reading) {}

  /** Those of the block that `offset` stands in; null: it stands in none. */
  at(offset: number): BlockWords | null {
    const { blocks, text } = this.reading
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    const block = blocks[low]
    if (!block || block.start > offset) return null
    let words = this.#blocks.get(low)
    if (!words) {
      words = new BlockWords(text, block, posModel())
      this.#blocks.set(low, words)
    }
    return words
  }
}

function clauseOf(page: PageWords, statement: Statement): CueClause | null {
  const { cue } = statement
  if (!cue) return null
  const words = page.at(cue.start)
  return words ? cueClauseOf(words, { ...statement, cue }) : null
}

function runsOf(page: PageWords, statement: Statement): ContentRun[] {
  const out: ContentRun[] = []
  for (const span of statement.content) {
    const words = page.at((span as Span).start)
    if (!words) continue
    const { first, end } = words.range(span)
    if (first < end) out.push({ words, first, end })
  }
  return out
}
