import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { OnrecordError } from '../core/model/index.js'
import { DESK_HEADERS } from '../server/policy.js'
import { packageFolder } from './package-folder.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

interface File {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
  /** Whether its name changes with its content. */
  readonly isHashed: boolean
}

/** The desk's files. */
export interface DeskFiles {
  has(path: string): boolean
  /** Null: the request is for none of them. */
  answer(request: Request): Response | null
}

/**
 * The built desk's files, held in memory, packed once.
 *
 * @throws OnrecordError `internal` where the desk was not built
 */
export async function deskFiles(folder = join(packageFolder(), 'dist/desk')): Promise<DeskFiles> {
  const files = new Map<string, File>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new OnrecordError('internal', `The desk is not in ${folder}. Build it with: npm run build`, { cause: error })
  })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, fileOf(entry.name, await readFile(path)))
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return {
    has: (path) => files.has(path),
    answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null
      const file = files.get(new URL(request.url).pathname)
      return file ? answerOf(file, request) : null
    },
  }
}

function fileOf(name: string, bytes: Buffer): File {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  const packs = /^(?:text|application\/(?:json|manifest)|image\/svg)/.test(type)
  return {
    type,
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
    bytes,
    br: packs ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : null,
    gzip: packs ? gzipSync(bytes, { level: 9 }) : null,
    isHashed: /-[\w-]{8}\.\w+$/.test(name),
  }
}

function answerOf({ type, etag, bytes, br, gzip, isHashed }: File, request: Request): Response {
  const headers = new Headers(DESK_HEADERS)
  headers.set('content-type', type)
  headers.set('etag', etag)
  headers.set('vary', 'accept-encoding')
  headers.set('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  const [packed, encoding] =
    br && /\bbr\b/.test(accepted) ? [br, 'br'] : gzip && /\bgzip\b/.test(accepted) ? [gzip, 'gzip'] : [bytes, null]
  if (encoding) headers.set('content-encoding', encoding)
  headers.set('content-length', String(packed.length))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(packed), { headers })
}
