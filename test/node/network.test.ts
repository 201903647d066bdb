import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { isPrivateName, isPublicAddress } from '../../src/node/network.js'

describe('addresses that are not of the public internet', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456:789a::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'not an address',
    '',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test("this machine's own", () => {
    const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    expect(own.filter(({ address }) => isPublicAddress(address))).toEqual([])
  })
})

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '223.255.255.255',
  '2606:4700::1',
  '2a00:1450:4001::5',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each(['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'printer.local', 'db.internal', 'nas.home.arpa'])(
  '%s is a private name',
  (name) => {
    expect(isPrivateName(name)).toBe(true)
  },
)

test.each(['example.org', 'localhost.example.org', 'notlocal', 'thelocal.se', 'mylocalhost'])(
  '%s is a public name',
  (name) => {
    expect(isPrivateName(name)).toBe(false)
  },
)
