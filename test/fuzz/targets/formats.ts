import { gzipSync } from 'node:zlib'
import type { ErrorCode } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'
import { decode } from '../../../src/node/charset.js'
import { type PageOptions, type Provenance, pageFromBytes } from '../../../src/node/page.js'
import { paragraph, pdf as pdfDocument, docx as wordDocument } from '../../node/documents.js'
import { expectInvariants } from '../../properties/invariants.js'
import { attempt, bytesOf, choice, chosen, hold, same, type Target, textOf } from '../target.js'
import { ARTICLE, SPOKEN } from './texts.js'

const MOST = 1 << 20
/** What `pageFromBytes` says that it throws. */
const CODES: readonly ErrorCode[] = [
  'page-empty',
  'page-kind-unsupported',
  'page-encrypted',
  'page-no-text',
  'page-binary',
  'page-too-large',
  'page-unreadable',
  'charset-unknown',
]

/** A page of the bytes, read, its invariants held; where that is refused, with a code of those above. */
async function survive(bytes: Uint8Array, options: PageOptions & Provenance): Promise<void> {
  const before = Buffer.from(bytes)
  const made = await attempt(CODES, () => pageFromBytes(bytes, { maxBytes: MOST, ...options }))
  hold(before.equals(bytes), () => 'the input was changed')
  if ('failure' in made) return
  const { value: page } = made
  hold(page.text.length <= MOST * 40, () => `${page.text.length} characters of ${bytes.length} bytes`)
  same(await pageFromBytes(bytes, { maxBytes: MOST, ...options }), page, 'the page')
  const outcome = await attempt(['page-empty'], () => read(page))
  if ('value' in outcome) expectInvariants(page, outcome.value)
}

export const pdf: Target = {
  name: 'pdf',
  about: 'PDF files',
  most: 32_768,
  seeds: () => [
    pdfDocument([
      [
        [72, 720, 24, 'Pilots refuse to sail'],
        [72, 690, 10, '“No,” said Zoe Ruiz of the har-'],
        [72, 678, 10, 'bour board.'],
      ],
    ]),
    pdfDocument([
      [
        [72, 720, 10, 'one column'],
        [320, 720, 10, 'and another'],
      ],
      [[72, 700, 10, 'a second page']],
    ]),
    bytesOf('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>\n%%EOF'),
  ],
  words: [
    'obj',
    'endobj',
    'stream',
    'endstream',
    'xref',
    'trailer',
    'startxref',
    '/Root',
    '/Pages',
    '/Kids',
    '/Count',
    '/Contents',
    '/Length',
    '/Filter',
    '/FlateDecode',
    '/Encrypt',
    '/ObjStm',
    '/Font',
    ' 0 R',
    ' Tj',
    ' TJ',
    ' Tm',
    ' Td',
    'BT ',
    ' ET',
    '/Parent',
    '/ToUnicode',
  ],
  run: (input) => survive(input, { name: 'a.pdf' }),
}

