import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Material } from '../../shared/catalogue/title.ts'
import { valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { openShelf, searchOf, shelf, special, type Shelf } from '../../test/support/shelf.ts'

let library: Shelf
let test: TestEngine
let person: Person
let idByName: Map<string, number>
beforeAll(async () => {
  library = await openShelf()
  ;({ test, person, idByName } = library)
})
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const ask = (input: object) => searchOf(library, input)
const found = async (text: string, more: object = {}) =>
  (await ask({ text, ...more })).rows.map((row) => row.title)
const narrowed = async (filters: object) => (await ask({ filters })).rows.map((row) => row.title).toSorted()

describe('the one box', () => {
  it('folds accents and đ', async () => {
    expect(await found('duong ve')).toEqual(['Đường về nhà'])
    expect(await found('dai viet')).toEqual(['Lịch sử Đại Việt'])
    expect(await found('ĐẠI VIỆT')).toEqual(['Lịch sử Đại Việt'])
    expect(await found('đại việt'.normalize('NFD'))).toEqual(['Lịch sử Đại Việt'])
  })

  it('puts exact accents first', async () => {
    expect((await found('đường')).slice(0, 2)).toEqual(['Đường về nhà', 'Con đường'])
    expect((await found('dương'))[0]).toBe('Dương Quý Phi')
    expect(await found('duong')).toHaveLength(5)
  })

  it('finds while the last word is being typed, and only the last', async () => {
    expect(await found('lich s')).toEqual(['Lịch sử Đại Việt'])
    expect(await found('lic su')).toEqual([])
  })

  describe('with i or y', () => {
    const ids: { id: number; rev: number }[] = []
    const names = [
      'Kĩ thuật đan lưới',
      'Kỹ thuật trồng lúa',
      'Sổ tay kỹ thuật',
      'Kinh thuật',
      'Ky thuat so',
      'Kì thuật',
    ]
    beforeAll(async () => {
      for (const title of names) ids.push(valueOf(await person.client.catalogue.addTitle({ title })))
    })
    afterAll(async () => {
      for (const { id, rev } of ids) valueOf(await person.client.catalogue.removeTitle({ id, rev }))
    })

    it('is one word, as typed first', async () => {
      expect(await found('kĩ thuật')).toEqual([
        'Kĩ thuật đan lưới',
        'Kỹ thuật trồng lúa',
        'Sổ tay kỹ thuật',
        'Kì thuật',
        'Ky thuat so',
      ])
      expect((await found('kỹ thuật')).slice(0, 3)).toEqual([
        'Kỹ thuật trồng lúa',
        'Kĩ thuật đan lưới',
        'Sổ tay kỹ thuật',
      ])
      expect(await found('ki thuat')).toHaveLength(5)
      expect(await found('"ky thuat"')).toHaveLength(5)
      expect(await narrowed({ title: 'ki thuat' })).toHaveLength(5)
    })

    it('is no beginning of another word', async () => {
      expect(await found('thuật ky')).not.toContain('Kinh thuật')
      expect(await found('thuật ki')).toContain('Kinh thuật')
    })
  })

  it('takes other alphabets’ letters that look like Đ for it', async () => {
    expect((await found('Ðường về'))[0]).toBe('Đường về nhà')
    const { id, rev, title } = valueOf(await person.client.catalogue.addTitle({ title: 'Ðất lửa' }))
    expect(title).toBe('Đất lửa')
    expect(await found('đất lửa')).toEqual(['Đất lửa'])
    valueOf(await person.client.catalogue.removeTitle({ id, rev }))
  })

  it('finds words in quotation marks together and in their order', async () => {
    expect(await found('"viet su"')).toEqual(['Việt sử lược'])
    expect(await found('“việt sử”')).toEqual(['Việt sử lược'])
    expect(await found('"su viet"')).toEqual([])
    expect(await found('su viet')).toHaveLength(2)
    expect(await found('luoc "viet su"')).toEqual(['Việt sử lược'])
  })

  it('finds words of authors, subjects and publishers, too', async () => {
    expect(await found('le minh')).toEqual(['Dương Quý Phi'])
    expect(await found('tay nguyen')).toEqual(['Sử thi Đam San'])
    expect(await found('y hoc')).toEqual(['Dưỡng sinh'])
    expect(await found('bão')).toEqual(['Sách thuê'])
  })

  it('takes an ISBN in either of its forms, also the second of several', async () => {
    for (const isbn of ['9780306406157', '0306406152', '0-306-40615-2', 'ISBN 978-0-306-40615-7']) {
      expect(await found(isbn)).toEqual(['Lịch sử Đại Việt'])
    }
    expect(await found('080442957X')).toEqual(['Việt sử lược'])
    expect(await found('9786040000019')).toEqual(['Việt sử lược'])
  })

  it('takes quotes, operators and signs for plain text', async () => {
    for (const text of [
      '"',
      'kieu AND',
      'NEAR(',
      '*',
      'a" OR "b',
      "'; drop table title; --",
      '^',
      'title:x',
      '-',
      '""',
    ]) {
      await ask({ text })
    }
    expect(await found('"ngoặc"')).toEqual(['100% "ngoặc"'])
    expect(await found('ngoặc 100')).toEqual(['100% "ngoặc"'])
    expect(await found('%')).toEqual([])
    expect(await found('từ '.repeat(300))).toEqual([])
  })

  it('never finds a title by what only filters ask for', async () => {
    for (const text of ['mbook', '\u{E000}mdigital', 'lvie', 'paper', 'k8', 'd200', 'y2001']) {
      expect(await found(text), text).toEqual(text === 'mbook' ? ['ǂ \u{E000}mbook'] : [])
    }
  })

  it('tells which heading to use instead of a form that leads to it', async () => {
    const kind = 'person' as const
    const heading = { kind, heading: 'Hồ Chí Minh', seeFrom: ['Nguyễn Ái Quốc', 'Nguyễn Tất Thành'] }
    valueOf(await person.client.catalogue.addAuthority(heading))
    expect((await ask({ text: 'nguyen ai quoc' })).instead).toEqual(['Hồ Chí Minh'])
    expect((await ask({ text: 'nguyen ai' })).instead).toEqual([])
    expect((await ask({})).instead).toEqual([])
  })

  it('leaves out what was removed until it is restored', async () => {
    const { id, rev } = valueOf(await person.client.catalogue.addTitle({ title: 'Sông Hương' }))
    const removed = valueOf(await person.client.catalogue.removeTitle({ id, rev }))
    expect(await found('sông hương')).toEqual([])
    const restored = valueOf(await person.client.catalogue.restoreTitle({ id, rev: removed.rev }))
    expect(await found('sông hương')).toEqual(['Sông Hương'])
    valueOf(await person.client.catalogue.removeTitle({ id, rev: restored.rev }))
  })
})

describe('a filter', () => {
  it('of words looks into its own field only', async () => {
    expect(await narrowed({ title: 'duong' })).toHaveLength(5)
    expect(await narrowed({ author: 'đường' })).toEqual(['Đường về nhà'])
    expect(await narrowed({ author: 'nguyen van' })).toEqual(['Lịch sử Đại Việt', 'Đường về nhà'].toSorted())
    expect(await narrowed({ subject: 'suc khoe' })).toEqual(['Dưỡng sinh'])
    expect(await narrowed({ publisher: 'tre' })).toEqual(['Đường về nhà'])
    expect(await narrowed({ title: '"viet su"' })).toEqual(['Việt sử lược'])
  })

  it('of a class number takes its beginning', async () => {
    expect(await narrowed({ ddc: '8' })).toEqual(['Con đường', 'Duong thi', 'Đường về nhà'])
    expect(await narrowed({ ddc: '895.92' })).toEqual(['Con đường', 'Đường về nhà'])
    expect(await narrowed({ ddc: '895.9221' })).toEqual(['Con đường'])
    expect(await narrowed({ ddc: '59' })).toEqual([])
  })

  it('of a call number takes its beginning', async () => {
    expect(await narrowed({ callNumber: '959.7' })).toEqual(['Lịch sử Đại Việt'])
    expect(await narrowed({ callNumber: '895.9221 c' })).toEqual(['Con đường'])
    expect(await narrowed({ callNumber: '7' })).toEqual([])
  })

  it('of years takes both ends in', async () => {
    const years = async (yearFrom: number | null, yearTo: number | null) =>
      (await ask({ filters: { yearFrom, yearTo } })).rows
        .map((row) => row.publishedYear)
        .toSorted((a, b) => Number(a) - Number(b))
    expect(await years(1995, 1999)).toEqual([1995, 1999])
    expect(await years(2000, 2010)).toEqual([2000, 2001, 2010])
    expect(await years(2011, null)).toEqual([2020, 2021])
    expect(await years(null, 1999)).toEqual([1008, 1995, 1999])
    expect(await years(2002, 2001)).toEqual([])
  })

  it('of lists takes any of their values', async () => {
    expect(await narrowed({ languages: ['chi', 'eng'] })).toEqual(['Duong thi', 'Tài liệu số'])
    expect(await narrowed({ materials: ['hannom', 'digital'] })).toEqual(['Duong thi', 'Tài liệu số'])
    expect(await narrowed({ isDigital: true })).toEqual(['Sách thuê', 'Tài liệu số'])
    expect(await narrowed({ isDigital: false })).toHaveLength(shelf.length + special.length - 2)
  })

  it('of an ISBN takes either of its forms or its beginning', async () => {
    expect(await narrowed({ isbn: '0-306-40615-2' })).toEqual(['Lịch sử Đại Việt'])
    expect(await narrowed({ isbn: '978604' })).toEqual(['Việt sử lược'])
  })

  it('of a special class follows what is set and ended', async () => {
    const id = idByName.get('Sử thi Đam San') ?? 0
    const more = { evidence: 'Kiểm kê 2024', setOn: '2024-01-01' }
    valueOf(await person.client.catalogue.setClass({ titleIds: [id], class: 'local_history', ...more }))
    expect(await narrowed({ classes: ['local_history', 'rare'] })).toEqual(['Sử thi Đam San'])
    expect(await narrowed({ classes: ['rare'] })).toEqual([])
    const [entry] = valueOf(await person.client.catalogue.classesOf({ titleId: id }))
    valueOf(await person.client.catalogue.endClass({ id: entry?.id ?? 0, endedOn: '2025-01-01' }))
    expect(await narrowed({ classes: ['local_history'] })).toEqual([])
  })

  it('of an authority or a host takes what hangs on it', async () => {
    const { db } = test.engine.connection
    const { id: authorityId } = await db
      .selectFrom('authority')
      .select('id')
      .where('heading', '=', 'Lê Minh')
      .executeTakeFirstOrThrow()
    expect(await narrowed({ authorityId })).toEqual(['Dương Quý Phi'])
    const hostId = idByName.get('Con đường') ?? 0
    const article = valueOf(
      await person.client.catalogue.addTitle({ title: 'Bài trích', material: 'article', hostId }),
    )
    expect(await narrowed({ hostId })).toEqual(['Bài trích'])
    valueOf(await person.client.catalogue.removeTitle({ id: article.id, rev: article.rev }))
  })

  it('of a day takes the serials taken then and the library’s own digital documents, as the stock counts them', async () => {
    const { catalogue } = person.client
    const added: number[] = []
    const add = async (title: Parameters<typeof catalogue.addTitle>[0]) => {
      const { id } = valueOf(
        await catalogue.addTitle({ addedOn: '2020-01-01', publisher: 'Nhà in', ...title }),
      )
      added.push(id)
      return { id }
    }
    const taken = await add({ title: 'Sông Hương', material: 'serial' })
    await add({ title: 'Tạp chí Xưa', material: 'serial' })
    await add({ title: 'Bản số hóa', material: 'digital', digitalOrigin: 'self' })
    await add({ title: 'Sách mở', material: 'digital', digitalOrigin: 'open' })
    const run = { startsOn: '2022-01-01', endsOn: '2023-12-31', frequency: 'monthly' } as const
    valueOf(await catalogue.setSubscription({ titleId: taken.id, ...run }))
    expect(await narrowed({ publisher: 'nhà in', countedOn: '2022-06-01' })).toEqual([
      'Bản số hóa',
      'Sông Hương',
    ])
    expect(await narrowed({ publisher: 'nhà in', countedOn: '2024-01-01' })).toEqual(['Bản số hóa'])
    expect(await narrowed({ publisher: 'nhà in', countedOn: '2019-12-31' })).toEqual([])
    for (const id of added) {
      const { rev } = valueOf(await catalogue.title({ id }))
      valueOf(await catalogue.removeTitle({ id, rev }))
    }
    const goneSince = async (countedOn: string, materials: Material[] = []) => {
      const { gone } = valueOf(await catalogue.search({ filters: { countedOn, materials } }))
      return [gone.count, gone.titles.map(({ title }) => title)]
    }
    expect(await goneSince('2022-06-01')).toEqual([2, ['Bản số hóa', 'Sông Hương']])
    expect(await goneSince('2022-06-01', ['digital'])).toEqual([1, ['Bản số hóa']])
    expect(await goneSince('2019-12-31')).toEqual([0, []])
    const gone = { count: 0, titles: [] }
    expect(valueOf(await catalogue.search({ text: 'sông hương' }))).toMatchObject({ gone })
  })

  it('narrows a text, and filters narrow one another', async () => {
    expect(await found('duong', { filters: { languages: ['chi'] } })).toEqual(['Duong thi'])
    expect(await found('duong', { filters: { ddc: '895', yearFrom: 2000 } })).toEqual([
      'Đường về nhà',
      'Con đường',
    ])
    expect(await narrowed({ author: 'nguyen', ddc: '959' })).toEqual(['Lịch sử Đại Việt'])
  })
})

describe('copies', () => {
  const byName = (name: string) => idByName.get(name) ?? 0
  let siteId = 0

  beforeAll(async () => {
    const copies = (await test.as('cataloguer')).client.copies
    const administrator = await test.as('administrator')
    const site = valueOf(await administrator.client.copies.addSite({ name: 'Bảo Lộc' }))
    siteId = site.id
    const series = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VL', digits: 6 }))
    const voucher = valueOf(
      await copies.addVoucher({ number: '1', receivedOn: '2026-01-05', source: 'purchase' }),
    )
    const one = { seriesId: series.id, siteId }
    const grid = [
      { ...one, titleId: byName('Con đường'), barcode: 'B0012345' },
      { ...one, titleId: byName('Con đường') },
      { ...one, titleId: byName('Dưỡng sinh') },
    ]
    const { ids } = valueOf(await copies.accession({ voucherId: voucher.id, copies: grid }))
    valueOf(await copies.cancelCopies({ copyIds: ids.slice(2), reason: 'nhầm' }))
  })

  it('in stock are counted in each row', async () => {
    const { rows } = await ask({})
    expect(rows.find((row) => row.title === 'Con đường')?.copies).toBe(2)
    expect(rows.find((row) => row.title === 'Dưỡng sinh')?.copies).toBe(0)
  })

  it('narrow by site, by being there, by number and by barcode', async () => {
    expect(await narrowed({ siteIds: [siteId] })).toEqual(['Con đường'])
    expect(await narrowed({ siteIds: [siteId + 1] })).toEqual([])
    expect(await narrowed({ hasCopies: true })).toEqual(['Con đường'])
    expect(await narrowed({ hasCopies: false })).toHaveLength(shelf.length + special.length - 1)
    for (const accessionNumber of ['VL000001', 'vl000001', '1', '000001']) {
      expect(await narrowed({ accessionNumber }), accessionNumber).toEqual(['Con đường'])
    }
    expect(await narrowed({ barcode: 'B0012345' })).toEqual(['Con đường'])
    expect(await found('duong', { filters: { siteIds: [siteId] } })).toEqual(['Con đường'])
  })

  it('are found by a code in the box', async () => {
    expect(await found('B0012345')).toEqual(['Con đường'])
    expect(await found('VL000002')).toEqual(['Con đường'])
  })
})
