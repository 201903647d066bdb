import type { ByteReader } from './byte-reader.js'
import { type Fields, fieldOf, fieldsOf } from './http-message.js'

/** One record of a WARC file (ISO 28500) whose header has been read. */
export interface WarcRecord {
  /** Where its header begins, in bytes of the file, unpacked. */
  readonly at: number
  readonly fields: Fields
  /** Of its block, in bytes. */
  readonly length: number
  /** The first bytes of its block: that many, or as many as there are. */
  readonly peek: (count: number) => Promise<Buffer>
  /** Its block, once; what is wrong with it, where it is not whole. What is not asked for is passed over unread. */
  readonly block: () => Promise<Buffer | BrokenRecord>
}

/** A place in a WARC file where no record can be read. */
export interface BrokenRecord {
  readonly at: number
  /** Goes on from "is damaged: ", without a full stop. */
  readonly damage: string
}

/** Real headers have a few hundred bytes; those of some tools carry JSON. */
const MAX_HEADER = 1_048_576

const BEGIN = Buffer.from('WARC/')
/** Where a record is looked for among other bytes; all versions so far are 1.0 and 1.1. */
const BEGIN_1 = Buffer.from('WARC/1.')

/**
 * The records of a WARC file in order, each with its place. Where one is broken this is told, and the next is looked for:
 * past a damage of the stream, or where bytes next are as a record begins. Memory holds one header, and one block
 * where it is asked for.
 */
export async function* warcRecords(bytes: ByteReader): AsyncGenerator<WarcRecord | BrokenRecord> {
  /** No header has been read since a place was told of where there is none: of such places in a row one is told. */
  let lost = false
  for (;;) {
    await passEmptyLines(bytes)
    const at = bytes.position
    const first = await bytes.peek(BEGIN.length)
    if (first.length === 0) {
      if (bytes.damage === null) return
      if (!lost) yield { at, damage: bytes.damage }
      bytes.pastDamage()
      continue
    }
    if (!first.equals(BEGIN)) {
      if (!lost) yield { at, damage: bytes.damage ?? 'there are bytes that belong to no record' }
      lost = true
      await next(bytes)
      continue
    }
    const header = await headerAt(bytes)
    const stated = header.isWhole ? fieldOf(header.fields, 'content-length') : null
    await bytes.skip(header.length)
    if (stated === null || !/^\d{1,15}$/.test(stated)) {
      const reason = header.isWhole
        ? 'a header does not say how long its record is'
        : 'a header is broken or does not end'
      const cut = (await bytes.peek(1)).length === 0 ? 'it ends in the middle of a header' : reason
      if (!lost) yield { at, damage: bytes.damage ?? cut }
      lost = true
      await next(bytes)
      continue
    }
    lost = false
    const { fields } = header
    const length = Number(stated)
    let asked = false
    let broken = false
    yield {
      at,
      fields,
      length,
      peek: async (count) => (asked ? Buffer.alloc(0) : bytes.peek(Math.min(count, length))),
      block: async () => {
        asked = true
        const block = await bytes.take(length)
        // Past the two empty lines that follow every record, so that the checksum of what was packed has been compared.
        const after = await bytes.peek(5)
        const isWrong = after.length < 5 && bytes.damageReachesBack
        if (block.length === length && !isWrong && (after.length === 0 || isLineEnd(after[0]))) return block
        broken = true
        return {
          at,
          damage:
            block.length === length && !isWrong
              ? 'it is not as long as its header says'
              : (bytes.damage ?? 'it ends in the middle of the record'),
        }
      },
    }
    if (!asked && (await bytes.skip(length)) < length) {
      yield { at, damage: bytes.damage ?? 'it ends in the middle of the record' }
      broken = true
    }
    if (broken) await next(bytes)
  }
}

async function passEmptyLines(bytes: ByteReader): Promise<void> {
  for (;;) {
    const ahead = await bytes.peek(1)
    if (ahead.length === 0 || !isLineEnd(ahead[0])) return
    const run = await bytes.peek(4096)
    const text = run.findIndex((byte) => !isLineEnd(byte))
    await bytes.skip(text < 0 ? run.length : text)
  }
}

const isLineEnd = (byte: number | undefined) => byte === 0x0d || byte === 0x0a

/**
 * The header that begins here: how long it is with the empty line after it, and its fields; where it is not whole, how far
 * its lines are like a header's. So what is no header is looked at once, however often it begins like one.
 */
async function headerAt(bytes: ByteReader): Promise<{ length: number; isWhole: boolean; fields: Fields }> {
  const lines: string[] = []
  for (let length = 0; ; ) {
    const end = await bytes.find('\n', MAX_HEADER, length)
    // Past the first byte at least, so that the search goes on.
    if (end === null) return { length: Math.max(1, (await bytes.peek(MAX_HEADER)).length), isWhole: false, fields: [] }
    const line = (await bytes.peek(end)).toString('utf8', length).replace(/\r?\n$/, '')
    if (line === '') return { length: end, isWhole: true, fields: fieldsOf(lines.slice(1)) }
    if (length > 0 && !/^(?:[ \t]|[^:]{1,200}:)/.test(line)) return { length, isWhole: false, fields: [] }
    lines.push(line)
    length = end
  }
}

/** Passes to where the next record may begin. */
async function next(bytes: ByteReader): Promise<void> {
  if (!(await bytes.seek(BEGIN_1)) && bytes.damage !== null) bytes.pastDamage()
}
