import canonicalize from 'canonicalize'
import * as z from 'zod'
import { instant, isoDate, period } from '../fields.ts'
import { namedPeriod, periodKinds } from '../periods.ts'
import { base64url, base64urlBytes, utf8, utf8Text } from './bytes.ts'

const packageFormat = 'khosach-summary'
const packageFormatVersion = 1

const count = z.int().nonnegative()
export const hashText = z.string().regex(/^[0-9a-f]{64}$/)
export const wellFormed = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed(), 'lone surrogate')

const Figure = z
  .strictObject({
    code: wellFormed(20).min(1),
    version: z.int().positive(),
    status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
    value: z.number().nullable(),
  })
  .refine(({ status, value }) =>
    status === 'known' ? value !== null : status === 'zero_base' || value === null,
  )

const Period = z
  .strictObject({ period, kind: z.enum(periodKinds).exclude(['range']), from: isoDate, to: isoDate })
  .refine((told) => {
    const { kind, from, to } = namedPeriod(told.period)
    return told.kind === kind && told.from === from && told.to === to
  })

/** As a library names itself in packages and at its enrolment. */
export const LibraryCodes = z.strictObject({
  id: z.uuid(),
  code: wellFormed(40),
  provinceCode: z.string().regex(/^\d{2}$/),
  formerProvinceCode: z.string().regex(/^\d{2}$/),
  name: wellFormed(300).min(1),
})
export type LibraryCodes = z.output<typeof LibraryCodes>

/**
 * What leaves a library: sums only, and no person's name, not even the signer's (Library Law, Article 8). The
 * objects are strict so that nothing can ride along unseen, and so that reading and printing again gives the same
 * bytes.
 */
export const Payload = z.strictObject({
  format: z.literal(packageFormat),
  formatVersion: z.literal(packageFormatVersion),
  library: LibraryCodes,
  period: Period,
  /** Counted within an epoch; a restated period is sent again under the next number. */
  revision: z.int().positive(),
  epoch: z.uuid(),
  /** Hash of the package before this one, so that the receiver notices a missing one. */
  previousHash: hashText.nullable(),
  figures: z
    .array(Figure)
    .max(10_000)
    .refine((figures) => new Set(figures.map(({ code }) => code)).size === figures.length),
  definitionsVersion: count,
  journalHead: z.strictObject({ position: count, hash: hashText }),
  figuresHash: hashText,
  /** Of the printed report, so that paper and package can be told to belong together. */
  reportHash: hashText.optional(),
  signerRole: z.enum(['director', 'deputy']),
  signedAt: instant,
  appVersion: wellFormed(40).min(1),
  schemaVersion: count,
})
export type Payload = z.output<typeof Payload>

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Hash = (bytes: Uint8Array) => string

export type PackageWriter = {
  sign: (message: Uint8Array) => Uint8Array
  publicKey: Uint8Array
  compress: (bytes: Uint8Array) => Uint8Array
  hash: Hash
}

