import { scope } from './scope.js'

/**
 * Asks the browser to keep this site's files also when it clears up for want of room. In the tab itself, not in a worker;
 * best after a person has done something, since some browsers ask them then.
 *
 * @returns `asked-for`: it will; `may-be-cleared`: it will not, and a person is to be told to export what matters
 */
export async function keepStorage(): Promise<'asked-for' | 'may-be-cleared'> {
  const { storage } = scope.navigator
  const isKept = (await storage?.persisted()) || (await storage?.persist?.()) || false
  return isKept ? 'asked-for' : 'may-be-cleared'
}

/** How much room this site has, and uses, in bytes; null where the browser does not say. */
export async function roomOf(): Promise<{ readonly used: number; readonly room: number } | null> {
  const { usage, quota } = (await scope.navigator.storage?.estimate()) ?? {}
  return usage === undefined || quota === undefined ? null : { used: usage, room: quota }
}
