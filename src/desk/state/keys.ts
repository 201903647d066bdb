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