export type PackageReader = {
  verify: (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean
  /** Throws rather than return more than so many bytes: a small file may unpack to gigabytes. */
  decompress: (bytes: Uint8Array, maxBytes: number) => Uint8Array
  hash: Hash
  maxBytes: number
}

export type PackageFault = 'not_a_package' | 'package_altered' | 'package_too_new'
export type ReadPackage =
  | { ok: true; payload: Payload; hash: string; publicKey: Uint8Array; keyFingerprint: string }
  | { ok: false; reason: PackageFault }

/** Canonical JSON (RFC 8785): the same text whatever the order of the keys. */
export function canonicalPayload(payload: Payload): string {
  return canonicalText(payload)
}

export function packageHash(payload: Payload, hash: Hash): string {
  return hash(utf8(canonicalPayload(payload)))
}

/**
 * `KHOSACH1`, a line with the hash of the rest, then compressed canonical JSON of payload, public key and
 * signature. The hash line makes every changed byte show: a decompressor overlooks some bits of its own header.
 */
export function packageBytes(
  payload: Payload,
  { sign, publicKey, compress, hash }: PackageWriter,
): Uint8Array {
  const canonical = canonicalPayload(Payload.parse(payload))
  const signature = base64url(sign(signedMessage(canonical)))
  const envelope = canonicalText({ payload, publicKey: base64url(publicKey), signature })
  const body = compress(utf8(envelope))
  const header = utf8(`${magic(packageFormatVersion)}${hash(body)}\n`)
  const bytes = new Uint8Array(header.length + body.length)
  bytes.set(header)
  bytes.set(body, header.length)
  return bytes
}

/** Tells what a file is; never throws, whatever the bytes. */
export function readPackage(bytes: Uint8Array, reader: PackageReader): ReadPackage {
  if (bytes.length > reader.maxBytes) return refuse('not_a_package')
  const start = String.fromCharCode(...bytes.subarray(0, headerLength))
  const version = /^KHOSACH([1-9]\d{0,2})\n/.exec(start)?.[1]
  if (!version) return refuse('not_a_package')
  if (Number(version) > packageFormatVersion) return refuse('package_too_new')
  const body = bytes.subarray(headerLength)
  if (start !== `${magic(packageFormatVersion)}${reader.hash(body)}\n`) return refuse('package_altered')
  const opened = attempt(() => openEnvelope(reader.decompress(body, reader.maxBytes), reader.maxBytes))
  return opened ? readEnvelope(opened, reader) : refuse('not_a_package')
}

const Envelope = z.strictObject({
  payload: z.looseObject({ format: z.literal(packageFormat), formatVersion: z.int().positive() }),
  publicKey: z.string().max(1000),
  signature: z.string().max(1000),
})
type Envelope = z.output<typeof Envelope>
type Opened = { envelope: Envelope; canonical: string }

/** Only what `packageBytes` would have written; the payload is brought into its one form once. */
function openEnvelope(bytes: Uint8Array, maxBytes: number): Opened | null {
  if (bytes.length > maxBytes) return null
  const text = utf8Text(bytes)
  const envelope = Envelope.parse(JSON.parse(text))
  const canonical = canonicalText(envelope.payload)
  const { publicKey, signature } = envelope
  const ending = canonicalText({ publicKey, signature }).slice(1)
  return text === `{"payload":${canonical},${ending}` ? { envelope, canonical } : null
}

function readEnvelope({ envelope, canonical }: Opened, { verify, hash }: PackageReader): ReadPackage {
  const publicKey = base64urlBytes(envelope.publicKey)
  const signature = base64urlBytes(envelope.signature)
  if (!publicKey || !signature) return refuse('package_altered')
  const isSigned = attempt(() => verify(signedMessage(canonical), signature, publicKey))
  if (!isSigned) return refuse('package_altered')
  // The signature is asked first: only a maker's own word says that a package is newer than this app.
  if (envelope.payload.formatVersion > packageFormatVersion) return refuse('package_too_new')
  const payload = Payload.safeParse(envelope.payload)
  if (!payload.success) return refuse('not_a_package')
  return {
    ok: true,
    payload: payload.data,
    hash: hash(utf8(canonical)),
    publicKey,
    keyFingerprint: hash(publicKey),
  }
}

/** The magic line goes into the signature, so that it can serve for no other kind of file. */
function signedMessage(canonical: string): Uint8Array {
  return utf8(magic(packageFormatVersion) + canonical)
}

function magic(version: number): string {
  return `KHOSACH${version}\n`
}

const headerLength = magic(packageFormatVersion).length + 64 + 1

/** Throws on what has no JSON form. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

function refuse(reason: PackageFault): ReadPackage {
  return { ok: false, reason }
}

/** Strange bytes make parsers throw in many ways; all mean the same here. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch {
    return null
  }
}
