import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Scene } from '../scene.js'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** An installed Onrecord of the fault's own, whose model may be spoilt: its program, and the folder of its model. */
export function installed(scene: Scene): { readonly program: string; readonly model: string } {
  const folder = join(scene.folder, 'onrecord')
  mkdirSync(folder)
  for (const part of ['package.json', 'dist', 'model'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (path) => !/dist.desk/.test(path) })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return { program: join(folder, 'dist', 'cli', 'main.js'), model: join(folder, 'model') }
}
