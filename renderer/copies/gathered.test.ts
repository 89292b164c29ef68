import { expect, test } from 'vitest'
import { newIn, together, withCopy } from './gathered.ts'

const copy = (id: number) => ({ id, accessionNumber: `VN.${id}`, title: 'Số đỏ', priceMinor: null })

test('copies chosen go on top of the unfinished list, and none stands in it twice', () => {
  const lists = { gathered: [copy(1), copy(2)], arrived: [copy(2), copy(3)] }
  expect(newIn(lists).map(({ id }) => id)).toEqual([3])
  expect(together(lists).map(({ id }) => id)).toEqual([3, 1, 2])
})

test('a scanned copy goes on top, and a second scan of it changes nothing', () => {
  const list = [copy(1)]
  expect(withCopy(list, copy(2)).map(({ id }) => id)).toEqual([2, 1])
  expect(withCopy(list, copy(1))).toBe(list)
})
