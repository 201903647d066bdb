/**
 * Direct quotations alone, for peers that find no others. By the words that the scorer counts:
 * - a gold statement is direct where all of its content's words stand between double quotation marks;
 * - a prediction counts where more than half of its content's words do, unless more than half of them belong to gold
 *   statements that are not direct: those are neither asked for nor wrong.
 */

/** Which characters of a text stand between double quotation marks: an open one ends with its line at the latest. */
export function quoted(text) {
  const marks = new Uint8Array(text.length)
  let isOpen = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '\n') isOpen = false
    else if (character === '“') isOpen = true
    else if (character === '”') isOpen = false
    else if (character === '"') isOpen = !isOpen
    else if (isOpen) marks[i] = 1
  }
  return marks
}

/** @param scorer score/attribution.mjs, whose words these are. */
export function directOnly({ words, inside }) {
  const most = (set, test) => [...set].filter(test).length > set.size / 2
  return (text, gold, predicted) => {
    const all = words(text)
    const marks = quoted(text)
    const isQuoted = (word) => marks[all[word][0]] === 1
    const content = (statement) => inside(statement.content, all)
    const isDirect = (statement) => [...content(statement)].every(isQuoted)
    const others = new Set(gold.filter((statement) => !isDirect(statement)).flatMap((s) => [...content(s)]))
    return {
      gold: gold.filter(isDirect),
      predicted: predicted.filter((statement) => {
        const set = content(statement)
        return most(set, isQuoted) && !most(set, (word) => others.has(word))
      }),
    }
  }
}
