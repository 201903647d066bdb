import { userInfo } from 'node:os'

/** Who runs this, by the system; the number of one that has no name there, as containers have. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? '?'}`
  }
}
