import {
  type Checked,
  type Difference,
  gravity,
  Lines,
  type Place,
  VERDICTS,
  type Verdict,
} from '../core/check/index.js'
import { type Run, Sheet } from '../core/exports/sheet.js'
import type { Palette, Terminal } from '../core/exports/terminal.js'
import { visible } from '../core/exports/visible.js'

/** A sign for each gravity that tells also where there is no colour. */
const SIGNS = { right: '✓', judged: '?', wrong: '✗' } as const

/**
 * A checked draft for a person: each verdict with its place in the draft, what is different marked word by word, where the
 * words stand in the source, and why; those that hold last and short.
 */
export function checkText(checked: Checked, terminal: Terminal): string {
  const { draft, verdicts, passedOver } = checked
  const { palette } = terminal
  const sheet = new Sheet(terminal)
  const lines = new Lines(draft.reading.text)
  const at = (offset: number): string => {
    const { line, column } = lines.at(offset)
    return `${line}:${column}`
  }
  sheet.put([{ text: visible(draft.name), paint: palette.title }])
  sheet.put(summary(verdicts, palette))
  const [wrong, right] = [verdicts.filter((v) => !holds(v)), verdicts.filter(holds)]
  for (const verdict of wrong) {
    sheet.gap()
    putVerdict(sheet, checked, verdict, at(verdict.span.start))
  }
  if (right.length > 0) sheet.gap()
  for (const { verdict, span, places, reasons, marks } of right) {
    const { title } = VERDICTS[gravity(verdict)] as (typeof VERDICTS)[number]
    sheet.putBoth(
      [
        { text: `${SIGNS.right} `, paint: palette.direct },
        { text: short(draft.reading.text.slice(span.start, span.end)) },
        { text: ` · ${title.toLowerCase()}`, paint: palette.quiet },
        { text: places.map((place) => ` · ${placeOf(place)}`).join(''), paint: palette.quiet },
      ],
      { text: at(span.start), paint: palette.quiet },
    )
    // Of marks alone the verdict says enough; what else there is to know has to be seen here too.
    if (verdict === 'supported' || marks.includes('brackets'))
      for (const reason of reasons) sheet.put([{ text: visible(reason), paint: palette.quiet }], [DEEPER, DEEPER])
  }
  if (passedOver.length > 0) {
    sheet.gap()
    sheet.put([{ text: 'Not checked:', paint: palette.quiet }])
    for (const { span, why } of passedOver) {
      const words = short(draft.reading.text.slice(span.start, span.end))
      sheet.put([{ text: `${at(span.start)} “${words}”: ${why}`, paint: palette.quiet }], [INDENT, INDENT])
    }
  }
  return sheet.text()
}

/** Where in a source, as its name, line and column. */
function placeOf({ source, span }: Place): string {
  const { line, column } = new Lines(source.reading.text).at(span.start)
  return `${visible(source.name)} ${line}:${column}`
}

const INDENT: Run = { text: '  ' }
const DEEPER: Run = { text: '    ' }
/** Of words that are only named no more than this is shown, in UTF-16 code units. */
const SHORT = 72

const holds = ({ verdict }: Verdict): boolean => gravity(verdict) <= gravity('supported')

const isJudgement = ({ verdict }: Verdict): boolean =>
  (VERDICTS[gravity(verdict)] as (typeof VERDICTS)[number]).of === 'report'

function summary(verdicts: readonly Verdict[], palette: Palette): Run[] {
  if (verdicts.length === 0) return [{ text: 'Nothing was found to check.', paint: palette.notice }]
  const parts = VERDICTS.map(({ name, title }) => ({
    title,
    n: verdicts.filter(({ verdict }) => verdict === name).length,
  })).filter(({ n }) => n > 0)
  return [{ text: parts.map(({ title, n }) => `${n} ${title.toLowerCase()}`).join(' · ') }]
}

function putVerdict(sheet: Sheet, { draft }: Checked, v: Verdict, place: string): void {
  const { palette } = sheet
  const { title } = VERDICTS[gravity(v.verdict)] as (typeof VERDICTS)[number]
  const also = v.also.map(
    (name) => ` · also ${(VERDICTS[gravity(name)] as (typeof VERDICTS)[number]).title.toLowerCase()}`,
  )
  sheet.putBoth(
    [
      { text: `${isJudgement(v) ? SIGNS.judged : SIGNS.wrong} ${title}`, paint: palette.notice },
      { text: also.join(''), paint: palette.notice },
      { text: isJudgement(v) ? ' (a judgement, not a fact)' : '', paint: palette.quiet },
    ],
    { text: place, paint: palette.quiet },
  )
  sheet.put(marked(draft.reading.text, v, palette), [INDENT, INDENT])
  for (const place of v.places) {
    const { source, span } = place
    sheet.putBoth(
      [{ text: visible(source.reading.text.slice(span.start, span.end).replace(/\s+/g, ' ')), paint: palette.quiet }],
      { text: placeOf(place), paint: palette.quiet },
      [{ text: '  = ', paint: palette.quiet }, DEEPER],
    )
  }
  for (const reason of v.reasons) sheet.put([{ text: visible(reason) }], [DEEPER, DEEPER])
  for (const { source, span, similarity } of v.places.length === 0 ? v.nearest : []) {
    const words = short(source.reading.text.slice(span.start, span.end))
    const { line, column } = new Lines(source.reading.text).at(span.start)
    sheet.put(
      [
        {
          text: `nearest (${Math.round(100 * similarity)} %): ${words} ${visible(source.name)} ${line}:${column}`,
          paint: palette.quiet,
        },
      ],
      [DEEPER, DEEPER],
    )
  }
}

// What the draft has otherwise in [+ +], what it left out in [- -]: to be read also where there is no colour.
function marked(text: string, { span, difference, places }: Verdict, palette: Palette): Run[] {
  const own = visible(text.slice(span.start, span.end).replace(/\s+/g, ' '))
  if (!difference.some(({ how }) => how === 'changed' || how === 'added' || how === 'left-out')) return [{ text: own }]
  const out: Run[] = []
  const put = (run: Run) => {
    if (run.text === '') return
    if (out.length > 0) out.push({ text: ' ' })
    out.push(run)
  }
  for (const part of difference) {
    const draft = wordsOf(text, part.draft)
    const source = wordsOf(places[part.place]?.source.reading.text ?? '', part.source)
    if (isWrong(part)) {
      if (source) put({ text: `[-${source}-]`, paint: palette.quiet })
      if (draft) put({ text: `[+${draft}+]`, paint: palette.notice })
    } else put({ text: draft })
  }
  return out
}

const isWrong = ({ how }: Difference): boolean => how === 'changed' || how === 'added' || how === 'left-out'

const wordsOf = (text: string, span: Difference['draft']): string =>
  span ? visible(text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()) : ''

function short(words: string): string {
  const line = visible(words.replace(/\s+/g, ' ').trim())
  return line.length <= SHORT ? line : `${line.slice(0, SHORT - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
