/** The American states by the abbreviations that stand in a politician's brackets: "(D-N.C.)", "(Fla.)". */
const STATES: ReadonlyMap<string, string> = new Map(
  `ala alabama al alabama alaska alaska ak alaska ariz arizona az arizona ark arkansas ar arkansas calif california ca california
  colo colorado co colorado conn connecticut ct connecticut del delaware de delaware fla florida fl florida ga georgia
  hawaii hawaii hi hawaii idaho idaho id idaho ill illinois il illinois ind indiana in indiana iowa iowa ia iowa kan kansas
  ks kansas ky kentucky la louisiana maine maine me maine md maryland mass massachusetts ma massachusetts mich michigan
  mi michigan minn minnesota mn minnesota miss mississippi ms mississippi mo missouri mont montana mt montana neb nebraska
  ne nebraska nev nevada nv nevada ohio ohio oh ohio okla oklahoma ok oklahoma ore oregon or oregon pa pennsylvania
  tenn tennessee tn tennessee tex texas texas texas tx texas utah utah ut utah vt vermont va virginia wash washington
  wa washington wis wisconsin wi wisconsin wyo wyoming wy wyoming nh hampshire nj jersey nm mexico ny york nc carolina
  nd dakota sc carolina sd dakota wva virginia ri island`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, i, all) => {
      if (i % 2 === 0) pairs.push([word, all[i + 1] as string])
      return pairs
    }, []),
)

/** The state (its last word, lower case) that stands in brackets after a name; null: none does. */
export function stateIn(bracket: string): string | null {
  const last =
    bracket
      .toLowerCase()
      .replace(/[().\s]/g, '')
      .split('-')
      .at(-1) ?? ''
  return STATES.get(last) ?? null
}
