import { hashOf } from '../hashing.js'

const set = (words: Iterable<string>): ReadonlySet<number> => new Set([...words].map(hashOf))
const list = (...lines: string[]): string[] => lines.join(' ').split(' ')

const VOWEL = /[aeiou]/

/** The regular forms of a verb: claim, claims, claimed, claiming; deny, denies, denied. */
function formsOf(verb: string): string[] {
  const last = verb.at(-1) as string
  if (last === 'e') return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (last === 'y' && !VOWEL.test(verb.at(-2) as string)) {
    const stem = verb.slice(0, -1)
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`]
  }
  return [verb, /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`]
}

/** Verbs of saying, of asking that something be done, and of ruling. */
const SAYING = [
  ...list(
    'accuse acknowledge admonish advise advocate affirm allege announce apologise apologize argue ask',
    'assert assure attest blame boast brief caution claim command',
    'complain concede conclude condemn confess confirm contend criticise criticize declare',
    'demand denounce deny depict describe disclose dismiss dispute encourage estimate',
    'exclaim explain forecast grumble guarantee hint imply indicate inform',
    'inquire insinuate insist instruct joke lament lash mock mumble murmur mutter note notify',
    'order plead pledge praise predict proclaim profess promise propose',
    'protest reaffirm reason reassure recall recommend recount reiterate reject remark',
    'remind repeat reply report request respond retort scream shout sigh snap state',
    'stipulate suggest swear tease telephone tell testify text threaten urge utter',
    'volunteer vow warn whisper whine yell cable email lambast radio portray characterise characterize ridicule brand',
    'label paint wire refuse cry bellow bark roar sob stammer gasp reply rejoin confide whimper tweet message opine recite preach',
  ).flatMap(formsOf),
  ...list('brags brag bragged bragging refers refer referred referring pled rebutted rebut rebuts'),
  ...list(
    'said says say saying told wrote writes write written writing  quoted quotes quote quoting',
    'swore sworn admits admit admitted admitting begged begging beg begs forbade forbids forbidden',
    'retold cried called calls call calling according quipped quipping',
  ),
]

/** Verbs that are cues only before words that make a clause, or before a quotation: "the log shows that it was open". */
const SHOWING = [
  ...list(
    'add answer offer appeal assess challenge charge comment decide express figure hear hiss invite mention object observe',
    'point question reveal rule sense show signal stress thunder underline voice discover doubt learn realise realize',
  ).flatMap(formsOf),
  ...list(
    'found finds find held holds read reads shown heard learnt learned saw sees see felt feel feels mean means meant',
    'decided decides understood understand understands knew know knows known discovered forgot remembered remember',
    'seeks seek sought planned plans plan agreed agrees agree',
  ),
]

/** Verbs of thinking, wishing, planning and feeling. */
const THINKING = [
  ...list(
    'anticipate assume believe consider desire disagree expect fear guess hope imagine intend like love prefer presume',
    'regret suppose suspect want wish wonder worry',
  ).flatMap(formsOf),
  ...list('think thinks thought thinking preferred regretted'),
]

/** Nouns of saying: "claims by fishermen that", "a promise to pay". */
const NOUNS = list(
  'claim claims allegation allegations accusation accusations assertion assertions statement statements assurance',
  'assurances denial denials warning warnings promise promises pledge pledges vow vows threat threats complaint',
  'complaints demand demands rumour rumours rumor rumors suggestion suggestions admission contention argument belief',
  'fear fears hope hopes advice order orders request requests plea pleas insistence testimony recommendation',
)

/**
 * The verbs of which a cue within a statement must hold one. In running news a tagger is shown sentences that mostly
 * report somebody; asked about what is said in them alone, it takes any verb for a cue ("the bill would prohibit …").
 */
export const VERBS = set([...SAYING, ...SHOWING, ...THINKING])

/** Those of {@link VERBS} that are hardly ever used otherwise. */
export const SAYING_VERBS = set(SAYING)

/** Those of {@link VERBS} that must stand before a clause or a quotation. */
export const WEAK_VERBS = set(SHOWING)

/** The nouns of which a cue within a statement must hold one, where it holds no verb. */
export const CUE_NOUNS = set(NOUNS)

/** Forms of words that carry thoughts, wishes, plans and feelings. */
export const MIND = set([
  ...THINKING,
  ...list('discover doubt realise realize remember regret decide figure sense learn hear forget').flatMap(formsOf),
  ...list(
    'know knows knew known knowing heard learnt forgot forgotten feel feels felt feeling understand understands understood mean means meant',
  ),
  ...list('planned plans plan planning need needs needed seek seeks seeking sought saw sees see'),
  ...list('sure certain confident convinced glad proud happy sorry afraid concerned optimistic hopeful surprised'),
])

/** Forms of verbs whose object is whom it is said to. */
export const ADDRESSED = set([
  ...list(
    'accuse advise ask assure command direct encourage implore inform instruct invite notify order promise reassure',
    'remind request tell threaten urge warn',
  ).flatMap(formsOf),
  ...list('told begged begging beg begs forbade forbids forbidden'),
])

/** Pronouns that such a verb's object can be. */
export const ADDRESSEES = set(list('me us you him her them it'))

/** Those of whom what they think is said in general, and not reported: "you know", "everyone knows". */
export const ANYBODY = set(list('you one everyone everybody anyone anybody someone somebody nobody people folks those'))

/** What a headline names behind a colon as its source. */
export const SOURCES = set(
  list(
    'report reports study survey poll police officials official sources source documents document court lawyer lawyers',
    'witnesses witness papers records minister ministry mayor governor president researchers scientists experts expert analysts analyst',
    'agency panel commission inquiry audit spokesman spokeswoman spokesperson union activists doctors prosecutors',
    'investigators authorities government army media paper newspaper memo letter filing lawsuit indictment un',
  ),
)

/** Verbs whose subject answers what others say: who "rejected claims" did not claim. */
export const RESPONDING = set(
  list('reject deny dismiss dispute confirm refute contest contradict echo ridicule mock welcome').flatMap(formsOf),
)

/** Verbs that say what somebody or something is: "described it as a gift", "referred to them as cargo". */
export const NAMING = set([
  ...list(
    'describe portray characterise characterize dismiss brand label denounce hail depict regard ridicule',
  ).flatMap(formsOf),
  ...list('refers refer referred referring sees see saw'),
])

/** Verbs of hearing: what follows "from" is who says it. */
export const HEARING = set(['hear', 'learn'].flatMap(formsOf).concat(['heard', 'learnt']))

/** Verbs of thinking that stand before a clause. */
export const CLAUSAL_MIND = set([
  ...list('believe fear hope suspect assume').flatMap(formsOf),
  ...list('think thinks thought know knows knew'),
])

/** Forms of verbs of saying that are no less often nouns: "the state that", "emails that". */
export const NOUNLIKE = set([
  ...list('state message email report label command call text cable note brief radio brand wire shout praise request'),
  ...list('states messages emails reports labels commands calls texts cables notes briefs radios brands wires shouts'),
  ...list(
    'requests reply replies cry cries roar tweet tweets charge charges quote quotes argument hints hint jokes joke',
  ),
  ...list('boast boasts protest protests estimate estimates guarantee guarantees order orders pledge pledges promise'),
])

/** Verbs before a participle of saying: "kept shouting that". */
export const KEEPING = set(list('keep keeps kept keeping begin begins began start starts started'))
