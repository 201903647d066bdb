import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** What passwords are kept as and checked against. */
export interface Passwords {
  /** What is kept of a password: a slow hash with its salt and its parameters, as text. */
  hash(password: string): Promise<string>
  /** Whether a password is the one that was hashed. It compares in constant time. */
  matches(password: string, kept: string): Promise<boolean>
  /** Whether it was hashed with other parameters than a new one would be. */
  isOutdated(kept: string): boolean
}

/** How dear a hash is (RFC 7914): `cost` is N, `block` is r, `parallel` is p; it takes 128 × N × r bytes. */
export interface ScryptCost {
  readonly cost: number
  readonly block: number
  readonly parallel: number
}

/** OWASP's first choice for scrypt: 128 MiB and some tenths of a second. */
const COST: ScryptCost = { cost: 2 ** 17, block: 8, parallel: 1 }
const SALT = 16
const LENGTH = 32
/** Each takes 128 MiB while it runs; the rest wait their turn. */
const AT_ONCE = 2

/**
 * scrypt by Node's own OpenSSL, kept as `scrypt$N$r$p$salt$hash` (base64). Passwords are compared in NFKC (RFC 8265), so
 * that a letter typed on another keyboard is the same letter.
 */
export function scryptPasswords(cost: ScryptCost = COST): Passwords {
  let running = 0
  const waiting: (() => void)[] = []
  const derive = async (password: string, salt: Buffer, { cost: N, block: r, parallel: p }: ScryptCost) => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      return await scryptOf(password.normalize('NFKC'), salt, { N, r, p, maxmem: 256 * N * r })
    } finally {
      // Whoever is next takes this one's place.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
  return {
    async hash(password) {
      const salt = randomBytes(SALT)
      const hash = await derive(password, salt, cost)
      const parts = [cost.cost, cost.block, cost.parallel, salt.toString('base64'), hash.toString('base64')]
      return `scrypt$${parts.join('$')}`
    },
    async matches(password, kept) {
      const parts = partsOf(kept)
      return timingSafeEqual(await derive(password, parts.salt, parts), parts.hash)
    },
    isOutdated(kept) {
      const parts = partsOf(kept)
      return parts.cost !== cost.cost || parts.block !== cost.block || parts.parallel !== cost.parallel
    },
  }
}

function partsOf(kept: string): ScryptCost & { readonly salt: Buffer; readonly hash: Buffer } {
  const [, N, r, p, salt, hash] = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w+/]+=*)\$([\w+/]+=*)$/.exec(kept) ?? []
  if (salt === undefined || hash === undefined) throw new Error('A password in the ledger is kept in an unknown form')
  const bytes = Buffer.from(hash, 'base64')
  // One cut short would match too easily.
  if (bytes.length !== LENGTH) throw new Error('A password in the ledger is kept with a hash of another length')
  return {
    cost: Number(N),
    block: Number(r),
    parallel: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: bytes,
  }
}

function scryptOf(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, LENGTH, options, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}
