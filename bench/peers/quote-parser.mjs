/** quote-parser: the quotation and, by its own word "not exact", the words after its verb that name who said it. */
import parser from 'quote-parser'
import { serve } from './serve.mjs'

// It leaves out quotations of fewer than 30 characters unless told otherwise; the gold has them.
await serve(
  ({ text }) => parser.parse(text, 'en', { minLength: 1 }),
  (quotes) => ({
    statements: (quotes ?? []).map(({ index, text, name }) => ({
      content: [[index, index + text.length]],
      cue: null,
      mention: name?.text ? [name.index, name.index + name.text.length] : null,
    })),
  }),
)
