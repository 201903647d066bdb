import { describe, expect, it } from 'vitest'
import { found, rulesOf } from './found.js'

const HEARING = `In attendance: Ana Vetch, chair; Dr. Pim Aalto; Lars Quill, Eastgate Rail.
CHAIR VETCH: Good afternoon. We have one witness.
I ask for quiet in the gallery.
(Applause.)
He will begin.
DR. AALTO: Thank you. I said in May that the bridge was safe. I was wrong.
Q: Who told you it was safe?
DR. AALTO: The ministry told me.
Q [from the gallery]: Shame!
CHAIR VETCH: That is enough. We will adjourn.
(The hearing ended at 4:10.)`

describe('turns', () => {
  it('go on over paragraphs up to the next label, without what the transcriber puts in brackets', async () => {
    expect(await found(HEARING)).toEqual([
      'CHAIR VETCH | : | Good afternoon. We have one witness … I ask for quiet in the gallery … He will begin',
      'DR. AALTO | : | Thank you. I said in May that the bridge was safe. I was wrong',
      'Q | : | Who told you it was safe',
      'DR. AALTO | : | The ministry told me',
      'Q | : | Shame',
      'CHAIR VETCH | : | That is enough. We will adjourn',
    ])
  })

  it('are told by labels that recur, whatever their case', async () => {
    const text =
      'Okafor: When did you stop?\nKeller: In 1998.\nI sold the boat.\nOkafor: Why did you stop?\nKeller: My knees hurt.'
    expect(await found(text)).toEqual([
      'Okafor | : | When did you stop',
      'Keller | : | In 1998 … I sold the boat',
      'Okafor | : | Why did you stop',
      'Keller | : | My knees hurt',
    ])
  })

  it('take a time before the label, and keep a bracket that closes in what is said', async () => {
    const text =
      '[00:01] VANE: (Inaudible) the dam?\n[00:09] ROE: It held (just).\n[00:12] VANE: For how long?\n[00:20] ROE: A day.'
    expect(await found(text)).toEqual([
      'VANE | : | (Inaudible) the dam',
      'ROE | : | It held (just)',
      'VANE | : | For how long',
      'ROE | : | A day',
    ])
  })

  it('end at a heading and at a row of ornaments', async () => {
    const talk = 'Q: Is it shut?\nA: It is.\nQ: For good?\nA: No.'
    const after = 'The lock was built in 1931 of steel.'
    for (const line of ['[heading] The lock', '[notice] * * *'])
      expect((await found(`${talk}\n${line}\n${after}`)).at(-1), line).toMatch(/^A \| : \| No\.?$/)
  })

  it('are not seen in lists of times and places, or in one label that recurs', async () => {
    expect(await rulesOf('Date: 3 May\nPlace: Town hall\nDate: 9 May\nPlace: The old quay')).not.toContain('turn')
    const updates = 'UPDATE: The road is open.\nIt was shut at noon.\nUPDATE: The road is shut.\nSnow fell on the pass.'
    expect(await rulesOf(updates)).not.toContain('turn')
  })
})
