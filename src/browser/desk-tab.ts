import type { FromTab, FromWorker } from './carried.js'
import { keepStorage } from './persistence.js'
import type { PageWorker } from './scope.js'

declare const Worker: new (file: URL, options: { readonly type: 'module' }) => PageWorker

/** What of a message an answer hears. */
type Answered = Exclude<FromWorker, { kind: 'ready' } | { kind: 'refused' }>

/** A desk that runs in this tab alone. */
export interface TabDesk {
  /** As `fetch`, of the app's own paths: carried to the worker, and never to a network. */
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>
  /** Whether the browser will keep the ledger when it clears up. */
  readonly kept: Promise<'asked-for' | 'may-be-cleared'>
}

/**
 * Starts the worker with its ledger.
 *
 * @param folder the address of the desk's own folder, with a `/` at its end
 * @param model the address of the model's folder; null: pages are read by the rules
 * @throws Error with the ledger's words where it cannot be opened: another tab has it, or the browser keeps no files
 */
export async function startTab(folder: string, model: string | null): Promise<TabDesk> {
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (message: Answered) => void>()
  const send = (message: FromTab) => worker.postMessage(message)
  let last = 0
  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? 'The worker of the desk cannot be started.'))
    worker.onmessage = ({ data }) => {
      const message = data as FromWorker
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'refused') reject(new Error(message.message))
      else waiting.get(message.number)?.(message)
    }
    send({ kind: 'open', model })
  })

  async function carried(given: Request | string, init: RequestInit = {}): Promise<Response> {
    const request = new Request(given, init)
    const number = ++last
    const { method, url, signal } = request
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      let stream: ReadableStreamDefaultController<Uint8Array> | null = null
      const stop = () => {
        send({ kind: 'abort', number })
        waiting.delete(number)
        const reason: unknown = signal.reason
        if (stream) stream.error(reason)
        else reject(reason)
      }
      signal.addEventListener('abort', stop)
      waiting.set(number, (message) => {
        switch (message.kind) {
          case 'head': {
            const content = new ReadableStream<Uint8Array>({
              start: (controller) => {
                stream = controller
              },
              cancel: () => send({ kind: 'abort', number }),
            })
            const { status } = message
            const headers = message.headers.map(([name, value]): [string, string] => [name, value])
            const isBare = status === 204 || status === 304
            resolve(new Response(isBare ? null : content, { status, headers }))
            return
          }
          case 'part':
            stream?.enqueue(new Uint8Array(message.bytes))
            return
          case 'end':
            stream?.close()
            break
          case 'broken':
            if (stream) stream.error(new Error(message.message))
            else reject(new Error(message.message))
        }
        waiting.delete(number)
        signal.removeEventListener('abort', stop)
      })
      const path = `/${url.slice(folder.length)}`
      send({ kind: 'ask', number, method, path, headers: [...request.headers], body })
    })
  }
  return { fetch: carried, kept: keepStorage() }
}
