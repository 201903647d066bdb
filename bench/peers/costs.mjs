/** What each peer cost, and where one stands above ours: the same for who said what and for reading. */
import { table } from '../library.mjs'

/** @param size how much each was given, in `unit`; @param version ours. */
export function costs(rows, size, unit, version) {
  const heads = [
    `${unit}/s of processor`,
    `${unit}/s of the clock`,
    'start-up, s of processor',
    's of the clock',
    'peak memory, MB',
    'threw on',
    'load',
    'versions',
  ]
  const perSecond = (milliseconds) => ((1000 * size) / milliseconds).toFixed(unit === 'words' ? 0 : 1)
  const seconds = (milliseconds) => (milliseconds === null ? '' : (milliseconds / 1000).toFixed(2))
  const lines = rows.map(({ peer, failed, answers, start, wall, cpu, peak, load }) => {
    const parts = Object.entries(peer.isOurs ? { onrecord: version } : peer.packages)
    const versions = parts.map(([name, at]) => `${name} ${at}`).join(', ')
    if (failed) return [peer.name, '', '', '', '', '', '', '', `${versions}; not run: ${failed}`]
    return [
      peer.name,
      perSecond(cpu),
      perSecond(wall),
      seconds(start.cpu),
      seconds(start.wall),
      peak === null ? '' : Math.round(peak),
      [...answers.values()].filter((answer) => answer.error).length,
      load.toFixed(1),
      versions,
    ]
  })
  return table([['', ...heads], ...lines])
}

/** The figures of {@link above} that both tasks have. */
export const costFigures = (size, unit) => [
  {
    what: `${unit} a second of processor`,
    of: ({ cpu }) => (1000 * size) / cpu,
    show: (x) => x.toFixed(unit === 'words' ? 0 : 1),
  },
  {
    what: 'start-up, s of processor',
    of: ({ start }) => start.cpu && start.cpu / 1000,
    isLessBetter: true,
    show: (x) => x.toFixed(2),
  },
  { what: 'peak memory, MB', of: ({ peak }) => peak, isLessBetter: true, show: (x) => x.toFixed(0) },
]

/**
 * A line for each peer that stands above ours in anything. @param mine the row of ours to hold it against; @param figures
 * {what, of: a row's value or null, isLessBetter, show}.
 */
export function above(rows, mine, figures) {
  const lines = []
  for (const row of rows) {
    if (row.failed || row.peer.isOurs) continue
    const better = figures.flatMap(({ what, of, isLessBetter, show = (x) => x.toFixed(1) }) => {
      const [theirs, own] = [of(row), of(mine)]
      if (theirs === null || own === null || (isLessBetter ? theirs >= own : theirs <= own)) return []
      return [`${what} ${show(theirs)} (ours ${show(own)})`]
    })
    if (better.length > 0) lines.push(`- **${row.peer.name}**: ${better.join('; ')}.`)
  }
  return lines.length === 0 ? '- In nothing.' : lines.join('\n')
}
