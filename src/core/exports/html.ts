import { ARTICLE_ROLES, type Block, type Role, type Span, type Statement } from '../model/index.js'
import { readableDate } from './date.js'
import { factsOf, placeWords, speakerWords } from './facts.js'
import { groupBySpeaker } from './grouping.js'
import { escapedHtml, MarkedText } from './html-marks.js'
import { HTML_STYLE, HTML_STYLE_HASH } from './html-style.js'
import { languageOf, webAddress } from './names.js'
import { wordsOf } from './place.js'
import { type PageRecord, redactionWords } from './record.js'
import { count } from './text.js'

const POLICY = `default-src 'none'; style-src '${HTML_STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/**
 * A record as one HTML page that needs nothing else: the reading with its statements marked in it, furniture folded, then
 * the speakers with their statements, each linked to its mark and back. It has no script, its policy lets nothing in but
 * its own style sheet, and no word of the page can become markup. It prints, and follows light and dark.
 */
export function toHtml(record: PageRecord): string {
  const { page, reading, statements } = record
  const { meta } = reading
  const title = escapedHtml(meta.title ?? page.name ?? page.url ?? 'No title')
  const language = languageOf(meta.language)
  const facts = factsOf(record)
  const marked = new MarkedText(reading.text, statements, (statement) => facts(statement).who)
  return `<!DOCTYPE html>
<html lang="${language ?? ''}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
${sourceOf(record)}
</header>
<nav lang="en" aria-label="Parts"><a href="#reading">The page</a> · <a href="#speakers">Who said what</a></nav>
${LEGEND}
<main>
<section id="reading" aria-label="The page">
${stretchesOf(reading.text, reading.blocks)
  .map((stretch) => stretchHtml(stretch, marked))
  .join('\n')}
</section>
${speakersHtml(record)}
</main>
</body>
</html>
`
}

const LEGEND = `<aside lang="en" aria-label="Marks"><p class="quiet">Marked are <mark class="content direct">words in quotation marks</mark>, <mark class="content mixed">partly in them</mark>, <mark class="content indirect">reported without them</mark>, <mark class="cue">what says that it was said</mark>, and <mark class="mention">who said it</mark>. A number leads to the statement.</p></aside>`

function sourceOf(record: PageRecord): string {
  const { page, reading } = record
  const { meta } = reading
  const redacted = redactionWords(record)
  const notice = redacted === null ? '' : `\n<p class="quiet" lang="en">${escapedHtml(redacted)}</p>`
  const facts = [
    meta.publisher,
    meta.published === null ? 'no date given' : readableDate(meta.published),
    meta.authors.length > 0 ? `by ${meta.authors.join(', ')}` : null,
    meta.agency,
  ].filter((fact) => fact !== null)
  const address = page.url ?? page.name
  const web = webAddress(page.url)
  const link =
    address === null
      ? ''
      : web === null
        ? escapedHtml(address)
        : `<a href="${escapedHtml(web)}" rel="noopener noreferrer nofollow">${escapedHtml(web)}</a>`
  return `<p class="quiet" dir="auto">${escapedHtml(facts.join(' · '))}${link === '' ? '' : `<br>${link}`}</p>${notice}`
}

/** Blocks in a row, of the article or all furniture. */
interface Stretch {
  readonly isFurniture: boolean
  readonly blocks: (Span & { readonly role: Role | null; readonly level: number | null })[]
}

/** All of the text: the blocks, and what words stand between them. */
function stretchesOf(text: string, blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = []
  const put = (block: Stretch['blocks'][number]) => {
    const isFurniture = block.role !== null && !ARTICLE_ROLES.has(block.role)
    const last = stretches.at(-1)
    if (last?.isFurniture === isFurniture) last.blocks.push(block)
    else stretches.push({ isFurniture, blocks: [block] })
  }
  let at = 0
  for (const { start, end, role, level } of [
    ...blocks,
    { start: text.length, end: text.length, role: null, level: null },
  ]) {
    if (text.slice(at, start).trim() !== '') put({ start: at, end: start, role: null, level: null })
    if (end > start) put({ start, end, role, level })
    at = end
  }
  return stretches
}

function stretchHtml({ isFurniture, blocks }: Stretch, marked: MarkedText): string {
  const html = blocks.map((block) => blockHtml(block, marked, isFurniture)).join('\n')
  if (!isFurniture) return html
  const roles = [...new Set(blocks.map(({ role }) => role))].join(', ')
  return `<details><summary><span lang="en">Not the article: ${count(blocks.length, 'block')} (${roles})</span></summary>
${html}
</details>`
}

function blockHtml(
  { role, level, ...span }: Stretch['blocks'][number],
  marked: MarkedText,
  isFurniture: boolean,
): string {
  const words = marked.html(span)
  // The page's own title stands in the header; its headings begin a level below the sections of this page.
  const tag = role === 'heading' ? `h${Math.min(6, Math.max(3, (level ?? 2) + 1))}` : 'div'
  const label = isFurniture ? `<p class="role" lang="en">${role}</p>` : ''
  return `${label}<${tag} class="block ${role ?? 'between'}" dir="auto">${words}</${tag}>`
}

function speakersHtml(record: PageRecord): string {
  const { reading, statements } = record
  const facts = factsOf(record)
  const numbers = new Map<Statement, number>(statements.map((statement, i) => [statement, i + 1]))
  const items = (theirs: readonly Statement[]) =>
    theirs.map((statement) => {
      const n = numbers.get(statement)
      const { notes, undecided, place } = facts(statement)
      const words = statement.content.map((span) => wordsOf(reading, span)).join(' … ')
      const cue = statement.cue ? `<i>${escapedHtml(wordsOf(reading, statement.cue))}</i> · ` : ''
      const said = [...notes, undecided, placeWords(place)].filter((note) => note !== null)
      return `<li id="e${n}"><a href="#s${n}">[${n}]</a> <span dir="auto">${escapedHtml(words)}</span><br><span class="quiet" lang="en">${cue}${escapedHtml(said.join(' · '))}</span></li>`
    })
  const groups = groupBySpeaker(record).map(({ name, speaker, statements: theirs }) => {
    const who = speaker ? speakerWords(reading, speaker) : []
    const head =
      name === null ? '<h3 lang="en">The page does not say who</h3>' : `<h3 dir="auto">${escapedHtml(name)}</h3>`
    const by = who.length > 0 ? `<p class="quiet" dir="auto">${escapedHtml(who.join(' · '))}</p>` : ''
    return `${head}${by}\n<ol>\n${items(theirs).join('\n')}\n</ol>`
  })
  if (groups.length === 0) groups.push('<p lang="en">No statements were found.</p>')
  return `<section id="speakers" aria-labelledby="who">
<h2 id="who" lang="en">Who said what</h2>
${groups.join('\n')}
</section>`
}
