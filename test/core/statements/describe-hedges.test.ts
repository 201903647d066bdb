import { describe, expect, it } from 'vitest'
import { told } from './marked.js'

describe('hedges', () => {
  it.each([
    ['[Roe] <said> {the dam may fail and might flood the road}.', ['may', 'might']],
    ['[Roe] <said> {the dam could not be saved}.', ['could']],
    ['[Roe] <said> {the alleged thief apparently fled}.', ['alleged', 'apparently']],
    ['[Roe] <said> {about 40 boats and nearly half of the nets were lost}.', ['about', 'nearly']],
    ['[Roe] <said> {it cost around $3 million, at least}.', ['around']],
    ['[Roe] <said> {at least 12 and up to 20 crews had left}.', ['at least', 'up to']],
    ['[Roe] <said> {as many as a dozen homes burnt}.', ['as many as']],
    ['[Roe] <said> {some 300 people came; some people left}.', ['some']],
    ['[Roe] <said> {an estimated 90 birds died}.', ['estimated']],
    ['[Roe] <said> {it seems the valve stuck, possibly because of rust}.', ['it seems', 'possibly']],
    ['[Roe] <said> {the data suggests a leak}.', ['suggests']],
    ['[Roe] <said> {the pump appeared to stall}.', ['appeared']],
    ['[Roe] <said> {it is possible that a bolt broke}.', ['possible']],
    ['[Roe] <said> {a possible crack is likely to spread}.', ['possible', 'likely']],
    ['{“I think it was sort of odd,”} [Roe] <said>.', ['I think', 'sort of']],
    ['[The clerk] allegedly <said> {the file was burnt}.', ['allegedly']],
    ['[The clerk] <may have said> {the file was burnt}.', ['may']],
    ['[The clerk] <reportedly told> {friends the file was burnt}.', ['reportedly']],
  ])('are seen: %s', (line, hedges) => {
    expect(told(line).hedges).toEqual(hedges)
  })

  it.each([
    '[Roe] <said> {the dam was built in May and reopened on May 3}.',
    '[Roe] <said> {May is cold}.',
    '[Roe] <said> {they talked about 40 boats}.',
    '[Roe] <said> {the boat went around the cape}.',
    '[Roe] <said> {it was about the money}.',
    '[Roe] <said> {the might of the sea is vast}.',
    '[Roe] <said> {she appeared in court}.',
    '[Roe] <said> {likely voters were asked}.',
    '[Roe] <said> {come as soon as possible}.',
    '[Roe] <said> {it was a new kind of boat}.',
    '[Roe] <said> {the tide had turned up to the wall}.',
    '[Roe] <suggested> {the tide had turned}.',
    'Perhaps [Roe], who might know, <said> {the tide had turned}.',
  ])('are not seen: %s', (line) => {
    expect(told(line).hedges).toEqual([])
  })
})
