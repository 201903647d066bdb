import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const pages = [
  'README.md',
  'bench/RESULTS.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
].filter((file) => existsSync(join(ROOT, file)))

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

test.each(pages)('links of %s lead somewhere', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const dead: string[] = []
  for (const match of text.matchAll(/\]\(([^)\s]+)\)|<img[^>]*\ssrc="([^"]+)"/g)) {
    const target = match[1] ?? match[2]
    if (!target || /^https?:/.test(target)) continue
    const [path, anchor] = target.split('#') as [string, string?]
    const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
    if (!existsSync(file)) dead.push(target)
    else if (anchor) {
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map((m) => anchorOf(m[1] as string))
      if (!headings.includes(anchor)) dead.push(target)
    }
  }
  expect(dead, `dead links, from ${relative(ROOT, join(ROOT, page))}`).toEqual([])
})

test('docs/README.md leads to every page of the documentation', () => {
  const index = readFileSync(join(ROOT, 'docs', 'README.md'), 'utf8')
  for (const page of pages) {
    if (!page.startsWith('docs') || page.endsWith('README.md') || dirname(page) !== 'docs') continue
    expect(index).toContain(`](${relative('docs', page)})`)
  }
})
