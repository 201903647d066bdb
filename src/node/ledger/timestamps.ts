import { verifyTimestamp } from '../sources/timestamp.js'

/** `verifyTimestamp` as an engine has it. */
export function checkTimestamp(token: Uint8Array, sha256: string, authorities?: string): void {
  verifyTimestamp(token, sha256, authorities === undefined ? {} : { authorities })
}
