import { describe, expect, it } from 'vitest'
import { pageFromText, type Reading } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'

const html = (source: string): Reading => read(pageFromText(source, { kind: 'html' }))
const plain = (source: string): Reading => read(pageFromText(source, { kind: 'text' }))

/** The role of the block that begins with some words. */
function roleOf({ text, blocks }: Reading, words: string): string | undefined {
  return blocks.find((b) => text.startsWith(words, b.start))?.role
}

const LONG = [
  'The harbour board voted on Thursday night to sell the old customs house, after a debate that went on for four hours and emptied the gallery twice.',
  'Nobody on the board could say what the buyer means to do with the building, which has stood empty since the ferry company moved out of it nine years ago.',
  'The clerk told members that the roof had been patched so often that there was more patch than roof, and that the survey had been paid for three times.',
  'A vote on the crane beside it was put off until the spring, when the board hopes to know who owns the ground that it stands on.',
]
const paragraphs = LONG.map((words) => `<p>${words}</p>`).join('\n')

describe('a page laid out with tables', () => {
  const reading =
    html(`<html><head><title>Aarle Weekly Gazette On-Line -- Board sells the customs house</title></head><body>
<table width=700><tr><td colspan=2><font size=1>Friday, March 6, 1998 -- No. 14</font></td></tr><tr><td width=120>
<a href=a.html>Home</a><br><a href=b.html>Harbour</a><br><a href=c.html>Letters</a></td><td>
<font size=5><b>Board sells the customs house</b></font><br><i>By INES AALTO<br>Gazette Harbour Reporter</i><br><br>
${LONG.slice(0, 2).join('<br><br>')}<br><br>
<table border=1 align=left><tr><td><img src=c.gif><br><font size=1>The customs house from the quay. (Gazette photo by Pim Vale)</font></td></tr></table>
${LONG[2]}<br><br><b>The crane</b><br><br>${LONG[3]}
<p><a href=h.html>Back to Harbour</a> | <a href=m.html>Write to us</a><hr><font size=1>(c) 1998 Aarle Weekly Gazette.</font>
</td></tr></table></body></html>`)

  it('reads prose in its cells as paragraphs, and a bold line as a heading', () => {
    for (const words of LONG) expect(roleOf(reading, words.slice(0, 40))).toBe('paragraph')
    expect(roleOf(reading, 'The crane')).toBe('heading')
    expect(reading.blocks.some((b) => b.role === 'table')).toBe(false)
  })

  it('tells headline, byline and post apart though one block holds them', () => {
    expect(roleOf(reading, 'Board sells')).toBe('title')
    expect(roleOf(reading, 'By INES AALTO')).toBe('byline')
    expect(roleOf(reading, 'Gazette Harbour Reporter')).toBe('byline')
    expect(reading.meta).toMatchObject({
      title: 'Board sells the customs house',
      authors: ['INES AALTO'],
      published: '1998-03-06',
    })
  })

  it('keeps running text whole that stands in one block with the headline', () => {
    const whole = html(`<html><head><title>Aarle Weekly -- Board sells the customs house</title></head><body><div>
Board sells the customs house<br>By Ines Aalto<br>${LONG.join('<br>')}</div></body></html>`)
    expect(whole.blocks.map(({ role }) => role)).toEqual(['title', 'byline', 'paragraph'])
    expect(whole.text.slice(whole.blocks[2]?.start).startsWith(LONG[0] as string)).toBe(true)
  })

  it('keeps the picture’s words and the page’s foot out of the body', () => {
    expect(roleOf(reading, 'The customs house from')).toBe('caption')
    expect(roleOf(reading, 'Back to Harbour')).toBe('navigation')
    expect(roleOf(reading, '(c) 1998')).toBe('legal-notice')
  })

  it('leaves a table of figures a table', () => {
    const reading = html(`<h1>What the board paid</h1>${paragraphs}
<table><tr><td>Roof</td><td>9,100 crowns in all</td></tr><tr><td>Survey</td><td>3,300 crowns each time</td></tr></table>${paragraphs}`)
    for (const { role, start } of reading.blocks)
      if (reading.text.startsWith('9,100', start)) expect(role).not.toBe('paragraph')
  })
})

