import { describe, expect, it } from 'vitest'
import { ACTS } from '../../../src/core/model/index.js'
import { CUE_ACTS } from '../../../src/core/statements/describe/cue-acts.js'
import { lexiconSize } from '../../../src/core/statements/describe/cue-lookup.js'
import { nounForms, verbForms } from '../../../src/core/statements/describe/inflections.js'
import { told } from './marked.js'

const acts = (table: readonly (readonly [string, string])[]) =>
  table.map(([line]) => `${told(line).negated ? 'not ' : ''}${told(line).act}: ${line}`)
const wanted = (table: readonly (readonly [string, string])[]) => table.map(([line, act]) => `${act}: ${line}`)
function holds(table: readonly (readonly [string, string])[]): void {
  expect(acts(table)).toEqual(wanted(table))
}

describe('the cue lexicon', () => {
  it('has well over 500 entries, of known acts, and covers every act', () => {
    expect(lexiconSize()).toBeGreaterThan(1500)
    expect(new Set(CUE_ACTS.map(({ act }) => act))).toEqual(new Set(ACTS.map(({ name }) => name)))
  })

  it('knows the forms of its verbs and nouns', () => {
    expect(verbForms('deny')).toEqual(expect.arrayContaining(['deny', 'denies', 'denied', 'denying']))
    expect(verbForms('criticise')).toEqual(expect.arrayContaining(['criticised', 'criticized', 'criticizing']))
    expect(verbForms('admit')).toEqual(expect.arrayContaining(['admitted', 'admitting']))
    expect(verbForms('swear')).toEqual(expect.arrayContaining(['swore', 'sworn', 'swearing']))
    expect(verbForms('signal')).toEqual(expect.arrayContaining(['signaled', 'signalled']))
    expect(verbForms('advise')).not.toContain('advized')
    expect(nounForms('apology')).toEqual(['apology', 'apologies'])
  })
})

