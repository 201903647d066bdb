/** The formats of exported records. */
export const RECORD_FORMATS = [
  'json',
  'jsonl',
  'csv',
  'markdown',
  'html',
  'web-annotation',
  'schema-org',
  'citron',
  'brat',
  'webanno',
  'parquet',
] as const

/** The formats of what a ledger answers. */
export const ASK_FORMATS = ['text', 'json', 'jsonl', 'csv', 'markdown'] as const
