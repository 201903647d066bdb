// Scores of the network to statements: plain functions over token indices. What is certain (quotation marks, one
// mention, no word in two statements) is settled here.

export const OPTIONS = {
  /** Log-probability that changing role costs, by role entered: none, content, mention, cue. */
  enter: [0.3, 2, 0.6, 1.5],
  /** How much a mark (no word) weighs against a word. */
  mark: 0.6,
  /** Share of a quotation's words that pulls in all of it; less than `lose` of it is dropped. */
  keep: 0.5,
  /** Share of its words that another statement may have taken before a statement is dropped. */
  taken: 0.6,
  /** How much surer than its holder a later statement must be of a word to take it. */
  margin: 1,
}

// Role 0 is none.
const CONTENT = 1
const MENTION = 2
const CUE = 3

/**
 * The likeliest roles of the tokens about an anchor, where every change of role costs something.
 *
 * @param scores log-probabilities, [tokens of the crop, 4]
 * @param first first token of the document in the crop's range, and `end` one past the last, clipped to the document
 * @param at the crop's index of token `first`
 */
export function rolesOf(doc, scores, first, end, at, o) {
  const n = end - first
  const back = new Uint8Array(n * 4)
  let now = [0, -o.enter[1], -o.enter[2], -o.enter[3]]
  for (let i = 0; i < n; i++) {
    const weight = doc.word[first + i] ? 1 : o.mark
    let best = 0
    for (let s = 1; s < 4; s++) if (now[s] > now[best]) best = s
    const next = [0, 0, 0, 0]
    for (let s = 0; s < 4; s++) {
      const stay = now[s]
      const move = now[best] - o.enter[s]
      const moves = i > 0 && move > stay
      back[i * 4 + s] = moves ? best : s
      next[s] = (i === 0 ? stay : moves ? move : stay) + weight * scores[(at + i) * 4 + s]
    }
    now = next
  }
  const roles = new Uint8Array(n)
  let s = 0
  for (let k = 1; k < 4; k++) if (now[k] > now[s]) s = k
  for (let i = n - 1; i >= 0; i--) {
    roles[i] = s
    s = back[i * 4 + s]
  }
  return roles
}

const runsOf = (roles, role, first) => {
  const out = []
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== role) continue
    let end = i + 1
    while (end < roles.length && roles[end] === role) end++
    out.push([first + i, first + end])
    i = end
  }
  return out
}

/** Index of the outermost quotation that token `i` stands in, or -1. */
const quoteAt = (doc, i) => doc.quoteAt[i]

/** Content that takes most of a quotation takes all of it. */
function wholeQuotes(doc, content, blocked, o) {
  const inside = new Map()
  for (const [first, end] of content)
    for (let i = first; i < end; i++) {
      const q = quoteAt(doc, i)
      if (q >= 0 && doc.word[i]) inside.set(q, (inside.get(q) ?? 0) + 1)
    }
  const runs = [...content]
  for (const [q, count] of inside) {
    const { open, end } = doc.quotes[q]
    let words = 0
    let free = true
    for (let i = open; i < end; i++) {
      if (doc.word[i]) words++
      if (blocked(i)) free = false
    }
    if (free && count >= o.keep * words) runs.push([open, end])
  }
  return merge(doc, runs)
}

/** Runs in order, those that touch or have only marks between them joined. */
function merge(doc, runs) {
  const sorted = [...runs].sort((a, b) => a[0] - b[0])
  const out = []
  for (const [first, end] of sorted) {
    const last = out.at(-1)
    if (last) {
      let gap = false
      for (let i = last[1]; i < first; i++) if (doc.word[i]) gap = true
      if (!gap) {
        last[1] = Math.max(last[1], end)
        continue
      }
    }
    out.push([first, end])
  }
  return out
}

const wordsIn = (doc, runs) => {
  let n = 0
  for (const [first, end] of runs) for (let i = first; i < end; i++) n += doc.word[i]
  return n
}

