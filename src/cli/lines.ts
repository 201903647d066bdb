/** A line of the input, counted from 1, without its line end; null bytes: it had more than the limit and was passed over. */
export interface Line {
  readonly number: number
  readonly bytes: Buffer | null
}

/**
 * Splits a stream into lines at LF as it comes, never holding more than `maxBytes` of a line. The last line needs no LF.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const add = (part: Buffer) => {
    length += part.length
    if (length > maxBytes) parts = []
    else parts.push(part)
  }
  const take = (): Line => {
    const line = { number, bytes: length > maxBytes ? null : Buffer.concat(parts) }
    parts = []
    length = 0
    number++
    return line
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const LF = 0x0a
