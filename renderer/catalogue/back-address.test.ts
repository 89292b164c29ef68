import { expect, test } from 'vitest'
import { addressIn } from './back-address.ts'

const asked = (back: string) => addressIn(new URLSearchParams({ back }), 'back')

test('a page of the program is gone back to', () => {
  expect(asked('/copies/vouchers/5')).toBe('/copies/vouchers/5')
})

test.each(['', 'https://vi-du.vn', '//vi-du.vn/a', 'copies', '/copies?x=//y', 'javascript:alert(1)'])(
  '%j is no such page',
  (back) => {
    expect(asked(back)).toBeNull()
  },
)
