import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isDataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { formOf } from '../../shared/catalogue/rules.ts'
import {
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { stageFile, undoRun, writeRun } from '../../test/support/import-runs.ts'
import { foreignRecord } from '../../test/support/marc-file.ts'
import { rowsOf, type Rows } from '../../test/support/rows.ts'
import { signQuarter } from '../../test/support/signed.ts'

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

const records = (count: number, copies = 2, from = 0) =>
  Array.from({ length: count }, (_, at) => foreignRecord(from + at, copies))

const catalogued = [
  'title',
  'marcRecord',
  'authority',
  'titleAuthority',
  'copy',
  'copyPast',
  'registerLine',
  'registerBook',
  'voucher',
  'titleOrigin',
  'store',
] as const
function holdings(): Rows {
  const rows = rowsOf(test.engine.connection)
  return Object.fromEntries(catalogued.map((table) => [table, rows[table] ?? []]))
}

function retitled(record: MarcRecord, title: string): MarcRecord {
  const fields = record.fields.map((field) =>
    isDataField(field) && field.tag === '245'
      ? {
          ...field,
          subfields: field.subfields.map(([code, text]): [string, string] => [
            code,
            code === 'a' ? title : text,
          ]),
        }
      : field,
  )
  return { ...record, fields }
}

describe('staging', () => {
  it('says what is there and what would come, and changes nothing', async () => {
    const before = holdings()
    const run = await stageFile(test, cataloguer, records(50))
    expect(run).toMatchObject({
      state: 'staged',
      counts: { records: 50, byVerdict: { new: 50 }, copies: 100, copiesTaken: 0 },
    })
    expect(run.counts.series).toEqual([{ prefix: 'KD', digits: 7, copies: 100, isNew: true }])
    expect(holdings()).toEqual(before)
  })

  it('tells every record of the same file again as the one that is there, its copies as taken', async () => {
    await writeRun(cataloguer, await stageFile(test, cataloguer, records(30)))
    const { counts } = await stageFile(test, cataloguer, records(40))
    expect(counts).toMatchObject({ byVerdict: { same: 30, new: 10 }, copies: 80, copiesTaken: 60 })
    expect(counts.byRule).toEqual([{ code: 'control_number', count: 30 }])
  })

  it('finds repeats inside the file, and whoever was catalogued by hand', async () => {
    const [first] = records(1)
    if (!first) throw new Error('no record')
    valueOf(
      await cataloguer.client.catalogue.addTitle({
        title: 'Số đỏ',
        authors: 'Vũ Trọng Phụng',
        publishedYear: 1936,
      }),
    )
    const own = retitled({ ...first, fields: first.fields.filter(({ tag }) => tag !== '001') }, 'SỐ ĐỎ')
    const phung = {
      ...own,
      fields: own.fields.map((field) =>
        field.tag === '100' && isDataField(field)
          ? { ...field, subfields: [['a', 'Vũ, Trọng Phụng'] as [string, string]] }
          : field,
      ),
    }
    const run = await stageFile(test, cataloguer, [...records(3), ...records(2)])
    expect(run.counts.byVerdict).toEqual({ new: 3, inside: 2 })
    const { rows } = valueOf(
      await cataloguer.client.interchange.records({ runId: run.id, verdicts: ['inside'] }),
    )
    expect(rows.map(({ place, rule }) => [place, rule])).toEqual([
      [4, 'control_number'],
      [5, 'control_number'],
    ])
    expect(phung.fields.length).toBeGreaterThan(3)
  })

  it('keeps what could not be read with its place and reason', async () => {
    const [one, two] = records(2)
    if (!one || !two) throw new Error('no records')
    const { iso2709Of } = await import('../../test/support/marc-file.ts')
    const bytes = Buffer.concat([iso2709Of(one), Buffer.from('chữ lạc giữa hai biểu ghi\n'), iso2709Of(two)])
    const run = await stageFile(test, cataloguer, bytes)
    expect(run.counts.byVerdict).toEqual({ new: 2, unread: 1 })
    const { rows } = valueOf(
      await cataloguer.client.interchange.records({ runId: run.id, verdicts: ['unread'] }),
    )
    expect(rows[0]).toMatchObject({ at: iso2709Of(one).length, verdict: 'unread' })
    const told = valueOf(await cataloguer.client.interchange.record({ id: rows[0]?.id ?? 0 }))
    expect(Buffer.from(told.bytes, 'hex').toString()).toContain('chữ lạc')
  })
})

describe('writing', () => {
  it('brings titles with their records, copies with their numbers, and their lines in the registers', async () => {
    const run = await writeRun(cataloguer, await stageFile(test, cataloguer, records(20)))
    expect(run).toMatchObject({ state: 'written', written: { created: 20, copies: 40, skipped: 0 } })
    const found = valueOf(await cataloguer.client.copies.byCode({ code: 'KD0000001' }))
    expect(found).toMatchObject([
      { accessionNumber: 'KD0000001', accessionedOn: '2015-03-02', priceMinor: 45_000 },
    ])
    const { registerLine = [] } = holdings()
    expect(registerLine.filter(({ copyId }) => copyId !== null)).toHaveLength(40)
  })

  it('adds the copies of a repeat to the title that the record before it became', async () => {
    const [one, other] = [foreignRecord(1, 1), foreignRecord(2, 1)]
    const repeat = {
      ...one,
      fields: [
        ...one.fields.filter(({ tag }) => tag !== '952'),
        ...other.fields.filter(({ tag }) => tag === '952'),
      ],
    }
    const run = await writeRun(cataloguer, await stageFile(test, cataloguer, [one, repeat]))
    expect(run.written).toMatchObject({ created: 1, copies: 2 })
    const { copy = [] } = holdings()
    expect(new Set(copy.map(({ titleId }) => titleId)).size).toBe(1)
  })

  it('lays a changed record over the one that is there, and keeps the fields that are the library’s own', async () => {
    const first = await writeRun(cataloguer, await stageFile(test, cataloguer, records(3)))
    const { rows } = valueOf(await cataloguer.client.interchange.records({ runId: first.id }))
    const titleId = rows[0]?.titleId ?? 0
    const held = valueOf(await cataloguer.client.catalogue.record({ id: titleId }))
    const local = {
      tag: '590',
      indicators: '  ',
      subfields: [['a', 'Bản quý của thư viện']] as [string, string][],
    }
    valueOf(
      await cataloguer.client.catalogue.saveRecord({
        id: titleId,
        rev: held.rev,
        record: { ...held.record, fields: [...held.record.fields, local] },
      }),
    )
    const changed = records(3).map((record, at) =>
      at === 0 ? retitled(record, 'Nhan đề sửa ở nguồn') : record,
    )
    const second = await stageFile(test, cataloguer, changed, { onMatch: 'overlay', localTags: ['59X'] })
    expect(second.counts.byVerdict).toEqual({ changed: 1, same: 2 })
    await writeRun(cataloguer, second)
    const after = valueOf(await cataloguer.client.catalogue.record({ id: titleId }))
    expect(after.record.fields).toContainEqual(local)
    expect(valueOf(await cataloguer.client.catalogue.title({ id: titleId })).title).toBe(
      'Nhan đề sửa ở nguồn',
    )
  })

  it('looks again when somebody has catalogued meanwhile', async () => {
    const staged = await stageFile(test, cataloguer, records(2), { rules: [{ by: 'title' }] })
    const { rows } = valueOf(await cataloguer.client.interchange.records({ runId: staged.id }))
    const record = valueOf(await cataloguer.client.interchange.record({ id: rows[0]?.id ?? 0 })).record
    if (!record) throw new Error('no record')
    valueOf(await cataloguer.client.catalogue.addTitle({ ...formOf(record), record }))
    const run = await writeRun(cataloguer, staged)
    expect(run.written).toMatchObject({ created: 1, skipped: 1 })
  })
})

describe('taking back', () => {
  it('leaves everything as it was, and the numbers given as gaps', async () => {
    valueOf(await cataloguer.client.copies.addSeries({ name: 'Sách', prefix: 'VN' }))
    await writeRun(cataloguer, await stageFile(test, cataloguer, records(5)))
    const before = holdings()
    const run = await writeRun(cataloguer, await stageFile(test, cataloguer, records(30, 2, 3)))
    expect(run.written).toMatchObject({ created: 28, skipped: 2 })
    const job = await undoRun(cataloguer, run)
    expect(job).toMatchObject({ state: 'done', output: { titles: 28, copies: 56, kept: 0 } })
    expect(holdings()).toEqual(before)
    const kd = valueOf(await cataloguer.client.copies.series({})).find(({ prefix }) => prefix === 'KD')
    expect(kd).toMatchObject({ lastNumber: 66, copies: 10 })
    const gaps = valueOf(await cataloguer.client.copies.gaps({ seriesId: kd?.id ?? 0 }))
    expect(gaps.rows).toMatchObject([{ from: 11, to: 66 }])
    expect(gaps.rows[0]?.reason).toMatch(/\d/)
  })

  it('gives an overlaid record back byte for byte', async () => {
    await writeRun(cataloguer, await stageFile(test, cataloguer, records(3)))
    const { marcRecord } = holdings()
    const changed = records(3).map((record) => retitled(record, 'Khác'))
    const run = await writeRun(cataloguer, await stageFile(test, cataloguer, changed, { onMatch: 'overlay' }))
    expect(run.written.overlaid).toBe(3)
    expect(holdings()['marcRecord']).not.toEqual(marcRecord)
    expect(await undoRun(cataloguer, run)).toMatchObject({ state: 'done', output: { restored: 3 } })
    expect(holdings()['marcRecord']).toEqual(marcRecord)
  })

  it('names what was used since and asks; what was used then stays', async () => {
    const run = await writeRun(cataloguer, await stageFile(test, cataloguer, records(4)))
    const { rows } = valueOf(await cataloguer.client.interchange.records({ runId: run.id }))
    const [edited, moved] = rows.map(({ titleId }) => titleId ?? 0)
    const held = valueOf(await cataloguer.client.catalogue.record({ id: edited ?? 0 }))
    const better = retitled(held.record, 'Sửa tay')
    valueOf(await cataloguer.client.catalogue.saveRecord({ id: edited ?? 0, rev: held.rev, record: better }))
    const [copy] = valueOf(await cataloguer.client.copies.search({ filters: { titleId: moved ?? 0 } })).rows
    valueOf(
      await cataloguer.client.copies.setCondition({
        copyIds: [copy?.id ?? 0],
        condition: 'worn',
        on: '2026-11-01',
      }),
    )
    expect(await undoRun(cataloguer, run)).toMatchObject({ state: 'failed', error: { code: 'used_since' } })
    const used = valueOf(await cataloguer.client.interchange.usedSince({ runId: run.id }))
    expect(used.rows.map(({ titleId, uses }) => [titleId, uses])).toEqual([
      [edited, ['edited']],
      [moved, ['copy_changed']],
    ])
    expect(await undoRun(cataloguer, run, { keepsUsed: true })).toMatchObject({
      state: 'done',
      output: { titles: 2, kept: 2 },
    })
    expect(valueOf(await cataloguer.client.catalogue.title({ id: edited ?? 0 })).title).toBe('Sửa tay')
    expect(valueOf(await cataloguer.client.copies.copy({ id: copy?.id ?? 0 })).condition).toBe('worn')
  })

  it('is over once a quarter that counts the run is signed', async () => {
    const run = await writeRun(
      cataloguer,
      await stageFile(test, cataloguer, records(2), { effectiveOn: '2026-08-01' }),
    )
    await signQuarter(test)
    expect(await undoRun(cataloguer, run)).toMatchObject({
      state: 'failed',
      error: { code: 'period_signed' },
    })
  })
})

describe('a refresh', () => {
  it('follows its source: changed records are laid over, new ones come, vanished ones are told and go on request', async () => {
    await writeRun(cataloguer, await stageFile(test, cataloguer, records(5, 0), { source: 'Koha tỉnh' }))
    const next = [
      ...records(3, 0).map((record, at) => (at === 1 ? retitled(record, 'Đổi ở Koha') : record)),
      ...records(1, 0, 9),
    ]
    const staged = await stageFile(test, cataloguer, next, { source: 'Koha tỉnh', kind: 'refresh' })
    expect(staged.counts).toMatchObject({ byVerdict: { same: 2, changed: 1, new: 1 }, vanished: 2 })
    const vanished = valueOf(await cataloguer.client.interchange.vanished({ runId: staged.id }))
    expect(vanished.rows).toHaveLength(2)
    const run = await writeRun(cataloguer, staged, { removesVanished: true })
    expect(run.written).toMatchObject({ created: 1, overlaid: 1, removed: 2 })
    expect(valueOf(await cataloguer.client.catalogue.search({})).total.count).toBe(4)
    expect(await undoRun(cataloguer, run)).toMatchObject({ state: 'done' })
    expect(valueOf(await cataloguer.client.catalogue.search({})).total.count).toBe(5)
  })
})
