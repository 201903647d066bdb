import type { Act } from '../../model/index.js'
import type { BlockWords } from './block-words.js'

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

/** Said of a claim, these say that it is not so. */
const DENIALS = `lie lies false untrue falsehood falsehoods fake baseless unfounded fabricated fabrication bogus hoax
  untruth fiction fictional inaccurate groundless unsubstantiated nonsense fantasy canard made-up debunked`

/** Said of somebody or something, these find fault. */
const FAULTS = `liar unfit bully coward crook crooked fraud phony phoney racist sexist bigot bigoted bigotry xenophobic
  misogynist misogynistic demagogue fascist dictator tyrant thug clown buffoon idiot idiotic stupid dumb foolish fool
  moron moronic loser losers loathsome weak weakness disgrace disgraceful disgusting shameful shame embarrassment
  embarrassing outrage outrageous appalling deplorable deplorables despicable reprehensible repugnant repulsive vile
  ugly nasty horrible horrific horrifying terrible awful dreadful abysmal pathetic pitiful sad ridiculous absurd
  ludicrous laughable silly crazy insane lunatic nuts nut unhinged deranged dangerous reckless irresponsible careless
  incompetent inept incapable unqualified inexperienced ignorant clueless disaster disastrous catastrophe catastrophic
  fiasco failed failing flawed wrong misguided mistaken misleading dishonest deceitful deceptive hypocrite hypocritical
  hypocrisy corrupt rigged unfair unjust unacceptable inappropriate offensive insulting insensitive divisive hateful
  toxic poisonous cruel inhumane barbaric immoral unethical illegal unlawful unconstitutional undemocratic un-american
  unpatriotic treasonous traitor betrayal cowardly hysterical extreme extremist radical lightweight puppet stooge
  sellout opportunist selfish greedy arrogant petty childish immature infantile thin-skinned egomaniac narcissist
  narcissistic megalomaniac con charlatan huckster cheat cheater monster evil devil sleazy slimy sloppy lousy bad worst
  worse weird creepy ineffective useless worthless pointless wasteful boondoggle sham farce mockery joke travesty circus
  nightmare mess debacle scandalous inexcusable unforgivable indefensible unconscionable abomination abhorrent heinous
  callous heartless out-of-touch irrational illogical incoherent untrustworthy untruthful unstable unpresidential
  unprofessional unworthy vulgar obscene tasteless tone-deaf overblown overrated overreach witch-hunt menace low-energy
  lyin' lying little goofy wacky backward bankrupt broken pig pigs slob dog bimbo basket-case apologist problematic
  troubling disturbing dishonorable irrelevant fraudulent scheme scam hoaxer third-rate second-rate half-baked cheap
  crass crude rude obnoxious hostile paranoid cynical defective deficient inferior mediocre hollow empty reactionary
  elitist bloated unsustainable unworkable unrealistic impractical untenable senseless mindless brutal savage ruthless
  repressive oppressive discriminatory biased partisan phoniest fearmongering fear-mongering scaremongering pandering
  grandstanding self-serving intolerant intolerable unbelievable preposterous outlandish bizarre cartel racket mafia
  cult cancer plague rubbish garbage junk curse farcical shambles disgraced naive naïve delusional dubious desperate
  divider cesspool`

/** Said of somebody or something, these speak well of it. */
const MERITS = `great greatest good nice best better brilliant excellent outstanding wonderful fantastic terrific
  amazing awesome superb magnificent splendid marvelous incredible extraordinary exceptional remarkable impressive
  inspiring inspiration inspirational hero heroic heroes icon legend legendary genius smart intelligent wise talented
  gifted brave courageous courage bold strong tough honest honorable decent principled thoughtful compassionate caring
  kind generous gracious loyal beloved friend patriot patriotic visionary pioneer role-model qualified capable competent
  effective success successful triumph historic landmark milestone breakthrough significant important beautiful gorgeous lovely perfect ideal fair
  reasonable sensible encouraging promising welcome positive admirable laudable commendable noble selfless tireless
  invaluable treasure blessing gem star giant winner proud sterling first-rate world-class masterful eloquent uniquely
  fighter`

/** Said of a claim, these say that it is so. */
const TRUTHS = 'true accurate correct factual truthful'

const VALUES: ReadonlyMap<string, Act> = new Map([
  ...words(TRUTHS).map((word): [string, Act] => [word, 'confirm']),
  ...words(MERITS).map((word): [string, Act] => [word, 'praise']),
  ...words(FAULTS).map((word): [string, Act] => [word, 'criticise']),
  ...words(DENIALS).map((word): [string, Act] => [word, 'deny']),
])

/** What is said of a thing by the first valuing word among tokens [first, end): praise, criticise, deny or confirm; null: none. */
export function valueAmong(block: BlockWords, first: number, end: number): Act | null {
  for (let i = first; i < end; i++) {
    const value = VALUES.get(block.word(i))
    if (!value) continue
    // "is true", "as accurate"; not "a true friend".
    if (
      value === 'confirm' &&
      !/^(?:as|is|was|are|were|it|not|be|quite|entirely|perfectly|"|“)$/.test(block.word(i - 1))
    )
      continue
    const isNegated = /^(?:not|never|no|hardly)$|n't$/.test(block.word(i - 1))
    if (!isNegated) return value
    return value === 'praise' ? 'criticise' : value === 'confirm' ? 'deny' : null
  }
  return null
}