/** A candidate as a statement: content runs, mention and cue (or null), and what its confidence is made from. */
export function settle(doc, candidate, size, o = OPTIONS) {
  const { at, anchor, valid, scores } = candidate
  const first = Math.max(0, at - size.before)
  const end = Math.min(doc.word.length, at + size.after + 1)
  const shift = first - (at - size.before)
  const roles = rolesOf(doc, scores, first, end, shift, o)
  const odds = (i, role) => {
    const p = Math.min(0.999, Math.exp(scores[(i - first + shift) * 4 + role]))
    return Math.log(p / (1 - p))
  }
  const sum = ([a, b], role) => {
    let x = 0
    for (let i = a; i < b; i++) if (doc.word[i]) x += odds(i, role)
    return x
  }
  let mention = null
  let best = 0
  for (const run of runsOf(roles, MENTION, first)) {
    if (wordsIn(doc, [run]) === 0) continue
    const x = sum(run, MENTION)
    if (mention === null || x > best) {
      mention = run
      best = x
    }
  }
  const cues = runsOf(roles, CUE, first)
  let cue = null
  for (const run of cues) if (run[0] <= at && at < run[1]) cue = run
  if (cue === null) cue = cues.sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))[0] ?? null
  const isOther = (i) => i >= first && i < end && (roles[i - first] === MENTION || roles[i - first] === CUE)
  let content = merge(doc, runsOf(roles, CONTENT, first))
  content = wholeQuotes(doc, content, isOther, o).filter((r) => wordsIn(doc, [r]) > 0)
  let sure = 0
  let n = 0
  for (const [a, b] of content)
    for (let i = Math.max(a, first); i < Math.min(b, end); i++)
      if (doc.word[i]) {
        sure += Math.exp(scores[(i - first + shift) * 4 + CONTENT])
        n++
      }
  let named = 0
  let m = 0
  if (mention)
    for (let i = mention[0]; i < mention[1]; i++)
      if (doc.word[i]) {
        named += Math.exp(scores[(i - first + shift) * 4 + MENTION])
        m++
      }
  let most = 0
  for (let i = first; i < end; i++) most = Math.max(most, Math.exp(scores[(i - first + shift) * 4 + MENTION]))
  const mean = n ? sure / n : 0
  const who = mention ? named / m : 1 - most
  const share = (i) => (i >= first && i < end ? Math.exp(scores[(i - first + shift) * 4 + CONTENT]) : 0.5)
  return {
    at,
    share,
    content,
    mention,
    cue,
    features: [anchor, valid, Math.log(mean + 0.01), Math.log(who + 0.01), mention ? 0 : 1, Math.log(1 + n)],
  }
}

/** Probability that a statement is right, by weights that calibrate.mjs learnt over its features. */
export function confidence(features, weights) {
  let x = weights[features.length]
  for (let i = 0; i < features.length; i++) x += features[i] * weights[i]
  return 1 / (1 + Math.exp(-x))
}

/**
 * Statements that can stand together: no word is content of two. A word that several claim goes to the one whose score
 * times its own probability is highest; a statement that keeps too few of its words falls, the least sure first.
 */
export function stand(doc, list, threshold, o = OPTIONS) {
  const sorted = list.filter((s) => s.score >= threshold).sort((a, b) => b.score - a.score || a.at - b.at)
  const owner = new Int32Array(doc.word.length).fill(-1)
  const claim = new Float64Array(doc.word.length)
  const kept = []
  for (const s of sorted) {
    let words = 0
    let lost = 0
    for (const [a, b] of s.content)
      for (let i = a; i < b; i++)
        if (doc.word[i]) {
          words++
          if (owner[i] >= 0 && s.score * s.share(i) <= o.margin * claim[i]) lost++
        }
    if (words === 0 || lost > o.taken * words) continue
    const k = kept.length
    kept.push(s)
    for (const [a, b] of s.content)
      for (let i = a; i < b; i++) {
        const c = s.score * s.share(i)
        if (owner[i] >= 0 && c <= o.margin * claim[i]) continue
        owner[i] = k
        claim[i] = c
      }
  }
  const runs = kept.map(() => [])
  for (let i = 0; i < owner.length; i++) {
    if (owner[i] < 0) continue
    const last = runs[owner[i]].at(-1)
    if (last && last[1] === i) last[1] = i + 1
    else runs[owner[i]].push([i, i + 1])
  }
  const out = []
  kept.forEach((s, k) => {
    const content = runs[k].filter((r) => wordsIn(doc, [r]) > 0)
    const part = wordsIn(doc, content) / wordsIn(doc, s.content)
    if (content.length > 0) out.push({ ...s, content, settled: [Math.log(s.score / (1 - s.score)), part] })
  })
  return out.sort((a, b) => a.content[0][0] - b.content[0][0])
}
