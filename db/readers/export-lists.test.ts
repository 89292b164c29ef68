import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom } from '../../test/support/signed.ts'

let test: TestEngine
let desk: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  desk = await test.as('desk')
  const administrator = await test.as('administrator')
  const settings = valueOf(await administrator.client.readers.settings({}))
  valueOf(await administrator.client.readers.setSettings({ ...settings, mode: 'loans', days: 1 }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function linesOf(operation: string, input: unknown): Promise<string[]> {
  const { bytes } = await fileFrom(test, desk, operation, input)
  return bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n').slice(1)
}

it('a list of more readers than are read at once is whole, in the order of their names', async () => {
  const consents = [{ givenBy: 'reader', form: 'paper', givenOn: '2026-11-10' } as const]
  const { raw } = test.engine.connection
  const { id } = valueOf(await desk.client.readers.addReader({ name: 'Ân', groupId: 2, consents }))
  raw.exec(`insert into reader
      (name, sortKey, folded, groupId, phone, address, unit, guardian, guardianPhone, note, addedOn)
    with recursive count (n) as (select 1 union all select n + 1 from count where n < 1200)
    select 'Bình ' || n, printf('Z%05d', n), 'binh', groupId, '', '', '', '', '', '', addedOn from count, reader where reader.id = ${id}`)
  const all = await linesOf('readers.exportReaders', { filters: {}, format: 'csv' })
  expect(all).toHaveLength(1201)
  expect(all[0]).toContain('BD000001')
  expect(all[1200]).toContain('Bình 1200')
  const some = await linesOf('readers.exportReaders', { filters: { standing: 'none' }, format: 'csv' })
  expect(some).toHaveLength(1200)
})

it('what is overdue is told with who has it, and a card with all that was done to it', async () => {
  const { client } = await test.as('cataloguer')
  const { id: titleId } = valueOf(await client.catalogue.addTitle({ title: 'Đất rừng phương Nam' }))
  valueOf(await client.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await client.copies.addVoucher({ number: 'CT-01', receivedOn: '2026-01-05', source: 'purchase' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1 }
  valueOf(await client.copies.accession({ voucherId: 1, copies: [line] }))
  const consents = [{ givenBy: 'reader', form: 'paper', givenOn: '2026-11-10' } as const]
  const { id, rev } = valueOf(await desk.client.readers.addReader({ name: 'Ân', groupId: 2, consents }))
  valueOf(await desk.client.readers.scan({ code: 'VN.000001', siteId: 1, readerId: id }))
  const renewed = valueOf(await desk.client.readers.renewCard({ id, rev }))
  expect(renewed.cards[0]?.acts).toMatchObject([
    { act: 'issued', until: '2027-11-10' },
    { act: 'renewed', until: '2028-11-10' },
  ])
  test.engine.connection.raw.exec("update loan set dueOn = '2026-11-01'")
  const overdue = await linesOf('readers.exportLoans', { filters: { state: 'overdue' }, format: 'csv' })
  expect(overdue).toHaveLength(1)
  for (const word of ['VN.000001', 'Đất rừng phương Nam', 'Ân', 'BD000001', '01/11/2026', '9'])
    expect(overdue[0]).toContain(word)
  expect(await linesOf('readers.exportLoans', { filters: { state: 'returned' }, format: 'csv' })).toEqual([])
})
