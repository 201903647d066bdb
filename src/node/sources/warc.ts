import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { OnrecordError } from '../../core/model/index.js'
import { ByteReader, type NextBytes } from './byte-reader.js'
import { type Capture, type Failure, type Found, HAD, type IsHad, type Skipped } from './capture.js'
import { decodersOf } from './coding.js'
import { inflateMembers } from './gzip-members.js'
import { fieldOf, httpMessage } from './http-message.js'
import { noPage } from './kinds.js'
import { type WarcRecord, warcRecords } from './warc-records.js'
import { parseAddress } from './web.js'

/** What of a record is looked at to see whether it holds a page: answers' headers are shorter. */
const GLANCE = 65_536

/**
 * What a WARC file holds: every record is told of, the pages as captures named `NAME#RECORD-ID`. Packed record by record
 * or as a whole, or not at all. A broken record is a failure, and the rest is read on. Memory holds one record.
 *
 * warcio's reader is not used: it takes the bytes of a broken gzip member for text, looks for no next record, has no limit
 * on what it inflates, is quadratic in the chunks of a chunked answer, and prints to the console.
 *
 * @param maxBytes of one record, and of its page unpacked
 */
export async function* warcCaptures(
  name: string,
  input: NextBytes,
  maxBytes: number,
  isHad: IsHad,
): AsyncGenerator<Found> {
  const names = new Set<string>()
  for await (const record of warcRecords(new ByteReader(await unpacked(name, input)))) {
    if ('damage' in record) {
      yield failure(`${name}#@${record.at}`, null, broken(`${name}, at byte ${record.at},`, record.damage))
      continue
    }
    const id = fieldOf(record.fields, 'warc-record-id')?.replace(/^<|>$/g, '')
    // A second record of the same id is against the standard, and must not hide behind the first.
    const unique = id && !names.has(id) ? id : `${id ?? ''}@${record.at}`
    if (id) names.add(id)
    yield await foundIn(`${name}#${unique}`, record, maxBytes, isHad)
  }
}

/** The bytes, inflated where they begin as gzip does, or where the name says that they are and they do not begin as WARC. */
async function unpacked(name: string, input: NextBytes): Promise<NextBytes> {
  const reader = new ByteReader(input)
  const first = (await reader.peek(5)).toString('latin1')
  const whole: NextBytes = async () => {
    const [ahead] = await reader.peek(1)
    if (ahead !== undefined) return reader.takeHeld()
    if (reader.damage === null) return null
    const { damage } = reader
    reader.pastDamage()
    return { damage }
  }
  const isPacked = first.startsWith('\x1f\x8b') || (/\.gz$/i.test(name) && first !== 'WARC/')
  return isPacked ? inflateMembers(whole, 'WARC/') : whole
}

async function foundIn(name: string, record: WarcRecord, maxBytes: number, isHad: IsHad): Promise<Found> {
  const { fields } = record
  const type = fieldOf(fields, 'warc-type')?.toLowerCase() ?? ''
  if (type === 'revisit') {
    const date = fieldOf(fields, 'warc-refers-to-date')?.slice(0, 40)
    return skipped(name, `a revisit: the same bytes were archived before${date ? `, on ${date}` : ''}`)
  }
  if (type !== 'response' && type !== 'resource') {
    return skipped(name, type === '' ? 'a record without a type' : `a record of the type ${type.slice(0, 40)}`)
  }
  // wget wrote addresses in angle brackets.
  const target = fieldOf(fields, 'warc-target-uri')?.replace(/^<|>$/g, '') ?? ''
  if (!/^https?:/i.test(target)) return skipped(name, `not of the web: ${target.slice(0, 100) || 'no address'}`)
  if (await isHad(name)) return skipped(name, HAD)
  try {
    const url = parseAddress(target).href
    try {
      return await pageIn(name, url, type, record, maxBytes)
    } catch (cause) {
      if (cause instanceof OnrecordError) return failure(name, url, cause)
      throw cause
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) return failure(name, null, cause)
    throw cause
  }
}

