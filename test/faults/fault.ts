import type { Scene } from './scene.js'

/** What has to be there for a fault to be made. */
export type Need = 'root' | 'postgresql' | 'faketime'

/** What a fault came to, in words for the table of docs/reliability.md, told from what was seen. */
export interface Met {
  /** What the user is shown, with its code and exit code. */
  readonly seen: string
  /** What is in the ledger, or on the disk, afterwards. */
  readonly kept: string
  /** What the user does then, and what comes of it. */
  readonly goesOn: string
}

/** Something that goes wrong. */
export interface Fault {
  /** That of its file. */
  readonly name: string
  /** The fault in a few words. */
  readonly what: string
  readonly needs?: readonly Need[]
  /** It takes long, or other tests cover most of it: it is left to `npm run faults`. */
  readonly isLong?: true
  /** Makes it for real, and expects of the program what it should do. */
  meet(scene: Scene): Promise<Met>
}

/** Faults of one kind. */
export interface FaultGroup {
  readonly title: string
  readonly faults: readonly Fault[]
}
