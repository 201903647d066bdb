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
