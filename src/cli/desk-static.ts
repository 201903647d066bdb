import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OnrecordError } from '../core/model/index.js'
import { packageFolder } from './package-folder.js'

/**
 * Writes the desk as static files that any host can serve: pages are read and kept in the browser's own files, by the same
 * app and the same model, and nothing leaves the tab.
 *
 * @param folder made where it is not there; one that has anything else in it is left alone
 * @param built where the desk was built for a tab
 * @returns the exit code
 * @throws OnrecordError `usage`, `output-failed`
 */
export async function deskStatic(folder: string, built = join(packageFolder(), 'dist/desk-tab')): Promise<number> {
  const there: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw new OnrecordError('output-failed', `${folder} cannot be looked into: ${error.message}`, { cause: error })
  })
  if (there.length > 0 && !there.includes('runtime.json'))
    throw new OnrecordError('usage', `${folder} has other files in it. Name a new folder, or an empty one.`)
  try {
    // What an older version wrote there has other names.
    for (const name of there) await rm(join(folder, name), { recursive: true })
    await mkdir(folder, { recursive: true })
    await cp(built, folder, { recursive: true })
    await cp(join(packageFolder(), 'model'), join(folder, 'model'), { recursive: true })
    const { file, hash } = JSON.parse(await readFile(join(folder, 'runtime.json'), 'utf8')) as Record<string, string>
    await writeFile(join(folder, String(file)), await runtime(String(hash)))
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('output-failed', `The desk cannot be written to ${folder}: ${(error as Error).message}`, {
      cause: error,
    })
  }
  process.stderr.write(
    `The desk is in ${folder}. Serve the folder over https, or from this machine; opened as files it does not run.\n`,
  )
  return 0
}

/** onnxruntime's WebAssembly, out of the package that it comes in: the one that the desk was built with. */
async function runtime(hash: string): Promise<Buffer> {
  const entry = createRequire(import.meta.url).resolve('onnxruntime-web')
  const bytes = await readFile(join(dirname(entry), 'ort-wasm-simd-threaded.wasm'))
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new OnrecordError(
      'model-broken',
      'The installed onnxruntime-web is not the one that the desk was built with. Install Onrecord anew.',
    )
  return bytes
}
