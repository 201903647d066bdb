/** Header fields in order, names in lower case. */
export type Fields = readonly (readonly [name: string, value: string])[]

/**
 * The fields in a header's lines, after its first line. A line that begins with white space goes on from the one before
 * (RFC 9112, 5.2); one without a colon is passed over.
 */
export function fieldsOf(lines: readonly string[]): Fields {
  const fields: { name: string; parts: string[] }[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      fields.at(-1)?.parts.push(line.trim())
      continue
    }
    const colon = line.indexOf(':')
    if (colon > 0)
      fields.push({ name: line.slice(0, colon).trim().toLowerCase(), parts: [line.slice(colon + 1).trim()] })
  }
  return fields.map(({ name, parts }) => [name, parts.filter((part) => part !== '').join(' ')])
}

/** The first field of that name, given in lower case; null where there is none. */
export function fieldOf(fields: Fields, name: string): string | null {
  return fields.find(([key]) => key === name)?.[1] ?? null
}

/** An HTTP answer as an archive holds it. */
export interface HttpMessage {
  readonly status: number
  readonly fields: Fields
  /** With its transfer coding undone, still in its content coding. */
  readonly body: Uint8Array
}

/** The longest header of an answer. Servers send 8 to 16 KB at most; an archive may add some. */
const MAX_HTTP_HEADER = 262_144

/** An HTTP answer; null where the bytes are none. Also one that HTTP/2 was written down as: `HTTP/2 200`. */
export function httpMessage(bytes: Buffer): HttpMessage | null {
  const head = bytes.subarray(0, MAX_HTTP_HEADER)
  const crlf = head.indexOf('\r\n\r\n')
  const lf = crlf < 0 ? head.indexOf('\n\n') : -1
  // A header alone, without the empty line, is an answer with an empty body.
  const end = crlf >= 0 ? crlf : lf >= 0 ? lf : bytes.length <= MAX_HTTP_HEADER ? bytes.length : -1
  if (end < 0) return null
  const [first = '', ...lines] = head.toString('latin1', 0, end).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?:\s|$)/.exec(first)
  if (!status) return null
  const fields = fieldsOf(lines)
  const body = bytes.subarray(Math.min(bytes.length, end + (crlf >= 0 ? 4 : 2)))
  const chunked = /\bchunked\s*$/i.test((fieldOf(fields, 'transfer-encoding') ?? '').slice(-40))
  return { status: Number(status[1]), fields, body: chunked ? unchunked(body) : body }
}

/**
 * A body with its chunks joined (RFC 9112, 7.1). Many archives hold bodies whose chunks were joined already while their
 * header still says otherwise: where the first line is no chunk's length, the body is taken as it is. Where a later one is
 * broken, what came before it is the body, and the rest as it stands.
 */
function unchunked(body: Buffer): Uint8Array {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const line = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(body.toString('latin1', at, at + 256))
    const length = line ? Number.parseInt(line[1] as string, 16) : 0
    const start = at + (line?.[0].length ?? 0)
    if (!line || (start + length > body.length && parts.length === 0)) {
      parts.push(body.subarray(at))
      break
    }
    if (length === 0) break
    parts.push(body.subarray(start, start + length))
    at = start + length
    if (body[at] === 0x0d) at++
    if (body[at] === 0x0a) at++
  }
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}
