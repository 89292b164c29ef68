import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine()
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Title = InputOf<SpecOf<'catalogue.addTitle'>>
type Product = InputOf<SpecOf<'products.addProduct'>>

const forest: Title = {
  title: 'Đất rừng phương Nam',
  authors: 'Đoàn Giỏi',
  responsibility: 'Đoàn Giỏi',
  ddc: '895.922334',
  publishedYear: 2020,
  subjects: 'Văn học thiếu nhi; Việt Nam',
  summary: 'Cuộc phiêu lưu của cậu bé An.',
}
const hue: Title = { title: 'Ấn tượng Huế', authors: 'Bửu Ý', ddc: '959.749', publishedYear: 2019 }
const songs: Title = { title: 'Ca dao Nam Bộ', material: 'audiovisual' }
const town: Title = {
  title: 'An Giang xưa',
  authors: 'Đoàn Giỏi; Bửu Ý',
  ddc: '959.791',
  publishedYear: 2020,
}

async function titles(...all: Title[]): Promise<number[]> {
  const ids: number[] = []
  for (const each of all) ids.push(valueOf(await cataloguer.client.catalogue.addTitle(each)).id)
  return ids
}
async function product(ids: number[], more: Partial<Product> = {}) {
  const input = { kind: 'bibliography' as const, name: 'Thư mục địa chí', selection: { ids }, ...more }
  return valueOf(await cataloguer.client.products.addProduct(input))
}
async function entries(productId: number) {
  return valueOf(await cataloguer.client.products.entries({ productId })).rows
}
const groups = async (id: number) =>
  (await entries(id)).map(({ group, entry }) => [group, entry.slice(0, 10)])

describe('entries of a product', () => {
  it('stand by class, then alphabetically by what they begin with, and are numbered through', async () => {
    const { id } = await product(await titles(songs, town, hue, forest))
    expect(
      (await entries(id)).map(({ number, group, heading }) => [number, group.slice(0, 3), heading]),
    ).toEqual([
      [1, '800', 'Đoàn Giỏi'],
      [2, '900', 'Bửu Ý'],
      [3, '900', 'Đoàn Giỏi'],
      [4, 'Tài', ''],
    ])
  })

  it('stand by what the product is grouped by; what says nothing of it comes last', async () => {
    const ids = await titles(songs, town, hue, forest)
    const by = async (groupBy: Product['groupBy']) => groups((await product(ids, { groupBy })).id)
    expect(await by('year')).toEqual([
      ['Năm 2020', 'An Giang x'],
      ['Năm 2020', 'Đất rừng p'],
      ['Năm 2019', 'Ấn tượng H'],
      ['Tài liệu không rõ năm xuất bản', 'Ca dao Nam'],
    ])
    expect((await by('author')).map(([group]) => group)).toEqual([
      'Bửu Ý',
      'Đoàn Giỏi',
      'Đoàn Giỏi',
      'Tài liệu không ghi tác giả',
    ])
    expect((await by('subject'))[0]).toEqual(['Văn học thiếu nhi', 'Đất rừng p'])
    expect((await by('material')).at(-1)).toEqual(['Tài liệu nghe nhìn', 'Ca dao Nam'])
    expect((await by('none')).map(([group]) => group)).toEqual(['', '', '', ''])
  })

  it('tell what a document is about only where the product asks for it', async () => {
    const ids = await titles(forest)
    const [told] = await entries((await product(ids)).id)
    expect(told?.summary).toBe('Tóm tắt: Cuộc phiêu lưu của cậu bé An.')
    const [untold] = await entries((await product(ids, { hasSummaries: false })).id)
    expect(untold?.summary).toBe('')
  })

  it('of an article say what it stands in', async () => {
    const [hostId = 0] = await titles({ title: 'Tạp chí Sông Hương', material: 'serial' })
    const article: Title = { title: 'Lăng tẩm Huế', material: 'article', hostId, publishedYear: 2012 }
    const { id } = await product(await titles(article), { kind: 'articles' })
    expect((await entries(id))[0]?.entry).toBe('Lăng tẩm Huế // Tạp chí Sông Hương. - 2012')
  })

  it('follow the catalogue until the product is issued, and stay as they were from then on', async () => {
    const [titleId = 0] = await titles(forest)
    const { id, rev } = await product([titleId])
    const change = async (title: string, titleRev: number) =>
      valueOf(await cataloguer.client.catalogue.updateTitle({ ...forest, title, id: titleId, rev: titleRev }))
    await change('Đất rừng', 1)
    expect((await entries(id))[0]?.entry).toContain('Đất rừng /')
    const issued = valueOf(await cataloguer.client.products.issueProduct({ id, rev, issuedOn: '2026-11-10' }))
    const changed = await change('Tên khác', 2)
    valueOf(await cataloguer.client.catalogue.removeTitle({ id: titleId, rev: changed.rev }))
    expect((await entries(id))[0]?.entry).toContain('Đất rừng /')
    expect(valueOf(await cataloguer.client.products.product({ id })).titles).toBe(1)

    valueOf(await cataloguer.client.products.reopenProduct({ id, rev: issued.rev }))
    expect(await entries(id)).toEqual([])
    expect(valueOf(await cataloguer.client.products.product({ id })).titles).toBe(0)
  })

  it('are shown a page at a time', async () => {
    const { id } = await product(await titles(songs, town, hue, forest))
    const page = valueOf(await cataloguer.client.products.entries({ productId: id, offset: 1, limit: 2 }))
    expect(page.rows.map(({ number }) => number)).toEqual([2, 3])
    expect(page.total).toEqual({ count: 4, isExact: true })
  })
})

