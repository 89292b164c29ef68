import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { codesOn } from '../documents/raster.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, toast } from './support/frame.ts'
import { bytesOf, gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
let clerk: Client

beforeAll(async () => {
  clerk = await stage.client('cataloguer')
  const { catalogue, copies } = clerk
  const series = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  const voucher = { number: 'CT-01', receivedOn: '2015-03-01', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Tin học căn bản', ddc: '004' }))
  const line = { titleId, seriesId: series.id, siteId: 1, storeId: 1 }
  valueOf(await copies.accession({ voucherId, copies: Array.from({ length: 30 }, () => line) }))
})

const select = (page: Page, key: string) => page.getByLabel(vietnamese(key), { exact: true })
const submit = (page: Page, labels: number) =>
  page.getByRole('button', {
    name: vietnamese('labels.print.submit', { count: labels, shown: String(labels) }),
  })
const templateName = (name: string, kind: string) =>
  vietnamese('labels.print.templateOption', { name, kind: vietnamese(`labels.kinds.${kind}`) })

async function printed(page: Page, labels: number): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await submit(page, labels).click()
  return bytesOf(await download)
}

test('the labels of a delivery are seen, printed from a place of a used sheet, and read back', async () => {
  const page = await stage.as('desk', '/copies/vouchers/1')
  await page.getByRole('link', { name: vietnamese('copies.voucher.labels') }).click()
  await see(heading(page, vietnamese('labels.print.title')))
  await select(page, 'labels.print.template').selectOption({
    label: templateName('Nhãn mã vạch', 'barcode'),
  })
  await select(page, 'labels.print.sheet').selectOption({ label: 'A4, 24 nhãn 70 × 37 (3 × 8)' })
  await select(page, 'labels.print.startAt').fill('20')
  await see(
    page.getByText(
      vietnamese('labels.preview.amount', { count: 30, labels: '30', copies: '30', pages: '3' }),
    ),
  )
  await see(page.getByRole('img', { name: /VV000001/ }))
  await expectAccessible(page, 'print')
  const codes = await codesOn(await printed(page, 30))
  expect(codes.toSorted()).toEqual(
    Array.from({ length: 30 }, (_, index) => `VV${String(index + 1).padStart(6, '0')}`),
  )
  // Nineteen places were used, and thirty labels end in the first place of a third sheet.
  await holds(select(page, 'labels.print.startAt'), '2')
})

test('stock of the size of the label is taken by itself, of cards and of other labels apart', async () => {
  const page = await stage.as('desk', '/labels')
  const sheet = () => select(page, 'labels.print.sheet').locator('option:checked').textContent()
  const template = select(page, 'labels.print.template')
  await template.selectOption({ label: templateName('Nhãn mã vạch', 'barcode') })
  await soon(sheet).toBe('Cuộn, nhãn 50 × 30')
  await select(page, 'labels.print.source').selectOption({ label: vietnamese('labels.by.cards') })
  await soon(sheet).toBe('A4, 10 thẻ 85 × 54 (2 × 5)')
})

test('what was printed is not waiting any more, until its paper is said to be spoiled', async () => {
  const page = await stage.as('desk', '/labels')
  await select(page, 'labels.print.template').selectOption({
    label: templateName('Nhãn mã vạch', 'barcode'),
  })
  await see(page.getByText(vietnamese('labels.preview.nothing.unlabelled')))
  await page.getByRole('link', { name: vietnamese('labels.tabs.batches') }).click()
  await page.getByRole('button', { name: vietnamese('labels.batches.forget') }).click()
  await see(toast(page, vietnamese('labels.print.undone')))
  await see(page.getByText(vietnamese('labels.batches.forgotten'), { exact: true }))
  await expectAccessible(page, 'batches')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('labels.batches.again') }).click()
  await page.getByRole('button', { name: vietnamese('labels.reprint.submit') }).click()
  expect(await codesOn(await bytesOf(await download))).toHaveLength(30)
})

test('copies chosen in the list go to the labels, and a code with Vietnamese letters is named and left out', async () => {
  const copy = valueOf(await clerk.copies.copy({ id: 2 }))
  valueOf(await clerk.copies.updateCopy({ ...copy, barcode: 'ĐV-02' }))
  const page = await stage.as('desk', '/copies')
  for (const number of ['VV000001', 'VV000002'])
    await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check()
  await page.getByRole('button', { name: vietnamese('copies.bulk.labels') }).click()
  await select(page, 'labels.print.template').selectOption({
    label: templateName('Nhãn mã vạch', 'barcode'),
  })
  await see(page.getByText(vietnamese('labels.problems.code_not_ascii', { code: 'ĐV-02' })))
  expect(await submit(page, 1).isDisabled()).toBe(true)
  await page.getByLabel(vietnamese('labels.preview.leaveOut', { count: 1, shown: '1' })).check()
  expect(await codesOn(await printed(page, 1))).toEqual(['VV000001'])
})

