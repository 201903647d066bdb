import type { Act } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import { cueAt } from './cue-lookup.js'

/** A run of a statement's content with the words of its block. */
export interface ContentRun extends Range {
  readonly words: BlockWords
}

/** How a statement's own words are to be read. */
export interface ContentManner {
  /** Whether all of it, or its quoted parts, are the speaker's own words: "I" is then the speaker. */
  readonly quotation: 'direct' | 'indirect' | 'mixed'
  /** The cue's entry in the lexicon: "repeated" his promise. */
  readonly cue: string
  /** Whether the speaker is called as a person or a group of them: then "it" is not the speaker. */
  readonly isPerson: boolean
  /** Whether the speaker is several: then "he" is not the speaker, and "they" may be. */
  readonly isPlural: boolean
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** So many tokens of a statement are looked at; the first clause that says something decides. */
const MOST = 160

const FIRST_PERSON = set('i we')
const THIRD_PERSON = set('he she they it')
const ADVERBS = set(
  'not also really just still all both always never certainly definitely strongly firmly truly honestly actually personally do did does am are is was were very so ' +
    'simply only too now already absolutely fully totally deeply extremely incredibly kind sort of pretty quite even then will well ever have been had has feel',
)
/** A clause that begins with one of these asserts nothing by itself: "if we have to", "what they should do". */
const UNASSERTED = set(
  'if what who whom which when where whether than how why whatever whoever because while unless until as',
)

const THINK = set('think believe know doubt guess suppose suspect imagine assume expect consider remember')
const THOUGHT = set(
  'thinks believes knows doubts guesses suspects considers expects thought believed knew doubted suspected considered remembered',
)
const WANT = set('want hope wish prefer')
const WANTED = set('wants hopes wishes prefers wanted hoped wished preferred')
const SUPPORT = set('support endorse welcome applaud congratulate commend salute thank admire appreciate')
const SUPPORTED = set(
  'supports endorses welcomes applauds thanks admires appreciates supported endorsed welcomed applauded thanked admired appreciated',
)
const BIND = set('promise pledge vow swear guarantee commit')
const SURE = set('sure certain confident convinced unsure uncertain skeptical sceptical doubtful')
const FEELINGS = set(
  'worried glad happy proud sad concerned afraid scared disappointed frustrated angry upset excited honored honoured humbled thrilled delighted ' +
    'pleased grateful shocked surprised horrified heartbroken devastated outraged disgusted tired sick embarrassed ashamed nervous relieved satisfied ' +
    'optimistic hopeful amazed appalled stunned saddened troubled terrified confused fed fearful anxious furious mad dismayed alarmed disturbed unhappy ' +
    'comfortable uncomfortable offended pessimistic blessed lucky fortunate touched moved impressed bothered encouraged discouraged inspired good bad great',
)
/** Verbs that bind nobody after "I will": "I will say", "we will see". */
const UNBINDING = set(
  'be see say tell know find remember need have win lose get miss look think believe want hope like love admit never always probably ' +
    'wake end regret feel note add concede grant agree understand learn survive die live become ask gain benefit end',
)
const BE_FORMS = set("is are was were be been being 's 're isn't aren't wasn't weren't am")
const FALSE_WORDS = set(
  'false untrue baseless unfounded fabricated bogus nonsense hoax fiction fabrication falsehood inaccurate groundless fake',
)
const NOT_TRUE = /^(?:not|never|isn't|wasn't|aren't|ain't|hardly|neither)$/
/** Bare verbs that open an order, with what may not follow, for most of them are nouns too. */
const ORDERS = set(
  "stop don't vote come get give take make keep leave build lock end tell show join help send read listen wait go remember resign fire call " +
    'bring put pay stay ask try hold drop forget be imagine do never wake stand turn',
)
const NO_OBJECT = set('is are was were will would has have of and or for , can could may in')

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
    const reader = new Reader(run, end, manner)
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
  return isQuestion(run, first) ? 'ask' : null
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

class Reader {
  readonly #words: BlockWords
  readonly #first: number
  readonly #end: number
  readonly #manner: ContentManner
  /** Where the content's first subject is a pronoun for the speaker, the pronoun. */
  #own = ''

