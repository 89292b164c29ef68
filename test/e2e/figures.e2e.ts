import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isoDateAt, quarterOf } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const period = quarterPeriod(quarterOf(isoDateAt(Date.now())))
const address = (code: string) => `/indicators/${code}?period=${period}`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name)

test('a figure that no record tells is given by hand, marked, taken away and brought back', async () => {
  const page = await stage.as('director', address('M2a.11'))
  await see(page.getByText(vietnamese('indicators.given.none')))
  await button(page, vietnamese('indicators.given.add')).click()
  await field(page, vietnamese('indicators.given.fields.value')).fill('1.250')
  await field(page, vietnamese('indicators.given.fields.reason')).fill('Sổ đếm tay của phòng đọc')
  await expectAccessible(page, 'the form of a figure given by hand')
  await button(page, vietnamese('common.actions.save')).click()
  const says = page.getByText(vietnamese('indicators.given.says', { value: '1.250' }))
  await see(says)
  await button(page, vietnamese('common.list.remove')).click()
  await gone(says)
  await toast(page, 'M2a.11')
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await see(says)
  await expectAccessible(page, 'a figure given by hand')
  await page.goto(page.url().replace(/#.*/, '#/indicators/given'))
  await see(page.getByRole('row', { name: /1\.250.*Sổ đếm tay/ }))
  const { values } = valueOf(await (await stage.client('reader')).indicators.list({ period }))
  expect(values.find(({ code }) => code === 'M2a.11')).toMatchObject({ value: 1250, status: 'known' })
})

test('an indicator of the library’s own is defined from measures, counted, changed, withdrawn and brought back', async () => {
  const page = await stage.as('director', '/indicators/own')
  await button(page, vietnamese('indicators.own.add')).first().click()
  await field(page, vietnamese('indicators.own.fields.code', { prefix: 'TV.' })).fill('07')
  await field(page, vietnamese('indicators.own.fields.name')).fill('Vốn tài liệu giấy')
  await field(page, vietnamese('indicators.own.fields.unit')).first().fill('bản')
  await field(page, vietnamese('indicators.own.fields.source')).fill('Kế hoạch năm của Sở')
  const cell = (column: string) => page.getByLabel(vietnamese('ui.grid.cell', { column, row: 1 }))
  await cell(vietnamese('indicators.own.fields.measure')).selectOption('copies.held')
  await expectAccessible(page, 'the form of an indicator')
  await button(page, vietnamese('common.actions.save')).click()
  const row = page.getByRole('row', { name: /TV\.07/ })
  await see(row)
  const { values } = valueOf(await (await stage.client('reader')).indicators.list({ period }))
  expect(values.find(({ code }) => code === 'TV.07')).toMatchObject({ value: 0, version: 1 })
  await row.click()
  await button(page, vietnamese('common.actions.edit')).click()
  await field(page, vietnamese('indicators.own.fields.name')).fill('Vốn sách giấy')
  await button(page, vietnamese('common.actions.save')).click()
  await see(page.getByRole('row', { name: /Vốn sách giấy/ }))
  await row.click()
  await button(page, vietnamese('common.list.remove')).click()
  await toast(page, 'TV.07')
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await see(row.getByText(vietnamese('indicators.own.inUse')))
  await expectAccessible(page, 'indicators of the library’s own')
})

test('a table of old reports is looked into, asked about, taken in and taken back', async () => {
  const page = await stage.as('director', '/indicators/earlier')
  await page.getByText(vietnamese('indicators.earlier.paste')).click()
  await page
    .getByLabel(vietnamese('indicators.earlier.pasted'))
    .fill('Mã\tQuý I/2019\tQuý II/2019\nM2b.06\t1.250\t1.300,5\n')
  await button(page, vietnamese('indicators.earlier.look')).click()
  await see(page.getByText(vietnamese('indicators.earlier.doubtful', { shown: '1' })))
  await page
    .getByLabel(vietnamese('indicators.earlier.way'))
    .selectOption({ label: vietnamese('indicators.earlier.ways.vi') })
  // The table is looked into anew; what is filled in before it stands there again would be gone.
  await page.getByText(vietnamese('indicators.earlier.doubtful', { shown: '1' })).waitFor({ state: 'hidden' })
  await see(page.getByRole('cell', { name: '1.300,5' }))
  await page.getByLabel(vietnamese('indicators.earlier.fields.source')).fill('Báo cáo 45/BC-TV')
  await expectAccessible(page, 'a table of old reports')
  await button(page, vietnamese('indicators.earlier.write', { shown: '2' })).click()
  await see(page.getByText(vietnamese('indicators.earlier.taken', { shown: '2' })))
  await button(page, vietnamese('indicators.earlier.undo')).click()
  await see(page.getByText(vietnamese('indicators.earlier.isUndone')))
  await toast(page, 'Báo cáo 45/BC-TV')
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await gone(page.getByText(vietnamese('indicators.earlier.isUndone')))
})

test('the list has a row for each figure at once, and what each counts as it comes', async () => {
  const page = await stage.as('director', '/reports')
  const letGo = await holdBack(page, 'indicators.list', (body) => body.includes('"m2b"'))
  await page.goto(page.url().replace(/#.*/, `#/indicators?period=${period}`))
  const value = (code: string) =>
    page
      .getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) })
      .locator('[data-column="value"]')
  await see(value('g.1').getByText(vietnamese('ui.figure.not_collected')))
  await see(value('g.2').locator('.awaited'))
  expect(await value('g.2').getByRole('link').count()).toBe(0)
  const counting = page.getByText(
    new RegExp(vietnamese('indicators.list.counting', { shown: '\\d+', total: '\\d+' })),
  )
  await see(counting)
  const grid = page.getByRole('grid', { name: vietnamese('indicators.list.title') })
  const rows = await grid.getAttribute('aria-rowcount')
  await grid.focus()
  await page.keyboard.press('End')
  await see(page.getByRole('row', { name: /^HV\.07c / }))
  await page.keyboard.press('Home')
  letGo()
  await see(value('g.2').getByRole('link'))
  await see(value('M1.01').getByText(vietnamese('ui.figure.not_collected')))
  expect(await grid.getAttribute('aria-rowcount')).toBe(rows)
  await gone(counting)
  await expectAccessible(page, 'the list of figures')
})
