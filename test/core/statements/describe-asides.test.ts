import { describe, expect, it } from 'vitest'
import { told } from './marked.js'

describe('the addressee', () => {
  it.each([
    ['[Roe] <told> reporters {that the gate is shut}.', 'reporters'],
    ['[Roe] <told> a crowd of miners on Monday {that the pit is shut}.', 'a crowd of miners'],
    ['[Roe] <told> The Harbour Herald last week {the pit is shut}.', 'The Harbour Herald'],
    ['{“It is shut,”} [Roe] <said> to the committee.', 'the committee'],
    ['{“It is shut,”} [Roe] <said> quietly to her deputy.', 'her deputy'],
    ['{“It is shut,”} [Roe] <said> in an interview with the Gazette.', 'the Gazette'],
    ['In an interview with the Gazette, [Roe] <said> {it is shut}.', 'the Gazette'],
    ['[Roe] <asked> Mr. Doe {whether it was shut}.', 'Mr. Doe'],
    ['[Roe] <wrote> to the governor {that it is shut}.', 'the governor'],
    ['[Roe] <urged> {the Assembly to shut it}.', 'the Assembly'],
    ['[Roe] <warned> {sailors that it was shut}.', 'sailors'],
    ['[Roe] <called> on {the ministry to act}.', null],
    ['[Roe] <reminded> voters {of the fire}.', 'voters'],
    ['Residents <were told> by [the company] {that the water was safe}.', 'Residents'],
    ['She <was asked> {whether it was shut}.', 'She'],
    ['[Roe] <testified> before the panel {that it was shut}.', 'the panel'],
    ['[Roe] <said> in a letter to the court {that it was shut}.', 'the court'],
    ['[Roe] <appealed> to lawmakers {to shut it}.', 'lawmakers'],
    ['[Roe] <accused> {the office of hiding it}.', null],
    ['[Roe] <thanked> {the crew}.', null],
    ['[Roe] <promised> {reform}.', null],
    ['[Roe] <said> to applause {that it was shut}.', null],
    ['[Roe] <is said> to {have shut it}.', null],
    ['{“It is shut,”} <said> [Roe, who spoke to the board].', null],
    ['<asked> [Roe], {“Is it shut?”}', null],
  ])('%s: %s', (line, addressee) => {
    expect(told(line).addressee).toBe(addressee)
  })
})

describe('the medium', () => {
  it.each([
    ['{“It is shut,”} [Roe] <said> in an email.', 'in an email'],
    ['[Roe] <said in a written statement> {that it is shut}.', 'in a written statement'],
    ['{“It is shut,”} [Roe] <wrote> on Twitter.', 'on Twitter'],
    ['{“It is shut,”} [Roe] <said> at a news conference in Aarle.', 'at a news conference'],
    ['{“It is shut,”} <said> [Roe, a nurse], by telephone.', 'by telephone'],
    ['{“It is shut,”} <said> [Roe, a nurse,] in a speech to the guild.', 'in a speech'],
    ['During a hearing on Monday, [Roe] <said> {it is shut}.', 'During a hearing'],
    ['[Roe], in a series of tweets, <said> {it is shut}.', 'in a series of tweets'],
    ['[Roe] <called> {the plan “a mistake”} in an interview on Sunday.', 'in an interview'],
    ['[Roe] <said> through a spokeswoman {that it is shut}.', 'through a spokeswoman'],
    ['[Roe] <tweeted>: {“It is shut.”}', 'tweeted'],
    ['[Roe] <wrote> on her Facebook page {that it is shut}.', 'on her Facebook page'],
    ['[Roe] <said> on the Senate floor {that it is shut}.', 'on the Senate floor'],
    ['[Roe] <said> {the facts are in the report}.', null],
    ['[The report] <said> {it is shut}.', null],
    ['[Roe] <said> in response {that it is shut}.', null],
    ['[Roe] <said> on Monday at the dock {that it is shut}.', null],
    ['[Roe, who resigned in a letter,] <said> {it is shut}.', null],
    ['After he quit in a letter, [Roe] <said> {it is shut}.', null],
  ])('%s: %s', (line, medium) => {
    expect(told(line).medium).toBe(medium)
  })
})

// The page is of Thursday, 14 May 2026.
const PUBLISHED = '2026-05-14T09:30:00Z'

