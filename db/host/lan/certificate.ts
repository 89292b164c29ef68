import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { around, bits, inPlace, integer, octets, oid, sequence, set, time, words, yes } from './der.ts'

export type Certificate = { keyPem: string; certificatePem: string }
type Wanted = { name: string; names: readonly string[]; nowMs: number }

const years = 10
const dayMs = 86_400_000
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/**
 * A certificate that signs itself (X.509 version 3, ECDSA on P-256), for one PC and the names it has in the house: what
 * others hold it by is its fingerprint, so it stays the same while addresses come and go.
 */
export function makeCertificate({ name, names, nowMs }: Wanted): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const subject = sequence(
    set(sequence(oid('2.5.4.10'), words('Kho Sách'))),
    set(sequence(oid('2.5.4.3'), words(name.slice(0, 64)))),
  )
  const body = sequence(
    around(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    subject,
    // A client whose clock is behind by a day must not be turned away.
    sequence(time(new Date(nowMs - dayMs)), time(new Date(nowMs + years * 365.25 * dayMs))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    around(3, extensions(names)),
  )
  const der = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)))
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: pemOf(der),
  }
}

function extensions(names: readonly string[]): Buffer {
  const extension = (id: string, value: Uint8Array, isCritical = false) =>
    sequence(oid(id), ...(isCritical ? [yes] : []), octets(value))
  return sequence(
    // It vouches for itself and for nobody else.
    extension('2.5.29.19', sequence(), true),
    // digitalSignature, and nothing else.
    extension('2.5.29.15', Buffer.from([0x03, 0x02, 0x07, 0x80]), true),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', sequence(...names.map(generalName))),
  )
}

function generalName(name: string): Buffer {
  return isIP(name) === 0 ? inPlace(2, Buffer.from(name, 'ascii')) : inPlace(7, addressBytes(name))
}

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail] = address.split('::')
  const groups = (text = '') =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  const [before, after] = [groups(head), groups(tail)]
  const gap = Array<number>(8 - before.length - after.length).fill(0)
  const bytes = Buffer.alloc(16)
  ;[...before, ...gap, ...after].forEach((group, at) => bytes.writeUInt16BE(group, at * 2))
  return bytes
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** SHA-256 over the whole certificate, as browsers show it. */
export function fingerprintOf(certificatePem: string): string {
  return createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('hex')
}
