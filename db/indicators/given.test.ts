import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, testFolder, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter, summer } from '../../test/support/signed.ts'
import { partOf } from '../../test/documents/zip.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const quarter3 = { fromOn: '2026-07-01', untilOn: '2026-09-30' }
const give = async (fields: { code: string; fromOn?: string; untilOn?: string; value?: number | null }) => {
  const { client } = await test.as('activities')
  return valueOf(await client.indicators.give({ ...quarter3, reason: 'Sổ tay của phòng đọc', ...fields }))
}
const figure = async (code: string, quarter = summer) => {
  const { values } = valueOf(await (await test.as('reader')).client.indicators.list(quarter))
  return values.find((value) => value.code === code)
}
const countVisits = (on: string, value: number) =>
  test.engine.connection.raw
    .prepare(`insert into counterValue (siteId, "on", kindCode, value) values (1, ?, 'onsite_adults', ?)`)
    .run(on, value)

describe('a figure given by hand', () => {
  it('is the figure of its period, says so, and is one row behind it', async () => {
    expect(await figure('M2a.11')).toMatchObject({ status: 'not_collected', value: null })
    const { id } = await give({ code: 'M2a.11', value: 1250 })
    expect(await figure('M2a.11')).toMatchObject({
      status: 'known',
      value: 1250,
      givenReason: 'Sổ tay của phòng đọc',
    })
    expect(await figure('M2a.11', { period: '2026-Q2' })).toMatchObject({ status: 'not_collected' })
    const { client } = await test.as('reader')
    const explained = valueOf(await client.indicators.explain({ code: 'M2a.11', ...summer }))
    expect(explained).toMatchObject({
      rows: [{ tableName: 'givenFigure', rowId: id, label: 'Sổ tay của phòng đọc' }],
      given: { id, value: 1250, givenBy: 'Người activities' },
      isGivable: true,
    })
  })

  it('keeps 0, not applicable and not collected apart', async () => {
    await give({ code: 'M2a.11', value: 0 })
    const { client } = await test.as('activities')
    const of = (code: string, status: 'not_applicable' | 'not_collected') =>
      client.indicators.give({ ...quarter3, code, status, reason: 'Đã hỏi' })
    valueOf(await of('M2a.12', 'not_applicable'))
    valueOf(await of('M2a.13', 'not_collected'))
    expect(await figure('M2a.11')).toMatchObject({ status: 'known', value: 0 })
    expect(await figure('M2a.12')).toMatchObject({ status: 'not_applicable', value: null })
    expect(await figure('M2a.13')).toMatchObject({ status: 'not_collected', givenReason: 'Đã hỏi' })
    const { bytes } = await fileFrom(test, await test.as('reader'), 'indicators.exportGiven', {
      filters: {},
      format: 'csv',
    })
    const lines = bytes.toString().split('\n')
    expect(lines.find((line) => line.includes('M2a.11'))).toMatch(/Có số liệu.0./)
    expect(lines.find((line) => line.includes('M2a.12'))).toContain('Không áp dụng')
    expect(lines.find((line) => line.includes('M2a.13'))).toContain('Chưa thu thập')
  })

  it('gives way to records that come later, and says so in the list', async () => {
    await give({ code: 'M2a.11', value: 1250 })
    countVisits('2026-07-02', 7)
    expect(await figure('M2a.11')).toEqual(expect.not.objectContaining({ givenReason: expect.anything() }))
    expect(await figure('M2a.11')).toMatchObject({ value: 7 })
    const { client } = await test.as('activities')
    expect(valueOf(await client.indicators.given({})).rows).toMatchObject([{ use: 'set_aside' }])
    expect(codeOf(await client.indicators.give({ ...quarter3, code: 'M2a.11', value: 1, reason: 'x' }))).toBe(
      'has_records',
    )
  })

  it('that the ministry asks for under a second code is given once for both', async () => {
    await give({ code: 'g.4', value: 300 })
    expect(await figure('M2a.10')).toMatchObject({ value: 300 })
    expect(await figure('g.4')).toMatchObject({ value: 300 })
  })

  it('counts towards the target of the year as its nature says', async () => {
    const { client } = await test.as('director')
    const target = { period: '2026', fromOn: '2026-01-01', source: 'Kế hoạch' }
    valueOf(await client.plans.addTarget({ ...target, indicatorCode: 'M2a.11', value: 3000 }))
    valueOf(await client.plans.addTarget({ ...target, indicatorCode: 'M2a.10', value: 400 }))
    await give({ code: 'M2a.10', value: 300 })
    await give({ code: 'M2a.11', value: 1000 })
    expect((await figure('M2a.11'))?.progress).toMatchObject({ toDate: null })
    await give({ code: 'M2a.11', value: 700, fromOn: '2026-01-01', untilOn: '2026-03-31' })
    await give({ code: 'M2a.11', value: 800, fromOn: '2026-04-01', untilOn: '2026-06-30' })
    expect((await figure('M2a.11'))?.progress).toMatchObject({ toDate: 2500 })
    expect((await figure('M2a.10'))?.progress).toMatchObject({ toDate: 300 })
  })

  it('is signed with its reason, told in the report, and never changed afterwards', async () => {
    await nameLibrary(test)
    const { id } = await give({ code: 'M2a.11', value: 1250 })
    const period = await signQuarter(test)
    const { client } = await test.as('director')
    const signed = valueOf(await client.reports.period({ id: period.id }))
    expect(signed.problems).toEqual(expect.not.arrayContaining(['figures_altered']))
    expect(signed.figures.find(({ code }) => code === 'M2a.11')).toMatchObject({
      value: 1250,
      givenReason: 'Sổ tay của phòng đọc',
    })
    expect(codeOf(await client.indicators.removeGiven({ id, rev: 1 }))).toBe('period_signed')
    expect(valueOf(await client.indicators.given({})).rows).toMatchObject([{ use: 'signed' }])
    const { bytes } = await fileFrom(test, await test.as('director'), 'reports.produce', {
      id: period.id,
      format: 'docx',
    })
    const text = partOf(bytes, 'word/document.xml')
    expect(text).toContain('(nhập tay)')
    expect(text).toContain('Sổ tay của phòng đọc')
    countVisits('2026-07-02', 7)
    expect(valueOf(await client.reports.changes({ id: period.id })).figures).toContainEqual({
      code: 'M2a.11',
      before: { status: 'known', value: 1250 },
      now: { status: 'known', value: 7 },
    })
    await makeKey(test)
    const sent = await fileFrom(test, await test.as('director'), 'sync.exportPackage', {
      periodId: period.id,
    })
    expect(sent.bytes.length).toBeGreaterThan(0)
  })

  it('whose reason was altered behind the program’s back no longer fits what was signed', async () => {
    await give({ code: 'M2a.11', value: 1250 })
    const { id } = await signQuarter(test)
    const { raw } = test.engine.connection
    raw.exec(`update figure set rowSet = replace(rowSet, 'Sổ tay', 'Số thật') where code = 'M2a.11'`)
    const { client } = await test.as('director')
    expect(valueOf(await client.reports.period({ id })).problems).toContain('figures_altered')
  })
})
