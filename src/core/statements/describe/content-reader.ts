import type { Act } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import { denials } from './content-denials.js'
import {
  ADVERBS,
  AUXILIARIES,
  BIND,
  FEELINGS,
  FIRST_PERSON,
  NO_OBJECT,
  NO_ORDERS,
  ORDERED,
  ORDERS,
  SAID,
  SUPPORT,
  SUPPORTED,
  SURE,
  THINK,
  THIRD_PERSON,
  THOUGHT,
  UNASSERTED,
  UNBINDING,
  WANT,
  WANTED,
} from './content-words.js'
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
  /** Whether the speaker is several: then "he" is not the speaker, and "they" may be; null: unknown. */
  readonly isPlural: boolean | null
  /** The pronoun that the speaker is mentioned by: no other is the speaker. '': none. */
  readonly pronoun: string
}

/** A pronoun for the speaker stands within so many tokens of the content's start. */
const OWN_WITHIN = 12

/** Reads one run of a statement's content for plain words of what its speaker does. */
export class ContentReader {
  readonly #words: BlockWords
  readonly #first: number
  readonly #end: number
  readonly #manner: ContentManner
  readonly #denies: (i: number) => boolean
  /** A pronoun in the content that is the speaker; '': none is. */
  #own = ''

  constructor(run: ContentRun, end: number, manner: ContentManner) {
    this.#words = run.words
    this.#first = run.first
    this.#end = end
    this.#manner = manner
    this.#denies = denials((i) => this.#word(i), run.first)
    if (manner.quotation !== 'direct') this.#own = this.#findOwn()
  }

