import { describe, expect, test } from 'vitest'
import { read } from '../../src/core/reading/index.js'
import { pageFromBytes } from '../../src/node/page.js'
import { docx, paragraph, pdf } from './documents.js'

describe('PDF', () => {
  test('lines become paragraphs, columns follow each other, words broken at a line end are joined', async () => {
    const column = (x: number, lines: readonly string[]) =>
      lines.map((text, i): [number, number, number, string] => [x, 760 - i * 13, 11, text])
    const page = await pageFromBytes(
      pdf([
        [
          [60, 800, 20, 'Office reports clearances'],
          ...column(60, [
            'The office said on Tuesday that 412 families',
            'had been removed from the valley with-',
            'out a hearing, and that the clear-',
            'ances went on. Clearances are not new.',
          ]),
          ...column(320, ['The minister denied the findings of the', 'well-known office, he told reporters.']),
        ],
        [[60, 760, 11, 'On the second page nobody said a word.']],
      ]),
    )
    expect(page).toMatchObject({
      kind: 'text',
      charset: null,
      converter: expect.stringMatching(/^pdf \d+, pdf\.js \d/),
    })
    expect(page.text.split('\n\n')).toEqual([
      'Office reports clearances',
      'The office said on Tuesday that 412 families had been removed from the valley without a hearing, and that the clearances went on. Clearances are not new.',
      'The minister denied the findings of the well-known office, he told reporters.',
      'On the second page nobody said a word.\n',
    ])
  })

  test('without text it is told apart from a broken one', async () => {
    await expect(pageFromBytes(pdf([[]]), { name: 'scan.pdf' })).rejects.toMatchObject({
      code: 'page-no-text',
      message: expect.stringContaining('scan.pdf'),
    })
    await expect(pageFromBytes(Buffer.from('%PDF-1.7\nnothing more'))).rejects.toMatchObject({
      code: 'page-unreadable',
    })
    const whole = pdf([[[60, 760, 11, 'Some words that stand here.']]])
    // What is cut off is read as far as it goes, or refused; it never hangs and never gives other words.
    for (const length of [40, 200, 400, whole.length - 20]) {
      const page = await pageFromBytes(whole.subarray(0, length)).catch(({ code }) => code as string)
      if (typeof page === 'string') expect(['page-unreadable', 'page-no-text']).toContain(page)
      else expect(page.text).toBe('Some words that stand here.\n')
    }
  })

  test('the same file gives the same page, and the caller keeps its bytes', async () => {
    const bytes = pdf([[[60, 760, 11, 'Some words that stand here.']]])
    const before = Buffer.from(bytes)
    expect(await pageFromBytes(bytes)).toEqual(await pageFromBytes(bytes))
    expect(bytes.equals(before)).toBe(true)
  })
})

describe('Word documents', () => {
  test('headings and paragraphs become HTML, tags in their text stay text', async () => {
    const page = await pageFromBytes(
      docx(
        `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>${paragraph('“No,” said &lt;script&gt;alert(1)&lt;/script&gt; Dorn.')}`,
      ),
    )
    expect(page).toMatchObject({ kind: 'html', converter: expect.stringMatching(/^docx/) })
    expect(page.text).toContain('<h1>Title</h1>')
    expect(read(page).text).toContain('<script>alert(1)</script> Dorn')
  })

  test('one that unpacks to too much is given up, one that is cut off refused', async () => {
    const bomb = docx(paragraph('x').repeat(200_000))
    expect(bomb.length).toBeLessThan(200_000)
    await expect(pageFromBytes(bomb, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'page-too-large' })
    const whole = docx(paragraph('Some words.'))
    await expect(pageFromBytes(whole.subarray(0, whole.length - 60))).rejects.toMatchObject({ code: 'page-unreadable' })
  })

  test('an entity that stands for a file is not read', async () => {
    const head = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    const page = await pageFromBytes(docx(paragraph('before &x; after'), head)).catch(({ code }) => code as string)
    if (typeof page === 'string') expect(page).toBe('page-unreadable')
    else expect(page.text).not.toMatch(/before \w+ after/)
  })
})

describe('mail', () => {
  const head =
    'From: Ana Okafor <press@river.example>\r\nTo: desk@tarn.example\r\nDate: Tue, 12 May 2026 09:30:00 +0200\r\nSubject: =?utf-8?Q?On_the_=E2=80=9CMarrow=E2=80=9D_report?=\r\nMIME-Version: 1.0\r\n'

  test('the HTML part is the page, with who sent it and when', async () => {
    const mail = `${head}Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E2=80=9CNo,=E2=80=9D she said.</p>\r\n--b--\r\n`
    const page = await pageFromBytes(Buffer.from(mail), { name: 'statement.eml' })
    const { text, meta } = read(page)
    expect(page.kind).toBe('html')
    expect(text).toContain('On the “Marrow” report')
    expect(text).toContain('From: Ana Okafor <press@river.example>')
    expect(text).toContain('“No,” she said.')
    expect(meta.published).toMatch(/^2026-05-12/)
  })

  test('a message of text alone is a page of text; one of pictures alone is none', async () => {
    const text = await pageFromBytes(Buffer.from(`${head}\r\nThe office stands by its report.\r\n`), { name: 'a.eml' })
    expect(text).toMatchObject({ kind: 'text', text: expect.stringContaining('\n\nThe office stands by its report.') })
    const picture = `${head}Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n`
    await expect(pageFromBytes(Buffer.from(picture), { name: 'b.eml' })).rejects.toMatchObject({ code: 'page-empty' })
  })

  test('parts nested without end are refused', async () => {
    let mail = `${head}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n`
    for (let i = 0; i < 500; i++) mail += `--b${i}\r\nContent-Type: multipart/mixed; boundary="b${i + 1}"\r\n\r\n`
    await expect(pageFromBytes(Buffer.from(mail), { name: 'deep.eml' })).rejects.toMatchObject({
      code: expect.stringMatching(/^page-/),
    })
  })
})

describe('Markdown', () => {
  const text = '# Title\n\n> “No,” said *Dorn*.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n'

  test('by its name or type it becomes HTML, and tags in it are words', async () => {
    for (const options of [{ name: 'a.md' }, { contentType: 'text/markdown; charset=utf-8' }]) {
      const page = await pageFromBytes(Buffer.from(text), options)
      expect(page).toMatchObject({ kind: 'html', converter: expect.stringMatching(/^markdown/) })
      expect(page.text).toContain('<blockquote>')
      expect(page.text).not.toMatch(/<script|href="javascript/)
      expect(read(page).text).toContain('<script>alert(1)</script>')
    }
  })

  test('as an article it is read as it stands', async () => {
    expect(await pageFromBytes(Buffer.from(text), { name: 'a.md', kind: 'article' })).toMatchObject({
      kind: 'article',
      text,
    })
  })
})
