/** The words of a list written as one string, for look-up. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

/** A noun's singular, by spelling alone: "ministries" ministry, "boxes" box, "women" woman. */
export function singular(noun: string): string {
  if (noun.endsWith('men')) return `${noun.slice(0, -2)}an`
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2)
  if (noun.endsWith('s') && !/(?:ss|us|is)$/.test(noun) && noun.length > 3) return noun.slice(0, -1)
  return noun
}

/** A noun in American spelling: "the center" may be a Centre by name. */
export const american = (noun: string): string => SPELLINGS.get(noun) ?? noun
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['organisation', 'organization'],
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['programme', 'program'],
])
