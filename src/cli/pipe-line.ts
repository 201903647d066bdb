import { OnrecordError, type Page } from '../core/model/index.js'
import { pageFromString } from '../node/page.js'

/** A line of `onrecord pipe` as it came in. */
export interface PipeInput {
  readonly id: PipeId
  readonly page: Page
}

/** The line's own name, given back as it came. */
export type PipeId = string | number | null

/** Why a line cannot be read, with its id where that much could be made out. */
export class PipeLineError extends OnrecordError {
  readonly id: PipeId

  constructor(id: PipeId, message: string) {
    super('pipe-line-invalid', message)
    this.id = id
  }
}

/**
 * Reads a line's JSON; null: the line is blank.
 *
 * @param textKind how to read a line that has "text" and no "kind"
 * @throws PipeLineError
 */
export function parseLine(bytes: Buffer, number: number, textKind: 'text' | 'article'): PipeInput | null {
  const invalid = (what: string, id: PipeId = null) => new PipeLineError(id, `Line ${number}: ${what}`)
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: number !== 1 }).decode(bytes)
  } catch {
    throw invalid('it is not valid UTF-8. Write the lines in UTF-8.')
  }
  if (source.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw invalid(`it is not JSON (${(error as Error).message}). Write one JSON object a line.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('it is not a JSON object. Write {"id": …, "html" or "text": …}.')
  }
  const { id = null, html, text, url = null, kind } = value as Record<string, unknown>
  if (id !== null && typeof id !== 'string' && typeof id !== 'number')
    throw invalid('its "id" must be a string or a number.')
  if (typeof id === 'number' && !comesBack(id, source))
    throw invalid('its "id" is a number too large or too exact to be given back as it came. Write it as a string.')
  if (url !== null && typeof url !== 'string') throw invalid('its "url" must be a string.', id)
  if (html === undefined && text === undefined) throw invalid('it has neither "html" nor "text".', id)
  if (html !== undefined && text !== undefined) throw invalid('it has both "html" and "text"; give one.', id)
  if (html !== undefined) {
    if (typeof html !== 'string') throw invalid('its "html" must be a string.', id)
    if (kind !== undefined && kind !== 'html')
      throw invalid('its "kind" must be "html", or left out, beside "html".', id)
    return { id, page: pageFromString(html, { kind: 'html', url }) }
  }
  if (typeof text !== 'string') throw invalid('its "text" must be a string.', id)
  if (kind !== undefined && kind !== 'text' && kind !== 'article') {
    throw invalid('its "kind" must be "text" or "article", or left out, beside "text".', id)
  }
  return { id, page: pageFromString(text, { kind: kind ?? textKind, url }) }
}

/** A number as the value of a member called id; a quotation mark in a string is escaped, so this is none of its text. */
const ID_NUMBER = /"id"\s*:\s*(-?\d[\d.eE+-]*)/g

/** Whether a line's number is written with as many digits as it has here, so that no two ids become one. */
function comesBack(id: number, source: string): boolean {
  const written = [...source.matchAll(ID_NUMBER)].flatMap(([, number = '']) => (Number(number) === id ? [number] : []))
  // Where the member's name is written with escapes there is nothing to compare with.
  if (written.length === 0) return Number.isSafeInteger(id)
  return written.every((number) => digitsOf(number) === digitsOf(String(id)))
}

/** A number's digits and exponent, the same for all ways to write it: 1.50, 15e-1. */
function digitsOf(number: string): string {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/(?<!0)0+$/, '')
  return `${kept} ${kept === '' ? 0 : Number(exponent) - fraction.length + digits.length - kept.length}`
}
