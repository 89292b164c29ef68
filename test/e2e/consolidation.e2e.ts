import { afterAll, beforeAll, expect, test } from 'vitest'
import { quarterPeriod } from '../../shared/periods.ts'
import { openTestEngine, testFolder, valueOf, type TestEngine } from '../support/engine.ts'
import { filledForm, formRowOf, numberCell, textCell } from '../support/filled-form.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { endedQuarter, quarterName } from './support/quarter.ts'
import { bytesOf, gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const ended = endedQuarter()
const name = 'Thư viện huyện Lạc Dương và khu vực Đông Bắc tỉnh Lâm Đồng'
let other: TestEngine
let file: Buffer

beforeAll(async () => {
  other = await openTestEngine({ dataDir: testFolder(), clock: Date.now })
  await nameLibrary(other, { code: 'TV-LD', name })
  await makeKey(other)
  const { client } = await other.as('cataloguer')
  const row = { siteId: 1, ddc: '8', titles: 2, copies: 1230 } as const
  valueOf(await client.stock.setOpening({ asOf: '2020-01-01', rows: [row], version: '0.0.0' }))
  const { id } = await signQuarter(other, { period: quarterPeriod(ended) })
  file = (await fileFrom(other, await other.as('director'), 'sync.exportPackage', { periodId: id })).bytes
})
afterAll(() => other.close())

test('the package of a unit is taken in, added up, led back to, and taken back', async () => {
  const page = await stage.as('activities', '/reports/units')
  await see(page.getByText(vietnamese('reports.units.empty')))
  await expectAccessible(page, 'no units')
  await page.getByRole('button', { name: vietnamese('reports.units.add') }).click()
  await page
    .getByRole('combobox', { name: vietnamese('reports.units.name') })
    .fill('Thư viện thành phố Bảo Lộc')
  await page.getByRole('textbox', { name: vietnamese('reports.units.code') }).fill('TV-BL')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('reports.units.missing')).first())
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('reports.units.takeIn') }).click()
  await (await chooser).setFiles({ name: 'goi.khosach', mimeType: 'application/octet-stream', buffer: file })
  const words = { name, period: quarterName(ended), revision: 1 }
  await see(page.getByText(vietnamese('reports.units.taken', words)))
  await see(page.getByText(vietnamese('reports.units.counted', { revision: 1 })))
  await see(page.getByText(vietnamese('reports.units.manners.distinct')).first())
  await expectAccessible(page, 'units added up')
  await page.getByRole('button', { name: vietnamese('indicators.names.M2b_01') }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByRole('cell', { name: '1.230', exact: true }))
  await see(dialog.getByText(/goi\.khosach/))
  await expectAccessible(page, 'a figure of units')
  await dialog.getByRole('button', { name: vietnamese('reports.units.takeBack') }).click()
  const takenBack = toast(page, vietnamese('reports.units.takenBack', { name, revision: 1 }))
  await see(takenBack)
  await page.keyboard.press('Control+z')
  await see(page.getByText(vietnamese('reports.units.counted', { revision: 1 })))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('common.list.xlsx') }).click()
  expect((await bytesOf(await download)).subarray(0, 2).toString('latin1')).toBe('PK')
})

test('a library of the network is found by its name, and brings its code along', async () => {
  const { network } = await stage.client('director')
  const identity = {
    fromOn: '2020-01-01',
    name: 'Thư viện xã Tân Lập',
    kind: 'commune',
    commune: 'Xã Tân Lập',
  } as const
  valueOf(await network.addPoints({ rows: [{ identities: [{ ...identity, communeCode: '24781' }] }] }))
  const page = await stage.as('activities', '/reports/units')
  await page.getByRole('button', { name: vietnamese('reports.units.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: vietnamese('reports.units.name') }).fill('tan lap')
  await see(dialog.getByRole('option', { name: vietnamese('network.kinds.commune') }))
  await expectAccessible(page, 'libraries offered as units')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const code = dialog.getByRole('textbox', { name: vietnamese('reports.units.code') })
  expect(await code.inputValue()).toBe('24781')
  await page.keyboard.press('Enter')
  await see(page.getByRole('row', { name: /Thư viện xã Tân Lập 24781/ }))
  // Who is waited for is offered no more.
  await page.getByRole('button', { name: vietnamese('reports.units.add') }).click()
  await dialog.getByRole('combobox', { name: vietnamese('reports.units.name') }).fill('tan lap')
  await gone(dialog.getByRole('option'))
})

test('a form is made, filled in elsewhere, looked at and taken in', async () => {
  const page = await stage.as('activities', '/reports/units')
  const unit = 'Thư viện thành phố Bảo Lộc'
  const made = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('reports.form.makeFor', { name: unit }) }).click()
  const form = await bytesOf(await made)
  const give = async (cells: Record<string, string>) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: vietnamese('reports.form.takeIn') }).click()
    const buffer = await filledForm(form, cells)
    await (await chooser).setFiles({ name: 'phieu.xlsx', mimeType: 'application/octet-stream', buffer })
  }
  const dialog = page.getByRole('dialog')
  const submit = dialog.getByRole('button', { name: vietnamese('reports.form.submit') })
  const copies = `D${formRowOf('M2b.01')}`
  await give({ [copies]: textCell('khoảng 500'), [`D${formRowOf('M2a.11')}`]: numberCell(70) })
  await see(dialog.getByText(copies))
  expect(await submit.isDisabled()).toBe(true)
  await expectAccessible(page, 'a form with problems')
  await dialog.getByRole('button', { name: vietnamese('common.actions.cancel') }).click()
  await give({ [copies]: numberCell(500) })
  await submit.click()
  await see(toast(page, vietnamese('reports.form.taken')))
  await see(page.getByRole('cell', { name: '1.730', exact: true }))
})
