import { words } from './word-list.js'

/** Words that have a capital only because they begin a sentence, and are never part of a name that begins there. */
export const OPENERS = words(
  `a an the this that these those he she it they we you i his her its their our my your who whom whose which what when
  where why how if unless until while whilst although though because since as after before during despite amid among
  between beyond beside besides without within with in on at by for from of to into onto over under above below about
  against across along around near off out up down through throughout toward towards via per and but or nor so yet then
  than thus hence however moreover meanwhile furthermore nevertheless nonetheless instead otherwise also still even
  only just now here there again once twice never always often sometimes perhaps maybe indeed yes no not nobody none
  nothing neither either both each every any some many most much more few fewer less several such same other another all
  half one two three four five six seven eight nine ten hundreds thousands dozens millions today tomorrow yesterday
  tonight earlier later recently previously currently finally eventually initially originally formerly last next
  asked according speaking writing responding appearing citing noting adding calling following given based
  is are was were be been being am do does did has have had can could will would shall should may might must let lets
  let's don't it's he's she's they're we're i'm that's there's what's who's say says said think like unlike except
  including regarding concerning considering assuming whether rather quite very too well oh hey ok okay hello thanks thank
  please sorry first second third former presumptive incumbent longtime veteran fellow presidential senior acting
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept oct nov dec
  minutes hours days weeks months years moments seconds
  someone somebody anyone anybody everyone everybody welcome
  read watch related updated update photo image video contributing follow exclusive breaking opinion analysis editorial
  facts true false new old great good big small
  republican democratic democrat conservative liberal progressive labour tory independent american british french german
  russian chinese iranian israeli italian spanish canadian australian irish scottish welsh european african asian
  mexican indian japanese korean turkish syrian iraqi ukrainian cuban palestinian soviet jewish muslim christian
  catholic protestant islamic arab black white hispanic latino native western eastern northern southern
  prominent embattled outgoing retired late`,
)

/** Of {@link OPENERS}, the adjectives that a name can begin with when what follows makes it an organisation's. */
export const NAME_ADJECTIVES = words(
  `first second third new old great good big small republican democratic conservative liberal progressive labour
  independent american british french german russian chinese iranian israeli italian spanish canadian australian irish
  scottish welsh european african asian mexican indian japanese korean turkish syrian iraqi ukrainian cuban palestinian
  soviet jewish muslim christian catholic protestant islamic arab black white hispanic latino native western eastern
  northern southern presidential national one two three four five six seven eight nine ten all every no
  democrat tory former presumptive incumbent longtime veteran fellow senior acting prominent embattled outgoing retired late`,
)

/** Of these, what only describes a person whose name follows: "Republican Donald Roe", "Former Governor Roe". */
export const DESCRIBING = words(
  `republican democratic democrat conservative liberal progressive labour tory independent former presumptive incumbent
  longtime veteran fellow presidential senior acting prominent embattled outgoing retired late soviet jewish muslim
  christian catholic`,
)

/** Lower-case words that stand inside a name: "Ursula van der Aa", "Bin Roe". */
export const PARTICLES = words(
  'de la du des del della di da dos das van von der den ter ten bin bint ibn al el ben af av zu le y',
)

/** Words that name a day or a month; a name does not end with one. */
export const CALENDAR = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan jan. feb feb. mar. apr. jun. jul. aug aug. sept sept. oct oct. nov nov. dec dec. easter
  christmas ramadan`,
)
