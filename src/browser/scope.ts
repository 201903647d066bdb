/**
 * What of a browser is used, in the smallest shape: the types of browsers and those of Node do not go together in one
 * program, and the rest of this one is checked with Node's.
 */

/** A file's contents that are read and written without waiting, and that no one else may open meanwhile. */
export interface SyncHandle {
  close(): void
  write(bytes: Uint8Array, options?: { readonly at: number }): number
}

/** A file or folder of the origin private file system. */
export interface Entry {
  readonly kind: 'file' | 'directory'
  readonly name: string
}

/** A file of the origin private file system. */
export interface FileEntry extends Entry {
  readonly kind: 'file'
  createSyncAccessHandle(): Promise<SyncHandle>
}

/** A folder of the origin private file system. */
export interface FolderEntry extends Entry {
  readonly kind: 'directory'
  getDirectoryHandle(name: string, options?: { readonly create: boolean }): Promise<FolderEntry>
  removeEntry(name: string, options?: { readonly recursive: boolean }): Promise<void>
  values(): AsyncIterable<FileEntry | FolderEntry>
}

/** The browser's store for this origin. */
interface Storage {
  getDirectory(): Promise<FolderEntry>
  estimate(): Promise<{ readonly usage?: number; readonly quota?: number }>
  persisted(): Promise<boolean>
  /** Only in a tab, not in its workers. */
  persist?(): Promise<boolean>
}

/** The browser's locks, which end with the worker that holds them. */
interface Locks {
  request<T>(
    name: string,
    options: { readonly signal: AbortSignal },
    work: (lock: unknown) => Promise<T> | T,
  ): Promise<T>
}

/** A worker of this one's own. */
export interface PageWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onerror: ((event: { readonly message?: string; preventDefault(): void }) => void) | null
  postMessage(message: unknown): void
  terminate(): void
}

/** Answers that are kept for addresses. */
interface AnswerCache {
  match(address: string): Promise<Response | undefined>
  put(address: string, answer: Response): Promise<void>
  delete(address: string): Promise<boolean>
  keys(): Promise<readonly { readonly url: string }[]>
}

/** The global names of a worker in a browser, as far as they are used. */
export interface Scope {
  readonly navigator: { readonly storage?: Storage; readonly locks?: Locks; readonly hardwareConcurrency?: number }
  readonly caches?: { open(name: string): Promise<AnswerCache> }
  readonly FileSystemSyncAccessHandle?: { readonly prototype: SyncHandle }
  readonly FileSystemDirectoryHandle?: { readonly prototype: FolderEntry }
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: unknown): void
}

/** This worker's global names. */
export const scope = globalThis as unknown as Scope
