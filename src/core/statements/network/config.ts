import { OnrecordError } from '../../model/index.js'

/** What to lean to: the most right on balance, hardly any that are wrong, or hardly any left out. */
export const PREFERENCES = ['balance', 'precision', 'recall'] as const

/** One of {@link PREFERENCES}. */
export type Preference = (typeof PREFERENCES)[number]

/** What a trained model says of itself, `model/config.json`; training/statements/README.md has the meaning of each. */
export interface NetworkConfig {
  /** Name and version, kept in each statement's `model`. */
  readonly name: string
  /** Tokens before and after an anchor that the second look sees. */
  readonly before: number
  readonly after: number
  /** Width of the vectors between the two graphs. */
  readonly look: number
  /** Pieces in a window, its two special ones included, and how many of them the next one sees again. */
  readonly window: number
  readonly overlap: number
  /** Probability of an anchor from which on the second look is taken. */
  readonly least: number
  readonly decode: DecodeOptions
  /** What ranks candidates: weights over their features, the last one by itself. */
  readonly weights: readonly number[]
  /** What turns the rank of a statement that stands into its confidence. */
  readonly final: readonly number[]
  /** A candidate that ranks below this is no statement, by what is preferred; without a preference `balance`. */
  readonly thresholds: Readonly<Record<Preference, number>>
  /** SHA-256 of each other file of the model, in hexadecimal, by the file's name. */
  readonly files: Readonly<Record<string, string>>
}

/** How scores become spans. */
export interface DecodeOptions {
  /** Log-probability that a change of role costs, by the role entered: none, content, mention, cue. */
  readonly enter: readonly number[]
  /** How much a mark (no word) weighs against a word. */
  readonly mark: number
  /** Share of a quotation's words that pulls in all of it. */
  readonly keep: number
  /** Share of its words that surer statements may have taken before a statement falls. */
  readonly taken: number
  /** How much surer than its holder a later statement must be of a word to take it. */
  readonly margin: number
  /** Share of the threshold that a statement needs whose content all stands in quotations: fewer of those are wrong. */
  readonly quoted: number
}

const NUMBERS = ['before', 'after', 'look', 'window', 'overlap', 'least'] as const
const FEATURES = 7

/**
 * Reads a model's config.
 *
 * @throws OnrecordError `model-broken` where it is not one
 */
export function parseConfig(json: string): NetworkConfig {
  let config: Partial<Record<keyof NetworkConfig, unknown>>
  try {
    config = JSON.parse(json)
  } catch (cause) {
    throw broken('it is not JSON', cause)
  }
  if (typeof config !== 'object' || config === null) throw broken('it is not an object')
  for (const name of NUMBERS) {
    if (typeof config[name] !== 'number' || !Number.isFinite(config[name])) throw broken(`it has no number "${name}"`)
  }
  if (typeof config.name !== 'string') throw broken('it has no "name"')
  if (!isNumbers(config.weights, FEATURES + 1)) throw broken(`it has no ${FEATURES + 1} "weights"`)
  if (!isNumbers(config.final, 3)) throw broken('it has no three numbers in "final"')
  const thresholds = (config.thresholds ?? {}) as Partial<Record<Preference, unknown>>
  if (!PREFERENCES.every((name) => Number.isFinite(thresholds[name]))) throw broken('its "thresholds" are not whole')
  const { enter, mark, keep, taken, margin, quoted } = (config.decode ?? {}) as Partial<DecodeOptions>
  if (!isNumbers(enter, 4) || ![mark, keep, taken, margin, quoted].every((n) => typeof n === 'number')) {
    throw broken('its "decode" is not whole')
  }
  const files = Object.values((config.files ?? {}) as Record<string, unknown>)
  if (files.length === 0 || !files.every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash))) {
    throw broken('its "files" are not whole')
  }
  return config as NetworkConfig
}

const isNumbers = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((n) => Number.isFinite(n))

function broken(what: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'model-broken',
    `The statement model's config.json cannot be used: ${what}. Install Onrecord again, or use --tagger rules.`,
    { cause },
  )
}
