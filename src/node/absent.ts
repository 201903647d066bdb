/**
 * Why nothing is found at a path, as the end of a message. Of a name that is not UTF-8 Node gives U+FFFD for what it cannot
 * decode, and nothing is found under that.
 *
 * @param what there is not
 */
export function absent(path: string, what: string): string {
  return path.includes('\ufffd')
    ? `its name is not UTF-8, and can only be opened under another. Rename it, if there is such a ${what}.`
    : `there is no such ${what}. Check the path; an address must begin with http:// or https://.`
}
