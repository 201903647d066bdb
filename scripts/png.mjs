import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = 8

/**
 * A picture of a screen, as Chromium takes it (8 bits each of red, green and blue), with the 256 colours that it has most of:
 * letters and flat grounds lose nothing that is seen, and a third of the bytes is left. (W3C PNG, sections 9 and 11.)
 */
export function smaller(png) {
  const { width, height, pixels } = decoded(png)
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, 256)
    .map(([colour]) => colour)
  const indices = new Map(palette.map((colour, i) => [colour, i]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]
      let index = indices.get(colour)
      if (index === undefined) {
        index = nearest(palette, colour)
        indices.set(colour, index)
      }
      rows[y * (width + 1) + 1 + x] = index
    }
  }
  const header = Buffer.from(png.subarray(SIGNATURE + 8, SIGNATURE + 21))
  header[9] = 3 // colours by palette
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function nearest(palette, colour) {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [i, each] of palette.entries()) {
    const distance =
      ((each >> 16) - (colour >> 16)) ** 2 +
      (((each >> 8) & 255) - ((colour >> 8) & 255)) ** 2 +
      ((each & 255) - (colour & 255)) ** 2
    if (distance < least) [best, least] = [i, distance]
  }
  return best
}

function decoded(png) {
  const data = []
  let at = SIGNATURE
  while (at < png.length) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png[24] !== 8 || png[25] !== 2 || png[28] !== 0)
    throw new Error('No picture as Chromium takes them: 8 bits of RGB')
  const raw = inflateSync(Buffer.concat(data))
  const length = width * 3
  const pixels = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)]
    for (let x = 0; x < length; x++) {
      const left = x < 3 ? 0 : pixels[y * length + x - 3]
      const above = y === 0 ? 0 : pixels[(y - 1) * length + x]
      const corner = x < 3 || y === 0 ? 0 : pixels[(y - 1) * length + x - 3]
      pixels[y * length + x] = raw[y * (length + 1) + 1 + x] + guess(filter, left, above, corner)
    }
  }
  return { width, height, pixels }
}

/** What a byte was told apart from (PNG, 9.2). */
function guess(filter, left, above, corner) {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs)
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function chunk(name, content) {
  const out = Buffer.alloc(content.length + 12)
  out.writeUInt32BE(content.length)
  out.write(name, 4, 'latin1')
  content.copy(out, 8)
  out.writeUInt32BE(crc(out.subarray(4, content.length + 8)), content.length + 8)
  return out
}

function crc(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
