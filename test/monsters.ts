import { join } from 'node:path'
import type { PageKind } from '../src/core/model/index.js'

interface Family {
  readonly kind: PageKind
  make(size: number): string
}

/** The pages made to break a reader, which the benchmark has too. */
export const { MONSTERS, debris } = (await import(join(import.meta.dirname, '..', 'bench', 'monsters.mjs'))) as {
  MONSTERS: Readonly<Record<string, Family>>
  debris(seed: number): { readonly kind: PageKind; readonly text: string }
}