describe('the act, by its cue', () => {
  it('is what its verb says, in every form', () => {
    holds([
      ['[The mayor] <said> {the bridge is shut}.', 'state'],
      ['[The ministry] <announced> {a new ferry}.', 'announce'],
      ['[Auditors] <found> {that the money was gone}.', 'find'],
      ['[The bank] <has confirmed> {that it lent the sum}.', 'confirm'],
      ['[The minister] <denies> {that the letter exists}.', 'deny'],
      ['[The coach] <conceded> {that his side was slow}.', 'admit'],
      ['[Okafor] <accused> {the office of hiding the survey}.', 'accuse'],
      ['[The union] <slammed> {the offer}.', 'criticise'],
      ['[The bishop] <hailed> {the truce}.', 'praise'],
      ['[The panel] <recommended> {closing the mine}.', 'recommend'],
      ['[Tenants] <are demanding> {a rent freeze}.', 'demand'],
      ['[Reporters] <asked> {whether the dam was safe}.', 'ask'],
      ['[The firm] <pledged> {to rebuild the school}.', 'promise'],
      ['[The drivers] <threatened> {to strike}.', 'threaten'],
      ['[Doctors] <warned> {that the water was unsafe}.', 'warn'],
      ['[Analysts] <predict> {a dry summer}.', 'predict'],
      ['[Engineers] <estimated> {that it would cost nine million}.', 'estimate'],
      ['[Her deputy] <agreed> {that the road was too narrow}.', 'agree'],
      ['[Farmers] <disputed> {the count}.', 'dispute'],
      ['[The envoy] <declined> {to comment}.', 'decline'],
      ['[The airline] <apologised> {for the delay}.', 'apologise'],
      ['[She] <believes> {the vote was fair}.', 'believe'],
      ['[They] <hope> {to sail by May}.', 'wish'],
      ['[The council] <plans> {to sell the hall}.', 'plan'],
      ['[Parents] <fear> {that the school will close}.', 'feel'],
    ])
  })

  it('is what its noun, adjective or phrase says', () => {
    holds([
      ['[the ministry’s] <denial> {that it knew}', 'deny'],
      ['[the union’s] <accusation> {that pay was withheld}', 'accuse'],
      ['<Opposition to> {the levy} grew.', 'dispute'],
      ['[Rowers] <are worried> {that the lake is low}.', 'feel'],
      ['[Vane] <is convinced> {that it was arson}.', 'believe'],
      ['[The board] <took issue with> {the audit}.', 'dispute'],
      ['[The mayor] <pointed out> {that the bridge is old}.', 'state'],
      ['[Quill] <pleaded guilty> {to forging the permit}.', 'admit'],
      ['[The captain] <raised the alarm>: {the hull was cracked}.', 'warn'],
      ['[The club] <put the figure> {at 40}.', 'estimate'],
    ])
  })

  it('is told by what stands beside the verb', () => {
    holds([
      ['[The mayor] <called for> {a new bridge}.', 'demand'],
      ['[The mayor] <called> on {the ministry to act}.', 'demand'],
      ['[The mayor] <called> {the report a lie}.', 'deny'],
      ['[The mayor] <called> {her rival a liar}.', 'criticise'],
      ['[The mayor] <called> {the volunteers “heroic”}.', 'praise'],
      ['[She] <was named> last week {as captain}.', 'announce'],
      ['[They] <call> {the strait “the Needle”}.', 'state'],
      ['[She] <described> {the plan as reckless}.', 'criticise'],
      ['[He] <dismissed> {the petition}.', 'dispute'],
      ['[He] <dismissed> {the story as baseless}.', 'deny'],
      ['[He] <rejected> {the allegation}.', 'deny'],
      ['[He] <rejected> {the offer}.', 'decline'],
      ['[The judge] <denied> a request {to move the trial}.', 'decline'],
      ['[She] <agreed to> {pay the fine}.', 'promise'],
      ['[She] <suggested> {that the gate should be shut}.', 'recommend'],
      ['[She] <suggested> {closing the gate}.', 'recommend'],
      ['[She] <suggested> {that the gate was shut}.', 'state'],
      ['[She] <suggested> {a later date}.', 'recommend'],
      ['[She] <told> {the crew to leave}.', 'demand'],
      ['[She] <told> the crew {that it was late}.', 'state'],
      ['[She] <insisted> {that the gate be shut}.', 'demand'],
      ['[She] <insisted> {that the gate was shut}.', 'state'],
      ['[Leaked emails] <revealed> {that the pump had failed}.', 'find'],
      ['[Ana Roe] <revealed> {that she would retire}.', 'announce'],
    ])
  })

  it('is that of a verb behind a helper, and of the passive', () => {
    holds([
      ['[The harbour board] <is expected> {to open the quay}.', 'predict'],
      ['[The mayor] <went on to praise> {the crew}.', 'praise'],
      ['[The mayor] <issued a statement condemning> {the raid}.', 'criticise'],
      ['[The mayor] <expressed support for> {the strike}.', 'praise'],
      ['[The mayor] <offered> {a sincere apology}.', 'apologise'],
      ['[The mayor] <seemed to confirm> {the sale}.', 'confirm'],
      ['[The mayor] <refused to endorse> {the plan}.', 'decline'],
      ['The firm <was accused> {of fraud} by [the union].', 'accuse'],
      ['[The mayor] <said in an attack on> the board {that it slept}.', 'state'],
      ['[The mayor] <said back in May> {that the bridge is old}.', 'state'],
    ])
  })

  it('is not that of a word that tells where it was said, or of what was only seen', () => {
    holds([
      ['{“The mill is old,”} [Roe] <said at a debate backed by the club>.', 'state'],
      ['[Roe] <emailed a news article reporting> {that the mill had shut}.', 'state'],
      ['[Miners] <have seen> {their pay cut}.', 'state'],
      ['[Miners] <have long seen> {it as a cheat}.', 'believe'],
      ['[The panel] <released data on Monday that suggest> {most boats leak}.', 'find'],
      ['[Checkers] <rated> {her claim false}.', 'deny'],
      ['[Checkers] <rated> {the claim} as {true}.', 'confirm'],
    ])
  })

  it('keeps its act where it is negated, unless it is a refusal to answer', () => {
    holds([
      ['[The ministry] <did not deny> {that the letter exists}.', 'not deny'],
      ['[The ministry] didn’t <deny> {that the letter exists}.', 'not deny'],
      ['[She] <never said> {that the bridge was safe}.', 'not state'],
      ['[He] <made no mention of> {the fire}.', 'not state'],
      ['[They] <failed to mention> {the fire}.', 'not state'],
      ['[They] <do not want> {a wall}.', 'not wish'],
      ['[He] <not only praised> {the crew}.', 'praise'],
      ['[He] <decided not to sell> {the boat}.', 'plan'],
      ['[The envoy] <would not say> {where she had been}.', 'decline'],
      ['[The firm] <would not respond to> {a request for comment}.', 'decline'],
      ['[The firm] <did not respond to> {a request for comment}.', 'decline'],
      ['[The firm] <did not immediately respond to> {a request for comment}.', 'decline'],
      ['[The firm] <has not replied to> {the questions}.', 'decline'],
      ['[The firm] <didn’t answer> {the letter}.', 'decline'],
      ['[The firm] <did not return calls>{ about the leak}.', 'decline'],
      ['[The firm] <did not only reply> {that it was wrong}.', 'state'],
      ['[The firm] <could not answer> {the letter}.', 'not state'],
    ])
  })
})

