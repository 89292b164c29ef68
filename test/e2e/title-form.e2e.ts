import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Title } from '../../shared/catalogue/contract.ts'
import { emptyRecord, formOf, withForm } from '../../shared/catalogue/marc-form.ts'
import { valueOf } from '../support/engine.ts'
import { enter, toast } from './support/frame.ts'
import { gone, holds, isFocused, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, isbnOf } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
let twin: Title

beforeAll(async () => {
  const cataloguer = await stage.client('cataloguer')
  twin = valueOf(await cataloguer.catalogue.addTitle({ title: 'Đã có ISBN này', isbn: isbnOf(1) }))
})

/** Drafts outlive a test as they outlive everything else. */
beforeEach(async () => {
  const writer = await stage.client('cataloguer')
  valueOf(await writer.drafts.discard({ form: 'catalogue.addTitle' }))
})

test('several authors stand in one box, and a form that is not to be used leads to the one that is', async () => {
  const cataloguer = await stage.client('cataloguer')
  valueOf(
    await cataloguer.catalogue.addAuthority({
      kind: 'person',
      heading: 'Nguyễn Tất Thành',
      seeFrom: ['Văn Ba'],
    }),
  )
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Hai tác giả')
  await field(page, 'authors').focus()
  await page.keyboard.type('Người Thứ Nhất; van ba')
  await see(page.getByText(vietnamese('catalogue.headings.instead', { through: 'Văn Ba' })))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await holds(field(page, 'authors'), 'Người Thứ Nhất; Nguyễn Tất Thành')
})

test('a class number is found by words, and as a tree', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'ddc').focus()
  await page.keyboard.type('thu vien hoc')
  await see(page.getByRole('option').filter({ hasText: '020' }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await holds(field(page, 'ddc'), '020')
  await page.keyboard.press('Alt+ArrowDown')
  const tree = page.getByRole('tree', { name: vietnamese('catalogue.ddc.title') })
  await see(tree)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await holds(field(page, 'ddc'), '030')
  await isFocused(field(page, 'ddc'))
  await page.keyboard.press('Alt+ArrowDown')
  await see(tree)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+Enter')
  await see(tree)
  await page.keyboard.press('Escape')
  await gone(tree)
  expect(await page.getByText(vietnamese('ui.invalid.required')).count()).toBe(0)
})

test('words where a class number belongs are named, and no call number is made of them', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'title').fill('Những người khốn khổ')
  const said = page.getByText(vietnamese('catalogue.ddc.noNumber'))
  const proposed = page.getByText(vietnamese('catalogue.callNumber.proposal', { callNumber: '' }).trim())
  const ddc = page.locator('[name="ddc"]')
  await ddc.fill('843')
  await see(proposed)
  await ddc.fill('văn học Pháp')
  await see(said)
  expect(await proposed.count()).toBe(0)
})

test('another material begins with its template, keeps what was typed, and the next one begins so too', async () => {
  const cataloguer = await stage.client('cataloguer')
  const record = withForm(emptyRecord('map', '2026-01-01'), {
    ...formOf(emptyRecord('map', '2026-01-01')),
    publisher: 'NXB Tài nguyên',
  })
  valueOf(
    await cataloguer.catalogue.addTemplate({
      name: 'Bản đồ của tỉnh',
      material: 'map',
      record,
      isDefault: true,
    }),
  )
  const page = await stage.as('cataloguer', '/catalogue/new')
  await isFocused(field(page, 'title'))
  await page.keyboard.type('Bản đồ hành chính')
  await field(page, 'material').selectOption('map')
  await holds(field(page, 'publisher'), 'NXB Tài nguyên')
  await holds(field(page, 'title'), 'Bản đồ hành chính')
  await gone(field(page, 'isbn'))
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Bản đồ hành chính' })))
  await holds(field(page, 'title'), '')
  await holds(field(page, 'publisher'), 'NXB Tài nguyên')
})

test('a form becomes a template, and a record is duplicated without its ISBN', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'series').fill('Tủ sách Tỉnh')
  await page.getByRole('button', { name: vietnamese('catalogue.templates.manage') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('catalogue.templates.title') })
  await dialog.getByLabel(vietnamese('catalogue.templates.name')).fill('Sách tỉnh')
  await page.keyboard.press('Enter')
  await see(dialog.getByText('Sách tỉnh'))
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('button', { name: vietnamese('common.draft.drop') }).click()
  await page.getByLabel(vietnamese('catalogue.templates.template'), { exact: true }).selectOption('Sách tỉnh')
  await holds(field(page, 'series'), 'Tủ sách Tỉnh')

  await enter(page, `/catalogue/${twin.id}`)
  await page.getByRole('link', { name: vietnamese('catalogue.record.duplicate') }).click()
  await holds(field(page, 'title'), twin.title)
  await holds(field(page, 'isbn'), '')
})

test('text typed with parted accents is stored whole', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'title').fill('Đường lên Điện Biên'.normalize('NFD'))
  await page.keyboard.press('Control+Enter')
  await holds(field(page, 'title'), '')
  const reader = await stage.client('reader')
  const { rows } = valueOf(await reader.catalogue.search({ text: 'duong len dien bien' }))
  expect(rows.map(({ title }) => title)).toEqual(['Đường lên Điện Biên'])
})
