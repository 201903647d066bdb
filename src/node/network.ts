import { lookup as dnsLookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** One address that a name stands for. */
export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** Finds the addresses of a host name. */
export type Resolve = (name: string) => Promise<readonly Address[]>

/** The network as `fetchPage` uses it; handed in, so that tests can stand in for the world's names. */
export interface Network {
  readonly resolve: Resolve
  /** Whether a connection to this numeric address may be opened. */
  permits(address: string): boolean
}

/**
 * The IANA special-purpose registries (IPv4: RFC 6890 and its updates; IPv6: the same), every entry that is not globally
 * reachable, with multicast, the documentation nets, and the IPv6 ranges that carry an IPv4 address inside them (mapped,
 * compatible, translated, 6to4, Teredo, NAT64), through which the forbidden IPv4 addresses could be reached.
 */
const SPECIAL: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['::ffff:0:0', 96], // IPv4-mapped
  ['::ffff:0:0:0', 96], // IPv4-translated
  ['64:ff9b::', 96], // NAT64
  ['64:ff9b:1::', 48], // local-use NAT64
  ['100::', 64], // discard
  ['100:0:0:1::', 64], // dummy
  ['2001::', 23], // protocol assignments, Teredo, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
  ['5f00::', 16], // segment routing
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local, withdrawn
  ['ff00::', 8], // multicast
]

// A list for each family: BlockList holds an IPv4 address to be its mapped IPv6 one, and all of those are forbidden.
const special = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, prefix] of SPECIAL) {
  const family = network.includes(':') ? 'ipv6' : 'ipv4'
  special[family].addSubnet(network, prefix, family)
}
// Only 2000::/3 has been handed out for use on the internet; the rest of IPv6 is reserved.
special.ipv6.addRange('::', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ipv6')
special.ipv6.addRange('4000::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ipv6')

/** Whether a numeric address (a zone index allowed) belongs to the public internet: no special range, not this machine's own. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split('%', 1)[0] ?? ''
  const version = isIP(bare)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return !special[family].check(bare, family) && !isOwnAddress(bare, family)
}

/** This machine's own addresses, also those on the public internet: what listens here is not for a page to reach. */
function isOwnAddress(address: string, family: 'ipv4' | 'ipv6'): boolean {
  const own = new BlockList()
  for (const entry of Object.values(networkInterfaces()).flat()) {
    if (entry?.family.toLowerCase() === family) own.addAddress(entry.address.split('%', 1)[0] ?? '', family)
  }
  return own.check(address, family)
}

/** Names that are this machine's or its network's, whatever they resolve to: RFC 6761, 6762, 8375, ICANN's `internal`, and those in common use inside networks. */
export function isPrivateName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|lan|home\.arpa)$/.test(name)
}

/** The machine's own resolver: the hosts file, then DNS. */
export const resolveByMachine: Resolve = (name) =>
  new Promise((resolve, reject) => {
    dnsLookup(name, { all: true }, (error, addresses) => {
      if (error) reject(error)
      else resolve(addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })))
    })
  })
