import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { dimensions, type Dimension, type Figures } from '../../shared/stock/contract.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, signQuarter } from '../../test/support/signed.ts'
import { partOf } from '../../test/documents/zip.ts'
import { writeHistory } from '../../test/support/history.ts'

let test: TestEngine
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const today = '2026-11-10'
const figures = async (asOf = today) => valueOf(await cataloguer.client.stock.figures({ asOf }))
const opening = async () => valueOf(await cataloguer.client.stock.opening({}))
const cell = { siteId: 1, material: 'book', language: 'vie', ddc: '8', source: 'purchase' } as const

async function setOpening(
  rows: Parameters<Person['client']['stock']['setOpening']>[0]['rows'],
  asOf = '2026-01-01',
) {
  const { version } = await opening()
  return cataloguer.client.stock.setOpening({ asOf, rows, version })
}
async function voucher(isOpening: boolean, receivedOn: string, number = `${receivedOn} ${isOpening}`) {
  const fields = { number, receivedOn, source: 'purchase', isOpening } as const
  return valueOf(await cataloguer.client.copies.addVoucher(fields))
}
async function title(name = 'Tắt đèn', ddc = '895.922') {
  return valueOf(await cataloguer.client.catalogue.addTitle({ title: name, ddc, addedOn: '2020-01-01' }))
}
async function accession(voucherId: number, titleId: number, copies: number, siteId = 1) {
  const lines = Array.from({ length: copies }, () => ({ titleId, seriesId: 1, siteId }))
  return valueOf(await cataloguer.client.copies.accession({ voucherId, copies: lines })).ids
}
async function beginLibrary() {
  valueOf(await cataloguer.client.copies.addSite({ name: 'Cơ sở 2' }))
  valueOf(await cataloguer.client.copies.addSeries({ name: 'Sách', prefix: 'VN' }))
}

const filterOf: Record<Dimension, (key: string) => Partial<CopyFilters>> = {
  ddc: (ddc) => ({ ddc }),
  language: (language) => ({ language }),
  material: (material) => ({ material }),
  source: (source) => ({ source: source as CopyFilters['source'] }),
  site: (siteId) => ({ siteId: Number(siteId) }),
  condition: (condition) => ({ condition: condition as CopyFilters['condition'] }),
  year: (decade) => ({ decade }),
  class: (named) => ({ class: named }),
}

describe('figures of a day', () => {
  it('are what the list of copies finds behind each of them, on any day of a random history', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const days = await writeHistory(test, seed)
      for (const asOf of days) {
        const found = await figures(asOf)
        for (const dimension of dimensions) await expectListed(found, dimension)
        const { total } = valueOf(await cataloguer.client.copies.search({ filters: { asOf } }))
        expect(found.copies - found.openingCopies).toBe(total.count)
        expectSums(found)
      }
    }
  }, 60_000)

  it('know where a copy stood and how it was on the day, and that it has left', async () => {
    await beginLibrary()
    const book = await title()
    const { id } = await voucher(false, '2026-02-01')
    const copyIds = await accession(id, book.id, 4)
    const [first = 0, second = 0] = copyIds
    const { copies } = cataloguer.client
    valueOf(await copies.moveCopies({ copyIds: [first], siteId: 2, movedOn: '2026-03-01' }))
    valueOf(await copies.setCondition({ copyIds: [first], condition: 'worn', on: '2026-04-01' }))
    const decision = { decisionNumber: '1', decidedOn: '2026-05-01', withdrawnOn: '2026-05-01' }
    valueOf(
      await copies.withdraw({ ...decision, ground: 'damaged', copyIds: [second], isAboveLimitMeant: true }),
    )
    const parts = async (asOf: string) => {
      const { by } = await figures(asOf)
      return [...by.site, ...by.condition].map((slice) => [slice.key, slice.copies])
    }
    expect(await parts('2026-01-31')).toEqual([])
    expect(await parts('2026-02-28')).toEqual([
      ['1', 4],
      ['good', 4],
    ])
    expect(await parts('2026-03-01')).toEqual([
      ['1', 3],
      ['2', 1],
      ['good', 4],
    ])
    expect(await parts('2026-04-01')).toEqual([
      ['1', 3],
      ['2', 1],
      ['good', 3],
      ['worn', 1],
    ])
    expect(await parts('2026-05-01')).toEqual([
      ['1', 2],
      ['2', 1],
      ['good', 2],
      ['worn', 1],
    ])
  })

  it('are counted anew once anything was recorded', async () => {
    await beginLibrary()
    const book = await title()
    const { id } = await voucher(false, '2026-02-01')
    expect((await figures()).copies).toBe(0)
    await accession(id, book.id, 2)
    expect((await figures()).copies).toBe(2)
  })

  it('leave as a workbook and as a paper under the library’s name', async () => {
    await writeHistory(test, 1)
    const xlsx = await fileFrom(test, cataloguer, 'stock.exportFigures', { asOf: today, format: 'xlsx' })
    expect(xlsx.name).toBe('so-lieu-von-tai-lieu-2026-11-10.xlsx')
    expect(partOf(xlsx.bytes, 'xl/sharedStrings.xml')).toContain('Theo lớp phân loại DDC')
    const pdf = await finishedJob(cataloguer, 'stock.exportFigures', { asOf: today, format: 'pdf' })
    expect(pdf.state).toBe('done')
  })
})

