import { expect, test } from 'vitest'
import { contactsOf } from '../../../src/core/redaction/contacts.js'

/** The text with each contact between ‹ ›. */
function shown(text: string): string {
  let out = ''
  let at = 0
  for (const { start, end } of contactsOf(text)) {
    out += `${text.slice(at, start)}‹${text.slice(start, end)}›`
    at = end
  }
  return out + text.slice(at)
}

test.each([
  // telephone numbers
  ['call +49 30 1234 5678.', 'call ‹+49 30 1234 5678›.'],
  ['+4915112345678, 07700900123', '‹+4915112345678›, ‹07700900123›'],
  ['0044 7700 900123 or (0)30-12345678', '‹0044 7700 900123› or ‹(0)30-12345678›'],
  ['079‑123‑45‑67; 0151/12345678; 030 / 12345678', '‹079‑123‑45‑67›; ‹0151/12345678›; ‹030 / 12345678›'],
  ['555-1234, (555) 123-4567, 1-800-555-1234', '‹555-1234›, ‹(555) 123-4567›, ‹1-800-555-1234›'],
  ['+381\u00a064\u202f123 4567 and 600 123 456', '‹+381\u00a064\u202f123 4567› and ‹600 123 456›'],
  ['Ring+4915112345678 now', 'Ring‹+4915112345678› now'],
  ['Ring 0151\n12345678 now', 'Ring ‹0151\n12345678› now'],
  ['0151 12345678\n\n12 came, 555-1234 5 times', '‹0151 12345678›\n\n12 came, ‹555-1234› 5 times'],
  ['0151 12345678 / 0160 12345678', '‹0151 12345678› / ‹0160 12345678›'],
  ['+49 30-2012-1234, +49 30/2012 1234', '‹+49 30-2012-1234›, ‹+49 30/2012 1234›'],
  // other digits
  ['On 2024-05-01 10 came, on 01.05.2024 and 1. 5. 2024 17 more', null],
  ['From 2019-2021, in 2019 2020 2021, 02.2024 - 05.2024', null],
  ['1 000 000 people, 12.500.000 votes, € 12 345 678, 12 345 678 €', null],
  ['0.1234567 of 12345678, pages 998–1004, 0800-1730', null],
  ['2019\n2020\n1234\n5678', null],
  ['ISBN 978-0-306-40615-7', null],
  // addresses
  ['write to m_stone@post.example, @stone.', 'write to ‹m_stone@post.example›, ‹@stone›.'],
  ['https://post.example/profile.php?id=1000123.', '‹https://post.example/profile.php?id=1000123›.'],
  ['(see https://post.example/a_(b),12345)', '(see ‹https://post.example/a_(b),12345›)'],
  ['t.me/quay_nurse, “www.post.example”', '‹t.me/quay_nurse›, “‹www.post.example›”'],
  ['post.example/articles/12345, and/or he.she', '‹post.example/articles/12345›, and/or he.she'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected ?? text)
})
