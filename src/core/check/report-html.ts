import { Lines } from './lines.js'
import { type Checked, type Difference, gravity, type Place, VERDICTS, type Verdict } from './verdict.js'

/**
 * Checked drafts as one page of HTML that needs nothing else: no script, nothing from the network. The draft with its
 * quotations marked, then each verdict with the source's words, what differs word by word, and why. What differs is told
 * by marks and words, not by colour alone; light and dark.
 */
export function toCheckHtml(drafts: readonly Checked[]): string {
  const title = drafts.length === 1 ? `Check of ${drafts[0]?.draft.name ?? ''}` : `Check of ${drafts.length} drafts`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="onrecord">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${drafts.map((checked, i) => draftHtml(checked, i, drafts.length > 1)).join('\n')}
</main>
</body>
</html>
`
}

function draftHtml({ draft, verdicts, passedOver }: Checked, number: number, withName: boolean): string {
  const lines = new Lines(draft.reading.text)
  const counts = VERDICTS.map(({ name, title }) => ({
    title,
    n: verdicts.filter(({ verdict }) => verdict === name).length,
  }))
    .filter(({ n }) => n > 0)
    .map(({ title, n }) => `<li>${n} ${escaped(title.toLowerCase())}</li>`)
  const order = verdicts.map((_, i) => i).sort((a, b) => gravityAt(verdicts, b) - gravityAt(verdicts, a) || a - b)
  const over = passedOver.map(({ span, why }) => {
    const { line, column } = lines.at(span.start)
    return `<li>${line}:${column} <q>${escaped(draft.reading.text.slice(span.start, span.end))}</q>: ${escaped(why)}</li>`
  })
  return `<section>
${withName ? `<h2>${escaped(draft.name)}</h2>` : ''}
<ul class="counts">${counts.length > 0 ? counts.join('') : '<li>Nothing was found to check.</li>'}</ul>
<details open><summary>The draft</summary>
<div class="draft">${markedDraft(draft.reading.text, verdicts, number)}</div>
</details>
<ol class="verdicts">
${order.map((i) => verdictHtml(draft.reading.text, verdicts[i] as Verdict, `v${number}-${i}`, lines)).join('\n')}
</ol>
${over.length > 0 ? `<details><summary>Not checked (${over.length})</summary><ul>${over.join('')}</ul></details>` : ''}
</section>`
}

const gravityAt = (verdicts: readonly Verdict[], i: number): number => gravity((verdicts[i] as Verdict).verdict)
const definitionOf = ({ verdict }: Verdict) => VERDICTS[gravity(verdict)] as (typeof VERDICTS)[number]

/** How bad a verdict is, as a class and a sign that tells without colour. */
function weight(verdict: Verdict): { readonly name: string; readonly sign: string } {
  if (gravity(verdict.verdict) <= gravity('supported')) return { name: 'right', sign: '✓' }
  return definitionOf(verdict).of === 'report' ? { name: 'judged', sign: '?' } : { name: 'wrong', sign: '✗' }
}

function markedDraft(text: string, verdicts: readonly Verdict[], number: number): string {
  let html = ''
  let at = 0
  verdicts
    .map((verdict, i) => ({ verdict, i }))
    .sort((a, b) => a.verdict.span.start - b.verdict.span.start)
    .forEach(({ verdict, i }) => {
      const { start, end } = verdict.span
      if (start < at) return
      const { name, sign } = weight(verdict)
      html += `${escaped(text.slice(at, start))}<a class="mark ${name}" href="#v${number}-${i}"><span aria-hidden="true">${sign} </span>${escaped(text.slice(start, end))}</a>`
      at = end
    })
  return html + escaped(text.slice(at))
}

function verdictHtml(text: string, verdict: Verdict, id: string, lines: Lines): string {
  const { title, of } = definitionOf(verdict)
  const { name, sign } = weight(verdict)
  const { line, column } = lines.at(verdict.span.start)
  const also = verdict.also.map(
    (each) => ` · also ${(VERDICTS[gravity(each)] as (typeof VERDICTS)[number]).title.toLowerCase()}`,
  )
  const judged = of === 'report' ? ' <span class="quiet">(a judgement, not a fact)</span>' : ''
  const places = verdict.places.map((place) => `<p class="source">${placeHtml(place)}</p>`)
  const nearest =
    verdict.places.length > 0
      ? []
      : verdict.nearest.map(
          (place) =>
            `<p class="source"><span class="quiet">nearest, ${Math.round(place.similarity * 100)} %:</span> ${placeHtml(place)}</p>`,
        )
  return `<li id="${id}" class="${name}">
<h3><span aria-hidden="true">${sign}</span> ${escaped(title)}${escaped(also.join(''))}${judged} <span class="quiet">${line}:${column}</span></h3>
<blockquote>${differenceHtml(text, verdict)}</blockquote>
${[...places, ...nearest].join('\n')}
${verdict.reasons.map((reason) => `<p>${escaped(reason)}</p>`).join('\n')}
</li>`
}

function placeHtml({ source, span }: Place): string {
  const { line, column } = new Lines(source.reading.text).at(span.start)
  return `<q>${escaped(source.reading.text.slice(span.start, span.end))}</q> <span class="quiet">${escaped(source.name)} ${line}:${column}</span>`
}

const isWrong = ({ how }: Difference): boolean => how === 'changed' || how === 'added' || how === 'left-out'

function differenceHtml(text: string, { span, difference, places }: Verdict): string {
  if (!difference.some(isWrong)) return escaped(text.slice(span.start, span.end))
  const parts = difference.flatMap((part) => {
    const draft = part.draft ? escaped(text.slice(part.draft.start, part.draft.end).trim()) : ''
    const source = places[part.place]?.source.reading.text
    const theirs = part.source && source ? escaped(source.slice(part.source.start, part.source.end).trim()) : ''
    if (!isWrong(part)) return draft === '' ? [] : [draft]
    return [
      ...(theirs === '' ? [] : [`<del><span class="sr">in the source: </span>${theirs}</del>`]),
      ...(draft === '' ? [] : [`<ins><span class="sr">in the draft: </span>${draft}</ins>`]),
    ]
  })
  return parts.join(' ')
}

/** Text that is only text: no markup, nothing that steers what is shown. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

// Every pair of colours has a contrast of 4.5 to 1 or more (WCAG AA), in both schemes.
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfb; --quiet: #5b5b66; --line: #b9b9c2;
  --wrong: #9b1c1c; --judged: #7a4a00; --right: #1c5d2b; --del: #fde3e1; --ins: #fff1c2; --link: #1a4fa3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9ec; --paper: #17171a; --quiet: #a3a3ad; --line: #55555f;
  --wrong: #ff9d94; --judged: #f0c069; --right: #8fd6a0; --del: #4a1d1a; --ins: #4a3f12; --link: #9cc2ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 48rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
.draft { white-space: pre-wrap; border: 1px solid var(--line); border-radius: .25rem; padding: .75rem 1rem; }
.mark { color: inherit; text-decoration: none; border-bottom: 2px solid; border-radius: .1rem; }
.mark.wrong { border-bottom-style: double; border-bottom-width: 4px; }
.mark.judged { border-bottom-style: dashed; }
.wrong > h3, .mark.wrong { color: var(--wrong); }
.judged > h3, .mark.judged { color: var(--judged); }
.right > h3, .mark.right { color: var(--right); }
.verdicts { list-style: none; padding: 0; }
.verdicts > li { margin: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--line); }
.verdicts > li:target { border-inline-start-color: var(--link); }
blockquote { margin: .25rem 0 .5rem; }
p { margin: .25rem 0; }
.source { padding-inline-start: 1rem; }
.quiet { color: var(--quiet); font-weight: 400; }
del { background: var(--del); }
ins { background: var(--ins); font-weight: 700; }
summary { cursor: pointer; margin: 1rem 0 .5rem; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { max-width: none; } details { display: block; } }
`
