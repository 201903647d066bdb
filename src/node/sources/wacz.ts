import type { FileHandle } from 'node:fs/promises'
import { OnrecordError } from '../../core/model/index.js'
import type { Failure, Found, IsHad } from './capture.js'
import { warcCaptures } from './warc.js'
import { ZipError, zipContent, zipEntries } from './zip.js'

/**
 * What the WARC files in a WACZ archive hold (WACZ 1.1.1: they lie in `archive/`), as `warcCaptures` finds it, named
 * `NAME#archive/FILE#RECORD-ID`. Its index and list of pages are not needed: every record is looked at.
 */
export async function* waczCaptures(
  name: string,
  file: FileHandle,
  maxBytes: number,
  isHad: IsHad,
): AsyncGenerator<Found> {
  try {
    const archives = (await zipEntries(file)).filter(({ path }) => /^archive\/.+\.warc(?:\.gz)?$/i.test(path))
    if (archives.length === 0) {
      yield { kind: 'skipped', name, reason: 'a WACZ archive without WARC files in it' }
    }
    const paths = new Set<string>()
    for (const entry of archives) {
      const inner = `${name}#${entry.path}${paths.has(entry.path) ? `@${entry.at}` : ''}`
      paths.add(entry.path)
      try {
        if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) {
          const how = entry.isEncrypted ? 'encrypted' : `packed by method ${entry.method}`
          yield failure(
            inner,
            new OnrecordError(
              'archive-unsupported',
              `${inner} is ${how}, which is not read. Unpack it and name its WARC files.`,
            ),
          )
        } else yield* warcCaptures(inner, await zipContent(file, entry), maxBytes, isHad)
      } catch (cause) {
        if (!(cause instanceof ZipError)) throw cause
        yield failure(inner, broken(inner, cause))
      }
    }
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause
    yield failure(name, broken(name, cause))
  }
}

function broken(name: string, cause: ZipError): OnrecordError {
  return new OnrecordError('archive-broken', `${name} is damaged: ${cause.message}. Copy or download it again.`, {
    cause,
  })
}

function failure(name: string, error: OnrecordError): Failure {
  return { kind: 'failure', name, url: null, error }
}
