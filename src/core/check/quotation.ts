import type { Span, Statement } from '../model/index.js'
import { ALTERED, type Explanation, explain } from './explain.js'
import { Judge } from './judge.js'
import { weightIn } from './match.js'
import { type Part, quotedOf } from './quoted.js'
import type { Candidate, Sources } from './sources.js'
import { findSplice } from './splice.js'
import { type Draft, gravity, type Verdict } from './verdict.js'

/** Stretches of the sources that are looked at closely. */
const PLACES = 16
/** Only half alike and another's: that is no quotation that was altered, but another one. */
const ALTERED_OTHER = 0.8
/** The nearest places are shown from here. */
const NEAR = 0.25

/** Holds one quotation of the draft against the sources. Looks at a bounded number of places. */
export async function checkQuotation(
  draft: Draft,
  span: Span,
  statement: Statement | null,
  sources: Sources,
): Promise<Verdict> {
  const quoted = quotedOf(draft.reading.text, span)
  const judge = new Judge(draft, span, statement, quoted)
  const { parts } = quoted
  const main = heaviest(parts)
  if (main < 0) return judge.notFound([])
  const candidates = await sources.find((parts[main] as Part).keys, 'in-order', PLACES)

  // Where the words stand as they are, what is merely near need not be looked at.
  const exact = explained(parts, main, candidates, true)
  const verbatim = bestOf(exact.map((explanation) => judge.verdict(explanation)))
  if (verbatim && !isWordy(verbatim)) return verbatim

  const explanations = [...exact, ...explained(parts, main, candidates, false)].sort(
    (a, b) => b.similarity - a.similarity,
  )
  const verdicts = explanations
    .filter(({ similarity }) => similarity >= ALTERED)
    .map((explanation) => judge.verdict(explanation))
    .filter(
      ({ verdict, speaker, similarity }) => verdict !== 'altered' || speaker !== 'other' || similarity >= ALTERED_OTHER,
    )
  const best = bestOf(verdicts)
  if (best && !isWordy(best)) return best
  const single = best ? best.similarity * parts.reduce((sum, part) => sum + weightIn(part), 0) : 0
  const splice = await findSplice(parts, single, sources)
  if (splice) return judge.spliced(splice)
  return best ?? judge.notFound(explanations.filter(({ similarity }) => similarity >= NEAR).slice(0, 3))
}

function explained(
  parts: readonly Part[],
  main: number,
  candidates: readonly Candidate[],
  exact: boolean,
): Explanation[] {
  return candidates.flatMap((candidate) => explain(parts, main, candidate, exact))
}

/** Whether words of the draft's are not the source's, so that they may be from elsewhere. */
const isWordy = ({ verdict, difference }: Verdict): boolean =>
  (verdict === 'altered' || verdict === 'spliced') && difference.some(({ how }) => how === 'added' || how === 'changed')

function heaviest(parts: readonly Part[]): number {
  let best = -1
  parts.forEach((part, i) => {
    if (best < 0 || weightIn(part) > weightIn(parts[best] as Part)) best = i
  })
  return best
}

/** The mildest verdict; of two alike the one whose speaker fits, then the likest. */
function bestOf(verdicts: readonly Verdict[]): Verdict | null {
  let best: Verdict | null = null
  const rank = ({ verdict, also, speaker, similarity }: Verdict) =>
    -(verdict === 'altered' || verdict === 'spliced' ? 100 * (1 - similarity) + 20 : gravity(verdict)) -
    0.1 * also.length +
    (speaker === 'same' ? 0.5 : speaker === 'other' ? -0.5 : 0)
  for (const verdict of verdicts) if (best === null || rank(verdict) > rank(best)) best = verdict
  return best
}
