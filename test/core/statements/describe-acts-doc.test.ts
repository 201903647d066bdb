import { describe, expect, it } from 'vitest'
import { told } from './marked.js'

// A table a paragraph of docs/acts.md, in its order.
function holds(table: readonly (readonly [string, string])[]): void {
  const read = table.map(([line]) => `${told(line).negated ? 'not ' : ''}${told(line).act}: ${line}`)
  expect(read).toEqual(table.map(([line, act]) => `${act}: ${line}`))
}

describe('docs/acts.md', () => {
  it('the cue decides, with what the words around it make of it', () => {
    holds([
      ['[Roe] <rejected as false> {the tale of the fire}.', 'deny'],
      ['<a denial from> [Roe] {that she knew}', 'deny'],
      ['[Roe] <urged> {calm}.', 'recommend'],
      ['[Roe] <was accused of> {theft}.', 'accuse'],
      ['[Roe] <did not deny> {that she knew}.', 'not deny'],
      ['[Roe] <refused to say> {where the map is}.', 'decline'],
      ['[Roe] <would not comment on> {the map}.', 'decline'],
      ['[Roe] <declined to say> {where the map is}.', 'decline'],
    ])
  })

  it('under a neutral cue the content decides, row by row', () => {
    holds([
      ['{“It’s not true,”} [Roe] <said>.', 'deny'],
      ['{“Voters should have a say,”} [Roe] <said>.', 'recommend'],
      ['{“Voters should have been told,”} [Roe] <said>.', 'state'],
      ['{“What they should do is sell,”} [Roe] <said>.', 'recommend'],
      ['{“Let’s rebuild the pier,”} [Roe] <said>.', 'recommend'],
      ['{“Let’s be honest: it sank,”} [Roe] <said>.', 'state'],
      ['{“I say every day that they have to go,”} [Roe] <said>.', 'demand'],
      ['{“Repair the roof!”} [Roe] <said>.', 'demand'],
      ['{“I will never sell it,”} [Roe] <said>.', 'promise'],
      ['{“We’re going to get rid of the toll,”} [Roe] <said>.', 'promise'],
      ['{“We are committed to the pier,”} [Roe] <said>.', 'promise'],
      ['[Roe] <said> {that if elected he would sell the boat}.', 'promise'],
      ['{“Is it safe?”} [Roe] <said>.', 'ask'],
      ['{“He won because I believe in him,”} [Roe] <said>.', 'believe'],
      ['{“I have no doubt about it,”} [Roe] <said>.', 'believe'],
      ['{“I don’t have any doubt about it,”} [Roe] <said>.', 'believe'],
      ['{“In my view it sank,”} [Roe] <said>.', 'believe'],
      ['{“My own guess is that it sank,”} [Roe] <said>.', 'believe'],
      ['{“I see it as a loss,”} [Roe] <said>.', 'believe'],
      ['[Roe] <said> {he sees a trend}.', 'believe'],
      ['{“For all I know it sank,”} [Roe] <said>.', 'state'],
      ['{“I’m going to have to step away,”} [Roe] <said>.', 'state'],
      ['{“I said they have to pay,”} [Roe] <said>.', 'demand'],
      ['{“There is fear, which I hope passes,”} [Roe] <said>.', 'wish'],
      ['{“My hope is that it floats,”} [Roe] <said>.', 'wish'],
      ['[The Roes] <said> {they were hoping to sail}.', 'wish'],
      ['{“My fear is that it sinks,”} [Roe] <said>.', 'feel'],
      ['{“It worries me,”} [Roe] <said>.', 'feel'],
      ['{“That made us angry,”} [Roe] <said>.', 'feel'],
      ['{“It’s like we’re like a bridge,”} [Roe] <said>.', 'state'],
      ['[Four in 10] <said> {they were “angry” about it}.', 'feel'],
      ['{“I don’t care,”} [Roe] <said>.', 'feel'],
      ['{“I apologise,”} [Roe] <said>.', 'apologise'],
      ['[Most of the rowers] <said> {they support the toll}.', 'praise'],
      ['[A report about the harbour] <noted> {that the quay leaks}.', 'find'],
      ['{The quay leaks}, <according to> [records Ms. Roe filed].', 'find'],
      ['[The poll] <said> {most people want a bridge}.', 'find'],
    ])
  })

  it('the act is that of the statement’s own speaker', () => {
    holds([
      ['[Roe] <said> {that the mayor had denied it}.', 'state'],
      ['[Roe] <insisted> {he never said he wanted the boat}.', 'state'],
      ['[She] <said> {that he supports the toll}.', 'state'],
      ['[Roe] <listed> {the questions that they must answer}.', 'state'],
      ['[Roe] <discussed> {the questions it must answer}.', 'state'],
      ['[Roe] <recalled> {a man who said you need to sell}.', 'state'],
    ])
  })

  it('a cue of two meanings has the one it has there', () => {
    holds([
      ['[The mayor] <rejected> {a plea for mercy}.', 'decline'],
      ['[The mayor] <rejected> {the theory}.', 'dispute'],
      ['[The mayor] <rejected> {the claim}.', 'deny'],
      ['[The mayor] <questioned> {the count}.', 'dispute'],
      ['[The mayor] <questioned> {whether it was safe}.', 'ask'],
      ['{“Good night,”} [Roe] <concluded>.', 'state'],
      ['[The panel] <concluded> {that the quay leaks}.', 'find'],
      ['[Rowers] <felt betrayed by> {the club}.', 'feel'],
      ['[Rowers] <felt> {that the club had lied}.', 'believe'],
      ['[Rowers] <feel more confident about> {the quay}.', 'believe'],
      ['<the question is> {who will mend it}', 'ask'],
      ['[I] <find> {the plan troubling}.', 'believe'],
      ['The verdict <cheered> [rowers].', 'feel'],
      ['[Rowers] <cheered> {the verdict}.', 'praise'],
    ])
  })

  it('naming cues go by the name given', () => {
    holds([
      ['[Roe] <called> {him a coward}.', 'criticise'],
      ['[Roe] <painted> {her as a hero}.', 'praise'],
      ['[Roe] <positioned> {her as the most qualified}.', 'praise'],
      ['[Roe] <tried to present> {him as a traitor}.', 'criticise'],
      ['[Roe] <described> {the story as true}.', 'confirm'],
      ['[Roe] <described> {the story as “a lie”}.', 'deny'],
      ['[Roe] <described> {the storm as the true start of winter}.', 'state'],
      ['[Roe] <described> {him as his brother}.', 'state'],
    ])
  })

  it('official acts are announced; permitting, perceiving and cues in no row are neutral; orders and pleas', () => {
    holds([
      ['[The mayor] <appointed> {a clerk}.', 'announce'],
      ['[The mayor] <vetoed> {the bill}.', 'announce'],
      ['[The mayor] <closed> {the road}.', 'announce'],
      ['[The senate] <passed> {the levy}.', 'announce'],
      ['[The town] <allows> {rowing on Sundays}.', 'state'],
      ['[Roe] <heard> {the bells}.', 'state'],
      ['[Roe] <watched> {the race}.', 'state'],
      ['[Roe] <swam> {to the quay}.', 'state'],
      ['[Roe] <told> {her to leave}.', 'demand'],
      ['[Roe] <told> them not {to leave}.', 'demand'],
      ['[Roe] <begged> {them to stay}.', 'ask'],
      ['[Roe] <pleaded> {for time}.', 'ask'],
    ])
  })

  it('"seems" and second thoughts believe, support praises', () => {
    holds([
      ['{The quay} <seems> {safe}.', 'believe'],
      ['[Roe] <had second thoughts about> {the quay}.', 'believe'],
      ['[Roe] <has reservations about> {the quay}.', 'believe'],
      ['[Roe’s] <faith in> {the crew}', 'believe'],
      ['[Roe’s] <confidence in> {the crew}', 'believe'],
      ['[Roe’s] <support for> {the crew}', 'praise'],
      ['[Roe] <is skeptical of> {the count}.', 'believe'],
      ['<To> [the crew], {the count was a farce}.', 'believe'],
    ])
  })

  it('a noun beside a light verb says what was done', () => {
    holds([
      ['[Roe] <expressed> {deep regret over the fire}.', 'feel'],
      ['[Roe] <has> {serious doubts about the count}.', 'believe'],
      ['[Roe] <made> {a solemn promise to return}.', 'promise'],
      ['[Roe] <shares> {the union’s antipathy for the levy}.', 'feel'],
      ['[Roe] <issued> {a stern warning to rowers}.', 'warn'],
      ['[Roe] <made clear> {that the quay is shut}.', 'state'],
      ['[Roe] <sent> {a boat}.', 'state'],
      ['[Two clubs] <have come aboard> {the effort}.', 'state'],
      ['[Roe] <released ads attacking> {the club}.', 'criticise'],
      ['[Roe] <released> {a map of the harbour}.', 'announce'],
      ['[Roe] <repeated> {his position}.', 'believe'],
      ['[Roe] <launched> {her bid for the seat}.', 'announce'],
      ['[Roe] <launched> {a bitter attack on the club}.', 'criticise'],
      ['[Roe] <signed> {the treaty}.', 'announce'],
      ['[Roe] personally {opposes the levy}.', 'state'],
      ['[Roe] <personally> {opposes the levy}.', 'dispute'],
    ])
  })

  it('"he" counts as "I"; a plan, a reckoning or agreement does not', () => {
    holds([
      ['[Roe] <said> {he wants a boat}.', 'wish'],
      ['[Roe] <said> {she would sign it}.', 'promise'],
      ['[Roe] <said> {she plans to go}.', 'state'],
      ['[Roe] <said> {she agrees with the crew}.', 'state'],
      ['[Roe] <said> {she estimates a loss of nine boats}.', 'state'],
    ])
  })

  it('"we must" counts; an expecting "should" and "would have to" do not', () => {
    holds([
      ['{“We must mend the quay,”} [Roe] <said>.', 'demand'],
      ['{“We have to mend the quay,”} [Roe] <said>.', 'demand'],
      ['{“The quay should be ready by May,”} [Roe] <said>.', 'state'],
      ['{“They would have to mend the quay,”} [Roe] <said>.', 'state'],
    ])
  })

  it('negated needs a negation in the cue or its subject, or a word that takes the thought away', () => {
    holds([
      ['[Nobody] <foresaw> {the storm}.', 'not predict'],
      ['[No one] <expected> {the storm}.', 'not predict'],
      ['[Few rowers] <believed> {the forecast}.', 'not believe'],
      ['[A few rowers] <believed> {the forecast}.', 'believe'],
      ['[Roe] <barely answered> {the question}.', 'not state'],
      ['[Roe] <did not reply to> {the letter}.', 'decline'],
      ['[Roe] <overlooked> {the leak}.', 'not believe'],
      ['[Roe] <was unaware of> {the leak}.', 'not believe'],
      ['[Roe] <said little about> {the leak}.', 'not state'],
      ['[Roe] <did not decline> {to answer}.', 'decline'],
      ['[Roe] <doubts> {that it leaks}.', 'believe'],
      ['[Roe] <said> {that it does not leak}.', 'state'],
    ])
  })
})
