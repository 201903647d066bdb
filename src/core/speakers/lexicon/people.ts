import type { Gender } from './pronouns.js'
import { singular, words } from './word-list.js'

/** Nouns for a person by role, work, belief or kin, in the singular. */
const PEOPLE = words(
  `someone somebody everyone person man woman boy girl child baby teenager adult resident citizen neighbour neighbor villager farmer fisherman worker
  employee employer staffer volunteer member official officer agent aide adviser advisor assistant secretary minister
  premier president vice-president chancellor governor mayor senator congressman congresswoman congressperson lawmaker
  legislator representative delegate councillor councilman councilwoman alderman commissioner ambassador envoy diplomat
  consul politician candidate nominee frontrunner front-runner contender challenger incumbent rival opponent ally
  supporter backer critic sceptic skeptic observer expert analyst economist scientist researcher scholar academic
  professor lecturer teacher student pupil principal headteacher dean provost historian philosopher author writer poet
  novelist journalist reporter correspondent editor columnist commentator pundit broadcaster anchor moderator host
  photographer publisher blogger producer filmmaker actor actress singer musician artist comedian comic celebrity star
  athlete player coach captain manager executive director chairman chairwoman chair chairperson ceo boss head chief leader
  founder co-founder owner proprietor investor banker trader broker financier entrepreneur businessman businesswoman
  mogul tycoon magnate billionaire millionaire developer builder contractor engineer architect designer inventor
  programmer technician doctor physician surgeon neurosurgeon nurse midwife paramedic dentist psychiatrist psychologist therapist
  pharmacist veterinarian lawyer attorney solicitor barrister prosecutor judge justice magistrate juror jurist clerk
  witness plaintiff defendant suspect victim survivor accuser complainant claimant detective investigator inspector
  policeman policewoman constable sheriff deputy trooper guard soldier veteran general colonel major sergeant lieutenant
  admiral commander pilot sailor driver priest pastor bishop archbishop cardinal pope pontiff rabbi imam cleric monk nun
  minister reverend evangelist missionary activist campaigner protester protestor demonstrator organizer organiser
  advocate lobbyist strategist consultant pollster operative spokesman spokeswoman spokesperson representative
  negotiator mediator insider source whistleblower informant leaker hacker dissident refugee migrant immigrant exile
  prisoner inmate detainee hostage king queen prince princess monarch royal duke lord lady baron sheikh
  mother father parent son daughter brother sister sibling wife husband spouse partner widow widower uncle aunt nephew
  niece cousin grandfather grandmother grandson granddaughter friend colleague companion fiancé fiancée girlfriend
  boyfriend relative customer client consumer shopper patient passenger commuter tenant landlord homeowner taxpayer voter
  caucusgoer donor contributor constituent elector delegate superdelegate attendee participant respondent viewer reader
  listener fan follower user gunman shooter attacker killer assailant terrorist militant rebel fighter insurgent jihadist
  republican democrat conservative liberal progressive socialist communist independent moderate centrist libertarian
  nationalist islamist evangelical christian muslim catholic protestant jew mormon partisan loyalist hawk dove
  trustee treasurer auditor accountant comptroller regulator administrator superintendent curator librarian conductor
  ranger keeper warden firefighter lifeguard cook chef waiter waitress bartender barista retiree pensioner
  professional specialist practitioner ecologist biologist chemist physicist geologist counsel envoy speaker whip
  confidant confidante intermediary introducer coordinator convener steward trainer trainee apprentice intern counsellor counselor superstar newcomer veteran
  socialite heiress heir patriarch matriarch individual youth teen pontiff caller questioner interviewer interviewee
  trapper hunter miner logger rancher grower baker butcher grocer shopkeeper retailer merchant dealer supplier vendor
  seaman skipper deckhand crewman stationmaster postman harbourmaster forester gardener`,
)

/** Jobs that a page may give to women too, in the form for a man: they lean, and settle nothing. */
export const LEANING = words(
  `spokesman congressman councilman assemblyman businessman chairman policeman postman fisherman frontman ombudsman alderman`,
)

const MEN = words(
  `man boy gunman king prince duke lord baron father son
  brother husband widower uncle nephew grandfather grandson boyfriend fiancé actor waiter pontiff pope priest patriarch
  gentleman`,
)
const WOMEN = words(
  `woman girl businesswoman spokeswoman congresswoman councilwoman policewoman queen princess duchess lady mother daughter
  sister wife widow aunt niece grandmother granddaughter girlfriend fiancée actress waitress nun heiress midwife
  matriarch chairwoman assemblywoman`,
)

