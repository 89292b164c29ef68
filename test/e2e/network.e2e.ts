import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const today = () => new Date().toISOString().slice(0, 10)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name)
const save = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: vietnamese('common.actions.save') })
const cell = (page: Page, column: string, row = 1) =>
  page.getByLabel(vietnamese('ui.grid.cell', { column, row }))

async function paste(page: Page, lines: readonly string[]): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, lines.join('\n'))
}

test('a point is entered, asked about a second time, taken away and brought back', async () => {
  const page = await stage.as('director', '/network')
  await button(page, vietnamese('network.lists.points.add')).first().click()
  await see(page.getByRole('dialog'))
  await save(page).click()
  await see(page.getByRole('alert').getByText(vietnamese('ui.invalid.no_rows')))
  await cell(page, vietnamese('network.fields.fromOn')).fill('19/05/2019')
  await cell(page, vietnamese('network.fields.name')).fill('Thư viện xã Tân Lập')
  await cell(page, vietnamese('network.fields.commune')).fill('Xã Tân Lập')
  await expectAccessible(page, 'the form of a service point')
  await save(page).click()
  // A row of the form's own grid has the same name.
  await gone(page.getByRole('dialog'))
  const row = page.getByRole('row', { name: /Thư viện xã Tân Lập/ })
  await see(row)
  await row.click()
  await button(page, vietnamese('common.list.remove')).click()
  await toast(page, 'Thư viện xã Tân Lập')
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await see(row)
})

test('a list pasted from Excel becomes points, one of which is asked about; its figures are checked', async () => {
  const page = await stage.as('director', '/network/many')
  await cell(page, vietnamese('network.fields.name')).focus()
  await paste(page, [
    'Thư viện xã Tân Lập\tThư viện cấp xã\tXã Tân Lập',
    'Thư viện xã Hồng Phong\tThư viện cấp xã\tXã Hồng Phong',
  ])
  await cell(page, vietnamese('network.fields.openedOn'), 1).fill('01/01/2020')
  await cell(page, vietnamese('network.fields.openedOn'), 2).fill('01/01/2020')
  await button(page, vietnamese('network.many.save', { count: 2 })).click()
  await see(page.getByRole('alert'))
  await button(page, vietnamese('network.many.anyway')).click()
  const row = page.getByRole('row', { name: /Hồng Phong/ })
  await see(row)
  // The list is read anew after a saving, and a row that is drawn between two clicks has heard one.
  const open = button(page, vietnamese('common.list.open'))
  await soon(async () => {
    await row.click()
    return open.isEnabled()
  }).toBe(true)
  await open.click()
  await see(page.getByRole('heading', { name: 'Thư viện xã Hồng Phong' }))
  await button(page, vietnamese('network.point.figures')).click()
  await cell(page, vietnamese('network.fields.fromOn')).fill('01/01/2026')
  await cell(page, vietnamese('network.fields.copies')).fill('2.400')
  await cell(page, vietnamese('network.fields.serials')).fill('1')
  await save(page).click()
  await see(page.getByText(vietnamese('network.standings.met'), { exact: true }))
  await see(page.getByText(vietnamese('network.standings.not_met'), { exact: true }))
  await see(page.getByText(vietnamese('network.standings.unknown'), { exact: true }))
})

test('a visit is tied to a point, whose follow-up is done from the list', async () => {
  const director = await stage.client('director')
  const visit = { name: 'Hướng dẫn nghiệp vụ cơ sở', typeCode: 'E29', state: 'done' } as const
  const { id } = valueOf(
    await director.activities.add({ ...visit, sessions: [{ on: today(), attended: 4 }] }),
  )
  const page = await stage.as('director', `/activities/${id}`)
  await button(page, vietnamese('network.support.add')).click()
  const points = page.getByRole('combobox', { name: vietnamese('network.fields.pointId') })
  await points.selectOption({ label: 'Thư viện xã Hồng Phong' })
  await field(page, vietnamese('network.fields.followUp')).fill('Phân loại lại 300 bản')
  await save(page).click()
  await see(page.getByText('Phân loại lại 300 bản'))
  await page.goto(`${page.url().split('#')[0]}#/network/follow-ups`)
  await page.getByRole('row', { name: /Phân loại lại/ }).click()
  await button(page, vietnamese('network.support.done')).click()
  await see(page.getByText(vietnamese('network.followUps.empty')))
  await page.goto(`${page.url().split('#')[0]}#/indicators/M2c.05`)
  await see(page.getByText('Thư viện xã Hồng Phong'))
})

test('answers of the survey are pasted and saved, and make the share', async () => {
  const page = await stage.as('director', '/network/survey')
  await see(page.getByText(vietnamese('network.survey.noShare')).first())
  await cell(page, vietnamese('network.fields.website')).focus()
  await page.keyboard.press('ArrowRight')
  await cell(page, vietnamese('network.fields.website')).selectOption({
    label: vietnamese('network.answers.yes'),
  })
  await page.keyboard.press('Control+Enter')
  await see(page.getByText('33,33 %', { exact: false }))
})

test('a loan to a point is overdue until its return is written', async () => {
  const director = await stage.client('director')
  const { rows } = valueOf(await director.network.points({ on: today(), text: 'hong phong' }))
  const lent = { what: 'Địa chí tỉnh', askedOn: '2026-01-05', sentOn: '2026-01-06', dueOn: '2026-02-06' }
  valueOf(await director.network.addExchange({ ...lent, pointId: rows[0]?.id ?? null }))
  const page = await stage.as('director', '/network/exchanges?state=overdue')
  const row = page.getByRole('row', { name: /Địa chí tỉnh/ })
  await row.dblclick()
  await field(page, vietnamese('network.fields.returnedOn')).fill('01/02/2026')
  await save(page).click()
  await see(page.getByText(vietnamese('network.list.nothingFound')))
  expect(valueOf(await director.network.exchanges({ on: today() })).rows).toMatchObject([{ state: 'done' }])
})