async function expectListed({ asOf, by }: Figures, dimension: Dimension): Promise<void> {
  for (const { key, copies, openingCopies } of by[dimension]) {
    // What only balances stand for has no copies to list.
    if (copies === openingCopies) continue
    const filters = { ...filterOf[dimension](key), asOf }
    const { total } = valueOf(await cataloguer.client.copies.search({ filters }))
    expect({ asOf, dimension, key, copies: total.count }).toEqual({
      asOf,
      dimension,
      key,
      copies: copies - openingCopies,
    })
  }
}

function expectSums(found: Figures): void {
  const sumOf = (dimension: Dimension) => found.by[dimension].reduce((sum, { copies }) => sum + copies, 0)
  for (const dimension of dimensions) {
    if (dimension !== 'class')
      expect({ dimension, sum: sumOf(dimension) }).toEqual({ dimension, sum: found.copies })
  }
  for (const dimension of ['ddc', 'language', 'material', 'year'] as const) {
    expect(found.by[dimension].reduce((sum, { titles }) => sum + titles, 0)).toBe(found.titles)
  }
}

describe('an opening balance', () => {
  beforeEach(beginLibrary)

  it('counts from its day on, and gives way to copies registered one by one', async () => {
    valueOf(await setOpening([{ ...cell, titles: 5, copies: 10 }]))
    expect((await figures('2025-12-31')).copies).toBe(0)
    const book = await title()
    const { id } = await voucher(true, '2026-03-01')
    for (const [registered, total] of [
      [4, 10],
      [6, 10],
      [3, 13],
    ] as const) {
      await accession(id, book.id, registered)
      expect(await figures()).toMatchObject({ copies: total })
    }
    expect((await opening()).rows).toMatchObject([{ registered: 13, remaining: 0 }])
    // Before the voucher's day nothing had been registered yet.
    expect(await figures('2026-02-01')).toMatchObject({ copies: 10, openingCopies: 10 })
  })

  it('is filled where the copy stood, wherever it went since, and stays filled when the copy goes', async () => {
    valueOf(await setOpening([{ ...cell, titles: 2, copies: 3 }]))
    const book = await title()
    const { id } = await voucher(true, '2026-03-01')
    const copyIds = await accession(id, book.id, 2)
    const { copies } = cataloguer.client
    valueOf(await copies.moveCopies({ copyIds, siteId: 2, movedOn: '2026-04-01' }))
    expect(await figures()).toMatchObject({ copies: 3, openingCopies: 1 })
    const decision = { decisionNumber: '1', decidedOn: '2026-05-01', withdrawnOn: '2026-05-01' }
    valueOf(await copies.withdraw({ ...decision, ground: 'lost', copyIds, isAboveLimitMeant: true }))
    expect(await figures()).toMatchObject({ copies: 1, openingCopies: 1 })
  })

  it('is filled again by nobody where a copy was entered by mistake', async () => {
    valueOf(await setOpening([{ ...cell, titles: 2, copies: 3 }]))
    const { id } = await voucher(true, '2026-03-01')
    const copyIds = await accession(id, (await title()).id, 2)
    valueOf(await cataloguer.client.copies.cancelCopies({ copyIds, reason: 'nhầm' }))
    expect(await figures()).toMatchObject({ copies: 3, openingCopies: 3 })
  })

  it('names the line that cannot be', async () => {
    const row = { ...cell, titles: 1, copies: 1 }
    expect(await setOpening([row, { ...row, ddc: '9', copies: 0 }])).toMatchObject({
      error: { code: 'more_titles_than_copies', details: { line: 2 } },
    })
    expect(await setOpening([row, row])).toMatchObject({
      error: { code: 'duplicate_row', details: { line: 2, twin: 1 } },
    })
    expect(codeOf(await setOpening([{ ...row, siteId: 99 }]))).toBe('site_not_found')
    expect(codeOf(await setOpening([{ ...row, language: 'xx' }]))).toBe('unknown_language')
    expect(codeOf(await setOpening([row], '2026-11-11'))).toBe('opening_in_future')
    expect((await opening()).rows).toEqual([])
  })

  it('is not written over one that somebody else has saved meanwhile', async () => {
    const { version } = await opening()
    valueOf(await setOpening([{ ...cell, titles: 1, copies: 1 }]))
    const rows = [{ ...cell, titles: 2, copies: 2 }]
    const late = await cataloguer.client.stock.setOpening({ asOf: '2026-01-01', rows, version })
    expect(codeOf(late)).toBe('stale')
    valueOf(await setOpening(rows))
    expect((await opening()).rows).toMatchObject([{ titles: 2, rev: 2 }])
    valueOf(await setOpening([]))
    expect(await opening()).toMatchObject({ rows: [], asOf: null, copies: 0 })
  })

  it('is fixed once a signed report has counted it, but for where it was taken from', async () => {
    const row = { ...cell, titles: 1, copies: 1 }
    valueOf(await setOpening([row]))
    await signQuarter(test)
    expect(await opening()).toMatchObject({ reported: '2026-Q3' })
    expect(codeOf(await setOpening([{ ...row, copies: 2 }]))).toBe('opening_is_reported')
    expect(codeOf(await setOpening([]))).toBe('opening_is_reported')
    expect(codeOf(await setOpening([row], '2026-10-01'))).toBe('opening_is_reported')
    valueOf(await setOpening([{ ...row, evidence: 'Biên bản kiểm kê 2025' }]))
  })

  it('may still begin after the last signed report', async () => {
    await signQuarter(test)
    valueOf(await setOpening([{ ...cell, titles: 1, copies: 1 }], '2026-10-01'))
  })
})

