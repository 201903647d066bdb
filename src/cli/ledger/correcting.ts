import { visible } from '../../core/exports/visible.js'
import { addedId, splitId } from '../../core/ledger/corrected.js'
import { actNamed, type Change, type Correction, type Pair } from '../../core/ledger/corrections.js'
import { pageNamed, speakerNamed, statementNamed } from '../../core/ledger/named.js'
import type { Ledger, ResponseKind } from '../../core/ledger/port.js'
import { OnrecordError, type StatementId } from '../../core/model/index.js'
import { userName } from '../user-name.js'
import { write } from './ask.js'
import { type LedgerFlag, withLedger } from './place.js'

/** The flags that say who corrects, and why. */
export interface ByFlags extends LedgerFlag {
  readonly by?: string
  readonly note?: string
}

/** The flags of `onrecord correct`. */
export interface CorrectFlags extends ByFlags {
  readonly accept?: true
  readonly reject?: true
  readonly act?: string
  readonly content?: string
  readonly cue?: string
  readonly mention?: string | false
  readonly speaker?: string | false
  readonly add?: true
  readonly answers?: string
  readonly as?: ResponseKind | 'none'
}

/** `onrecord correct ID`: makes one correction of a statement, or adds one to a page. @returns the exit code */
export function correctOne(id: string, flags: CorrectFlags): Promise<number> {
  if (!flags.add && flags.as !== undefined && flags.answers === undefined)
    throw new OnrecordError('usage', '--as goes with --answers ID: say what it answers.')
  return withLedger(flags, { create: false }, async (ledger) => {
    const change = flags.add
      ? await addition(ledger, id, flags)
      : await changeOf(ledger, await statementNamed(ledger, id), flags)
    await keep(ledger, change, flags)
    return 0
  })
}

async function keep(ledger: Ledger, change: Change, flags: ByFlags): Promise<void> {
  const by = flags.by ?? process.env.ONRECORD_BY ?? userName()
  const correction = await ledger.correct({ change, by, at: new Date().toISOString(), note: flags.note ?? '' })
  const stays = await staysRejected(ledger, change)
  // What takes another back cannot be taken back itself.
  const back = change.kind === 'undo' ? '' : ` Take it back: onrecord undo ${correction.number}`
  await write({}, async () => `Correction ${correction.number}: ${correctionText(correction)}.${stays}${back}\n`)
}

async function staysRejected(ledger: Ledger, change: Change): Promise<string> {
  if (change.kind !== 'edit' && change.kind !== 'speaker') return ''
  const { status } = await ledger.show(change.statement)
  if (status !== 'rejected') return ''
  return ` It stays rejected until it is accepted: onrecord correct ${change.statement.slice(0, 12)} --accept.`
}

async function changeOf(ledger: Ledger, statement: StatementId, flags: CorrectFlags): Promise<Change> {
  const { accept, reject, act, content, cue, mention, speaker, answers, as } = flags
  const edits = act !== undefined || content !== undefined || cue !== undefined || mention !== undefined
  const asked = [accept, reject, edits || undefined, speaker, answers].filter((each) => each !== undefined)
  if (asked.length !== 1)
    throw new OnrecordError(
      'usage',
      'Say what to correct, one thing at a time: --accept, --reject, --speaker, --answers, or the words and the act (--content, --cue, --mention, --act).',
    )
  if (accept) return { kind: 'accept', statement }
  if (reject) return { kind: 'reject', statement }
  if (speaker !== undefined)
    return { kind: 'speaker', statement, speaker: speaker === false ? null : await speakerNamed(ledger, speaker) }
  if (answers !== undefined) {
    if (as === undefined)
      throw new OnrecordError('usage', 'Say how it answers: --as denies, confirms, supports, disputes or none.')
    return {
      kind: 'link',
      answer: statement,
      claim: await statementNamed(ledger, answers),
      is: as === 'none' ? null : as,
    }
  }
  const { record, said } = await ledger.show(statement)
  const { text } = record.reading
  return {
    kind: 'edit',
    statement,
    ...(content === undefined ? {} : { content: [placeOf(text, content, said.at)] }),
    ...(cue === undefined ? {} : { cue: placeOf(text, cue, said.at) }),
    ...(mention === undefined ? {} : { mention: mention === false ? null : placeOf(text, mention, said.at) }),
    ...(act === undefined ? {} : { act: actNamed(act) }),
  }
}

