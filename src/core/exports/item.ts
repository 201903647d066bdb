import { type Span, span } from '../model/index.js'

/** Throws the error for something wrong: `what` is wrong at `place`. */
export type Refuse = (place: string, what: string) => never

/** A value of parsed JSON and where it stands, for the message when it is not what it should be. */
export class Item {
  constructor(
    readonly value: unknown,
    readonly place: string,
    readonly refuse: Refuse,
  ) {}

  fail(what: string): never {
    return this.refuse(this.place, what)
  }

  member(name: string): Item {
    const object = this.#object()
    if (!Object.hasOwn(object, name)) this.fail(`has no "${name}"`)
    return new Item(object[name], `${this.place}.${name}`, this.refuse)
  }

  /** The member, or null where there is none or it is null. */
  optional(name: string): Item | null {
    const object = this.#object()
    const value = Object.hasOwn(object, name) ? object[name] : null
    return value === null || value === undefined ? null : new Item(value, `${this.place}.${name}`, this.refuse)
  }

  entries(): [string, Item][] {
    return Object.entries(this.#object()).map(([name, value]) => [
      name,
      new Item(value, `${this.place}.${name}`, this.refuse),
    ])
  }

  /** The members of other names, in order. */
  others(known: readonly string[]): [string, unknown][] {
    return Object.entries(this.#object()).filter(([name]) => !known.includes(name))
  }

  items(): Item[] {
    if (!Array.isArray(this.value)) return this.fail('is no list')
    return this.value.map((value, i) => new Item(value, `${this.place}[${i}]`, this.refuse))
  }

  list<T>(make: (item: Item) => T): T[] {
    return this.items().map(make)
  }

  orNull<T>(make: (item: Item) => T): T | null {
    return this.value === null ? null : make(this)
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.fail('is no string')
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('is neither true nor false')
  }

  number(): number {
    return typeof this.value === 'number' ? this.value : this.fail('is no number')
  }

  /** A probability or a score. JSON's 1e999 is Infinity, which JSON cannot give out again. */
  share(): number {
    const n = this.number()
    return n >= 0 && n <= 1 ? n : this.fail('is no number from 0 to 1')
  }

  offset(): number {
    const n = this.number()
    return Number.isInteger(n) && n >= 0 ? n : this.fail('is no whole number from 0')
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const choice = choices.find((each) => each === this.value)
    return choice ?? this.fail(`is none of ${choices.join(', ')}`)
  }

  /** [start, end), not yet held against a text. */
  pair(): [number, number] {
    const [start, end, ...more] = this.list((item) => item.offset())
    if (start === undefined || end === undefined || more.length > 0) return this.fail('is no [start, end)')
    return [start, end]
  }

  /** A span of `text`; `at` gives its offsets where this is no pair of them. */
  span(text: string, at: readonly [number, number] = this.pair()): Span {
    try {
      return span(text, at[0], at[1])
    } catch {
      return this.fail(`[${at[0]}, ${at[1]}) does not fit the text`)
    }
  }

  #object(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      return this.fail('is no object')
    return this.value as Record<string, unknown>
  }
}
