/**
 * Onrecord beside its peers, over the same documents, by the same scorers and the same harness: bench/PEERS.md. Who said
 * what on PolNeAR dev, reading on corpora/pages and corpora/web. A peer that cannot be had or run here has a row that says
 * why. `--only WORDS`: the peers whose names begin with them, printed and not written; `--resume`: peers measured before, by the
 * same code over the same documents, are not measured again.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { crossValidated } from './accuracy.mjs'
import { bundleLibrary, corpus, gold, pagesOf, ROOT, SCORE, table } from './library.mjs'
import { above, costFigures, costs } from './peers/costs.mjs'
import { directOnly } from './peers/direct.mjs'
import { node, READING, SPEAKING } from './peers/list.mjs'
import { rowsOf } from './peers/rows.mjs'

export const title = 'Beside its peers'
export const results = 'PEERS.md'

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** Pages whose F1 differs by more than this count as read better or worse. */
const CLEARLY = 0.05
/** A document of our own ends each peer's start-up: a story with some quotations, a page of news. */
const FIRST = {
  text: readFileSync(join(ROOT, 'examples', 'wire-story.txt'), 'utf8'),
  html: readFileSync(join(ROOT, 'examples', 'news-page.html'), 'utf8'),
}

function ours(name, what, bundle, more) {
  const runtime = (packages, key) => ({ [key]: packages[key].replace(/^\D*/, '') })
  return {
    name: `Onrecord, ${name}`,
    folder: 'Onrecord',
    // Both runtimes of the model: the native one is an optional part of ours, which may not be in this checkout.
    packages: {
      ...runtime(MANIFEST.dependencies, 'onnxruntime-web'),
      ...runtime(MANIFEST.optionalDependencies, 'onnxruntime-node'),
    },
    ...node('onrecord.mjs', what, join(ROOT, 'model')),
    env: { ONRECORD_BUNDLE: bundle },
    isOurs: true,
    ...more,
  }
}

const f1 = (x) => x.f1.toFixed(1)

async function speaking(bundle, { isAsked, resume }) {
  const scorer = await import(pathToFileURL(join(SCORE, 'attribution.mjs')).href)
  const { add, empty, report } = scorer
  const narrow = directOnly(scorer)
  const documents = gold(corpus('polnear'), 'dev.jsonl')
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const both = { finds: 'direct and indirect', gives: ['content', 'mention', 'cue'] }
  const peers = [
    ours('rules', 'rules', bundle, { ...both, trained: 'rules; weights of cues from PolNeAR train' }),
    ours('trained tagger, native', 'native', bundle, { ...both, trained: 'PolNeAR train' }),
    ours('trained tagger, WebAssembly', 'wasm', bundle, { ...both, trained: 'PolNeAR train' }),
    ...SPEAKING,
  ].filter(isAsked)
  if (peers.length === 0) return { rows: [] }
  const measured = await rowsOf(peers, {
    first: { id: 'first', text: FIRST.text },
    warm: 8,
    documents: documents.map(({ id, text }) => ({ id, text })),
    resume,
  })
  const rows = measured.map((row) => {
    if (row.failed) return row
    const whole = empty()
    const direct = empty()
    for (const { id, text, statements } of documents) {
      const predicted = row.answers.get(id).statements ?? []
      add(whole, text, statements, predicted)
      const part = narrow(text, statements, predicted)
      add(direct, text, part.gold, part.predicted)
    }
    return { ...row, whole: report(whole), direct: report(direct) }
  })
  const heads = ['who', 'found', 'exact', 'content', 'mention', 'cue']
  const directHeads = ['direct: who', 'found', 'precision', 'recall', 'content']
  const lines = rows.map(({ peer, failed, whole, direct }) => {
    if (failed) return [peer.name, ...[...heads, ...directHeads].map(() => ''), peer.finds, 'not run']
    const gives = (role, x) => (peer.gives.includes(role) ? f1(x) : '-')
    return [
      peer.name,
      gives('mention', whole.who),
      f1(whole.found),
      gives('mention', whole.exact),
      f1(whole.words.content),
      gives('mention', whole.words.speaker),
      gives('cue', whole.words.cue),
      gives('mention', direct.who),
      f1(direct.found),
      direct.found.precision.toFixed(1),
      direct.found.recall.toFixed(1),
      f1(direct.words.content),
      peer.finds,
      peer.trained,
    ]
  })
  const counted = rows.find((row) => !row.failed)
  const isMine = ({ peer, failed }) => !failed && peer.isOurs
  return {
    rows,
    mine: rows.find((row) => isMine(row) && row.peer.name.includes('native')) ?? rows.findLast(isMine),
    figures: [
      ...['who', 'found', 'exact'].map((key) => ({ what: key, of: ({ whole }) => whole[key].f1 })),
      { what: 'direct quotations, who', of: ({ direct }) => direct.who.f1 },
      { what: 'direct quotations, found', of: ({ direct }) => direct.found.f1 },
      { what: 'their precision', of: ({ direct }) => direct.found.precision },
      { what: 'their recall', of: ({ direct }) => direct.found.recall },
      ...costFigures(words, 'words'),
    ],
    section: `## Who said what

PolNeAR dev, ${documents.length} articles, ${words.toLocaleString('en')} words, by score/attribution.mjs. F1 of: the right content by the right speaker's words (who), the content (found), both word for word (exact), and the words of each role. *Direct* is the same over the ${counted?.direct.statements.gold ?? '?'} of ${counted?.whole.statements.gold ?? '?'} statements whose content stands wholly between quotation marks; predictions about the others are left out there, for everyone (bench/peers/direct.mjs). "-": the peer names no such role.

${table([['', ...heads, ...directHeads, 'looks for', 'made from'], ...lines])}

${costs(rows, words, 'words', MANIFEST.version)}`,
  }
}

