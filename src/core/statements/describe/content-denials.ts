import { BE_FORMS, FALSE_WORDS, NOT_TRUE } from './content-words.js'

/**
 * Tells of a token whether the words about it call a claim or charge false: "that is a lie", "it's not true", "this
 * never happened". `word` gives the content's words, '' outside it; `first` is its first token.
 */
export function denials(word: (i: number) => string, first: number): (i: number) => boolean {
  // "that's a lie", "it is a total lie", "these are all lies".
  const isLie = (i: number): boolean => {
    for (let k = i - 1; k >= i - 5; k--) {
      const before = word(k)
      if (BE_FORMS.has(before)) return !/^(?:not|n't)$/.test(word(k + 1)) && !/n't$/.test(before)
      if (/^(?:[.,;:!?]|to|of|who|will)$/.test(before) || before === '') return false
    }
    return false
  }
  const isCalledFalse = (i: number): boolean => {
    const before = word(i - 1)
    if (i === first || /^(?:["“.])$/.test(before)) return /^(?:[.!,"”]|)$/.test(word(i + 1))
    for (let k = i - 1; k >= i - 4; k--) {
      const at = word(k)
      if (BE_FORMS.has(at)) return !/n't$/.test(at) && word(k + 1) !== 'not'
      if (!/.ly$/.test(at) && !/^(?:just|a|all|plain|pure|complete|total|absolute|utter|patently|simply)$/.test(at))
        return false
    }
    return false
  }
  return (i) => {
    const before = word(i - 1)
    switch (word(i)) {
      case 'lie':
      case 'lies':
        return isLie(i)
      case 'true':
        return NOT_TRUE.test(before) || NOT_TRUE.test(word(i - 2))
      case 'happened':
        return before === 'never'
      case 'happen':
        return before === "didn't" || (before === 'not' && word(i - 2) === 'did')
      case 'truth':
        return before === 'no' && /^(?:in|to|whatsoever|at|)$/.test(word(i + 1))
      default:
        return FALSE_WORDS.has(word(i)) && isCalledFalse(i)
    }
  }
}
