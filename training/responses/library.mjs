// Pages written for response links, as the product sees them: gold statements, with the acts, hedges and speakers that the
// product finds for them, in their words; and the gold links. Shapes are in README.md.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load, ROOT } from '../lexicon/library.mjs'
import { MODULES, statementsOf } from '../speakers/acts.mjs'

/** The modules of src that measuring and training need. */
export const modules = () =>
  load(
    ...MODULES,
    'src/core/statements/describe/index.ts',
    'src/core/speakers/index.ts',
    'src/core/ledger/said-of.ts',
    'src/core/compare/responses.ts',
    'src/core/compare/response-model.ts',
    'src/core/statements/index.ts',
    'src/core/reading/index.ts',
  )

/** The pages of `train` or `eval`. */
export function pagesOf(set) {
  return readFileSync(join(ROOT, 'training/responses', `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** [start, end) of words in a text, at or after `from`. */
function placeOf(text, words, from, what) {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`${what}: the page does not have "${words}"`)
  return [at, at + words.length]
}

/**
 * A page with its gold statements as the product describes them.
 *
 * @returns {said, links, near}: `said` by gold id; links and near misses by gold ids
 */
export async function pageOf(m, page) {
  const text = [page.title, ...page.paragraphs].join('\n\n')
  const starts = []
  let at = page.title.length + 2
  for (const paragraph of page.paragraphs) {
    starts.push(at)
    at += paragraph.length + 2
  }
  const list = (value) =>
    value === null || value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]
  const statements = page.statements.map((statement) => {
    const isTitle = statement.paragraph === -1 || statement.paragraph === 'title'
    const from = isTitle ? 0 : starts[statement.paragraph]
    if (from === undefined) throw new Error(`${page.id} ${statement.id}: no paragraph ${statement.paragraph}`)
    let next = from
    const spans = (value) =>
      list(value).map((words) => {
        const span = placeOf(text, words, next, `${page.id} ${statement.id}`)
        return span
      })
    const content = []
    for (const words of list(statement.content)) {
      const span = placeOf(text, words, next, `${page.id} ${statement.id}`)
      content.push(span)
      next = span[1]
    }
    next = from
    return { content, cue: spans(statement.cue), speaker: spans(statement.mention) }
  })
  const { reading, statements: made } = statementsOf(m, { id: page.id, text, statements })
  const whole = {
    ...reading,
    url: null,
    meta: { ...reading.meta, published: page.published ?? null, publisher: page.outlet ?? null },
  }
  const order = made
    .map((_, i) => i)
    .filter((i) => made[i] !== null)
    .sort((a, b) => made[a].content[0].start - made[b].content[0].start || a - b)
  const described = await m.describe(
    whole,
    order.map((i) => made[i]),
  )
  const found = m.findSpeakers(whole, described)
  const said = m.saidOf({
    page: { id: whole.page, kind: 'article', url: null, charset: null, name: page.id },
    reading: whole,
    ...found,
  })
  const byGold = new Map(order.map((i, k) => [page.statements[i].id, said[k]]))
  return {
    id: page.id,
    group: page.group ?? page.id,
    said: byGold,
    inOrder: said,
    links: page.links ?? [],
    near: page.near ?? [],
    text,
  }
}

/** Days from one date to another; null: not known. */
export function daysBetween(one, other) {
  const day = (date) =>
    date
      ? Date.parse(`${String(date).split('/')[0].slice(0, 10).padEnd(10, '-01').replace(/-01$/, '-01')}`)
      : Number.NaN
  const days = Math.round((day(other) - day(one)) / 86_400_000)
  return Number.isNaN(days) ? null : days
}

/**
 * Every answer with its candidates: those of its page, and those of other pages of its group that are not later.
 *
 * @returns for each answer: {group, answer, pairs: [{claim, features, isLink, kind}]}
 */
export function answersIn(m, pages) {
  const groups = new Map()
  for (const page of pages) groups.set(page.group, [...(groups.get(page.group) ?? []), page])
  const out = []
  for (const [group, list] of groups) {
    const gold = new Map()
    for (const { links } of list) for (const { answer, claim, kind } of links) gold.set(`${answer} ${claim}`, kind)
    const goldIds = new Map(list.flatMap(({ said }) => [...said].map(([id, s]) => [s.id, id])))
    const comparable = new Map(list.flatMap(({ inOrder }) => inOrder.map((s) => [s.id, m.comparable(s)])))
    for (const page of list) {
      page.inOrder.forEach((answer, i) => {
        const candidates = []
        page.inOrder.forEach((claim, k) => {
          if (k !== i) candidates.push({ claim: comparable.get(claim.id), between: { steps: i - k, days: null } })
        })
        for (const other of list) {
          if (other === page) continue
          for (const claim of other.inOrder) {
            const days = daysBetween(claim.date, answer.date)
            if (days !== null && days < 0) continue
            candidates.push({ claim: comparable.get(claim.id), between: { steps: null, days } })
          }
        }
        const own = comparable.get(answer.id)
        const pairs = m.scoredCandidates(own, candidates).map(({ candidate, features }) => ({
          claim: goldIds.get(candidate.claim.said.id),
          features,
          kind: gold.get(`${goldIds.get(answer.id)} ${goldIds.get(candidate.claim.said.id)}`) ?? null,
        }))
        out.push({ group, id: goldIds.get(answer.id), answer: own, candidates, pairs })
      })
    }
  }
  return { answers: out, links: pages.reduce((n, { links }) => n + links.length, 0) }
}