async function reading(bundle, { isAsked, resume }) {
  const peers = [ours('`read`', 'read', bundle), ...READING].filter(isAsked)
  if (peers.length === 0) return { rows: [] }
  const { match, report } = await import(pathToFileURL(join(SCORE, 'reading.mjs')).href)
  const sets = ['pages', 'web']
  const pages = sets.flatMap((set) => pagesOf(set).map((page) => ({ ...page, set })))
  const texts = new Map(sets.flatMap((set) => gold(corpus(set)).map(({ id, text }) => [id, text])))
  const scored = (text) => ({
    ...Object.fromEntries(
      sets.map((set) => [
        set,
        report(pages.filter((p) => p.set === set).map(({ id }) => ({ gold: texts.get(id), predicted: text(id) }))),
      ]),
    ),
    each: new Map(
      pages.map(({ id }) => {
        const [hit, extra, missed] = match(texts.get(id), text(id))
        return [id, hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed)]
      }),
    ),
  })
  const measured = await rowsOf(peers, {
    first: { id: 'first', html: FIRST.html, url: 'https://news.example/story' },
    warm: 40,
    documents: pages.map(({ id, html, url }) => ({ id, html, url })),
    resume,
  })
  const rows = measured.map((row) => (row.failed ? row : { ...row, ...scored((id) => row.answers.get(id).text ?? '') }))
  const folds = sets.map((set) => crossValidated('html', set))
  const held = folds.every((file) => file !== null)
    ? new Map(
        folds.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse)).map((x) => [x.id, x]),
      )
    : null
  const heldOut = held && {
    peer: { name: 'Onrecord, `read`, held out' },
    ...scored((id) => held.get(id)?.article ?? ''),
  }
  const shipped = rows.find(({ peer, failed }) => !failed && peer.isOurs)
  const mine = shipped && { ...shipped, ...heldOut }
  const heads = sets.flatMap((set) => [`${set}: F1`, 'precision', 'recall', 'exact'])
  const lines = rows.flatMap((row) => {
    if (row.failed) return [[row.peer.name, ...heads.map(() => ''), '', 'not run']]
    const line = (it) => [
      it.peer.name,
      ...sets.flatMap((set) => ['f1', 'precision', 'recall', 'exact'].map((key) => it[set][key].toFixed(3))),
      ...[(theirs, own) => theirs > own + CLEARLY, (theirs, own) => theirs < own - CLEARLY].map((test) =>
        it.peer.isOurs || it === heldOut || !mine
          ? ''
          : pages.filter(({ id }) => test(it.each.get(id), mine.each.get(id))).length,
      ),
    ]
    return row === shipped && heldOut ? [line(row), line(heldOut)] : [line(row)]
  })
  return {
    rows,
    mine,
    heldOut,
    figures: [
      ...sets.flatMap((set) =>
        ['f1', 'precision', 'recall'].map((key) => ({
          what: `corpora/${set}, ${key === 'f1' ? 'F1' : key}`,
          of: (row) => row[set][key],
          show: (x) => x.toFixed(3),
        })),
      ),
      ...costFigures(pages.length, 'pages'),
    ],
    section: `## Reading

The article's text of ${sets.map((set) => `${pages.filter((p) => p.set === set).length} pages of corpora/${set}`).join(' and ')}, by score/reading.mjs. *Better on* and *worse on*: pages whose F1 by the peer is more than ${CLEARLY} above or below ours${heldOut ? ', held out' : ''}.

${table([['', ...heads, 'better on', 'worse on'], ...lines])}

${costs(rows, pages.length, 'pages', MANIFEST.version)}`,
  }
}

