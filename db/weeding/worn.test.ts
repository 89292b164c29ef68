import { expect, it } from 'vitest'
import { finishedJob, openTestEngine, testFolder, valueOf } from '../../test/support/engine.ts'

it('a worn copy comes into a dossier with the ground a person names, for wear is none', async () => {
  const test = await openTestEngine({ dataDir: testFolder() })
  const clerk = await test.as('cataloguer')
  const { catalogue, copies, weeding } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  const voucher = { number: 'CT-01', receivedOn: '2020-03-01', source: 'purchase' as const }
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Số đỏ' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1 }
  const [worn] = valueOf(
    await copies.accession({
      voucherId,
      copies: [{ ...line, condition: 'worn' as const }, { ...line, condition: 'damaged' as const }, line],
    }),
  ).ids
  const rules = { conditions: ['worn' as const, 'damaged' as const] }
  expect(valueOf(await weeding.candidates({ rules }))).toMatchObject({
    byReason: { worn: 1, damaged: 1 },
    groundless: 1,
    rows: [{ ground: null, reasons: [{ code: 'worn' }] }, { ground: 'damaged' }],
  })
  const { id } = valueOf(await weeding.addWeeding({ name: 'Đợt 1', year: 2026 }))
  const gather = async (more: object) => finishedJob(clerk, 'weeding.gather', { id, rules, ...more })
  expect((await gather({})).error).toMatchObject({ code: 'ground_missing', details: { copies: 1 } })
  await gather({ only: [worn], groundMeant: 'outdated' })
  expect(valueOf(await weeding.items({ weedingId: id })).rows).toMatchObject([
    { copyId: worn, ground: 'outdated' },
  ])
  expect(test.faults).toEqual([])
  await test.close()
})
