/** The worker of a desk without a server: the same app that `onrecord desk` serves, on a ledger in the browser. */
import { OnrecordError } from '../core/model/index.js'
import { createServer, type Server } from '../server/app.js'
import type { Asked, FromTab, FromWorker } from './carried.js'
import { browserParts } from './parts.js'
import { scope } from './scope.js'

const LEDGER = 'onrecord'
/** The app asks for an address; this one leads nowhere. */
const ORIGIN = 'http://desk.invalid'

let server: Server | null = null
const open = new Map<number, AbortController>()

const send = (message: FromWorker) => scope.postMessage(message)

async function start(model: string | null): Promise<void> {
  try {
    const { parts } = await browserParts(LEDGER, {
      model: model === null ? null : new URL(model),
      // What goes wrong is told in the answer; there is no log that others could read.
      log: { request() {}, fault: (error) => console.error(error) },
    })
    server = createServer(parts)
    send({ kind: 'ready', place: parts.place })
  } catch (error) {
    const code = error instanceof OnrecordError ? error.code : 'internal'
    send({ kind: 'refused', code, message: error instanceof Error ? error.message : String(error) })
  }
}

async function answer({ number, method, path, headers, body }: Asked): Promise<void> {
  const stop = new AbortController()
  open.set(number, stop)
  try {
    if (!server) throw new Error('The ledger is not open yet.')
    const given = new Headers()
    for (const [name, value] of headers) given.append(name, value)
    const request = new Request(ORIGIN + path, { method, headers: given, body, signal: stop.signal })
    const response = await server.fetch(request)
    send({ kind: 'head', number, status: response.status, headers: [...response.headers] })
    const reader = response.body?.getReader()
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done || stop.signal.aborted) break
      const bytes = new Uint8Array(value as Uint8Array).slice().buffer
      send({ kind: 'part', number, bytes })
    }
    if (stop.signal.aborted) await reader?.cancel()
    send({ kind: 'end', number })
  } catch (error) {
    send({ kind: 'broken', number, message: error instanceof Error ? error.message : String(error) })
  } finally {
    open.delete(number)
  }
}

scope.onmessage = ({ data }) => {
  const message = data as FromTab
  if (message.kind === 'open') void start(message.model)
  else if (message.kind === 'abort') open.get(message.number)?.abort()
  else void answer(message)
}
