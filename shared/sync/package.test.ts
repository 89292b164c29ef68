import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedPeriod } from '../periods.ts'
import { base64url, base64urlBytes, utf8, utf8Text } from './bytes.ts'
import { canonicalPayload, packageBytes, packageHash, Payload, readPackage } from './package.ts'
import type { PackageReader, PackageWriter } from './package.ts'

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes)
}

function writerOf({ privateKey, publicKey } = generateKeyPairSync('ed25519')): PackageWriter {
  return {
    sign: (message) => sign(null, message, privateKey),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    compress,
    hash: sha256,
  }
}

const writer = writerOf()
const reader: PackageReader = {
  verify: (message, signature, publicKey) =>
    verify(
      null,
      message,
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
      signature,
    ),
  decompress: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }),
  hash: sha256,
  maxBytes: 1_000_000,
}

const sample: Payload = {
  format: 'khosach-summary',
  formatVersion: 1,
  library: {
    id: '01997d2c-5f00-7000-8000-000000000001',
    code: 'TV-68',
    provinceCode: '68',
    formerProvinceCode: '67',
    name: 'Thư viện tỉnh Lâm Đồng',
  },
  period: { period: '2026-Q3', kind: 'quarter', from: '2026-07-01', to: '2026-09-30' },
  revision: 2,
  epoch: '01997d2c-5f00-7000-8000-000000000002',
  previousHash: null,
  figures: [
    { code: 'M2b.1', version: 1, status: 'known', value: 48_213 },
    { code: 'M2b.3', version: 2, status: 'zero_base', value: null },
    { code: 'M2b.9', version: 1, status: 'not_collected', value: null },
  ],
  definitionsVersion: 1,
  journalHead: { position: 91, hash: sha256(utf8('head')) },
  figuresHash: sha256(utf8('figures')),
  signerRole: 'director',
  signedAt: '2026-10-02T02:15:00.000Z',
  appVersion: '0.1.0',
  schemaVersion: 30,
}
const bytes = packageBytes(sample, writer)

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => Buffer.from(value).toString('hex'))
const text = (maxLength: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: maxLength / 10 })
const figure = fc
  .record({
    status: fc.constantFrom('known', 'zero_base', 'not_applicable', 'not_collected'),
    version: fc.integer({ min: 1, max: 99 }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  })
  .map(({ status, version, number }) => ({ status, version, value: status === 'known' ? number : null }))
const payloads: fc.Arbitrary<Payload> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2200 }),
    name: text(300),
    code: text(40),
    revision: fc.integer({ min: 1, max: 1e6 }),
    id: fc.uuid(),
    previousHash: fc.option(hex),
    figures: fc.array(figure, { maxLength: 40 }),
    position: fc.maxSafeNat(),
    hash: hex,
    kind: fc.constantFrom('-Q1', '-Q3', '-H1', '-H2', '-9M', ''),
    signerRole: fc.constantFrom('director', 'deputy'),
    signedAt: fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2200-01-01') }),
  })
  .map((value) => ({
    ...sample,
    library: { ...sample.library, name: value.name, code: value.code },
    period: sentPeriod(`${value.year}${value.kind}`),
    revision: value.revision,
    epoch: value.id,
    previousHash: value.previousHash,
    figures: value.figures.map((row, index) => ({ code: `M${index}`, ...row }) as Payload['figures'][number]),
    journalHead: { position: value.position, hash: value.hash },
    signerRole: value.signerRole as Payload['signerRole'],
    signedAt: value.signedAt.toISOString(),
  }))

function sentPeriod(text: string): Payload['period'] {
  const { period, kind, from, to } = namedPeriod(text)
  return { period, kind: kind === 'range' ? 'quarter' : kind, from, to }
}

function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, seed)] as const)
  const turn = seed % Math.max(1, entries.length)
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse())
}

function wrap(envelope: string, pack = compress): Uint8Array {
  const body = pack(Buffer.from(envelope))
  return Buffer.concat([Buffer.from(`KHOSACH1\n${sha256(body)}\n`), body])
}

function envelopeOf(payload: unknown, by = writer): string {
  const canonical = canonicalPayload(payload as Payload)
  const signature = base64url(by.sign(utf8(`KHOSACH1\n${canonical}`)))
  return canonicalPayload({ payload, publicKey: base64url(by.publicKey), signature } as unknown as Payload)
}

describe('a package', () => {
  it('reads back as it was written, with its hash and its key', () => {
    expect(readPackage(bytes, reader)).toEqual({
      ok: true,
      payload: sample,
      hash: packageHash(sample, sha256),
      publicKey: new Uint8Array(writer.publicKey),
      keyFingerprint: sha256(writer.publicKey),
    })
  })

  it('reads back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const result = readPackage(packageBytes(payload, writer), reader)
        expect(result).toMatchObject({ ok: true, hash: packageHash(payload, sha256) })
        expect(result.ok && result.payload).toEqual(payload)
      }),
      { numRuns: 300 },
    )
  })

  it('has one hash whatever the order of its keys, and another for another payload', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (payload, seed) => {
        const other = shuffled(payload, seed) as Payload
        expect(packageHash(other, sha256)).toBe(packageHash(payload, sha256))
        expect(packageHash({ ...other, revision: other.revision + 1 }, sha256)).not.toBe(
          packageHash(payload, sha256),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is refused when any one byte differs in any one bit', () => {
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Uint8Array.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        expect(readPackage(flipped, reader).ok, `byte ${at}, bit ${bit}`).toBe(false)
      }
  })

  it('is refused when cut short or lengthened', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        (length, tail) => {
          expect(readPackage(bytes.subarray(0, length), reader).ok).toBe(false)
          expect(readPackage(Buffer.concat([bytes, tail]), reader).ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused when a figure, the key or the signature was changed and the hash line made right again', () => {
    const envelope = JSON.parse(envelopeOf(sample)) as Record<string, string> & { payload: Payload }
    const stranger = writerOf()
    const forged = [
      { ...envelope, payload: { ...sample, revision: 3 } },
      { ...envelope, publicKey: base64url(stranger.publicKey) },
      { ...envelope, signature: base64url(stranger.sign(utf8('KHOSACH1\n'))) },
      { ...envelope, publicKey: 'AAAA' },
      { ...envelope, signature: '' },
      { ...envelope, signature: '*' },
    ]
    expect(readPackage(wrap(canonicalPayload(envelope as never)), reader).ok).toBe(true)
    for (const value of forged)
      expect(readPackage(wrap(canonicalPayload(value as never)), reader)).toEqual({
        ok: false,
        reason: 'package_altered',
      })
  })
})

