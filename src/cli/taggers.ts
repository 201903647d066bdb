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
