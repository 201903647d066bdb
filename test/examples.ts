import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the bundled examples. */
export const EXAMPLES = join(import.meta.dirname, '..', 'examples')

/** The files of a folder, by name: of the examples the pages, since what is no page lies in folders of its own. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}
