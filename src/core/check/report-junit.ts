import { Lines } from './lines.js'
import { type Checked, isAsGrave, type VerdictName } from './verdict.js'

/**
 * Checked drafts as JUnit's XML, which build servers show: a suite for each draft, a case for each verdict, failed from
 * `failOn` on.
 */
export function toJunit(drafts: readonly Checked[], failOn: VerdictName): string {
  const suites = drafts.map(({ draft, verdicts }) => {
    const lines = new Lines(draft.reading.text)
    const cases = verdicts.map((one) => {
      const { verdict, span, reasons } = one
      const { line, column } = lines.at(span.start)
      const name = `${line}:${column} ${draft.reading.text.slice(span.start, span.end)}`
      const open = `    <testcase classname="${escaped(draft.name)}" name="${escaped(name)}"`
      if (!isAsGrave(one, failOn)) return `${open}/>`
      return `${open}>\n      <failure type="${verdict}" message="${escaped(reasons[0] ?? verdict)}">${escaped(reasons.join('\n'))}</failure>\n    </testcase>`
    })
    const failed = verdicts.filter((one) => isAsGrave(one, failOn)).length
    return `  <testsuite name="${escaped(draft.name)}" tests="${verdicts.length}" failures="${failed}">\n${cases.map((c) => `${c}\n`).join('')}  </testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`
}

/** Text for XML 1.0, which has no control characters and no lone surrogates: these are shown as U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]+/g, ' ')
}
