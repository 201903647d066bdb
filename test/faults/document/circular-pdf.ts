import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { drawn, FONT, pdf, stream } from './pdf.js'
import { refused } from './refused.js'

const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>'
const LINE = stream(drawn('The bridge will be closed on Monday, the ministry said.'))

export const circularPdf: Fault = {
  name: 'circular-pdf',
  what: 'PDFs made to hang a parser: a page tree that holds itself, tables of contents that name each other, a thousand million pages',
  isLong: true,
  async meet(scene) {
    // The tree's only page is the tree.
    const tree = pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
      PAGE,
      FONT,
      LINE,
    ])
    // The table says that the table before it is itself.
    const whole = pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      PAGE,
      FONT,
      LINE,
    ])
    const [, start] = /startxref\n(\d+)/.exec(whole.toString('latin1')) ?? []
    const table = Buffer.from(whole.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /Prev ${start}`), 'latin1')
    const many = pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
      PAGE,
      FONT,
      LINE,
    ])
    for (const readable of [scene.file('table.pdf', table), scene.file('many.pdf', many)])
      expect(await scene.run(['read', '--show', 'reading', readable])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('the ministry'),
      })
    const met = await refused(scene, 'tree.pdf', tree, 'page-unreadable')
    return { ...met, seen: `${met.seen}; where only the tables are, or the count is a lie, the page is read` }
  },
}
