import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const from = (name: string) => import(join(import.meta.dirname, '..', '..', 'bench', 'peers', name))

type Pair = readonly [number, number]
interface Said {
  readonly content: readonly Pair[]
}
type Narrow = (
  text: string,
  gold: readonly Said[],
  predicted: readonly Said[],
) => { gold: readonly Said[]; predicted: readonly Said[] }

const { quoted, directOnly } = (await from('direct.mjs')) as {
  quoted(text: string): Uint8Array
  directOnly(scorer: {
    words(text: string): Pair[]
    inside(role: readonly Pair[], all: readonly Pair[]): Set<number>
  }): Narrow
}
const { measure } = (await from('measure.mjs')) as {
  measure(
    program: { command: readonly string[] },
    first: object,
    warm: readonly object[],
    documents: readonly object[],
  ): Promise<{ answers: Map<string, object>; start: { wall: number }; wall: number; cpu: number }>
}

describe('direct quotations alone', () => {
  const marked = (text: string) => [...quoted(text)].map((mark, i) => (mark ? text[i] : ' ')).join('')

  it('knows what stands between double quotation marks, straight and curly', () => {
    expect(marked('a "b" c “d ’e” f')).toBe('   b     d ’e   ')
    expect(marked('“one\ntwo')).toBe(' one    ')
    expect(marked('it’s “so”')).toBe('      so ')
  })

  const narrow = directOnly({
    words: (text) => [...text.matchAll(/\w+/g)].map((m) => [m.index, m.index + m[0].length]),
    inside: (role, all) =>
      new Set(all.flatMap(([start, end], i) => (role.some(([a, b]) => a < end && b > start) ? [i] : []))),
  })
  const text = '“We won the vote today,” she said. He said they had lost “a lot” of it.'
  const span = (part: string): Pair => [text.indexOf(part), text.indexOf(part) + part.length]
  const direct = { content: [span('“We won the vote today,”')] }
  const mixed = { content: [span('they had lost “a lot” of it')] }

  it('asks for statements wholly in quotation marks', () => {
    expect(narrow(text, [direct, mixed], []).gold).toEqual([direct])
  })

  it('leaves out what is said of the other statements, and keeps what is wrong', () => {
    const piece = { content: [span('“a lot”')] }
    const near = { content: [span('“We won the vote today,” she')] }
    const { predicted } = narrow(text, [direct, mixed], [piece, near, mixed])
    expect(predicted).toEqual([near])
    expect(narrow(text, [direct], [piece]).predicted).toEqual([piece])
  })
})

describe('a peer in a process of its own', () => {
  const peer = (work: string) => ({
    command: [
      process.execPath,
      '--input-type=module',
      '-e',
      `import { serve } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'bench', 'peers', 'serve.mjs'))}
      await serve(${work})`,
    ],
  })
  const documents = ['a', 'b', 'c'].map((id) => ({ id, text: `text of ${id}` }))
  const first = { id: 'first', text: '' }

  it('answers every document, and its chatter does not matter', async () => {
    const got = await measure(
      peer('({ text }) => { console.log("chatter"); return text.length }, (n) => ({ n })'),
      first,
      documents.slice(0, 1),
      documents,
    )
    expect([...got.answers.keys()]).toEqual(['a', 'b', 'c'])
    expect(got.answers.get('b')).toMatchObject({ n: 9 })
    expect(got.cpu).toBeGreaterThan(0)
  })

  it('may throw on a document: that is an answer', async () => {
    const got = await measure(
      peer('({ id }) => { if (id === "b") throw new TypeError("no b"); return 1 }, (n) => ({ n })'),
      first,
      [],
      documents,
    )
    expect(got.answers.get('b')).toMatchObject({ error: 'TypeError: no b' })
    expect(got.answers.get('c')).toMatchObject({ n: 1 })
  })

  it('fails as a whole where it ends, by its last words', async () => {
    const dying = peer('({ id }) => { if (id === "b") { console.error("out of luck"); process.exit(3) } return {} }')
    await expect(measure(dying, first, [], documents)).rejects.toThrow('ended with 3: out of luck')
    await expect(measure({ command: ['no-such-program'] }, first, [], documents)).rejects.toThrow(/ended with|ENOENT/)
  })
})
