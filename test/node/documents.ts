import { deflateSync } from 'node:zlib'
import { zip } from './sources/archives.js'

/** A PDF of pages, each a list of lines at [x, y] of a size; made by hand, with a right table of offsets. */
export function pdf(
  pages: readonly (readonly (readonly [x: number, y: number, size: number, text: string])[])[],
): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, lines] of pages.entries()) {
    const drawn = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS = (more = '') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>${more}</Relationships>`

/** A Word document with that in its body. */
export function docx(body: string, head = '<?xml version="1.0"?>'): Buffer {
  const document = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`
  return zip([
    { path: '[Content_Types].xml', bytes: Buffer.from(TYPES), method: 8 },
    { path: '_rels/.rels', bytes: Buffer.from(RELATIONS()), method: 8 },
    { path: 'word/document.xml', bytes: Buffer.from(document), method: 8 },
  ])
}

/** A paragraph of a Word document. */
export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A PDF of a few hundred kilobytes, whose text its reader unpacks to hundreds of megabytes beside the JavaScript objects. */
export function packedPdf(megabytes: number): Buffer {
  const content = deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 1 })
  const objects: (string | Buffer)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'],
    [`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`, content, '\nendstream'],
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  for (const [i, object] of objects.entries())
    for (const part of [`${i + 1} 0 obj\n`, ...object, '\nendobj\n'])
      parts.push(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  parts.push(Buffer.from('trailer << /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'))
  return Buffer.concat(parts)
}