describe('a product', () => {
  it('takes all that a search finds', async () => {
    await titles(songs, town, hue, forest)
    const selection = { search: { text: 'đoàn giỏi' } }
    expect((await product([], { selection })).titles).toBe(2)
  })

  it('takes no title that is out of stock', async () => {
    const [titleId = 0] = await titles(songs)
    valueOf(await cataloguer.client.catalogue.removeTitle({ id: titleId, rev: 1 }))
    expect((await product([titleId, 404])).titles).toBe(0)
  })

  it('is listed page by page, the newest first', async () => {
    for (const name of ['Một', 'Hai', 'Ba']) await product([], { name, selection: null })
    const first = valueOf(await cataloguer.client.products.list({ limit: 2 }))
    expect(first.rows.map(({ name }) => name)).toEqual(['Ba', 'Hai'])
    const second = valueOf(await cataloguer.client.products.list({ limit: 2, cursor: first.next }))
    expect([second.rows.map(({ name }) => name), second.next]).toEqual([['Một'], null])
  })

  it('goes with its list of titles, but never once it is issued', async () => {
    const { id, rev } = await product(await titles(songs))
    const issued = valueOf(await cataloguer.client.products.issueProduct({ id, rev, issuedOn: '2026-11-10' }))
    const remove = (at: number) => cataloguer.client.products.removeProduct({ id, rev: at })
    expect(codeOf(await remove(issued.rev))).toBe('product_issued')
    const reopened = valueOf(await cataloguer.client.products.reopenProduct({ id, rev: issued.rev }))
    valueOf(await remove(reopened.rev))
    expect(codeOf(await cataloguer.client.products.product({ id }))).toBe('product_not_found')
  })

  it('becomes a file named after it', async () => {
    const { id } = await product(await titles(songs, town, hue, forest), { name: 'Đồng Nai – đất & người' })
    const { state, output } = await finishedJob(cataloguer, 'products.produce', { id, format: 'pdf' })
    expect({ state, output }).toMatchObject({
      state: 'done',
      output: { file: { name: 'dong-nai-dat-nguoi.pdf' } },
    })
  })
})

describe('what was issued', () => {
  const autumn = { period: '2026-Q4' }
  const figure = async (code: string, quarter = autumn) => {
    const { client } = await test.as('director')
    const { values } = valueOf(await client.indicators.list(quarter))
    const { status, value } = values.find((each) => each.code === code) ?? expect.unreachable(code)
    return status === 'known' ? value : status
  }
  const issue = async (kind: Product['kind'], issuedOn: string) => {
    const { id, rev } = await product(await titles({ ...forest, title: `${kind} ${issuedOn}` }), { kind })
    return valueOf(await cataloguer.client.products.issueProduct({ id, rev, issuedOn }))
  }

  it('has no figure until something is, and is then counted by kind on the day of issue', async () => {
    await product(await titles(hue))
    expect(await figure('M2c.01a')).toBe('not_collected')
    await issue('bibliography', '2026-10-01')
    await issue('bibliography', '2026-11-09')
    const last = await issue('articles', '2026-09-30')
    const codes = ['M2c.01a', 'M2c.01b', 'M2c.01c', 'M2c.01d']
    const counted = (quarter = autumn) => Promise.all(codes.map((code) => figure(code, quarter)))
    expect(await counted()).toEqual([2, 0, 0, 0])
    const summer = await figure('M2c.01c', { period: '2026-Q3' })
    expect(summer).toBe(1)
    valueOf(await cataloguer.client.products.reopenProduct({ id: last.id, rev: last.rev }))
    expect(await figure('M2c.01c', { period: '2026-Q3' })).toBe(0)
  })

  it('opens the products that a figure counts', async () => {
    const { id, name } = await issue('review', '2026-10-10')
    const { client } = await test.as('director')
    const { rows } = valueOf(await client.indicators.explain({ code: 'M2c.01b', ...autumn }))
    expect(rows).toMatchObject([{ tableName: 'product', rowId: id, label: name, detail: '10/10/2026' }])
  })
})
