import { crc32, createInflateRaw } from 'node:zlib'
import { ByteReader, type Damage, type NextBytes } from './byte-reader.js'

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

/** How many bytes are handed to zlib at once; what comes out of them, a thousand times as much at worst, is held. */
const SLICE = 32_768

/**
 * The most false starts that are tried within one slice after a damage: each may cost as much as the slice is long, so
 * there must be a bound. True starts are hundreds of bytes apart.
 */
const FALSE_STARTS = 16

/** A gzip member's header with its optional fields is no longer than this, or it is none. */
const MAX_HEADER = 65_536

const CUT_OFF = 'it ends in the middle of a gzip member'

/** Told to nobody: the damage before it was. */
const NO_START: Damage = { damage: 'a member does not begin as it should' }

/**
 * Inflates gzip member by member (RFC 1952), as archives are packed: a record each. Where one is broken the damage is
 * told, and it goes on with the next that begins with `first` (ASCII). zlib's own stream stops for good at the first broken
 * bit.
 */
export function inflateMembers(packed: NextBytes, first: string): NextBytes {
  const output = members(new ByteReader(packed), Buffer.from(first))
  return async () => {
    const { done, value } = await output.next()
    return done ? null : value
  }
}

async function* members(input: ByteReader, first: Buffer): AsyncGenerator<Uint8Array | Damage, void> {
  /** Since a damage no member has been found that begins as it should. */
  let lost = false
  let slice = -1
  let tries = 0
  for (;;) {
    if ((await input.peek(1)).length === 0) {
      if (input.damage !== null && !lost) yield { damage: input.damage }
      return
    }
    const start = input.position
    const header = await headerLength(input)
    let damage: Damage | null = typeof header === 'string' ? { damage: header } : null
    let head = Buffer.alloc(0)
    if (typeof header === 'number') {
      const member = inflateMember(input, header)
      for (let step = await member.next(); ; step = await member.next()) {
        if (step.done) {
          damage = lost ? NO_START : step.value
          break
        }
        if (!lost) {
          yield step.value
          continue
        }
        head = Buffer.concat([head, step.value])
        if (head.length < first.length) continue
        if (!head.subarray(0, first.length).equals(first)) {
          damage = NO_START
          await member.return(null)
          break
        }
        lost = false
        yield head
      }
    }
    if (damage === null) continue
    if (!lost) yield damage
    lost = true
    // The place is now the slice that could not be inflated, or the header before it. The next member may begin in it.
    if (input.position === start) await input.skip(1)
    tries = input.position - slice < SLICE && slice >= 0 ? tries + 1 : 0
    if (tries === 0) slice = input.position
    if (tries > FALSE_STARTS) {
      await input.skip(slice + SLICE - input.position)
      slice = -1
    }
    if (!(await input.seek(MAGIC))) return
  }
}

/** How long the member's header is at the reader's place; what is wrong with it, where it is none. */
async function headerLength(input: ByteReader): Promise<number | string> {
  const head = await input.peek(10)
  const flags = head[3] ?? 0
  if (head.length < 10 || !head.subarray(0, 3).equals(MAGIC) || (flags & 0xe0) !== 0) {
    return head.length < 10 && MAGIC.subarray(0, head.length).equals(head.subarray(0, 3))
      ? CUT_OFF
      : 'there are bytes that are no gzip'
  }
  let length = 10
  if (flags & 4) {
    const extra = await input.peek(12)
    length = 12 + (extra[10] ?? 0) + 256 * (extra[11] ?? 0)
  }
  // A name and a comment, each ended by a NUL.
  for (let texts = (flags & 8 ? 1 : 0) + (flags & 16 ? 1 : 0); texts > 0; texts--) {
    let end = -1
    for (let most = length + 256; end < 0 && most <= MAX_HEADER; most *= 2) {
      const held = await input.peek(most)
      end = held.indexOf(0, length)
      if (held.length < most) break
    }
    if (end < 0) return 'a gzip header in it does not end'
    length = end + 1
  }
  return length + (flags & 2 ? 2 : 0)
}

/**
 * What the member at the reader's place holds, whose header is so long, then what is wrong with it; null: nothing, and the
 * reader stands after it. Where something is wrong it stands at the slice that could not be inflated; if that was the
 * first, before the header.
 */
async function* inflateMember(input: ByteReader, header: number): AsyncGenerator<Buffer, Damage | null> {
  const inflate = createInflateRaw()
  let output: Buffer[] = []
  const drain = () => {
    for (let chunk = inflate.read(); chunk !== null; chunk = inflate.read()) output.push(chunk)
  }
  let failed: Error | null = null
  let settle = (_ended: boolean) => {}
  inflate.on('readable', drain)
  inflate.on('end', () => settle(true))
  inflate.on('error', (error) => {
    failed = error
    settle(true)
  })
  let sum = 0
  let length = 0
  try {
    for (let skip = header; ; ) {
      const slice = (await input.peek(skip + SLICE)).subarray(skip)
      if (slice.length === 0) return { damage: input.damage ?? CUT_OFF }
      const before = inflate.bytesWritten
      const ended = await new Promise<boolean>((resolve) => {
        settle = resolve
        inflate.write(slice, () => resolve(false))
      })
      drain()
      for (const chunk of output) {
        sum = crc32(chunk, sum)
        length += chunk.length
        yield chunk
      }
      output = []
      if (failed !== null) {
        const damage = `a gzip member in it is broken (${(failed as Error).message})`
        return length > 0 ? { damage, reachesBack: true } : { damage }
      }
      const used = inflate.bytesWritten - before
      if (!ended) {
        await input.skip(skip + used)
        skip = 0
        continue
      }
      // A broken member may seem to end anywhere: the place moves on only once its trailer is right.
      const trailer = (await input.peek(skip + used + 8)).subarray(skip + used)
      if (trailer.length < 8) return { damage: input.damage ?? CUT_OFF }
      if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length % 2 ** 32) {
        return { damage: 'the checksum of a gzip member in it is wrong', reachesBack: true }
      }
      await input.skip(skip + used + 8)
      return null
    }
  } finally {
    inflate.destroy()
  }
}
