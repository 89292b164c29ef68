import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Filters, Search } from '../../shared/catalogue/contract.ts'
import { fold, words } from '../../shared/fold.ts'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { openShelf, searchOf, shelf, type Shelf } from '../../test/support/shelf.ts'
import { selectedIds } from './index.ts'

let library: Shelf
let test: TestEngine
let person: Person
beforeAll(async () => {
  library = await openShelf()
  ;({ test, person } = library)
})
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const ask = (input: object) => searchOf(library, input)

it('of a catalogue of any size is walked to its end', async () => {
  const large = await openTestEngine()
  const { raw, db } = large.engine.connection
  const triggers = raw.prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'title'")
  for (const name of triggers.pluck().all()) raw.exec(`drop trigger "${String(name)}"`)
  const titles = 150_000
  raw.exec(`insert into title (title, subtitle, responsibility, publisher, isbn, language, ddc, note, addedOn, createdAt,
      updatedAt, sortKey, foldedTitle)
    with recursive number(n) as (select 1 union all select n + 1 from number where n < ${titles})
    select 'T', '', '', '', '', 'vie', '', '', '2020-01-01', '', '', printf('%07d', n), '' from number`)
  const search = Search.parse({ sort: 'title' })
  expect(await selectedIds(db, { search }, { limit: 1_000_000 })).toHaveLength(titles)
  await large.close()
})

describe('an order', () => {
  const inOrder = async (sort: string, filters: object = {}) =>
    (await ask({ sort, filters, limit: 200 })).rows.map((row) => row.title)

  it('of titles is the Vietnamese alphabet', async () => {
    expect(await inOrder('title', { title: 'd' })).toEqual([
      'Con đường',
      'Duong thi',
      'Dương Quý Phi',
      'Dưỡng sinh',
      'Đường về nhà',
      'Lịch sử Đại Việt',
      'Sử thi Đam San',
    ])
  })

  it('of authors and call numbers puts last what has none', async () => {
    expect((await inOrder('author')).slice(0, 4)).toEqual([
      'Dương Quý Phi',
      'Lịch sử Đại Việt',
      'Đường về nhà',
      'Con đường',
    ])
    expect(await inOrder('call_number', { ddc: '8' })).toEqual(['Duong thi', 'Con đường', 'Đường về nhà'])
    expect(
      (await inOrder('call_number'))
        .slice(-3)
        .every((title) => !shelf.find((each) => each.title === title)?.ddc),
    ).toBe(true)
  })

  it('of years and of days of entry begins with the newest', async () => {
    const years = (await ask({ sort: 'year', limit: 200 })).rows.map((row) => row.publishedYear)
    const known = years.filter((year) => year !== null)
    expect(known).toEqual(known.toSorted((a, b) => b - a))
    expect(years.slice(known.length).every((year) => year === null)).toBe(true)
    const ids = (await ask({ sort: 'newest', limit: 200 })).rows.map((row) => row.id)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  })

  it('tells where a letter or a call number begins', async () => {
    for (const [sort, from] of [
      ['title', 'D'],
      ['title', 'đ'],
      ['author', 'Nguyễn'],
      ['call_number', '9'],
    ] as const) {
      const { offset } = valueOf(await person.client.catalogue.placeInList({ sort, from }))
      const rows = (await ask({ sort, offset, limit: 1 })).rows
      expect(rows[0]?.title).toBe(
        { D: 'Duong thi', đ: 'Đường về nhà', Nguyễn: 'Lịch sử Đại Việt', 9: 'Dương Quý Phi' }[from],
      )
    }
  })

  it('is the same whether read whole or page by page', async () => {
    for (const sort of ['relevance', 'title', 'author', 'call_number', 'year', 'newest']) {
      for (const search of [
        {},
        { text: 'd' },
        { filters: { languages: ['vie'] } },
        { filters: { hasCopies: false } },
      ]) {
        const whole = await ask({ ...search, sort, limit: 200 })
        const pages = []
        for (let offset = 0; offset < whole.total.count; offset += 3) {
          pages.push(...(await ask({ ...search, sort, offset, limit: 3 })).rows)
        }
        expect(pages).toEqual(whole.rows)
        expect(whole.rows).toHaveLength(whole.total.count)
        expect((await ask({ ...search, sort, offset: whole.total.count + 5 })).rows).toEqual([])
      }
    }
  })
})

describe('facets', () => {
  it('count the hits by each of their values', async () => {
    const facets = valueOf(await person.client.catalogue.facets({ text: 'duong' }))
    expect(facets.total).toEqual({ count: 5, isExact: true })
    expect(facets.isEstimate).toBe(false)
    expect(facets.materials).toEqual([
      { key: 'book', count: 4 },
      { key: 'hannom', count: 1 },
    ])
    expect(facets.languages).toEqual([
      { key: 'vie', count: 4 },
      { key: 'chi', count: 1 },
    ])
    expect(facets.ddc).toEqual([
      { key: '8', count: 3 },
      { key: '6', count: 1 },
      { key: '9', count: 1 },
    ])
    expect(facets.decades).toEqual([
      { key: '1990', count: 2 },
      { key: '2000', count: 1 },
      { key: '2010', count: 1 },
      { key: '2020', count: 1 },
    ])
    expect(facets.sites).toEqual([])
    expect(facets.digital).toEqual([{ key: 'false', count: 5 }])
  })

  it('sum up to all titles without a search', async () => {
    const { total, materials, languages, ddc } = valueOf(await person.client.catalogue.facets({}))
    for (const values of [materials, languages, ddc]) {
      expect(values.reduce((sum, each) => sum + each.count, 0)).toBe(total.count)
    }
  })
})

describe('a selection', () => {
  it('is all that a search finds, in its order, or what was chosen one by one', async () => {
    const { db } = test.engine.connection
    const search = {
      text: 'duong',
      sort: 'relevance' as const,
      filters: Filters.parse({}),
    }
    const rows = (await ask({ text: 'duong' })).rows.map((row) => row.id)
    expect(await selectedIds(db, { search }, { limit: 100 })).toEqual(rows)
    expect(await selectedIds(db, { search }, { limit: 2 })).toEqual(rows.slice(0, 2))
    expect(await selectedIds(db, { ids: [3, 1, 2] }, { limit: 2 })).toEqual([3, 1])
  })
})

it('whatever words are typed, every title that has them all is found', async () => {
  const all = (await ask({ limit: 200 })).rows
  const vocabulary = [...new Set(all.flatMap((row) => words(`${row.title} ${row.authors}`)))]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (typed, isFolded) => {
        const text = isFolded ? typed.map(fold).join(' ') : typed.join('  ')
        const titles = new Set((await ask({ text, limit: 200 })).rows.map((row) => row.id))
        for (const row of all) {
          const own = new Set(words(fold(`${row.title} ${row.part} ${row.subtitle} ${row.authors}`)))
          if (typed.every((word) => own.has(fold(word))))
            expect(titles.has(row.id), `${text}: ${row.title}`).toBe(true)
        }
      },
    ),
    { numRuns: 100 },
  )
})