test('a design is copied, its elements moved with the keys, and saved', async () => {
  const page = await stage.as('desk', '/labels/templates')
  await page.getByRole('row').filter({ hasText: 'Nhãn số ĐKCB' }).click()
  await page.getByRole('button', { name: vietnamese('labels.templates.copy') }).click()
  await see(heading(page, 'Nhãn số ĐKCB (2)'))
  await expectAccessible(page, 'design')
  const hold = page.getByRole('group', { name: vietnamese('labels.design.canvas') }).getByRole('button')
  await hold.nth(1).focus()
  const left = select(page, 'labels.design.places.xMm')
  const before = Number((await left.inputValue()).replace(',', '.'))
  await page.keyboard.press('ArrowRight')
  await soon(async () => Number((await left.inputValue()).replace(',', '.'))).toBe(
    before === 1.5 ? 2 : before,
  )
  await page.getByLabel(vietnamese('labels.design.text'), { exact: true }).fill('Số {Số ĐKCB}')
  await see(page.getByRole('img').or(page.locator('svg text')).filter({ hasText: 'Số VV001234' }))
  await page.getByRole('button', { name: vietnamese('labels.design.types.qr'), exact: true }).click()
  await page.getByRole('button', { name: vietnamese('common.actions.save'), exact: true }).click()
  await see(toast(page, vietnamese('common.saved')))
  const designs = valueOf(await (await stage.client('desk')).labels.templates({}))
  const saved = designs.find(({ name }) => name === 'Nhãn số ĐKCB (2)')?.design.elements ?? []
  expect(saved.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'qr'])
  expect(saved[1]).toMatchObject({ text: 'Số {accessionNumber}' })
})

test('a sheet that stands over its page says so while it is typed', async () => {
  const page = await stage.as('desk', '/labels/sheets')
  await page.getByRole('button', { name: vietnamese('labels.sheets.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('labels.sheets.name')).fill('Tờ 4 cột')
  await dialog.getByLabel(vietnamese('labels.sheets.measures.columns')).fill('4')
  await see(dialog.getByText(vietnamese('labels.sheets.over.right', { mm: '70' })))
  await dialog.getByLabel(vietnamese('labels.sheets.measures.labelWidthMm')).fill('52,5')
  await gone(dialog.getByText(vietnamese('labels.sheets.over.right', { mm: '70' })))
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(page.getByRole('row').filter({ hasText: 'Tờ 4 cột' }))
})

test('a printer is measured on its test page, and the correction is worked out', async () => {
  const page = await stage.as('desk', '/labels/printers')
  await page.getByRole('button', { name: vietnamese('labels.printers.addFirst') }).click()
  await page.getByRole('dialog').getByLabel(vietnamese('labels.printers.name')).fill('Máy in nghiệp vụ')
  await page.keyboard.press('Enter')
  await see(page.getByRole('row').filter({ hasText: 'Máy in nghiệp vụ' }))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('labels.printers.test'), exact: true }).click()
  expect((await download).suggestedFilename()).toBe('trang-in-thu.pdf')
  await page.getByRole('button', { name: vietnamese('labels.printers.measure') }).click()
  const measures = { xMm: '102', yMm: '140', acrossMm: '100', alongMm: '100' }
  for (const [key, value] of Object.entries(measures))
    await page.getByLabel(vietnamese(`labels.measure.fields.${key}`)).fill(value)
  await see(
    page.getByText(vietnamese('labels.measure.result', { x: '-2', y: '0', across: '100', along: '100' })),
  )
  await expectAccessible(page, 'measures')
  await page.getByRole('button', { name: vietnamese('common.actions.save'), exact: true }).click()
  await soon(async () => valueOf(await (await stage.client('desk')).labels.printers({}))[0]?.shiftXMm).toBe(
    -2,
  )
})

test('cards are typed, printed, and remembered nowhere', async () => {
  const page = await stage.as('desk', '/labels')
  await select(page, 'labels.print.source').selectOption('cards')
  await see(page.getByText(vietnamese('labels.print.cardsHint')))
  const cell = (key: string) =>
    page.getByLabel(vietnamese('ui.grid.cell', { column: vietnamese(`labels.fields.${key}`), row: 1 }), {
      exact: true,
    })
  await cell('personName').fill('Nguyễn Thị Hoàng Yến')
  await cell('cardNumber').fill('TV26000123')
  await see(page.getByRole('img', { name: /Nguyễn Thị Hoàng Yến/ }))
  expect(await codesOn(await printed(page, 1))).toEqual(['TV26000123'])
  await page.getByRole('link', { name: vietnamese('labels.tabs.batches') }).click()
  await see(page.getByText(vietnamese('labels.batches.cards')))
  await page.getByRole('link', { name: vietnamese('labels.tabs.print') }).click()
  await select(page, 'labels.print.source').selectOption('cards')
  await holds(cell('personName'), '')
})
