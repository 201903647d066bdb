import { ARTICLE_ROLES, type Block, type Meta, type Reading, type Role } from '../model/index.js'
import { keyOf } from './people.js'

/** Blocks of the article that name who made the page. */
const CREDITS: ReadonlySet<Role> = new Set<Role>(['byline', 'photo-credit', 'agency-credit'])

/** Whether a block stays where everybody is replaced: it is the article's, and does not name who made the page. */
export const isKept = ({ role }: Block): boolean => ARTICLE_ROLES.has(role) && !CREDITS.has(role)

/** What a page's head says in words of its own. */
const SAID = ['title', 'standfirst', 'section'] as const

/** What parts a headline from the outlet's name. */
const PARTING = /(\s[|·–—-]\s|\s?[|·]\s?)/u

/**
 * The head without what the article does not show: nobody sees to it that all names in it are found. Of a title the parts
 * that the article shows stay, and the outlet's name.
 *
 * @param cut is told of what is left out
 */
export function shownHead(reading: Reading, cut: (field: string, words: string) => void): Meta {
  const { meta, blocks, text } = reading
  const shown = blocks.filter(isKept).map(({ start, end }) => ` ${keyOf(text.slice(start, end))} `)
  const isShown = (words: string) => {
    const key = keyOf(words)
    return key !== '' && shown.some((block) => block.includes(` ${key} `))
  }
  const outlet = meta.publisher === null ? null : keyOf(meta.publisher)
  const parts = meta.title?.split(PARTING) ?? []
  const kept: string[] = []
  parts.forEach((part, i) => {
    // Every other part is what stands between.
    if (i % 2 === 0 && (isShown(part) || keyOf(part) === outlet))
      kept.push(...(kept.length > 0 ? [parts[i - 1] ?? ''] : []), part)
  })
  const title = kept.some(isShown) ? kept.join('') : null
  const standfirst = meta.standfirst !== null && isShown(meta.standfirst) ? meta.standfirst : null
  const section = meta.section !== null && isShown(meta.section) ? meta.section : null
  const now = { title, standfirst, section }
  const sources = { ...meta.sources }
  for (const field of SAID) {
    const before = meta[field]
    if (before === null || now[field] !== null) continue
    cut(field, before)
    delete sources[field]
  }
  return { ...meta, ...now, sources }
}

/** The name in "Jana Horvat’s blog"; null: the outlet is not called by anybody's. */
export function ownerOf(publisher: string | null): string | null {
  const owner = /^([^’'ʼ]+)[’'ʼ]s?\s/u.exec(publisher ?? '')?.[1]?.trim()
  return owner?.includes(' ') ? owner : null
}