describe('growth over the years', () => {
  it('is what came in less what went out, and what began to be counted by opening balance', async () => {
    await beginLibrary()
    const book = await title()
    const early = await accession((await voucher(false, '2024-05-01')).id, book.id, 5)
    await accession((await voucher(false, '2026-05-01')).id, book.id, 2)
    valueOf(await setOpening([{ ...cell, titles: 10, copies: 100 }], '2025-12-31'))
    await accession((await voucher(true, '2024-01-01')).id, book.id, 7)
    const decision = { decisionNumber: '1', decidedOn: '2026-06-01', withdrawnOn: '2026-06-01' }
    valueOf(
      await cataloguer.client.copies.withdraw({ ...decision, ground: 'lost', copyIds: early.slice(0, 1) }),
    )
    expect(valueOf(await cataloguer.client.stock.growth({ from: 2023, to: 2030 }))).toEqual([
      { year: 2023, cameIn: 0, merged: 0, wentOut: 0, opening: 0, held: 0 },
      { year: 2024, cameIn: 5, merged: 0, wentOut: 0, opening: 7, held: 12 },
      { year: 2025, cameIn: 0, merged: 0, wentOut: 0, opening: 93, held: 105 },
      { year: 2026, cameIn: 2, merged: 0, wentOut: 1, opening: 0, held: 106 },
    ])
    for (const { year, held } of valueOf(await cataloguer.client.stock.growth({ from: 2024, to: 2026 }))) {
      const asOf = year === 2026 ? today : `${year}-12-31`
      expect((await figures(asOf)).copies).toBe(held)
    }
  })

  it('has no year where the first comes after the last', async () => {
    expect(codeOf(await cataloguer.client.stock.growth({ from: 2026, to: 2020 }))).toBe('years_wrong')
  })
})
