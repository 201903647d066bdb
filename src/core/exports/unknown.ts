/**
 * Where an object that came from JSON keeps the members that this version does not know: by name, in the order of the
 * file. `toJson` writes them after the known ones. A spread (`{ ...statement }`) keeps them; `structuredClone` does not.
 */
export const UNKNOWN: unique symbol = Symbol.for('onrecord.unknown')

/** An object with members that this version does not know. */
interface WithUnknown {
  readonly [UNKNOWN]?: Readonly<Record<string, unknown>>
}

/** The members of an object from JSON that this version does not know; none where it was made here. */
export function unknownOf(object: object): Readonly<Record<string, unknown>> {
  return (object as WithUnknown)[UNKNOWN] ?? {}
}

/** `object` with the unknown members that came with it; itself where there are none. */
export function withUnknown<T extends object>(object: T, unknown: readonly (readonly [string, unknown])[]): T {
  // fromEntries defines members, so that one named __proto__ stays a member.
  return unknown.length === 0 ? object : { ...object, [UNKNOWN]: Object.fromEntries(unknown) }
}
