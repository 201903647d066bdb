import type { Reading, Statement } from '../model/index.js'
import { analysed } from './analysed.js'
import { decode } from './decode.js'
import { describe } from './describe/index.js'
import { nested } from './nesting/index.js'
import { mended } from './nesting/mending.js'
import { stagePassages } from './passages.js'
import type { Tagger } from './tagger.js'

export { rulesTagger } from './rules-tagger.js'
export type { Anchor, Passage, ScoredRun, Tagger, Token } from './tagger.js'

/**
 * Finds the statements of a reading, in order: who said what, as far as the page says. Only the article's blocks are
 * searched. Statements that others report come after these, and have their ids as `within`. `speaker` is null: settling it
 * is later work.
 *
 * @param tagger what scores the passages, e.g. `rulesTagger`
 */
export async function findStatements(reading: Reading, tagger: Tagger): Promise<Statement[]> {
  const out: Statement[] = []
  for (const passage of stagePassages(reading)) {
    const [anchors] = await tagger.tag([passage])
    const statements = decode(passage, mended(analysed(passage), passage, anchors ?? []), tagger.name, tagger.threshold)
    for (const statement of await nested(reading, statements)) out.push(statement)
  }
  return describe(reading, out)
}
