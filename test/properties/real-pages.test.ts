import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { read } from '../../src/core/reading/index.js'
import { findStatements, rulesTagger } from '../../src/core/statements/index.js'
import { pageFromBytes } from '../../src/node/index.js'
import { EXAMPLES, filesIn } from '../examples.js'
import { expectInvariants, expectStatementInvariants } from './invariants.js'

/** DESIGN.md's invariants on real pages: the bundled examples, and every page of the corpora where ONRECORD_CORPORA is set. */
const corpora = process.env.ONRECORD_CORPORA
const folders = [EXAMPLES, ...(corpora ? [join(corpora, 'pages', 'html'), join(corpora, 'web', 'html')] : [])]

test.each(folders)(
  'spans, blocks and origins hold on every page of %s',
  async (folder) => {
    const files = filesIn(folder)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      const page = await pageFromBytes(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, {})
      let reading: ReturnType<typeof read>
      try {
        reading = read(page)
      } catch (error) {
        // A page made by scripts alone has no visible text, and says so.
        expect(error, file).toMatchObject({ code: 'page-empty' })
        continue
      }
      expectInvariants(page, reading)
      expectStatementInvariants(reading, await findStatements(reading, rulesTagger))
    }
  },
  600_000,
)
