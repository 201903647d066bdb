import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { drawn, FONT, pdf, stream } from './pdf.js'
import { refused } from './refused.js'

/** What passwords are filled up with (ISO 32000-1, 7.6.3.3). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const PERMISSIONS = -44
const ID = Buffer.from('0123456789abcdef')

const md5 = (...parts: readonly Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()
const padded = (password: string) => Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32)

/** RC4, which OpenSSL has given up and old PDFs have not. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const swap = (a: number, b: number) => {
    const kept = state[a] as number
    state[a] = state[b] as number
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return bytes.map((byte) => {
    i = (i + 1) & 255
    j = (j + (state[i] as number)) & 255
    swap(i, j)
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number)
  }) as Buffer
}

/** A PDF of one line, encrypted with 40 bits (revision 2) for this password; none: anybody may open it. */
function encrypted(text: string, password: string): Buffer {
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const key = md5(padded(password), owner, permissions, ID).subarray(0, 5)
  const user = rc4(key, PADDING)
  // The key of the fifth object, which is the stream.
  const own = md5(key, Buffer.from([5, 0, 0, 0, 0])).subarray(0, 10)
  return pdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
      FONT,
      stream(rc4(own, drawn(text))),
      `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P ${PERMISSIONS} >>`,
    ],
    `/Encrypt 6 0 R /ID [<${ID.toString('hex')}> <${ID.toString('hex')}>]`,
  )
}

export const encryptedPdf: Fault = {
  name: 'encrypted-pdf',
  what: 'A PDF with a password',
  async meet(scene) {
    const text = 'The bridge will be closed on Monday, the ministry said.'
    // Encrypted, as many are that may not be printed, but for nobody in particular: it is read.
    const open = scene.file('open.pdf', encrypted(text, ''))
    expect(await scene.run(['read', '--show', 'reading', open])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the ministry'),
    })
    return refused(scene, 'closed.pdf', encrypted(text, 'secret'), 'page-encrypted')
  },
}