const COMPARABLE = `## What is comparable, and what is not

- **Who said what.** Onrecord's trained tagger and the implementation of Citron's method were trained on PolNeAR's train split, the other peers on other texts or on none: on PolNeAR's dev split the two have the advantage of its publishers and of its annotators' habits. The gold has indirect statements, beliefs and plans, which peers for direct quotations do not look for; hold those peers against the columns under *direct*. There too the gold's habits count: a quotation broken by its cue is one statement, and words in quotation marks that are nobody's statement (titles, words held at a distance) are none.
- **What was done for the peers.** Quotations that CoreNLP gives to the same words in one paragraph, and those that textacy gives to the same speaker and cue, are joined to one statement. textacy refuses a document with an odd number of quotation marks, apostrophes among them: it is given such a one paragraph by paragraph. quote-parser is told to keep short quotations. CoreNLP runs by its defaults with all the annotators that attribution needs, and so does work (coreference, entities) that Onrecord does elsewhere, in finding speakers, which is not measured here.
- **BBC Citron** itself is in no package registry, so it was not run. What stands here is an implementation of its method of our own (bench/peers/citron_method.py says what it lacks), on PolNeAR and on spaCy's small pipeline, as Citron uses it. Its makers' figures, on another corpus and by another scorer, cannot be put beside these.
- **Not run**: SaysWho (PyPI), whose coreference model is in no registry; services that read pages for money.
- **Reading.** Onrecord's classifier was trained on corpora/pages and corpora/web, and its shipped figures flatter it: ours to hold against the others are those held out by site, cross-validated ("held out", or under Accuracy in [RESULTS.md](RESULTS.md) where this machine has not trained the folds). rs-trafilatura comes from the maker of corpora/web. Peers that give HTML have its text taken block by block, by one function for all, outside their time. trafilatura and go-trafilatura leave out comments; all else is by defaults, without network. @postlight/parser names two of its dependencies by repository: their namesakes on npm stand in for them.
- **Cost.** Each peer in a process of its own on one core, all libraries told to use one thread, one document after the other; the call alone is timed, not JSON or pipes. Start-up runs from the start of the process to its first answer, models loaded. Peak memory is the process's (VmHWM). Hold the time of the processor against each other, and the clock only where the load was 1 or less. Figures of memory hold for these documents: what collects garbage takes what it is given.`

export async function run({ only, resume = false }) {
  const began = performance.now()
  const bundle = await bundleLibrary()
  const isAsked = ({ name }) => only === null || name.toLowerCase().startsWith(only.toLowerCase())
  const said = await speaking(bundle, { isAsked, resume })
  const read = await reading(bundle, { isAsked, resume })
  const minutes = Math.round((performance.now() - began) / 60_000)
  const parts = [said, read].filter(({ rows }) => rows.length > 0).map(({ section }) => section)
  if (only !== null) return { body: parts.join('\n\n') }
  const finds = ({ rows, mine, figures }) => (mine ? above(rows, mine, figures) : '- Nothing of ours ran.')
  const against = read.heldOut
    ? '`read`: accuracy held out, cost as shipped'
    : '`read` as shipped, which has seen these pages; the folds that hold them out were not trained on this machine'
  return {
    body: `The run took ${minutes} minutes${resume ? ', with what earlier ones had kept' : ''}. Where a peer stands above Onrecord:

Who said what, beside ${said.mine?.peer.name ?? 'nothing'}:

${finds(said)}

Reading, beside ${against}:

${finds(read)}

${parts.join('\n\n')}

${COMPARABLE}`,
  }
}
