import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TitleEdit } from '../../shared/catalogue/contract.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { endInterruptedJobs } from '../run-job.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let cataloguer: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
})
afterEach(() => test.close())

const catalogue = () => cataloguer.client.catalogue
const add = async (title: string, fields: object = {}) =>
  valueOf(await catalogue().addTitle({ title, addedOn: '2020-01-01', ...fields }))
const read = async (id: number) => valueOf(await catalogue().title({ id }))
const edit = (ids: number[], change: TitleEdit) =>
  finishedJob(cataloguer, 'catalogue.editTitles', { selection: { ids }, edit: change })
const publisher = (value: string): TitleEdit => ({ kind: 'set', field: 'publisher', value })
const undo = (id: number) => finishedJob(cataloguer, 'catalogue.undoEdit', { id })

describe('an edit of many titles', () => {
  it('marks what it changed behind a signed figure, and so does taking it back', async () => {
    const one = await add('Số đỏ')
    const other = await add('Giông tố')
    await edit([one.id], publisher('NXB Trẻ'))
    await cataloguer.client.copies.addSeries({ name: 'Sách', prefix: 'VL' })
    const voucher = valueOf(
      await cataloguer.client.copies.addVoucher({
        number: '1',
        receivedOn: '2026-08-01',
        source: 'purchase',
      }),
    )
    const copies = [one, other].map(({ id }) => ({ titleId: id, seriesId: 1, siteId: 1 }))
    valueOf(await cataloguer.client.copies.accession({ voucherId: voucher.id, copies }))
    await signQuarter(test)
    const marked = async () =>
      valueOf(await cataloguer.client.indicators.explain({ code: 'M2b.02', period: '2026-Q3' })).rows.map(
        ({ changedSince }) => changedSince,
      )
    expect(await marked()).toEqual([false, false])
    await undo(1)
    expect(await marked()).toEqual([true, false])
    await edit([other.id], publisher('NXB Văn học'))
    expect(await marked()).toEqual([true, true])
  })

  it('is told in the history of each record, and the chain stays whole', async () => {
    const { id } = await add('Số đỏ')
    await edit([id], publisher('NXB Trẻ'))
    await undo(1)
    const { rows } = valueOf(
      await cataloguer.client.journal.ofRecord({ of: [{ tableName: 'title', rowId: id }] }),
    )
    expect(
      rows.map((row) => [row.operation, row.userName, row.before?.publisher, row.after?.publisher]),
    ).toEqual([
      ['catalogue.undoEdit', 'Người cataloguer', 'NXB Trẻ', ''],
      ['catalogue.editTitles', 'Người cataloguer', '', 'NXB Trẻ'],
      ['catalogue.addTitle', 'Người cataloguer', undefined, ''],
    ])
    const director = await test.as('director')
    const entries = valueOf(await director.client.journal.list({ operation: 'catalogue.editTitles' })).rows
    expect(entries.map(({ isBulk, rowCount }) => [isBulk, rowCount > 0])).toEqual([
      [false, true],
      [false, false],
    ])
    const administrator = await test.as('administrator')
    const verified = await finishedJob(administrator, 'journal.verifyChain')
    expect(verified.output).toMatchObject({ isWhole: true, firstFault: null })
  })

  it('leaves rows also where a run that was cut off is taken back', async () => {
    const { id } = await add('Số đỏ')
    await edit([id], publisher('NXB Trẻ'))
    test.engine.connection.raw.exec("update job set state = 'running'")
    await endInterruptedJobs(test.engine)
    const { rows } = valueOf(
      await cataloguer.client.journal.ofRecord({ of: [{ tableName: 'title', rowId: id }], limit: 1 }),
    )
    expect(rows).toMatchObject([
      {
        operation: 'catalogue.editTitles',
        before: { publisher: 'NXB Trẻ' },
        after: { publisher: '' },
      },
    ])
    expect(valueOf(await catalogue().edits({})).rows[0]?.undoneAt).not.toBeNull()
  })

  it('is taken back after the ones that came later, all the way to the first record', async () => {
    const { id } = await add('Số đỏ', { publisher: 'P0' })
    for (const name of ['P1', 'P2', 'P3']) await edit([id], publisher(name))
    for (const last of [3, 2, 1]) expect((await undo(last)).output).toEqual({ undone: 1, left: 0 })
    expect((await read(id)).publisher).toBe('P0')
  })

  it('stays where something else was changed between it and a later one', async () => {
    const { id } = await add('Số đỏ', { publisher: 'P0' })
    await edit([id], publisher('P1'))
    valueOf(await catalogue().updateTitle({ ...(await read(id)), note: 'Sửa tay' }))
    await edit([id], publisher('P2'))
    expect((await undo(2)).output).toEqual({ undone: 1, left: 0 })
    expect((await undo(1)).output).toEqual({ undone: 0, left: 1 })
    expect(await read(id)).toMatchObject({ publisher: 'P1', note: 'Sửa tay' })
  })

  it('makes of another material what the form makes, and refuses where that one has no copies', async () => {
    const [one, other] = [await add('Bản đồ 1'), await add('Bản đồ 2')]
    const map = { kind: 'set', field: 'material', value: 'map' } as const
    await edit([one.id], map)
    valueOf(await catalogue().updateTitle({ ...other, material: 'map' }))
    const leader = async (id: number) => valueOf(await catalogue().record({ id })).record.leader
    expect(await leader(one.id)).toBe(await leader(other.id))
    expect((await leader(one.id)).slice(6, 8)).toBe('em')

    const journal = await add('Tạp chí', { material: 'serial' })
    valueOf(await catalogue().addIssues({ titleId: journal.id, issues: [{ number: '1' }] }))
    expect((await edit([journal.id], map)).output).toEqual({ editId: null, changed: 0, refused: 1 })
  })
})

