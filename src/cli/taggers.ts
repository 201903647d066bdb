/** The taggers that a command can be told to use; the first is what it uses untold. */
export const TAGGERS = ['network', 'rules'] as const

/** One of {@link TAGGERS}. */
export type TaggerName = (typeof TAGGERS)[number]
