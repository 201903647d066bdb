/** Closed lists of English words by their keys (lower case, straight apostrophes). */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that turn a clause into its opposite. */
export const NEGATIONS = set(
  "not never no none nobody nothing nowhere neither nor without cannot ain't hardly scarcely barely noone nought",
)

/** Whether a word denies: one of {@link NEGATIONS} or a contraction with "not". */
export const isNegation = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't")

/** Words that weaken what is said. */
export const HEDGES = set(
  'may might could perhaps maybe possibly probably presumably apparently allegedly reportedly supposedly seemingly ' +
    'arguably likely unlikely alleged suspected possible probable potential potentially seem seems seemed appear appears ' +
    'appeared suggest suggests suggested partly partially somewhat ' +
    'largely mostly sometimes often usually generally',
)

/** Words that weaken a number that follows them; elsewhere most of them are prepositions. */
export const ABOUT = set('about around nearly almost roughly approximately')

/** Verbs and nouns by which a speaker says that it is a belief, a hope or a fear, and no more. */
export const BELIEFS = set(
  'think thinks thought believe believes believed guess suspect suspects suspected assume assumes assumed hope hopes ' +
    'hoped fear fears feared doubt doubts doubted suppose expect expects expected imagine feel feels felt unsure unclear ' +
    'wonder wonders wondered',
)

/** Words that open a condition. "Should" and "had" open one only at the head of a sentence, and are not in it. */
export const CONDITIONS = set('if unless provided providing assuming lest until till whether except')

/** Words that say how many or how often. */
export const QUANTITIES = set(
  'all every each both any some few many most much several always often sometimes rarely seldom never only entire whole ' +
    'part half majority minority everybody everyone somebody someone anybody anyone everything something anything',
)

/** Months and days, which a date is made of. */
export const DATES = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december today yesterday tomorrow tonight',
)

/** Words that carry little by themselves. */
export const FUNCTION_WORDS = set(
  "a an the and or but of in on at to for from by with as is are was were be been being am it its it's that this these " +
    'those there here he she they we you i him her them us me his their our your my mine who whom whose which what when ' +
    'where why how had has have having do does did done so than then too very just also not no nor up out over under into ' +
    "about after before again will would shall should can could may might must i'm we're they're that's there's he's " +
    "she's you're i've we've they've 's if while because until said says say more most some any all such only own same " +
    'both each few other off down through during against between',
)

const PAIRS =
  'more/less more/fewer most/least higher/lower high/low up/down rise/fall rises/falls rose/fell rising/falling risen/fallen ' +
  'increase/decrease increased/decreased increases/decreases before/after with/without all/none always/never everything/nothing ' +
  'win/lose won/lost wins/loses for/against over/under above/below safe/unsafe true/false guilty/innocent ' +
  'allow/ban allow/forbid support/oppose supports/opposes supported/opposed accept/reject accepted/rejected open/closed ' +
  'open/shut better/worse best/worst good/bad early/late earlier/later first/last legal/illegal right/wrong strong/weak ' +
  'stronger/weaker yes/no can/cannot start/end start/stop begin/end began/ended gain/loss gained/lost approve/reject ' +
  'approved/rejected confirm/deny confirmed/denied love/hate easy/hard many/few success/failure succeed/fail ' +
  'succeeded/failed agree/disagree agreed/disagreed inside/outside alive/dead cut/raise cuts/raises buy/sell ' +
  'bought/sold enough/insufficient possible/impossible likely/unlikely maximum/minimum north/south east/west left/right ' +
  'man/woman men/women boy/girl boys/girls killed/injured killed/wounded killed/detained killed/arrested'

/** Words that mean the opposite of each other, both ways round. */
const OPPOSITES = new Set(
  PAIRS.split(' ').flatMap((pair) => {
    const [a, b] = pair.split('/')
    return [`${a} ${b}`, `${b} ${a}`]
  }),
)

const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'non', 'dis', 'mis']

/** Whether two words mean the opposite of each other: "more" and "less", "lawful" and "unlawful". */
export function areOpposite(a: string, b: string): boolean {
  if (OPPOSITES.has(`${a} ${b}`)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && PREFIXES.some((prefix) => long === prefix + short)
}

/** Full stops that end no sentence follow these. */
export const ABBREVIATIONS = set(
  'mr mrs ms dr prof rev gov sen rep gen lt col sgt capt st mt jr sr vs no inc corp co ltd etc jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec',
)

/** Words of titles and offices, in capitals or not: they name nobody by themselves. */
export const TITLES = set(
  'mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister mayor governor gov secretary senator ' +
    'sen representative rep congressman congresswoman commissioner general gen colonel col captain capt sergeant chief ' +
    'director deputy head chair chairman chairwoman spokesperson spokesman spokeswoman official officials attorney judge ' +
    'justice king queen prince princess pope bishop archbishop father sister brother foreign interior former acting ' +
    'the of a an for and in at on ambassador leader speaker',
)

/** Words that stand for somebody named elsewhere. */
export const PRONOUNS = set(
  'he she they it who which that we i you him her them one this these those both another others',
)
