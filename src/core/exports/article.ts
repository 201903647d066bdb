import { BODY_ROLES, type Reading } from '../model/index.js'

/** The article's body text alone: the blocks with a body role, in order, an empty line between them. */
export function articleOf(reading: Reading): string {
  const parts: string[] = []
  for (const { role, start, end } of reading.blocks) {
    if (BODY_ROLES.has(role)) parts.push(reading.text.slice(start, end))
  }
  return parts.join('\n\n')
}
