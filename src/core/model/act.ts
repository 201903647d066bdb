/** An act: what a statement does, by the page's own words. `docs/acts.md` has the definitions at length. */
export interface ActDefinition {
  readonly name: string
  /** Speech is done with words; the rest is what somebody is said to think, want or mean to do. */
  readonly family: 'speech' | 'mind'
  /** One line for a person. */
  readonly means: string
}

const define = <const Name extends string>(name: Name, family: ActDefinition['family'], means: string) => ({
  name,
  family,
  means,
})

/** The closed list of acts, in the order in which they are shown. */
export const ACTS = [
  define('state', 'speech', 'says it; nothing more is to be read in the words that carry it'),
  define('announce', 'speech', 'makes known a decision, an event or a result of its own'),
  define('find', 'speech', 'gives it as the outcome of an inquiry, a record, a poll, a count or a court'),
  define('confirm', 'speech', 'says that what was claimed or reported before is so'),
  define('deny', 'speech', 'says that what was claimed, asked or charged is not so'),
  define('admit', 'speech', 'grants what speaks against the speaker'),
  define('accuse', 'speech', 'charges somebody with a wrong'),
  define('criticise', 'speech', 'finds fault with somebody or something'),
  define('praise', 'speech', 'speaks well of, welcomes, thanks or endorses'),
  define('recommend', 'speech', 'says what should be done: urges, advises, proposes, suggests a course'),
  define('demand', 'speech', 'says what must be done: calls for, orders, insists that it be done'),
  define('ask', 'speech', 'asks a question, or asks for something'),
  define('promise', 'speech', 'binds the speaker to do it: promises, vows, pledges, offers, guarantees'),
  define(
    'threaten',
    'speech',
    'says that the speaker will do harm or take steps, mostly if something is or is not done',
  ),
  define('warn', 'speech', 'says that something bad may come'),
  define('predict', 'speech', 'says what will come: predicts, forecasts, expects'),
  define('estimate', 'speech', 'gives a number, a size or a chance as a reckoning'),
  define('agree', 'speech', 'says that another is right, or supports what another says'),
  define('dispute', 'speech', 'says that another is wrong, objects, or opposes, without a plain denial of fact'),
  define('decline', 'speech', 'will not say, comment, answer or do'),
  define('apologise', 'speech', 'says sorry'),
  define('believe', 'mind', 'thinks, knows, is sure, doubts, sees it so'),
  define('wish', 'mind', 'wants, hopes, would like, prefers'),
  define('plan', 'mind', 'means to do: plans, intends, decides, considers doing, aims, seeks'),
  define('feel', 'mind', 'fears, worries, regrets, is glad, angry or surprised'),
] as const satisfies readonly ActDefinition[]

/** What a statement does. */
export type Act = (typeof ACTS)[number]['name']
