// Gold statements of PolNeAR as token indices of our own tokens.

/** The whole text as one passage, read as an article. */
export function passageOf(m, text) {
  const reading = m.read(m.pageFromText(text, { kind: 'article' }))
  const [passage] = [...m.passagesOf(reading, Number.POSITIVE_INFINITY)]
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
