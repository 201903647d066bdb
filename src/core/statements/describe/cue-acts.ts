import type { Act } from '../../model/index.js'
import { CUES_OF_MIND } from './cues-of-mind.js'
import { CUES_OF_SPEECH } from './cues-of-speech.js'

/** Cues of one act. Entries are separated by commas. */
export interface CueGroup {
  readonly act: Act
  /**
   * Verbs and phrases that begin with one, in their base form; the first word's other forms are made from it, and -ise
   * stands for -ize too. `*` stands for one to four words: "take * to task".
   */
  readonly verbs?: string
  /** Nouns and phrases that begin with one, singular; the first word's plural is made from it. */
  readonly nouns?: string
  /** Adjectives, adverbs and phrases that stand as they are. */
  readonly others?: string
  /** These give way to any other cue word beside them: "expressed hope", "seems to confirm". */
  readonly isLight?: true
}

/**
 * The cue lexicon: what each cue does. Compiled for this project by hand. Sources: the cue spans of PolNeAR v1.0 train,
 * read down to those seen once; the verbs of communication, judgment, desire and conjecture in Levin, English Verb
 * Classes and Alternations (1993), and in the VerbNet classes that follow them (say-37.7, tell-37.2, manner_speaking-37.3,
 * complain-37.8, advise-37.9, promise-37.13, judgment-33, accuse, want-32.1, conjecture-29.5, order-60, urge-58).
 *
 * Where a phrase and its first word are both here, the longest match counts ("call for" is not "call").
 */
export const CUE_ACTS: readonly CueGroup[] = [...CUES_OF_SPEECH, ...CUES_OF_MIND]