describe('reading', () => {
  it('never throws on random bytes and takes none for a package', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([Buffer.from('KHOSACH1\n'), tail])),
      fc.uint8Array({ maxLength: 400 }).map((body) => wrap('', () => body)),
      fc.uint8Array({ maxLength: 400 }).map((body) => wrap('', () => zstdCompressSync(body))),
      fc.json().map((value) => wrap(value)),
      fc
        .tuple(fc.json(), fc.string(), fc.string())
        .map(([payload, publicKey, signature]) => wrap(JSON.stringify({ payload, publicKey, signature }))),
    )
    fc.assert(
      fc.property(anything, (value) => {
        expect(readPackage(value, reader).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('tells other files apart from newer packages', () => {
    const reasonOf = (value: Uint8Array) => readPackage(value, reader)
    expect(reasonOf(utf8(''))).toEqual({ ok: false, reason: 'not_a_package' })
    expect(reasonOf(utf8('PK\u0003\u0004'))).toEqual({ ok: false, reason: 'not_a_package' })
    expect(reasonOf(utf8('KHOSACH0\n'))).toEqual({ ok: false, reason: 'not_a_package' })
    expect(reasonOf(utf8('KHOSACH2\nwhatever comes then'))).toEqual({ ok: false, reason: 'package_too_new' })
    expect(reasonOf(utf8('KHOSACH1\n'))).toEqual({ ok: false, reason: 'package_altered' })
    expect(reasonOf(wrap(envelopeOf({ ...sample, formatVersion: 2, more: 1 })))).toEqual({
      ok: false,
      reason: 'package_too_new',
    })
  })

  it('takes no package that carries more than the format knows, though its maker signed it', () => {
    for (const payload of [
      { ...sample, signerName: 'Nguyễn Văn A' },
      { ...sample, library: { ...sample.library, director: 'Nguyễn Văn A' } },
      { ...sample, revision: 0 },
      { ...sample, period: { ...sample.period, to: '2026-12-31' } },
      { ...sample, period: { ...sentPeriod('2026-H1'), kind: 'year' } },
      { ...sample, period: { ...namedPeriod('2026-01-05..2026-02-10') } },
      { ...sample, figures: [sample.figures[0], sample.figures[0]] },
      { ...sample, figures: [{ ...sample.figures[0], value: null }] },
    ])
      expect(readPackage(wrap(envelopeOf(payload)), reader)).toEqual({ ok: false, reason: 'not_a_package' })
  })

  it('takes only canonical JSON', () => {
    const envelope = envelopeOf(sample)
    expect(readPackage(wrap(envelope), reader).ok).toBe(true)
    for (const other of [
      ` ${envelope}`,
      envelope.replace('{', '{"a":1,"a":1,'),
      JSON.stringify(JSON.parse(envelope), null, 1),
    ])
      expect(readPackage(wrap(other), reader)).toEqual({ ok: false, reason: 'not_a_package' })
  })

  it('refuses a small file that unpacks to more than the limit without unpacking it', () => {
    const bomb = wrap('', () =>
      zstdCompressSync(Buffer.alloc(200_000_000), { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
    )
    expect(bomb.length).toBeLessThan(reader.maxBytes)
    const before = process.memoryUsage().rss
    expect(readPackage(bomb, reader)).toEqual({ ok: false, reason: 'not_a_package' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('survives JSON nested too deep', () => {
    expect(readPackage(wrap('['.repeat(200_000) + ']'.repeat(200_000)), reader).ok).toBe(false)
  })
})

it('is not written from a payload that could not be read', () => {
  expect(() => packageBytes({ ...sample, revision: 0 }, writer)).toThrow()
  expect(() => packageBytes({ ...sample, appVersion: '\uD800' }, writer)).toThrow()
})

describe('bytes', () => {
  it('go to base64url and back as Node does it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (value) => {
        expect(base64url(value)).toBe(Buffer.from(value).toString('base64url'))
        expect(base64urlBytes(base64url(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
    for (const text of ['A', 'AB', 'AA=', 'A+/A', 'é']) expect(base64urlBytes(text)).toBeNull()
  })

  it('go to UTF-8 and back as Node does it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (value) => {
        expect(utf8(value)).toEqual(new Uint8Array(Buffer.from(value)))
        expect(utf8Text(utf8(value))).toBe(value)
      }),
      { numRuns: 500 },
    )
    expect(() => utf8Text(Uint8Array.of(0xc0, 0x80))).toThrow()
    expect(() => utf8Text(Uint8Array.of(0xff))).toThrow()
  })
})
