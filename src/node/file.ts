import { createReadStream, fstatSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { OnrecordError, type Page } from '../core/model/index.js'
import { absent } from './absent.js'
import { DEFAULT_MAX_BYTES, tooLarge } from './limit.js'
import { machineLimit } from './machine.js'
import { type PageOptions, pageFromBytes } from './page.js'

/**
 * The page that a file holds; `.gz` files are inflated. Its `url` is null: where a file lies is no part of the record.
 *
 * @throws OnrecordError as `pageFromBytes`, and `page-unreadable` where the file cannot be opened or read
 */
export async function pageFromFile(path: string, options: PageOptions = {}): Promise<Page> {
  return pageFromBytes(await bytesOfFile(path, options.maxBytes), { ...options, name: path })
}

/**
 * What a file holds.
 *
 * @throws OnrecordError `page-unreadable`, `page-too-large`
 */
export function bytesOfFile(path: string, maxBytes = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
  return bytesOf(createReadStream(path), path, maxBytes)
}

/**
 * The page that comes in on a stream, by default standard input, read to its end.
 *
 * @throws OnrecordError as `pageFromFile`
 */
export async function pageFromStdin(options: PageOptions = {}, stream: Readable = standardInput()): Promise<Page> {
  return pageFromBytes(await bytesOfStdin(options.maxBytes, stream), { ...options, name: STDIN })
}

/**
 * What comes in on a stream, by default standard input, to its end.
 *
 * @throws OnrecordError as `bytesOfFile`
 */
export function bytesOfStdin(maxBytes = DEFAULT_MAX_BYTES, stream: Readable = standardInput()): Promise<Uint8Array> {
  return bytesOf(stream, STDIN, maxBytes)
}

/** What standard input is called in messages. */
export const STDIN = 'Standard input'

/**
 * Standard input as a stream of bytes.
 *
 * @throws OnrecordError `page-unreadable` where it is a folder, which Node takes for an empty stream
 */
export function standardInput(): Readable {
  if (fstatSync(0).isDirectory()) throw unreadable(STDIN, { code: 'EISDIR' })
  return process.stdin
}

async function bytesOf(stream: Readable, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      length += bytes.length
      if (length > maxBytes) throw tooLarge(name, maxBytes)
      chunks.push(bytes)
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    throw unreadable(name, cause)
  }
  return Buffer.concat(chunks)
}

function unreadable(name: string, cause: unknown): OnrecordError {
  const limit = machineLimit(cause)
  if (limit) return limit
  const code = (cause as NodeJS.ErrnoException).code
  const reason =
    code === 'ENOENT'
      ? absent(name, 'file')
      : code === 'EISDIR'
        ? 'it is a folder. Name the files in it.'
        : code === 'EACCES' || code === 'EPERM'
          ? 'you may not read it. Check its permissions.'
          : `${(cause as Error).message}.`
  return new OnrecordError('page-unreadable', `${name} cannot be read: ${reason}`, { cause })
}
