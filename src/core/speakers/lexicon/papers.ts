import { singular, words } from './word-list.js'

/** Nouns for a document or for what else speaks in writing or numbers, in the singular. */
const PAPERS = words(
  `report study survey poll paper letter memo memorandum document statement article story editorial column op-ed essay book
  memoir biography novel review analysis assessment audit inquiry investigation indictment complaint lawsuit suit filing
  brief motion petition affidavit deposition transcript ruling verdict judgment judgement opinion decision order warrant
  law bill act statute legislation amendment resolution treaty agreement accord deal contract pact platform plank
  manifesto plan proposal budget guideline guidance rule regulation directive policy code constitution record data figure
  statistic number result finding estimate projection forecast index census count tally evidence research science
  experiment trial email e-mail message text tweet post posting blog website page ad advertisement commercial spot video
  film documentary programme program broadcast podcast episode sign banner placard poster leaflet flyer pamphlet brochure
  newsletter bulletin release advisory notice note diary log minutes dossier file archive excerpt email conversation communication passage paragraph
  chapter footnote headline caption quote petition questionnaire spreadsheet chart map graph list registry
  obituary inscription plaque label prospectus disclosure return declaration communique communiqué charter
  speech address remarks testimony prayer scripture bible gospel quran koran torah verse proverb adage slogan
  average averages model theory legend rumour rumor account version source-code dispatch cable summary`,
)

/** Whether a lower-case noun names a document. */
export const isPaperNoun = (noun: string): boolean => PAPERS.has(singular(noun)) || PAPERS.has(noun)

/** What a speaker says or shows of himself: whose it is, is the speaker ("his words", "the mayor's answer"). */
const UTTERANCES = words(
  `word answer response reply remark comment argument message rhetoric tweet criticism claim promise vow pledge position
  view opinion belief call request question statement speech address support opposition desire hope wish fear concern
  plan proposal idea demand insistence suggestion assertion contention allegation accusation charge attack warning
  threat denial apology praise endorsement testimony account explanation stance tone language voice attitude assessment
  description characterization characterisation prediction forecast decision intention goal vision interpretation
  announcement declaration communication`,
)

/** Whether a lower-case noun names what its owner says or thinks. */
export const isUtterance = (noun: string): boolean => UTTERANCES.has(singular(noun))