export const docx: Target = {
  name: 'docx',
  about: 'Word documents: their zip, and the XML in it',
  seeds: () => [
    chosen(0, wordDocument(paragraph('“No,” said Zoe Ruiz.') + paragraph('A second one.'))),
    chosen(1, paragraph('“No,” said Zoe Ruiz.')),
    chosen(
      1,
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> a </w:t><w:br/><w:tab/></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
    chosen(
      1,
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    ),
  ],
  run(input) {
    const { n, rest } = choice(input)
    return survive(n % 2 === 0 ? rest : wordDocument(textOf(rest)), { name: 'a.docx' })
  },
}

const MAIL = `From: =?utf-8?q?Zo=C3=A9_Ruiz?= <zoe@port.example>
To: desk@courier.example, "Voss, Lena" <lena@gates.example>
Subject: =?iso-8859-1?B?Tm8g?= sailing
Date: Fri, 14 Mar 2031 09:12:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

=E2=80=9CNo,=E2=80=9D said Zoe Ruiz.=
 Not by night.
--b1
Content-Type: text/html; charset="windows-1252"
Content-Transfer-Encoding: base64

PHA+k05vLJQgc2FpZCBab2UgUnVpei48L3A+
--b1--
`

export const mail: Target = {
  name: 'mail',
  about: 'mail messages, and saved web archives (MHTML), which are refused',
  seeds: () => [
    bytesOf(MAIL),
    bytesOf('Subject: x\n\n“No,” said Ruiz.\n'),
    bytesOf(
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>a\n--x--',
    ),
    bytesOf('Content-Type: message/rfc822\n\nContent-Type: text/plain; format=flowed; delsp=yes\n\na \nb \n'),
  ],
  words: [
    'Content-Type: ',
    'multipart/mixed; boundary=',
    'message/rfc822',
    'Content-Transfer-Encoding: ',
    'quoted-printable',
    'base64',
    'charset=',
    '=?utf-8?b?',
    '?=',
    'filename*=',
    'format=flowed',
    '\n\n--b1\n',
    'Content-Disposition: attachment',
  ],
  run: (input) => survive(input, { name: 'a.eml' }),
}

export const markdown: Target = {
  name: 'markdown',
  about: 'Markdown',
  seeds: () => [
    bytesOf(
      '# Pilots *refuse*\n\n“No,” said [Ruiz](https://a.example/x "t").\n\n> quoted\n> more\n\n1. a\n2. b\n   - c\n\n| a | b |\n| - | :-: |\n| 1 | 2 |\n\n```js\nx\n```\n\n![i](j) <b>tag</b> &amp; `code`\n\n[r]: /x\n',
    ),
    bytesOf('* a\n\n  b\n\n      code\n***\n_*x*_ ~~y~~ \\* <https://x.example>\n'),
  ],
  words: [
    '# ',
    '> ',
    '* ',
    '1. ',
    '```',
    '~~~',
    '[a](b)',
    '![',
    '](',
    '|',
    '---',
    '**',
    '__',
    '`',
    '<!--',
    '[^1]',
    '&#x41;',
    '\n\n',
  ],
  run: (input) => survive(input, { name: 'a.md' }),
}

const LABELS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'iso-2022-jp',
  'koi8-r',
  'macintosh',
  'x-user-defined',
  'utf-7',
  '',
]

export const charset: Target = {
  name: 'charset',
  about: 'bytes as text: marks, headers, declarations, guesses',
  seeds: () => [
    chosen(13, '<meta charset=windows-1252><p>\x93No\x94'),
    chosen(13, Buffer.from('\ufeff“No,” said Ruiz.', 'utf16le')),
    chosen(13, Buffer.from('“No,” said Zoë Ruiz, 漢字.')),
    chosen(4, Buffer.from('8140836583588367', 'hex')),
    chosen(5, Buffer.from('8130813084318130', 'hex')),
    chosen(8, Buffer.from('1b2442463c4b5c1b2842', 'hex')),
    chosen(13, '<?xml version="1.0" encoding="koi8-r"?><p>\xce\xc5\xd4'),
    chosen(13, Buffer.from('0000feff00000041000000e9', 'hex')),
    chosen(13, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><!-- <meta charset=x -->'),
  ],
  words: LABELS,
  async run(input) {
    const { n, rest } = choice(input)
    const header = LABELS[n % LABELS.length] || null
    const isAsked = n >= 128
    const outcome = await attempt(['charset-unknown'], () => decode(rest, isAsked ? { asked: header } : { header }))
    if ('failure' in outcome) {
      hold(isAsked, () => 'a charset that nobody asked for is unknown')
      return
    }
    const { text, charset: used } = outcome.value
    hold(text.length <= rest.length * 2 + 2, () => `${text.length} units of ${rest.length} bytes`)
    hold(/^[a-z0-9_:-]+$/.test(used), () => `the charset ${used}`)
    if (used === 'utf-8') {
      const plain = new TextDecoder('utf-8').decode(rest)
      hold(plain === text, () => 'UTF-8 is not decoded as the standard decodes it')
    }
    same(await decode(rest, isAsked ? { asked: header } : { header }), outcome.value, 'the text')
  },
}

export const page: Target = {
  name: 'page',
  about: 'a file of any kind: what it is, and gzip around it',
  seeds: () => [
    chosen(0, ARTICLE),
    chosen(0, SPOKEN),
    chosen(1, gzipSync(ARTICLE)),
    chosen(2, gzipSync(Buffer.concat([gzipSync('a'), Buffer.from('b')]))),
    chosen(3, '{\\rtf1 a}'),
    chosen(4, 'PK\x03\x04mimetypeapplication/epub+zip'),
  ],
  run(input) {
    const { n, rest } = choice(input)
    const types = [
      null,
      'text/html; charset=utf-8',
      'text/plain',
      'text/markdown',
      'message/rfc822',
      'application/pdf',
      'image/png',
      ';;=',
      'application/octet-stream',
    ]
    const names = ['a', 'a.html', 'a.txt.gz', 'a.md', 'a.eml']
    return survive(rest, { name: names[n % 5] as string, contentType: types[n % types.length] as string | null })
  },
}
