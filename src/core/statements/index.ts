import type { Reading, Statement } from '../model/index.js'
import { decode } from './decode.js'
import { describe } from './describe/index.js'
import { passagesOf } from './passages.js'
import type { Tagger } from './tagger.js'

export { rulesTagger } from './rules-tagger.js'
export type { Anchor, Passage, ScoredRun, Tagger, Token } from './tagger.js'

/** About how many tokens a passage has: several long articles, so that hardly any article is cut. */
const PASSAGE_TOKENS = 16_384

/**
 * Finds the statements of a reading, in order: who said what, as far as the page says. Only the article's blocks are
 * searched. `within` and `speaker` are null: settling them is later work.
 *
 * @param tagger what scores the passages, e.g. `rulesTagger`
 */
export async function findStatements(reading: Reading, tagger: Tagger): Promise<Statement[]> {
  const out: Statement[] = []
  for (const passage of passagesOf(reading, PASSAGE_TOKENS)) {
    const [anchors] = await tagger.tag([passage])
    for (const statement of decode(passage, anchors ?? [], tagger.name, tagger.threshold)) out.push(statement)
  }
  return describe(reading, out)
}
