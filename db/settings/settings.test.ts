import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { referenceLists } from '../../shared/settings/contract.ts'

let test: TestEngine
let administrator: Person

beforeEach(async () => {
  test = await openTestEngine()
  administrator = await test.as('administrator')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function profile() {
  const { id: _, ...library } = valueOf(await administrator.client.settings.library({}))
  return library
}

describe('the library', () => {
  it('has a number of its own from the first day, which no change of profile touches', async () => {
    const { id } = valueOf(await administrator.client.settings.library({}))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const changed = valueOf(
      await administrator.client.settings.setLibrary({ ...(await profile()), name: 'Tên khác' }),
    )
    expect(changed).toMatchObject({ id, name: 'Tên khác', rev: 2 })
  })

  it('begins with one site, named after it, and one store', async () => {
    expect(valueOf(await administrator.client.copies.sites({}))).toMatchObject([
      { name: 'Thư viện thử nghiệm', closedOn: null, stores: [{ name: 'Kho chính', closedOn: null }] },
    ])
  })

  it('is not overwritten by somebody who saw an older profile', async () => {
    const seen = await profile()
    valueOf(await administrator.client.settings.setLibrary({ ...seen, site: 'Cơ sở 2' }))
    expect(codeOf(await administrator.client.settings.setLibrary({ ...seen, site: 'Cơ sở 3' }))).toBe('stale')
    expect((await profile()).site).toBe('Cơ sở 2')
  })

  it('lies in a province that took its former one in', async () => {
    const place = (provinceCode: string, formerProvinceCode: string) => ({ provinceCode, formerProvinceCode })
    const move = async (to: object) =>
      codeOf(await administrator.client.settings.setLibrary({ ...(await profile()), ...to }))
    expect(await move(place('68', '67'))).toBe('ok')
    expect(await move(place('67', '68'))).toBe('unknown_province')
    expect(await move(place('68', '99'))).toBe('unknown_province')
    expect(await profile()).toMatchObject(place('68', '67'))
  })

  it('writes each change into the journal, but never who signs', async () => {
    valueOf(
      await administrator.client.settings.setLibrary({
        ...(await profile()),
        signerName: 'Trần Thị Ký',
        code: 'TV-01',
      }),
    )
    const { raw } = test.engine.connection
    const rows = raw.prepare("select before, after from journalRow where tableName = 'library'").all() as {
      after: string
    }[]
    expect(rows.at(-1)?.after).toContain('"code":"TV-01"')
    expect(rows.at(-1)?.after).toContain('"~signerName":"changed"')
    expect(JSON.stringify(rows)).not.toContain('Trần Thị Ký')
  })
})

describe('the rule for call numbers', () => {
  it('is the library’s own once it is set, and the profile is none the wiser', async () => {
    const { rev } = await profile()
    const proposed = valueOf(await administrator.client.settings.callNumberRule({}))
    const own = { ...proposed, markFrom: 'author' as const, hasYear: true }
    expect(valueOf(await administrator.client.settings.setCallNumberRule(own))).toEqual(own)
    expect(valueOf(await administrator.client.settings.callNumberRule({}))).toEqual(own)
    expect((await profile()).rev).toBe(rev)
  })
})

describe('provinces', () => {
  const on = async (day: string | null) =>
    valueOf(await test.stranger().client.settings.provinces({ on: day }))

  it('are thirty-four, which took in sixty-three', async () => {
    const provinces = await on(null)
    expect(provinces).toHaveLength(34)
    const former = provinces.flatMap((province) => province.formerUnits)
    expect(former).toHaveLength(63)
    expect(new Set(former.map((unit) => unit.code)).size).toBe(63)
  })

  it('have on each day exactly one rank', async () => {
    for (const day of ['2025-07-01', '2026-04-29', '2026-04-30', '2030-01-01']) {
      const codes = (await on(day)).map((province) => province.code)
      expect(new Set(codes).size, day).toBe(codes.length)
      expect(codes, day).toHaveLength(34)
    }
    const rankOfDongNai = async (day: string) => (await on(day)).find(({ name }) => name === 'Đồng Nai')?.kind
    expect(await rankOfDongNai('2026-04-29')).toBe('tỉnh')
    expect(await rankOfDongNai('2026-04-30')).toBe('thành phố')
  })
})

describe('word lists', () => {
  it.each(referenceLists)('%s has words in both languages, each code once', async (list) => {
    const terms = valueOf(await administrator.client.settings.list({ list }))
    expect(terms.length).toBeGreaterThan(10)
    expect(terms.filter(({ code, name, nameEn }) => !code || !name || !nameEn)).toEqual([])
    expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length)
  })

  it('begin with the language most books here are in', async () => {
    expect(valueOf(await administrator.client.settings.list({ list: 'language' }))[0]).toMatchObject({
      code: 'vie',
    })
  })
})
