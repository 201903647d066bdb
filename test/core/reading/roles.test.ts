import { describe, expect, test } from 'vitest'
import { Ancestries } from '../../../src/core/reading/ancestry.js'
import { textUnits } from '../../../src/core/reading/lines.js'
import { giveRoles } from '../../../src/core/reading/roles/index.js'

/** Roles of a plain-text page's lines, each `1` body or `0` not. */
function rolesOf(lines: readonly (readonly [0 | 1, string])[]): string[] {
  const text = lines.map(([, line]) => line).join('\n\n')
  const scores = Float64Array.from(lines, ([body]) => body)
  const marks = { title: null, standfirst: null, authors: [] }
  return giveRoles(text, textUnits(text), scores, 0.5, marks, new Ancestries(new Map())).map((b) => b.role)
}

const STORY = 'The harbour board voted on Monday to delay the dredging of the northern basin until the autumn.'
const MORE = 'Fishermen had asked for the delay, which they said would save the herring season on the coast.'

describe('a plain-text line that says again what the article says', () => {
  const quote = 'to delay the dredging of the northern basin until the autumn'

  test('is a pull quote where it stands alone', () => {
    expect(
      rolesOf([
        [1, STORY],
        [1, quote],
        [1, MORE],
      ]),
    ).toEqual(['paragraph', 'pull-quote', 'paragraph'])
  })

  test('is the article where it stands twice, as lists have it', () => {
    expect(
      rolesOf([
        [1, STORY],
        [1, quote],
        [1, MORE],
        [1, quote],
        [1, MORE],
      ]),
    ).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'])
  })

  test('is a heading where it is short and not in quotation marks', () => {
    const short = 'delay the dredging of the northern basin'
    expect(
      rolesOf([
        [1, STORY],
        [1, short],
        [1, MORE],
      ]),
    ).toEqual(['paragraph', 'heading', 'paragraph'])
    expect(
      rolesOf([
        [1, STORY],
        [1, `“${short}”`],
        [1, MORE],
      ]),
    ).toEqual(['paragraph', 'pull-quote', 'paragraph'])
  })
})

describe('the author of a plain-text page', () => {
  const note = 'Lena Ortiz covers harbours and the sea for the Post from Lissen.'

  test('is known by the byline, and the note on them by their name', () => {
    expect(
      rolesOf([
        [0, 'Harbour board delays dredging until autumn'],
        [0, 'By Lena Ortiz'],
        [1, STORY],
        [1, MORE],
        [0, note],
      ]),
    ).toEqual(['title', 'byline', 'paragraph', 'paragraph', 'author-note'])
  })

  test('is nobody where the byline names another', () => {
    expect(
      rolesOf([
        [0, 'Harbour board delays dredging until autumn'],
        [0, 'By Tom Okafor'],
        [1, STORY],
        [1, MORE],
        [0, note],
      ]).at(-1),
    ).toBe('notice')
  })
})
