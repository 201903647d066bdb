import { accordingTo } from './according-to.js'
import { accordingToAmid } from './according-to-amid.js'
import { accordingToTail } from './according-to-tail.js'
import { brokenQuotation } from './broken-quotation.js'
import { brokenSentence } from './broken-sentence.js'
import { calledFor } from './called-for.js'
import { colonTail } from './colon-tail.js'
import { inAPoll } from './in-a-poll.js'
import { labelColon } from './label-colon.js'
import { nobody } from './nobody.js'
import { nobodyAround } from './nobody-around.js'
import { nobodyBefore } from './nobody-before.js'
import { nounBy } from './noun-by.js'
import { nounOf } from './noun-of.js'
import { nounThat } from './noun-that.js'
import { passive } from './passive.js'
import { passiveOf } from './passive-of.js'
import { quotationThenSpeaker } from './quotation-then-speaker.js'
import { quotationThenVerb } from './quotation-then-verb.js'
import type { Rule } from './rule.js'
import { said } from './said.js'
import { saidAside } from './said-aside.js'
import { saidColon } from './said-colon.js'
import { saidQuotation } from './said-quotation.js'
import { saidThat } from './said-that.js'
import { saidWhen } from './said-when.js'
import { tail } from './tail.js'
import { tailVerb } from './tail-verb.js'
import { told } from './told.js'
import { wantsTo } from './wants-to.js'

/**
 * Every construct that is looked for. All that fit a site are weighed against each other and against "no statement
 * here", so the order decides only between equal weights, and gives each rule its number in the trained weights: a new
 * rule goes at the end, and the weights are trained anew. In order: what is said stands before the cue; after it; named
 * by a passive or not at all; "according to"; colons; nouns.
 */
export const RULES: readonly Rule[] = [
  quotationThenSpeaker,
  quotationThenVerb,
  brokenQuotation,
  tail,
  tailVerb,
  brokenSentence,
  saidThat,
  saidQuotation,
  saidColon,
  wantsTo,
  said,
  calledFor,
  told,
  saidAside,
  saidWhen,
  passive,
  passiveOf,
  nobody,
  nobodyBefore,
  nobodyAround,
  accordingTo,
  accordingToTail,
  accordingToAmid,
  labelColon,
  colonTail,
  nounThat,
  nounOf,
  nounBy,
  inAPoll,
]
