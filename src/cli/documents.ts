import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import {
  fromBrat,
  fromCitron,
  fromJson,
  fromJsonl,
  fromWebAnno,
  fromWebAnnotation,
  type GoldDocument,
  goldOf,
} from '../core/exports/index.js'
import { OnrecordError } from '../core/model/index.js'

/** What is read of a folder. */
const KINDS = new Set(['.jsonl', '.json', '.jsonld', '.ann', '.tsv'])

/** Of these nothing else is read than the file. */
const HOLD_THEIR_TEXT = new Set(['.jsonl', '.tsv'])

/**
 * The annotated texts in a file, or in the files of a folder, by what they are: JSON lines, a record, W3C Web Annotation,
 * Citron's JSON, brat (`.ann` with its `.txt` beside it) or WebAnno TSV. Where a form has no id, the file's name without
 * its ending is the document's.
 *
 * @throws OnrecordError `page-unreadable`, `gold-invalid`, `record-invalid`, `record-version`
 */
export function documentsAt(path: string): GoldDocument[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return documentsIn(path)
  const files = readdirSync(path)
    .filter((name) => KINDS.has(extname(name)))
    .sort()
  if (files.length === 0)
    throw new OnrecordError('gold-invalid', `${path} holds no annotated texts (${[...KINDS].join(', ')}).`)
  return files.flatMap((name) => documentsIn(join(path, name)))
}

/** The files that may be read for what is at a path, the texts beside annotations among them. */
export function filesAt(path: string): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  const files = isFolder
    ? readdirSync(path)
        .filter((name) => KINDS.has(extname(name)))
        .map((name) => join(path, name))
    : [path]
  return files.flatMap((file) => (HOLD_THEIR_TEXT.has(extname(file)) ? [file] : [file, textBeside(file)]))
}

const textBeside = (path: string): string => `${path.slice(0, path.length - extname(path).length)}.txt`

function documentsIn(path: string): GoldDocument[] {
  const source = textOf(path)
  const id = basename(path, extname(path))
  switch (extname(path)) {
    case '.ann':
      return [fromBrat(source, textOf(textBeside(path)), id)]
    case '.tsv':
      return [fromWebAnno(source, id)]
    case '.jsonl':
      return fromJsonl(source)
    default:
      return [fromOneJson(path, source, id)]
  }
}

// Each of the three forms has a member that the others have not.
function fromOneJson(path: string, source: string, id: string): GoldDocument {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (cause) {
    throw new OnrecordError('gold-invalid', `${path} is not JSON (${(cause as Error).message}).`, { cause })
  }
  const has = (name: string): boolean => typeof value === 'object' && value !== null && name in value
  if (has('schema')) return { ...goldOf(fromJson(source)), id }
  const beside = textBeside(path)
  const text = existsSync(beside) ? textOf(beside) : undefined
  return has('@context') ? fromWebAnnotation(source, id, text) : fromCitron(source, id, text)
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    const why = cause instanceof TypeError ? 'it is not valid UTF-8' : (cause as Error).message
    throw new OnrecordError('page-unreadable', `${path} cannot be read: ${why}.`, { cause })
  }
}
