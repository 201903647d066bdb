import fc from 'fast-check'
import { ERROR_CODES, type ErrorCode, OnrecordError } from '../../src/core/model/index.js'

/** Something that is fed bytes until it breaks. */
export interface Target {
  readonly name: string
  /** What it feeds, in a few words. */
  readonly about: string
  /** Inputs to begin with: each of a kind of its own. */
  seeds(): readonly Uint8Array[] | Promise<readonly Uint8Array[]>
  /** Words that may stand in an input, beside the string literals of the code. */
  readonly words?: readonly string[]
  /** The most bytes of an input; 16,384 if not given. */
  readonly most?: number
  /** Feeds it; throws where something does not hold. */
  run(input: Uint8Array): unknown
}

/** Something that does not hold: an invariant, a promise of the docs. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Throws {@link Broken} unless it holds. */
export function hold(holds: unknown, what: () => string): asserts holds {
  if (!holds) throw new Broken(what())
}

/**
 * What `work` gives, or the failure that it may end in: one of the codes that its documentation names. Anything else that
 * is thrown is thrown on.
 */
export async function attempt<T>(
  codes: readonly ErrorCode[],
  work: () => T | Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: OnrecordError }> {
  try {
    return { value: await work() }
  } catch (error) {
    return { failure: expected(error, codes) }
  }
}

/** The error, where it is one of those codes; throws it otherwise. */
export function expected(error: unknown, codes: readonly ErrorCode[]): OnrecordError {
  if (!(error instanceof OnrecordError)) throw error
  hold((ERROR_CODES as readonly string[]).includes(error.code), () => `there is no code ${error.code}`)
  hold(codes.includes(error.code), () => `${error.code} is not told of: ${error.message}`)
  hold(
    /^\S[\s\S]*(?:[.)”"…]|: onrecord [^\n]+)$/.test(error.message),
    () => `no sentence: ${JSON.stringify(error.message)}`,
  )
  return error
}

/** Holds two runs over the same input to give the same, as JSON. */
export function same(a: unknown, b: unknown, what: string): void {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  if (one === other) return
  let at = 0
  while (one[at] === other[at]) at++
  throw new Broken(
    `${what} differs from one time to the next: …${one.slice(at - 40, at + 40)}… ${other.slice(at, at + 40)}…`,
  )
}

/** The bytes as text; what is no UTF-8 becomes U+FFFD. */
export const textOf = (input: Uint8Array): string => Buffer.from(input).toString('utf8')

/** The text as bytes. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text)

/** The first byte, which chooses between ways, and the rest. */
export function choice(input: Uint8Array): { readonly n: number; readonly rest: Uint8Array } {
  return { n: input[0] ?? 0, rest: input.subarray(1) }
}

/** A seed whose first byte chooses. */
export const chosen = (n: number, rest: string | Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.of(n), Buffer.from(rest)])

/**
 * A value of that kind made by the bytes instead of by chance, so that a small change of the bytes is a small change of
 * the value. Where the bytes end, their sum goes on.
 */
export function valueFrom<T>(arbitrary: fc.Arbitrary<T>, input: Uint8Array): T {
  return arbitrary.generate(new fc.Random(new Bytes(input)), undefined).value
}

class Bytes {
  readonly #bytes: Uint8Array
  #at: number
  #state: number

  constructor(bytes: Uint8Array, at = 0, state?: number) {
    this.#bytes = bytes
    this.#at = at
    this.#state = state ?? (bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 17) || 1)
  }

  /** A whole number of 32 bits, of which a byte chooses one in 256, spread over all. */
  next(): number {
    const byte = this.#bytes[this.#at++]
    if (byte !== undefined) return ((byte * 0x0101_0101) >>> 0) - 0x8000_0000
    this.#state ^= this.#state << 13
    this.#state ^= this.#state >>> 17
    this.#state ^= this.#state << 5
    return this.#state | 0
  }

  clone(): Bytes {
    return new Bytes(this.#bytes, this.#at, this.#state)
  }

  getState(): readonly number[] {
    return [this.#at, this.#state]
  }
}

/** Some seeds for a {@link valueFrom}: bytes without a meaning of their own. */
export const anyBytes = (): Uint8Array[] =>
  [8, 64, 400].map((length, n) =>
    Buffer.from(Array.from({ length }, (_, i) => (i * 37 + n * 91 + ((i * i) >> 3)) & 255)),
  )
