import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { Attribute, ContentInfo, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { id_ct_tstInfo, TSTInfo } from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'
import { OnrecordError } from '../../core/model/index.js'
import { type Der, derInside } from './der.js'

/** What a timestamp (RFC 3161) says, after it was checked. */
export interface Timestamp {
  /** ISO 8601, UTC: the authority says that the bytes existed then. */
  readonly time: string
  /** The authority's policy, an object identifier. */
  readonly policy: string
  /** The authority's number for this timestamp, hexadecimal. */
  readonly serial: string
  /** The subject of the certificate that signed, as `CN=…, O=…`. */
  readonly tsa: string
  /** `not checked`: anyone could have made the certificate that signed. `trusted`: it leads to one of the given authorities. */
  readonly trust: 'not checked' | 'trusted'
}

/** What a timestamp is held against. */
export interface TimestampChecks {
  /** The nonce of the request that it answers. */
  readonly nonce?: Uint8Array
  /** PEM: certificates of the authorities that are trusted. */
  readonly authorities?: string
}

const ID_CONTENT_TYPE = '1.2.840.113549.1.9.3'
const ID_MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const ID_SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const ID_SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const ID_EXTENDED_KEY_USAGE = '2.5.29.37'
const ID_TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/** `id_ct_tstInfo` in DER, as the attribute that says what was signed has it. */
const TST_INFO_TYPE = Buffer.from('060b2a864886f70d0109100104', 'hex')

/** Digests that a signature may rest on; SHA-1 and MD5 can be forged. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Signature algorithms: the digest they name, or null where it is that of the signer; and how they pad. */
const SIGNATURES: Readonly<Record<string, { readonly digest: string | null; readonly isPss?: true }>> = {
  '1.2.840.113549.1.1.1': { digest: null },
  '1.2.840.113549.1.1.10': { digest: null, isPss: true },
  '1.2.840.113549.1.1.11': { digest: 'sha256' },
  '1.2.840.113549.1.1.12': { digest: 'sha384' },
  '1.2.840.113549.1.1.13': { digest: 'sha512' },
  '1.2.840.10045.2.1': { digest: null },
  '1.2.840.10045.4.3.2': { digest: 'sha256' },
  '1.2.840.10045.4.3.3': { digest: 'sha384' },
  '1.2.840.10045.4.3.4': { digest: 'sha512' },
}

/**
 * Checks a timestamp token: that it is for these bytes, that it answers the request (where its nonce is given), that what
 * was signed is what it says, that the signature is right by the certificate in it, which it must name, and that this one
 * is for time-stamping alone and was valid at the time. With `authorities` also that the certificate leads to one of them.
 * Not checked: revocation, and constraints on names and policies.
 *
 * @param token DER of the token: a CMS ContentInfo
 * @param sha256 of the bytes that it should be for, hexadecimal
 * @throws OnrecordError `timestamp-invalid`
 */
export function verifyTimestamp(token: Uint8Array, sha256: string, checks: TimestampChecks = {}): Timestamp {
  const { signer, attributes, content, info, certificates } = parsed(token)
  if (
    DIGESTS[info.messageImprint.hashAlgorithm.algorithm] !== 'sha256' ||
    hex(info.messageImprint.hashedMessage.buffer) !== sha256.toLowerCase()
  ) {
    throw invalid('it is for other bytes', 'Look for the timestamp of this page, or make a new one.')
  }
  if (checks.nonce && (!info.nonce || integer(info.nonce) !== integer(checks.nonce))) {
    throw invalid('it answers another request, for its nonce is not the one that was sent', 'Ask again.')
  }
  const certificate = signingCertificate(signer, attributes, certificates)
  checkSignature(signer, attributes, content, certificate)
  const time = info.genTime
  checkPurpose(certificate, time)
  if (checks.authorities !== undefined) checkChain(certificate, certificates, checks.authorities, time)
  return {
    time: time.toISOString(),
    policy: info.policy,
    serial: hex(info.serialNumber),
    tsa: certificate.subject.split('\n').join(', '),
    trust: checks.authorities === undefined ? 'not checked' : 'trusted',
  }
}

interface Parsed {
  readonly signer: SignerInfo
  /** What the signature is over, as it lies in the token: the attributes, with the tag [0]. */
  readonly attributes: Uint8Array
  /** DER of the TSTInfo, which was signed. */
  readonly content: Uint8Array
  readonly info: TSTInfo
  readonly certificates: readonly X509Certificate[]
}

function parsed(token: Uint8Array): Parsed {
  try {
    const contentInfo = AsnConvert.parse(token, ContentInfo)
    if (contentInfo.contentType !== id_signedData) throw new Error('it is not signed')
    const signedData = AsnConvert.parse(contentInfo.content, SignedData)
    const { eContentType, eContent } = signedData.encapContentInfo
    if (eContentType !== id_ct_tstInfo || !eContent?.single) throw new Error('what is signed is no timestamp')
    const content = new Uint8Array(eContent.single.buffer)
    const [signer, ...others] = [...signedData.signerInfos]
    if (!signer || others.length > 0) throw new Error('it has not one signer')
    // Of the SignedData, [0] holds the certificates and the last SET the signer, whose own [0] are the attributes. They are
    // needed as they lie there, which asn1-cms does not give.
    const parts = derInside(new Uint8Array(contentInfo.content))
    const set = parts.find(({ tag }) => tag === 0xa0)
    const [signerInfo] = derInside((parts.at(-1) as Der).raw)
    const attributes = signerInfo && derInside(signerInfo.raw).find(({ tag }) => tag === 0xa0)
    if (!attributes) throw new Error('it does not say what was signed')
    const certificates = set ? derInside(set.raw).filter(({ tag }) => tag === 0x30) : []
    return {
      signer,
      attributes: attributes.raw,
      content,
      info: AsnConvert.parse(content, TSTInfo),
      certificates: certificates.map(({ raw }) => new X509Certificate(raw)),
    }
  } catch (cause) {
    throw invalid(`it cannot be read as one (${(cause as Error).message.slice(0, 200)})`, AGAIN, cause)
  }
}

/** The one value of the one signed attribute of that type, DER; null where there is not exactly one. */
function signedAttribute(attributes: Uint8Array, type: string): Uint8Array | null {
  try {
    const found = derInside(attributes)
      .map(({ raw }) => AsnConvert.parse(raw, Attribute))
      .filter(({ attrType }) => attrType === type)
    const [value, ...others] = found.length === 1 ? (found[0]?.attrValues ?? []) : []
    return value && others.length === 0 ? new Uint8Array(value) : null
  } catch {
    return null
  }
}

/**
 * The certificate in the token that the signer names by its hash, inside of what is signed (RFC 2634, RFC 5816): by its
 * number alone another could be put in its place.
 */
function signingCertificate(
  signer: SignerInfo,
  attributes: Uint8Array,
  certificates: readonly X509Certificate[],
): X509Certificate {
  if (certificates.length === 0) {
    throw invalid('the certificate that signed is not in it', 'Ask for one with its certificate (certReq).')
  }
  const named = namedCertificate(attributes)
  const certificate =
    named && certificates.find(({ raw }) => createHash(named.method).update(raw).digest().equals(named.hash))
  const number = signer.sid.issuerAndSerialNumber?.serialNumber
  if (!certificate || (number && integer(number) !== BigInt(`0x${certificate.serialNumber}`))) {
    throw invalid('it does not name the certificate in it as the one that signed')
  }
  return certificate
}

function namedCertificate(attributes: Uint8Array): { method: string; hash: Buffer } | null {
  const v2 = signedAttribute(attributes, ID_SIGNING_CERTIFICATE_V2)
  const v1 = signedAttribute(attributes, ID_SIGNING_CERTIFICATE)
  const attribute = v2 ?? v1
  if (!attribute) return null
  try {
    // SigningCertificate(V2): a list of ESSCertID(v2), the first of which is the signer's.
    const [list] = derInside(attribute)
    const [first] = list ? derInside(list.raw) : []
    const parts = first ? derInside(first.raw) : []
    const hash = parts.find(({ tag }) => tag === 0x04)
    const algorithm = parts[0]?.tag === 0x30 ? AsnConvert.parse(parts[0].raw, AlgorithmIdentifier).algorithm : null
    const method = v2 ? (algorithm === null ? 'sha256' : DIGESTS[algorithm]) : 'sha1'
    return hash && method ? { method, hash: Buffer.from(hash.content) } : null
  } catch {
    return null
  }
}

function checkSignature(
  signer: SignerInfo,
  attributes: Uint8Array,
  content: Uint8Array,
  certificate: X509Certificate,
): void {
  const type = signedAttribute(attributes, ID_CONTENT_TYPE)
  const digest = signedAttribute(attributes, ID_MESSAGE_DIGEST)
  if (!type || !digest) throw invalid('it does not say what was signed')
  const method = DIGESTS[signer.digestAlgorithm.algorithm]
  if (!method) {
    throw invalid(`it rests on a digest that can be forged or is not known (${signer.digestAlgorithm.algorithm})`)
  }
  const hash = createHash(method).update(content).digest()
  if (
    !Buffer.from(type).equals(TST_INFO_TYPE) ||
    !Buffer.from(AsnConvert.parse(digest, OctetString).buffer).equals(hash)
  ) {
    throw invalid('what it says is not what was signed')
  }
  const { algorithm } = signer.signatureAlgorithm
  const how = SIGNATURES[algorithm]
  if (!how) throw invalid(`its signature is of a kind that is not known (${algorithm})`)
  // Signed are the attributes as a SET; in the token they have the tag [0] instead (RFC 5652, 5.4).
  const signed = Buffer.from(attributes)
  signed[0] = 0x31
  const key = certificate.publicKey
  const padding = how.isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  let isRight = false
  try {
    isRight = verify(
      how.digest ?? method,
      signed,
      key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss' ? { key, padding } : key,
      Buffer.from(signer.signature.buffer),
    )
  } catch {
    // A key of another kind than the signature: not right.
  }
  if (!isRight) throw invalid('its signature is wrong: it was changed, or another made it')
}

/** RFC 3161, 2.3: the certificate is for time-stamping alone, and says so critically. */
function checkPurpose(certificate: X509Certificate, time: Date): void {
  const usages = certificate.keyUsage ?? []
  const extensions = AsnConvert.parse(certificate.raw, Certificate).tbsCertificate.extensions
  const isCritical = extensions?.find(({ extnID }) => extnID === ID_EXTENDED_KEY_USAGE)?.critical
  if (usages.length !== 1 || usages[0] !== ID_TIME_STAMPING || !isCritical) {
    throw invalid('the certificate that signed is not for time-stamping alone')
  }
  if (!isValidAt(certificate, time)) {
    throw invalid(`the certificate that signed was not valid then (${certificate.validFrom} to ${certificate.validTo})`)
  }
}

/** Longer chains are attacks. */
const MAX_CHAIN = 8

function checkChain(
  certificate: X509Certificate,
  inToken: readonly X509Certificate[],
  authorities: string,
  time: Date,
): void {
  const trusted = authoritiesIn(authorities)
  const issues = (by: X509Certificate, of: X509Certificate) =>
    by.ca && isValidAt(by, time) && of.checkIssued(by) && of.verify(by.publicKey)
  let last = certificate
  for (let length = 0; length < MAX_CHAIN; length++) {
    const is = (by: X509Certificate) => by.fingerprint256 === last.fingerprint256 || issues(by, last)
    if (trusted.some(is)) return
    const next = inToken.find((by) => by.fingerprint256 !== last.fingerprint256 && issues(by, last))
    if (!next) break
    last = next
  }
  throw invalid('the certificate that signed leads to none of the authorities that you trust', CHOOSE)
}

function authoritiesIn(pem: string): readonly X509Certificate[] {
  try {
    const blocks = pem.split('-----BEGIN CERTIFICATE-----').slice(1)
    if (blocks.length === 0) throw new Error('there is no certificate in it')
    return blocks.map((block) => new X509Certificate(`-----BEGIN CERTIFICATE-----${block}`))
  } catch (cause) {
    throw new OnrecordError(
      'timestamp-invalid',
      `The authorities you trust cannot be read (${(cause as Error).message}). Give their certificates in PEM.`,
      { cause },
    )
  }
}

function isValidAt(certificate: X509Certificate, time: Date): boolean {
  return Date.parse(certificate.validFrom) <= time.getTime() && time.getTime() <= Date.parse(certificate.validTo)
}

const AGAIN = 'Make a new one.'
const CHOOSE = 'Use an authority that you trust, or give its certificate.'

function invalid(reason: string, advice = AGAIN, cause?: unknown): OnrecordError {
  return new OnrecordError('timestamp-invalid', `The timestamp proves nothing: ${reason}. ${advice}`, { cause })
}

function hex(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex')
}

/** The value of a DER integer's content; those here are never negative. */
function integer(bytes: ArrayBuffer | Uint8Array): bigint {
  return BigInt(`0x${hex(bytes) || '0'}`)
}
