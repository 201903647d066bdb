import { alternation } from './alternation.js'
import type { BareConstruct } from './bare.js'
import { paragraphBefore } from './paragraph-before.js'
import { sameParagraph } from './same-paragraph.js'
import { sameSubject } from './same-subject.js'

/** In order: what the sentence tells, then the paragraph, then the turns, then the paragraph before. */
export const BARE_CONSTRUCTS: readonly BareConstruct[] = [sameSubject, sameParagraph, alternation, paragraphBefore]
