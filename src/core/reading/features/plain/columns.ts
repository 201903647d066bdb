/** Units on either side that are taken together. */
export const WINDOWS = [5, 12] as const

/** A run of prose goes on over so many units that are none. */
export const BRIDGES = [0, 2, 6] as const

/**
 * What pass one sees of a unit of plain text beside FEATURES, in order. HTML pages have no such columns: their boxes tell as
 * much, and a page's row would be wider for nothing.
 */
export const PLAIN = [
  // the unit itself
  'stamp',
  'dated',
  'credit',
  'first',
  'last',
  'glued',
  'allCaps',
  'persons',
  'look',
  'lineWeight',
  'startWeight',
  'endWeight',
  'proseWeight',
  'knownWords',
  // its page
  'pageKnown',
  'pageProseWeight',
  'pageGlued',
  'pageStamps',
  // the lines above it
  'promise',
  'sincePromise',
  'wordsSincePromise',
  'worstPromise',
  'sinceWorst',
  'bestPromise',
  'sinceBest',
  // what stands around it
  'sameLook',
  'template',
  ...WINDOWS.flatMap((w) =>
    ['Before', 'After'].flatMap((side) =>
      ['words', 'weight', 'proseWeight', 'stamps', 'templates'].map((name) => `${name}${side}${w}`),
    ),
  ),
  'sinceStamp',
  'untilStamp',
  ...['Before', 'After'].flatMap((side) => [1, 2].flatMap((k) => [`prose${side}${k}`, `proseWeight${side}${k}`])),
  // its subject
  'cohesionBefore',
  'cohesionAfter',
  'cohesionRun',
  'lead',
  'leadBest',
  'sinceLead',
  'fromHeadline',
  'headlineShare',
  // the run of prose it is in
  ...BRIDGES.flatMap((b) =>
    ['Words', 'Share', 'Units', 'From', 'Before', 'Weight', 'Density'].map((name) => `run${name}${b}`),
  ),
] as const

/** Number of columns. */
export const PLAIN_WIDTH = PLAIN.length

/** The column of a feature of plain text. */
export function plainColumn(name: string): number {
  const at = (PLAIN as readonly string[]).indexOf(name)
  if (at < 0) throw new RangeError(`no column ${name}`)
  return at
}
