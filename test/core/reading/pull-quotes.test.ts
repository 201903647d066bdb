import { describe, expect, it } from 'vitest'
import { pageFromText } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'

const SAID = 'The harbour will be dredged before the first ferries return in the spring'
const PARAGRAPHS = [
  `The council voted on Monday to reopen the old harbour, ending a dispute of eleven years. ${SAID}, the harbour master, Runa Dahlgren, told reporters after the vote.`,
  'Residents of the quays had asked for a limit on the size of ships, and the council agreed to one, though not as low as they had hoped for.',
  'The work is to cost nine million crowns, of which the county pays a third, and to be done within two years, the council said in a statement.',
  'Two of the nineteen members voted against it. They said that the cost had been counted too low, and that the silt would be back within ten years.',
]
const OFFER = 'Join eleven thousand readers who hear from us each and every morning'

const rolesOf = (between: readonly string[]) => {
  const [first, ...rest] = PARAGRAPHS.map((p) => `<p>${p}</p>`)
  const html = `<article><h1>Council reopens the harbour</h1>${first}${between.join('')}${rest.join(between.join(''))}</article>`
  const reading = read(pageFromText(html, { kind: 'html' }))
  return reading.blocks.map((b) => [b.role, reading.text.slice(b.start, b.end)] as const)
}

describe('pull quotes', () => {
  it('are lines set apart that the body says too', () => {
    expect(rolesOf([`<aside>${SAID}</aside>`])).toContainEqual(['pull-quote', SAID])
  })

  it('are not what the furniture between the paragraphs says again and again', () => {
    const roles = rolesOf([`<aside class="newsletter-signup">${OFFER}</aside>`])
    expect(roles.filter(([, text]) => text === OFFER).map(([role]) => role)).toEqual(Array(3).fill('newsletter'))
  })
})
