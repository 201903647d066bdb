/** Whether what has the focus takes letters itself. A box that is ticked does not. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]')

/**
 * Whether a key is for the view: it goes with no other, nothing is being typed, and it is no Enter or space that presses
 * or follows what has the focus.
 */
export function isForView({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isTyping(target)) return false
  const presses = key === 'Enter' || key === ' '
  return !(presses && target instanceof HTMLElement && target.matches('a, button, summary, [role=button]'))
}

/** The place in a list to which a key goes from another: the next by `j`, the one before by `k`; null: it is another key. */
export function stepped(key: string, current: number, total: number): number | null {
  if (key === 'j') return Math.min(total - 1, current + 1)
  return key === 'k' ? Math.max(0, current - 1) : null
}
