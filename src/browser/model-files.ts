import { OnrecordError, pageIdOf } from '../core/model/index.js'
import { scope } from './scope.js'

/** Where the files of models are kept from one visit to the next. */
const CACHE = 'onrecord-model'
const CONFIG = 'config.json'
/** Asks the server whether what the browser has is still right; Node's types do not have this option of a browser's. */
const NOT_STALE = { cache: 'no-cache' } as RequestInit

/** The files of a model that lies at an address. */
export interface ModelFiles {
  readonly config: string
  /** @throws OnrecordError `model-missing` */
  file(name: string): Promise<Uint8Array>
}

/**
 * The files of the model at an address, kept for later visits, also those without a network: as long as its `config.json`
 * is the same, nothing else is asked for again.
 *
 * @param model the folder's address, with a `/` at its end
 * @returns null: there is no model at that address
 * @throws OnrecordError `model-missing` where it cannot be reached and was not kept
 */
export async function modelFiles(model: URL): Promise<ModelFiles | null> {
  // Sites that are not served safely have no such cache.
  const cache = (await scope.caches?.open(CACHE)) ?? null
  const address = new URL(CONFIG, model).href
  const config = await freshConfig(address)
  if (config === null) return null
  const known = config ?? (await cache?.match(address).then((answer) => answer?.text()))
  if (known === undefined) throw missing(address, 'it cannot be reached, and was not kept from an earlier visit')
  if (config !== undefined) await cache?.put(address, new Response(config))
  const version = pageIdOf(new TextEncoder().encode(known)).slice(0, 16)
  return {
    config: known,
    async file(name) {
      const own = new URL(name, model)
      const key = new URL(`?config=${version}`, own).href
      const kept = await cache?.match(key)
      if (kept) return new Uint8Array(await kept.arrayBuffer())
      const bytes = await fetched(own.href)
      for (const { url } of (await cache?.keys()) ?? []) if (url.startsWith(`${own.href}?`)) await cache?.delete(url)
      // Where there is no room for it, it is fetched again the next time.
      await cache?.put(key, new Response(bytes)).catch(() => {})
      return bytes
    },
  }
}

/** The config as it is now; null: there is none; undefined: it cannot be reached. */
async function freshConfig(address: string): Promise<string | null | undefined> {
  let answer: Response
  try {
    answer = await fetch(address, NOT_STALE)
  } catch {
    return undefined
  }
  // Hosts of static files answer with a page of their own where there is no such file.
  if (answer.status === 404 || answer.status === 410 || /^text\/html/i.test(answer.headers.get('content-type') ?? ''))
    return null
  return answer.ok ? answer.text() : undefined
}

async function fetched(address: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`the answer was ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  } catch (cause) {
    throw missing(address, (cause as Error).message, cause)
  }
}

function missing(address: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'model-missing',
    `The statement model's ${address} cannot be had (${why}). Load the page again when there is a network.`,
    { cause },
  )
}
