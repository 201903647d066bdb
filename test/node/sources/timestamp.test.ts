import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContentInfo, SignedData } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { timestampOf, verifyTimestamp } from '../../../src/node/sources/index.js'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl && process.env.CI) throw new Error('openssl is not here: the tests of timestamps need it')
if (!hasOpenssl) console.warn('openssl is not here: the tests of timestamps are left out')

const folder = mkdtempSync(join(tmpdir(), 'onrecord-tsa-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })

const PAGE = createHash('sha256').update('“No,” said Ostrander.').digest('hex')

/** A root, an authority between, and signers under it of several kinds. */
function makeAuthorities() {
  writeFileSync(
    at('ca.cnf'),
    `[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=unused\n
[root]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n
[between]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n
[tsa]\nextendedKeyUsage=critical,timeStamping\n
[web]\nextendedKeyUsage=critical,serverAuth,timeStamping\n
[lax]\nextendedKeyUsage=timeStamping\n`,
  )
  const root = (name: string) =>
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`],
      ...['-days', '30', '-subj', `/CN=${name}`, '-config', 'ca.cnf', '-extensions', 'root'],
    )
  const under = (issuer: string, name: string, extensions: string, key: string[]) => {
    openssl(
      'req',
      '-new',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/O=Test/CN=${name}`,
      '-config',
      'ca.cnf',
    )
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'],
      ...['-out', `${name}.pem`, '-days', '20', '-extfile', 'ca.cnf', '-extensions', extensions],
    )
  }
  const rsa = ['-newkey', 'rsa:2048']
  root('root')
  root('stranger')
  under('root', 'between', 'between', rsa)
  under('between', 'rsa', 'tsa', rsa)
  under('between', 'ec', 'tsa', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
  under('between', 'web', 'web', rsa)
  under('between', 'lax', 'lax', rsa)
  under('web', 'forged', 'tsa', rsa)
  writeFileSync(at('chain.pem'), `${pem('between')}${pem('web')}`)
}

