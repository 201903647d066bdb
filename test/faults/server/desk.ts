import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type How, type Scene, said } from '../scene.js'

/** A connection for each request: one that is kept may be closed by the server just when it is used again. */
const ALONE = { connection: 'close' }

/** A desk that is served: its process and its address, without a slash at the end. */
export interface Desk {
  readonly process: ChildProcess
  readonly address: string
}

export async function served(scene: Scene, ledger: string, how: How = {}): Promise<Desk> {
  const process = scene.start(['desk', '--no-open', '--port', '0', '--tagger', 'rules', '--ledger', ledger], how)
  const text = await said(process, 'stderr', /http:\S+\/\n/)
  return { process, address: /http:\S+(?=\/\n)/.exec(text)?.[0] ?? '' }
}

/** How an import of the server stands. */
export interface ImportState {
  readonly id: number
  readonly state: string
  readonly done: number
  readonly added: number
  readonly failed: number
  readonly why: string
}

/** Sends the files of a folder to be imported. */
export async function sent({ address }: Desk, folder: string): Promise<ImportState> {
  const form = new FormData()
  for (const name of readdirSync(folder))
    form.append('files', new Blob([new Uint8Array(readFileSync(join(folder, name)))]), basename(name))
  const answer = await fetch(`${address}/api/imports`, { method: 'POST', body: form, headers: ALONE })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as ImportState
}

/** The import when `is` holds of it. */
export async function until(
  { address }: Desk,
  { id }: ImportState,
  is: (state: ImportState) => boolean,
): Promise<ImportState> {
  for (;;) {
    const state = (await (await fetch(`${address}/api/imports/${id}`, { headers: ALONE })).json()) as ImportState
    if (is(state)) return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const isOver = ({ state }: ImportState): boolean => ['done', 'stopped', 'failed'].includes(state)
