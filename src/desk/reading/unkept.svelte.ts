import { api, type Schemas } from '../api/client.js'
import { eventsOf } from '../api/events.js'

/** What stands for the id of a page that is read but not kept. */
export const UNKEPT = 'unkept'

const KEY = 'onrecord.unkept'

/** What a person gave to be read. */
type Given = { readonly text: string; readonly name: string } | { readonly address: string } | { readonly file: File }

let record = $state.raw<Schemas['Record'] | null>(restored())
let given: Given | null = null

function restored(): Schemas['Record'] | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Schemas['Record'] | null
  } catch {
    // A browser that keeps nothing: the page was read in this tab alone.
    return null
  }
}

async function reading(wanted: Given, kind?: 'article'): Promise<void> {
  given = wanted
  const read =
    'file' in wanted
      ? await api.readFile(wanted.file)
      : await api.read('text' in wanted ? { ...wanted, ...(kind ? { kind } : {}) } : wanted)
  record = read
  try {
    sessionStorage.setItem(KEY, JSON.stringify(read))
  } catch {
    // Too large to be kept over a reload; it stays in this tab until then.
    sessionStorage.removeItem(KEY)
  }
}

/** The page that was read last and is not kept: it stays in this tab alone. */
export const unkept = {
  get record() {
    return record
  },
  /** Reads what was given. @throws Problem */
  read: (wanted: Given) => reading(wanted),
  /** Reads it again as a text that is an article and nothing else. @throws Problem */
  readAsArticle: () => reading({ text: record?.text ?? '', name: record?.page.name ?? 'pasted text' }, 'article'),
  /**
   * Adds the page to the ledger.
   *
   * @returns its id there
   * @throws Problem
   */
  async keep(): Promise<string> {
    const text = record?.text ?? ''
    const name = record?.page.name ?? 'pasted text'
    const wanted = given ?? { text, name }
    const { id } =
      'file' in wanted
        ? await api.addFiles([wanted.file])
        : await api.addSources('text' in wanted ? { texts: [wanted] } : { addresses: [wanted.address] })
    let page: string | null = null
    let why = ''
    for await (const { event, data } of eventsOf(`/api/imports/${id}/events`, new AbortController().signal)) {
      const told = JSON.parse(data) as { page?: string | null; why?: string }
      if (event === 'page') page ??= told.page ?? null
      why = told.why || why
    }
    if (page === null) throw new Error(why || 'The page was not kept.')
    return page
  },
}
