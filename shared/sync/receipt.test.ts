import { createHmac, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorization, readAuthorization, requestMessage } from './protocol.ts'
import { readReceipt, receiptBytes, type Receipt } from './receipt.ts'
import { readTelephoneCode, telephoneCode } from './telephone-code.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const receipt: Receipt = {
  format: 'khosach-receipt',
  formatVersion: 1,
  packageHash: 'a'.repeat(64),
  libraryId: '01997d2c-5f00-7000-8000-000000000001',
  epoch: '01997d2c-5f00-7000-8000-000000000002',
  revision: 1,
  period: { from: '2026-07-01', to: '2026-09-30' },
  outcome: 'accepted',
  receivedAt: '2026-10-05T01:02:03.000Z',
  receiver: { name: 'Vụ Thư viện', keyFingerprint: 'b'.repeat(64) },
  telephoneCode: '0000-0000-0',
}
const bytes = receiptBytes(receipt, (message) => sign(null, message, privateKey))
const verifyWith = (key: typeof publicKey) => (message: Uint8Array, signature: Uint8Array) =>
  verify(null, message, key, signature)

function codeOf(packageHash: string, key: Uint8Array): string {
  return telephoneCode(packageHash, (message) => createHmac('sha256', key).update(message).digest())
}

const digit = fc.integer({ min: 0, max: 15 }).map((value) => value.toString(16))
const anyHash = fc.array(digit, { minLength: 64, maxLength: 64 }).map((found) => found.join(''))

describe('a receipt', () => {
  it('reads back as it was written, by the key of its receiver alone', () => {
    expect(readReceipt(bytes, verifyWith(publicKey))).toEqual({ ok: true, receipt })
    expect(readReceipt(bytes, verifyWith(stranger.publicKey))).toEqual({
      ok: false,
      reason: 'receipt_altered',
    })
  })

  it('is refused when any one byte differs, or when it is cut short', () => {
    for (let at = 0; at < bytes.length - 1; at++) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(readReceipt(changed, verifyWith(publicKey)).ok, `byte ${at}`).toBe(false)
      expect(readReceipt(bytes.subarray(0, at), verifyWith(publicKey)).ok, `length ${at}`).toBe(false)
    }
  })

  it('is never taken from random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
        expect(readReceipt(value, verifyWith(publicKey)).ok).toBe(false)
      }),
    )
  })
})

describe('a telephone code', () => {
  it('is read as it is heard: small letters, O, I and L, spaces', () => {
    fc.assert(
      fc.property(anyHash, fc.uint8Array({ minLength: 32, maxLength: 32 }), (packageHash, key) => {
        const code = codeOf(packageHash, key)
        expect(code).toMatch(/^.{4}-.{4}-.$/)
        expect(readTelephoneCode(code)).toBe(code)
        const heard = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readTelephoneCode(heard)).toBe(code)
      }),
    )
  })

  it('shows one wrong sign and two exchanged neighbours', () => {
    fc.assert(
      fc.property(
        anyHash,
        fc.nat(7),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (packageHash, at, sign) => {
          const code = codeOf(packageHash, randomBytes(32)).replaceAll('-', '')
          if (code[at] !== sign)
            expect(readTelephoneCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull()
          const swapped = [...code]
          ;[swapped[at], swapped[at + 1]] = [code[at + 1] ?? '', code[at] ?? '']
          if (at < 7 && code[at] !== code[at + 1]) expect(readTelephoneCode(swapped.join(''))).toBeNull()
        },
      ),
    )
  })
})

describe('a signed request', () => {
  const facts = { method: 'get', path: '/v1/messages?after=3', at: '2026-10-05T01:02:03.000Z' }
  const nonce = 'AAAAAAAAAAAAAAAAAAAAAA'

  it('reads back as it was written, and no other header does', () => {
    const sig = Buffer.alloc(64).toString('base64url')
    const signed = { key: 'c'.repeat(64), at: facts.at, nonce, sig }
    const header = authorization(signed)
    expect(readAuthorization(header)).toEqual(signed)
    for (const other of [
      undefined,
      '',
      'Bearer x',
      `${header},`,
      header.replace('v=1', 'v=2'),
      header.slice(0, -1),
    ])
      expect(readAuthorization(other)).toBeNull()
  })

  it('signs method, path, time, nonce and body, each on its line', () => {
    const message = requestMessage({ ...facts, nonce, bodyHash: 'd'.repeat(64) })
    expect(Buffer.from(message).toString()).toBe(
      `KHOSACH-REQUEST1\nGET\n/v1/messages?after=3\n${facts.at}\n${nonce}\n${'d'.repeat(64)}`,
    )
  })
})
