/**
 * The style sheet of the HTML export. What was said, its cue and who said it differ without colour: a line under the
 * words (unbroken: direct; dashed: mixed; dotted: indirect), slanted, bold in a frame.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfb; --quiet: #5b5b66; --line: #b9b9c2;
  --content: #fff1c2; --cue: #dcebff; --mention: #e2f5df; --link: #1a4fa3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9ec; --paper: #17171a; --quiet: #a3a3ad; --line: #55555f;
  --content: #4a3f12; --cue: #1d3557; --mention: #1f4425; --link: #9cc2ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
h3 + p { margin: 0 0 .5rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.quiet, figcaption, .role { color: var(--quiet); }
.block { white-space: pre-wrap; margin: 0 0 1rem; }
.title, .heading { font-weight: 700; }
.title { font-size: 1.25rem; }
.list-item { padding-inline-start: 1.25rem; }
.quotation, .pull-quote { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; }
.preformatted, .table { font-family: ui-monospace, monospace; font-size: .9rem; }
.caption, .photo-credit, .agency-credit, .author-note, .byline, .dateline { font-size: .9rem; }
.role { font-size: .75rem; margin: 0; }
details { border: 1px dashed var(--line); padding: .5rem .75rem; margin: 0 0 1rem; font-size: .9rem; }
summary { cursor: pointer; }
mark { color: inherit; background: none; border-radius: .15rem; }
.content { background: var(--content); }
.direct { border-bottom: 2px solid; }
.mixed { border-bottom: 2px dashed; }
.indirect { border-bottom: 2px dotted; }
.cue { background: var(--cue); font-style: italic; }
.mention { background: var(--mention); font-weight: 700; outline: 1px solid; }
mark:target, span:target + mark, li:target { outline: 3px solid var(--link); }
sup { line-height: 0; font-size: .7rem; }
ol { padding-inline-start: 0; list-style: none; }
li { margin: 0 0 .75rem; }
@media print { body { max-width: none; padding: 0; color: #000; background: #fff; } a { color: inherit; }
  .content, .cue, .mention { background: none; } li, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } }
`

/** What the page's Content-Security-Policy lets in: this style sheet, by its SHA-256, and nothing else. */
export const HTML_STYLE_HASH = 'sha256-8hGxJ/M+OywLR0cNPy+LDSJu3ZYGJxdQFuRfXTH3t70='
