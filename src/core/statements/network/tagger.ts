import { analysed } from '../analysed.js'
import type { Analysis } from '../analysis.js'
import { confidenceOf } from '../calibration.js'
import { findAll } from '../findings.js'
import { inputsOf } from '../inputs.js'
import { rulesModel } from '../rules-model.js'
import { anchorsOf, turnAnchor } from '../rules-tagger.js'
import type { Anchor, Passage, Tagger } from '../tagger.js'
import { isWordToken } from '../tokens.js'
import { findTurns, isWithin, type Transcript } from '../turns.js'
import type { NetworkConfig, Preference } from './config.js'
import type { Graph } from './graph.js'
import { ROLES, type Run } from './roles.js'
import { RuleFindings } from './rule-findings.js'
import { type Candidate, settle } from './settle.js'
import { logistic, type Standing, stand } from './stand.js'
import { feedsOf, piecesOf, windowsOf } from './windows.js'
import type { WordPiece } from './wordpiece.js'

/** A trained model, ready to run; training/statements/README.md has what goes into its graphs and comes out. */
export interface Network {
  readonly encoder: Graph
  readonly look: Graph
  readonly wordPiece: WordPiece
  readonly config: NetworkConfig
}

/** The rules tagger's findings from this confidence on are shown to the network. */
const RULES_LEAST = 0.1

/** Candidates that the second look takes at once: what it works on then still lies in a core's cache. */
const BATCH = 4

/** What the encoder makes of a passage, by token. */
interface Encoded {
  /** Logit that a statement is anchored here. */
  readonly anchor: Float32Array
  /** Vectors of `look` numbers each, as tokens and as anchors. */
  readonly tokens: Float32Array
  readonly anchors: Float32Array
}

/**
 * The trained tagger: an encoder finds the words that statements hang on, a second look at each gives the tokens about
 * it their roles. What is certain is settled without it: quotation marks, one mention, no word in two statements, the
 * turns of a transcript. Windows go one by one, so that a passage's statements do not depend on what else is tagged.
 */
export function networkTagger(network: Network, prefer: Preference = 'balance'): Tagger {
  const { name, thresholds } = network.config
  return {
    name: prefer === 'balance' ? name : `${name}, ${prefer}`,
    threshold: 0,
    async tag(passages) {
      const out: (readonly Anchor[])[] = []
      for (const passage of passages) out.push(await tagPassage(passage, network, thresholds[prefer]))
      return out
    },
  }
}

async function tagPassage(passage: Passage, network: Network, threshold: number): Promise<readonly Anchor[]> {
  const { config } = network
  const a = analysed(passage)
  const transcript = findTurns(a, passage)
  const rules = anchorsOf(a, findAll(a, rulesModel()), transcript, confidenceOf, RULES_LEAST)
  const encoded = await encode(passage, a, rules, network)
  const candidates = await lookAll(encoded, new RuleFindings(rules, passage.tokens.length), transcript, network)
  const { text } = passage.reading
  const decoded = {
    word: Uint8Array.from(passage.tokens, (token) => (isWordToken(text, token) ? 1 : 0)),
    quotes: a.quotes,
    quoteAt: a.quoteAt,
  }
  const ranked = candidates
    .map((candidate) => settle(decoded, candidate, config.decode))
    .filter(({ content }) => content.length > 0)
    .map((s) => ({ ...s, score: logistic(s.features, config.weights) }))
  return [
    ...transcript.turns.map(turnAnchor),
    ...stand(decoded, ranked, threshold, config.decode).map((s) => anchorOf(s, config)),
  ]
}

function anchorOf({ content, mention, cue, settled }: Standing, config: NetworkConfig): Anchor {
  const run = ([first, end]: Run) => ({ first, end, score: 1 })
  return {
    cue,
    score: logistic(settled, config.final),
    content: content.map(run),
    mention: mention ? [run(mention)] : [],
    why: cue ? 'network: hangs on the cue' : 'network: a quotation without a cue of its own',
  }
}

