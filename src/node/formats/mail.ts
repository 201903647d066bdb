import { OnrecordError } from '../../core/model/index.js'
import { type Converted, escapedHtml } from './converted.js'

/** Somebody who sent a message or got it, as far as it is used. */
interface Mailbox {
  readonly name?: string | undefined
  readonly address?: string | undefined
}

const OWN = 'mail 1, postal-mime 3'
/** Parts inside parts, and bytes of headers, beyond which a message is an attack. */
const DEEPEST = 32
const LONGEST_HEAD = 1_048_576

/**
 * A mail message as a page: its subject, who sent it to whom and when, and its text, as HTML where it has an HTML part.
 *
 * @throws OnrecordError `page-empty` where it has no text that can be read, `page-unreadable`
 */
export async function convertMail(bytes: Uint8Array, name: string): Promise<Converted> {
  const { default: PostalMime } = await import('postal-mime')
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEAD })
  } catch (cause) {
    throw new OnrecordError('page-unreadable', `${name} is a broken mail message (${(cause as Error).message}).`, {
      cause,
    })
  }
  const people = (list: readonly Mailbox[] | undefined) =>
    (list ?? [])
      .map(({ name: own, address }) => (own && address ? `${own} <${address}>` : own || address || ''))
      .join(', ')
  const heads: [string, string][] = [
    ['From', people(mail.from ? [mail.from] : [])],
    ['To', people(mail.to)],
    ['Date', mail.date ?? ''],
  ]
  const shown = heads.filter(([, value]) => value !== '')
  if (mail.html && /\S/.test(mail.html)) {
    const subject = escapedHtml(mail.subject ?? '')
    const day = mail.date && !Number.isNaN(Date.parse(mail.date)) ? new Date(mail.date).toISOString() : null
    const published = day ? `<meta property="article:published_time" content="${day}">` : ''
    const lines = shown.map(([label, value]) => `<p>${label}: ${escapedHtml(value)}</p>`).join('\n')
    return {
      kind: 'html',
      text: `<!doctype html><html><head><meta charset="utf-8"><title>${subject}</title>${published}</head><body>\n<h1>${subject}</h1>\n${lines}\n${mail.html}\n</body></html>`,
      converter: OWN,
    }
  }
  const body = mail.text ?? ''
  if (!/\S/.test(body)) {
    throw new OnrecordError(
      'page-empty',
      `${name} is a mail message without text of its own. Read what is attached to it instead.`,
    )
  }
  const head = [mail.subject ?? '', ...shown.map(([label, value]) => `${label}: ${value}`)].filter(
    (line) => line !== '',
  )
  return { kind: 'text', text: `${head.join('\n')}\n\n${body}`, converter: OWN }
}
