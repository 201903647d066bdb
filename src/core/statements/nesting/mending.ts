import type { Analysis } from '../analysis.js'
import type { Anchor, Passage } from '../tagger.js'
import { anchorOf, type Draft, draftOf, firstOf, type Mend } from './draft.js'
import { accordingTail } from './mends/according-tail.js'
import { amidReport } from './mends/amid-report.js'
import { andThat } from './mends/and-that.js'
import { cutShort } from './mends/cut-short.js'
import { garbledMention } from './mends/garbled-mention.js'
import { headlineSource } from './mends/headline-source.js'
import { inWhich } from './mends/in-which.js'
import { listener } from './mends/listener.js'
import { lostSubject } from './mends/lost-subject.js'
import { onlyInner } from './mends/only-inner.js'
import { passive } from './mends/passive.js'
import { sideBySide } from './mends/side-by-side.js'

/** In order: first each statement by itself is made whole, then outer ones are found, then one is put within another. */
const MENDS: readonly Mend[] = [
  garbledMention,
  passive,
  lostSubject,
  amidReport,
  cutShort,
  onlyInner,
  accordingTail,
  headlineSource,
  sideBySide,
  andThat,
  inWhich,
  listener,
]

/**
 * Statements that a tagger has put side by side, or of which it has kept only the inner one, put right where the words
 * leave no doubt. No word is content of two statements to a tagger, so the outer one is cut short, or lost.
 *
 * @param anchors those that stand, no word content of two
 */
export function mended(a: Analysis, passage: Passage, anchors: readonly Anchor[]): Anchor[] {
  let drafts: readonly Draft[] = anchors.map(draftOf)
  for (const { mend } of MENDS) drafts = mend(a, drafts, passage)
  return [...drafts].sort((x, y) => firstOf(x) - firstOf(y)).map(anchorOf)
}
