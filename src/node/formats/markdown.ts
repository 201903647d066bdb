import type { Converted } from './converted.js'

const OWN = 'markdown 1, markdown-it 15'

/** Markdown (CommonMark, with tables) as HTML. Tags in it are shown as they stand, never taken for markup. */
export async function convertMarkdown(text: string): Promise<Converted> {
  const { default: MarkdownIt } = await import('markdown-it')
  const html = new MarkdownIt({ html: false, linkify: false, typographer: false }).render(text)
  return {
    kind: 'html',
    text: `<!doctype html><html><head><meta charset="utf-8"></head><body><article>\n${html}</article></body></html>`,
    converter: OWN,
  }
}

/** Whether a name or media type says that a text is Markdown. */
export function isMarkdown(name: string | undefined, mediaType: string | null): boolean {
  return mediaType === 'text/markdown' || /\.(?:md|markdown)(?:\.gz)?$/i.test(name ?? '')
}
