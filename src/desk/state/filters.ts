import type { Filters, Schemas } from '../api/client.js'
import type { Query } from './route.svelte.js'

/** What a view's address narrows its question to. */
export function filtersFrom(params: URLSearchParams): Filters {
  const one = (name: string) => params.get(name) || undefined
  const all = <T extends string>(name: string) => {
    const values = params.getAll(name) as T[]
    return values.length === 0 ? undefined : values
  }
  const filters = {
    q: one('q'),
    speaker: all('speaker'),
    act: all<Schemas['Act']>('act'),
    quotation: all<Schemas['Quotation']>('quotation'),
    from: one('from'),
    to: one('to'),
    outlet: one('outlet'),
    page: one('page'),
    sort: one('sort') as Filters['sort'],
    offered: one('offered') as Filters['offered'],
    copies: one('copies') as Filters['copies'],
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Filters
}

/** The reverse. */
export const queryFrom = (filters: Partial<Filters>): Query => ({ ...filters }) as Query

/** The words of a question that can be marked in what is found, folded as the search folds them. */
export function searchFor(q: string): string[] {
  return [...q.matchAll(/(^|[\s"])(-?)([\p{L}\p{N}][\p{L}\p{N}'’]*\*?)/gu)]
    .filter(([, , not, word]) => not !== '-' && word !== 'OR')
    .map(([, , , word]) => (word ?? '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''))
}
