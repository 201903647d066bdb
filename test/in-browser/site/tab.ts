/** The tab of the tests: hands what a test asks to the worker, and the worker's answers back. */
import { keepStorage, roomOf } from '../../../src/browser/persistence.js'
import type { PageWorker } from '../../../src/browser/scope.js'
import type { Told } from './messages.js'

declare const Worker: new (file: URL, options: { readonly type: 'module' }) => PageWorker

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
const waiting = new Map<number, (told: Told) => void>()
let last = 0

worker.onmessage = ({ data }) => {
  const told = data as Told
  waiting.get(told.number)?.(told)
  waiting.delete(told.number)
}

/** Bytes come into a tab as base64. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes)
  const { base64 } = (value ?? {}) as { base64?: unknown }
  return typeof base64 === 'string' ? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) : value
}

/** What a test calls by its name. */
const tab = {
  /** Asks the worker; what it throws comes as `{ code, message }`. */
  ask: (method: string, ...given: unknown[]) =>
    new Promise<Told>((resolve) => {
      const number = ++last
      waiting.set(number, resolve)
      worker.postMessage({ number, method, given: given.map(withBytes) })
    }),
  keepStorage,
  roomOf,
}

export type Tab = typeof tab

Object.assign(globalThis, { tab })
