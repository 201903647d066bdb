import type { Block, Meta, Role } from '../../../../src/core/model/index.js'
import { readMarkup } from '../../../../src/core/reading/markup.js'
import { findMeta, marksOf } from '../../../../src/core/reading/meta/index.js'

/** The metadata of an invented page, no block's role known. */
export function metaOf(html: string, url: string | null = null): Meta {
  const markup = readMarkup(html)
  return findMeta(markup, marksOf(markup, url), null)
}

/** The metadata of an invented page whose raw blocks have these roles, in order; the rest are paragraphs. */
export function metaWithRoles(html: string, roles: readonly Role[], url: string | null = null): Meta {
  const markup = readMarkup(html)
  const blocks = markup.blocks.map((b, i): Block => block(b.start, b.end, roles[i] ?? 'paragraph'))
  return findMeta(markup, marksOf(markup, url), blocks)
}

/** The blocks of a plain text, parted by empty lines, with these roles in order; the rest are paragraphs. */
export function textBlocks(text: string, roles: readonly Role[]): readonly Block[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((m, i) =>
    block(m.index, m.index + m[0].length, roles[i] ?? 'paragraph'),
  )
}

/** A page with these elements in its head, and JSON-LD. */
export function pageWith(head: string, jsonLd: unknown = null, body = ''): string {
  const script = jsonLd === null ? '' : `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`
  return `<!doctype html><html lang="en-GB"><head>${head}${script}</head><body>${body}</body></html>`
}

function block(start: number, end: number, role: Role): Block {
  return { start, end, role, level: null, body: null, why: 'invented' }
}