async function addition(ledger: Ledger, id: string, flags: CorrectFlags): Promise<Change> {
  const { content, cue, mention, act, speaker, accept, reject, answers, as } = flags
  if ([accept, reject, answers, as].some((each) => each !== undefined))
    throw new OnrecordError(
      'usage',
      '--add goes with --content, --cue, --mention, --speaker and --act. Correct the rest once it is added.',
    )
  const page = await pageNamed(ledger, id)
  if (content === undefined) throw new OnrecordError('usage', 'Give the words that were said: --content "…"')
  const { text } = (await ledger.record(page)).reading
  const place = placeOf(text, content, 0)
  const near = (words: string | false | undefined) =>
    words === undefined || words === false ? null : placeOf(text, words, place[0])
  const spans = { content: [place], cue: near(cue), mention: near(mention) }
  return {
    kind: 'add',
    page,
    statement: addedId(page, spans.content, spans.cue, spans.mention),
    ...spans,
    act: act === undefined ? 'state' : actNamed(act),
    speaker: speaker === undefined || speaker === false ? null : await speakerNamed(ledger, speaker),
  }
}

/**
 * Where words stand on the page: of several places the one nearest to `near`.
 *
 * @throws OnrecordError `usage` where they stand nowhere on it
 */
function placeOf(text: string, words: string, near: number): Pair {
  let best = -1
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at
    if (at > near) break
  }
  if (best < 0)
    throw new OnrecordError(
      'usage',
      `The page does not have the words "${words}". Give them exactly as they stand there.`,
    )
  return [best, best + words.length]
}

/** `onrecord undo`. @returns the exit code */
export function undoOne(number: string, flags: ByFlags): Promise<number> {
  if (!/^\d{1,9}$/.test(number))
    throw new OnrecordError('usage', `"${number}" is no number of a correction. See: onrecord corrections`)
  return withLedger(flags, { create: false }, async (ledger) => {
    await keep(ledger, { kind: 'undo', correction: Number(number) }, flags)
    return 0
  })
}

/** `onrecord speakers merge`. @returns the exit code */
export function mergeSpeakers(from: string, into: string, flags: ByFlags): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    await keep(
      ledger,
      { kind: 'merge', from: await speakerNamed(ledger, from), into: await speakerNamed(ledger, into) },
      flags,
    )
    return 0
  })
}

/** `onrecord speakers split`: what a speaker said on these pages is another's. @returns the exit code */
export function splitSpeaker(
  from: string,
  pages: readonly string[],
  flags: ByFlags & { readonly into?: string },
): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const speaker = await speakerNamed(ledger, from)
    const ids = []
    for (const page of pages) ids.push(await pageNamed(ledger, page))
    const into = flags.into === undefined ? splitId(speaker, ids) : await speakerNamed(ledger, flags.into)
    await keep(ledger, { kind: 'split', from: speaker, pages: ids, into }, flags)
    return 0
  })
}

/** `onrecord corrections`. @returns the exit code */
export function listCorrections(flags: LedgerFlag & { readonly format: 'text' | 'json' | 'jsonl' }): Promise<number> {
  return withLedger(flags, { create: false }, async (ledger) => {
    const corrections = await ledger.corrections()
    await write({}, async () => {
      if (flags.format === 'json') return `${JSON.stringify(corrections, null, 2)}\n`
      if (flags.format === 'jsonl') return corrections.map((each) => `${JSON.stringify(each)}\n`).join('')
      if (corrections.length === 0) return 'No corrections yet.\n'
      return corrections
        .map((each) => {
          const { number, by, at, note, undoneBy } = each
          const taken = undoneBy === null ? '' : ` (taken back by ${undoneBy})`
          return `${number}  ${at}  ${visible(by)}: ${correctionText(each)}${note === '' ? '' : `: ${visible(note)}`}${taken}\n`
        })
        .join('')
    })
    return 0
  })
}

function correctionText({ change }: Correction): string {
  const short = (id: string) => id.slice(0, 12)
  switch (change.kind) {
    case 'accept':
      return `${short(change.statement)} is right`
    case 'reject':
      return `${short(change.statement)} is no statement`
    case 'edit': {
      const what = (['content', 'cue', 'mention', 'act'] as const).filter((name) => change[name] !== undefined)
      return `${what.join(', ')} of ${short(change.statement)} changed`
    }
    case 'speaker':
      return `${short(change.statement)} is ${change.speaker === null ? 'nobody’s for sure' : `by ${short(change.speaker)}`}`
    case 'add':
      return `${short(change.statement)} added to page ${short(change.page)}`
    case 'merge':
      return `speaker ${short(change.from)} is ${short(change.into)}`
    case 'split':
      return `speaker ${short(change.from)} is ${short(change.into)} on ${change.pages.map(short).join(', ')}`
    case 'link':
      return `${short(change.answer)} ${change.is === null ? 'does not answer' : change.is} ${short(change.claim)}`
    case 'undo':
      return `correction ${change.correction} taken back`
  }
}
