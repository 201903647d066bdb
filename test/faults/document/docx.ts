import { zip } from '../../node/sources/archives.js'

/** A Word document whose text is these runs of WordprocessingML, with these declarations before it. */
export function docx(runs: string, declarations = ''): Buffer {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const document = `<?xml version="1.0"?>${declarations}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>${runs}</w:r></w:p></w:body></w:document>`
  return zip([
    { path: '[Content_Types].xml', bytes: Buffer.from(types), method: 8 },
    { path: '_rels/.rels', bytes: Buffer.from(relations), method: 8 },
    { path: 'word/document.xml', bytes: Buffer.from(document), method: 8 },
  ])
}
