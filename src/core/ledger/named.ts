import { OnrecordError, type PageId, type StatementId } from '../model/index.js'
import type { Ledger } from './port.js'

/**
 * The statement that a person means by an id or its beginning.
 *
 * @throws OnrecordError `not-found`, `usage` where several begin so
 */
export async function statementNamed(ledger: Pick<Ledger, 'idsOf'>, given: string): Promise<StatementId> {
  const { statements } = await ledger.idsOf(given)
  return one(statements, given, 'statement')
}

/** As `statementNamed`, of pages. */
export async function pageNamed(ledger: Pick<Ledger, 'idsOf'>, given: string): Promise<PageId> {
  const { pages } = await ledger.idsOf(given)
  return one(pages, given, 'page')
}

function one<T extends string>(found: readonly T[], given: string, what: string): T {
  const exact = found.find((id) => id === given)
  if (exact) return exact
  const [first, second] = found
  if (first === undefined) {
    const advice = /^[0-9a-f]{8,64}$/.test(given)
      ? `Look for it with: onrecord find`
      : 'Give at least the first 8 digits of its id.'
    throw new OnrecordError('not-found', `The ledger has no ${what} "${given}". ${advice}`)
  }
  if (second !== undefined)
    throw new OnrecordError(
      'usage',
      `Several ${what}s begin with ${given}: ${found.slice(0, 4).join(', ')}. Give more digits.`,
    )
  return first
}

/**
 * The speaker that a person means by an id, its beginning, or a name that only one has.
 *
 * @throws OnrecordError `not-found`, `usage` where several have that name
 */
export async function speakerNamed(ledger: Pick<Ledger, 'speakers'>, given: string): Promise<string> {
  const { items } = await ledger.speakers({ name: given, limit: 5 })
  const [first] = items
  if (!first) throw new OnrecordError('not-found', `The ledger has no speaker "${given}". See: onrecord speakers`)
  const exact = items.filter(({ id, name }) => id === given || name.toLowerCase() === given.toLowerCase())
  if (exact.length === 1) return exact[0]?.id as string
  if (items.length === 1) return first.id
  const names = items.map(
    ({ id, name, roles }) => `${name} (${id.slice(0, 12)}${roles[0] ? `, ${roles[0].words}` : ''})`,
  )
  throw new OnrecordError('usage', `Several speakers match "${given}": ${names.join('; ')}. Give an id.`)
}
