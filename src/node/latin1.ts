/**
 * The first bytes, at most so many, each as the character of that number: what is ASCII can be looked for in it.
 *
 * @param length bytes; not more than some 65,000
 */
export function latin1(bytes: Uint8Array, length: number): string {
  // By apply and not spread, which asks the array for its bytes one by one: seven times as fast.
  return String.fromCharCode.apply(null, bytes.subarray(0, length) as unknown as number[])
}