describe('the time', () => {
  it.each([
    ['{“It is shut,”} [Roe] <said> on Wednesday.', 'on Wednesday = 2026-05-13'],
    ['{“It is shut,”} [Roe] <said> Thursday.', 'Thursday = 2026-05-14'],
    ['{“It is shut,”} [Roe] <said> on Friday.', 'on Friday = 2026-05-08'],
    ['[Roe] <will announce> on Friday {that it is shut}.', 'on Friday = 2026-05-15'],
    ['[Roe] <said> late on Monday {that it is shut}.', 'late on Monday = 2026-05-11'],
    ['[Roe] <said> Friday afternoon {that it is shut}.', 'Friday afternoon = 2026-05-08'],
    ['On Tuesday night, [Roe] <said> {it is shut}.', 'On Tuesday night = 2026-05-12'],
    ['[Roe] on Sunday <said> {it is shut}.', 'on Sunday = 2026-05-10'],
    ['[Roe] <called> {the plan “a mistake”} in an interview on Sunday.', 'on Sunday = 2026-05-10'],
    ['[Roe] <said> yesterday {that it is shut}.', 'yesterday = 2026-05-13'],
    ['[Roe] <said> today {that it is shut}.', 'today = 2026-05-14'],
    ['[Roe] <said> last month {that it is shut}.', 'last month = 2026-04'],
    ['[Roe] <said> last week {that it is shut}.', 'last week = 2026-05-04/2026-05-10'],
    ['[Roe] <said> earlier this week {that it is shut}.', 'earlier this week = 2026-05-11/2026-05-17'],
    ['[Roe] <said> over the weekend {that it is shut}.', 'over the weekend = 2026-05-09/2026-05-10'],
    ['[Roe] <said> last year {that it is shut}.', 'last year = 2025'],
    ['[Roe] <said> in May {that it is shut}.', 'in May = 2026-05'],
    ['[Roe] <said> in October {that it is shut}.', 'in October = 2025-10'],
    ['[Roe] <said> last June {that it is shut}.', 'last June = 2025-06'],
    ['[Roe] <said> on April 2 {that it is shut}.', 'on April 2 = 2026-04-02'],
    ['[Roe] <said> on 30 May {that it is shut}.', 'on 30 May = 2025-05-30'],
    ['[Roe] <said> on Feb. 3, 2024, {that it is shut}.', 'on Feb. 3, 2024 = 2024-02-03'],
    ['[Roe] <said> on Wednesday, May 13, {that it is shut}.', 'on Wednesday, May 13 = 2026-05-13'],
    ['[Roe] <said> in 2019 {that it is shut}.', 'in 2019 = 2019'],
    ['[Roe] <said> three days ago {that it is shut}.', 'three days ago = 2026-05-11'],
    ['[Roe] <said> two weeks ago {that it is shut}.', 'two weeks ago = 2026-04-27/2026-05-03'],
    ['[Roe] <said> a year ago {that it is shut}.', 'a year ago = 2025'],
    ['[Roe] <said> last summer {that it is shut}.', 'last summer = null'],
    ['[Roe] <said> {it was shut on Monday}.', null],
    ['[Roe, who left on Monday,] <said> {it is shut}.', null],
    ['[Roe] <said> after Monday’s vote {that it is shut}.', null],
    ['[Roe] <ordered> by Friday {the gate shut}.', null],
    ['[Roe] <may say> {it is shut}.', null],
    ['[Roe] <said> the march {was long}.', null],
    ['After the vote on Monday, [Roe] <said> {it is shut}.', null],
  ])('%s: %s', (line, when) => {
    expect(told(line, PUBLISHED).when).toBe(when)
  })

  it('is kept unresolved where the page has no date, unless it names its own year', () => {
    expect(told('[Roe] <said> on Wednesday {it is shut}.').when).toBe('on Wednesday = null')
    expect(told('[Roe] <said> last month {it is shut}.').when).toBe('last month = null')
    expect(told('[Roe] <said> on Feb. 3, 2024, {it is shut}.').when).toBe('on Feb. 3, 2024 = 2024-02-03')
    expect(told('[Roe] <said> in 2019 {it is shut}.').when).toBe('in 2019 = 2019')
    expect(told('[Roe] <said> over the weekend {it is shut}.').when).toBe('over the weekend = null')
  })
})
