import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Client } from '../../shared/client.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

beforeAll(async () => {
  const administrator = await stage.client('administrator')
  const settings = valueOf(await administrator.readers.settings({}))
  valueOf(await administrator.readers.setSettings({ ...settings, mode: 'loans' }))
  await stockOf(await stage.client('cataloguer'))
})

async function stockOf(clerk: Client): Promise<void> {
  const { id: titleId } = valueOf(
    await clerk.catalogue.addTitle({ title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi' }),
  )
  valueOf(await clerk.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await clerk.copies.addVoucher({ number: 'CT-01', receivedOn: '2026-01-05', source: 'purchase' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1 }
  valueOf(await clerk.copies.accession({ voucherId: 1, copies: [line, line] }))
}

/** As a scanner types: fast, and Enter at the end. */
async function scan(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Quét thẻ' }).fill(code)
  await page.keyboard.press('Enter')
}

test('a day is counted with the keyboard alone: typed, tallied, saved, corrected with a reason', async () => {
  const page = await stage.as('desk', '/readers/counters')
  const children = page.getByLabel('Bạn đọc tại chỗ: thiếu nhi', { exact: true })
  await children.focus()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await page.keyboard.type('30')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText('Đã ghi 2 ô.'))
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('1')
  await holds(children, '13')
  await page.keyboard.press('Shift+1')
  await holds(children, '12')
  await expectAccessible(page, 'readers')

  await page.getByRole('button', { name: 'Ngày trước' }).click()
  await children.fill('5')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText('Đã ghi 1 ô.'))
  await children.fill('6')
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('Lý do sửa').fill('Sót phiếu chiều')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Đã sửa' }).click()
  await see(page.getByRole('dialog').getByText('Sót phiếu chiều'))
  await page.keyboard.press('Escape')

  await page.goto(page.url().replace(/#.*/, '#/home'))
  const today = page.locator('section', { has: page.getByRole('heading', { name: /^Hôm nay tại/ }) })
  await see(today.getByRole('link', { name: '42' }))
  await see(today.getByRole('link', { name: 'chưa đếm' }).first())
  await expectAccessible(page, 'the desk’s home')
})

test('a day at the desk: a card, a loan and its return by scanner, what is overdue, and an erasure', async () => {
  const page = await stage.as('desk', '/readers/new')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hồng Ân')
  await page.getByLabel('Bạn đọc đồng ý').check()
  await page.keyboard.press('Control+Enter')
  await see(page.getByText('Đã cấp thẻ BD000001.'))
  await see(page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hồng Ân' }))
  await expectAccessible(page, 'readers')

  await page.getByRole('link', { name: 'Mở quầy mượn trả' }).click()
  await scan(page, 'BD000001')
  await see(page.getByRole('link', { name: 'Nguyễn Thị Hồng Ân' }))
  await scan(page, 'VN.000001')
  await see(page.getByText('Cho mượn', { exact: true }))
  await see(page.getByRole('row', { name: /VN\.000001/ }))
  await expectAccessible(page, 'readers')
  await page.keyboard.press('Control+z')
  await see(page.getByText('Đã hoàn tác: chưa cho mượn'))
  await scan(page, 'VN.000002')
  await see(page.getByRole('row', { name: /VN\.000002/ }))
  await page.keyboard.press('Escape')
  await scan(page, 'VN.000002')
  await see(page.getByText('Đã trả', { exact: true }))
  // The scanner's second beep of the same return.
  await scan(page, 'VN.000002')
  await see(page.getByText('Vừa quét rồi, không ghi lại'))
  await scan(page, 'VN.000001')
  await see(page.getByText(/Hãy quét thẻ bạn đọc trước/))
  // Who left the card at home is found by name, and the next code may be typed at once.
  const byName = page.getByRole('combobox', { name: 'Tìm bạn đọc theo tên' })
  await byName.fill('hong an')
  await page.getByRole('option', { name: /Nguyễn Thị Hồng Ân/ }).click()
  await see(page.getByRole('link', { name: 'Nguyễn Thị Hồng Ân' }))
  await isFocused(page.getByRole('textbox', { name: 'Quét thẻ' }))

  await page.goto(page.url().replace(/#.*/, '#/readers/1'))
  await page.getByRole('button', { name: 'Thẻ bạn đọc' }).click()
  await page.getByRole('menuitem', { name: 'In thẻ' }).click()
  await see(page.getByText(/1 thẻ của 1 người/))

  await page.goto(page.url().replace(/#.*/, '#/readers/overdue'))
  await see(page.getByText('Không có bản nào quá hạn.'))
  await page.goto(page.url().replace(/#.*/, '#/readers/1'))
  await page.getByRole('button', { name: 'Thẻ bạn đọc' }).click()
  await page.getByRole('menuitem', { name: 'Xóa dữ liệu' }).click()
  await page.getByRole('button', { name: 'Xóa hẳn' }).click()
  await see(page.getByText(/không còn dấu vết nào/))
  await page.getByRole('button', { name: 'Về danh sách bạn đọc' }).click()
  await see(page.getByText(/Chưa có bạn đọc nào/))
  const client = await stage.client('desk')
  await soon(async () => valueOf(await client.readers.list({})).rows).toEqual([])
})

test('a file of counts is looked into, written and taken back', async () => {
  const page = await stage.as('desk', '/readers/counters/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Chọn tệp' }).click()
  const text = 'Ngày,Bạn đọc tại chỗ: người lớn\n1/9/2026,40\n2/9/2026,41\n'
  await (await chooser).setFiles({ name: 'so-dem.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await see(page.getByText('2 ngày, từ 01/09/2026 đến 02/09/2026'))
  await page.getByRole('button', { name: 'Ghi 2 ô' }).click()
  await see(page.getByText('Đã ghi 2 ô từ tệp.'))
  await expectAccessible(page, 'readers')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await see(page.getByText('Đã hoàn tác'))
  const client = await stage.client('desk')
  const days = valueOf(await client.readers.counterDays({ siteId: 1, from: '2026-09-01', to: '2026-09-30' }))
  expect(days.counts).toEqual([])
})
