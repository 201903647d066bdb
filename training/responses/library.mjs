// Pages written for response links, as the product sees them: gold statements, with the acts, hedges and speakers that the
// product finds for them, in their words; and the gold links. Shapes are in README.md.
import { readdirSync, readFileSync } from 'node:fs'
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

const FOLDER = join(ROOT, 'training/responses')
const MARK = /\{([msc])(\d+):([^{}]*)\}/g

/** The pages of a set: all files SET-*.txt, in the notation of README.md. */
export function pagesOf(set) {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${set}-`) && name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/^(?=# )/m))
    .filter((part) => part.trim() !== '')
    .map(parsePage)
}

function parsePage(part) {
  const [head, ...lines] = part.trimEnd().split('\n')
  const [id, outlet, published, group, title] = head.slice(2).split(' | ')
  if (!title) throw new Error(`"${head}" is no head of a page`)
  const statements = new Map()
  const links = []
  let text = ''
  const add = (line) => {
    let at = 0
    for (const match of line.matchAll(MARK)) {
      text += line.slice(at, match.index)
      const [whole, part, number, words] = match
      const own = statements.get(number) ?? { m: [], c: [], s: [] }
      statements.set(number, own)
      own[part].push([text.length, text.length + words.length])
      text += words
      at = match.index + whole.length
    }
    text += line.slice(at)
  }
  add(title)
  for (const line of lines) {
    if (line.startsWith('= ')) {
      for (const link of line.slice(2).split('; ')) {
        const match = /^(\d+)>((?:[a-z]\d+\.)?\d+) (denies|disputes|confirms|supports)$/.exec(link)
        if (!match) throw new Error(`${id}: "${link}" is no link`)
        const named = (number) => (number.includes('.') ? number : `${id}.${number}`)
        links.push({ answer: named(match[1]), claim: named(match[2]), kind: match[3] })
      }
    } else if (line.trim() !== '') {
      text += '\n\n'
      add(line)
    }
  }
  for (const { answer, claim } of links) {
    for (const end of [answer, claim]) {
      if (end.startsWith(`${id}.`) && !statements.has(end.slice(id.length + 1)))
        throw new Error(`${id} has no statement ${end}`)
    }
  }
  const list = [...statements].map(([number, { m, c, s }]) => {
    if (s.length === 0) throw new Error(`${id}: statement ${number} has no content`)
    return { number, speaker: m, cue: c, content: s }
  })
  return { id, outlet, published, group, title, text, statements: list, links }
}

/**
 * A page with its gold statements as the product describes them.
 *
 * @returns {said, links}: `said` by gold id (`PAGE.NUMBER`); links by gold ids
 */
export async function pageOf(m, page) {
  const { id, text, published, outlet, group, links } = page
  const { reading, statements: made } = statementsOf(m, { id, text, statements: page.statements })
  const whole = { ...reading, url: null, meta: { ...reading.meta, published, publisher: outlet } }
  const order = made
    .map((_, i) => i)
    .filter((i) => made[i] !== null)
    .sort((a, b) => made[a].content[0].start - made[b].content[0].start || a - b)
  const described = await m.describe(
    whole,
    order.map((i) => made[i]),
  )
  const found = m.findSpeakers(whole, described)
  const info = { id: whole.page, kind: 'article', url: null, charset: null, name: id }
  const said = m.saidOf({ page: info, reading: whole, ...found })
  const byGold = new Map(order.map((i, k) => [`${id}.${page.statements[i].number}`, said[k]]))
  return { id, group, said: byGold, inOrder: said, links }
}

/** Days from one date to another; null: not known. */
export function daysBetween(one, other) {
  const day = (date) => Date.parse((date ?? '').slice(0, 10))
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
      const spoken = new Set()
      page.inOrder.forEach((answer, i) => {
        const candidates = []
        const who = answer.speaker?.id ?? answer.mention ?? ''
        const speaksAgain = spoken.has(who)
        spoken.add(who)
        page.inOrder.forEach((claim, k) => {
          if (k !== i)
            candidates.push({ claim: comparable.get(claim.id), between: { steps: i - k, leads: k === 0, speaksAgain } })
        })
        for (const other of list) {
          if (other === page) continue
          for (const claim of other.inOrder) {
            const days = daysBetween(claim.date, answer.date)
            if (days !== null && days < 0) continue
            candidates.push({
              claim: comparable.get(claim.id),
              between: { steps: null, leads: claim === other.inOrder[0] },
            })
          }
        }
        const own = comparable.get(answer.id)
        const pairs = m.scoredCandidates(own, candidates).map(({ candidate, features }) => ({
          claim: goldIds.get(candidate.claim.said.id),
          features,
          said: m.kindOf(own, candidate.claim),
          kind: gold.get(`${goldIds.get(answer.id)} ${goldIds.get(candidate.claim.said.id)}`) ?? null,
        }))
        out.push({ group, id: goldIds.get(answer.id), answer: own, candidates, pairs })
      })
    }
  }
  return { answers: out, links: pages.reduce((n, { links }) => n + links.length, 0) }
}
