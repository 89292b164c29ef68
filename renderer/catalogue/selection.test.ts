import { expect, test } from 'vitest'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { namedOf } from './selection.ts'

const titles = [1, 2, 3].map((id) => ({ id }) as TitleRow)

test('all that is found is named one by one where an act asks for names', async () => {
  const asked: number[][] = []
  async function load(first: number, last: number) {
    asked.push([first, last])
    return titles.slice(first, last + 1)
  }
  expect(await namedOf({ isAll: true, count: 3, rows: [] }, load)).toEqual(titles)
  expect(asked).toEqual([[0, 2]])
})

test('titles chosen by name are not asked for again, and a list that cannot be had names none', async () => {
  const lost = () => Promise.reject(new Error('engine lost'))
  expect(await namedOf({ isAll: false, count: 2, rows: titles.slice(0, 2) }, lost)).toEqual(
    titles.slice(0, 2),
  )
  expect(await namedOf({ isAll: true, count: 3, rows: [] }, lost)).toBeNull()
})
