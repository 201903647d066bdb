/**
 * Offsets of the abbreviations that mean one thing only. Left out, since they do not: IST (India, Ireland, Israel), AST,
 * BDT and their like; a time with one of these is given without a zone.
 */
const OFFSETS: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['BST', '+01:00'],
  ['WET', '+00:00'],
  ['WEST', '+01:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['MEZ', '+01:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['MSK', '+03:00'],
  ['SAST', '+02:00'],
  ['PKT', '+05:00'],
  ['SGT', '+08:00'],
  ['HKT', '+08:00'],
  ['AWST', '+08:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['ACST', '+09:30'],
  ['ACDT', '+10:30'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
  ['NZST', '+12:00'],
  ['NZDT', '+13:00'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
])

/** US zones named without saying whether summer time holds: hours behind UTC in winter. */
const US_ZONES: ReadonlyMap<string, number> = new Map([
  ['ET', 5],
  ['CT', 6],
  ['MT', 7],
  ['PT', 8],
])

/** Whether a word, in capitals as written, names a time zone. */
export function isTimeZone(word: string): boolean {
  return OFFSETS.has(word) || US_ZONES.has(word)
}

/** The offset of a zone at a local time, as ISO 8601 writes it: `Z`, `+01:00`. An offset stands for itself. */
export function zoneOffset(zone: string, year: number, month: number, day: number, hour: number): string {
  if (zone === '+00:00' || zone === '-00:00') return zone === '+00:00' ? '+00:00' : 'Z'
  const known = OFFSETS.get(zone)
  if (known) return known
  const behind = US_ZONES.get(zone)
  if (behind === undefined) return zone
  return `-0${behind - (isUsSummer(year, month, day, hour) ? 1 : 0)}:00`
}

/** US summer time since 2007 (Energy Policy Act of 2005): 2:00 on March's second Sunday to November's first. */
function isUsSummer(year: number, month: number, day: number, hour: number): boolean {
  if (month < 3 || month > 11) return false
  if (month > 3 && month < 11) return true
  const firstWeekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const firstSunday = 1 + ((7 - firstWeekday) % 7)
  const change = month === 3 ? firstSunday + 7 : firstSunday
  const isPast = day > change || (day === change && hour >= 2)
  return month === 3 ? isPast : !isPast
}
