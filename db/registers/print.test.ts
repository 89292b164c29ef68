import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnIndex, linesPerPage } from '../../shared/registers/rules.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { pagesOf } from './pages.ts'

let folder: string
let test: TestEngine
let clerk: Person

beforeEach(async () => {
  folder = testFolder()
  test = await openTestEngine({ dataDir: folder })
  clerk = await test.as('cataloguer')
  const { catalogue, copies } = clerk.client
  const titleId = valueOf(await catalogue.addTitle({ title: 'Truyện Kiều', authors: 'Nguyễn Du' })).id
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2026-03-01', source: 'purchase' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 10_000 }
  valueOf(
    await copies.accession({ voucherId: 1, copies: Array.from({ length: linesPerPage + 3 }, () => line) }),
  )
  valueOf(await copies.updateCopy({ id: 2, rev: 1, priceMinor: 15_000 }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const printed = (input: object) =>
  finishedJob(clerk, 'registers.printBook', { bookId: 1, format: 'pdf', ...input })

async function print(format: 'pdf' | 'xlsx'): Promise<Buffer> {
  const { file } = (await printed({ format })).output as { file: { token: string } }
  return readFileSync(join(folder, 'exchange', file.token))
}

describe('a printed book', () => {
  it('has the same bytes each time, in both formats', async () => {
    const first = [await print('pdf'), await print('xlsx')]
    // A file's time stamps count in seconds, a zip's in pairs of them.
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await print('pdf')).equals(first[0] ?? Buffer.of())).toBe(true)
    expect((await print('xlsx')).equals(first[1] ?? Buffer.of())).toBe(true)
  })

  it('has as many pages as asked for, and refuses others', async () => {
    expect((await printed({})).output).toMatchObject({ pages: 2 })
    expect((await printed({ fromPage: 2 })).output).toMatchObject({ pages: 1 })
    expect((await printed({ fromPage: 3 })).error).toMatchObject({
      code: 'pages_wrong',
      details: { pages: 2 },
    })
    expect((await printed({ fromPage: 2, toPage: 1 })).error).toMatchObject({ code: 'pages_wrong' })
  })

  it('counts a line put right once, and carries sums forward', async () => {
    const book = valueOf(await clerk.client.registers.book({ id: 1 }))
    const price = columnIndex('individual', 'price')
    const sums: (number | null | undefined)[][] = []
    for await (const page of pagesOf(test.engine.connection.db, book, { from: 1, to: 2 }))
      sums.push([page.before[price], page.own[price], page.lines.filter(({ isStruck }) => isStruck).length])
    expect(sums).toEqual([
      [0, 10_000 * (linesPerPage - 1), 1],
      [10_000 * (linesPerPage - 1), 3 * 10_000 + 15_000, 0],
    ])
  })
})