async function pageIn(
  name: string,
  url: string,
  type: 'response' | 'resource',
  record: WarcRecord,
  maxBytes: number,
): Promise<Capture | Skipped> {
  const { fields } = record
  const recordType = fieldOf(fields, 'content-type')
  const isHttp = type === 'response'
  const glance = isHttp ? httpMessage(await record.peek(GLANCE)) : null
  const contentTypeOf = (message: typeof glance) => (message ? fieldOf(message.fields, 'content-type') : recordType)
  const reason =
    glance && (glance.status < 200 || glance.status > 299)
      ? `answered with status ${glance.status}`
      : glance?.status === 206
        ? 'only a part of a page (status 206)'
        : noPage(contentTypeOf(glance), url)
  if (reason !== null && (glance || !isHttp)) return skipped(name, reason)
  if (fieldOf(fields, 'warc-segment-number') !== null) {
    throw new OnrecordError(
      'archive-unsupported',
      `${name} is split into several records, which is not read. Ask for the page itself, ${url}.`,
    )
  }
  const retrieved = timeOf(fieldOf(fields, 'warc-date') ?? '')
  if (retrieved === null) throw broken(name, 'it does not say when it was retrieved')
  // Twice: packed and unpacked size have a limit each, and a header is no part of either.
  if (record.length > maxBytes + GLANCE) throw tooLarge(name, maxBytes)

  const block = await record.block()
  if ('damage' in block) throw broken(name, block.damage)
  checkDigest(name, fieldOf(fields, 'warc-block-digest'), block)
  const message = isHttp ? httpMessage(block) : null
  if (isHttp && !message) throw broken(name, 'it holds no HTTP answer')
  const bytes = message
    ? await decoded(name, message.body, fieldOf(message.fields, 'content-encoding'), maxBytes)
    : block
  if (bytes.length > maxBytes) throw tooLarge(name, maxBytes)
  if (bytes.length === 0) return skipped(name, 'an empty page')
  const headers = (message?.fields ?? []).filter(([field]) => field !== 'set-cookie')
  const truncated = fieldOf(fields, 'warc-truncated')
  return {
    kind: 'capture',
    name,
    bytes,
    url,
    retrieved,
    headers: truncated === null ? headers : [...headers, ['warc-truncated', truncated]],
    contentType: contentTypeOf(message),
  }
}

/** The block must have the digest that its header says, where it names a method that is known. */
function checkDigest(name: string, digest: string | null, block: Uint8Array): void {
  const [, method = '', value = ''] =
    /^(sha-?1|sha-?256|sha-?512|md5):([A-Za-z0-9+/=]{1,200})$/i.exec(digest ?? '') ?? []
  if (method === '') return
  const hash = createHash(method.toLowerCase().replace('-', '')).update(block).digest()
  const stated = value.replace(/(?<!=)=+$/, '')
  const same =
    stated.length === hash.length * 2
      ? hash.toString('hex') === stated.toLowerCase()
      : base32(hash) === stated.toUpperCase() || hash.toString('base64').replace(/(?<!=)=+$/, '') === stated
  if (!same) throw broken(name, `its bytes are not those it was made of (${method} is not ${value})`)
}

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[(value >> (bits - 5)) & 31]
  }
  return bits > 0 ? text + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[(value << (5 - bits)) & 31] : text
}

/**
 * The body with its content coding undone. Many archives hold bodies that were decoded already while their header still
 * says otherwise: a body that does not begin as its coding does is taken as it is.
 */
async function decoded(
  name: string,
  body: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const decoders = decodersOf(contentEncoding)
  if (typeof decoders === 'string') {
    throw new OnrecordError('archive-unsupported', `${name} is packed as ${decoders}, which is not read.`)
  }
  if (decoders.length === 0) return body
  const chunks: Buffer[] = []
  let length = 0
  try {
    const source = Readable.from([body], { objectMode: false })
    const output = decoders.reduce<Readable>((stream, decoder) => pipeline(stream, decoder, () => {}), source)
    for await (const chunk of output as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge(`${name}, unpacked,`, maxBytes)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    if (length === 0) return body
    throw broken(name, `its page is badly packed (${(cause as Error).message})`)
  }
  return Buffer.concat(chunks)
}

function broken(name: string, damage: string): OnrecordError {
  return new OnrecordError('archive-broken', `${name} is damaged: ${damage}. Copy or download the archive again.`)
}

function tooLarge(name: string, maxBytes: number): OnrecordError {
  return new OnrecordError(
    'page-too-large',
    `${name} is larger than ${maxBytes} bytes. Raise the limit (--max-bytes) if you want it read.`,
  )
}

function skipped(name: string, reason: string): Skipped {
  return { kind: 'skipped', name, reason }
}

function failure(name: string, url: string | null, error: OnrecordError): Failure {
  return { kind: 'failure', name, url, error }
}

/** A date of the WARC standard, with or without its time, up to nine decimals and a zone; without a zone it is UTC. */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/i

/** The time that a WARC-Date says (W3C-DTF), in UTC; null: it says none that there is. Date.parse takes 30 February for March. */
function timeOf(date: string): string | null {
  const found = DATE.exec(date.trim())
  if (!found) return null
  const [, year, month = '01', day = '01', time = '00:00', second = '00', decimals = '', zone = 'Z'] = found
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`)) return null
  const millis = decimals.padEnd(3, '0').slice(0, 3)
  const at = Date.parse(`${year}-${month}-${day}T${time}:${second}.${millis}${zone.toUpperCase()}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
