/**
 * WARC files of pages for the demonstration of many workers: the pages of corpora/pages and the texts of PolNeAR as HTML,
 * each varied as often as it takes: another date, another line at the end, names exchanged. They differ in their bytes, so
 * each has an id of its own.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { corpus, gold, pagesOf } from './library.mjs'
import { random } from './synthetic-pages.mjs'

/** Of so many pages one is a whole page of a publisher; the others are texts in a plain frame. */
const ONE_IN = 10
const NAMES = ['Okafor', 'Dorn', 'Lindqvist', 'Abara', 'Petrov', 'Halloran', 'Sato', 'Mbeki', 'Castellan', 'Weiss']

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const two = (n) => String(n).padStart(2, '0')

/** A day of one of ten years. */
function dayOf(next) {
  return `${2014 + Math.floor(next() * 10)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`
}

function framed({ title, text }, i, next) {
  const [head = title ?? 'Untitled', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  const name = NAMES[Math.floor(next() * NAMES.length)]
  const day = dayOf(next)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(head)}</title>
<meta property="article:published_time" content="${day}"><meta property="og:site_name" content="The ${NAMES[i % NAMES.length]} Post"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${escaped(head)}</h1>
${rest.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<p>Mayor ${name} said on ${day} that the report number ${i} had been read by ${1 + Math.floor(next() * 900)} people.</p>
</article><footer><p>Page ${i}. All rights reserved.</p></footer></body></html>`
}

function varied({ html }, i, next) {
  const line = `<p>Mayor ${NAMES[Math.floor(next() * NAMES.length)]} said that the page number ${i} had been seen.</p>`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? html + line : html.slice(0, end) + line + html.slice(end)
}

/**
 * Writes so many pages into WARC files of so many each, in a folder.
 *
 * @returns the files, and the bytes of the pages
 */
export function writeArchives(folder, pages, perFile) {
  const whole = pagesOf('pages')
  const texts = gold(corpus('polnear'), 'train.jsonl')
  const next = random(17)
  mkdirSync(folder, { recursive: true })
  const files = []
  let bytes = 0
  for (let from = 0; from < pages; from += perFile) {
    const members = []
    for (let i = from; i < Math.min(pages, from + perFile); i++) {
      const turn = Math.floor(i / ONE_IN)
      const html =
        i % ONE_IN === 0
          ? varied(whole[turn % whole.length], i, next)
          : framed(texts[(i - turn) % texts.length], i, next)
      const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`)
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
      const head = [
        'WARC/1.1',
        'WARC-Type: response',
        `WARC-Record-ID: <urn:uuid:${id}>`,
        `WARC-Target-URI: https://news-${i % 40}.example/${i}`,
        'WARC-Date: 2024-01-02T03:04:05Z',
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${block.length}`,
      ]
      bytes += Buffer.byteLength(html)
      members.push(
        gzipSync(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])),
      )
    }
    const file = join(folder, `${String(files.length).padStart(5, '0')}.warc.gz`)
    writeFileSync(file, Buffer.concat(members))
    files.push(file)
  }
  return { files, bytes }
}
