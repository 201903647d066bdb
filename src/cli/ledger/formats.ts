/** The formats of what a ledger answers. */
export const ASK_FORMATS = ['text', 'json', 'jsonl', 'csv', 'markdown'] as const