  // "that if elected he would": the first subject among pronouns that may be the speaker, where nobody is named before it.
  #findOwn(): string {
    const { isPlural, isPerson, pronoun } = this.#manner
    for (let i = this.#first; i < Math.min(this.#end, this.#first + OWN_WITHIN); i++) {
      const word = this.#word(i)
      if (THIRD_PERSON.has(word)) {
        const isIt =
          word === 'it' ? !isPerson && isPlural !== true : word === 'they' ? isPlural !== false : isPlural !== true
        return isIt && (pronoun === '' || pronoun === word || pronoun === 'i' || pronoun === 'you') ? word : ''
      }
      if (i > this.#first && this.#words.pos(i) === POS.NAME) return ''
    }
    return ''
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
        return this.#isHeld(i) && !this.#isExpected(i + 1) ? 'recommend' : null
      case 'ought':
        return this.#isHeld(i) && this.#word(i + 2) !== 'have' ? 'recommend' : null
      case 'need':
      case 'needs':
        return this.#word(i + 1) === 'to' && !/^(?:would|'d|may|might)$/.test(this.#word(i - 1)) && this.#isHeld(i)
          ? 'recommend'
          : null
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
      case 'my':
      case 'our':
        return this.#ownNoun(i)
      case 'me':
      case 'us':
        return this.#isMoved(i) ? 'feel' : null
      case "let's":
        return this.#isProposed(i, i + 1) ? 'recommend' : null
      case 'let':
        return /^(?:us|'s)$/.test(this.#word(i + 1)) && this.#isProposed(i, i + 2) ? 'recommend' : null
      case 'thank':
      case 'congratulations':
      case 'thanks':
        return isStart || this.#word(i + 1) === 'you' || this.#word(i - 2) === 'opportunity' ? 'praise' : null
      case 'sorry':
        return isStart && this.#word(i + 1) !== 'state' ? 'apologise' : null
      default:
        if (this.#denies(i)) return 'deny'
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
        // "we're going to be hiring" binds; "we're going to be a great town" hopes.
        return (this.#word(at + 2) !== 'be' || /.ing$/.test(this.#word(at + 3))) && this.#binds(at + 2)
          ? 'promise'
          : null
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
      if (hasBe && word === 'hopeful') return 'wish'
      if (hasBe && (FEELINGS.has(word) || this.#isFeeling(at))) return 'feel'
      if (hasBe && word === 'looking' && next === 'forward') return 'wish'
      if (hasBe && word === 'thinking') return 'believe'
      // "I have considered resigning" is no thought but a plan.
      if (/^consider/.test(word) && this.#words.pos(at + 1) === POS.GERUND) return null
      if (word === 'can' && BIND.has(next)) return 'promise'
      if (THINK.has(word) || (this.#isOwn(i) && THOUGHT.has(word))) return 'believe'
      if (WANT.has(word) || (this.#isOwn(i) && WANTED.has(word))) return this.#wanted(at + 1)
      if (BIND.has(word)) return 'promise'
      if (/^(?:see|view|regard)$/.test(word) && this.#isSeenAs(at + 1)) return 'believe'
      if (/^(?:find|finds)$/.test(word) && /^(?:it|that|this|him|her|them)$/.test(next)) return 'believe'
      if (!hasBe && /^(?:like|likes|dislike|care|cares)$/.test(word) && next !== 'to') return 'feel'
      if (SUPPORT.has(word) || (this.#isOwn(i) && SUPPORTED.has(word))) return 'praise'
      if (
        /^(?:fear|worry|regret|fears|worries|regrets|feared|love|hate|loves|hates|loved|hated|liked|enjoyed)$/.test(
          word,
        )
      )
        return 'feel'
      if (word === 'look' && next === 'forward') return 'wish'
      if (/^(?:have|has|had)$/.test(word)) {
        const noun = /^(?:no|any|some|a|great|every|my|serious|grave|real)$/.test(next) ? this.#word(at + 2) : next
        if (/^questions?$/.test(noun) || /^questions?$/.test(this.#word(at + 3)))
          return this.#isDoubt(at + 1) ? 'believe' : null
        if (/^(?:doubts?|idea|confidence|faith|reservations?|misgivings|opinion)$/.test(noun)) return 'believe'
        if (/^(?:hopes?)$/.test(noun)) return 'wish'
        if (/^(?:concerns?|fears?|worries)$/.test(noun)) return 'feel'
      }
      if (word === "don't" || word === "didn't" || word === "doesn't" || word === 'cannot' || word === "can't") continue
      // "I cannot and will not".
      if (word === 'and' && /^(?:cannot|can't|not|could)$/.test(this.#word(at - 1))) continue
      // "I'm a little worried".
      if (
        (word === 'a' && /^(?:little|bit)$/.test(next)) ||
        (/^(?:little|bit)$/.test(word) && this.#word(at - 1) === 'a')
      )
        continue
      // "they were “angry” with it": marks about a word of theirs.
      if (/^["“”]$|^''$|^``$/.test(word)) continue
      if (!ADVERBS.has(word) && !/.ly$/.test(word)) return null
    }
    return null
  }

  // "I have a real question as to whether": a doubt, where nobody is asked.
  #isDoubt(at: number): boolean {
    for (let i = at; i < at + 6; i++) if (this.#word(i) === 'whether' || this.#word(i) === 'about') return true
    return false
  }

  // "my fear is that", "in my view", "our hope is": what the speaker has.
  #ownNoun(i: number): Act | null {
    const at = this.#words.pos(i + 1) === POS.ADJECTIVE || this.#word(i + 1) === 'own' ? i + 2 : i + 1
    const noun = this.#word(at)
    if (/^(?:in|to)$/.test(this.#word(i - 1)))
      return /^(?:view|opinion|mind|judgment|estimation|eyes)$/.test(noun) ? 'believe' : null
    // "our hope and prayer is"
    const verb = this.#word(at + 1) === 'and' ? at + 3 : at + 1
    if (!/^(?:is|was|'s|are)$/.test(this.#word(verb))) return null
    if (
      /^(?:view|opinion|belief|guess|sense|feeling|impression|understanding|suspicion|thinking|expectation)$/.test(noun)
    )
      return 'believe'
    if (/^(?:hope|wish|dream|preference|desire)$/.test(noun)) return 'wish'
    if (/^(?:fear|worry|concern|regret)$/.test(noun)) return 'feel'
    return /^(?:promise|pledge|vow|commitment)$/.test(noun) ? 'promise' : null
  }

  // "it worries me", "that made us angry".
  #isMoved(i: number): boolean {
    const before = this.#word(i - 1)
    const next = this.#word(i + 1)
    if (/^(?:makes?|made|gets?|got)$/.test(before)) return FEELINGS.has(next) || this.#isFeeling(i + 1)
    if (/^(?:taken|took|takes)$/.test(before)) return next === 'aback'
    const pos = this.#words.pos(i - 1)
    if (i === this.#first || (pos !== POS.PAST && pos !== POS.PRESENT)) return false
    const match = cueAt(this.#words, i - 1, this.#end)
    return match?.isVerb === true && match.act === 'feel' && !/^(?:lov|lik|hat|fear)/.test(before)
  }

  // "I see it as", "I see no reason".
  #isSeenAs(at: number): boolean {
    if (this.#word(at) === 'no') return true
    for (let i = at; i < at + 8; i++) if (this.#word(i) === 'as') return true
    return false
  }

  // "Let's rebuild it" opens a sentence; "let's be honest" proposes nothing.
  #isProposed(i: number, verb: number): boolean {
    const before = this.#word(i - 1)
    const opens = i === this.#first || /^["“.!?,;:]$|^''$|^(?:so|and|now|but|please)$/.test(before)
    return (
      opens &&
      !/^(?:be|face|see|say|look|remember|recognize|recognise|not|just|assume|hope|suppose|hear|start)$/.test(
        this.#word(verb),
      )
    )
  }

  // After "should": "should have called", "should be able to", "should help" only expect; "should we" asks.
  #isExpected(at: number): boolean {
    const word = this.#word(at)
    const next = this.#word(at + 1)
    if (word === 'have') return !/^(?:a|an|the|no|to|some|more|any|their|its|his|her|our|access|equal|full)$/.test(next)
    if (word === 'be')
      return /^(?:able|enough|fine|okay|ok|easy|interesting|fun|good|great|clear|obvious|available|ready|close|no|plenty|sufficient|safe)$/.test(
        next,
      )
    return (
      /^(?:'ve|i|he|she|it|they|we|you|come|win|arrive|happen|benefit|get|suffice|prove)$/.test(word) &&
      !(word === 'come' && next !== 'as')
    )
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
    while (
      i < at + 3 &&
      (/^(?:not|also|continue|to|still|just|never|always)$/.test(this.#word(i)) || /.ly$/.test(this.#word(i)))
    )
      i++
    const word = this.#word(i)
    if (word === 'be')
      return /.ing$|^(?:a|your|there|upfront|honest|open|transparent|ready|fair)$/.test(this.#word(i + 1))
    // "I will get to that", "we will get hurt".
    if (word === 'get') return /^(?:it|this|that|them|rid|our|your|the)$/.test(this.#word(i + 1))
    return word !== '' && !UNBINDING.has(word) && /^[a-z]/.test(word)
  }

  // Whether what a modal at `i` demands is asserted, of others than the speaker alone.
  #isHeld(i: number): boolean {
    let hasVerb = false
    // Whether nothing but auxiliaries has stood before the modal: what comes next is its subject.
    let isSubject = true
    // "the questions it must resolve": a clause about the noun before it.
    if (FIRST_PERSON.has(this.#word(i - 1)) || THIRD_PERSON.has(this.#word(i - 1)) || this.#word(i - 1) === 'you')
      if (this.#isAboutNoun(this.#word(i - 2) === 'that' ? i - 2 : i - 1)) return false
    for (let k = i - 1; k >= i - 9 && k >= this.#first; k--) {
      const word = this.#word(k)
      if (word === 'i' && isSubject) return false
      if (SAID.test(word) && !FIRST_PERSON.has(this.#word(k - 1))) return false
      if (!AUXILIARIES.has(word)) isSubject = false
      // A clause that has its own verb ends before the modal: "women who seek one should be told".
      // "What they should do is sell" opens a sentence.
      if (UNASSERTED.has(word))
        return hasVerb || (word === 'what' && (k === this.#first || /^["“.]$|^''$/.test(this.#word(k - 1))))
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

  // An order opens a sentence of the speaker's own words: "Stop the cover-up!"
  #isOrder(i: number, word: string): boolean {
    if (this.#manner.quotation === 'indirect' || NO_ORDERS.has(word)) return false
    if (!ORDERS.has(word) && this.#words.pos(i) !== POS.BASE) return false
    const before = this.#word(i - 1)
    const opens = i === this.#first || /^["“.!?]$|^''$|^please$/.test(before)
    if (!opens || !this.#words.isCapital(i)) return before === 'please'
    const next = this.#word(i + 1)
    if (!ORDERS.has(word) && !ORDERED.test(next)) return false
    return next !== '' && !(word === 'make' && next === 'no') && !NO_OBJECT.has(next) && !/^[.!?]$/.test(next)
  }

  // "what I think", "as we said", "the man who I know".
  #isUnasserted(i: number): boolean {
    const before = this.#word(i - 1)
    // "which I hope ends soon" hopes; "those who I know" does not tell of knowing.
    if (UNASSERTED.has(before)) return !(before === 'which' && this.#word(i) === 'i' && this.#word(i - 2) === ',')
    // "said he never said he wanted it": what was said then.
    if (this.#isOwn(i) && SAID.test(before)) return true
    if (before === 'all' && (this.#word(i - 2) === 'for' || this.#word(i + 1) === 'know')) return true
    return this.#isAboutNoun(i)
  }

  // "in a way I did not like": a noun right before "I" is what the clause is about.
  #isAboutNoun(i: number): boolean {
    const before = this.#word(i - 1)
    const isNoun = i > this.#first && this.#words.pos(i - 1) === POS.NOUN
    return (
      isNoun &&
      // "with this suit we hope": "this" names it, so no clause need.
      !/^(?:this|these)$/.test(this.#word(i - 2)) &&
      !/^(?:course|question|doubt|point|idea|truth|way|time|day|night|morning|week|month|year|moment|honestly|fact|lord)$/.test(
        before,
      )
    )
  }
}
