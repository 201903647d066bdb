import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generate } from 'selfsigned'
import { afterAll, describe, expect, test } from 'vitest'
import { fetchPage } from '../../src/node/index.js'
import { builtCli } from '../build.js'

const STORY = '<!doctype html><title>Pilots refuse</title><p>“We will not sail,” Mara Ostrander told reporters.</p>'
const DAY_MS = 86_400_000

const open: Server[] = []
const folder = mkdtempSync(join(tmpdir(), 'onrecord-https-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(
    open.map((server) => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    }),
  )
})

/** A certificate that signs itself, made now, for one host. */
const certificateFor = (host: string, days = [-1, 2]) =>
  generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + (days[0] as number) * DAY_MS),
    notAfterDate: new Date(Date.now() + (days[1] as number) * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  })

async function serve({ private: key, cert }: { readonly private: string; readonly cert: string }): Promise<string> {
  const server = createServer({ key, cert }, (_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(STORY)
  })
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `https://localhost:${(server.address() as AddressInfo).port}/story`
}

/** The command line in a process of its own that trusts `cert`. */
async function readTrusting(cert: string, url: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const ca = join(folder, `${open.length}.pem`)
  writeFileSync(ca, cert)
  const args = [await builtCli(), 'read', '--allow-private', '--format', 'json', url]
  return promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_EXTRA_CA_CERTS: ca } }).catch(
    (error) => error,
  )
}

describe('over TLS', () => {
  test('a page is read from a server whose certificate is trusted', async () => {
    const certificate = await certificateFor('localhost')
    const url = await serve(certificate)
    const { stdout, stderr } = await readTrusting(certificate.cert, url)
    expect(stderr).toBe('')
    expect(stdout).toContain('Mara Ostrander')
    expect(stdout).toContain(url)
  })

  test('a certificate that nobody known signed is refused', async () => {
    const url = await serve(await certificateFor('localhost'))
    await expect(fetchPage(url, { allowPrivate: true })).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining('signed by nobody known'),
    })
  })

  test("another site's certificate is refused", async () => {
    const certificate = await certificateFor('harbour.example')
    const url = await serve(certificate)
    const { stdout, stderr } = await readTrusting(certificate.cert, url)
    expect(stdout).toBe('')
    expect(stderr).toContain("its certificate is another site's")
  })

  test('a certificate that has run out is refused', async () => {
    const certificate = await certificateFor('localhost', [-9, -2])
    const url = await serve(certificate)
    const { stdout, stderr } = await readTrusting(certificate.cert, url)
    expect(stdout).toBe('')
    expect(stderr).toContain('its certificate has run out')
  })
})