describe('what sells a subscription', () => {
  it('is no body in the box that such a line opens', () => {
    const reading = html(`<article><h1>Board sells the customs house</h1>${paragraphs}
<div class=wall><h2>Subscribe to read on</h2><p>Already one of our readers? Log in here.</p><ul><li>Six months for 20 crowns, ended when you like.</li>
<li>A year for 30 crowns, with the Sunday paper.</li></ul></div></article>`)
    for (const words of ['Subscribe to', 'Already one', 'Six months', 'A year'])
      expect(['newsletter', 'notice', 'navigation'], words).toContain(roleOf(reading, words))
    expect(roleOf(reading, (LONG[3] as string).slice(0, 30))).toBe('paragraph')
  })

  it('does not take the article with it where both share a box', () => {
    const reading = html(`<div><p>Sign up for the Harbour letter</p>${paragraphs}</div>`)
    for (const words of LONG) expect(roleOf(reading, words.slice(0, 40))).toBe('paragraph')
  })

  it('is no date, though "Markets" begins as March does', () => {
    const reading = html(`<div><a href=/>The Gauge</a> <a href=/m>Markets</a> <a href=/s>Join for 2 crowns</a></div>
<h1>Board sells the customs house</h1>${paragraphs}`)
    expect(roleOf(reading, 'The Gauge')).not.toBe('dateline')
  })
})

describe('a page that goes on', () => {
  const reading =
    html(`<main><h1>Storm live: bridge shut</h1><p class=summary>Two roads are shut and the ferry is tied up at the quay</p>
<p>Last updated: 3 May 2026 14:20</p><div><button>Newest on top</button></div>
<article><time>14:20</time><h2>Ferry tied up</h2><p>${LONG[0]}</p><p class=share><a href=#>Share this post</a></p></article>
<article><time>13:05</time><h2>Road shut</h2><p>${LONG[1]}</p><p class=share><a href=#>Share this post</a></p></article>
<article><time>12:10</time><h2>First gusts</h2><p>${LONG[2]}</p><p class=share><a href=#>Share this post</a></p></article></main>`)

  it.each([
    ['Two roads', 'standfirst'],
    ['Last updated', 'dateline'],
    ['Newest on top', 'navigation'],
    ['14:20', 'dateline'],
    ['12:10', 'dateline'],
    ['Share this post', 'share'],
  ])('gives %s the role %s', (words, role) => {
    expect(roleOf(reading, words)).toBe(role)
  })
})

describe('a press release', () => {
  const release = (mark: string, dateline = 'AARLE, 3 May 2026 -- ') =>
    plain(
      `FOR RELEASE AT ONCE\n\nHARBOUR BOARD TO SELL THE OLD CUSTOMS HOUSE\n\n${dateline}${LONG.join('\n\n')}\n\n${mark}\n\nAbout the board. The Aarle harbour board is owned by the town and by its four neighbours, and runs two quays.\n`,
    )

  it.each(['# # #', 'ENDS', '-30-', '- Ends -'])('ends at %s', (mark) => {
    const reading = release(mark)
    expect(roleOf(reading, 'About the board')).toBe('notice')
    expect(roleOf(reading, 'A vote on the crane')).toBe('paragraph')
  })

  it('ends at its notes to editors', () => {
    const reading = release('Notes to editors: Pictures of the house can be had from the clerk at any hour of the day.')
    expect(roleOf(reading, 'Notes to editors')).toBe('notice')
    expect(roleOf(reading, 'About the board')).toBe('notice')
  })

  it('does not end at a mark that parts its sections, or at a number', () => {
    const reading = plain(
      `${LONG[0]}\n\n${LONG[1]}\n\n###\n\n${LONG[2]}\n\n###\n\n${LONG[3]}\n\n30\n\nThe town’s own survey of the ground is due in April, and the board has asked to see it before anybody else does.\n`,
    )
    for (const words of LONG.slice(1)) expect(roleOf(reading, words.slice(0, 30))).toBe('paragraph')
  })

  it('is published on the day of its dateline', () => {
    expect(release('ENDS').meta.published).toBe('2026-05-03')
    expect(release('ENDS', '').meta.published).toBe(null)
    expect(release('ENDS', 'The board met on 3 May 2026 — and ').meta.published).toBe(null)
  })
})

describe('the minutes of a meeting', () => {
  it('are titled by what they are of, not by who held it, with place and day below', () => {
    const reading = plain(
      `TOWN OF AARLE\nOFFICE OF THE CLERK\n\nMinutes of the meeting on the sale of the customs house\nTown hall, 3 May 2026\n\n${LONG.join('\n\n')}\n`,
    )
    expect(reading.meta.title).toBe('Minutes of the meeting on the sale of the customs house')
    expect(roleOf(reading, 'Town hall')).toBe('dateline')
    expect(reading.meta.published).toBe('2026-05-03')
  })
})
