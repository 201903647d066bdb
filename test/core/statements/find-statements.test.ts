import { describe, expect, it } from 'vitest'
import { pageFromText, slice } from '../../../src/core/model/index.js'
import { read } from '../../../src/core/reading/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'

/** A statement as `speaker | cue | content`, the way a person would write it down. */
async function found(text: string): Promise<string[]> {
  const reading = read(pageFromText(text, { kind: 'article' }))
  return (await findStatements(reading, rulesTagger)).map((s) => {
    const show = (x: { start: number; end: number } | null) => (x ? slice(reading.text, x) : '-')
    return `${show(s.mention)} | ${show(s.cue)} | ${s.content.map(show).join(' … ')}`
  })
}

describe('findStatements', () => {
  it('finds a quotation, its speaker and its verb', async () => {
    expect(await found('“The bridge will stay closed until May,” Mayor Ana Roe said.')).toEqual([
      'Mayor Ana Roe | said | “The bridge will stay closed until May,”',
    ])
  })

  it('finds nothing in text that attributes nothing', async () => {
    expect(await found('The bridge is long. It was built in 1931 of steel and stone.')).toEqual([])
  })
})
