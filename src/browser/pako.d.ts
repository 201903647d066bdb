/** What is used of pako 1, whose types are not installed. */
declare module 'pako' {
  /** Inflates what is pushed, of which it says how much it took. */
  interface Inflating {
    readonly err: number
    readonly msg: string
    readonly ended: boolean
    /** Set to see what comes out, instead of `result`. */
    onData: (chunk: Uint8Array) => void
    readonly strm: { readonly next_in: number }
    push(bytes: Uint8Array, isLast: boolean): boolean
  }
  const pako: {
    gzip(bytes: Uint8Array, options: { readonly level: number }): Uint8Array
    /** Throws a text where the bytes are broken. */
    ungzip(bytes: Uint8Array): Uint8Array
    Inflate: new (options?: { readonly windowBits?: number; readonly raw?: boolean }) => Inflating
  }
  export default pako
}
