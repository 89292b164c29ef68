import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import {
  backupOf,
  enterTitle,
  openOther,
  planOf,
  stageMerger,
  writeMerger,
  type OtherLibrary,
} from '../../test/support/mergers.ts'
import type { Merger } from '../../shared/merger/contract.ts'

let test: TestEngine
let ours: Omit<OtherLibrary, 'test' | 'dataDir'>
let staged: Merger

/** We have VV000001 and VV000002, they VV000001 to VV000003 of the same book and one more. */
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const person = await test.as('administrator')
  const { client } = person
  const [site] = valueOf(await client.copies.sites({}))
  const series = { name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }
  const { id: seriesId } = valueOf(await client.copies.addSeries(series))
  const { id: voucherId } = valueOf(
    await client.copies.addVoucher({ number: '01', receivedOn: '2026-02-01', source: 'purchase' }),
  )
  ours = { person, siteId: site?.id ?? 0, storeId: site?.stores[0]?.id ?? 0, seriesId, voucherId }
  const book = { title: 'Số đỏ', authors: 'Vũ Trọng Phụng', publishedYear: 1936 }
  await enterTitle(ours, book, [{}, {}])
  const other = await openOther()
  await enterTitle(other, { ...book, isbn: '9786045668658' }, [{}, { barcode: 'VV000002' }])
  await enterTitle(other, { title: 'Giông tố' }, [{}])
  staged = await stageMerger(test, person, await backupOf(other))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Changes = { numbering?: object; onMatch?: string }
async function planned({ numbering = {}, ...changes }: Changes): Promise<Merger> {
  const whole = { ...changes, numbering: { ...staged.numbering, ...numbering } }
  return valueOf(await ours.person.client.merger.setPlan(planOf(staged, whole)))
}
async function numbersNow(merger: Merger) {
  const { rows } = valueOf(
    await ours.person.client.copies.search({ filters: { siteId: merger.written.siteIds[0] ?? null } }),
  )
  return rows.map(({ accessionNumber, barcode, former }) => [
    former?.accessionNumber,
    accessionNumber,
    barcode,
  ])
}

describe('the numbers of a merged library', () => {
  it('all get the prefix where that is wanted', async () => {
    const merger = await writeMerger(
      ours.person,
      await planned({ numbering: { scope: 'all', prefix: 'TD.' } }),
    )
    expect(await numbersNow(merger)).toEqual([
      ['VV000001', 'TD.VV000001', ''],
      ['VV000002', 'TD.VV000002', 'TD.VV000002'],
      ['VV000003', 'TD.VV000003', ''],
    ])
    const series = valueOf(await ours.person.client.copies.series({}))
    expect(series.map(({ prefix, lastNumber }) => [prefix, lastNumber])).toEqual([
      ['VV', 2],
      ['TD.VV', 3],
      ['TD.*', 0],
    ])
  })

  it('go on where ours end where they are given anew, and are never given again', async () => {
    const merger = await writeMerger(ours.person, await planned({ numbering: { policy: 'renumber' } }))
    expect(await numbersNow(merger)).toEqual([
      ['VV000003', 'VV000003', ''],
      ['VV000001', 'VV000004', ''],
      ['VV000002', 'VV000005', ''],
    ])
    valueOf(await ours.person.call('merger.undo', { id: merger.id }))
    const [gap] = valueOf(await ours.person.client.copies.gaps({ seriesId: ours.seriesId })).rows
    expect(gap).toEqual({ from: 3, to: 3, reason: null })
  })

  it('are decided one by one, and wait until all are', async () => {
    const { id } = await planned({ numbering: { policy: 'by_hand' } })
    const { client } = ours.person
    const undecided = async () =>
      valueOf(await client.merger.copies({ mergerId: id, filters: { show: 'undecided' } })).rows
    const [first, second] = await undecided()
    const taken = await client.merger.decideCopy({ mergerId: id, id: first?.id ?? 0, number: 'VV000003' })
    expect(codeOf(taken)).toBe('number_taken')
    valueOf(await client.merger.decideCopy({ mergerId: id, id: first?.id ?? 0, number: 'A1', barcode: '' }))
    expect(await finishedJob(ours.person, 'merger.write', { id })).toMatchObject({
      error: { code: 'numbers_undecided', details: { count: 1 } },
    })
    valueOf(
      await client.merger.decideCopy({ mergerId: id, id: second?.id ?? 0, number: 'A2', barcode: 'B2' }),
    )
    expect(await undecided()).toEqual([])
    expect(await numbersNow(await writeMerger(ours.person, staged))).toEqual([
      ['VV000001', 'A1', ''],
      ['VV000002', 'A2', 'B2'],
      ['VV000003', 'VV000003', ''],
    ])
  })

  it('are looked through once more when they are written', async () => {
    const { client } = ours.person
    await enterTitle(ours, { title: 'Sách đến sau' }, [{ number: 3 }])
    expect(await finishedJob(ours.person, 'merger.write', { id: staged.id })).toMatchObject({
      state: 'failed',
      error: { code: 'numbers_taken', details: { example: 'VV000003' } },
    })
    expect(valueOf(await client.merger.merger({ id: staged.id })).state).toBe('staged')
    expect(valueOf(await client.copies.sites({}))).toHaveLength(1)
  })

  it('find their copies by the label they had, in a stocktake the one that is expected', async () => {
    const merger = await writeMerger(ours.person, staged)
    const { client } = ours.person
    const { id } = valueOf(
      await client.stocktake.add({ name: 'Kiểm kê Tiên Du', siteId: merger.written.siteIds[0] ?? null }),
    )
    await finishedJob(ours.person, 'stocktake.open', { id })
    const scan = {
      key: 'nhan-cu-01',
      code: 'VV000001',
      at: '2026-11-10T02:00:00.000Z',
      siteId: null,
      storeId: null,
      shelf: '',
    }
    expect(valueOf(await client.stocktake.scan({ id, scans: [scan] }))).toMatchObject([
      { class: 'found', accessionNumber: 'TD-VV000001' },
    ])
    const { rows } = valueOf(await client.copies.search({ filters: { text: 'VV000001' } }))
    expect(rows.map(({ accessionNumber }) => accessionNumber)).toEqual(['TD-VV000001', 'VV000001'])
  })
})

describe('a title that both have', () => {
  it('becomes as the former unit told it where that is wanted, and is put back', async () => {
    const merger = await writeMerger(ours.person, await planned({ onMatch: 'overlay' }))
    const { client } = ours.person
    expect(merger.written).toMatchObject({ created: 1, overlaid: 1, copies: 3 })
    expect(valueOf(await client.catalogue.title({ id: 1 })).isbn).toBe('9786045668658')
    expect(await finishedJob(ours.person, 'merger.undo', { id: merger.id })).toMatchObject({ state: 'done' })
    expect(valueOf(await client.catalogue.title({ id: 1 })).isbn).toBe('')
  })

  it('stands apart where somebody says that it is another', async () => {
    const { client } = ours.person
    const { rows } = valueOf(await client.merger.titles({ mergerId: staged.id, verdicts: ['changed'] }))
    expect(rows.map(({ label, copies }) => [label, copies])).toEqual([['Số đỏ / Vũ Trọng Phụng / 1936', 2]])
    const recordIds = rows.map(({ id }) => id)
    valueOf(await client.merger.decideTitles({ mergerId: staged.id, recordIds, decision: 'create' }))
    expect((await writeMerger(ours.person, staged)).written).toMatchObject({ created: 2, copies: 3 })
    expect(valueOf(await client.catalogue.search({ text: 'Số đỏ' })).rows).toHaveLength(2)
  })
})