/** A time-stamping authority, as openssl is one. */
function reply(signer: string, request: Buffer, digest = 'sha256', ess = 'sha256'): Buffer {
  writeFileSync(at('serial'), '0A17\n')
  writeFileSync(
    at('tsa.cnf'),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_digest=${digest}\ndefault_policy=1.3.6.1.4.1.99.1
digests=sha256\naccuracy=secs:1\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=${ess}\n`,
  )
  writeFileSync(at('request.tsq'), request)
  openssl(
    ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-signer', `${signer}.pem`],
    ...['-inkey', `${signer}.key`, '-chain', 'chain.pem', '-out', 'answer.tsr'],
  )
  return readFileSync(at('answer.tsr'))
}

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const authority = (signer: string, digest?: string, ess?: string) =>
  serve(async (request, answer) => {
    const body = await bodyOf(request)
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/timestamp-query') {
      answer.writeHead(400).end()
    } else answer.setHeader('content-type', 'application/timestamp-reply').end(reply(signer, body, digest, ess))
  })

const pem = (name: string) => readFileSync(at(`${name}.pem`), 'utf8')

describe.skipIf(!hasOpenssl)('a timestamp', () => {
  beforeAll(makeAuthorities)

  test.each([
    ['rsa', 'sha256', 'sha256'],
    ['rsa', 'sha512', 'sha1'],
    ['ec', 'sha384', 'sha384'],
  ])('of a signer with %s and %s, named by %s', async (signer, digest, ess) => {
    const before = Date.now()
    const proof = await timestampOf(PAGE, await authority(signer, digest, ess), { authorities: pem('root') })
    expect(proof).toMatchObject({
      policy: '1.3.6.1.4.1.99.1',
      serial: '0a18',
      tsa: `O=Test, CN=${signer}`,
      trust: 'trusted',
    })
    // The authority gives whole seconds.
    expect(Date.parse(proof.time)).toBeGreaterThanOrEqual(before - 1000)
    expect(Date.parse(proof.time)).toBeLessThanOrEqual(Date.now())

    const { token, ...said } = proof
    expect(verifyTimestamp(token, PAGE.toUpperCase(), { authorities: pem('between') })).toEqual(said)
    expect(verifyTimestamp(token, PAGE)).toEqual({ ...said, trust: 'not checked' })
    // openssl agrees.
    writeFileSync(at('token.der'), token)
    const openssls = ['ts', '-verify', '-digest', PAGE, '-in', 'token.der', '-token_in', '-CAfile', 'root.pem']
    expect(openssl(...openssls, '-untrusted', 'between.pem').toString()).toContain('OK')
  })

  const invalid = { code: 'timestamp-invalid' }
  const refused = { code: 'timestamp-refused' }

  test('for other bytes, of another authority, or changed anywhere, is none', async () => {
    const { token, time } = await timestampOf(PAGE, await authority('rsa'))
    expect(() => verifyTimestamp(token, '0'.repeat(64))).toThrow(expect.objectContaining(invalid))
    expect(() => verifyTimestamp(token, PAGE, { nonce: Buffer.from('41', 'hex') })).toThrow(/another request/)
    expect(() => verifyTimestamp(token, PAGE, { authorities: pem('stranger') })).toThrow(/leads to none/)
    expect(() => verifyTimestamp(token, PAGE, { authorities: 'nonsense' })).toThrow(/no certificate/)
    expect(() => verifyTimestamp(token.subarray(0, -1), PAGE)).toThrow(expect.objectContaining(invalid))
    expect(() => verifyTimestamp(Buffer.from('nonsense'), PAGE)).toThrow(expect.objectContaining(invalid))

    const year = Buffer.from(token).indexOf(`${time.slice(0, 4)}${time.slice(5, 7)}`)
    const earlier = Buffer.from(token)
    earlier.write('2001', year)
    expect(() => verifyTimestamp(earlier, PAGE)).toThrow(/not what was signed/)
    // The signature comes last; the attributes, among them the time of signing, right before.
    const at = (text: string) => Buffer.from(token).lastIndexOf(text)
    for (const place of [token.length - 1, token.length - 100, at(time.slice(2, 4) + time.slice(5, 7)) + 5]) {
      const changed = Uint8Array.from(token)
      changed[place] = (changed[place] as number) ^ 0x01
      expect(() => verifyTimestamp(changed, PAGE)).toThrow(/signature is wrong/)
    }
    // Every 7th byte, so that all parts are met: nothing but what is outside of the signature may pass unseen, unchanged in meaning.
    const said = verifyTimestamp(token, PAGE)
    for (let i = 0; i < token.length; i += 7) {
      const changed = Uint8Array.from(token)
      changed[i] = (changed[i] as number) ^ 0x01
      let result: unknown = null
      try {
        result = verifyTimestamp(changed, PAGE)
      } catch (error) {
        expect(error).toMatchObject(invalid)
      }
      if (result !== null) expect(result).toEqual(said)
    }
  })

  test.each<[string, string, string[], RegExp | null]>([
    ['as it is', 'rsa', ['-md', 'sha256'], null],
    ['with RSA-PSS', 'rsa', ['-md', 'sha384', '-keyopt', 'rsa_padding_mode:pss'], null],
    ['by a certificate for other things, too', 'web', ['-md', 'sha256'], /not for time-stamping alone/],
    ['by a certificate that is not only for that', 'lax', ['-md', 'sha256'], /not for time-stamping alone/],
    ['with a digest that can be forged', 'rsa', ['-md', 'sha1'], /can be forged/],
    ['without its certificate', 'rsa', ['-md', 'sha256', '-nocerts'], /certificate that signed is not in it/],
    ['for a time before the certificate', 'rsa', ['-md', 'sha256'], /was not valid then/],
  ])('signed anew, %s', async (how, signer, options, wrong) => {
    // openssl ts makes none that is wrong; openssl cms does.
    const { token, time } = await timestampOf(PAGE, await authority('rsa'))
    const signedData = AsnConvert.parse(AsnConvert.parse(token, ContentInfo).content, SignedData)
    const info = Buffer.from(signedData.encapContentInfo.eContent?.single?.buffer ?? new ArrayBuffer())
    if (how.includes('before')) info.write('2001', info.indexOf(`${time.slice(0, 4)}${time.slice(5, 7)}`))
    writeFileSync(at('info.der'), info)
    openssl(
      ...['cms', '-sign', '-cades', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4'],
      ...[
        '-in',
        'info.der',
        '-signer',
        `${signer}.pem`,
        '-inkey',
        `${signer}.key`,
        ...options,
        '-outform',
        'DER',
        '-out',
        'cms.der',
      ],
    )
    const checked = () => verifyTimestamp(readFileSync(at('cms.der')), PAGE)
    if (wrong) expect(checked).toThrow(wrong)
    else expect(checked()).toMatchObject({ tsa: 'O=Test, CN=rsa', time })
  })

  test('by a certificate that one made who is no authority leads to none', async () => {
    const proof = await timestampOf(PAGE, await authority('forged', 'sha256', 'sha256'))
    expect(proof.tsa).toBe('O=Test, CN=forged')
    expect(() => verifyTimestamp(proof.token, PAGE, { authorities: pem('root') })).toThrow(/leads to none/)
  })

  test('that answers another request is none', async () => {
    openssl('ts', '-query', '-digest', PAGE, '-sha256', '-cert', '-out', 'old.tsq')
    const old = reply('rsa', readFileSync(at('old.tsq')))
    await expect(timestampOf(PAGE, await serve((_, answer) => void answer.end(old)))).rejects.toThrow(/another request/)
    openssl('ts', '-query', '-digest', PAGE, '-sha256', '-no_nonce', '-out', 'bare.tsq')
    const bare = reply('rsa', readFileSync(at('bare.tsq')))
    await expect(timestampOf(PAGE, await serve((_, answer) => void answer.end(bare)))).rejects.toMatchObject(invalid)
  })

  test('is refused by the authority, or answered with something else', async () => {
    // It takes SHA-256 only; openssl answers with a rejection.
    openssl('ts', '-query', '-digest', '0'.repeat(40), '-sha1', '-out', 'sha1.tsq')
    const rejection = reply('rsa', readFileSync(at('sha1.tsq')))
    const answers: [RequestListener, RegExp][] = [
      [(_, answer) => void answer.end(rejection), /rejection/],
      [(_, answer) => void answer.end('<html>'), /no timestamp/],
      [(_, answer) => void answer.end(), /no timestamp/],
      [(_, answer) => void answer.writeHead(500).end(), /status 500/],
      [(_, answer) => void answer.writeHead(302, { location: '/other' }).end(), /refused|redirect/i],
      [(_, answer) => void answer.end(Buffer.alloc(2_000_000)), /more than/],
      [(request) => void request.socket.destroy(), /No timestamp/],
    ]
    for (const [listener, message] of answers) {
      const failure = await timestampOf(PAGE, await serve(listener)).catch((error) => error)
      expect(failure).toMatchObject(refused)
      expect(failure.message).toMatch(message)
    }
    await expect(timestampOf('abc', 'http://127.0.0.1:1/')).rejects.toMatchObject(refused)
    await expect(timestampOf(PAGE, 'file:///etc/passwd')).rejects.toMatchObject(refused)
    await expect(timestampOf(PAGE, 'http://127.0.0.1:1/', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'interrupted',
    })
  })
})
