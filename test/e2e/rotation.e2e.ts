import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, toast } from './support/frame.ts'
import { scan } from './support/keyboard.ts'
import { see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const shown = (day: string) => day.split('-').toReversed().join('/')

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const field = (page: Page, name: string) => dialog(page).getByLabel(name)
const save = (page: Page) => dialog(page).getByRole('button', { name: vietnamese('common.actions.save') })
const number = (at: number) => `VN.${String(at).padStart(6, '0')}`
const pointName = 'Tủ sách thôn Nậm Mòn Thượng, xã Bản Phố'

beforeAll(async () => {
  const { catalogue, copies } = await stage.client('cataloguer')
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Đất rừng phương Nam' }))
  const { id: seriesId } = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  const voucher = { number: '1', receivedOn: '2026-01-05', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const copy = { titleId, seriesId, siteId: 1 }
  valueOf(await copies.accession({ voucherId, copies: [copy, copy, copy, copy] }))
  const director = await stage.client('director')
  const identity = { fromOn: '2020-01-01', name: pointName, kind: 'bookcase' as const }
  valueOf(await director.network.addPoints({ rows: [{ identities: [identity] }] }))
  const vehicle = { name: 'Xe Ánh sáng tri thức', kind: 'vehicle', acquiredOn: '2020-01-01' } as const
  valueOf(await director.facilities.addEquipment({ rows: [vehicle] }))
})

test('a shipment is drawn up, scanned together, sent, and comes back short and with a stranger', async () => {
  const page = await stage.as('cataloguer', '/rotation')
  await see(page.getByText(vietnamese('rotation.lists.shipments.empty')))
  await expectAccessible(page, 'the empty list of shipments')
  await button(page, vietnamese('rotation.lists.shipments.add')).first().click()
  await field(page, vietnamese('rotation.fields.pointId')).selectOption({ label: pointName })
  await expectAccessible(page, 'the form of a shipment')
  await save(page).click()
  const box = page.getByLabel(vietnamese('rotation.gather.box'))
  await see(box)
  for (const at of [1, 2, 3]) {
    await scan(page, number(at))
    await see(page.getByRole('row', { name: new RegExp(number(at)) }))
  }
  await page.keyboard.press('Control+z')
  await see(page.getByText(vietnamese('rotation.copies.takenOut', { count: 1 })))
  await scan(page, number(3))
  await see(page.getByRole('row', { name: new RegExp(number(3)) }))
  await scan(page, 'KHONG-CO')
  await see(page.getByRole('alert').getByText('KHONG-CO'))
  await button(page, vietnamese('rotation.send.open')).click()
  await save(page).click()
  await see(page.getByRole('main').getByText(vietnamese('rotation.states.sent')).first())

  await page.getByRole('link', { name: vietnamese('rotation.return.open') }).click()
  await see(page.getByLabel(vietnamese('rotation.return.box')))
  await scan(page, number(1))
  await see(page.getByText(vietnamese('rotation.return.results.returned'), { exact: true }))
  await page.keyboard.press('F8')
  await scan(page, number(2))
  await see(page.getByText(vietnamese('rotation.return.results.damaged'), { exact: true }))
  await scan(page, number(4))
  await see(page.getByText(vietnamese('rotation.return.results.stranger'), { exact: true }))
  await expectAccessible(page, 'the desk of what comes back')
  await button(page, vietnamese('rotation.close.open')).click()
  await button(page, vietnamese('rotation.close.submitMissing', { shown: '1' })).click()
  await see(page.getByText(vietnamese('rotation.shipment.lost', { count: 1 }), { exact: false }))
  const { rotation, copies } = await stage.client('reader')
  expect(valueOf(await rotation.shipment({ id: 1 }))).toMatchObject({ back: 1, damaged: 1, missing: 1 })
  const status = async (id: number) => valueOf(await copies.copy({ id })).status
  expect(await Promise.all([1, 2, 3, 4].map(status))).toEqual([
    'available',
    'in_repair',
    'missing',
    'available',
  ])
  await expectAccessible(page, 'a shipment that is closed')
  const done = { number: valueOf(await rotation.shipment({ id: 1 })).number }
  await toast(page, vietnamese('rotation.close.done', done))
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await soon(() => status(3)).toBe('in_rotation')
})

test('the square on a packing list opens its shipment wherever it is scanned, and a copy says where it is', async () => {
  const page = await stage.as('desk', '/home')
  await scan(page, 'KSLC000001')
  await see(page.getByRole('heading', { name: new RegExp(pointName) }))
  await enter(page, '/copies/3')
  await see(page.getByRole('link', { name: /01\/LC-/ }))
})

test('a route is planned, marked as held with one click, and counted', async () => {
  const page = await stage.as('director', '/rotation/routes?edit=new')
  await field(page, vietnamese('rotation.fields.routeName')).fill('Tuyến vùng cao')
  await field(page, vietnamese('rotation.fields.vehicleId')).selectOption({ index: 1 })
  const cell = (column: string) => page.getByLabel(vietnamese('ui.grid.cell', { column, row: 1 }))
  await cell(vietnamese('rotation.fields.stopPlace')).fill('Trường Tiểu học Hoa Ban')
  await expectAccessible(page, 'the form of a route')
  await save(page).click()
  await see(page.getByRole('row', { name: /Tuyến vùng cao/ }))
  await page.getByRole('link', { name: vietnamese('rotation.tabs.sessions'), exact: true }).click()
  await button(page, vietnamese('rotation.plan.open')).click()
  await field(page, vietnamese('rotation.fields.routeId')).selectOption({ label: 'Tuyến vùng cao' })
  await button(page, vietnamese('rotation.plan.submit', { count: 1 })).click()
  const row = page.getByRole('row', { name: new RegExp(shown(today())) })
  await see(row)
  await row.getByRole('checkbox').click()
  await button(page, vietnamese('rotation.sessions.markDone')).click()
  await see(row.getByText(vietnamese('rotation.sessionStates.done')))
  await row.dblclick()
  await field(page, vietnamese('rotation.fields.children')).fill('60')
  await field(page, vietnamese('rotation.fields.documents')).fill('150')
  await save(page).click()
  await see(row.getByText('150'))
  await expectAccessible(page, 'a month of sessions')
  const { rotation } = await stage.client('reader')
  const { total } = valueOf(await rotation.sessions({}))
  expect(total).toEqual({ sessions: 1, done: 1, readers: 60, documents: 150 })
})
