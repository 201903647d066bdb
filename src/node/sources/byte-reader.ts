/** A place where a stream of bytes is damaged; what comes after it does not follow on what came before. */
export interface Damage {
  /** Goes on from "is damaged: ", without a full stop. */
  readonly damage: string
  /** The bytes right before it are wrong, too: their checksum is, or what followed on them could not be unpacked. */
  readonly reachesBack?: true
}

/** Gives the next bytes, never none of them; a damage; null: the end. */
export type NextBytes = () => Promise<Uint8Array | Damage | null>

/**
 * Reads a stream by counts and marks. It holds no more than it was asked for and one chunk; all its methods are linear in
 * what they pass over. A damage acts as the stream's end until `pastDamage` is called.
 */
export class ByteReader {
  readonly #next: NextBytes
  #held = Buffer.alloc(0)
  #start = 0
  #end = 0
  #closed = false
  #damage: Damage | null = null
  #position = 0

  constructor(next: NextBytes) {
    this.#next = next
  }

  /** How many bytes have been passed over. */
  get position(): number {
    return this.#position
  }

  /** What is damaged here, once all before it has been read; null: nothing, as far as the stream is known. */
  get damage(): string | null {
    return this.#damage?.damage ?? null
  }

  /** Whether the damage here takes in the bytes before it. */
  get damageReachesBack(): boolean {
    return this.#damage?.reachesBack ?? false
  }

  /** Goes on after the damage; what stood before it and was not read is dropped. */
  pastDamage(): void {
    this.#damage = null
    this.#drop(this.#end - this.#start)
  }

  /** The next bytes without passing over them: `count` of them, or all there are before the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#end - this.#start < count && (await this.#fill())) {}
    return this.#held.subarray(this.#start, Math.min(this.#end, this.#start + count))
  }

  /** The next bytes: `count` of them, or all there are before the end. The caller owns them. */
  async take(count: number): Promise<Buffer> {
    const have = Math.min(count, this.#end - this.#start)
    const parts: Buffer[] = [Buffer.from(this.#held.subarray(this.#start, this.#start + have))]
    this.#drop(have)
    for (let missing = count - have; missing > 0; ) {
      const chunk = await this.#pull()
      if (chunk === null) break
      const part = chunk.subarray(0, missing)
      parts.push(Buffer.from(part.buffer, part.byteOffset, part.length))
      missing -= part.length
      this.#position += part.length
      if (part.length < chunk.length) this.#hold(chunk.subarray(part.length))
    }
    return Buffer.concat(parts)
  }

  /** What it holds already; the caller owns it. None: nothing was peeked at. */
  async takeHeld(): Promise<Buffer> {
    return this.take(this.#end - this.#start)
  }

  /** Passes over `count` bytes; fewer where the stream ends before. How many it were. */
  async skip(count: number): Promise<number> {
    const from = this.#position
    for (let missing = count; missing > 0; ) {
      const have = Math.min(missing, this.#end - this.#start)
      this.#drop(have)
      missing -= have
      if (missing > 0 && !(await this.#fill())) break
    }
    return this.#position - from
  }

  /**
   * Passes to where the mark next begins. False: it does not come any more before the end,
   * and all was passed over.
   */
  async seek(mark: Buffer): Promise<boolean> {
    for (;;) {
      const at = this.#held.subarray(this.#start, this.#end).indexOf(mark)
      if (at >= 0) {
        this.#drop(at)
        return true
      }
      this.#drop(Math.max(0, this.#end - this.#start - mark.length + 1))
      if (!(await this.#fill())) {
        this.#drop(this.#end - this.#start)
        return false
      }
    }
  }

  /** How many bytes there are up to and with the mark, looked for past `from`; null where it does not end within `most`, or at all. */
  async find(mark: string, most: number, from = 0): Promise<number | null> {
    for (let looked = from; ; ) {
      const held = this.#held.subarray(this.#start, Math.min(this.#end, this.#start + most))
      const at = held.indexOf(mark, looked)
      if (at >= 0) return at + mark.length
      if (held.length === most || !(await this.#fill())) return null
      looked = Math.max(from, held.length - mark.length + 1)
    }
  }

  #drop(count: number): void {
    this.#start += count
    this.#position += count
  }

  async #fill(): Promise<boolean> {
    const chunk = await this.#pull()
    if (chunk === null) return false
    this.#hold(chunk)
    return true
  }

  async #pull(): Promise<Uint8Array | null> {
    if (this.#closed || this.#damage !== null) return null
    const chunk = await this.#next()
    if (chunk === null) this.#closed = true
    else if ('damage' in chunk) this.#damage = chunk
    else return chunk
    return null
  }

  #hold(chunk: Uint8Array): void {
    const length = this.#end - this.#start
    if (this.#end + chunk.length > this.#held.length) {
      // Doubling, so that many small chunks cost no more than one large one.
      const room = length + chunk.length
      const into = room * 2 <= this.#held.length ? this.#held : Buffer.allocUnsafe(room * 2)
      this.#held.copy(into, 0, this.#start, this.#end)
      this.#held = into
      this.#start = 0
      this.#end = length
    }
    this.#held.set(chunk, this.#end)
    this.#end += chunk.length
  }
}

/** The bytes of a stream as a reader takes them; a stream that breaks off is damaged there. */
export function bytesOf(stream: AsyncIterable<Uint8Array>): NextBytes {
  const iterator = stream[Symbol.asyncIterator]()
  let broken = false
  return async () => {
    for (;;) {
      if (broken) return null
      try {
        const { done, value } = await iterator.next()
        if (done) return null
        if (value.length > 0) return value
      } catch (cause) {
        broken = true
        return { damage: `it cannot be read on (${(cause as Error).message})` }
      }
    }
  }
}
