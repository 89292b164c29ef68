import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, heading, toast } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { openInputMethod, scan } from './support/keyboard.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, isbnOf } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

const today = isoDateAt(Date.now())
const year = today.slice(0, 4)

describe('a delivery, its copies and its register', () => {
  const stage = setStage()
  let clerk: Client
  let seriesId = 0
  let siteId = 0

  beforeAll(async () => {
    clerk = await stage.client('cataloguer')
    const series = { name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }
    seriesId = valueOf(await clerk.copies.addSeries(series)).id
    siteId = valueOf(await clerk.copies.sites({}))[0]?.id ?? 0
  })

  async function title(name: string, number: number): Promise<number> {
    return valueOf(await clerk.catalogue.addTitle({ title: name, isbn: isbnOf(number) })).id
  }
  async function voucher(number: string): Promise<number> {
    return valueOf(await clerk.copies.addVoucher({ number, receivedOn: today, source: 'purchase' })).id
  }
  async function entered(name: string, number: number, barcodes: string[]): Promise<number[]> {
    const titleId = await title(name, number)
    const voucherId = await voucher(`E${number}`)
    const copies = barcodes.map((barcode) => ({ titleId, seriesId, siteId, barcode, priceMinor: 10_000 }))
    const { ids } = valueOf(await clerk.copies.accession({ voucherId, copies }))
    return ids
  }
  /** Scans the title's ISBN, then types how many came and at what price, each with Enter. */
  async function addRows(page: Page, number: number, count: number, price: string): Promise<void> {
    await titleBox(page).focus()
    await scan(page, isbnOf(number))
    await isFocused(page.getByLabel(vietnamese('copies.delivery.count'), { exact: true }))
    await page.keyboard.type(String(count))
    await page.keyboard.press('Enter')
    await page.keyboard.type(price)
    await page.keyboard.press('Enter')
    await see(grid(page))
  }
  const titleBox = (page: Page) => page.getByRole('combobox', { name: vietnamese('copies.delivery.title') })
  const grid = (page: Page) => page.getByRole('grid', { name: vietnamese('copies.delivery.grid') })
  function cell(page: Page, column: 'barcode' | 'number' | 'price' | 'shelf', row: number): Locator {
    const name = vietnamese(`copies.delivery.columns.${column}`)
    return page.getByLabel(vietnamese('ui.grid.cell', { column: name, row }), { exact: true })
  }

  test('200 copies are entered in one grid, with the numbers it showed, barcodes scanned downward', async () => {
    await title('Truyện Kiều', 1)
    const voucherId = await voucher('01')
    const page = await stage.as('cataloguer', `/copies/vouchers/${voucherId}`)
    await isFocused(titleBox(page))
    await addRows(page, 1, 200, '85000')
    expect(await cell(page, 'number', 1).getAttribute('placeholder')).toBe('VV000001')
    await cell(page, 'barcode', 1).click()
    for (const code of ['8930001', '8930002', '8930003']) await scan(page, code)
    await isFocused(cell(page, 'barcode', 4))
    await page.keyboard.press('Control+End')
    await isFocused(cell(page, 'barcode', 200))
    await page.keyboard.press('Control+Enter')
    await see(
      toast(
        page,
        vietnamese('copies.delivery.saved', { count: 200, shown: '200', from: 'VV000001', to: 'VV000200' }),
      ),
    )
    const found = valueOf(await clerk.copies.search({ filters: { voucherId }, limit: 3 }))
    expect(found.total.count).toBe(200)
    expect(
      found.rows.map(({ accessionNumber, barcode, priceMinor }) => [accessionNumber, barcode, priceMinor]),
    ).toEqual([
      ['VV000001', '8930001', 85_000],
      ['VV000002', '8930002', 85_000],
      ['VV000003', '8930003', 85_000],
    ])
  })

  test('a block from a spreadsheet fills down and right; what is wrong is named at its cell and in the list', async () => {
    await title('Dế mèn phiêu lưu ký', 2)
    const page = await stage.as('cataloguer', `/copies/vouchers/${await voucher('02')}`)
    await addRows(page, 2, 3, '10000')
    await cell(page, 'barcode', 1).focus()
    await paste(page, 'A-1\t12.000\r\nA-2\ttám\r\nA-1\t14.000\r\n')
    await holds(cell(page, 'price', 1), '12.000')
    await holds(cell(page, 'barcode', 3), 'A-1')
    await soon(() => cell(page, 'price', 2).getAttribute('aria-invalid')).toBe('true')
    await see(page.getByText(vietnamese('copies.delivery.problems.barcode_twice', { value: 'A-1', line: 1 })))
    const wrong = vietnamese('ui.grid.place', { row: 2, column: vietnamese('copies.delivery.columns.price') })
    await page.getByRole('button', { name: wrong }).click()
    await isFocused(cell(page, 'price', 2))
    await page.keyboard.press('Control+D')
    await holds(cell(page, 'price', 2), '12.000')
  })

  test('Ctrl+D copies the cell above, Ctrl+Shift+D fills all below, Esc gives back what stood there', async () => {
    await title('Số đỏ', 3)
    const page = await stage.as('cataloguer', `/copies/vouchers/${await voucher('03')}`)
    await addRows(page, 3, 4, '50000')
    await cell(page, 'shelf', 1).fill('A12')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+D')
    await holds(cell(page, 'shelf', 2), 'A12')
    await page.keyboard.type('B')
    await page.keyboard.press('Escape')
    await holds(cell(page, 'shelf', 2), 'A12')
    await page.keyboard.press('Control+Shift+D')
    await holds(cell(page, 'shelf', 4), 'A12')
    await page.keyboard.press('Delete')
    await holds(cell(page, 'shelf', 2), '')
  })

  test("keys of a word being composed stay the input method's: no row is left and nothing is saved", async () => {
    await title('Tắt đèn', 4)
    const page = await stage.as('cataloguer', `/copies/vouchers/${await voucher('04')}`)
    await addRows(page, 4, 2, '50000')
    await cell(page, 'shelf', 1).focus()
    const method = await openInputMethod(page)
    for (const text of ['k', 'kê', 'kệ']) {
      await method.processKey()
      await method.compose(text)
    }
    await page.keyboard.press('Enter')
    await isFocused(cell(page, 'shelf', 1))
    await method.commit('kệ')
    await holds(cell(page, 'shelf', 1), 'kệ')
  })

  test('a barcode of another copy is refused at its row, and the grid outlives leaving the page', async () => {
    await entered('Chí Phèo', 5, ['DUP-5'])
    await title('Lão Hạc', 6)
    const voucherId = await voucher('06')
    const page = await stage.as('cataloguer', `/copies/vouchers/${voucherId}`)
    await addRows(page, 6, 2, '20000')
    await cell(page, 'barcode', 2).fill('DUP-5')
    await page.keyboard.press('Control+Enter')
    await soon(() => cell(page, 'barcode', 2).getAttribute('aria-invalid')).toBe('true')
    await see(page.getByText('Chí Phèo'))
    await page.reload()
    await holds(cell(page, 'barcode', 2), 'DUP-5')
    await cell(page, 'barcode', 2).fill('OK-6')
    await page.keyboard.press('Control+Enter')
    await soon(async () => valueOf(await clerk.copies.search({ filters: { voucherId } })).total.count).toBe(2)
  })

  test('completing a voucher says what it writes, and the book shows the line', async () => {
    await entered('Nửa chừng xuân', 7, ['C-7'])
    const page = await stage.as('cataloguer', '/copies/vouchers')
    await page.getByRole('row', { name: /E7/ }).dblclick()
    await page.getByRole('button', { name: vietnamese('copies.voucher.complete') }).click()
    await see(page.getByRole('dialog').getByText(/1 tên, 1 bản, 10\.000 đồng/))
    await expectAccessible(page, 'completing')
    await page.getByRole('button', { name: vietnamese('copies.complete.submit') }).click()
    await see(toast(page, vietnamese('copies.complete.done', { number: 'E7' })))
    const book = valueOf(await clerk.registers.books({})).find(({ register }) => register === 'accessions')
    await page.goto(page.url().replace(/#.*/, `#/registers/${book?.id}`))
    await see(page.getByRole('article').getByText('10.000'))
    await expectAccessible(page, 'a book')
  })

  test('a line is corrected by a red one that names it, and the old one is struck through', async () => {
    await entered('Bỉ vỏ', 8, ['C-8'])
    const books = valueOf(await clerk.registers.books({}))
    const book = books.find((each) => each.register === 'individual' && String(each.year) === year)
    const page = await stage.as('cataloguer', `/registers/${book?.id}`)
    await page
      .getByRole('button', { name: vietnamese('registers.page.correct', { line: book?.lines ?? 0 }) })
      .click()
    await page.getByLabel(vietnamese('registers.columns.title')).fill('Nguyên Hồng. Bỉ vỏ')
    await page.getByLabel(vietnamese('registers.correct.reason')).fill('ghi thiếu tác giả')
    await page.getByRole('button', { name: vietnamese('registers.correct.submit') }).click()
    await see(page.getByRole('article').getByText('Nguyên Hồng. Bỉ vỏ'))
    await see(page.getByText(vietnamese('registers.page.corrects', { line: book?.lines ?? 0 })))
    await soon(() => page.locator('del', { hasText: 'Bỉ vỏ' }).count()).toBeGreaterThan(0)
  })

  test('copies scanned into a list leave by a decision, after its numbers were shown, and come back', async () => {
    const ids = await entered('Bước đường cùng', 9, ['W-91', 'W-92'])
    const page = await stage.as('cataloguer', '/copies/withdrawals/new')
    const box = page.getByRole('searchbox', { name: vietnamese('copies.withdraw.scan') })
    await isFocused(box)
    for (const code of ['W-91', 'W-92', 'W-91']) {
      await box.fill(code)
      await page.keyboard.press('Enter')
      await holds(box, '')
    }
    await see(page.getByText(vietnamese('copies.withdraw.lastCopies', { count: 1, shown: '1' })))
    await see(page.getByText('20.000'))
    await expectAccessible(page, 'a withdrawal')
    await page.getByLabel(vietnamese('copies.withdrawal.decisionNumber')).fill('15/QĐ-TV')
    await page.getByLabel(vietnamese('copies.withdrawal.ground')).selectOption('damaged')
    await page.keyboard.press('Control+Enter')
    await see(heading(page, vietnamese('copies.withdrawal.title', { number: '15/QĐ-TV' })))
    expect(valueOf(await clerk.copies.copy({ id: ids[0] ?? 0 })).withdrawnOn).toBe(today)
    await page.getByRole('button', { name: vietnamese('copies.withdrawal.takeBack') }).click()
    await page.getByLabel(vietnamese('copies.acts.reason')).fill('nhầm quyết định')
    await page.keyboard.press('Enter')
    await soon(async () => valueOf(await clerk.copies.copy({ id: ids[0] ?? 0 })).withdrawnOn).toBeNull()
  })

  test('codes scanned faster than the engine answers all come into the list, in their order', async () => {
    await entered('Bỉ vỏ', 15, ['Q-1', 'Q-2', 'Q-3'])
    const page = await stage.as('cataloguer', '/copies/withdrawals/new')
    const box = page.getByRole('searchbox', { name: vietnamese('copies.withdraw.scan') })
    await isFocused(box)
    const release = await holdBack(page, 'copies.byCode')
    for (const code of ['Q-1', 'Q-2', 'Q-3', 'Q-2']) {
      await box.fill(code)
      await page.keyboard.press('Enter')
      await holds(box, '')
    }
    release()
    const list = page.getByRole('grid', { name: vietnamese('copies.withdraw.list') })
    const numbers = list.getByText(/^VV\d+$/)
    await soon(() => numbers.count()).toBe(3)
    const shown = await numbers.allTextContents()
    expect(shown).toEqual(shown.toSorted().toReversed())
    for (const number of shown) {
      const name = vietnamese('copies.withdraw.removeCopy', { accessionNumber: number })
      await list.getByRole('button', { name }).click()
    }
    await soon(() => numbers.count()).toBe(0)
  })

  test('a title added while the rows before it are being entered waits in the grid', async () => {
    await title('Đoạn tuyệt', 16)
    const voucherId = await voucher('16')
    const count = async () => valueOf(await clerk.copies.search({ filters: { voucherId } })).total.count
    const page = await stage.as('cataloguer', `/copies/vouchers/${voucherId}`)
    await addRows(page, 16, 2, '20000')
    const release = await holdBack(page, 'copies.accession')
    await page.keyboard.press('Control+Enter')
    await addRows(page, 16, 1, '30000')
    await holds(cell(page, 'price', 3), '30.000')
    const shownNumber = (row: number) => cell(page, 'number', row).getAttribute('placeholder')
    const number = await shownNumber(3)
    release()
    await soon(count).toBe(2)
    await holds(cell(page, 'price', 1), '30.000')
    await soon(() => shownNumber(1)).toBe(number)
    await page.keyboard.press('Control+Enter')
    await soon(count).toBe(3)
    await gone(grid(page))
  })

  test('a list narrowed by its address loses a filter by its chip; chosen copies are moved together', async () => {
    await entered('Gió đầu mùa', 10, ['M-1', 'M-2', 'M-3'])
    const store = valueOf(await clerk.copies.addStore({ siteId, name: 'Kho địa chí' }))
    const filters = encodeURIComponent(JSON.stringify({ text: 'gio dau mua', condition: 'good' }))
    const page = await stage.as('cataloguer', `/copies?filters=${filters}`)
    const list = page.getByRole('grid', { name: vietnamese('copies.list.title') })
    await see(list.getByText('Gió đầu mùa').first())
    await expectAccessible(page, 'copies')
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await see(list.locator('[role="row"][aria-selected="true"]'))
    const name = vietnamese('copies.filters.condition')
    await page.getByRole('button', { name: vietnamese('copies.filters.remove', { name }) }).click()
    await soon(() => decodeURIComponent(page.url())).not.toMatch(/condition/)
    await gone(list.locator('[role="row"][aria-selected="true"]'))
    await list.focus()
    await page.keyboard.press('Control+A')
    await page.getByRole('button', { name: vietnamese('copies.bulk.move') }).click()
    await page.getByLabel(vietnamese('copies.acts.to')).selectOption(`${siteId}/${store.id}`)
    await page.getByRole('button', { name: vietnamese('copies.acts.move', { count: 3, shown: '3' }) }).click()
    await soon(
      async () => valueOf(await clerk.copies.search({ filters: { storeId: store.id } })).total.count,
    ).toBe(3)
  })

  test('a title that is missing from a delivery is catalogued on the way and comes back chosen', async () => {
    const voucherId = await voucher('11')
    const page = await stage.as('cataloguer', `/copies/vouchers/${voucherId}`)
    await page
      .getByRole('link', { name: vietnamese('copies.delivery.newTitle') })
      .first()
      .click()
    await see(heading(page, vietnamese('catalogue.form.addTitle')))
    await field(page, 'title').fill('Sống mòn')
    await page.getByRole('button', { name: vietnamese('catalogue.form.saveAndReturn') }).click()
    await see(page.getByText(vietnamese('copies.delivery.chosen', { title: 'Sống mòn', copies: '0' })))
    await isFocused(page.getByLabel(vietnamese('copies.delivery.count'), { exact: true }))
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await see(grid(page))
    await page.keyboard.press('Control+Enter')
    await soon(async () => valueOf(await clerk.copies.search({ filters: { voucherId } })).total.count).toBe(2)
  })

  test('copies added from a title: the delivery that is opened next has it chosen', async () => {
    const titleId = await title('Giông tố', 12)
    await voucher('12-GT')
    const page = await stage.as('cataloguer', `/catalogue/${titleId}/copies`)
    await page.getByRole('link', { name: vietnamese('catalogue.copies.add') }).click()
    await see(page.getByText(vietnamese('copies.vouchers.forTitle', { title: 'Giông tố' })))
    await page.getByRole('row', { name: /12-GT/ }).dblclick()
    await see(page.getByText(vietnamese('copies.delivery.chosen', { title: 'Giông tố', copies: '0' })))
    await soon(() => page.url()).not.toMatch(/title=/)
  })

  test('a copy shows its line in the register and, in words, what was done to it', async () => {
    const [copyId = 0] = await entered('Làm đĩ', 13, ['L-13'])
    valueOf(await clerk.copies.setCondition({ copyIds: [copyId], condition: 'damaged', on: today }))
    const page = await stage.as('cataloguer', `/copies/${copyId}`)
    await page.getByText(vietnamese('journal.history.title'), { exact: true }).click()
    await see(page.getByRole('insertion').filter({ hasText: vietnamese('copies.conditions.damaged') }))
    await expectAccessible(page, 'a copy')
    const [line] = valueOf(await clerk.registers.linesOf({ copyId }))
    const words = vietnamese('copies.lines.line', { number: line?.number ?? 0, page: line?.page ?? 0 })
    await page.getByRole('link', { name: words }).click()
    await see(page.getByRole('article').getByText('Làm đĩ'))
  })

  test('copies chosen for withdrawal do not touch a list left half done before the person has said so', async () => {
    await entered('Trúng số độc đắc', 14, ['T-1', 'T-2', 'T-3'])
    const filters = encodeURIComponent(JSON.stringify({ text: 'trung so doc dac' }))
    const page = await stage.as('cataloguer', '/copies/withdrawals/new')
    const box = page.getByRole('searchbox', { name: vietnamese('copies.withdraw.scan') })
    const waiting = page.getByRole('grid', { name: vietnamese('copies.withdraw.list') }).getByText(/^VV\d+$/)
    await box.fill('T-1')
    await page.keyboard.press('Enter')
    await soon(() => waiting.count()).toBe(1)
    const number = page.getByLabel(vietnamese('copies.withdrawal.decisionNumber'))
    await number.fill('16/QĐ-TV')
    async function choose() {
      await enter(page, `/copies?filters=${filters}`)
      const list = page.getByRole('grid', { name: vietnamese('copies.list.title') })
      await see(list.getByText('Trúng số độc đắc').first())
      await list.focus()
      await page.keyboard.press('Control+A')
      await page.getByRole('button', { name: vietnamese('copies.bulk.withdraw') }).click()
    }
    const asked = page.getByRole('dialog', { name: vietnamese('copies.withdraw.unfinishedTitle') })
    await choose()
    await see(asked.getByText(/1 bản.*2 bản/))
    await expectAccessible(page, 'an unfinished withdrawal')
    await asked.getByRole('button', { name: vietnamese('copies.withdraw.keepOld') }).click()
    await soon(() => waiting.count()).toBe(1)
    await holds(number, '16/QĐ-TV')
    await choose()
    await asked.getByRole('button', { name: vietnamese('copies.withdraw.addToIt') }).click()
    await soon(() => waiting.count()).toBe(3)
    await holds(number, '16/QĐ-TV')
    await page.reload()
    await soon(() => waiting.count()).toBe(3)
    await gone(asked)
  })
})

describe('a library without a series', () => {
  const stage = setStage()

  test('is taught what a series is and begins with those most libraries have', async () => {
    const page = await stage.as('cataloguer', '/copies/vouchers')
    await page.getByRole('link', { name: vietnamese('copies.series.begin') }).click()
    await see(page.getByText('VV000001'))
    await expectAccessible(page, 'series')
    await page.getByRole('button', { name: vietnamese('copies.proposal.submit', { count: 3 }) }).click()
    await see(page.getByRole('row', { name: /VV/ }))
    await expectAccessible(page, 'series with gaps')
  })
})

/** As Ctrl+V would, with what a spreadsheet puts on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
