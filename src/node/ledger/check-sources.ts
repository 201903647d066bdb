import { type Candidate, memorySources, type Source, type Sources } from '../../core/check/index.js'
import type { Ledger } from '../../core/ledger/port.js'
import type { PageId } from '../../core/model/index.js'
import { findQuotations } from '../../core/statements/quotations.js'

/** Pages that are looked at closely for one quotation. */
const PAGES = 8
/** Pages that are kept at hand: a draft quotes the same ones again and again. */
const KEPT = 200

/**
 * A ledger as the sources that `check` holds a draft against. Each question looks at a dozen pages, however many the ledger
 * has: those with a statement like the words, and those whose article has their phrases.
 *
 * @param but pages that are none: the draft itself, where it was added
 */
export function sourcesOf(
  ledger: Pick<Ledger, 'alike' | 'correctedRecord'>,
  but: ReadonlySet<PageId> = new Set(),
): Sources {
  const kept = new Map<PageId, Source>()
  const sourceOf = async (id: PageId): Promise<Source> => {
    const known = kept.get(id)
    if (known) {
      kept.delete(id)
      kept.set(id, known)
      return known
    }
    const { page, reading, statements, speakers } = await ledger.correctedRecord(id)
    const source: Source = {
      name: page.url ?? page.name ?? page.id,
      reading,
      statements,
      speakers,
      quotations: findQuotations(reading),
    }
    kept.set(id, source)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return source
  }
  return {
    async find(keys, how, limit): Promise<readonly Candidate[]> {
      const pages = await ledger.alike(keys, how, PAGES)
      const sources: Source[] = []
      for (const id of pages) if (!but.has(id)) sources.push(await sourceOf(id))
      return memorySources(sources).find(keys, how, limit)
    },
  }
}