describe('the act, by plain words of the statement under a neutral cue', () => {
  it('follows each row of docs/acts.md', () => {
    holds([
      ['{“That is a lie,”} [she] <said>.', 'deny'],
      ['{“It’s simply not true,”} [she] <said>.', 'deny'],
      ['{“This never happened,”} [she] <said>.', 'deny'],
      ['{“There is no truth in it,”} [she] <said>.', 'deny'],
      ['[Roe] <said> {the claims are false}.', 'deny'],
      ['[Roe] <said> {the council should buy the field}.', 'recommend'],
      ['{“The board needs to listen,”} [Roe] <said>.', 'recommend'],
      ['{“It’s time to go home,”} [Roe] <said>.', 'recommend'],
      ['[Roe] <said> {that the board must resign}.', 'demand'],
      ['{“They’ve got to pay,”} [Roe] <said>.', 'demand'],
      ['{“Stop the pumps!”} [Roe] <shouted>.', 'demand'],
      ['{“We will rebuild it,”} [Roe] <said>.', 'promise'],
      ['{“I’m going to sue them,”} [Roe] <said>.', 'promise'],
      ['[Roe] <said> {he would sell the boat}.', 'promise'],
      ['{“Who shut the gate?”} [Roe] <said>.', 'ask'],
      ['{“I think the gate was shut,”} [Roe] <said>.', 'believe'],
      ['{“I don’t know,”} [Roe] <said>.', 'believe'],
      ['[Roe] <said> {she was sure of it}.', 'believe'],
      ['{“I’d like to see the map,”} [Roe] <said>.', 'wish'],
      ['[Roe] <said> {he hoped to return}.', 'wish'],
      ['{“I’m worried about the ice,”} [Roe] <said>.', 'feel'],
      ['{“We’re so sorry,”} [Roe] <said>.', 'apologise'],
      ['{“I want to thank the crew,”} [Roe] <said>.', 'praise'],
      ['{“We welcome the ruling,”} [Roe] <said>.', 'praise'],
      ['[The survey] <said> {most boats leak}.', 'find'],
      ['<According to> [the poll], {most voters want a bridge}.', 'find'],
      ['<According to> [the court’s clerk], {the file is lost}.', 'state'],
      ['<According to> [media reports], {the file is lost}.', 'state'],
      ['[Roe]<:> {Did you see the fire?}', 'ask'],
      ['[Q]<:> {You were there. What did you see?}', 'ask'],
      ['[Roe] <says> {he’s not happy with the count}.', 'feel'],
      ['{“We will never know what they want,”} [Roe] <said>.', 'state'],
    ])
  })

  it('is decided by the first clause that says one', () => {
    holds([
      ['{“I think we should leave,”} [Roe] <said>.', 'believe'],
      ['{“They should leave. I think it is late,”} [Roe] <said>.', 'recommend'],
      ['{“It was cold,”} [Roe] <said>, {“and I hope it thaws.”}', 'wish'],
    ])
  })

  it('stays plain where the words are not the speaker’s own act', () => {
    holds([
      ['[Roe] <said> {the ones who must pay were absent}.', 'state'],
      ['[Roe] <said> {people knew what they should do}.', 'state'],
      ['{“I should have called,”} [Roe] <said>.', 'state'],
      ['{“They don’t have to pay,”} [Roe] <said>.', 'state'],
      ['{“We will see,”} [Roe] <said>.', 'state'],
      ['[Two officers] <said> {he would win}.', 'state'],
      ['{“The old bridge was a disgrace,”} [Roe] <said>.', 'state'],
      ['[Roe] <did not say> {that the board must resign}.', 'not state'],
    ])
  })

  it('tells doubt, hope and promise from words that look like them', () => {
    holds([
      ['{“I have a real question as to whether it floats,”} [Roe] <said>.', 'believe'],
      ['{“I have a question for the pilot,”} [Roe] <said>.', 'state'],
      ['[Roe] <said> {he is hopeful the ice will hold}.', 'wish'],
      ['{“Our hope and prayer is that it thaws,”} [Roe] <said>.', 'wish'],
      ['{“With this suit we hope to open the lane,”} [Roe] <said>.', 'wish'],
      ['{“I’m a little worried about the ice,”} [Roe] <said>.', 'feel'],
      ['{“I cannot and will not sign it,”} [Roe] <said>.', 'promise'],
      ['{“If it fails, we will be upfront about it,”} [Roe] <said>.', 'promise'],
      ['[Roe] <said> {she would consider selling the boat}.', 'state'],
      ['[Roe] <said> {the crew would need to wait}.', 'state'],
      ['[Roe] <said> {the crew will need to wait}.', 'recommend'],
    ])
  })

  it('is read from what opens the content: a participle, or a noun that is repeated', () => {
    holds([
      ['[The clerk] <wrote a letter> {asking the ministry to look into it}.', 'ask'],
      ['[The clerk] <repeated> {his promise to mend the roof}.', 'promise'],
    ])
  })

  it('needs no cue', () => {
    expect(told('{“I’m afraid of the dark.”}').act).toBe('feel')
    expect(told('{“The lamp is out.”}').act).toBe('state')
  })
})

describe('quoted', () => {
  it('names the quoted parts of a mixed statement, with their marks', () => {
    expect(told('[Roe] <said> {the plan was “a joke” and “a waste” of money}.').quoted).toEqual([
      '“a joke”',
      '“a waste”',
    ])
    expect(told('[Roe] <said> {he called it “the ‘big’ one”}.').quoted).toEqual(['“the ‘big’ one”'])
    expect(told('{“It is shut,”} [Roe] <said>, {and so it was}.').quoted).toEqual(['“It is shut,”'])
  })

  it('is empty where all or nothing is quoted', () => {
    expect(told('{“It is shut,”} [Roe] <said>.').quoted).toEqual([])
    expect(told('[Roe] <said> {it is shut}.').quoted).toEqual([])
  })
})
