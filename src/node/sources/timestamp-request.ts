import { randomBytes } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { MessageImprint, PKIStatus, TimeStampReq, TimeStampReqVersion, TimeStampResp } from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { OnrecordError } from '../../core/model/index.js'
import { VERSION } from '../../core/version.js'
import { derInside } from './der.js'
import { type Timestamp, verifyTimestamp } from './timestamp.js'

/** How an authority is asked. */
export interface TimestampOptions {
  readonly signal?: AbortSignal
  /** What asks; the default is Node's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds for the whole answer. Default 30,000. */
  readonly timeoutMs?: number
  /** PEM: certificates of the authorities that are trusted. */
  readonly authorities?: string
}

/** A timestamp, and the token that proves it. */
export interface TimestampProof extends Timestamp {
  /** DER of the token, a CMS ContentInfo: what `openssl ts -verify -token_in` takes. */
  readonly token: Uint8Array
}

/** The longest answer: a token with a chain of certificates has some kilobytes. */
const MAX_ANSWER = 1_048_576

/**
 * Asks a time-stamping authority (RFC 3161 over HTTP) to sign that the bytes with this SHA-256 exist now. It learns the
 * hash and nothing else. The answer is checked as `verifyTimestamp` does, against the nonce, too.
 *
 * @param sha256 hexadecimal
 * @param tsaUrl of the authority, http or https; it is not followed elsewhere
 * @throws OnrecordError `timestamp-refused`, `timestamp-invalid`, `interrupted`
 */
export async function timestampOf(
  sha256: string,
  tsaUrl: string,
  options: TimestampOptions = {},
): Promise<TimestampProof> {
  if (!/^[0-9a-f]{64}$/i.test(sha256)) throw refused(tsaUrl, `"${sha256.slice(0, 80)}" is no SHA-256 in hexadecimal`)
  if (!/^https?:\/\//i.test(tsaUrl) || !URL.canParse(tsaUrl)) throw refused(tsaUrl, 'it is no http or https address')
  const nonce = randomBytes(8)
  // A first byte of 64 to 127 makes it a positive number of this length.
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1', parameters: null }),
      hashedMessage: new OctetString(Buffer.from(sha256, 'hex')),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  })
  const answer = await post(tsaUrl, AsnConvert.serialize(request), options)
  const token = tokenIn(tsaUrl, answer)
  const { authorities } = options
  const checked = verifyTimestamp(token, sha256, { nonce, ...(authorities === undefined ? {} : { authorities }) })
  return { token, ...checked }
}

async function post(url: string, body: ArrayBuffer, options: TimestampOptions): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
        'user-agent': `onrecord/${VERSION}`,
      },
      body,
      redirect: 'error',
      signal,
    })
    if (response.status !== 200) throw refused(url, `it answered with status ${response.status}`)
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > MAX_ANSWER) throw refused(url, `its answer has more than ${MAX_ANSWER} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    if (options.signal?.aborted) {
      throw new OnrecordError('interrupted', `Asking ${url} for a timestamp was interrupted.`, { cause })
    }
    const { message, cause: inner } = cause as Error
    const reason = timeout.aborted ? 'it did not answer in time' : inner instanceof Error ? inner.message : message
    throw refused(url, reason, cause)
  }
}

/** The token as it lies in the answer, byte by byte. */
function tokenIn(url: string, answer: Uint8Array): Uint8Array {
  let token: Uint8Array | undefined
  let refusal: string | null = null
  try {
    const { status } = AsnConvert.parse(answer, TimeStampResp)
    if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
      const words = status.statusString ? [...status.statusString].join(' ').slice(0, 200) : ''
      refusal = `it refused (${PKIStatus[status.status] ?? status.status}${words ? `: ${words}` : ''})`
    }
    token = derInside(answer)[1]?.raw
  } catch (cause) {
    throw refused(url, `what it answered is no timestamp (${(cause as Error).message.slice(0, 200)})`, cause)
  }
  if (refusal !== null || !token) throw refused(url, refusal ?? 'its answer has no timestamp in it')
  return Uint8Array.from(token)
}

function refused(url: string, reason: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'timestamp-refused',
    `No timestamp from ${url.slice(0, 200)}: ${reason}. Try another authority.`,
    {
      cause,
    },
  )
}
