const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** The speaker, in own words. */
export const FIRST_PERSON = set('i we')
/** What may stand for the speaker in words that are told. */
export const THIRD_PERSON = set('he she they it')
/** What may stand between the speaker and the verb that says what he does. */
export const ADVERBS = set(
  'not also really just still all both always never certainly definitely strongly firmly truly honestly actually personally do did does am are is was were very so ' +
    'simply only too now already absolutely fully totally deeply extremely incredibly kind sort of pretty quite even then will well ever have been had has feel ' +
    "'ve",
)
/** What may stand between a modal and its subject: "I'm really going to have to". */
export const AUXILIARIES = set("'m am was going to will 'll do did really just also still always probably now")
/** A clause that begins with one of these asserts nothing by itself: "if we have to", "what they should do". */
export const UNASSERTED = set(
  'if what who whom which when where whether than how why whatever whoever unless until as like',
)

/** "I think": base forms, and the past ones of those that are said of a moment's thought. */
export const THINK = set(
  'think believe know doubt guess suppose suspect imagine assume expect consider remember understand realize realise thought believed knew figured',
)
/** "he thinks", "she thought". */
export const THOUGHT = set(
  'thinks believes knows doubts guesses suspects considers expects expected sees views regards thought believed knew doubted suspected considered remembered saw viewed regarded',
)
/** "I want". */
export const WANT = set('want hope wish prefer wanted hoping')
/** "he wants". */
export const WANTED = set('wants hopes wishes prefers hoped wished preferred')
/** "we welcome". */
export const SUPPORT = set('support endorse welcome applaud congratulate commend salute thank admire appreciate')
/** "she welcomes". */
export const SUPPORTED = set(
  'supports endorses welcomes applauds thanks admires appreciates supported endorsed welcomed applauded thanked admired appreciated',
)
/** "I promise". */
export const BIND = set('promise pledge vow swear guarantee commit')
/** "I am sure". */
export const SURE = set(
  'sure certain confident convinced unsure uncertain unaware aware unconvinced skeptical sceptical doubtful persuaded',
)
/** "I am glad". */
export const FEELINGS = set(
  'worried glad happy proud sad concerned afraid scared disappointed frustrated angry upset excited honored honoured humbled thrilled delighted ' +
    'pleased grateful shocked surprised horrified heartbroken devastated outraged disgusted tired sick embarrassed ashamed nervous relieved satisfied ' +
    'optimistic amazed appalled stunned saddened troubled terrified confused fed fearful anxious furious mad dismayed alarmed disturbed unhappy ' +
    'comfortable uncomfortable offended pessimistic blessed lucky fortunate touched moved impressed bothered encouraged discouraged inspired good bad great',
)
/** Verbs that bind nobody after "I will": "I will say", "we will see". */
export const UNBINDING = set(
  'be see say tell know consider find remember need have win lose miss look think believe want hope like love admit probably ' +
    'wake end regret feel note add concede grant agree understand learn survive die live become ask gain benefit end',
)
/** What follows was said before: not an act of this statement. */
export const SAID = /^(?:said|says|told|tells|claimed|claims|asked|argued|suggest(?:ed|s)?)$/
/** Before these a charge may be called false. */
export const BE_FORMS = set("is are was were be been being 's 're isn't aren't wasn't weren't am")
/** A claim is called one of these. */
export const FALSE_WORDS = set(
  'false untrue baseless unfounded fabricated bogus nonsense hoax fiction fabrication falsehood inaccurate groundless fake',
)
/** Before "true". */
export const NOT_TRUE = /^(?:not|never|isn't|wasn't|aren't|ain't|hardly|neither)$/
/** Bare verbs that open an order, with what may not follow, for most of them are nouns too. */
export const ORDERS = set(
  "stop don't vote come get give take make keep leave build lock end tell show join help send read listen wait go remember resign fire call " +
    'bring put pay stay ask try hold drop forget be imagine do never wake stand turn',
)
/** Bare verbs that open a sentence and order nothing: "God bless", "Thank you". */
export const NO_ORDERS = set(
  'thank let see say trust believe mark think consider suppose look bless god please need may want guess love hope does did have',
)
/** What follows other bare verbs in an order. */
export const ORDERED = /^(?:the|a|an|my|your|our|his|her|this|that|these|those|it|him|them|me|us|up|out|to|not)$/
/** After the bare verb that opens an order these show that it is a noun. */
export const NO_OBJECT = set('is are was were will would has have of and or for , can could may in')
