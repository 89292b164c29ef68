import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let director: Person
let clerk: Person
beforeEach(async () => {
  test = await openTestEngine()
  director = await test.as('director')
  clerk = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const on = '2026-11-10'
const item = { name: 'Máy tính', quantity: 3, valueMinor: 45_000_000 }
const fields = { kind: 'equipment', what: 'Máy tính cho phòng đọc', receivedOn: '2026-10-10' } as const

async function give(more = {}) {
  const gift = valueOf(await clerk.client.cooperation.addGift({ ...fields, items: [item], ...more }))
  return { gift, itemId: gift.items[0]?.id ?? expect.unreachable() }
}
async function record(giftItemId: number, count = 1) {
  const one = { name: 'Máy tính', acquiredOn: '2026-10-10', sourceName: 'gõ tay', giftItemId }
  const rows = Array.from({ length: count }, () => one)
  return valueOf(await director.client.facilities.addEquipment({ rows })).ids
}
const thing = async (id: number) => valueOf(await director.client.facilities.item({ id, on }))
const figure = async (code: string) => {
  const quarter = { period: '2026-Q4' }
  const { values } = valueOf(await director.client.indicators.list(quarter))
  return values.find((each) => each.code === code)?.value
}

it('a thing says by its gift who gave it and by which project, and follows what the gift says later', async () => {
  const project = valueOf(
    await clerk.client.cooperation.addProject({ name: 'Máy tính công cộng', startsOn: '2026-01-01' }),
  )
  const { gift, itemId } = await give({ donorName: 'Bà Lê Thị Hoa' })
  const [id = 0] = await record(itemId)
  expect(await thing(id)).toMatchObject({
    source: 'donation',
    sourceName: 'Bà Lê Thị Hoa',
    gift: { id: gift.id, what: fields.what, projectId: null, donorName: 'Bà Lê Thị Hoa' },
  })
  const [{ id: keptId, ...kept } = expect.unreachable()] = gift.items
  const change = { ...fields, id: gift.id, rev: gift.rev, projectId: project.id }
  valueOf(await clerk.client.cooperation.updateGift({ ...change, items: [{ id: keptId, ...kept }] }))
  expect(await thing(id)).toMatchObject({ sourceName: 'Máy tính công cộng', gift: { projectId: project.id } })
  const asked = { projectId: project.id, on, withPast: true }
  expect(valueOf(await director.client.facilities.equipment(asked)).total.count).toBe(1)
})

it('what was given is counted once by its gift, however many of it are recorded', async () => {
  const { gift, itemId } = await give()
  expect(await figure('M3.04b')).toBe(3)
  await record(itemId, 2)
  expect(await figure('M3.04b')).toBe(3)
  expect(valueOf(await clerk.client.cooperation.gift({ id: gift.id })).items[0]).toMatchObject({
    recorded: 2,
  })
  const { total } = valueOf(await director.client.facilities.equipment({ giftId: gift.id, on }))
  expect(total.count).toBe(2)
})

it('neither side lets the other hang in the air, and each comes back', async () => {
  const { gift, itemId } = await give()
  const [id = 0, second = 0] = await record(itemId, 2)
  const { cooperation } = clerk.client
  expect(codeOf(await cooperation.removeRecord({ of: 'gift', id: gift.id, rev: gift.rev }))).toBe(
    'record_in_use',
  )
  const fewer = { ...fields, id: gift.id, rev: gift.rev, items: [{ ...item, id: itemId, quantity: 1 }] }
  expect(codeOf(await cooperation.updateGift(fewer))).toBe('item_recorded')
  const removed = await thing(id)
  valueOf(await director.client.facilities.removeEquipment({ id, rev: removed.rev }))
  valueOf(await cooperation.updateGift(fewer))
  valueOf(await director.client.facilities.removeEquipment({ id: second, rev: 1 }))
  valueOf(await cooperation.removeRecord({ of: 'gift', id: gift.id, rev: gift.rev + 1 }))
  const again = { name: 'Máy tính', acquiredOn: '2026-10-10', giftItemId: itemId }
  expect(codeOf(await director.client.facilities.addEquipment({ rows: [again] }))).toBe('gift_item_not_found')
  valueOf(await cooperation.restoreRecord({ of: 'gift', id: gift.id }))
  expect(codeOf(await director.client.facilities.addEquipment({ rows: [again] }))).toBe('ok')
})
