import type { Page } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findSpeakers } from '../core/speakers/index.js'
import { findStatements, rulesTagger } from '../core/statements/index.js'
import type { PageFindings } from '../node/pool/messages.js'

/** Runs the stages over a page, by the rules. Not `withStatements`: none are looked for. */
export async function findingsOf(page: Page, withStatements: boolean): Promise<PageFindings> {
  const reading = read(page)
  const found = withStatements ? await findStatements(reading, rulesTagger) : []
  const { text: _, ...head } = page
  return { reading, ...findSpeakers(reading, found), page: head }
}
