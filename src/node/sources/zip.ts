import type { FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { bytesOf, type NextBytes } from './byte-reader.js'

/** A file in a zip archive. */
export interface ZipEntry {
  readonly path: string
  /** 0: stored, 8: deflated; others are not read. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  /** In bytes, as it lies in the archive. */
  readonly packed: number
  /** Of its local header. */
  readonly at: number
}

/** What an archive lies in, as far as it is read: an open file, or bytes in memory in its shape. */
export type ZipFile = Pick<FileHandle, 'stat' | 'read'>

/** Why bytes are no zip archive that can be read; the message goes on from "is damaged: ". */
export class ZipError extends Error {}

const END = 0x06054b50
const END_LENGTH = 22
const END64_LOCATOR = 0x07064b50
const END64 = 0x06064b50
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30

/** A list of files longer than this is an attack: it has room for more than 100,000. */
const MAX_DIRECTORY = 16_777_216

/**
 * The files of a zip archive by its central directory (APPNOTE 6.3.9, with zip64), in the order they lie in. Read in place:
 * a web archive is larger than memory.
 *
 * @throws ZipError
 */
export async function zipEntries(file: ZipFile): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat()
  const directory = await findDirectory(file, size)
  if (directory.length > MAX_DIRECTORY) throw new ZipError('its list of files is too long')
  const bytes = await read(file, directory.at, directory.length)
  const entries: ZipEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length - at < CENTRAL_LENGTH || bytes.readUInt32LE(at) !== CENTRAL) {
      throw new ZipError('its list of files is broken')
    }
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const commentLength = bytes.readUInt16LE(at + 32)
    const end = at + CENTRAL_LENGTH + nameLength + extraLength + commentLength
    if (end > bytes.length) throw new ZipError('its list of files is cut off')
    const extra = bytes.subarray(at + CENTRAL_LENGTH + nameLength, end - commentLength)
    const [, packed, offset] = wide(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ])
    entries.push({
      path: bytes.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      crc: bytes.readUInt32LE(at + 16),
      packed: packed as number,
      at: offset as number,
    })
    at = end
  }
  entries.sort((a, b) => a.at - b.at)
  // Files that share bytes are how a small archive unpacks to any size.
  let past = 0
  for (const { at, packed } of entries) {
    if (at < past || at + LOCAL_LENGTH + packed > size) throw new ZipError('its files overlap or lie outside of it')
    past = at + LOCAL_LENGTH + packed
  }
  return entries
}

/**
 * The content of a file, stored or deflated, in chunks; a damage where it is broken or its checksum is wrong.
 *
 * @throws ZipError where it does not lie where the list says
 */
export async function zipContent(file: ZipFile, entry: ZipEntry): Promise<NextBytes> {
  const local = await read(file, entry.at, LOCAL_LENGTH)
  if (local.readUInt32LE(0) !== LOCAL)
    throw new ZipError(`${entry.path.slice(0, 200)} does not lie where its list says`)
  const start = entry.at + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = range(file, start, start + entry.packed)
  // The error reaches whoever reads the output.
  const next = bytesOf(entry.method === 0 ? packed : pipeline(Readable.from(packed), createInflateRaw(), () => {}))
  let sum = 0
  let ended = false
  return async () => {
    if (ended) return null
    const chunk = await next()
    if (chunk !== null && 'damage' in chunk) return chunk
    if (chunk !== null) {
      sum = crc32(chunk, sum)
      return chunk
    }
    ended = true
    return sum === entry.crc
      ? null
      : { damage: `the checksum of ${entry.path.slice(0, 200)} is wrong`, reachesBack: true }
  }
}

/** The bytes of a file from `start` to `end`, in chunks; fewer where it ends before. */
export async function* range(file: ZipFile, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(65_536, end - at)), 0, null, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

async function findDirectory(file: ZipFile, size: number): Promise<{ at: number; length: number }> {
  const tailAt = Math.max(0, size - END_LENGTH - 65_535)
  const tail = await read(file, tailAt, size - tailAt)
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_LENGTH + tail.readUInt16LE(at + 20) !== tail.length) continue
    const end = { length: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) }
    if (end.length !== 0xffffffff && end.at !== 0xffffffff && tail.readUInt16LE(at + 10) !== 0xffff) {
      return inside(end, size)
    }
    const locatorAt = tailAt + at - 20
    if (locatorAt < 0) return inside(end, size)
    const locator = await read(file, locatorAt, 20)
    if (locator.readUInt32LE(0) !== END64_LOCATOR) return inside(end, size)
    const end64 = await read(file, number(locator.readBigUInt64LE(8)), 56)
    if (end64.readUInt32LE(0) !== END64) throw new ZipError('its end is broken')
    return inside({ length: number(end64.readBigUInt64LE(40)), at: number(end64.readBigUInt64LE(48)) }, size)
  }
  throw new ZipError('it has no list of files at its end, so it was cut off or is no zip archive')
}

function inside(directory: { at: number; length: number }, size: number): { at: number; length: number } {
  if (directory.at + directory.length > size) throw new ZipError('its list of files lies outside of it')
  return directory
}

/** The values, those that are all ones replaced by the 64-bit ones of the zip64 field (4.5.3), which come in that order. */
function wide(extra: Buffer, values: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    const field = extra.subarray(at + 4, at + 4 + length)
    if (extra.readUInt16LE(at) === 1) {
      let read = 0
      return values.map((value) => {
        if (value !== 0xffffffff || read + 8 > field.length) return value
        read += 8
        return number(field.readBigUInt64LE(read - 8))
      })
    }
    at += 4 + length
  }
  return values
}

function number(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipError('it names places that no file has')
  return Number(value)
}

async function read(file: ZipFile, at: number, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of range(file, at, at + length)) parts.push(part)
  const bytes = Buffer.concat(parts)
  if (bytes.length < length) throw new ZipError('it is cut off')
  return bytes
}
