import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { shipmentCode } from '../../shared/rotation/rules.ts'

let test: TestEngine
let clerk: Person
beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  await stock()
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const today = '2026-11-10'
const number = (at: number) => `VN.${String(at).padStart(6, '0')}`

/** Four copies of one title at the library, and two points of its territory. */
async function stock() {
  const { catalogue, copies } = clerk.client
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Đất rừng phương Nam' }))
  const { id: seriesId } = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  const voucher = { number: '1', receivedOn: '2026-01-05', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const copy = { titleId, seriesId, siteId: 1 }
  valueOf(await copies.accession({ voucherId, copies: [copy, copy, copy, copy] }))
  const rows = ['Tủ sách Bản Phố', 'Thư viện xã Nậm Mòn'].map((name) => ({
    identities: [{ fromOn: '2020-01-01', name, kind: 'rotation_point' as const }],
  }))
  valueOf(await (await test.as('director')).client.network.addPoints({ rows }))
}

type Sent = { copyIds?: number[]; pointId?: number; sentOn?: string; dueOn?: string; number?: string }

async function prepare({ copyIds = [1, 2], pointId = 1, sentOn = '2026-04-10', ...given }: Sent = {}) {
  const { rotation } = clerk.client
  const number = given.number ?? valueOf(await rotation.nextNumber({ on: today })).number
  const { id } = valueOf(await rotation.addShipment({ number, pointId, preparedOn: sentOn }))
  valueOf(await rotation.addCopies({ shipmentId: id, copyIds }))
  return id
}

async function send(given: Sent = {}) {
  const id = await prepare(given)
  const { sentOn = '2026-04-10', dueOn = '2026-12-31' } = given
  valueOf(await clerk.client.rotation.send({ id, rev: 1, sentOn, dueOn }))
  return id
}

const shipment = async (id: number) => valueOf(await clerk.client.rotation.shipment({ id }))
const statusOf = async (id: number) => valueOf(await clerk.client.copies.copy({ id })).status
const scan = (shipmentId: number, at: number, more = {}) =>
  clerk.client.rotation.scanReturn({ shipmentId, code: number(at), on: today, ...more })

describe('a copy that travels', () => {
  it('is in rotation from its sending to its return, and still stock', async () => {
    const held = async () =>
      valueOf(await clerk.client.indicators.list({ period: '2026-Q4' })).values.find(
        ({ code }) => code === 'M2b.01',
      )?.value
    expect(await held()).toBe(4)
    const id = await send()
    expect([await statusOf(1), await held()]).toEqual(['in_rotation', 4])
    expect(valueOf(await scan(id, 1))).toMatchObject({ kind: 'returned' })
    expect([await statusOf(1), await statusOf(2)]).toEqual(['available', 'in_rotation'])
  })

  it('is not lent meanwhile, and says with which shipment it is away', async () => {
    const id = await send()
    valueOf(await (await test.as('administrator')).client.readers.setSettings(lending))
    const reply = await (await test.as('desk')).client.readers.scan({ code: number(1), siteId: 1 })
    expect(codeOf(reply)).toBe('copy_rotated')
    expect(reply).toMatchObject({ error: { details: { number: (await shipment(id)).number } } })
  })

  it('is what its shipment says, whatever a hand would set', async () => {
    await send()
    const set = await clerk.client.copies.setStatus({ copyIds: [1, 3], status: 'available' })
    expect(codeOf(set)).toBe('copy_rotated')
    valueOf(await clerk.client.copies.setStatus({ copyIds: [3], status: 'in_repair' }))
  })

  it('that a program before this one had sent comes to have a shipment', async () => {
    valueOf(await clerk.client.copies.setStatus({ copyIds: [1], status: 'in_rotation' }))
    const id = await send({ copyIds: [1] })
    valueOf(await scan(id, 1))
    expect(await statusOf(1)).toBe('available')
  })

  it('leaves with one shipment at a time, and is looked at once more when that goes', async () => {
    const first = await prepare()
    const second = await prepare({ copyIds: [3], number: 'khác' })
    const { rotation, copies } = clerk.client
    expect(codeOf(await rotation.addCopies({ shipmentId: second, code: number(2) }))).toBe('copy_elsewhere')
    valueOf(await copies.setStatus({ copyIds: [2], status: 'missing' }))
    const sending = { id: first, rev: 1, sentOn: '2026-04-10', dueOn: '2026-12-31' }
    expect(codeOf(await rotation.send(sending))).toBe('copy_missing')
    expect(await statusOf(1)).toBe('available')
  })
})

const lending = {
  rev: 1,
  mode: 'loans' as const,
  cardPrefix: 'BD',
  cardDigits: 6,
  cardMonths: 12,
  days: 14,
  copies: 2,
  renewals: 1,
  exceptions: [],
  keptClasses: [],
}

describe('a shipment that comes back', () => {
  it('is short: what is missing stays in stock, is proposed for weeding, and may turn up', async () => {
    const id = await send()
    valueOf(await scan(id, 1))
    const { rev } = await shipment(id)
    const { rotation } = clerk.client
    expect(codeOf(await rotation.closeShipment({ id, rev, closedOn: today, missing: 0 }))).toBe(
      'missing_not_meant',
    )
    valueOf(await rotation.closeShipment({ id, rev, closedOn: today, missing: 1 }))
    expect(await shipment(id)).toMatchObject({ state: 'closed', back: 1, missing: 1 })
    expect(await statusOf(2)).toBe('missing')
    expect(valueOf(await scan(id, 2))).toMatchObject({ kind: 'found' })
    expect([await statusOf(2), (await shipment(id)).missing]).toEqual(['available', 0])
  })

  it('holds strangers: each is set aside once, and says with which shipment it should be', async () => {
    const id = await send()
    const other = await send({ copyIds: [3], pointId: 2 })
    expect(valueOf(await scan(id, 3))).toMatchObject({
      kind: 'stranger',
      stranger: { copyId: 3, otherShipmentId: other },
    })
    valueOf(await scan(id, 3))
    valueOf(await clerk.client.rotation.scanReturn({ shipmentId: id, code: 'KHÔNG RÕ', on: today }))
    const list = await clerk.client.rotation.scanReturn({ shipmentId: id, code: shipmentCode(id), on: today })
    expect(codeOf(list)).toBe('code_of_shipment')
    valueOf(await scan(id, 4))
    const { strangers } = await shipment(id)
    expect(strangers.map(({ copyId, otherShipmentId }) => [copyId, otherShipmentId])).toEqual([
      [3, other],
      [null, null],
      [4, null],
    ])
    expect([await statusOf(3), await statusOf(4)]).toEqual(['in_rotation', 'available'])
  })

  it('is undone scan by scan, and opened again as it was', async () => {
    const id = await send()
    const { rotation } = clerk.client
    valueOf(await scan(id, 1, { isDamaged: true }))
    expect(await statusOf(1)).toBe('in_repair')
    valueOf(await rotation.undoReturn({ shipmentId: id, copyIds: [1] }))
    expect(await statusOf(1)).toBe('in_rotation')
    valueOf(await scan(id, 1))
    const before = await shipment(id)
    valueOf(await rotation.closeShipment({ id, rev: before.rev, closedOn: today, missing: 1 }))
    valueOf(await rotation.reopenShipment({ id, rev: before.rev + 1 }))
    expect(await shipment(id)).toEqual({ ...before, rev: before.rev + 2 })
    expect([await statusOf(1), await statusOf(2)]).toEqual(['available', 'in_rotation'])
  })

  it('goes straight on with what is still there, and back to where it was', async () => {
    const id = await send()
    valueOf(await scan(id, 1))
    const { rotation } = clerk.client
    const { rev } = await shipment(id)
    const onward = { id, rev, number: 'N2', pointId: 2, on: today, dueOn: '2027-05-01' }
    const next = valueOf(await rotation.transfer(onward))
    expect(await shipment(id)).toMatchObject({ state: 'closed', back: 1, transferred: 1, missing: 0 })
    expect(await shipment(next.id)).toMatchObject({ state: 'sent', copies: 1, cameFrom: { id } })
    expect(await statusOf(2)).toBe('in_rotation')
    expect(valueOf(await rotation.cancelSending({ id: next.id, rev: 1 }))).toEqual({ id })
    expect(await shipment(id)).toMatchObject({ state: 'sent', transferred: 0, wentOnTo: null })
  })

  it('was at the point on any day between, and is due on the home page once its day is near', async () => {
    const id = await send({ dueOn: '2026-11-12' })
    const on = async (day: string) =>
      valueOf(await clerk.client.rotation.shipments({ on: day })).rows.map(({ state, isOverdue }) => [
        state,
        isOverdue,
      ])
    expect([await on('2026-04-09'), await on('2026-04-10')]).toEqual([[], [['sent', false]]])
    expect(await on('2026-11-13')).toEqual([['sent', true]])
    const due = async () => valueOf(await clerk.client.home.overview({})).due
    expect(await due()).toContainEqual(
      expect.objectContaining({ kind: 'shipmentsDue', count: 1, on: '2026-11-12' }),
    )
    const { rev } = await shipment(id)
    valueOf(await clerk.client.rotation.extend({ id, rev, dueOn: '2027-06-30', reason: 'Điểm xin thêm' }))
    expect((await due()).map(({ kind }) => kind)).not.toContain('shipmentsDue')
  })
})
