import { ask, Problem } from './client.js'

/** One server-sent event. */
export interface ServerEvent {
  readonly event: string
  readonly data: string
}

/**
 * The events of a path, until it ends or `signal` says so (WHATWG HTML, 9.2.6, as far as the server writes them). Unlike
 * EventSource it goes by the same way as all other requests, also where there is no server.
 *
 * @throws Problem
 */
export async function* eventsOf(path: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const response = await ask(path, { signal })
  if (!response.ok || !response.body)
    throw new Problem(`http-${response.status}`, `The server answered ${response.status}.`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let open = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      open += value
      const parts = open.split('\n\n')
      open = parts.pop() ?? ''
      for (const part of parts) {
        let event = 'message'
        const data: string[] = []
        for (const line of part.split('\n')) {
          if (line.startsWith('event:')) event = line.slice(6).trim()
          else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
        }
        yield { event, data: data.join('\n') }
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
