import type { Gender } from './pronouns.js'
import { words } from './word-list.js'

/** Titles that say a gender. */
const GENDERED: ReadonlyMap<string, Gender> = new Map(
  (
    [
      [
        'm',
        'mr mister sir lord king prince duke baron emperor pope father brother monsieur señor herr sheikh sultan emir count earl',
      ],
      [
        'f',
        'mrs ms miss madam madame mme dame lady queen princess duchess baroness sister señora frau empress countess',
      ],
    ] as const
  ).flatMap(([gender, list]) => list.split(' ').map((word) => [word, gender] as const)),
)

/** Short titles and ranks, without their full stop; they stand before a name and are no part of it. */
const TITLES = words(
  `mr mister mrs ms miss mx dr prof rev revd hon sir dame lord lady king queen prince princess duke duchess baron baroness
  pope father brother sister madam madame mme monsieur señor señora herr frau sheikh sultan emir ayatollah imam rabbi pastor
  emperor empress count earl countess gov sen sens rep reps lt col gen sgt capt cmdr adm maj cpl pvt supt det insp pres
  amb atty gen. cllr councillor st justice judge president senator senators governor congressman congresswoman
  representative secretary minister premier chancellor mayor general colonel captain major sergeant lieutenant admiral
  commander commodore commissioner ambassador envoy chief director chairman chairwoman chairperson chair speaker whip
  leader attorney sheriff detective inspector officer constable superintendent professor doctor reverend bishop
  archbishop cardinal deacon coach spokesman spokeswoman spokesperson strategist analyst adviser advisor counsel
  representatives assemblyman assemblywoman delegate councilman councilwoman alderman deputy treasurer comptroller auditor
  prosecutor nominee candidate manager consultant correspondent moderator host anchor editor reporter author
  economist historian activist organizer organiser founder owner boss executive ceo cfo coo mp msp mep pm ombudsman lawyer solicitor
  barrister magistrate coroner dean provost rector principal mogul billionaire businessman businesswoman actor actress
  singer comedian pollster aide head vice-president co-chair co-founder co-chairman secretary-general frontman operative`,
)

/** Words that go on with a title between it and the name: "Secretary of State", "Attorney General", "Director General". */
export const TITLE_TAILS = words(
  'general state defense defence treasury homeland commerce energy labor labour elect emeritus',
)

const plain = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word)

/** Whether a lower-case word, with its full stop or without, can be a title before a name. */
export const isTitle = (word: string): boolean => TITLES.has(plain(word))

/** Titles that can stand before a name that is no name without them: "Mr. Roe", "Pope Francis". */
const ADDRESSES = words('mr mrs ms miss mx dr sir dame lord lady king queen prince princess pope')

/** Whether a title only addresses a person and is no role: "Mr.", "Dame". */
export const isAddress = (word: string): boolean => ADDRESSES.has(plain(word))

/** The gender that a title says. */
export const titleGender = (word: string): Gender => GENDERED.get(plain(word)) ?? null

/** What stands after a name and belongs to it. */
export const NAME_SUFFIXES = words('jr jr. sr sr. ii iii iv')
