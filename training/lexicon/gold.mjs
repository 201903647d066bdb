// Gold statements of PolNeAR as token indices of our own tokens.

/**
 * A gold text as a reading: each line that is not empty is a block. The corpus's texts are clean articles, so no reader
 * is needed, and training does not hang on one.
 */
export function articleOf(m, text) {
  const blocks = [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: 'paragraph',
    level: null,
    body: null,
    why: 'a line of the corpus',
  }))
  return { page: m.pageFromText(text, { kind: 'article' }).id, text, blocks, meta: { published: null } }
}

/** The whole text as one passage; undefined where it has no words. */
export function passageOf(m, text) {
  const [passage] = [...m.passagesOf(articleOf(m, text), Number.POSITIVE_INFINITY)]
  return passage
}

const overlaps = (tokens, spans) => {
  const out = []
  for (const [start, end] of spans) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (tokens[mid].end > start) high = mid
      else low = mid + 1
    }
    for (let i = low; i < tokens.length && tokens[i].start < end; i++) out.push(i)
  }
  return out
}

/** By token: 0 not in a cue, 1 in a cue of several tokens, 2 a cue by itself. */
export function cueTokens(tokens, statements) {
  const out = new Uint8Array(tokens.length)
  for (const s of statements) {
    const list = overlaps(tokens, s.cue)
    for (const i of list) out[i] = list.length === 1 ? 2 : 1
  }
  return out
}

/** Each statement's tokens by role; content and speaker as sets of words only (no punctuation). */
export function goldStatements(tokens, isWord, statements) {
  return statements.map((s) => ({
    cue: new Set(overlaps(tokens, s.cue)),
    content: new Set(overlaps(tokens, s.content).filter(isWord)),
    mention: new Set(overlaps(tokens, s.speaker).filter(isWord)),
  }))
}
