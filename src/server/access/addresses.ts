/**
 * Whom a request comes from: the address at the other end, or where proxies of one's own stand before the server, what the
 * outermost of them saw. Each adds the address that it saw to the right of `X-Forwarded-For`; what stands further left was
 * sent by whoever asked, and proves nothing.
 *
 * @param peer the address at the other end of the connection
 * @param forwarded the header `X-Forwarded-For`; undefined: there is none
 * @param proxies how many proxies of one's own there are
 */
export function clientAddress(peer: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0 || forwarded === undefined) return peer
  const address = forwarded.split(',').at(-proxies)?.trim()
  return address === undefined || !/^[0-9a-fA-F:.]{2,45}$/.test(address) ? peer : address
}

/**
 * What addresses are counted by: an IPv4 address whole, of an IPv6 address the network (/64) that one subscriber has all
 * addresses of.
 */
export function addressKey(address: string): string {
  const lower = address.toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(lower)?.[1]
  if (mapped !== undefined) return mapped
  if (!lower.includes(':')) return lower
  const [left = '', right] = lower.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
