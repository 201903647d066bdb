/**
 * A pattern of a text in which each letter is a class of its cases, as globs and regular expressions both write them.
 *
 * @param plain writes what has no cases, one character, so that it stands for itself
 */
export function anyCase(text: string, plain: (sign: string) => string): string {
  let pattern = ''
  // A sigma at the end of a word is another once it is in lower case.
  for (const letter of text.toLowerCase()) {
    const upper = letter.toUpperCase()
    const cases = [letter, upper, upper.toLowerCase()].filter((each) => [...each].length === 1)
    const distinct = [...new Set(cases)]
    pattern += distinct.length === 1 ? plain(letter) : `[${distinct.join('')}]`
  }
  return pattern
}
