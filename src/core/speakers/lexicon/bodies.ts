import { singular, words } from './word-list.js'

/** Nouns for an organisation, in the singular. */
const BODIES = words(
  `office ministry department agency bureau directorate secretariat authority board commission committee subcommittee council
  cabinet administration parliament congress senate assembly legislature chamber house court tribunal judiciary police
  force army navy military service embassy consulate mission delegation party campaign camp union federation association
  society trust foundation charity institute institution university college school academy hospital clinic church
  diocese mosque synagogue company corporation firm business group organization organisation nonprofit non-profit ngo
  bank fund exchange startup start-up manufacturer maker retailer airline carrier railway operator utility supplier
  chain brand store newspaper paper magazine journal broadcaster network station channel website site outlet publisher
  studio label club team league team pac super-pac center centre center lab laboratory thinktank think-tank collective
  coalition alliance bloc consortium partnership venture lobby caucus movement band orchestra company guild chapter
  headquarters management leadership staff regulator watchdog prosecutor's airport port zoo museum library theater
  theatre gallery hotel restaurant brewery farm estate council county city town village borough municipality
  government state kingdom republic regime monarchy palace presidency treasury pentagon kremlin vatican
  press media times post tribune herald gazette globe news corp corp. inc inc. ltd ltd. llc plc co co. llp gmbh ag
  international global holdings industries partners associates services systems technologies works workers teamsters
  guard corps brigade battalion syndicate cooperative co-operative parish ward registry inspectorate observatory
  forum summit conference taskforce force panel inquiry unit division branch section wing
  airlines airways brothers motors pharmaceuticals laboratories studios entertainment communications energy electric
  militia gang cartel faction tribe nation company's firm's arm`,
)

/** Words that make a run of capitals the name of an organisation wherever they stand in it. */
const NAMING = words(
  `ministry department agency bureau authority board commission committee council senate assembly parliament court tribunal
  party union federation association society trust foundation institute institution university college school academy
  hospital clinic church company corporation group organization organisation bank fund service services network
  alliance coalition league club center centre corp corp. inc inc. ltd ltd. llc plc co. llp holdings industries
  partners associates times post tribune herald gazette journal news press media television broadcasting house office
  guild teamsters workers pac action caucus project initiative campaign command embassy police force guard fire airlines
  airways international journalism motor motors review chronicle examiner observer monitor telegraph guardian mirror
  weekly daily brothers & motors electric energy oil gas water rail railways museum library theatre theater
  orchestra festival conference convention summit forum exchange reserve treasury conservancy collective congress
  laboratory labs studios entertainment administration division registry inspectorate cooperative watch lives`,
)

/** Organisations whose one-word or bare name tells nothing of what they are. */
export const KNOWN_BODIES = words(
  `reuters bloomberg breitbart politico buzzfeed vox axios slate salon vice wired google facebook twitter amazon apple
  microsoft netflix uber tesla boeing airbus toyota volkswagen shell bp exxon exxonmobil chevron pfizer moderna walmart
  ikea nike starbucks mcdonald's coca-cola pepsi greenpeace oxfam amnesty unicef unesco interpol europol nato nasa isis
  hamas hezbollah taliban congress parliament pentagon gop mercury fox citigroup goldman planned`,
)

/** Whether a lower-case noun names an organisation. */
export const isBodyNoun = (noun: string): boolean => BODIES.has(singular(noun)) || BODIES.has(noun)

/** Whether a lower-case word inside a run of capitals makes it an organisation. */
export const isNamingWord = (word: string): boolean => NAMING.has(word.endsWith('.') ? word.slice(0, -1) : word)
