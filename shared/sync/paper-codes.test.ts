import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crockford, crockfordBytes } from './crockford.ts'
import { codesOf, joinCodes } from './paper-codes.ts'
import { readRecoveryCode, recoveryBytes, recoveryCodeOf } from './recovery-code.ts'

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 6000 })

it('codes give the same bytes in whatever order they are scanned, twice or among other lines', () => {
  fc.assert(
    fc.property(anyBytes, fc.array(fc.nat(20), { maxLength: 6 }), (bytes, order) => {
      const codes = codesOf(bytes, hash)
      const scanned = [...order.flatMap((at) => codes[at] ?? []), 'https://thuvien.vn', ...codes.toReversed()]
      expect(joinCodes(scanned, hash)).toEqual({ ok: true, bytes })
    }),
    { numRuns: 200 },
  )
})

it('a code that is missing or spoilt is asked for by its number', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 3000, maxLength: 5000 }), fc.nat(), (bytes, nth) => {
      const codes = codesOf(bytes, hash)
      const at = nth % codes.length
      const missing = { ok: false, reason: 'codes_missing', missing: [at + 1] }
      expect(joinCodes(codes.toSpliced(at, 1), hash)).toEqual(missing)
      const spoilt = (codes[at] ?? '').replace(/.$/, (sign) => (sign === '0' ? '1' : '0'))
      expect(joinCodes(codes.toSpliced(at, 1, spoilt), hash)).toEqual(missing)
    }),
    { numRuns: 200 },
  )
})

it('sheets of two packages are not mixed, and no line is no code', () => {
  const [first = ''] = codesOf(Uint8Array.of(1), hash)
  const [second = ''] = codesOf(Uint8Array.of(2), hash)
  expect(joinCodes([first, second], hash)).toEqual({ ok: false, reason: 'codes_mixed' })
  expect(joinCodes(['', 'KHOSACH:1'], hash)).toEqual({ ok: false, reason: 'no_codes' })
})

it('base 32 goes there and back', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(crockfordBytes(crockford(bytes))).toEqual(bytes)
    }),
    { numRuns: 200 },
  )
})

it('a recovery code is read as people type it, and a slip is found at its group', () => {
  const random = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes })
  fc.assert(
    fc.property(random, fc.nat(24), (bytes, at) => {
      const code = recoveryCodeOf(bytes)
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readRecoveryCode(typed)).toEqual({ ok: true, code })
      const place = at + Math.floor(at / 5) * 2
      const slip = code[place] === '7' ? '8' : '7'
      const wrong = code.slice(0, place) + slip + code.slice(place + 1)
      expect(readRecoveryCode(wrong)).toEqual({ ok: false, group: Math.floor(at / 5) + 1 })
    }),
    { numRuns: 300 },
  )
  expect(readRecoveryCode('ABC')).toEqual({ ok: false, group: null })
})
