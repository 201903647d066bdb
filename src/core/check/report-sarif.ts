import { Lines } from './lines.js'
import { type Checked, gravity, VERDICTS, type VerdictName } from './verdict.js'

/** Of which gravity on a verdict is an error, a warning, a note. */
const levelOf = (name: VerdictName): 'error' | 'warning' | 'note' | 'none' => {
  if (gravity(name) >= gravity('cut')) return 'error'
  if (name === 'verbatim' || name === 'supported') return 'none'
  return name === 'marks' ? 'note' : 'warning'
}

/**
 * Checked drafts as one SARIF 2.1.0 log (OASIS, 2020), which editors and code review tools show in place: a result for
 * each verdict, its source a related location. Columns count UTF-16 code units.
 *
 * @param version of Onrecord
 */
export function toSarif(drafts: readonly Checked[], version: string): string {
  const results = drafts.flatMap(({ draft, verdicts }) => {
    const lines = new Lines(draft.reading.text)
    return verdicts.map((v) => {
      const { title } = VERDICTS.find(({ name }) => name === v.verdict) as (typeof VERDICTS)[number]
      return {
        ruleId: v.verdict,
        ruleIndex: gravity(v.verdict),
        level: levelOf(v.verdict),
        kind: levelOf(v.verdict) === 'none' ? 'pass' : 'fail',
        message: { text: [`${title}.`, ...v.reasons].join(' ') },
        locations: [location(draft.name, lines, v.span)],
        relatedLocations: v.places.map(({ source, span }, i) => ({
          id: i + 1,
          ...location(source.name, new Lines(source.reading.text), span),
          message: { text: source.reading.text.slice(span.start, span.end) },
        })),
      }
    })
  })
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: {
          driver: {
            name: 'onrecord',
            version,
            rules: VERDICTS.map(({ name, title, means }) => ({
              id: name,
              name: title,
              shortDescription: { text: means },
              defaultConfiguration: { level: levelOf(name) },
            })),
          },
        },
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function location(name: string, lines: Lines, span: { readonly start: number; readonly end: number }) {
  const start = lines.at(span.start)
  const end = lines.at(span.end)
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(name) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        charOffset: span.start,
        charLength: span.end - span.start,
      },
    },
  }
}
