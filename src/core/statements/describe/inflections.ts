/** Past tense and past participle of verbs that do not take -ed. */
const IRREGULAR = new Map(
  (
    'say said, tell told, write wrote written, speak spoke spoken, read read, put put, go went gone, begin began begun, ' +
    'think thought, know knew known, feel felt, see saw seen, hold held, find found, show showed shown, give gave given, ' +
    'take took taken, make made, let let, lay laid, set set, send sent, bring brought, teach taught, hear heard, ' +
    'mean meant, sing sang sung, swear swore sworn, withdraw withdrew withdrawn, draw drew drawn, choose chose chosen, ' +
    'bet bet, foresee foresaw foreseen, foretell foretold, forecast forecast, cast cast, broadcast broadcast, ' +
    'hit hit, strike struck, shoot shot, bite bit bitten, fight fought, break broke broken, keep kept, stand stood, ' +
    'come came come, rise rose risen, get got gotten, understand understood, forget forgot forgotten, mistake mistook mistaken, ' +
    'misunderstand misunderstood, undertake undertook undertaken, forbid forbade forbidden, beseech besought, ' +
    'seek sought, stick stuck, spell spelt, dream dreamt, learn learnt, burn burnt, eat ate eaten, have had, be was been, ' +
    'fall fell fallen, throw threw thrown, ring rang rung, tear tore torn, rip ripped, sound sounded, wear wore worn, ' +
    'bear bore borne, buy bought, look looked, run ran run, stay stayed, plead pled, prove proved proven, pay paid, ' +
    'strive strove striven, weep wept, split split, lose lost, leave left, uphold upheld, overturn overturned, ' +
    'withhold withheld, swing swung, blow blew blown, steer steered, shy shied, cut cut, hang hung, weigh weighed, ' +
    'overestimate overestimated, hide hid hidden, wake woke woken, spell spelled, lead led, bind bound, wind wound, ' +
    'light lit, dig dug, mistake mistook, conceive conceived, stride strode, rethink rethought, vie vied'
  )
    .split(', ')
    .map((line): [string, string[]] => {
      const [base, ...past] = line.split(' ')
      return [base as string, past]
    }),
)

const BE = ['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", "'re", "'m"]

/** Verbs of two syllables or more whose last consonant is doubled. */
const DOUBLING = new Set(
  (
    'admit rebut refer commit permit submit defer infer concur confer prefer compel propel rebel handicap acquit expel regret ' +
    'outwit quip quiz'
  ).split(' '),
)

const NEVER_Z = new Set(
  'advise promise raise praise surmise appraise revise disguise exercise advertise comprise surprise rise apprise chastise'.split(
    ' ',
  ),
)

/** All forms of a verb from its base form: -s, -ing, the past ones; -ise also as -ize, -l both single and doubled. */
export function verbForms(base: string): string[] {
  if (base === 'be') return BE
  if (base === 'would' || base.startsWith("'") || base === "can't" || base === 'wanna') return [base]
  const out = new Set([base, ending(base), gerund(base), ...(IRREGULAR.get(base) ?? [])])
  if (!IRREGULAR.has(base) || KEEPS_REGULAR.has(base)) out.add(past(base))
  if (/[aeiou]l$/.test(base)) for (const end of ['led', 'ling']) out.add(base + end)
  if (/[iy]se$/.test(base) && !NEVER_Z.has(base))
    for (const form of [...out]) out.add(form.replace(/([iy])s(e|es|ed|ing)$/, '$1z$2'))
  return [...out]
}

/** Irregular verbs that have a regular past beside it. */
const KEEPS_REGULAR = new Set('forecast broadcast spell dream learn burn plead prove light bet strive'.split(' '))

/** A noun's singular and plural. */
export function nounForms(base: string): string[] {
  return [base, ending(base)]
}

function ending(base: string): string {
  if (base === 'have') return 'has'
  if (base === 'go' || base === 'do') return `${base}es`
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return `${base}s`
}

const doubles = (base: string): boolean => /^[^aeiou]*[aeiou][bdgklmnprtv]$/.test(base) || DOUBLING.has(base)

function gerund(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

function past(base: string): string {
  if (/e$/.test(base)) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}
