import { wordsOf } from '../anchor/index.js'

/** Longer words are cut: no database indexes words without end, and no one types them. Code units. */
const LONGEST = 64

/**
 * The words of a text as a ledger's search knows them, in order: lower case, without accents, apostrophes and
 * possessives, so that "Pena" finds "Peña’s". Signs and pictures are no search words. Every store indexes these and no
 * others, so that all find the same. Linear.
 */
export function searchWords(text: string): string[] {
  const found: string[] = []
  for (const key of wordsOf(text).key) {
    const word = searchWord(key)
    if (word !== '') found.push(word)
  }
  return found
}

const PLAIN = /^[a-z0-9]+$/

function searchWord(key: string): string {
  const word = PLAIN.test(key)
    ? key
    : key
        .replace(/'s$/, '')
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}.-]/gu, '')
        .toLowerCase()
  if (!/[\p{L}\p{N}]/u.test(word)) return ''
  return word.length <= LONGEST ? word : word.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')
}
