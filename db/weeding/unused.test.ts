import { expect, it } from 'vitest'
import { openTestEngine, testFolder, valueOf } from '../../test/support/engine.ts'

it('a copy is lent to nobody only where loans have been recorded for as long', async () => {
  const test = await openTestEngine({ dataDir: testFolder() })
  const { catalogue, copies, weeding } = (await test.as('cataloguer')).client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  const voucher = { number: 'CT-01', receivedOn: '2015-03-01', source: 'purchase' as const }
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const ofTitle = async (title: string) => {
    const { id: titleId } = valueOf(await catalogue.addTitle({ title }))
    return { titleId, seriesId: 1, siteId: 1, storeId: 1 }
  }
  const lines = [await ofTitle('Số đỏ'), await ofTitle('Tắt đèn'), await ofTitle('Bỉ vỏ')]
  const [taken, unused, takenLongAgo] = valueOf(await copies.accession({ voucherId, copies: lines })).ids
  const found = async (unusedYears: number) => {
    const answer = valueOf(await weeding.candidates({ rules: { unusedYears, includesLast: true } }))
    return { ...answer, ids: answer.rows.map(({ copyId }) => copyId) }
  }
  expect(await found(5)).toMatchObject({ ids: [], loansSince: null })

  const lend = test.engine.connection.raw.prepare(`
    insert into loan (copyId, groupId, siteId, lentOn, lentAt, dueOn, returnedOn)
    values (?, 1, 1, ?, '', '2030-01-01', '2030-01-01')`)
  lend.run(takenLongAgo, '2019-05-01')
  lend.run(taken, '2026-05-01')
  // What was found is remembered until something is written.
  valueOf(await copies.addSeries({ name: 'Báo', prefix: 'BT' }))
  expect(await found(5)).toMatchObject({
    ids: [unused, takenLongAgo],
    loansSince: '2019-05-01',
    byReason: { unused: 2 },
    groundless: 2,
    rows: [{ ground: null, reasons: [{ code: 'unused', years: 5 }] }, {}],
  })
  // Nobody knows what was lent before the first loan that is recorded.
  expect((await found(10)).ids).toEqual([])
  expect(test.faults).toEqual([])
  await test.close()
})
