import { piecesOf } from './tokens.js'

const HAN = /^\p{Script=Han}+$/u
const HANGUL = /^\p{Script=Hangul}+$/u
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u
/** Scripts of which each letter is a piece, so that a name has no words but where it has spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Between the words of a name, in scripts that write words without spaces. */
const APART = /[\s・･·‧=＝]+/u

/** After a surname of Chinese or Japanese. */
const AFTER_HAN = '先生 女士 小姐 太太 老师 老師 同志 さん さま 様 氏 くん 君 ちゃん'.split(' ')
/** After a surname of Korean. */
const AFTER_HANGUL = '씨 군 양'.split(' ')

const inJamo = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.normalize('NFKD'))
    .join('|')
const CALLED = inJamo('씨 군 양 님 선생 선생님 교수 교수님 기자 의원 대표 변호사 간호사')
const PARTICLE = inJamo(
  `은 는 이 가 을 를 의 와 과 도 만 로 에 께 으로 에게 에게서 한테 한테서 께서 부터 까지 처럼 보다 라고 이라고 라는 이라는 라며 이라며 라면
   이라면 란 이란 이다 이며 이고 이나 하고 조차 마저 밖에 입니다 였다 이었다`.replace(/\s+/g, ' '),
)
const HANGUL_ENDING = new RegExp(`^(?:${CALLED})?(?:${PARTICLE})?(?:${inJamo('은 는 도 만')})?$`, 'u')
/** A consonant that begins a syllable, in a Hangul letter by letter. */
const BEGINS_SYLLABLE = /^[\u1100-\u1112]/u
const IS_JAMO = /[\u1100-\u11ff]$/u

/** Whether a folded word ends in Hangul. */
export const isHangul = (key: string): boolean => IS_JAMO.test(key)

/**
 * Whether folded Hangul can follow a name in its word: what somebody is called by, particles, or any one syllable.
 *
 * @param most so many letters may be any
 */
export const isHangulEnding = (ending: string, most: number): boolean =>
  BEGINS_SYLLABLE.test(ending) && (ending.length <= most || HANGUL_ENDING.test(ending))

/** Whether a folded piece is of katakana, which writes one word on end. */
export const isKatakana = (key: string): boolean => KATAKANA.test(key)

/** Whether a name is written in a script without spaces between words. */
export const isUnspaced = (name: string): boolean => UNSPACED.test(name)

/** Whether the letter before a place is of a script in which no capitals tell where a name goes on. */
export const isCaseless = (text: string, at: number): boolean => {
  const letter = text.slice(Math.max(0, at - 1), at)
  return UNSPACED.test(letter) || HANGUL.test(letter)
}

/** Part of a name, or a name in another order, in folded pieces. */
interface Way {
  readonly words: readonly string[]
  readonly isWhole: boolean
}

const keysOf = (words: string): string[] => piecesOf(words).map(({ key }) => key)

/**
 * How else a name in Chinese, Japanese, Korean, or another script without spaces between words can be written: by its
 * parts, where it has spaces or is as long as most such names, and by its surname with what somebody is called by.
 */
export function waysOf(name: string): Way[] {
  const parts = name
    .normalize('NFC')
    .split(APART)
    .filter((part) => part !== '')
  if (parts.length === 0) return []
  if (parts.every((part) => HANGUL.test(part))) return hangulWays(parts)
  if (!isUnspaced(name)) return []
  if (parts.length > 1) {
    const ways = parts.flatMap((part) => (stands(part) ? [part] : called(part, AFTER_HAN))).map(asPart)
    return [{ words: keysOf([...parts].reverse().join(' ')), isWhole: true }, ...ways]
  }
  const letters = [...(parts[0] as string)]
  if (!HAN.test(name) || letters.length < 2 || letters.length > 4) return []
  // 王小明, 欧阳小明, 山田太郎; 森田健.
  const surname = letters.slice(0, letters.length === 4 ? 2 : 1).join('')
  const others = letters.length === 3 ? [letters.slice(0, 2).join('')] : []
  const given = letters.length > 2 ? [letters.slice(-2).join('')] : []
  return [...given, ...[surname, ...others].flatMap((each) => called(each, AFTER_HAN))].map(asPart)
}

// 김철수, 남궁민수: a surname of one syllable, or of two in names of four.
function hangulWays(parts: readonly string[]): Way[] {
  const [first = '', second = ''] = parts
  const letters = [...first]
  const isOne = parts.length === 1
  if (parts.length > 2 || (isOne && (letters.length < 2 || letters.length > 4))) return []
  const cut = letters.length === 4 ? 2 : 1
  const surname = isOne ? letters.slice(0, cut).join('') : first
  const given = isOne ? letters.slice(cut).join('') : second
  const ways = [...called(surname, AFTER_HANGUL), `${surname} 씨`, `${given}씨`]
  if ([...given].length > 1) ways.push(given)
  return [{ words: keysOf(`${surname} ${given}`), isWhole: true }, ...ways.map(asPart)]
}

const asPart = (words: string): Way => ({ words: keysOf(words), isWhole: false })
const called = (name: string, after: readonly string[]): string[] => after.map((each) => name + each)

/** Whether a part can stand alone: two characters of Han or katakana, more of a script that writes all words so. */
function stands(part: string): boolean {
  const least = HAN.test(part) || KATAKANA.test(part) ? 2 : /^\p{Script=Hiragana}/u.test(part) ? 3 : 4
  return keysOf(part).length >= least
}

/** Surnames of one character of Han, which alone are not to be told from the rest of a text. */
export function loneSurnames(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const [part = '', ...more] = name.normalize('NFC').split(APART)
    const letters = [...part]
    return HAN.test(part) && (more.length > 0 ? letters.length === 1 : letters.length > 1 && letters.length < 4)
      ? keysOf(letters[0] as string)
      : []
  })
}
