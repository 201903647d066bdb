/**
 * Onrecord by the same harness: `node onrecord.mjs read`, or `node onrecord.mjs rules|native|wasm MODEL`. ONRECORD_BUNDLE
 * names the library as it is checked out, bundled by the run: it is copied beside this file, where both runtimes of the
 * model are.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from './serve.mjs'

const library = join(import.meta.dirname, 'library.mjs')
copyFileSync(process.env.ONRECORD_BUNDLE, library)
const { articleText, read, pageFromText, findStatements, rulesTagger, loadTagger } = await import(
  pathToFileURL(library).href
)
const [what, model] = process.argv.slice(2)

if (what === 'read') {
  await serve(
    ({ html, url }) => read(pageFromText(html, { kind: 'html', url })),
    ({ text, blocks }) => ({ text: articleText(text, blocks) }),
  )
} else {
  const tagger = what === 'rules' ? rulesTagger : await loadTagger({ folder: model, runtime: what, threads: 1 })
  const pair = (span) => span && [span.start, span.end]
  await serve(
    async ({ text }) => findStatements(read(pageFromText(text, { kind: 'article' })), tagger),
    (statements) => ({
      statements: statements.map(({ content, cue, mention, within }) => ({
        content: content.map(pair),
        cue: pair(cue),
        mention: pair(mention),
        within,
      })),
    }),
  )
}
