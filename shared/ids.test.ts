import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { uuidV7 } from './ids.ts'

const randomness = fc.uint8Array({ minLength: 16, maxLength: 16 })
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 })

it('is a UUID of version 7 that carries its instant', () => {
  fc.assert(
    fc.property(instants, randomness, (atMs, random) => {
      const id = uuidV7(atMs, random)
      expect(z.uuidv7().safeParse(id).success).toBe(true)
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(atMs)
    }),
  )
})

it('sorts by instant as plain text', () => {
  fc.assert(
    fc.property(instants, instants, randomness, randomness, (first, second, a, b) => {
      fc.pre(first !== second)
      expect(uuidV7(first, a) < uuidV7(second, b)).toBe(first < second)
    }),
  )
})

it('differs with the bytes given, and is the same for the same bytes', () => {
  const at = Date.parse('2026-07-01T00:00:00Z')
  const one = Uint8Array.from({ length: 16 }, (_, i) => i)
  const other = Uint8Array.from({ length: 16 }, (_, i) => i + 1)
  expect(uuidV7(at, one)).toBe('019f1af9-b400-7607-8809-0a0b0c0d0e0f')
  expect(uuidV7(at, one)).toBe(uuidV7(at, one))
  expect(uuidV7(at, other)).not.toBe(uuidV7(at, one))
})
