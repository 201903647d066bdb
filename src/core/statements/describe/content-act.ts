import type { Act } from '../../model/index.js'
import { type ContentManner, ContentReader, type ContentRun } from './content-reader.js'
import { cueAt } from './cue-lookup.js'

/** So many tokens of a statement are looked at; the first clause that says something decides. */
const MOST = 160

/** What a statement's own words say that it does, where they are plain; null: nothing more than that it says it. */
export function actOfContent(runs: readonly ContentRun[], manner: ContentManner): Act | null {
  const first = runs[0]
  if (!first) return null
  const opening = openingAct(first, manner)
  if (opening) return opening
  let left = MOST
  let isStart = true
  for (const run of runs) {
    const end = Math.min(run.end, run.first + left)
    left -= end - run.first
    const reader = new ContentReader(run, end, manner)
    for (let i = run.first; i < end; i++) {
      const act = reader.actAt(i, isStart && i < run.first + 3)
      if (act) return act
    }
    isStart = false
    if (left <= 0) return null
  }
  // What leads up to a question and is short is a question: "You were there. What did you see?"
  const last = runs.at(-1) as ContentRun
  return left > MOST - SHORT && isQuestion(last, last.end - 1) ? 'ask' : null
}

/** A question may be led up to by so many tokens, itself among them. */
const SHORT = 40

// "asking the department to look into it", "his promise to repeal it"; a question.
function openingAct(run: ContentRun, manner: ContentManner): Act | null {
  const { words, first, end } = run
  const word = words.word(first)
  if (manner.quotation !== 'direct' && word.endsWith('ing') && !words.isCapital(first)) {
    const match = cueAt(words, first, end)
    if (match?.isVerb && match.act !== 'state' && !match.isLight) return match.act
  }
  if (/^(?:repeat|reiterate|restate|reaffirm|double down)$/.test(manner.cue)) {
    for (let i = first; i < Math.min(end, first + 4); i++) {
      const match = cueAt(words, i, end)
      if (match && match.act !== 'state' && !match.isLight) return match.act
    }
  }
  // Told in the midst of a sentence that is the page's own question: "Did the panel find {that it leaked}?"
  const isOwn = manner.quotation !== 'indirect' || words.isCapital(first) || words.word(first - 1) === ':'
  return isOwn && isQuestion(run, first) ? 'ask' : null
}

// Whether the content's sentence at token `at` ends with a question mark, in it or right after it.
function isQuestion({ words, first, end }: ContentRun, at: number): boolean {
  const sentence = words.sentence(at)
  const limit = Math.min(sentence.end + 2, words.tokens.length)
  const last = Math.min(sentence.end, end)
  for (let i = Math.max(first, last - 2); i < Math.min(limit, last + 2); i++) {
    const word = words.word(i)
    // "He is a good man, okay?" asks nothing.
    if (word === '?') return !/^(?:okay|ok|right|huh|know)$/.test(words.word(i - 1)) || words.word(i - 2) !== ','
    if (i >= last && !/^["”']$|^''$/.test(word)) return false
  }
  return false
}
