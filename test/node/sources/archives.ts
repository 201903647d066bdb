import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

const BASE = { 'WARC-Date': '2023-03-04T05:06:07Z' }

/** One WARC record, written by hand. `fields` overrule what is worked out; an undefined one is left out. */
export function record(type: string, fields: Record<string, string | undefined>, block: string | Buffer = ''): Buffer {
  const bytes = Buffer.from(block)
  const all: Record<string, string | undefined> = {
    'WARC-Type': type,
    ...BASE,
    'Content-Length': String(bytes.length),
    ...fields,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** An answer with a page, as a response record. */
export function response(
  id: string,
  body: string | Buffer,
  options: { status?: number; headers?: string[]; fields?: Record<string, string | undefined> } = {},
): Buffer {
  const headers = options.headers ?? ['Content-Type: text/html; charset=utf-8']
  const head = `HTTP/1.1 ${options.status ?? 200} OK\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`
  return record(
    'response',
    {
      'WARC-Record-ID': `<urn:uuid:${id}>`,
      'WARC-Target-URI': `https://news.example/${id}`,
      'Content-Type': 'application/http; msgtype=response',
      ...options.fields,
    },
    Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  )
}

/** Records packed as archives are: each a gzip member. */
export const packed = (records: readonly Buffer[]) => Buffer.concat(records.map((bytes) => gzipSync(bytes)))

/** A zip archive of these files, stored or deflated; `flags` and `method` may be set to what is not read. */
export function zip(
  files: readonly { path: string; bytes: Buffer; method?: number; flags?: number; crc?: number; at?: number }[],
): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const { path, bytes, method = 0, flags = 0, crc = crc32(bytes), at: stated } of files) {
    const content = method === 8 ? deflateRawSync(bytes) : bytes
    const name = Buffer.from(path)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(crc, 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const offset = Buffer.alloc(4)
    offset.writeUInt32LE(stated ?? at)
    centrals.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, Buffer.alloc(10), offset, name)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), shared, name, content)
    at += 30 + name.length + content.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