/** Runs the encoder over a passage's windows; a token that two windows hold is read where it is further from an edge. */
async function encode(passage: Passage, a: Analysis, rules: readonly Anchor[], network: Network): Promise<Encoded> {
  const { wordPiece, encoder } = network
  const { look, window, overlap } = network.config
  const n = passage.tokens.length
  const inputs = inputsOf(a, rules, titlesOf(passage))
  const pieces = piecesOf(passage, wordPiece)
  const special = { before: wordPiece.id('[CLS]'), after: wordPiece.id('[SEP]') }
  const anchor = new Float32Array(n).fill(Number.NEGATIVE_INFINITY)
  const tokens = new Float32Array(n * look)
  const anchors = new Float32Array(n * look)
  const depth = new Float64Array(n).fill(-1)
  for (const { first, end } of windowsOf(pieces, window - 2, overlap)) {
    const out = await encoder.run(feedsOf(pieces, inputs, { first, end }, special))
    for (let i = first; i < end; i++) {
      const own = Math.min(first > 0 ? i - first : n, end < n ? end - 1 - i : n)
      if (own <= (depth[i] as number)) continue
      depth[i] = own
      const p = (pieces.first[i] as number) - (pieces.first[first] as number) + 1
      anchor[i] = out.anchor?.data[p] as number
      tokens.set(out.tokens?.data.subarray(p * look, (p + 1) * look) as Float32Array, i * look)
      anchors.set(out.anchors?.data.subarray(p * look, (p + 1) * look) as Float32Array, i * look)
    }
  }
  return { anchor, tokens, anchors }
}

/** For each token whether it stands in the article's title. */
function titlesOf({ reading, tokens, firstBlock, endBlock }: Passage): Uint8Array {
  const out = new Uint8Array(tokens.length)
  let i = 0
  for (let b = firstBlock; b < endBlock; b++) {
    const block = reading.blocks[b]
    if (!block) continue
    while (i < tokens.length && (tokens[i]?.start as number) < block.start) i++
    for (; i < tokens.length && (tokens[i]?.start as number) < block.end; i++) if (block.role === 'title') out[i] = 1
  }
  return out
}

async function lookAll(
  encoded: Encoded,
  findings: RuleFindings,
  transcript: Transcript,
  { look, config }: Network,
): Promise<Candidate[]> {
  const limit = Math.log(config.least / (1 - config.least))
  const at: number[] = []
  encoded.anchor.forEach((logit, i) => {
    if (logit > limit && !isWithin(transcript, i)) at.push(i)
  })
  const out: Candidate[] = []
  for (let from = 0; from < at.length; from += BATCH) {
    out.push(...(await lookAt(at.slice(from, from + BATCH), encoded, findings, look, config)))
  }
  return out
}

async function lookAt(
  at: readonly number[],
  encoded: Encoded,
  findings: RuleFindings,
  graph: Graph,
  { before, after, look }: NetworkConfig,
): Promise<Candidate[]> {
  const n = encoded.anchor.length
  const width = before + 1 + after
  const tokens = new Float32Array(at.length * width * look)
  const anchor = new Float32Array(at.length * look)
  const rules = new Int32Array(at.length * width)
  const mask = new Float32Array(at.length * width)
  const crops = at.map((i, k) => {
    const first = Math.max(0, i - before)
    const end = Math.min(n, i + after + 1)
    const shift = k * width + first - (i - before)
    tokens.set(encoded.tokens.subarray(first * look, end * look), shift * look)
    anchor.set(encoded.anchors.subarray(i * look, (i + 1) * look), k * look)
    mask.fill(1, shift, shift + end - first)
    findings.rolesAbout(i, first, end, rules.subarray(shift, shift + end - first))
    return { i, first, end, shift }
  })
  const out = await graph.run({
    tokens: { type: 'float32', data: tokens, dims: [at.length, width, look] },
    anchor: { type: 'float32', data: anchor, dims: [at.length, look] },
    rules: { type: 'int32', data: rules, dims: [at.length, width] },
    mask: { type: 'float32', data: mask, dims: [at.length, width] },
  })
  return crops.map(({ i, first, end, shift }, k) => ({
    at: i,
    first,
    end,
    anchor: encoded.anchor[i] as number,
    valid: out.valid?.data[k] as number,
    scores: out.roles?.data.slice(shift * ROLES, (shift + end - first) * ROLES) as Float32Array,
  }))
}
