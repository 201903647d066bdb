import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PageRecord } from '../exports/record.js'
import { OnrecordError } from '../model/index.js'

/** Of each digest so many hexadecimal digits are kept: enough that no two records have the same. */
const DIGITS = 32

/**
 * Holds the records of the second going through against those of the first: what nobody looked through for names must not
 * be written as if somebody had.
 */
export class SameRecords {
  readonly #digests: string[] = []
  #at = 0

  /** One more of the first time. @returns its number, from 0 */
  keep(record: PageRecord): number {
    return this.#digests.push(digestOf(record)) - 1
  }

  /** The next of the second time. @throws OnrecordError `output-failed` where it is not the one of the first */
  expect(record: PageRecord): void {
    if (this.#digests[this.#at] !== digestOf(record))
      throw new OnrecordError(
        'output-failed',
        `Record ${this.#at + 1} is not the one that was looked through for names: the records changed while they were read. Do not use what was written; run it again.`,
      )
    this.#at++
  }
}

const digestOf = (record: PageRecord): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(record)))).slice(0, DIGITS)
