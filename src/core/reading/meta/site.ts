import { folded } from './words.js'

/** Names the site goes by, folded; and its host's labels, which often are its name without blanks. */
export interface SiteNames {
  readonly names: ReadonlySet<string>
  readonly hosts: readonly string[]
}

/** Nothing is known of the site. */
export const NO_SITE: SiteNames = { names: new Set(), hosts: [] }

/** The labels of an address's host that can be a name: not `www`, not the last. */
export function hostLabels(url: string | null): readonly string[] {
  const host = /^[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#\s]{1,300})/i.exec(url ?? '')?.[1]?.toLowerCase() ?? ''
  return host
    .replace(/^.*@|:\d*$/g, '')
    .split('.')
    .slice(0, -1)
    .map(folded)
    .filter((label) => label.length >= 3 && label !== 'www' && label !== 'com')
}

/** Whether words name the site. A name may be a little shorter or longer than the host's label that stands for it. */
export function isSiteName(words: string, site: SiteNames): boolean {
  const key = folded(words)
  if (key === '') return false
  if (site.names.has(key)) return true
  return site.hosts.some(
    (host) =>
      host === key ||
      (key.length >= 4 && (host.startsWith(key) || key.startsWith(host)) && Math.abs(host.length - key.length) <= 6),
  )
}
