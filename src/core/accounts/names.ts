import { OnrecordError } from '../model/index.js'

/** Fewest characters of a password; NIST SP 800-63B asks for 8 at least, and passwords here are guessed offline at worst. */
export const SHORTEST_PASSWORD = 12
/** Most characters of a password: enough for any sentence, and little to hash. */
export const LONGEST_PASSWORD = 1024

/** Letters and digits first, so that a name is never taken for a flag or a path. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u

/**
 * What users' names are compared by: case and the ways of writing a letter are all one (NFKC).
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC')
}

/** The name as it is kept. @throws OnrecordError `usage` where it cannot be a user's name */
export function userName(given: string): string {
  const name = given.normalize('NFKC')
  if (!NAME.test(name))
    throw new OnrecordError(
      'usage',
      'A user’s name has 1 to 64 letters, digits and marks out of . _ @ -, a letter or a digit first.',
    )
  return name
}

/** @throws OnrecordError `usage` where it cannot be that user's password; the message never has it */
export function passwordFor(name: string, password: string): string {
  const { length } = [...password]
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    throw new OnrecordError(
      'usage',
      `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; this one has ${length}. Take a few words in a row.`,
    )
  if (nameKey(password) === nameKey(name).repeat(Math.ceil(length / Math.max(1, [...name].length))))
    throw new OnrecordError('usage', 'A password is not the user’s own name. Take a few words in a row.')
  return password
}
