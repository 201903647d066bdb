/** A language as BCP 47 writes it (`en`, `en-GB`, `zh-Hant-TW`) from what pages write (`en_GB`, `EN-gb`); null: none. */
export function languageTag(words: string): string | null {
  const m = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].{0,40})?$/i.exec(words.trim())
  if (!m) return null
  const [, language = '', script, region] = m
  const parts = [language.toLowerCase()]
  if (script) parts.push(script[0]?.toUpperCase() + script.slice(1).toLowerCase())
  if (region) parts.push(region.toUpperCase())
  return parts.join('-')
}

/** Whether a page in this language writes the day before the month; only US English is taken to write the month first. */
export function isDayFirst(tag: string | null): boolean {
  return tag !== null && !/^en(?:-US)?$/.test(tag)
}
