import type { Form } from './names.js'

/** A form of a person's name, at the node where it ends. */
export interface End {
  /** Index of the person. */
  readonly person: number
  readonly form: Form
}

/** Where a name that is being read can go on: by a letter, or by the end of a word (`boundary`). */
export interface Node {
  readonly next: Map<number, Node>
  boundary: Node | null
  readonly ends: End[]
}

const newNode = (): Node => ({ next: new Map(), boundary: null, ends: [] })

/** All forms of all names in one tree, so that a text is looked through once, however many there are. */
export class Trie {
  readonly root = newNode()

  put(end: End): void {
    let node = this.root
    end.form.words.forEach((word, i) => {
      if (i > 0) {
        node.boundary ??= newNode()
        node = node.boundary
      }
      for (let c = 0; c < word.length; c++) node = step(node, word.charCodeAt(c), true) as Node
    })
    node.ends.push(end)
  }
}

/** The node after a code unit; null: none. @param make makes it where there is none */
export function step(node: Node, code: number, make = false): Node | null {
  const known = node.next.get(code)
  if (known) return known
  if (!make) return null
  const made = newNode()
  node.next.set(code, made)
  return made
}
