import { OnrecordError } from '../core/model/index.js'
import type { Preference } from '../core/statements/network/index.js'

/** The taggers that a command can be told to use; the first is what it uses untold. */
export const TAGGERS = ['network', 'rules'] as const

/** One of {@link TAGGERS}. */
export type TaggerName = (typeof TAGGERS)[number]

/** The flags that say what finds statements, and what it leans to. */
export interface TaggerOptions {
  readonly tagger: TaggerName
  readonly precision?: true
  readonly recall?: true
}

/**
 * What the flags say the network is to lean to.
 *
 * @throws OnrecordError `usage`
 */
export function preferenceOf({ tagger, precision, recall }: TaggerOptions): Preference {
  if (precision && recall) throw new OnrecordError('usage', '--precision and --recall contradict each other.')
  const prefer = precision ? 'precision' : recall ? 'recall' : 'balance'
  if (tagger === 'rules' && prefer !== 'balance')
    throw new OnrecordError('usage', `--${prefer} goes with --tagger network, not with the rules.`)
  return prefer
}