  constructor(run: ContentRun, end: number, manner: ContentManner) {
    this.#words = run.words
    this.#first = run.first
    this.#end = end
    this.#manner = manner
    if (manner.quotation === 'direct') return
    const at = this.#word(run.first) === 'that' ? run.first + 1 : run.first
    const word = this.#word(at)
    const isIt =
      word === 'it' ? !manner.isPerson && !manner.isPlural : word === 'they' ? manner.isPlural : !manner.isPlural
    if (THIRD_PERSON.has(word) && isIt) this.#own = word
  }

  #word(i: number): string {
    return i >= this.#first && i < this.#end ? this.#words.word(i) : ''
  }

  /** The act that the words about token `i` say; null: none. */
  actAt(i: number, isStart: boolean): Act | null {
    const word = this.#word(i)
    if (FIRST_PERSON.has(word) || (word === this.#own && word !== '')) return this.#speaker(i)
    switch (word) {
      case 'should':
      case "shouldn't":
        return this.#isHeld(i) && !/^(?:have|'ve|i|he|she|it|they|we|you)$/.test(this.#word(i + 1)) ? 'recommend' : null
      case 'ought':
        return this.#isHeld(i) && this.#word(i + 2) !== 'have' ? 'recommend' : null
      case 'need':
      case 'needs':
        return this.#word(i + 1) === 'to' && this.#isHeld(i) ? 'recommend' : null
      case 'time':
        return this.#isTime(i) ? 'recommend' : null
      case 'must':
        return this.#isHeld(i) && !/^(?:have|admit|say|confess)$/.test(this.#word(i + 1)) ? 'demand' : null
      case 'have':
      case 'has':
      case "'ve":
        return this.#hasTo(i) ? 'demand' : null
      case 'gotta':
        return this.#isHeld(i) ? 'demand' : null
      case 'lie':
      case 'lies':
        return this.#isLie(i) ? 'deny' : null
      case 'true':
        return NOT_TRUE.test(this.#word(i - 1)) || NOT_TRUE.test(this.#word(i - 2)) ? 'deny' : null
      case 'happened':
        return this.#word(i - 1) === 'never' ? 'deny' : null
      case 'happen':
        return this.#word(i - 1) === "didn't" || `${this.#word(i - 2)} ${this.#word(i - 1)}` === 'did not'
          ? 'deny'
          : null
      case 'truth':
        return this.#word(i - 1) === 'no' && /^(?:in|to|whatsoever|at|)$/.test(this.#word(i + 1)) ? 'deny' : null
      case 'thank':
      case 'congratulations':
      case 'thanks':
        return isStart || this.#word(i + 1) === 'you' || this.#word(i - 2) === 'opportunity' ? 'praise' : null
      case 'sorry':
        return isStart && this.#word(i + 1) !== 'state' ? 'apologise' : null
      default:
        if (FALSE_WORDS.has(word)) return this.#isCalledFalse(i) ? 'deny' : null
        return this.#isOrder(i, word) ? 'demand' : null
    }
  }

  // What the speaker says of himself from the pronoun at `i` on.
  #speaker(i: number): Act | null {
    if (this.#isUnasserted(i)) return null
    let at = i + 1
    const limit = i + 7
    let hasBe = false
    for (; at < limit; at++) {
      const word = this.#word(at)
      const next = this.#word(at + 1)
      if (
        word === "'m" ||
        word === "'re" ||
        (word === "'s" && this.#isOwn(i)) ||
        /^(?:am|are|is|was|were|feel|felt|feels)$/.test(word)
      ) {
        hasBe = true
        if (/^(?:feel|felt|feels)$/.test(word) && /^(?:like|that|we|he|she|they|it|as)$/.test(next)) return 'believe'
        continue
      }
      if (/^(?:will|'ll|won't|shall)$/.test(word)) return this.#binds(at + 1) ? 'promise' : null
      if (/^(?:would|'d|wouldn't)$/.test(word)) return this.#would(i, at)
      if (word === 'going' && next === 'to' && hasBe)
        return this.#word(at + 2) !== 'be' && this.#binds(at + 2) ? 'promise' : null
      if (word === 'committed' && next === 'to') return 'promise'
      if (word === 'sorry') return 'apologise'
      if (word === 'apologize' || word === 'apologise' || word === 'apologized' || word === 'apologised')
        return 'apologise'
      if (
        hasBe &&
        (word === 'for' || (word === 'all' && next === 'for') || (word === 'in' && /^(?:favor|favour)$/.test(next)))
      )
        return 'praise'
      if (hasBe && SURE.has(word)) return 'believe'
      if (hasBe && (FEELINGS.has(word) || this.#isFeeling(at))) return 'feel'
      if (hasBe && word === 'looking' && next === 'forward') return 'wish'
      if (THINK.has(word) || (this.#isOwn(i) && THOUGHT.has(word))) return 'believe'
      if (WANT.has(word) || (this.#isOwn(i) && WANTED.has(word))) return this.#wanted(at + 1)
      if (BIND.has(word)) return 'promise'
      if (SUPPORT.has(word) || (this.#isOwn(i) && SUPPORTED.has(word))) return 'praise'
      if (/^(?:fear|worry|regret|fears|worries|regrets|feared|love|hate|loves|hates)$/.test(word)) return 'feel'
      if (word === 'look' && next === 'forward') return 'wish'
      if (word === 'have' && next === 'no' && /^(?:doubt|idea)$/.test(this.#word(at + 2))) return 'believe'
      if (word === "don't" || word === "didn't" || word === "doesn't" || word === 'cannot' || word === "can't") continue
      if (!ADVERBS.has(word) && !/.ly$/.test(word)) return null
    }
    return null
  }

  // An adjective that the lexicon has for a feeling: "distressed".
  #isFeeling(i: number): boolean {
    const match = cueAt(this.#words, i, this.#end)
    return match !== null && match.act === 'feel' && !match.isVerb
  }

  #isOwn(i: number): boolean {
    return this.#word(i) === this.#own
  }

  // "I want to thank you", "I want to apologise": what is wanted is done by saying so.
  #wanted(at: number): Act {
    for (let i = at; i < at + 4; i++) {
      const word = this.#word(i)
      if (/^(?:thank|congratulate|welcome|commend|applaud)$/.test(word)) return 'praise'
      if (word === 'apologize' || word === 'apologise') return 'apologise'
    }
    return 'wish'
  }

  // "I would like to", "he would build it" (which stands for "I will build it").
  #would(pronoun: number, at: number): Act | null {
    const next = this.#word(at + 1)
    if (/^(?:like|love|prefer|rather)$/.test(next)) return this.#wanted(at + 2)
    if (/^(?:hope|want|welcome|support)$/.test(next))
      return next === 'welcome' || next === 'support' ? 'praise' : 'wish'
    if (/^(?:think|expect|imagine|guess)$/.test(next)) return 'believe'
    return this.#isOwn(pronoun) && this.#binds(at + 1) ? 'promise' : null
  }

  // Whether the verb at `at`, past adverbs and "not", is one by which a speaker binds himself.
  #binds(at: number): boolean {
    let i = at
    while (i < at + 3 && (/^(?:not|also|continue|to|still|just)$/.test(this.#word(i)) || /.ly$/.test(this.#word(i))))
      i++
    const word = this.#word(i)
    if (word === 'be') return /.ing$/.test(this.#word(i + 1))
    return word !== '' && !UNBINDING.has(word) && /^[a-z]/.test(word)
  }

  // Whether what a modal at `i` demands is asserted, of others than the speaker alone.
  #isHeld(i: number): boolean {
    let hasVerb = false
    for (let k = i - 1; k >= i - 6 && k >= this.#first; k--) {
      const word = this.#word(k)
      if (word === 'i') return false
      // A clause that has its own verb ends before the modal: "women who seek one should be told".
      if (UNASSERTED.has(word)) return hasVerb
      const pos = this.#words.pos(k)
      if (pos === POS.PAST || pos === POS.PRESENT) hasVerb = true
      if (/^(?:not|don't|doesn't|didn't|won't|never)$/.test(word) && k === i - 1) return false
      if (/^(?:[.,;:!?"“”]|and|but)$/.test(word)) break
    }
    return true
  }

  // "have to", "has got to", "'ve got to", not "don't have to" or "I have to".
  #hasTo(i: number): boolean {
    const next = this.#word(i + 1)
    const isTo = next === 'to' ? i + 2 : next === 'got' && this.#word(i + 2) === 'to' ? i + 3 : 0
    if (isTo === 0 || !this.#isHeld(i)) return false
    if (/^(?:say|admit|tell|wonder|think|laugh|see)$/.test(this.#word(isTo))) return false
    let at = i - 1
    if (/^["“”]$|^''$/.test(this.#word(at))) at--
    if (this.#word(at) === 'to') return this.#word(at - 1) === 'going'
    return !/^(?:would|'d|not|don't|doesn't|may|might|must|could|should|wouldn't|shouldn't|won't|that|all|lot)$/.test(
      this.#word(at),
    )
  }

  // "it's time to", "it is long past time for".
  #isTime(i: number): boolean {
    const next = this.#word(i + 1)
    if (next !== 'to' && next !== 'for' && next !== 'that' && next !== 'we') return false
    for (let k = i - 1; k >= i - 4; k--) {
      const word = this.#word(k)
      if (word === "'s" || word === 'is' || word === 'was') return /^(?:it|now|this|that)$/.test(this.#word(k - 1))
      if (!/^(?:long|past|high|about|now|the|a)$/.test(word)) return false
    }
    return false
  }

  // "that's a lie", "it is a total lie", "these are all lies".
  #isLie(i: number): boolean {
    for (let k = i - 1; k >= i - 5; k--) {
      const word = this.#word(k)
      if (BE_FORMS.has(word)) return !/^(?:not|n't)$/.test(this.#word(k + 1)) && !/n't$/.test(word)
      if (/^(?:[.,;:!?]|to|of|who|will)$/.test(word) || word === '') return false
    }
    return false
  }

  #isCalledFalse(i: number): boolean {
    const before = this.#word(i - 1)
    if (i === this.#first || /^(?:["“.])$/.test(before)) return /^(?:[.!,"”]|)$/.test(this.#word(i + 1))
    for (let k = i - 1; k >= i - 4; k--) {
      const word = this.#word(k)
      if (BE_FORMS.has(word)) return !/n't$/.test(word) && this.#word(k + 1) !== 'not'
      if (!/.ly$/.test(word) && !/^(?:just|a|all|plain|pure|complete|total|absolute|utter|patently|simply)$/.test(word))
        return false
    }
    return false
  }

  // An order opens a sentence of the speaker's own words: "Stop the cover-up!"
  #isOrder(i: number, word: string): boolean {
    if (this.#manner.quotation === 'indirect' || !ORDERS.has(word)) return false
    const before = this.#word(i - 1)
    const opens = i === this.#first || /^["“.!?]$|^''$|^please$/.test(before)
    if (!opens || !this.#words.isCapital(i)) return before === 'please'
    const next = this.#word(i + 1)
    return next !== '' && !(word === 'make' && next === 'no') && !NO_OBJECT.has(next) && !/^[.!?]$/.test(next)
  }

  // "what I think", "as we said", "the man who I know".
  #isUnasserted(i: number): boolean {
    const before = this.#word(i - 1)
    if (UNASSERTED.has(before)) return true
    // "in a way I did not like": a noun right before "I" is what the clause is about.
    const isNoun = i > this.#first && this.#words.pos(i - 1) === POS.NOUN
    return isNoun && !/^(?:course|time|day|night|morning|week|month|year|moment|honestly|fact|lord)$/.test(before)
  }
}