describe('what a title is', () => {
  it('is once in a class on a day, also where two titles become one', async () => {
    const [kept, dropped] = [await add('Số đỏ'), await add('Số Đỏ')]
    const periods = [
      { titleIds: [kept.id], setOn: '2026-02-01', endedOn: '2026-08-01' },
      { titleIds: [dropped.id], setOn: '2026-03-01', endedOn: '2026-09-01' },
      { titleIds: [dropped.id], setOn: '2026-09-02', endedOn: null },
    ]
    for (const { endedOn, ...period } of periods) {
      const made = valueOf(await catalogue().setClass({ ...period, class: 'rare', evidence: 'x' }))
      const [id = 0] = made.ids
      if (endedOn) valueOf(await catalogue().endClass({ id, endedOn }))
    }
    const version = async (id: number) => ({ id, rev: (await read(id)).rev })
    const merge = { keep: await version(kept.id), drop: [await version(dropped.id)] }
    const { mergeIds } = valueOf(await catalogue().mergeTitles(merge))
    const setOn = async (titleId: number) =>
      valueOf(await catalogue().classesOf({ titleId })).map((entry) => entry.setOn)
    expect(await setOn(kept.id)).toEqual(['2026-09-02', '2026-02-01'])
    expect(await setOn(dropped.id)).toEqual(['2026-03-01'])
    valueOf(await catalogue().undoMerge({ ids: mergeIds }))
    expect(await setOn(dropped.id)).toEqual(['2026-09-02', '2026-03-01'])
  })

  it('begins again on the day a class ended, and not before', async () => {
    const { id, title } = await add('Số đỏ')
    const set = (setOn: string) =>
      catalogue().setClass({ titleIds: [id], class: 'rare', evidence: 'x', setOn })
    const { ids } = valueOf(await set('2026-02-01'))
    valueOf(await catalogue().endClass({ id: ids[0] ?? 0, endedOn: '2026-08-01' }))
    for (const day of ['2026-01-01', '2026-07-31']) {
      expect(await set(day)).toMatchObject({
        error: { code: 'class_overlaps', details: { title, endedOn: '2026-08-01', setOn: day } },
      })
    }
    expect(valueOf(await set('2026-08-01')).titles).toBe(1)
  })

  it('has one main class for the stock as for the list', async () => {
    const { id: titleId } = await add('Số đỏ', { ddc: 'V23' })
    await cataloguer.client.copies.addSeries({ name: 'Sách', prefix: 'VL' })
    const { id: voucherId } = valueOf(
      await cataloguer.client.copies.addVoucher({
        number: '1',
        receivedOn: '2026-08-01',
        source: 'purchase',
      }),
    )
    valueOf(
      await cataloguer.client.copies.accession({ voucherId, copies: [{ titleId, seriesId: 1, siteId: 1 }] }),
    )
    const { by } = valueOf(await cataloguer.client.stock.figures({ asOf: '2026-11-10' }))
    expect(by.ddc.map(({ key }) => key)).toEqual(['-'])
    expect(valueOf(await catalogue().facets({})).ddc.map(({ key }) => key)).toEqual(['-'])
  })

  it('takes the day of its entry from the day it was entered, whatever record it was made of', async () => {
    const value = '050607s1941    vm ||||g |||| 000 0 vie d'
    const template = { leader: '00000nam a2200000 a 4500', fields: [{ tag: '008', value }] }
    const { id } = await add('Số đỏ', { record: template, publishedYear: 1941 })
    const { record } = valueOf(await catalogue().record({ id }))
    expect(record.fields[0]).toEqual({ tag: '008', value: value.replace('050607', '261110') })
    const bare = await add('Giông tố', { record: { ...template, fields: [] } })
    const other = valueOf(await catalogue().record({ id: bare.id })).record
    expect(other.fields.filter(({ tag }) => tag < '010')).toEqual([])
  })

  it('is found twice by a shared ISBN though another record spells its own wrongly', async () => {
    const wrong = await add('Sai')
    const { record } = valueOf(await catalogue().record({ id: wrong.id }))
    const fields = [
      { tag: '020', indicators: '  ', subfields: [['a', '893-5\\"x'] as [string, string]] },
      ...record.fields,
    ]
    valueOf(await catalogue().saveRecord({ id: wrong.id, rev: wrong.rev, record: { ...record, fields } }))
    await add('Vật lý 1', { isbn: '9780306406157' })
    await add('Vật lý 2', { isbn: '9780306406157', isSameIsbnMeant: true })
    const { rows } = valueOf(await catalogue().duplicates({ by: 'isbn' }))
    expect(rows.map(({ key, titles }) => [key, titles.length])).toEqual([['9780306406157', 2]])
  })
})