/** Kin and others who belong to somebody: "his wife", "her lawyer". */
export const KIN = words(
  `mother father parent son daughter brother sister wife husband spouse partner widow widower uncle aunt nephew niece cousin
  grandfather grandmother grandson granddaughter girlfriend boyfriend`,
)

/** Nouns of people by whom a page hides a source: they stay unnamed, also in the plural. */
const SOURCES = words(
  `source official aide adviser advisor staffer employee insider person diplomat officer agent spokesman spokeswoman
  spokesperson representative investigator prosecutor executive lawyer attorney witness friend relative colleague ally
  associate operative strategist reporter journalist resident neighbour neighbor man woman one someone somebody
  whistleblower informant member student teacher doctor nurse soldier policeman analyst expert researcher`,
)

/** Of these, the ones that hide sources in the plural as well: "officials said". */
const MANY_SOURCES = words(
  `source official aide adviser advisor staffer employee insider person diplomat investigator prosecutor confidant intermediary
  whistleblower informant spokesman spokeswoman spokesperson`,
)

/** Epithets: they often stand, with "the", for a person just spoken of. */
const EPITHETS = words(
  `man woman businessman businesswoman billionaire millionaire mogul tycoon magnate investor candidate nominee hopeful contender
  frontrunner front-runner politician star celebrity activist veteran republican democrat socialist conservative entrepreneur
  resident independent incumbent challenger`,
)

/** What somebody is by profession or office: an epithet too, but not of somebody who is known as something else. */
const CALLINGS = words(
  `lawmaker legislator senator congressman congresswoman diplomat actor actress singer author writer columnist comedian
  scientist economist professor scholar lawyer attorney doctor nurse physician surgeon teacher pastor bishop cleric general
  ambassador envoy director chief leader founder owner executive boss banker farmer student analyst strategist consultant
  pollster historian`,
)

/** Posts that one person has at a time, of whom the page need not have spoken: "the governor" is whoever governs. */
const POSTS = words(
  `governor mayor president minister premier chancellor cardinal pope pontiff commissioner chairman chairwoman secretary`,
)

const ENDINGS = /(?:year-old|(?:[a-z]{3}(?:ist|ician|woman|person)))$/

/** Whether a lower-case noun names a person, in the singular or the plural. */
export const isPersonNoun = (noun: string): boolean => {
  const one = singular(noun.startsWith('co-') ? noun.slice(3) : noun)
  return PEOPLE.has(one) || PEOPLE.has(noun) || ENDINGS.test(one)
}

/** Whether a page hides a source behind the noun: "officials said". */
export const isSourceNoun = (noun: string): boolean => SOURCES.has(noun) || MANY_SOURCES.has(singular(noun))

/**
 * Whether, with "the", a noun may stand for a person just spoken of: an epithet may, a calling where that person is not
 * known as anything else (`hasRole`), a post or somebody's kin never.
 */
export function isEpithet(noun: string, hasRole: boolean): boolean {
  const forms = [noun.replace(/^neuro|^co-/, ''), singular(noun)]
  if (forms.some((form) => POSTS.has(form) || KIN.has(form))) return false
  if (forms.some((form) => CALLINGS.has(form))) return !hasRole
  return forms.some((form) => EPITHETS.has(form)) || /(?:year-old|[a-z]{3}(?:man|woman))$/.test(noun)
}

/** The gender that a noun says. */
export const nounGender = (noun: string): Gender => (MEN.has(noun) ? 'm' : WOMEN.has(noun) ? 'f' : null)

/** Nouns for many at once, in the form that they have on the page. */
export const CROWDS = words(
  `people men women children folks kids everyone americans britons democrats republicans tories voters crowd audience
  public electorate majority minority crew jury panel protesters crowds countries nations states allies rivals
  governments cities companies firms banks businesses brands airlines unions churches newspapers outlets networks
  groups organizations organisations americans agencies campaigns parties conservatives liberals progressives evangelicals
  bloc coalition alliance generation community communities base masses percent half third quarter hundreds thousands
  dozens millions scores handful number group string pair trio couple team cast staff faculty corps flood wave others
  rest those many some few most several both insiders elites elders members`,
)
