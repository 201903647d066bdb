// Reads test/gold/nested.txt, whose head says how it is written.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** The words of a text as [start, end) pairs, as score/attribution.mjs counts them. */
export const wordsOf = (text) => [...text.matchAll(WORD)].map((m) => [m.index, m.index + m[0].length])

/** The numbers of the words that spans share a character with. */
export const wordSet = (words, spans) => {
  const set = new Set()
  words.forEach(([start, end], i) => {
    if (spans.some(([first, last]) => start < last && end > first)) set.add(i)
  })
  return set
}

const isWord = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

// Where `phrase` stands in `text` by itself; "~2" after it: its second place.
function place(text, phrase) {
  const [, words, number] = /^(.*?)(?:~(\d+))?$/.exec(phrase)
  let left = Number(number ?? 1)
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (isWord(words[0]) && isWord(text[at - 1])) continue
    if (isWord(words.at(-1)) && isWord(text[at + words.length])) continue
    if (--left === 0) return [at, at + words.length]
  }
  throw new Error(`“${phrase}” does not stand in: ${text}`)
}

// "that~2 the strike was over" in running words: the mark belongs to the first word, and says where the phrase begins.
function spanOf(text, phrase) {
  const inside = /^(\S+)~(\d+) (.*)$/.exec(phrase)
  if (!inside) return place(text, phrase)
  const [start] = place(text, `${inside[1]}~${inside[2]}`)
  const words = `${inside[1]} ${inside[3]}`
  if (!text.startsWith(words, start)) throw new Error(`“${phrase}” does not stand in: ${text}`)
  return [start, start + words.length]
}

function statementOf(text, line) {
  const parts = /^(\?)?(\w+)(?: in (\w+))?: (.*?) \| (.*?) \| (.*)$/.exec(line)
  if (!parts) throw new Error(`not a statement: ${line}`)
  const [, optional, name, within, mention, cue, content] = parts
  const role = (phrase) => (phrase === '-' ? null : spanOf(text, phrase))
  return {
    name,
    within: within ?? null,
    optional: optional === '?',
    mention: role(mention),
    cue: cue === ':' ? [text.lastIndexOf(':'), text.lastIndexOf(':') + 1] : role(cue),
    content: content.split(' … ').map((phrase) => spanOf(text, phrase)),
  }
}

/**
 * The cases: {half, kind, text, blocks, statements: [{name, within, optional, mention, cue, content}]}, offsets in UTF-16
 * code units of `text`.
 */
export function cases(root) {
  const out = []
  let half = null
  for (const paragraph of readFileSync(join(root, 'test/gold/nested.txt'), 'utf8').split(/\n{2,}/)) {
    const lines = paragraph.trim().split('\n')
    if (lines[0].startsWith('==== ')) {
      half = lines[0].slice(5)
      continue
    }
    if (!half || !lines[0].startsWith('# ')) continue
    const from = lines.findIndex((line, i) => i > 1 && /^\??\w+(?: in \w+)?: .* \| .* \| /.test(line))
    const body = lines.slice(1, from)
    const text = body.map((line) => line.replace(/^\[[a-z-]+\] /, '')).join('\n')
    let start = 0
    const blocks = body.map((line) => {
      const role = /^\[([a-z-]+)\] /.exec(line)
      const end = start + line.length - (role ? role[0].length : 0)
      const block = { start, end, role: role?.[1] ?? 'paragraph', level: null, body: null, why: 'written for it' }
      start = end + 1
      return block
    })
    const statements = lines.slice(from).map((line) => statementOf(text, line))
    out.push({ half, kind: lines[0].slice(2), text, blocks, statements })
  }
  return out
}
