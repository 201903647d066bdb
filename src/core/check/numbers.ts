const UNITS = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, i): [string, number] => [word, i]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 20 + 10 * i]),
)
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const OTHERS = new Map([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, i): [string, string] => [word, `${i + 1}th`]),
  ['half', '0.5'],
  ['double', '2x'],
  ['twice', '2x'],
  ['triple', '3x'],
  ['thrice', '3x'],
  ['dozen', '12'],
  ['dozens', '12+'],
  ['hundreds', '100+'],
  ['thousands', '1000+'],
  ['millions', '1000000+'],
  ['billions', '1000000000+'],
  ['percent', '%'],
])
const FIGURES = /\p{N}/u
const MONEY = /^\p{Sc}$/u

/**
 * The numbers among words, each as one text that is the same for the same number: "37", "thirty seven" and
 * "thirty-seven" give "37". Units that make a number another one (percent, a currency) stand for themselves. In order.
 */
export function numbersIn(keys: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const other = OTHERS.get(key)
    if (other !== undefined || MONEY.test(key)) {
      out.push(other ?? key)
      continue
    }
    const words = spelled(keys, i)
    if (words) {
      out.push(String(words.value))
      i = words.end - 1
    } else if (FIGURES.test(key)) out.push(figures(key))
  }
  return out
}

function figures(key: string): string {
  const ordinal = /^([0-9]+)(?:st|nd|rd|th)$/.exec(key)
  if (ordinal) return `${Number(ordinal[1])}th`
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(key) ? String(Number(key)) : key
}

/** The number that words from `at` spell, a leading figure before "million" among them; null: none. */
function spelled(keys: readonly string[], at: number): { value: number; end: number } | null {
  let total = 0
  let current = 0
  let end = at
  let digits = false
  for (; end < keys.length; end++) {
    const key = keys[end] as string
    const unit = UNITS.get(key)
    const ten = TENS.get(key)
    const scale = SCALES.get(key)
    if (unit !== undefined) {
      // "two two" are two numbers.
      if (digits || (current % 10 !== 0 && current % 100 !== 0) || (current % 100 > 0 && unit > 9)) break
      if (end > at && current > 0 && current % 10 !== 0) break
      current += unit
      digits = current % 10 !== 0 && unit < 10
    } else if (ten !== undefined) {
      if (current % 100 !== 0) break
      current += ten
      digits = false
    } else if (scale !== undefined) {
      if (end === at) return { value: scale, end: at + 1 }
      if (scale === 100) current *= 100
      else {
        total += current * scale
        current = 0
      }
      digits = false
    } else if (end === at && /^[0-9]+(?:\.[0-9]+)?$/.test(key) && SCALES.has(keys[at + 1] ?? '')) {
      current = Number(key)
    } else break
  }
  return end === at ? null : { value: total + current, end }
}
