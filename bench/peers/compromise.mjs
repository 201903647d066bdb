/** compromise's `quotations()`: what stands in quotation marks, without a speaker. */
import nlp from 'compromise'
import { serve } from './serve.mjs'

await serve(
  ({ text }) => nlp(text).quotations().json({ offset: true, terms: false }),
  (quotes) => ({
    statements: quotes.map(({ offset }) => ({
      content: [[offset.start, offset.start + offset.length]],
      cue: null,
      mention: null,
    })),
  }),
)
